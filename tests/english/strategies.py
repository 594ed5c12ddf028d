"""Texts that rules for English must take: any, made of what they look for, and very long ones."""

from __future__ import annotations

from hypothesis import strategies as st

PIECES = "it's that this , . ? ! and so ( [ \" - ... i think of they if do worth to a the".split()
texts = st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map(" ".join))

LONG = [
    "a a a ", "((((", "and and and ", "it's it's ", "????", '?"', "? a", "i think ", "it is so ",
    "that ", "...", '."', "-\"", "1,1", "if a do ", "what is ", "very very ", "a" * 50, "[-(",
    "'s ",
]  # fmt: skip
