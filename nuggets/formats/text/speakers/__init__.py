"""How plain text says who speaks: labels, names, and the style of a whole file.

Order: line_reading, names, recurrence, labels, chat_logs, initials, inline_labels, known_names,
list_items, timestamps, unread_names, unusual_labels, label_search,
label_styles, timed_styles, style_choice, layouts, names_above,
long_labels, line_prefixes, doubtful_labels, file_style.
"""
