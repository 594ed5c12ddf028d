"""Step 3, sentences to vectors: embedding models, verified and run offline.

Order: chunks, model_folder, token_vectors, embedders, talk_vectors.
"""
