"""Formats are detected by content; what is none of them is refused with a hint."""

from __future__ import annotations

import pickle

import pytest

from nuggets.errors import (
    EmptyTranscriptError,
    MalformedTranscriptError,
    OptionError,
    TranscriptError,
    UnknownFormatError,
)
from nuggets.formats.format_detection import find_format
from nuggets.formats.reading import parse_transcript
from tests.formats.specimens.docx import document, paragraph, run, table
from tests.formats.talks import read

SAID = (
    *("We began with the bridge.", "And what came of it?", "It stands, and it cost less."),
    *("Thank you for that.", "There is more to say of the dam.", "Then say it."),
)


def tell(form: str, between: str = "\n\n") -> str:
    """Write a short talk of two people, each turn in a form: {n}ame, {t}ext, {s}econds, {e}nd."""
    names = ("Anna Lee", "Ben Cole") * 3
    turns = enumerate(zip(names, SAID, strict=True))
    return between.join(form.format(n=n, t=t, s=3 * i + 1, e=3 * i + 3) for i, (n, t) in turns)


LABELS = tell("{n}: {t}")
BOTH = ("Anna Lee", "Ben Cole")
COLON = ("There is more", "On the question of the dam: there is more")
NEIGHBOURS = {
    "Teams' older form": ("teams-docx", BOTH, tell("0:0:{s}.1 --> 0:0:{e}.25\n{n}\n{t}")),
    "captions with such times": ("vtt", (), tell("0:0:{s}.1 --> 0:0:{e}.25\n{t}\n{t}")),
    "captions with such times and a header": (
        *("vtt", BOTH),
        "WEBVTT\n\n" + tell("0:0:{s}.1 --> 0:0:{e}.25\n{n}: {t}"),
    ),
    "captions of a Teams document": (
        *("vtt", BOTH),
        "WEBVTT\n\n" + tell("00:00:{s:02}.000 --> 00:00:{e:02}.000\n<v {n}>{n}   0:0{s}\n{t}</v>"),
    ),
    "subtitles of a Teams document": (
        *("srt", BOTH),
        tell("{s}\n00:00:{s:02},000 --> 00:00:{e:02},000\n{n}   0:0{s}\n{t}"),
    ),
    "Teams": ("teams-docx", BOTH, tell("{n}   0:{s:02}\n{t}")),
    "Otter": ("otter", BOTH, tell("{n}  0:{s:02}\n{t}")),
    "Otter with blanks behind": ("otter", BOTH, tell("{n}  0:{s:02}  \n{t}")),
    "Meet": ("meet-docx", BOTH, "Notes\nThey met.\n00:00:00\n" + tell("{n}: {t}", "\n")),
    "a very short Meet": (
        *("meet-docx", ("Martin S",)),
        "00:00:11\nMartin S: Right. Shall we begin.\nTranscription ended after 00:00:39\n",
    ),
    "names above times": ("plain", BOTH, tell("{n}\n00:00:{s:02}\n{t}").replace(*COLON)),
    "times above names": ("plain", BOTH, tell("00:00:{s:02}\n{n}\n{t}").replace(*COLON)),
    "times above words": ("plain", (), tell("00:00:{s:02}\n{t}").replace(*COLON)),
    "times now and then": ("plain", BOTH, f"{LABELS}\n\n00:05:00\n\n{LABELS}\n"),
    "Zoom": ("zoom-txt", BOTH, tell("00:00:{s:02}\t{n}\t{t}", "\n")),
    "Zoom's chat about HTML": (
        *("zoom-txt", BOTH),
        tell("10:00:{s:02} From {n} to Everyone : <b>{t}</b>", "\n"),
    ),
    "a table of numbers by time": ("plain", (), tell("00:00:{s:02}\t{s}\t{e}", "\n")),
    "a table of numbers": ("prose", (), tell("{s}\t{e}\t{t}", "\n")),
    "times and tabs": ("plain", (), tell("00:00:{s:02}\t{t}", "\n")),
    "bold labels": ("plain", BOTH, tell("**{n}:** {t}")),
    "bold labels below a heading": ("markdown", BOTH, "# The dam\n\n" + tell("**{n}:** {t}")),
    "a line that begins with a number sign": ("plain", BOTH, f"{LABELS}\n#5 is the one"),
    "a part of a page": ("html", BOTH, tell("<p><b>{n}:</b> {t}</p>", "\n")),
    "talk about HTML": ("plain", BOTH, tell("{n}: use <p> and </p>, or <b>x</b>", "\n")),
    "talk about JSON": ("plain", BOTH, LABELS + '\nAnna Lee: {"a": 1} is JSON, "b": 2 is not.'),
    "talk about CHAT": ("plain", BOTH, tell("{n}: a line is *CHI: hello .", "\n")),
    "prose about captions": (
        *("prose", ()),
        "Captions are simple.\n\nA file begins with a line\n\nWEBVTT\n\nand then come the cues.",
    ),
    "prose that quotes a cue": (
        *("prose", ()),
        "They begin so. " * 200 + "\n\n00:01.000 --> 00:02.000\nhi\n\n" + "They end so. " * 9,
    ),
    "talk that quotes a cue": (
        *("plain", BOTH),
        f"{LABELS}\n00:00:01.000 --> 00:00:02.000\nhello",
    ),
    "Rev": ("rev", BOTH, tell("{n} (00:{s:02}):\n{t}")),
    "Rev on one line": ("rev", BOTH, tell("{n} (00:00:{s:02}): {t}")),
    "times in brackets behind names": ("plain", BOTH, tell("{n} [00:00:{s:02}]: {t}")),
    "times in parentheses before names": ("plain", BOTH, tell("(00:00:{s:02}) {n}: {t}")),
    "labels, and a time in the midst": ("plain", BOTH, f"{LABELS}\nNoon (12:00) was too late."),
    "Descript": ("descript", BOTH, tell("{n}: [00:00:{s:02}] {t}")),
}
"""What is easily taken for another kind: its format, who speaks, and the text."""


@pytest.mark.parametrize(
    ("text", "format"),
    [
        ('\n {"meeting_transcripts": [{"speaker": "A", "content": "b"}]}', "qmsum"),
        ('[{"start": 0, "end": 1, "text": "a", "avg_logprob": -1}]', "whisper"),
        ('\r\n[ {"start": 0, "end": 1, "text": "a", "speaker": 0}]', "json"),
        ('{"transcription": [{"offsets": {"from": 0, "to": 9}, "text": "a"}]}', "whisper.cpp"),
        ('{"words": [], "segments": [{"body": "a", "startTime": 1}]}', "podcast-json"),
        ("Dana: Hi.\nLee: Yes.", "plain"),
        ("[00:01:02] Hello.\n[00:01:05] Bye.", "plain"),
        ("Ann  0:05  \nHi.\n\nBen  1:00:09  \nYes.", "otter"),
        ("Ann (0:05):\nHi.\n\nBen (1:00:09):\nYes.", "rev"),
        ("Ann: [00:00:05] Hi [00:01:00] you.\n\nBen: Yes.", "descript"),
        ("00:00:05\tAnn\tHi.\n00:00:09\tBen\tYes.", "zoom-txt"),
        ("Just words.", "prose"),
        ("[Music] Hello there.\n[Applause]", "prose"),
        ("{vocalsound} Yeah.", "prose"),
        ("[1, 2, 3", "prose"),
        ("He wrote a --> b.", "prose"),
        ("He wrote 10:30 --> 11:45 on the wall.\nThen he left.", "prose"),
        ("WEBVTT is how captions are written.", "prose"),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\nhi\n", "vtt"),
        ("WEBVTT - x\n\n\n1\n00:01.000 --> 00:02.000\nhi\n", "vtt"),
        ("00:01.000 --> 00:02.000\nhi\n\n00:02.000 --> 00:03.000\nho\n", "vtt"),
        ("1\r\n00:00:01,000 --> 00:00:02,000\r\nhi\r\n", "srt"),
        ("00:00:01,000 --> 00:00:02,000\nhi\n", "srt"),
        ("Some title\n\n1\n00:00:01,0 --> 00:00:02,0\nhi\n\n2\n0:0:3 --> 0:0:4\nhi\n", "srt"),
        ("0:00:00.599,0:00:04.160\nhi\n\n0:00:05.000,0:00:06.000\nho\n", "sbv"),
        ("🎉🎉", "prose"),
    ],
)
def test_formats_are_recognised(text: str, format: str) -> None:
    """The most particular one that fits is taken, and the file's name says nothing."""
    assert parse_transcript(text.encode(), name="talk.vtt").format == format


@pytest.mark.parametrize("kind", NEIGHBOURS)
def test_neighbours_are_told_apart(kind: str) -> None:
    """Kinds that look alike are not taken for one another, and nobody else is quoted."""
    expected, speakers, text = NEIGHBOURS[kind]
    talk = read(text)
    assert (talk.format, talk.speakers) == (expected, speakers)


@pytest.mark.parametrize(("header", "kind"), [("", "plain"), ("Speaker\tText\n", "csv")])
def test_a_table_of_speech_is_read(header: str, kind: str) -> None:
    """Names in the first column of a text are speakers, with a header and without."""
    talk = read(header + tell("{n}\t{t}", "\n"))
    assert (talk.format, talk.speakers, talk.warnings) == (kind, BOTH, ())


def test_in_a_word_document_tabs_are_cells() -> None:
    """A table of times, names and words is Word's; kinds pasted into Word are what they are."""
    rows = [tuple(line.split("\t")) for line in tell("00:00:{s:02}\t{n}\t{t}", "\n").split("\n")]
    talk = parse_transcript(document(table(rows)), name="a")
    assert (talk.format, talk.speakers) == ("docx", BOTH)
    for kind in ("captions with such times", "Teams", "Meet", "Rev", "Zoom's chat about HTML"):
        expected, speakers, text = NEIGHBOURS[kind]
        word = document(*(paragraph(run(line)) for line in text.split("\n")))
        talk = parse_transcript(word, name="a")
        assert (talk.format, talk.speakers) == (expected, speakers), kind


@pytest.mark.parametrize("known", ["rev", "descript", "plain", "prose", "docx", "html", "markdown"])
def test_a_format_that_is_named_is_used(known: str) -> None:
    """Naming the format goes before recognising it."""
    assert find_format(known).name == known
    assert read("Dana: Hi.\nLee: Yes.", format=known).format == known


def test_a_format_of_no_known_name_is_refused() -> None:
    """The error says which there are, and that it is the setting that is wrong."""
    with pytest.raises(OptionError, match=r"qmsum, .*, whisper, .*plain, prose"):
        read("Hi.", format="cuneiform")


def test_an_encoding_for_a_word_document_is_told() -> None:
    """It has one of its own, so the setting does nothing."""
    data = document(*(paragraph(run(line)) for line in SAID))
    talk = parse_transcript(data, name="x", encoding="cp1252")
    assert [warning for warning in talk.warnings if "--encoding" in warning]
    assert not parse_transcript(data, name="x").warnings


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        (
            "x. " * 999 + "\n\n00:00:01,0 --> 00:00:02,0\nhi\n\n00:00:03,0 --> 00:00:04,0\nhi\n",
            "captions",
        ),
        ("<?xml version='1.0'?>\n<talk><p>hi</p></talk>", "XML"),
        ('{"a": 1}', "JSON"),
        ("[]", "JSON"),
        ('[{"text": "a"}]', "JSON"),
        ('{"a": "{\\"segments\\": [{\\"start\\": 1, \\"text\\": 1}]}"}', "JSON"),
        ('{"results": [{"alternatives": [{"transcript": "a"}]}], "result_index": 0}', "JSON"),
        ('{"result": {"utterances": [{"text": "a", "words": [{"word": "a"}]}]}}', "JSON"),
        ('{"a": 1}\n{"a": 2}\n', "JSON"),
        ("PK\x03\x04 x", "Word"),
    ],
)
def test_other_kinds_are_refused_with_a_hint(text: str, hint: str) -> None:
    """None of them is read as if its markup were speech."""
    with pytest.raises(UnknownFormatError, match=hint):
        read(text)


@pytest.mark.parametrize(
    "text",
    [
        *('{"a": [1, 2', '{"a', '[{"text": "hush', "[" * 100_000, '{"a":' * 100_000),
        '"id": 3}, ' + '{"start": 1, "end": 2, "text": "hush"}, ' * 3 + "]",
        'x{"segments": [' + '{"start": 1, "end": 2, "text": "hush"}, ' * 3 + "]}",
    ],
)
def test_json_that_breaks_off_is_malformed(text: str) -> None:
    """Cut or nested too deeply, it is an error that can be pickled and quotes nothing."""
    with pytest.raises(MalformedTranscriptError) as caught:
        read(text)
    assert "hush" not in str(caught.value)
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)


@pytest.mark.parametrize("text", ["", " \n\t\r\n", "\ufeff", "\ufeff \n", "\u2028\n\x0c"])
def test_nothing_at_all_is_an_empty_talk(text: str) -> None:
    """An empty file and one of white space are refused."""
    with pytest.raises(EmptyTranscriptError):
        read(text)


def test_the_same_bytes_have_the_same_hash() -> None:
    """The transcript carries what its fingerprint depends on."""
    talk = parse_transcript(b"\xef\xbb\xbfHi.", name="a.txt")
    assert len(talk.sha256) == 64
    assert (talk.name, talk.encoding, talk.source) == ("a.txt", "utf-8", "Hi.")
    assert issubclass(EmptyTranscriptError, TranscriptError)
