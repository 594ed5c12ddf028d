"""JSON of services without a reader of their own: one list of segments or words, or an error."""

from __future__ import annotations

import json
from typing import Any

import pytest

from nuggets.errors import MalformedTranscriptError, TranscriptError, UnknownFormatError
from tests.formats.json_family.talks import read_json, times
from tests.formats.talks import check_runs, read, spoken

SAID = (("Ann", "We began with the bridge."), ("Ben", "It stands."), ("Ann", "And it cost less."))


def listed(text: str = "text", speaker: str = "speaker", **more: Any) -> list[dict[str, Any]]:
    """A list of three turns; values of more members that are functions are given the position."""
    return [
        {speaker: who, text: said}
        | {key: value(i) if callable(value) else value for key, value in more.items()}
        for i, (who, said) in enumerate(SAID)
    ]


SHAPES = {
    "a bare list": listed(),
    "with titles": {"title": "The dam", "transcript": listed()},
    "Fireflies": {"data": {"transcript": {"id": "x", "sentences": listed("text", "speaker_name")}}},
    "Fireflies' download": listed("sentence", "speaker_name", speaker_id=7),
    "camel case": {"Segments": listed("content", "speakerName")},
    "an unknown name": {"what_they_said": listed()},
    "a speaker who is an object": [
        {"speaker": {"id": 3, "name": who}, "text": said} for who, said in SAID
    ],
    "a list that says the same again": {
        "paragraphs": [{"speaker": None, "text": "hush", "start": 1, "end": 2}],
        "utterances": listed(),
    },
}


@pytest.mark.parametrize("shape", SHAPES)
def test_lists_of_turns_are_read(shape: str) -> None:
    """Wherever the list is, and whatever its members are called."""
    talk = read_json(SHAPES[shape])
    assert (talk.format, spoken(talk)) == ("json", list(SAID))


@pytest.mark.parametrize(
    "more",
    [
        {"start": lambda i: 2.0 * i + 1, "end": lambda i: 2.0 * i + 2},
        {"start_time": lambda i: 2 * i + 1, "end_time": lambda i: 2 * i + 2},
        {"start": lambda i: 2 * i + 1, "duration": 1},
        {"startMs": lambda i: 2000 * i + 1000, "endMs": lambda i: 2000 * i + 2000},
        {"start": lambda i: 2000 * i + 1000, "end": lambda i: 2000 * i + 2000},
        {"offsetInTicks": lambda i: (2 * i + 1) * 1e7, "durationInTicks": 1e7, "offset": "PT1S"},
        {"offsetMilliseconds": lambda i: 2000 * i + 1000, "durationMilliseconds": 1000},
        {"start": lambda i: f"00:00:0{2 * i + 1}", "end": lambda i: f"00:00:0{2 * i + 2}"},
    ],
)
def test_times_in_any_unit(more: dict[str, Any]) -> None:
    """The unit is part of the name, or follows from how fast people speak."""
    talk = read_json(listed("sentence", **more))
    assert talk.format == "json"
    assert times(talk) == [
        (text, 2000 * i + 1000, 2000 * i + 2000) for i, (_, text) in enumerate(SAID)
    ]


def test_milliseconds_in_a_list_of_segments() -> None:
    """AssemblyAI's utterances alone look like those of WhisperX, but are in milliseconds."""
    talk = read_json(listed(start=lambda i: 2000 * i, end=lambda i: 2000 * i + 1900))
    assert [start for _, start, _ in times(talk)] == [0, 2000, 4000]


def test_whole_seconds_stay_seconds() -> None:
    """A few words a minute are slow, but no milliseconds."""
    talk = read_json(listed(start=lambda i: 40 * i, end=lambda i: 40 * i + 30))
    assert [start for _, start, _ in times(talk)] == [0, 40_000, 80_000]


def test_dates_are_no_times() -> None:
    """Times of day are left out, and the user is told; so are times of an unknown name."""
    talk = read_json(listed(timestamp="2026-06-15T08:00:00Z"))
    assert talk.duration_ms is None
    assert any("dates" in warning for warning in talk.warnings)
    talk = read_json(listed(start_frame=3))
    assert any("not known" in warning for warning in talk.warnings)


def test_marks_go_where_they_are_attached() -> None:
    """Speechmatics says of each mark to which word it belongs."""
    words = [("¿", "next"), ("Qué", None), ("?", "previous"), ("Bien", None), (".", None)]
    results = [
        {"start_time": i, "end_time": i + 1, "alternatives": [{"content": text, "speaker": "S1"}]}
        | {"type": "word" if text.isalpha() else "punctuation"}
        | ({"attaches_to": to} if to else {})
        for i, (text, to) in enumerate(words)
    ]
    talk = read_json({"format": "2.9", "results": results})
    assert spoken(talk) == [("S1", "¿Qué? Bien.")]


def test_channels_are_speakers_where_nobody_is_named() -> None:
    """Azure transcribes each channel by itself."""
    phrases = [
        {"channel": i % 2, "offsetMilliseconds": 1000 * i, "durationMilliseconds": 900, "text": t}
        for i, t in enumerate(("One.", "Two.", "Three."))
    ]
    talk = read_json({"phrases": phrases, "combinedPhrases": [{"channel": 0, "text": "hush"}]})
    assert spoken(talk) == [("channel 0", "One."), ("channel 1", "Two."), ("channel 0", "Three.")]


@pytest.mark.parametrize(
    "value",
    [
        {"a": listed(), "b": listed()},
        {"entities": [{"text": "hush", "start": 1, "end": 2}]},
        {"chapters": [{"startTime": 0, "text": "hush"}]},
        {"speaker": "Ann", "text": "hush"},
        {"posts": [{"id": 1, "content": {"rendered": "<p><b>Ann:</b> hush</p>"}}]},
    ],
)
def test_what_is_not_surely_a_talk_is_refused(value: Any) -> None:
    """Several lists, times of something else, or no list: an error that quotes nothing."""
    with pytest.raises(TranscriptError) as caught:
        read_json(value)
    assert "hush" not in str(caught.value)


def test_an_entry_without_text_is_named_by_its_line() -> None:
    """The others are read as segments, so this one should be."""
    value = [*listed("sentence"), {"speaker": "Ann", "sentense": "hush"}]
    with pytest.raises(MalformedTranscriptError, match="needs a text") as caught:
        read_json(value)
    assert caught.value.line == 1


def test_the_keys_of_unknown_json_are_named() -> None:
    """At most six, and only what looks like an identifier."""
    value = {"What did she say?": 1, **{f"key_{i}": i for i in range(9)}}
    with pytest.raises(UnknownFormatError) as caught:
        read_json(value)
    assert '"key_0", "key_1"' in str(caught.value)
    assert '"key_5", ...' in str(caught.value)
    assert "she say" not in str(caught.value)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\n\n"])
def test_json_lines_are_a_list(end: str) -> None:
    """One object a line, each with something that is said; places are those of the source."""
    said = listed(start=lambda i: i + 1, end=10**400)
    source = end.join(json.dumps(one) for one in said)
    for text in (source, source + end):
        talk = read(text)
        check_runs(talk)
        assert (talk.format, spoken(talk)) == ("json", list(SAID))
        assert talk.turns[1].runs[0].start_ms == 2000


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"speaker": "Ann"', "breaks off"),
        ('{"speaker": "Ann", "title": "hush"}', "needs a text"),
        ('["hush"]', "text after the end"),
        ("hush", "breaks off"),
    ],
)
def test_json_lines_that_are_not_all_alike_are_refused(line: str, reason: str) -> None:
    """With the line that is another."""
    source = "\n".join((*(json.dumps(one) for one in listed()), line))
    with pytest.raises(MalformedTranscriptError, match=reason) as caught:
        read(source)
    assert caught.value.line == 4
    assert "hush" not in str(caught.value)


def test_whole_talks_one_below_the_other_are_refused() -> None:
    """They are not one talk."""
    source = json.dumps({"transcript": listed()})
    with pytest.raises(MalformedTranscriptError, match=r"line 2: text after .* part them"):
        read(f"{source}\n{source}\n")


def test_other_json_lines_are_told_to_become_a_list() -> None:
    """One JSON text a line is no JSON."""
    with pytest.raises(UnknownFormatError, match="one list"):
        read('{"a": 1}\n{"a": 2}\n')


@pytest.mark.parametrize("key", ["name", "participant"])
def test_a_name_that_recurs_is_a_speaker(key: str) -> None:
    """With times or without, in a list of any name."""
    said = [*listed("content", key), *listed("content", key)]
    for whole in (said, {"transcript": said}, [{**one, "start": i} for i, one in enumerate(said)]):
        assert spoken(read_json(whole))[1:] == [
            *SAID[1:2],
            ("Ann", f"{SAID[2][1]} {SAID[0][1]}"),
            *SAID[1:],
        ]


def test_a_name_that_does_not_recur_is_no_speaker() -> None:
    """It is the name of something else."""
    said = [
        {"name": f"part {i}", "text": text, "start": i, "end": i + 1}
        for i, (_, text) in enumerate(SAID)
    ]
    assert read_json(said).speakers == ()
    with pytest.raises(TranscriptError):
        read_json([{"name": one["name"], "text": one["text"]} for one in said])


@pytest.mark.parametrize(
    "whole",
    [
        {"she never said so": listed(), "he left the firm": listed()},
        {"she never said so": [*listed(), "hush", *listed(), *listed()]},
    ],
)
def test_errors_quote_no_keys_that_may_be_words(whole: Any) -> None:
    """A key that is no identifier may be what somebody said."""
    with pytest.raises(MalformedTranscriptError) as caught:
        read_json(whole)
    assert not any(word in str(caught.value) for word in ("she", "firm", "hush"))


def test_a_number_without_end_tells_nothing_of_the_unit() -> None:
    """The other times do."""
    said = listed(start=lambda i: 2000 * i + 1000, end=lambda i: 2000 * i + 2000)
    said[0]["end"] = 10**400
    assert [start for _, start, _ in times(read_json(said))] == [1000, 3000, 5000]


def clock(second: int) -> str:
    """A time as Teams writes it, finer than a millisecond."""
    return f"00:00:0{second}.3430590"


def timed(word: str, second: float) -> dict[str, Any]:
    """A word of newer files of Recall.ai, whose times are objects."""
    ends = {"relative": second + 0.5, "absolute": "2024-05-01T10:00:01Z"}
    return {"text": word, "start_timestamp": {**ends, "relative": second}, "end_timestamp": ends}


SERVICES = {
    "Teams and Stream": {
        "type": "Transcript",
        "entries": listed(
            speaker="speakerDisplayName",
            speakerId=lambda i: f"{i}5aa-bb@cc-dd",
            startOffset=lambda i: clock(2 * i + 1),
            endOffset=lambda i: clock(2 * i + 2),
            spokenLanguageTag="en-us",
        ),
    },
    "Recall.ai": [
        {
            "participant": {"id": i, "name": who, "is_host": True},
            "words": [timed(word, 2 * i + 1.343) for word in said.split()],
        }
        for i, (who, said) in enumerate(SAID)
    ],
    "AWS Call Analytics": {
        "Participants": [{"ParticipantRole": "Ann"}, {"ParticipantRole": "Ben"}],
        "Transcript": listed(
            "Content",
            "ParticipantRole",
            BeginOffsetMillis=lambda i: 2000 * i + 1343,
            EndOffsetMillis=lambda i: 2000 * i + 2343,
            Items=[{"Content": "hush", "BeginOffsetMillis": 7}],
        ),
    },
}


@pytest.mark.parametrize("service", SERVICES)
def test_services_that_name_things_in_their_own_way(service: str) -> None:
    """Names go before ids, and clocks and times that are objects are times."""
    talk = read_json(SERVICES[service])
    assert spoken(talk) == list(SAID)
    assert [turn.runs[0].start_ms for turn in talk.turns] == [1343, 3343, 5343]


def test_offsets_that_are_no_clocks_are_no_times() -> None:
    """They count characters, as those of annotations do."""
    talk = read_json(listed(startOffset=lambda i: 30 * i, endOffset=lambda i: 30 * i + 20))
    assert spoken(talk) == list(SAID)
    assert [turn.runs[0].start_ms for turn in talk.turns] == [None] * 3


@pytest.mark.parametrize("is_list", [False, True])
def test_results_with_words_are_read(is_list: bool) -> None:
    """Vosk writes one result for each stretch of speech, the last often empty."""
    results = [
        {
            "result": [
                {"conf": 1, "start": at + i, "end": at + i + 0.5, "word": word}
                for i, word in enumerate(said.split())
            ],
            "text": said,
        }
        for at, said in ((1.0, "so we began"), (9.0, "and it stands"))
    ]
    talk = read_json([*results, {"text": ""}] if is_list else results[0])
    said = "so we began and it stands" if is_list else "so we began"
    assert (talk.format, spoken(talk)) == ("json", [(None, said)])
    assert talk.turns[0].runs[0].start_ms == 1000
