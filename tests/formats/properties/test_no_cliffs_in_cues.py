"""No cliffs in captions and JSON: what changes one cue or segment changes only turns near it.

A word that is attributed to somebody is never attributed to somebody else because a line elsewhere
in the file was repeated, removed, wrapped or moved, or because one kind of label is not read.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable
from typing import Any

import pytest

from nuggets.formats.reading import parse_transcript
from nuggets.values import Transcript
from tests.for_each import for_each
from tests.formats.captions.talks import cues, srt
from tests.formats.specimens.captions import CAPTIONS
from tests.formats.specimens.json_family import JSON_FAMILY
from tests.formats.specimens.specimen import Specimen
from tests.formats.specimens.talk import TALK

SEEDS = 12
BLOCK = re.compile(r"\n[ \t]*\n")


def words_of(talk: Transcript) -> dict[tuple[int, str], str | None]:
    """Who says what when: the speaker of each run, by its time and text."""
    return {
        (run.start_ms, turn.text[run.at : run.until].strip()): turn.speaker
        for turn in talk.turns
        for run in turn.runs
        if run.start_ms is not None
    }


def near(talk: Transcript, at_ms: int) -> tuple[int, int]:
    """The time of the turn in which something is said, with the turns before and after it."""
    starts = [turn.runs[0].start_ms or 0 for turn in talk.turns]
    here = max((i for i, start in enumerate(starts) if start <= at_ms), default=0)
    until = starts[here + 3] if here + 3 < len(starts) else 10**12
    return starts[max(0, here - 2)], until


def check_only_near(whole: Transcript, changed: Transcript, at_ms: int) -> None:
    """Outside of the turns near a change, everybody says what they said."""
    first, last = near(whole, at_ms)
    before, after = words_of(whole), words_of(changed)
    far = {key: who for key, who in before.items() if not first <= key[0] < last}
    assert far.items() <= {key: after.get(key, "lost") for key in far}.items()


CHANGES: dict[str, Callable[[list[str], int], list[str]]] = {
    "repeated": lambda blocks, i: [*blocks[: i + 1], *blocks[i:]],
    "removed": lambda blocks, i: [*blocks[:i], *blocks[i + 1 :]],
    "wrapped": lambda blocks, i: [*blocks[:i], wrap(blocks[i]), *blocks[i + 1 :]],
    "moved": lambda blocks, i: [*blocks[:i], blocks[i + 1], blocks[i], *blocks[i + 2 :]],
}


def wrap(block: str) -> str:
    """Break the last line of a cue in the middle."""
    head, line, tail = block.rpartition("\n")
    words = tail.split(" ")
    middle = len(words) // 2
    return (
        f"{head}{line}{' '.join(words[:middle])}\n{' '.join(words[middle:])}"
        if middle and "-->" not in tail
        else block
    )


@for_each(CAPTIONS, named=lambda specimen: specimen.file)
@for_each(CHANGES)
def test_a_changed_cue_changes_only_turns_near_it(change: str, specimen: Specimen) -> None:
    """Repeated, removed, wrapped in the middle of its words, or put behind the next one."""
    text = specimen.write(TALK).decode().replace("\r\n", "\n")
    blocks = BLOCK.split(text)
    whole = parse_transcript(text.encode(), name="x")
    rolls = specimen.file.startswith("youtube.")  # each cue stands in the next one, too
    for seed in range(SEEDS):
        i = random.Random(seed).randrange(2, len(blocks) - 2)
        if rolls and change != "removed":
            continue
        data = "\n\n".join(CHANGES[change](list(blocks), i)).encode()
        found = re.search(r"(?:(\d+):)?(\d+):(\d+)[.,](\d{3})", blocks[i])
        if found is None:
            continue
        hours, minutes, seconds, ms = (int(part or 0) for part in found.groups())
        at_ms = ((hours * 60 + minutes) * 60 + seconds) * 1000 + ms
        check_only_near(whole, parse_transcript(data, name="x"), at_ms)


def lists_of(value: Any) -> list[list[Any]]:
    """The longest lists of objects of a JSON value."""
    found: list[list[Any]] = []
    within = [value]
    while within:
        node = within.pop()
        inner = list(node.values()) if isinstance(node, dict) else node
        if isinstance(node, list) and len(node) > 8 and all(isinstance(one, dict) for one in node):
            found.append(node)
        within += [one for one in inner if isinstance(one, dict | list)]
    return sorted(found, key=len)[-1:]


@for_each(
    [one for one in JSON_FAMILY if one.time_source != "none" and one.turns],
    named=lambda specimen: specimen.file,
)
def test_a_changed_object_changes_only_turns_near_it(specimen: Specimen) -> None:
    """Removed, or put behind the next one: the words of all others keep their speakers."""
    whole = parse_transcript(specimen.write(TALK), name="x")
    for seed in range(SEEDS):
        value = json.loads(specimen.write(TALK))
        (listed,) = lists_of(value)
        i = random.Random(seed).randrange(1, len(listed) - 2)
        if seed % 2:
            listed[i], listed[i + 1] = listed[i + 1], listed[i]
        else:
            del listed[i]
        changed = parse_transcript(json.dumps(value, ensure_ascii=False).encode(), name="x")
        texts = {(start, text): who for (start, text), who in words_of(whole).items()}
        found = words_of(changed)
        others = [key for key in found if key in texts and found[key] != texts[key]]
        assert len(others) <= 2 * max(len(turn.runs) for turn in whole.turns)


SAID = (
    *("The ferry leaves at nine.", "Nobody told the school.", "We wrote to them in March."),
    *("Then let us put a sign up.", "A bell costs forty crowns.", "I would pay for it myself."),
    *("That is kind of you.", "It is only a bell.", "And who rings it?", "Whoever sees the ferry."),
)
KINDS = {
    "colon": "{}: ",
    "brackets": "[{}] ",
    "brackets and a colon": "[{}]: ",
    "parentheses": "({}) ",
    "angles": "<{}> ",
    "braces": "{{{}}} ",
    "dash": "{} - ",
    "arrow": "{}> ",
    "no blank": "{}:",
    "chevrons": ">> {}: ",
}

OF_NOBODY = frozenset(("angles", "braces", "arrow", "dash"))  # tags, sounds, asides look like these


@pytest.mark.parametrize("write", [srt, cues])
@for_each(KINDS)
@for_each(KINDS)
def test_no_kind_of_label_gives_words_to_another(
    first: str, second: str, write: Callable[..., str]
) -> None:
    """Two speakers, each labelled in a way of his own: each word is his, or nobody's."""
    names = ("Oda Brink", "Pell Marsh")
    styles = (KINDS[first], KINDS[second])
    lines = [styles[i % 2].format(names[i % 2]) + text for i, text in enumerate(SAID)]
    talk = parse_transcript(write(*lines).encode(), name="x")
    for i, text in enumerate(SAID):
        speakers = {turn.speaker for turn in talk.turns if text in turn.text}
        assert speakers, f"lost: {lines[i]}"
        assert speakers <= {names[i % 2], None}, (lines[i], speakers)
    if first == second and first not in OF_NOBODY:
        assert set(talk.speakers) == set(names)


@for_each(KINDS)
def test_json_labels_in_texts_are_read_as_in_captions(kind: str) -> None:
    """The same lines in a list of texts give the same speakers."""
    names = ("Oda Brink", "Pell Marsh")
    lines = [KINDS[kind].format(names[i % 2]) + text for i, text in enumerate(SAID)]
    listed = [{"text": line, "start": i, "duration": 0.9} for i, line in enumerate(lines)]
    told = parse_transcript(json.dumps(listed).encode(), name="x")
    shown = parse_transcript(srt(*lines).encode(), name="x")
    assert [(turn.speaker, turn.text) for turn in told.turns] == [
        (turn.speaker, turn.text) for turn in shown.turns
    ]


@pytest.mark.parametrize(
    ("odd", "speaker", "warned"),
    [
        ("Note: it rained.", None, ["line 39"]),
        ("Chorus of gulls: squawk.", None, ["line 39"]),
        ("[Pell] I did.", "Pell", []),  # a name that is known, in another kind of label
    ],
)
def test_one_odd_label_among_many_takes_no_words_from_others(
    odd: str, speaker: str | None, warned: list[str]
) -> None:
    """Only its own words are of nobody known, and a warning tells the line."""
    names = ("Oda", "Pell")
    lines = [f"{names[i % 2]}: {text}" for i, text in enumerate(SAID * 3)]
    whole = words_of(parse_transcript(srt(*lines).encode(), name="x"))
    changed = parse_transcript(srt(*lines[:9], odd, *lines[10:]).encode(), name="x")
    found = words_of(changed)
    assert [key for key in whole if key in found and whole[key] != found[key]] == []
    said = odd.rpartition(" ")[2]
    assert [turn.speaker for turn in changed.turns if said in turn.text] == [speaker]
    assert [warning.partition(":")[0] for warning in changed.warnings] == warned


def test_a_label_that_is_not_sure_is_told_with_its_line() -> None:
    """And none of its words are those of who spoke before."""
    said = srt("Ann: One.", "Ben: Two.", "Note: three.", "Ann: Four.", "Ben: Five.", "Ann: Six.")
    talk = parse_transcript(said.encode(), name="x")
    assert [turn.speaker for turn in talk.turns][2] is None
    assert any(warning.startswith("line 11:") for warning in talk.warnings)
