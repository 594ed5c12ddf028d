"""Step 2 of the pipeline: turns to sentences, for punctuated and unpunctuated talk (spaCy).

Order: boundary_words, punctuation, other_languages, pauses, unpunctuated, continuations,
splitter, component.
"""
