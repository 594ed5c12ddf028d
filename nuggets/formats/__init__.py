"""Step 1, bytes to a Transcript: one reader for each way of writing talk down.

Order: archives, decoding, format, garbage_collection, lines, phrases, sentence_marks,
stage_directions, advertisements, cues, json_family, text, captions, unsupported, documents,
recognition, reading.
"""
