"""Component `nuggets_sentences` for spaCy: `doc.sents` by our sentence ends for talk.

    import spacy

    nlp = spacy.blank("en")
    nlp.add_pipe("nuggets_sentences")

spaCy finds it by the entry point `spacy_factories` of this package. The program itself needs no
pipeline; see `splitter`.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from nuggets.sentences.splitter import mark_sentence_starts, split_sentences
from nuggets.values import Run, Transcript, Turn


@Language.component("nuggets_sentences", assigns=["doc.sents", "token.is_sent_start"])
def mark_sentences(doc: Doc) -> Doc:
    """Mark where sentences start, as `split_sentences` does in what one speaker says.

    Where marks are missing, as in automatic captions, sentences end before words that open one. A
    parser must come behind it, and keeps these ends.

    Args:
        doc: What one speaker says, tokenized by any tokenizer; it is changed.

    Returns:
        The doc.
    """
    text = doc.text
    if not text.strip():
        return doc
    turn = Turn(0, None, text, (Run(0, len(text), 0, len(text)),))
    sentences = split_sentences(Transcript("", "", "plain", "utf-8", source=text, turns=(turn,)))
    return mark_sentence_starts(doc, [sentence.start for sentence in sentences])
