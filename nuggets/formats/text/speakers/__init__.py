"""How plain text says who speaks: labels, names, and the style of a whole file.

Order: line_reading, names, labels, chat_logs, list_items, recurrence, initials, inline_labels,
separators, timestamps, unusual_labels, names_at_line_start, layouts, long_labels,
names_beside_times, unread_names, file_style.
"""
