"""Rules for English: words, and what makes a sentence fit or unfit to be printed.

Order: rules, filler_tables, filler, sponsor_reads, words, lexicons, informativeness, questions,
fragments, standalone, traits, other_languages, annotate.
"""
