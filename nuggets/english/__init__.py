"""Rules for English: words, and what makes a sentence fit or unfit to be printed.

Order: rules, filler_tables, filler, language_detection, sponsor_reads, words, informativeness,
questions, fragments, standalone, traits, annotate.
"""
