"""How plain text says who speaks: labels, names, and the style of a whole file.

Order: line_reading, names, labels, chat_logs, initials, list_items, recurrence, inline_labels,
separators, timestamps, unusual_labels, layouts, long_labels, names_beside_times, file_style.
"""
