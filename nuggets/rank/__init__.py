"""Step 4, vectors to scores: how much each sentence matters to the focus and to the talk.

Order: acronyms, bm25, knn_graph, named_speakers, smoothing, biased_textrank,
focus, query_match, textrank, indexed_talk, sentence_features, ranker, term_proximity,
focus_discussed, other_languages, scoring.
"""
