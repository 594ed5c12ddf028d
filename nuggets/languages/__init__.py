"""Languages: which one a talk is in, and its words, as data; for sentences, words and foci.

Order: names, word_lists, detection, words, clause_words, full_stops.
"""
