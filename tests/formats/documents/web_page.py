"""Turns and web pages that the tests of HTML share."""

from __future__ import annotations

NORA, SAM = "Nora Whitfield", "Samuel Okafor"


SAID = [
    (NORA, "Welcome to the show. Today we talk about tidal power."),
    (SAM, "Thank you for having me. I have been looking forward to this for weeks."),
    (NORA, "So why does the tide make sense as a source of energy?"),
    (SAM, "Because it is predictable. You can plan a grid around that: wind is not like it."),
    (NORA, "And yet nobody builds it. What is the problem?"),
    (SAM, "The problem is salt. Every bearing that we had was gone within eighteen months."),
    (NORA, "Eighteen months?"),
    (SAM, "Yes. The seals were designed for rivers, and rivers do not have barnacles."),
    (NORA, "Samuel, thank you so much for coming in."),
    (SAM, "It was a pleasure. Come and see the array some day."),
]


def page_of(turns: str) -> str:
    """A page of paragraphs without classes."""
    return f"<html><body><div>{turns}</div></body></html>"


LABELLED = "".join(f"<p><b>{name}:</b> {said}</p>" for name, said in SAID)


TURNS = [("Anna Lee", "we go."), ("Ben", "we stay."), ("Anna Lee", "oh."), ("Ben", "yes.")]


BODY = "".join(f"<p><b>{name}:</b> {said}</p>" for name, said in TURNS)
