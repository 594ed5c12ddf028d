"""Step 3, sentences to vectors: models, checked and run offline (sentence-transformers).

Order: chunks, model_folder, embedders, talk_vectors.
"""
