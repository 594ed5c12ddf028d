"""E-mails (.eml) and web archives (MHTML): the text of the message, or the page that was saved."""

from __future__ import annotations

import re
from email import message_from_bytes
from email.errors import MessageError
from email.message import Message

from nuggets.errors import EmptyTranscriptError, MalformedTranscriptError
from nuggets.formats.containers.container import Extracted
from nuggets.formats.decoding import decode

MAIL = "eml"
WEB_ARCHIVE = "mhtml"

_BEGIN = 100_000  # bytes in which the headers end; by eye, as are the others
_MIN_HEADERS = 4
_MAX_PARTS = 1_000
_MAX_DEPTH = 20
_HEADER = re.compile(
    rb"[A-Za-z][A-Za-z0-9-]{0,60}:[^\r\n]*+(?:\r?\n[ \t]++[^\r\n]*+)*+(?:\r?\n|\Z)"
)
_MAIL_HEADER = re.compile(
    rb"(?:Message-ID|MIME-Version|Received|Return-Path|DKIM-Signature):", re.IGNORECASE
)
_RELATED = re.compile(rb"Content-Type:\s*multipart/related", re.IGNORECASE)
_MAILBOX = re.compile(rb"(?:\xef\xbb\xbf|[\r\n])*+(?:From [^\r\n]{1,200}\r?\n)?")
_TEXTS = ("text/plain", "text/html")


def is_mail(data: bytes) -> bool:
    """Whether bytes are an e-mail."""
    headers = _read_headers(data)
    return headers is not None and _RELATED.search(headers) is None


def is_web_archive(data: bytes) -> bool:
    """Whether bytes are a page that a browser saved as one file."""
    headers = _read_headers(data)
    return headers is not None and _RELATED.search(headers) is not None


def _read_headers(data: bytes) -> bytes | None:
    """Return the headers of a message; None if the bytes are none."""
    begin = data[:_BEGIN]
    mark = _MAILBOX.match(begin)
    first = at = mark.end() if mark else 0
    count = 0
    while header := _HEADER.match(begin, at):
        at = header.end()
        count += 1
    headers = begin[first:at]
    is_message = any(_MAIL_HEADER.match(line) for line in headers.splitlines())
    return headers if is_message and count >= _MIN_HEADERS else None


def extract_mail(data: bytes) -> Extracted:
    """Take the text of an e-mail: the plain one if it has one.

    Raises:
        TranscriptError: It has no text, or is damaged.
    """
    parts = _list_parts(data)
    texts = [part for part in parts if not _is_attached(part)]
    for kind in _TEXTS:
        found = next((part for part in texts if part.get_content_type() == kind), None)
        if found is not None:
            extracted = _decode(found)
            attached = sum(map(_is_attached, parts))
            if not attached:
                return extracted
            return extracted.with_warning(
                f"attachments of the e-mail, not read: {attached}; if one is the transcript, save "
                "it and name it"
            )
    raise EmptyTranscriptError("no text in the e-mail; if the transcript is attached, save it")


def extract_web_archive(data: bytes) -> Extracted:
    """Take the page out of a web archive.

    Raises:
        TranscriptError: There is none, or it is damaged.
    """
    for part in _list_parts(data):
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            return _decode(part)
    raise EmptyTranscriptError("no page in the web archive; save the page as HTML")


def _list_parts(data: bytes) -> list[Message]:
    """List the parts of a message that have no parts themselves."""
    mark = _MAILBOX.match(data)
    damaged = "the parts of the message are damaged or too many; save the text alone"
    try:
        message = message_from_bytes(data[mark.end() if mark else 0 :])
    except (MessageError, RecursionError, ValueError, LookupError) as error:
        raise MalformedTranscriptError(MAIL, None, damaged) from error
    parts: list[Message] = []
    waiting: list[tuple[Message, int]] = [(message, 0)]
    while waiting:
        part, depth = waiting.pop()
        inner = part.get_payload() if part.is_multipart() else None
        if isinstance(inner, list):
            messages = [one for one in inner if isinstance(one, Message)]
            waiting.extend((one, depth + 1) for one in reversed(messages))
        else:
            parts.append(part)
        if len(parts) + len(waiting) > _MAX_PARTS or depth > _MAX_DEPTH:
            raise MalformedTranscriptError(MAIL, None, damaged)
    return parts


def _is_attached(part: Message) -> bool:
    if part.get_content_disposition() == "attachment":
        return True
    return part.get_content_maintype() != "text" and part.get_filename() is not None


def _decode(part: Message) -> Extracted:
    """Decode a part by its own charset, or by the rules for files without one."""
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    charset = part.get_content_charset() or "us-ascii"
    try:
        if charset not in ("us-ascii", "ascii"):
            return Extracted(data.decode(charset, "replace").replace("\r\n", "\n"))
    except (LookupError, ValueError):  # no such charset, or "idna" and the like, no text's
        pass
    decoded = decode(data)
    return Extracted(decoded.text, decoded.warnings)
