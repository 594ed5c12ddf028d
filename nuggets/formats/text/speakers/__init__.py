"""How plain text says who speaks: labels, names, and the style of a whole file.

Order: line_style, names, labels, dated_lines, initials, list_items, recurrence, run_in_labels,
separators, timestamps, unusual_labels, layouts, long_labels, names_beside_times, styles.
"""
