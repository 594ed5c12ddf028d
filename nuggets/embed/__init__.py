"""Step 3, sentences to vectors: embedding models, verified and run offline.

Order: model_folder, token_vectors, contextual_vectors, embedders, talk_vectors.
"""
