"""Rules for English: words, filler, what can be read alone, what says something.

Order: filler, language_detection, sponsor_reads, words, informativeness, noun_phrases,
standalone, traits, annotate.
"""
