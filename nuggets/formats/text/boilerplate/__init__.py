"""What stands in plain text and is not said: page heads, web pages, notes, numbers.

Order: key_values, line_numbers, page_headers, spelled_times, web_pages, avatars, between_turns,
court, question_numbers, around_the_talk.
"""
