"""E-mails and web archives: which part is read, and what is none of them."""

from __future__ import annotations

import pytest

from nuggets.errors import EmptyTranscriptError, TranscriptError
from nuggets.formats.containers.mail import (
    extract_mail,
    extract_web_archive,
    is_mail,
    is_web_archive,
)
from tests.formats.specimens.containers import write_mail, write_mhtml
from tests.formats.specimens.talk import TALK
from tests.hangs import stopped_if_it_hangs

HEADERS = b"From: a@b.c\nTo: b@c.d\nSubject: x\nMIME-Version: 1.0\n"


def test_the_plain_text_is_read() -> None:
    """Rather than the page, with a warning about what is attached."""
    extracted = extract_mail(write_mail(TALK))
    assert extracted.text.startswith("Mara O'Neil: Good evening")
    assert extracted.warnings[0].startswith("attachments of the e-mail, not read: 1")


@pytest.mark.parametrize(
    ("kind", "body", "text"),
    [
        (
            b"text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable",
            b"=E9",
            "é",
        ),
        (b"text/plain; charset=utf-8\nContent-Transfer-Encoding: base64", b"w6k=", "é"),
        (b"text/html", b"<p>x</p>", "<p>x</p>"),
        (b"text/plain; charset=unknown", "é".encode(), "é"),
        (b"text/plain; charset=idna", "é".encode(), "é"),
        (b"text/plain; charset=undefined", "é".encode(), "é"),
    ],
)
def test_parts_are_decoded(kind: bytes, body: bytes, text: str) -> None:
    """By their transfer encoding and their charset, or else by the rules for files."""
    data = HEADERS + b"Content-Type: " + kind + b"\n\n" + body
    assert is_mail(data)
    assert extract_mail(data).text == text


def test_a_mail_without_text_is_refused() -> None:
    """So is a web archive without a page."""
    data = HEADERS + b"Content-Type: image/png\n\nx"
    with pytest.raises(EmptyTranscriptError, match="attached"):
        extract_mail(data)
    with pytest.raises(EmptyTranscriptError, match="HTML"):
        extract_web_archive(data)


def test_what_is_told_apart() -> None:
    """A web archive is no e-mail; letters and plain text are neither."""
    assert is_web_archive(write_mhtml(TALK))
    assert not is_mail(write_mhtml(TALK))
    assert is_mail(b"From a@b.c Mon Jun 15\n" + HEADERS + b"\nx")
    for text in (b"From: Anna\nTo: Ben\nSubject: x\nDate: Monday\n\nAnna: so.", b"Anna: so.", b""):
        assert not is_mail(text)
        assert not is_web_archive(text)


@pytest.mark.parametrize(
    "bomb",
    [
        b"Content-Type: multipart/mixed; boundary=a\n\n" + b"--a\n\n" * 50_000,
        b"".join(
            b"Content-Type: multipart/mixed; boundary=a%d\n\n--a%d\n" % (i, i) for i in range(3000)
        ),
        b"A-b: x\n" * 200_000,
        b"A-b: x\n" + b" x\n" * 200_000,
    ],
)
def test_no_bomb_hangs(bomb: bytes) -> None:
    """Very many or deep parts, and headers without end, are refused or read at once."""
    with stopped_if_it_hangs():
        data = HEADERS + bomb
        is_mail(data)
        try:
            extract_mail(data)
        except TranscriptError:
            return
