"""A talk in Markdown, which the tests of Markdown share."""

from __future__ import annotations

HEAD = "# Talk\n\n"


SAID = [
    ("Nora", "So why does the tide make sense as a source of energy?"),
    ("Samuel", "Because it is predictable, and you can plan a grid around that."),
    ("Nora", "And yet nobody builds it. What is the problem?"),
    ("Samuel", "The problem is salt. Every bearing was gone within eighteen months."),
]


LABELLED = "\n\n".join(f"**{name}:** {said}" for name, said in SAID) + "\n"
