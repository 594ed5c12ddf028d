"""Step 5, scores to nuggets: passages, the diverse best of them, and explanations.

Order: allowed_sentences, explain, mmr, passages, candidates, by_focus, whole_talk, make_nuggets.
"""
