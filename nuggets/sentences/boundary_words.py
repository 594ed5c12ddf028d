"""Boundary scores: how likely a sentence ends between two words of unpunctuated talk.

Log-odds in bits: the odds of a sentence end beside a word against those between any two words,
rounded. Counted in the 162 meetings of QMSum's training part (Zhong et al. 2021, 1.4 million
words); only words that do not depend on what the talk is about are in the tables.
"""

from __future__ import annotations

_FIRST_WORDS = {
    5: "mm mm-hmm hmm",
    4: "so okay ok oh thank thanks",
    3: "but yeah yes yep um hello alright",
    2: "and i that's well right because i'm no we've does we'll why i've i'll let's sorry 'cause "
    "anyway i'd she however actually basically hey wow",
    1: "uh we it's if what or they there there's we're how now when maybe my he again what's "
    "they're he's she's you're great exactly sure perhaps once do did are is",
    0: "you it this can just one as then our these those next many even last before every",
    -1: "the that in for like some all could which people go also should two where who any three "
    "may most another four five six seven both was were",
    -2: "on with not would more from very something has see by got only might new still through "
    "come give quite course part try between together always really",
    -3: "a an of about don't up make your things other going their different look much me point "
    "too same being down having getting able",
    -4: "to have get say gonna work already using doing done than",
    -5: "want time out been put into us lot bit wanna think little",
    -6: "be know mean thing them use need way had",
}
_LAST_WORDS = {
    5: "mm-hmm hmm",
    4: "yeah okay ok right alright",
    3: "yes yep great sorry anyway true though",
    2: "no oh them exactly possible together too him anymore everything yourself",
    1: "well now thing see good things way me us better down done off today here",
    0: "that it so do this know one there something people out up time same around through",
    -1: "you on think not then all more mean want maybe really also need say those other did does "
    "why over another try after ask like am",
    -2: "uh is be are what about at going had into only new many come most didn't can't always "
    "isn't wouldn't under",
    -3: "have for with or was don't will from could these make were got any take little still "
    "even having between without",
    -4: "to but can they would get should where who he might whether she",
    -5: "of we some which how has when there's by we'll quite every his its since my per",
    -6: "the and i a it's if just that's as our because very an we're i'm your gonna their you're "
    "we've than they're i've i'll let's wanna what's 'cause i'd he's she's",
}
_FIRST_SCORES = {word: bits for bits, words in _FIRST_WORDS.items() for word in words.split()}
_LAST_SCORES = {word: bits for bits, words in _LAST_WORDS.items() for word in words.split()}
_OTHER_FIRST, _OTHER_LAST = -2, 1  # bits of words that are not in the tables
_PUNCTUATION = "\"'“”‘()[]{}«»¿¡,;:.?!—–-"
_CAPITAL_BITS = 4  # by eye
_COMMA_BITS = 2  # by eye


def boundary_score(before: str, after: str) -> int:
    """Score the boundary between two neighbouring words.

    Args:
        before: The word that would end a sentence, as it is written.
        after: The word that would begin the next one.

    Returns:
        Log-odds of a sentence end between them, in bits; above 0 where it is likelier than
        between any two words.

    >>> boundary_score("today", "so") > 0 > boundary_score("the", "house")
    True
    """
    if before.endswith("]") or after.startswith("["):  # [Music]
        return _CAPITAL_BITS
    first, last = after.strip(_PUNCTUATION), before.strip(_PUNCTUATION)
    folded = first.lower()
    bits = _FIRST_SCORES.get(folded, _OTHER_FIRST) + _LAST_SCORES.get(last.lower(), _OTHER_LAST)
    if folded in _FIRST_SCORES and first.istitle() and not first.startswith("I"):
        bits += _CAPITAL_BITS  # "The", which is no name
    if before.endswith((",", ";", ":", "—", "–")):
        bits += _COMMA_BITS
    return bits
