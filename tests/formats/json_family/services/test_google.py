"""Google's speech recognition: words are read once, whichever results repeat them."""

from __future__ import annotations

from typing import Any

import pytest

from tests.formats.json_family.talks import read_json, times
from tests.formats.talks import spoken


def word(text: str, start: float, tag: int | None = None) -> dict[str, Any]:
    """A word, half a second long."""
    bare: dict[str, Any] = {"startTime": f"{start}s", "endTime": f"{start + 0.5}s", "word": text}
    return bare | ({} if tag is None else {"speakerTag": tag})


def result(transcript: str | None, *words: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A result with its best alternative."""
    best: dict[str, Any] = {"words": list(words)} if words else {}
    return {
        "alternatives": [best | ({} if transcript is None else {"transcript": transcript})],
        **more,
    }


TAGGED = (word("Hi", 1, 1), word("you.", 2, 1), word("Ho.", 3, 2))
SPOKEN = [("1", "Hi you."), ("2", "Ho.")]


@pytest.mark.parametrize(
    "before",
    [
        [result("Hi you.", word("Hi", 1), word("you.", 2)), result("Ho.", word("Ho.", 3))],
        [result("Hi you.", word("Hi", 1, 0), word("you.", 2, 0)), result(" Ho.", word("Ho.", 3))],
        [result("Hi you."), result(" Ho.")],
        [result("Hi you.", *TAGGED[:2])],
        [],
    ],
)
def test_a_last_result_with_all_words_is_read_alone(before: list[Any]) -> None:
    """Whether the words before have no tags, none of themselves, or grow from result to result."""
    whole = {"results": [*before, result(None, *TAGGED)], "x": {"transcript": ""}}
    assert spoken(read_json(whole)) == SPOKEN


def test_results_with_their_own_speakers_are_all_read() -> None:
    """A last result that begins alike repeats nothing."""
    results = [result("Hi you.", *TAGGED[:2]), result("Hi.", word("Hi.", 9, 2))]
    assert spoken(read_json({"results": results})) == [("1", "Hi you."), ("2", "Hi.")]
    results = [result("Hi."), result("Hi you.", *TAGGED[:2])]
    assert spoken(read_json({"results": results}))[0][1].startswith("Hi")


@pytest.mark.parametrize(
    ("times_of", "expected"),
    [
        ({"startTime": "1.400s", "endTime": "1.5s"}, (1400, 1500)),
        ({"startOffset": "1.400s", "endOffset": "1.5s"}, (1400, 1500)),
        ({"start_time": {"seconds": "1", "nanos": 400_000_000}, "end_time": {}}, (1400, 0)),
        ({"startTime": {"nanos": 4_000_000}}, (4, None)),
        ({"endTime": "0.5s"}, (0, 500)),
        ({}, (None, None)),
    ],
)
def test_times_are_read_however_libraries_write_them(
    times_of: dict[str, Any], expected: tuple[int | None, int | None]
) -> None:
    """A beginning that protobuf left out is 0."""
    talk = read_json({"results": [result("Hi.", {"word": "Hi.", **times_of})]})
    assert times(talk) == [("Hi.", *expected)]


def test_results_are_found_in_what_the_service_puts_around() -> None:
    """An operation of v1, a file of v2's batches, and a bare list."""
    results = [result("Hi.", word("Hi.", 1))]
    for whole in (
        {"name": "1", "done": True, "response": {"results": results}},
        {"results": {"gs://b/a.mp3": {"transcript": {"results": results}}}},
        {"results": {"gs://b/a.mp3": {"inlineResult": {"transcript": {"results": results}}}}},
        results,
    ):
        assert spoken(read_json(whole)) == [(None, "Hi.")]


def test_channels_are_speakers_in_the_order_of_time() -> None:
    """Where more than one is spoken in."""
    results = [
        result("Late.", word("Late.", 5), channelTag=1),
        result("Early.", word("Early.", 1), channelTag=2),
    ]
    found = spoken(read_json({"results": results}, in_order=False))
    assert found == [("channel 2", "Early."), ("channel 1", "Late.")]


def test_the_same_of_ibm_has_its_speakers_beside() -> None:
    """They are found by their times; words are lists of a text and two times."""
    labels = [
        {"from": 1.0, "to": 1.5, "speaker": 0, "final": False},
        {"from": 2.0, "to": 2.5, "speaker": 1, "final": False},
    ]
    best = {"transcript": "hi ho ", "timestamps": [["hi", 1.0, 1.5], ["ho", 2.0, 2.5]]}
    whole = {"result_index": 0, "results": [{"alternatives": [best]}], "speaker_labels": labels}
    talk = read_json(whole)
    assert spoken(talk) == [("0", "hi"), ("1", "ho")]
    assert times(talk) == [("hi", 1000, 1500), ("ho", 2000, 2500)]


def test_times_of_riva_are_milliseconds_and_its_first_speaker_is_0() -> None:
    """As its client writes them, whole numbers and no unit."""
    words = [
        {"startTime": 1200 + 400 * i, "endTime": 1500 + 400 * i, "word": text, "speakerTag": tag}
        for i, (text, tag) in enumerate((("Hi", 0), ("you.", 0), ("Ho", 1), ("there.", 1)))
    ]
    talk = read_json({"results": [result("Hi you. Ho there.", *words)]})
    assert spoken(talk) == [("0", "Hi you."), ("1", "Ho there.")]
    assert times(talk)[2] == ("Ho ", 2000, 2300)
