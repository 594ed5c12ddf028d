"""Bytes become text by fixed rules."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuggets.errors import OptionError, TranscriptError
from nuggets.formats.decoding import decode
from nuggets.formats.reading import parse_transcript
from tests.formats.specimens.texts import write_labels
from tests.formats.talks import TALKS, Said


@given(TALKS, st.sampled_from(["utf-8", "utf-8-sig", "utf-16-le", "utf-16-be", "utf-16", "utf-32"]))
def test_every_unicode_encoding_is_recognised(talk: list[Said], codec: str) -> None:
    """With and without a mark, the text comes back without a warning."""
    text = write_labels(talk)
    decoded = decode(text.encode(codec))
    assert decoded.text == text
    assert decoded.warnings == ()


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    "text", ["王伟：你好。\n李娜：好的。\n" * 9, "Анна: привет\nБен: да, хорошо\n" * 9]
)
def test_utf_16_without_a_mark_in_other_scripts(text: str, codec: str) -> None:
    """A few NULs on one side are enough."""
    assert decode(text.encode(codec)).text == text


@given(st.binary())
def test_any_bytes_are_decoded_or_refused(data: bytes) -> None:
    """Nothing crashes, and what is decoded can be written again."""
    try:
        decode(data).text.encode("utf-8")
    except TranscriptError as error:
        assert "encoding" in str(error)


def test_windows_1252_comes_with_a_warning() -> None:
    """It is a guess, so it is told; the five undefined bytes become controls."""
    decoded = decode("Dana: “naïve” – 5 €".encode("cp1252") + b"\x81\x9d")
    assert decoded.text == "Dana: “naïve” – 5 €\x81\x9d"
    assert decoded.encoding == "cp1252"
    assert "--encoding" in decoded.warnings[0]


def test_json_of_cut_letters_is_utf_8_with_a_warning() -> None:
    """Whisper.cpp cuts letters between tokens; the words around them must not be garbled."""
    halves = ("你".encode()[:2], "你".encode()[2:])
    tokens = b",".join(b'{"text": "%b", "offsets": {"from": 0, "to": 9}}' % half for half in halves)
    segment = '{"offsets": {"from": 0, "to": 9}, "text": " 你好。", "tokens": ['.encode()
    talk = parse_transcript(b'{"transcription": [' + segment + tokens + b"]}]}", name="x")
    assert (talk.format, talk.encoding) == ("whisper.cpp", "utf-8")
    assert talk.turns[0].text == "你好。"
    assert "U+FFFD" in talk.warnings[0]


@pytest.mark.parametrize(
    "text", ['[{"start": 0, "end": 1, "text": "né à Besançon"}]', "[a] né à b"]
)
def test_json_of_another_encoding_is_not_taken_for_broken_utf_8(text: str) -> None:
    """Where no letter beyond ASCII is whole, it is Windows-1252."""
    assert decode(text.encode("cp1252")).text == text


def test_an_encoding_that_is_named_is_used() -> None:
    """Also where the bytes would be valid UTF-8."""
    assert decode("é".encode(), encoding="latin-1").text == "Ã©"
    assert decode(codecs.BOM_UTF8 + b"a", encoding="UTF-8").text == "a"


@pytest.mark.parametrize("name", ["klingon", "hex", "zlib", "", "a\0b", "é"])
def test_an_unknown_encoding_is_wrong_usage(name: str) -> None:
    """So is one that does not give text."""
    with pytest.raises(OptionError, match="no such encoding"):
        decode(b"61", encoding=name)


@pytest.mark.parametrize(
    ("data", "encoding"),
    [("é".encode("latin-1"), "utf-8"), (codecs.BOM_UTF8 + b"\xff", None), (b"\xff\xfea", None)],
)
def test_bytes_that_do_not_fit_are_an_error_with_a_hint(data: bytes, encoding: str | None) -> None:
    """A named or marked encoding is never silently replaced by another one."""
    with pytest.raises(TranscriptError, match="--encoding"):
        decode(data, encoding=encoding)


@pytest.mark.parametrize("data", [bytes(range(256)) * 9, b"\0" * 99, b"\x7fELF\x02\x01\x01" * 9])
def test_a_binary_file_is_refused(data: bytes) -> None:
    """Too many characters that no text has."""
    with pytest.raises(TranscriptError, match="binary file"):
        decode(data)


@pytest.mark.parametrize("codec", ["utf-8", "cp1252"])
def test_one_nul_in_the_middle_is_kept(codec: str) -> None:
    """With a warning; places do not move."""
    text = "Dana: Hi the\0re, é.\nLee: Yes.\n"
    talk = parse_transcript(text.encode(codec), name="x")
    assert talk.source == text
    assert talk.turns[0].text == "Hi the\0re, é."
    assert any("NUL" in warning for warning in talk.warnings)


def test_controls_stay_in_the_text() -> None:
    """Bidi marks, ESC and other white space are data; printing them is somebody else's care."""
    text = "Dana: a\u202eb\x1b[31m c\x1dd\x1fe\u00a0f\nLee: g"
    talk = parse_transcript(text.encode(), name="x")
    assert talk.turns[0].text == "a\u202eb\x1b[31m c\x1dd\x1fe\u00a0f"


ENGLISH = "Tom: So we went to the bridge, and it was closed. Nobody had told us.\n" * 3
CHINESE = "张伟：我们昨天去了桥边，可是桥已经关了。没有人告诉我们。\n" * 3


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (ENGLISH.encode(), "utf-16"),
        (ENGLISH.encode(), "utf-16-be"),
        (ENGLISH.encode()[1:], "utf-16"),
        (ENGLISH.encode(), "cp500"),
        (ENGLISH.encode("utf-16-le"), "utf-16-be"),
        (ENGLISH.encode("utf-16-le"), "cp1252"),
        (ENGLISH.encode("utf-16-le"), "utf-8"),
        ((CHINESE * 2).encode(), "utf-16-le"),
        (CHINESE.encode("gbk") * 2, "utf-16-be"),
        (bytes(range(256)) * 40, "latin-1"),
    ],
)
def test_an_encoding_that_is_plainly_wrong_is_refused(data: bytes, encoding: str) -> None:
    """Though Python decodes the bytes, nobody wrote what comes out."""
    with pytest.raises(TranscriptError, match="--encoding") as caught:
        decode(data, encoding=encoding)
    assert "Tom" not in str(caught.value)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        *((ENGLISH, name) for name in ("utf-8", "utf-16", "utf-16-le", "cp500", "utf-7", "ascii")),
        *((CHINESE, name) for name in ("utf-8", "utf-16", "utf-16-be", "gbk")),
        ("Größe, façade, niño.\n" * 5, "latin-1"),
        ("Мы пошли к мосту, и он был закрыт.\n" * 5, "koi8-r"),
        ("", "utf-16"),
        ("\x1a\x08", "utf-8"),
    ],
)
def test_the_right_encoding_is_used_without_a_word(text: str, encoding: str) -> None:
    """What was asked for and fits is what is done."""
    decoded = decode(text.encode(encoding), encoding=encoding)
    assert (decoded.text, decoded.warnings) == (text, ())


def test_an_encoding_that_is_doubtful_is_told() -> None:
    """Valid UTF-8 is hardly anything else, but it is read as was asked."""
    decoded = decode("Größe, façade, niño.\n".encode() * 5, encoding="cp1252")
    assert decoded.text.startswith("GrÃ¶")
    assert len(decoded.warnings) == 1
