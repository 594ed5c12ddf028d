"""Step 5, scores to nuggets: passages, the diverse best of them, labels and explanations.

Order: explain, label, limits, mmr, passages, candidates, by_focus, whole_talk, nuggets.
"""
