"""What stands in plain text and is not said: page heads, web pages, notes, numbers.

Order: constituencies, key_values, page_headers, stripped_lines, web_pages, avatars,
between_turns, court, line_numbers, question_numbers, spelled_times, around_the_talk.
"""
