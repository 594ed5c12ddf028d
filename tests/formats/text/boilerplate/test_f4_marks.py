"""Time marks of f4, MAXQDA and NVivo."""

from __future__ import annotations

from tests.formats.talks import check_nothing_lost, check_places, read

SAID = [("I", "How long?"), ("B1", "Since I was nine, and the marsh was wide."), ("I", "Oh."),
        ("B1", "Yes.")]  # fmt: skip


def _mark(i: int) -> str:
    return f"#00:00:{7 * i:02}-3#"


def test_a_mark_behind_a_paragraph_is_its_end() -> None:
    """A paragraph begins where the one before ended, the first with the recording."""
    talk = read("\n\n".join(f"{n}: {t} {_mark(i + 1)}" for i, (n, t) in enumerate(SAID)))
    runs = [turn.runs[0] for turn in talk.turns]
    assert [(turn.speaker, turn.text) for turn in talk.turns] == SAID
    assert [(run.start_ms, run.end_ms) for run in runs] == [
        (0, 7_300), (7_300, 14_300), (14_300, 21_300), (21_300, 28_300)
    ]  # fmt: skip
    check_places(talk)
    check_nothing_lost(talk)


def test_a_mark_before_a_name_is_its_beginning() -> None:
    """Such a mark is a time like others."""
    talk = read("\n\n".join(f"{_mark(i)} {n}: {t}" for i, (n, t) in enumerate(SAID)))
    assert [(turn.speaker, turn.text) for turn in talk.turns] == SAID
    assert [turn.runs[0].start_ms for turn in talk.turns] == [300, 7_300, 14_300, 21_300]
    check_nothing_lost(talk)


def test_a_mark_amid_a_paragraph_divides_its_times() -> None:
    """The words behind it belong to the same turn."""
    talk = read(f"I: How {_mark(1)} long? {_mark(2)}\nB: Well. {_mark(3)}\nI: So. {_mark(4)}")
    assert [turn.text for turn in talk.turns] == ["How long?", "Well.", "So."]
    assert [run.start_ms for run in talk.turns[0].runs] == [0, 7_300]


def test_a_hash_is_no_mark() -> None:
    """Fewer than two marks, and other words with a hash, are speech."""
    assert read("I: It is #1. #00:00:07-3#\nB: Yes.\nI: So.").turns[0].text.endswith("-3#")
