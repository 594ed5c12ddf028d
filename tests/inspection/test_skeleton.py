"""Skeletons of files: the structure is kept, and no word."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuggets.formats.format_detection import detect_format
from nuggets.formats.reading import parse_transcript
from nuggets.inspection.skeleton import to_skeleton
from tests.for_each import for_each
from tests.formats.specimens import SPECIMENS
from tests.formats.specimens.specimen import Specimen
from tests.formats.specimens.talk import TURNS
from tests.hangs import stopped_if_it_hangs
from tests.tools.build_specimens import FOLDER

SECRETS = {
    word.strip(".,?!:;").lower()
    for speaker, text in TURNS
    for word in (*speaker.split(), *text.split())
    if len(word) > 4
}


@for_each(SPECIMENS, named=lambda specimen: specimen.file)
def test_no_word_of_the_talk_is_left(specimen: Specimen) -> None:
    """Of every specimen that is text, the skeleton holds no word of the talk."""
    data = (FOLDER / specimen.file).read_bytes()
    if data.startswith((b"PK", b"\x1f\x8b", b"%PDF")):
        return
    text = data.decode("utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8")
    masked = to_skeleton(text)
    words = {word.lower() for word in re.findall(r"[^\W\d_]+", masked)}
    assert not words & SECRETS
    assert len(re.findall("[\r\n\t ]", masked)) == len(re.findall("[\r\n\t ]", text))


@given(st.text())
def test_only_punctuation_white_space_and_masks_are_left(text: str) -> None:
    """Whatever the text, no letter, accent, ideograph, emoji or digit gets through."""
    masked = to_skeleton(f"- {text}")
    assert len(masked) == len(text) + 2
    left = [
        char for char in masked if (char.isalnum() or ord(char) > 0x1F000) and char not in "xX0"
    ]
    assert left == []


def test_white_space_and_marks_stay() -> None:
    """Line ends of all kinds, tabs, no-break spaces, quotes and notes are as they were."""
    text = "A b\tc\r\nd\re\u2028f\xa0g — “h”, i… ♪ j’s 10%\x85"
    assert to_skeleton(text) == "X x\tx\r\nx\rx\u2028x\xa0x — “x”, x… ♪ x’x 00%\x85"


def test_every_script_is_masked() -> None:
    """Accents, combining marks, ideographs, emoji with their joiners, fractions."""
    assert to_skeleton("Ünï 你好 ж") == "Xxx xx x"
    assert to_skeleton("e\u0301 👩\u200d🚀 ½ Ⅷ ٣") == "xx xxx x x 0"
    assert "\x1b" not in to_skeleton("a\x1b[31m\u202eb")


def test_captions_keep_their_structure() -> None:
    """Headers, settings, names of tags and entities; not what a note, a name or a class says."""
    text = (
        "WEBVTT - Our talk\nKind: captions\n\nNOTE by Ann\n\nREGION\nid:ann\n\n"
        "intro\n00:01:02.345 --> 00:01:03.000 align:start position:10% region:ann Ann\n"
        "<v.loud Ann Lee>NOTE that <i>AT&amp;T</i> &Ann; <ann>left: start</v>\n"
    )
    assert to_skeleton(text) == (
        "WEBVTT - Xxx xxxx\nKind: xxxxxxxx\n\nNOTE xx Xxx\n\nREGION\nxx:xxx\n\n"
        "xxxxx\n00:00:00.000 --> 00:00:00.000 align:start position:00% region:xxx Xxx\n"
        "<v.xxxx Xxx Xxx>XXXX xxxx <i>XX&amp;X</i> &Xxx; <xxx>xxxx: xxxxx</v>\n"
    )


def test_keywords_of_one_format_are_words_in_another() -> None:
    """NOTE begins a note only in captions, @Comment a header only in CHAT."""
    assert to_skeleton("NOTE this\n@Comment: that") == "XXXX xxxx\n@Xxxxxxx: xxxx"
    chat = "@UTF8\n@Begin\n@Participants:\tCHI Ann Target_Child\n*CHI:\thello .\n%mor:\tco|hello\n"
    assert to_skeleton(chat) == (
        "@UTF8\n@Begin\n@Participants:\tXXX Xxx Xxxxxx_Xxxxx\n*XXX:\txxxxx .\n%mor:\txx|xxxxx\n"
    )


def test_json_keeps_its_keys() -> None:
    """Known keys, types and literals stay; other keys, values and escaped letters do not."""
    text = (
        '{"results": [{"word": "caf\\u00e9\\u2019s \\"text\\"\\n", "type": "punctuation", '
        '"start": 12.5, "Ann Lee": "type", "text": "punctuation", "speaker": null, "final": true}]}'
    )
    masked = to_skeleton(text)
    assert masked == (
        '{"results": [{"word": "xxx\\u0078\\u2019x \\"xxxx\\"\\n", "type": "punctuation", '
        '"start": 0.0, "Xxx Xxx": "xxxx", "text": "xxxxxxxxxxx", "speaker": null, "xxxxx": true}]}'
    )
    assert json.loads(masked)["results"][0]["word"] == 'xxxx’x "xxxx"\n'


def test_numbers_of_json_stay_numbers() -> None:
    """Numbers stay valid JSON numbers, and no digit of them is left."""
    text = '[{"start": 12.25, "end": 3456, "p": -7.6e-12, "q": 1E5, "t": "81.400s", "text": "9s"}]'
    masked = to_skeleton(text)
    assert masked == (
        '[{"start": 0.00, "end": 0, "p": -0.0e-0, "x": 0e0, "x": "00.000s", "text": "0s"}]'
    )
    assert json.loads(masked)


@pytest.mark.parametrize(
    "text",
    [
        '[[Music]] That is true, or null. "So, true", true, he said: false',
        "[] Is that true?",
        "[{vocalsound}] It is true, null",
        '{"words": "so"} he said true, or false',
    ],
)
def test_json_literals_in_speech_are_masked(text: str) -> None:
    """Literals are kept in JSON alone, not in text that only begins like it or follows it."""
    assert not re.search("true|false|null", to_skeleton(text))


@pytest.mark.parametrize(
    "file",
    [
        *("whisper.json", "assemblyai.json", "google-stt.json"),
        *("whisper.tsv", "whisper-cpp.csv", "faster-whisper.txt"),
    ],
)
def test_a_skeleton_is_of_the_same_format(file: str) -> None:
    """The skeleton is recognised as the format of the file."""
    data = (FOLDER / file).read_bytes()
    masked = to_skeleton(data.decode()).encode()
    found, meant = (parse_transcript(one, name=file) for one in (masked, data))
    assert found.format == meant.format


@for_each(range(1, 60))
def test_truncated_json_is_masked(end: int) -> None:
    """Wherever JSON is truncated, no word is left."""
    text = '[{"text": "Ann \\"said\\" \\u00e9 so", "word": "harbor"}, "pump"]'[:end]
    assert not re.search("Ann|said|so|harb|pum", to_skeleton(text))


@pytest.mark.parametrize(
    "bomb", ['{"' + '\\"' * 500_000, "<b " * 300_000, "&amp" * 300_000, '["a":' * 200_000]
)
def test_bombs_do_not_hang(bomb: str) -> None:
    """A megabyte of unclosed strings, tags or brackets is masked in linear time."""
    with stopped_if_it_hangs():
        assert len(to_skeleton(bomb)) == len(bomb)


@for_each(sorted(FOLDER.glob("*.json*")), named=lambda path: path.name)
def test_a_skeleton_of_json_is_of_the_same_format(path: Path) -> None:
    """All keys that a reader goes by are kept, so that a bug report can be read as the file was."""
    data = path.read_bytes()
    skeleton = to_skeleton(data.decode())
    assert detect_format(skeleton).name == parse_transcript(data, name="x").format
