"""Step 5, scores to nuggets: passages, the diverse best of them, labels and explanations.

Order: allowed_sentences, nugget_label, explain, mmr, passages, candidates, passage_scores, choose,
make_nuggets.
"""
