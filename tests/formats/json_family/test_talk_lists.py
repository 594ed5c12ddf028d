"""JSON of many programs, in their own shapes: the list is found, flattened, and read once."""

from __future__ import annotations

import json
from typing import Any

import pytest

from nuggets.errors import TranscriptError
from tests.for_each import for_each
from tests.formats.talks import read, spoken

SAID = ("The ferry leaves.", "Nobody told us.", "We wrote in March.")


def words(text: str, start: float) -> list[dict[str, Any]]:
    """The words of a text, a third of a second each."""
    return [
        {"text": word, "start": start + 0.3 * i, "end": start + 0.3 * i + 0.3}
        for i, word in enumerate(text.split())
    ]


LISTED = [{"start": 4 * i, "end": 4 * i + 3, "text": text} for i, text in enumerate(SAID)]
SPANS = [{"start": 4 * i, "end": 4 * i + 3, "speaker": "AB"[i % 2]} for i in range(3)]
TURNS = [
    {
        "start": one["start"],
        "stop": one["end"],
        "speaker": {"ID": 1, "name": "AB"[i % 2], "identifier": "x"},
        "text_blocks": [{"start": one["start"], "stop": one["end"], "text": one["text"]}],
    }
    for i, one in enumerate(LISTED)
]
ALL_WORDS = [word for i, text in enumerate(SAID) for word in words(text, 4 * i)]

SHAPES: dict[str, Any] = {
    "speakers beside segments": {"segments": LISTED, "diarization": SPANS},
    "rows beside segments": {
        "segments": LISTED,
        "speaker_segments": [[one["start"], one["end"], one["speaker"]] for one in SPANS],
    },
    "paragraphs beside words": {"words": ALL_WORDS, "paragraphs": SPANS},
    "BBC": {
        "retval": {
            "words": [
                {"word": one["text"].lower(), "punct": one["text"], **one} for one in ALL_WORDS
            ],
            "segmentation": {
                "speakers": [{"@id": "A"}, {"@id": "B"}],
                "segments": [
                    {"start": one["start"], "duration": 3, "speaker": {"@id": one["speaker"]}}
                    for one in SPANS
                ],
            },
        }
    },
    "names by id": {
        "segments": [{**one, "speaker": f"id{i % 2}"} for i, one in enumerate(LISTED)],
        "speakers": [{"id": "id0", "name": "A"}, {"id": "id1", "name": "B"}],
    },
    "names in a map": {
        "segments": [{**one, "speaker": f"S{i % 2}"} for i, one in enumerate(LISTED)],
        "speakers": {"S0": "A", "S1": "B"},
    },
    "Video Indexer": {
        "videos": [
            {
                "insights": {
                    "transcript": [
                        {
                            "id": i,
                            "text": text,
                            "speakerId": i % 2 + 1,
                            "instances": [
                                {"start": f"0:00:0{4 * i}.5", "end": f"0:00:0{4 * i + 1}"}
                            ],
                        }
                        for i, text in enumerate(SAID)
                    ],
                    "speakers": [{"id": 1, "name": "A"}, {"id": 2, "name": "B"}],
                }
            }
        ]
    },
    "Oyez": {"transcript": {"sections": [{"turns": TURNS[:2]}, {"turns": TURNS[2:]}]}},
    "tracks": {
        "speakers": [
            {"name": "A", "segments": [LISTED[0], LISTED[2]]},
            {"name": "B", "segments": [LISTED[1]]},
        ]
    },
    "Telegram": {
        "messages": [
            {"type": "service", "actor": "A", "date": "2024-01-01T10:00:00", "text": ""},
            *(
                {
                    "type": "message",
                    "date": "2024-01-01T10:00:00",
                    "from": "AB"[i % 2],
                    "from_id": f"user{i % 2}",
                    "text": [text[:3], {"type": "bold", "text": text[3:]}] if i else text,
                }
                for i, text in enumerate(SAID)
            ),
        ]
    },
    "Discord": {
        "channel": {"id": "2", "name": "general"},
        "messages": [
            *(
                {
                    "type": "Default",
                    "timestamp": "2021-01-01T10:00:00+00:00",
                    "content": text,
                    "author": {"id": str(i % 2), "name": "x", "nickname": "AB"[i % 2]},
                }
                for i, text in enumerate(SAID)
            ),
            {"type": "GuildMemberJoin", "content": "Joined the server.", "author": {"name": "C"}},
        ],
    },
}


@for_each(SHAPES)
def test_the_talk_is_found_with_its_speakers(shape: str) -> None:
    """Wherever the names, the times and the words stand."""
    talk = read(json.dumps(SHAPES[shape]))
    assert spoken(talk) == [("AB"[i % 2], text) for i, text in enumerate(SAID)]


def test_what_two_speak_in_one_segment_is_nobodys() -> None:
    """The segment tells no words apart; the user is told."""
    whole = {
        "segments": [{"start": 0, "end": 8, "text": " ".join(SAID)}],
        "diarization": SPANS[:2],
    }
    talk = read(json.dumps(whole))
    assert talk.speakers == ()
    assert any("several speak" in warning for warning in talk.warnings)


INTERIM: dict[str, list[dict[str, Any]]] = {
    "Deepgram": [
        {"type": "Metadata", "duration": 3},
        *(
            {
                "type": "Results",
                "is_final": final,
                "start": 0,
                "duration": 2,
                "channel": {"alternatives": [{"transcript": text, "words": words(text, 0)}]},
            }
            for final, text in ((False, "The fer"), (True, SAID[0]))
        ),
    ],
    "AssemblyAI": [
        {"message_type": "SessionBegins", "session_id": "x"},
        {"message_type": "PartialTranscript", "audio_start": 0, "audio_end": 900, "text": "The"},
        {"message_type": "FinalTranscript", "audio_start": 0, "audio_end": 1500, "text": SAID[0]},
    ],
    "Vosk": [
        {"partial": "the"},
        {
            "result": [
                {"word": word, "start": i, "end": i + 0.5, "conf": 1}
                for i, word in enumerate(SAID[0].split())
            ],
            "text": SAID[0],
        },
    ],
    "growing texts": [
        {"speaker": "A", "start": 0, "end": i, "text": SAID[0][:i]} for i in (5, 9, len(SAID[0]))
    ],
}


@for_each(INTERIM)
def test_interim_results_are_read_once(stream: str) -> None:
    """Only what a recogniser says last of each stretch of speech counts."""
    lines = "\n".join(json.dumps(one) for one in INTERIM[stream])
    talk = read(lines)
    assert " ".join(turn.text for turn in talk.turns) == SAID[0]
    assert any(left.reason == "interim result" for left in talk.left_out)


@pytest.mark.parametrize(
    "value",
    [
        [[LISTED[0]], [LISTED[1]]],
        {"posts": [{"id": 1, "content": {"rendered": "<p>Ann: hush</p>"}}]},
    ],
)
def test_several_talks_and_pages_are_refused(value: Any) -> None:
    """A list for each recording, and a page within JSON."""
    with pytest.raises(TranscriptError):
        read(json.dumps(value))


def test_a_list_in_a_list_is_the_talk() -> None:
    """As youtube_transcript_api writes the captions of one recording."""
    assert read(json.dumps([LISTED])).turns[0].text == " ".join(SAID)
