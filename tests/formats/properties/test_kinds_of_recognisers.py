"""One talk as many recognisers and tools write it: the same speakers, words and times."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple

import pytest

from nuggets.errors import TranscriptError
from nuggets.formats.reading import parse_transcript
from tests.for_each import for_each

ILKA, BRAM = "Ilka Voss", "Bram Teller"


class Part(NamedTuple):
    """A part of the talk; times in milliseconds."""

    i: int
    text: str
    start: int
    end: int


SAID = (
    ("The mill stopped in the spring, and the dog went on barking.", 1200, 4800),
    ("Who fed the dog while the wheel was under water?", 5000, 8600),
    ("My sister did, and she charged the parish for it.", 9000, 13000),
    ("Did the parish ever pay her what she asked?", 13500, 17000),
    ("Only after she read the bill aloud in the chapel.", 17400, 20000),
    ("Then the next flood will be cheaper, I suppose.", 20500, 24000),
)
Row = tuple[str | None, int | None, str]


def read(source: object) -> list[Row]:
    """Speaker, start and words of each turn."""
    text = source if isinstance(source, str) else json.dumps(source)
    talk = parse_transcript(text.encode(), name="x")
    return [(turn.speaker, turn.runs[0].start_ms, turn.text) for turn in talk.turns]


def said_by(first: str, second: str, *, timed: bool = True) -> list[Row]:
    """The talk of two speakers."""
    return [
        ((first, second)[i % 2], start if timed else None, text)
        for i, (text, start, _) in enumerate(SAID)
    ]


def rows(**fields: Callable[[Part], Any]) -> list[dict[str, Any]]:
    """An object for each part of the talk, with a member for each field."""
    return [
        {key.replace("__", "-"): of(Part(i, *row)) for key, of in fields.items()}
        for i, row in enumerate(SAID)
    ]


def timed_rows(**fields: Callable[[Part], Any]) -> list[dict[str, Any]]:
    """The same with a text and times in seconds."""
    return rows(text=lambda p: p.text, start=_start, end=_end, **fields)


def _start(part: Part) -> float:
    return part.start / 1000


def _end(part: Part) -> float:
    return part.end / 1000


def _scaled(per_ms: float, of: Callable[[Part], float], part: Part) -> int:
    return round(of(part) * 1000 * per_ms)


def number(part: Part) -> str:
    """The label of a speaker as diarisation writes it."""
    return f"SPEAKER_0{part.i % 2}"


def person(part: Part) -> str:
    """The name of a speaker."""
    return name_of(part.i)


def name_of(i: int) -> str:
    """The name of who speaks a part of an index."""
    return (ILKA, BRAM)[i % 2]


KEYS = (
    *("speaker_name", "speakerLabel", "talker", "spk_id", "Speaker", "speaker__name", "spkr"),
    *("diarization_speaker", "utterance_speaker", "spoken_by", "from_name", "host", "client"),
    *("attendee", "persona", "voice_id", "by", "participant_name", "user_name", "speakerInfo"),
)


@for_each(KEYS)
def test_keys_of_speakers(key: str) -> None:
    """Whatever a service calls them, in an object and in a bare list."""
    fields = {key: person}
    assert read({"segments": timed_rows(**fields)}) == said_by(ILKA, BRAM)
    assert read(timed_rows(**fields)) == said_by(ILKA, BRAM)


@for_each(("speaker_confidence", "speaker_gender", "speaker_count", "speaker_change"))
def test_keys_that_tell_of_a_speaker_name_none(key: str) -> None:
    """They hold no name."""
    fields: dict[str, Any] = {key: lambda p: ("high", "low")[p.i % 2]}
    assert {who for who, _, _ in read({"segments": timed_rows(**fields)})} == {None}


NAMES: dict[str, Any] = {
    "speaker_map": {"0": ILKA, "1": BRAM},
    "speakerMap": {"0": {"name": ILKA}, "1": {"name": BRAM}},
    "speaker_labels": {"0": ILKA, "1": BRAM},
    "participants": [
        {"participantId": 0, "displayName": ILKA},
        {"participantId": 1, "displayName": BRAM},
    ],
    "speakers": [{"speakerId": 0, "speakerName": ILKA}, {"speakerId": 1, "speakerName": BRAM}],
}


@for_each(NAMES)
def test_names_beside_the_talk(key: str) -> None:
    """Ids are resolved against them."""
    listed = timed_rows(speaker=lambda p: p.i % 2)
    assert read({key: NAMES[key], "segments": listed}) == said_by(ILKA, BRAM)


BESIDE: dict[str, dict[str, Any]] = {
    "spans within spans": {
        "segments": timed_rows(),
        "diarization": rows(
            segment=lambda p: {"start": p.start / 1000, "end": p.end / 1000}, label=number
        ),
    },
    "paragraphs that begin": {
        "words": [
            {"text": word, "start": (start + 20 * i) / 1000, "end": (start + 20 * i + 9) / 1000}
            for text, start, _ in SAID
            for i, word in enumerate(text.split())
        ],
        "paragraphs": rows(start=_start, speaker=number),
    },
}


@for_each(BESIDE)
def test_who_speaks_is_told_beside_the_talk(kind: str) -> None:
    """In spans, or from a time on."""
    assert read(BESIDE[kind]) == said_by("SPEAKER_00", "SPEAKER_01")


TIMES: dict[str, list[dict[str, Any]]] = {
    "milliseconds with their unit": rows(
        text=lambda p: p.text, start=lambda p: f"{p.start}ms", speaker=person
    ),
    "an offset beside a date": rows(
        text=lambda p: p.text,
        startTime=lambda p: f"2025-03-04T10:00:{p.start // 1000:02}Z",
        timeOffset=_start,
        duration=lambda p: (p.end - p.start) / 1000,
        speaker=person,
    ),
    **{
        f"{per_ms} of a millisecond": rows(
            text=lambda p: p.text,
            start=partial(_scaled, per_ms, _start),
            end=partial(_scaled, per_ms, _end),
            speaker=person,
        )
        for per_ms in (0.001, 0.1, 1, 1000, 10_000, 1_000_000)
    },
}


@for_each(TIMES)
def test_units_of_times(kind: str) -> None:
    """Named, or found by the rate of speech."""
    assert [start for _, start, _ in read(TIMES[kind])] == pytest.approx(
        [start for _, start, _ in SAID], abs=500 if kind.startswith("0.001") else 0
    )


def test_a_list_under_a_name_that_tells_nothing() -> None:
    """It is the talk where it is the only one with texts and times; two are refused."""
    listed = rows(text=lambda p: p.text, start=_start, duration=lambda _: 2.0)
    whole = " ".join(text for text, _, _ in SAID)
    assert read({"dQw4w9WgXcQ": listed}) == [(None, 1200, whole)]
    with pytest.raises(TranscriptError):
        read({"dQw4w9WgXcQ": listed, "aQw4w9WgXcR": listed})


def test_tokens_of_sentencepiece_are_joined() -> None:
    """Their mark begins a word, and is none of it."""
    tokens = ["\u2581The", "\u2581mi", "ll", "\u2581st", "op", "ped", "."]
    words = [{"word": token, "start": i, "end": i + 1} for i, token in enumerate(tokens)]
    assert read({"words": words}) == [(None, 0, "The mill stopped.")]


def captions(write: Callable[[int, str], str], *, arrow: str = " --> ", point: str = ",") -> str:
    """The talk as SRT."""

    def clock(ms: int) -> str:
        return f"00:00:{ms // 1000:02}{point}{ms % 1000:03}"

    return "".join(
        f"{i + 1}\n{clock(start)}{arrow}{clock(end)}\n{write(i, text)}\n\n"
        for i, (text, start, end) in enumerate(SAID)
    )


@for_each(
    [
        *("Speaker #{}: ", "[S{}] ", "{{Speaker {}}} ", "Speaker {}| ", "Speaker {} - "),
        *("<Speaker {}> ", "(Speaker {}) ", "spk_{}: ", "Sprecher {}: ", "Спикер №{}: "),
    ]
)
def test_numbers_of_speakers(label: str) -> None:
    """With or without a colon."""
    found = read(captions(lambda i, text: label.format(i % 2 + 1) + text))
    first, second = (label.format(n).strip("{}[]()<>:|- ") for n in (1, 2))
    assert found == said_by(first, second)


@for_each(
    [
        *(" (laughing)", " (V.O.)", " (O.S.)", " (CONT'D)", " (OFF CAMERA)", " [on the phone]"),
        *(", whispering", " (SINGING)"),
    ]
)
def test_directions_in_a_label_make_no_other_speaker(direction: str) -> None:
    """How it is said is none of the name."""
    labels = [f"{name_of(i)}{direction if i in (1, 4) else ''}" for i in range(len(SAID))]
    found = read(captions(lambda i, text: f"{labels[i]}: {text}"))
    assert found == said_by(ILKA, BRAM)


def test_words_that_recur_before_a_colon_are_of_nobody_else() -> None:
    """`Male speaker:` is not sure to be a name; its words are never the host's."""
    labels = ("Herald", "Male speaker", ILKA)
    found = read(captions(lambda i, text: f"{labels[i % 3]}: {text}"))
    assert [who for who, _, _ in found] == ["Herald", None, ILKA] * 2


@for_each([(" ==> ", ","), (" -> ", "."), (" – > ".replace(" >", ">"), ","), (" --> ", "，")])
def test_times_as_tools_miswrite_them(written: tuple[str, str]) -> None:
    """Arrows of other kinds, and commas of other scripts."""
    source = captions(lambda i, text: f"{name_of(i)}: {text}", arrow=written[0], point=written[1])
    assert read(source) == said_by(ILKA, BRAM)


def test_numbers_and_ends_are_no_speech() -> None:
    """A number that stands twice above its times, and SubViewer's two ends."""
    source = captions(lambda i, text: f"{name_of(i)}: {text}")
    doubled = "\n\n".join(f"{i + 1}\n{cue}" for i, cue in enumerate(source.split("\n\n")[:-1]))
    assert read(doubled) == said_by(ILKA, BRAM)
    ended = "".join(
        f"00:00:{start / 1000:06.3f},00:00:{end / 1000:06.3f}\n{text}\n\n"
        for text, start, end in SAID
    )
    end = read(f"{ended}[END SUBTITLE]\n[END INFORMATION]\n")[-1][2]
    assert end.endswith("I suppose.")


@for_each(
    [
        'File type = "ooTextFile"\nObject class = "TextGrid"\n\n0\n2\n"so we go"\n',
        '[[segment]]\nstart = 1.2\ntext = "so we go"\n' * 3,
        '[\n  { start: 1.2, text: "so we go" },\n  { start: 2.4, text: "we stay" }\n]\n',
        "{}\n" * 20,
    ]
)
def test_what_is_no_talk_is_refused(source: str) -> None:
    """In one line that says what it is."""
    with pytest.raises(TranscriptError) as caught:
        read(source)
    assert "\n" not in str(caught.value)
