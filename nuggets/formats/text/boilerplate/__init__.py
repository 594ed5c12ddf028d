"""Boilerplate in plain text, which is not speech: page headers, web pages, notes, numbers.

Order: stripped_lines, key_values, line_numbers, page_headers, spelled_times, web_pages, avatars,
constituencies, between_turns, court, question_numbers, around_the_talk.
"""
