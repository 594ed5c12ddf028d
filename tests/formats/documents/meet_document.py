"""A document of Google Meet with Gemini's notes, which the tests of both share."""

from __future__ import annotations

NOTES = """📝 Notes
Jun 15, 2026
Tidal power sync
Invited Nora Whitfield Samuel Okafor
Meeting records Transcript

Summary
Samuel Okafor explained that tidal power is predictable, and Nora Whitfield asked about the cost.

Details
Salt and seals: Bearings were gone within eighteen months, as Samuel Okafor said (00:03:05).
Costs: The county lost about four million pounds, according to Samuel Okafor.

Suggested next steps
Nora Whitfield will visit the array.

You should review Gemini's notes to make sure they're accurate.
"""


HEAD = "📖 Transcript\nJun 15, 2026\nTidal power sync - Transcript\n"


SAID = [
    ("Nora Whitfield", "So let's begin with the basics. Why does the tide make sense?"),
    ("Samuel Okafor", "Because it is predictable. You can plan a grid around that."),
    ("Nora Whitfield", "And yet nobody builds it. What is the problem?"),
    ("Samuel Okafor", "The problem is salt. Every bearing was gone within eighteen months."),
    ("Nora Whitfield", "How much did that cost you?"),
    ("Samuel Okafor", "About four million pounds, most of it from the county."),
]


LABELLED = "".join(f"{name}: {said}\n" for name, said in SAID)


FOOTER = (
    "This editable transcript was computer generated and might contain errors. People can also "
    "change the text after it was created.\n"
)
