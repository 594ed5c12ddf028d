"""Unsupported files are refused with an error that says what they are and what to do."""

from __future__ import annotations

import io
import zipfile

import pytest

from nuggets.errors import UnknownFormatError
from nuggets.formats.reading import parse_transcript
from nuggets.formats.unsupported import refuse_other_captions
from tests.formats.talks import read, spoken
from tests.hangs import stopped_if_it_hangs

SAID = ("So we begin with the bridge.", "It was closed in May.", "Nobody told us.") * 4
EVENTS = "".join(
    f"Dialogue: 0,0:00:{i:02}.00,0:00:{i + 1:02}.00,Default,Anna,0,0,0,,{said}\n"
    for i, said in enumerate(SAID)
)
PARAGRAPHS = "".join(
    f'<p begin="00:00:{i:02}.000" end="00:00:{i + 1:02}.000">{said}</p>\n'
    for i, said in enumerate(SAID)
)
HEADERS = "From: Anna <a@b.c>\nTo: Ben <b@c.d>\nSubject: The\n  bridge\nMIME-Version: 1.0\n"
TEXTS = {
    "SAMI": "<SAMI><BODY><SYNC Start=0><P>So we begin.\n<SYNC Start=9><P>It was.",
    "MicroDVD": "".join(f"{{{i}}}{{{i + 1}}}{said}\n" for i, said in enumerate(SAID)),
    "MPL2": "".join(f"[{i}][{i + 1}]{said}\n" for i, said in enumerate(SAID)),
    "SCC": "Scenarist_SCC V1.0\n\n00:00:01:00\t9420 9420 94ae 94ae\n",
    "Spruce": "//English\n//x\n$FontSize = 30\n00:00:01:00 , 00:00:02:12 , So we begin.\n",
    "LRC": "[ti:x]\n[00:01.00] <00:01.20> So <00:01.40> we\n",
}
BYTES = {
    "MP3": (b"\xff\xfb\x90\x64", b"ID3\x04"),
    "AAC": (b"\xff\xf1\x50\x80",),
    "MP4": (b"\0\0\0\x1cftypM4A ", b"\0\0\0\x20ftypisom", b"\0\0\0\x14ftypqt  "),
    "WAV": (b"RIFF\x24\x08\0\0WAVEfmt ",),
    "AVI": (b"RIFF\x24\x08\0\0AVI LIST",),
    "WebM": (b"\x1a\x45\xdf\xa3\x01",),
    "picture": (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"GIF89a"),
    "RAR": (b"Rar!\x1a\x07\x01\0",),
    "EBU STL": (b"850STL25.01100", b"437STL30.01"),
    "Word": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",),
}


@pytest.mark.parametrize("kind", TEXTS)
def test_other_texts_are_refused(kind: str) -> None:
    """Their markup is not taken for speech, nor the names of their fields for speakers."""
    for text in (TEXTS[kind], "\ufeff" + TEXTS[kind].replace("\n", "\r\n")):
        with pytest.raises(UnknownFormatError, match="looks like") as caught:
            read(text)
        assert "begin" not in str(caught.value)
        assert "\n" not in str(caught.value)


@pytest.mark.parametrize("kind", BYTES)
def test_recordings_and_other_files_are_refused(kind: str) -> None:
    """By their first bytes; the error says what the file is."""
    for begins in BYTES[kind]:
        with pytest.raises(UnknownFormatError, match=kind):
            parse_transcript(begins + bytes(range(256)) * 4, name="talk")


def test_documents_of_pages_are_refused() -> None:
    """A ZIP of such parts is no archive to unpack."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in ("Index/Document.iwa", "Metadata/Properties.plist"):
            archive.writestr(name, "x")
    with pytest.raises(UnknownFormatError, match="Pages"):
        parse_transcript(file.getvalue(), name="talk")


def test_lines_with_times_of_lrc_are_read() -> None:
    """Recognisers write it, too: it is lines with a time each."""
    text = "[ti:Talk]\n" + "".join(f"[00:{2 * i:02}.50]{s}\n" for i, s in enumerate(SAID))
    talk = read(text)
    assert [(who, " ".join(text.split())) for who, text in spoken(talk)] == [(None, " ".join(SAID))]
    assert talk.turns[-1].runs[-1].start_ms == 22_500


def test_letters_are_no_mail() -> None:
    """What people paste above a transcript is left out or read, but not refused."""
    text = "From: Anna\nTo: Ben\nSubject: the bridge\nDate: Monday\n\n" + "".join(
        f"{'Anna' if i % 2 else 'Ben'}: {said}\n" for i, said in enumerate(SAID)
    )
    assert read(text).format == "plain"


@pytest.mark.parametrize(
    "bomb",
    [
        *("//" * 100_000, "// " * 50_000 + "\n", "//\n" * 50_000, "<!x> " * 50_000, "<?" * 100_000),
        *("[a:b] " * 50_000, "A-b: x\n" * 50_000, "A-b: x\n " + "\t x" * 50_000, " \n" * 50_000),
    ],
)
def test_no_text_takes_long_to_be_known(bomb: str) -> None:
    """What goes on and on like the beginning of such a file is looked at once."""
    with stopped_if_it_hangs():
        refuse_other_captions(bomb)
