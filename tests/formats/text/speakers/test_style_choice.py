"""The choice of a file's label style, and names with a time beside them."""

from __future__ import annotations

import pytest

from tests.for_each import for_each
from tests.formats.talks import check_nothing_lost, check_places, check_runs, read
from tests.formats.text.label_kinds import KINDS, Kind

SAID = (
    ("Speaker 0", "Good morning, and thank you for coming out in this weather."),
    ("Speaker 1", "Morning: I brought the figures, and they are bad."),
    ("Speaker 0", "Do we know why? At 7:10 the first boat leaves."),
    ("Anna Lee", "The hospital shift starts at 7:30. Nurses can't make it."),
    ("Speaker 1", "Then the early boat pays for itself."),
    ("Anna Lee", "It does."),
)
WAYS = (
    "{n}    {c}    {t}",
    "{n}\t{c}\t{t}",
    "{n}    {s}    {t}",
    "[{n} {c}] {t}",
    "[{n} {s}]: {t}",
    "[{n}, {c}] {t}",
    "{n}:\t{s}\t{t}",
    "{n}: {s}\n{t}",
    "{n}: {c} {t}",
    "**{n}:** {c} {t}",
    "{n}: {c} - {t}",
    "{n} {c}\n{t}",
    "{n} {s}\n\n{t}",
    "{n}, {c}\n{t}",
    "{n} {s} {t}",
)


@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize("way", WAYS)
def test_names_and_bare_times_are_read(way: str, between: str) -> None:
    """Name, time and words are read, whatever is between them."""
    parts = [
        way.format(n=name, t=text, c=f"00:{i:02}:03", s=f"{i:02}:03")
        for i, (name, text) in enumerate(SAID)
    ]
    talk = read(between.join(parts))
    found = [(turn.speaker, turn.text, turn.runs[0].start_ms) for turn in talk.turns]
    assert found == [(name, text, 60_000 * i + 3_000) for i, (name, text) in enumerate(SAID)]
    check_places(talk)
    check_nothing_lost(talk)


@pytest.mark.parametrize(
    "text",
    [
        "Anna: we go.\nBen: when?\n" * 9 + "Anna: 10:30 works for me.\nBen: 11:15 for me.\n",
        "The boat leaves at 10:30 now.\nThe boat came back at 11:15 then.\nIt rained.\n",
        "Swimming 10:30 in the pool\nLunch 12:00 in the hall\nMusic 14:00 in the park\n",
        "Anna: 10:30\nBen: 9:15\nAnna: 8:00\nBen: 7:45\n",
    ],
)
def test_times_that_are_said_stay(text: str) -> None:
    """An occasional time after a colon, in a sentence or a plan, is speech."""
    talk = read(text)
    assert {turn.time_source for turn in talk.turns} == {"none"}
    assert "10:30" in " ".join(turn.text for turn in talk.turns)


def test_a_time_that_is_the_answer_is_speech() -> None:
    """`Bob: 8:00` above another label is what Bob says, not his time."""
    text = "".join(
        f"Ann: When does shift number {i} begin in the morning, please?\n\nBob: {7 + i}:30\n\n"
        for i in range(4)
    )
    assert [turn.speaker for turn in read(text).turns] == ["Ann", "Bob"] * 4
    assert [turn.text for turn in read(text).turns][1::2] == ["7:30", "8:30", "9:30", "10:30"]


@for_each(KINDS, named=lambda kind: kind.name)
def test_every_kind_of_label_is_read(kind: Kind) -> None:
    """A talk in each way of writing names has its speakers and words."""
    talk = read(kind.text())
    found = [(turn.speaker, " ".join(turn.text.split())) for turn in talk.turns]
    assert found == kind.expected()[: len(found)]
    assert len(found) >= 14
    check_runs(talk)
