"""Step 5, scores to nuggets: passages, the diverse best of them, and explanations.

Order: allowed_sentences, explain, mmr, passages, candidates, passage_scores, choose,
make_nuggets.
"""
