"""How plain text says who speaks: labels, names, and the style of a whole file.

Order: line_reading, names, recurrence, labels, chat_logs, initials, inline_labels, list_items,
names_at_line_start, separators, timestamps, unread_names, unusual_labels, layouts, long_labels,
names_beside_times, line_prefixes, file_style.
"""
