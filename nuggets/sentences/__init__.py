"""Step 2, turns to sentences, with and without punctuation (spaCy).

Order: boundary_words, punctuation, pauses, unpunctuated, continuations, splitter.
"""
