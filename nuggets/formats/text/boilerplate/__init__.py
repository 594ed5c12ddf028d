"""Boilerplate in plain text: page headers, parts of web pages, notes, line and question numbers.

Order: reasons, cuts, read_text, constituencies, contents, court, headings, key_values,
page_headers, talk_bounds, below_the_talk, beside_the_talk, web_pages, page_elements, word_index,
avatars, f4_marks, line_numbers, question_numbers, spelled_times, cutting, rules.
"""
