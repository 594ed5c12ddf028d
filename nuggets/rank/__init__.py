"""Step 4, vectors to scores: how much each sentence matters to the focus and to the talk.

Order: acronyms, bm25, knn_graph, named_speakers, query_match, smoothing, tfidf_similarity,
features, focus, textrank, boosted_trees, indexed_talk, term_proximity, focus_discussed, scoring.
"""
