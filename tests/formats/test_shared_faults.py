"""Faults that were reported: small inputs, each with its expected reading beside it.

The folder is beside the project, not in it; where it is missing, the tests are skipped.
"""

from __future__ import annotations

import difflib
import re
from pathlib import Path
from typing import NamedTuple

import pytest

import nuggets
from nuggets.errors import NuggetsError
from nuggets.values import Transcript
from tests.processes import ROOT

FOLDER = ROOT.parent / "shared" / "faults"
EXPECTED = sorted(FOLDER.glob("*.expected.md"))
WORD = re.compile(r"\w+(?:['’]\w+)*")
NOBODY = frozenset(("", "—", "-", "none", "nobody", "nobody named"))
ALMOST_ALL = 0.99  # words that have the right speaker, starts that are at the right time
NEAR_MS = 50
FIRST_WORDS = 6  # by which a row is found among the sentences

_NOTE = "the table has a note in its cells, which nobody says: "
DIFFERS_FROM_TABLE = {
    "docs-01": "the table lists every fourth page of the argument, the file has them all",
    "docs-10": _NOTE + "what a clerk reads may follow or be left out; it is nobody's here",
    "docs-26": _NOTE + "proposals and resolutions may follow; they are left out here",
    "docs-28": _NOTE + "`nobody, or` a name; it is nobody's here, and the pictures are left out",
    "docs-29": _NOTE + "the first row may be left out; it is nobody's here",
    "docs-34": _NOTE + "a line of the chat may be left out; it is its writer's here",
}
"""Why the reading differs from the table of what is expected, by the name of the fault."""


class Row(NamedTuple):
    """A row of the expected reading.

    Attributes:
        speaker: Who speaks, in small letters; None if nobody is known.
        start_ms: When it begins; None if the row does not say.
        words: What is said.
    """

    speaker: str | None
    start_ms: int | None
    words: list[str]


def to_words(text: str) -> list[str]:
    """List the words of a text in small letters."""
    return [word.lower().replace("’", "'") for word in WORD.findall(text)]


def read_rows(text: str) -> list[Row]:
    """Read the table of an expected reading."""
    rows = []
    for line in text.split("\n"):
        cells = re.split(r"(?<!\\)\|", line.strip().strip("|")) if line.startswith("|") else []
        cells = [cell.strip().replace("\\|", "|") for cell in cells]
        if len(cells) != 3 or cells[0] == "speaker" or set(cells[0]) == {"-"}:
            continue
        speaker, start, said = cells
        ms = re.search(r"\((\d+) ms\)", start)
        who = None if speaker.lower() in NOBODY else speaker.lower()
        rows.append(Row(who, int(ms[1]) if ms else None, to_words(said.replace("⏎", " "))))
    return rows


def check_speakers(rows: list[Row], talk: Transcript) -> None:
    """Nearly all words have the speaker that they should have, and there are no others."""
    wanted = [(word, row.speaker) for row in rows for word in row.words]
    found = [
        (word, turn.speaker.lower() if turn.speaker else None)
        for turn in talk.turns
        for word in to_words(turn.text)
    ]
    matcher = difflib.SequenceMatcher(
        None, [word for word, _ in wanted], [word for word, _ in found], autojunk=False
    )
    pairs = [
        (wanted[block.a + i], found[block.b + i])
        for block in matcher.get_matching_blocks()
        for i in range(block.size)
    ]
    right = sum(one == other for one, other in pairs)
    assert right >= ALMOST_ALL * len(wanted), [pair for pair in pairs if pair[0] != pair[1]][:5]
    assert len(found) - len(pairs) <= max(1, (1 - ALMOST_ALL) * len(wanted))


def check_starts(rows: list[Row], talk: Transcript) -> None:
    """The sentences with which the rows begin are at their times."""
    timed = [row for row in rows if row.start_ms is not None and row.words]
    if not timed:
        return
    said = [
        (word, one.start_ms) for one in nuggets.Index(talk).sentences for word in to_words(one.text)
    ]
    words = [word for word, _ in said]
    for row in timed:
        first = row.words[:FIRST_WORDS]
        times = [said[i][1] for i in range(len(words)) if words[i : i + len(first)] == first]
        assert any(
            time is not None and row.start_ms is not None and abs(time - row.start_ms) <= NEAR_MS
            for time in times
        ), (row, times)


@pytest.mark.skipif(not EXPECTED, reason="the folder of faults is not here")
@pytest.mark.parametrize(
    "path",
    [
        pytest.param(
            path,
            id=(name := path.name.removesuffix(".expected.md")),
            marks=pytest.mark.xfail(
                strict=True, raises=AssertionError, reason=DIFFERS_FROM_TABLE[name]
            )
            if name in DIFFERS_FROM_TABLE
            else (),
        )
        for path in EXPECTED
    ],
)
def test_a_fault_is_mended(path: Path) -> None:
    """The input is read as expected, or refused where that is right."""
    text = path.read_text("utf-8")
    rows = read_rows(text)
    pattern = path.name.replace(".expected.md", ".*")
    (source,) = (one for one in FOLDER.glob(pattern) if one != path)
    may_refuse = not rows or re.search(
        r"\*\*Expected:\*\*.*refusal|^Or (?:a )?refus", text, re.MULTILINE
    )
    if not rows:
        with pytest.raises(NuggetsError):
            nuggets.read(source)
        return
    try:
        talk = nuggets.read(source)
    except NuggetsError:
        assert may_refuse
        return
    check_speakers(rows, talk)
    check_starts(rows, talk)
