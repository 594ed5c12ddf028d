"""Step 1, bytes to a Transcript: format detection, and a reader for each format.

Order: gc_pause, phrase_lists, sentence_marks, archives, decoding, format, lines,
stage_directions, advertisements, turns, text, captions, json_family, unsupported, documents,
xml_family, containers, format_detection, reading.
"""
