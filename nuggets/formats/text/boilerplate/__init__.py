"""Boilerplate in plain text: page headers, parts of web pages, notes, line and question numbers.

Order: constituencies, key_values, page_headers, stripped_lines, web_pages, word_index, avatars,
beside_the_talk, between_turns, court, f4_marks, line_numbers, question_numbers, spelled_times,
around_the_talk.
"""
