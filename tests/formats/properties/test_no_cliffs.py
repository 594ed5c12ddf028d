"""A line more or less, wrapped or moved changes only turns near it, in every text specimen."""

from __future__ import annotations

import difflib
import random

from nuggets.errors import TranscriptError
from nuggets.formats.reading import parse_transcript
from nuggets.formats.text import TEXTS
from tests.for_each import for_each
from tests.formats.specimens import SPECIMENS
from tests.formats.specimens.talk import TALK
from tests.formats.text.label_kinds import KINDS

NAMES = {known.name for known in TEXTS} | {"markdown"}
TEXT_SOURCES = [(kind.name, kind.text()) for kind in KINDS] + [
    (one.file, one.write(TALK).decode("utf-8-sig")) for one in SPECIMENS if one.format in NAMES
]
CHANGES = ("repeat", "remove", "wrap", "move")
NEAR = 115
"""Words of two turns of the talk, those of the lines that were changed."""
LINES_OF_EACH = 5


def _who_says(text: str) -> list[tuple[str, str | None]]:
    """List the words of a talk with their speakers."""
    talk = parse_transcript(text.encode(), name="talk")
    return [
        (word, turn.speaker)
        for turn in talk.turns
        for run in turn.runs
        for word in talk.source[run.start : run.end].split()
    ]


def change_line(text: str, at: int, how: str, to: int) -> str:
    """Change one line that is not blank.

    Args:
        text: The talk.
        at: Index of the line among all.
        how: One of `CHANGES`.
        to: Where it is moved to.
    """
    lines = text.split("\n")
    line = lines[at]
    if how == "repeat":
        lines.insert(at, line)
    elif how == "remove":
        del lines[at]
    elif how == "move":
        lines.insert(to, lines.pop(at))
    else:
        words = line.split(" ")
        half = len(words) // 2
        lines[at] = " ".join(words[:half]) + "\n" + " ".join(words[half:])
    return "\n".join(lines)


@for_each(TEXT_SOURCES, named=lambda source: source[0])
def test_a_changed_line_changes_what_is_near_it(source: tuple[str, str]) -> None:
    """Elsewhere every word has the speaker that it had; or the file is refused."""
    name, text = source
    rnd = random.Random(name)
    before = _who_says(text)
    lines = text.split("\n")
    full = [i for i, line in enumerate(lines) if line.strip()]
    for how in CHANGES:
        for at in rnd.sample(full, min(LINES_OF_EACH, len(full))):
            changed = change_line(text, at, how, rnd.randrange(len(lines)))
            try:
                after = _who_says(changed)
            except TranscriptError:
                continue
            old, new = [word for word, _ in before], [word for word, _ in after]
            match = difflib.SequenceMatcher(None, old, new, autojunk=False)
            other = sum(
                before[a + i][1] != after[b + i][1]
                for a, b, size in match.get_matching_blocks()
                for i in range(size)
            )
            assert other <= NEAR, f"{how} line {at + 1}: {other} words have another speaker"
