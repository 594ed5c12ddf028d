"""Text encodings: bytes to text by fixed rules (BOM, UTF-8, UTF-16, Windows-1252).

Not by a library that guesses: rules can be read, and give the same answer everywhere.
"""

from __future__ import annotations

import codecs
import re
import string
import unicodedata
from dataclasses import dataclass

from nuggets.errors import OptionError, TranscriptError

_BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_CP1252 = "".join(bytes([i]).decode("cp1252", errors="ignore") or chr(i) for i in range(256))
"""Windows-1252; its five undefined bytes become the control characters of the same number, as
browsers do (WHATWG Encoding Standard, index windows-1252)."""

_NOT_TEXT = bytes(  # control characters but white space, ESC, and 0x15, which is in CHAT
    [*range(0x09), *range(0x0E, 0x15), *range(0x16, 0x1B)]
)
_NOT_TEXT_CHARS = re.compile("[\x00-\x08\x0e-\x14\x16-\x1a]")
_MAX_NOT_TEXT = 0.01  # share of such bytes above which a file is binary; by eye

_BEGINS_JSON = re.compile(rb"[ \t\r\n]*+(?:\{[ \t\r\n]*+\"|\[[ \t\r\n]*+[\[{])")
_MAX_BROKEN = 0.05  # share of invalid bytes in JSON that is UTF-8 nevertheless ...
_MIN_WHOLE = 0.25  # ... and valid letters beyond ASCII for each of these; both by eye

_LETTERS = string.ascii_letters.encode()
_MIN_LETTERS = 0.3  # share of ASCII letters in a talk, about half of that in English; by eye
_SAMPLE = 100_000  # characters by which the requested encoding is checked

# In UTF-16 without BOM; both by eye:
_STRAY_BLANKS = 0.03  # share of bytes 0x20 that are half of another character
_ONE_SIDED = 0.95  # share of NULs that are the first (or the second) byte of a pair


@dataclass(frozen=True, slots=True)
class Decoded:
    """A decoded file.

    Attributes:
        text: Without the byte order mark; line ends as they are.
        encoding: Name of the codec that was used.
        warnings: For the user, each one line.
    """

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def decode(data: bytes, *, encoding: str | None = None) -> Decoded:
    """Decode a file.

    The rules, in order: the requested encoding; the byte order mark; UTF-8 if the bytes are
    valid; UTF-16 if NULs are distributed as in UTF-16; for JSON with few invalid bytes, UTF-8 with
    a warning; Windows-1252 with a warning.

    Args:
        data: The whole file.
        encoding: Name of one of Python's codecs; None: by the rules.

    Raises:
        OptionError: There is no such codec.
        TranscriptError: The bytes are not text, or not in the requested encoding.
    """
    if encoding is not None:
        return _with_nuls_noted(_decode_as(data, encoding))
    for bom, codec in _BOMS:
        if data.startswith(bom):
            text = _decode_strictly(data[len(bom) :], codec)
            if _is_binary(len(_NOT_TEXT_CHARS.findall(text)), len(text)):
                raise _binary_file()
            return _with_nuls_noted(Decoded(text, codec))
    not_text = len(data) - len(data.translate(None, _NOT_TEXT))
    if not _is_binary(not_text, len(data)):
        try:
            return _with_nuls_noted(Decoded(data.decode("utf-8"), "utf-8"))
        except UnicodeDecodeError:
            pass
    utf_16 = _decode_utf_16(data)
    if utf_16 is not None:
        return utf_16
    if _is_binary(not_text, len(data)):
        raise _binary_file()
    broken = _decode_broken_json(data)
    if broken is not None:
        return broken
    text = codecs.charmap_decode(data, "strict", _CP1252)[0]
    warning = (
        "not valid UTF-8, so read as Windows-1252; if letters look wrong, name the right "
        "encoding with --encoding"
    )
    return _with_nuls_noted(Decoded(text, "cp1252", (warning,)))


def _decode_as(data: bytes, encoding: str) -> Decoded:
    """Decode with the requested codec."""
    try:
        codec = codecs.lookup(encoding).name
        text = _decode_strictly(data, codec)
    except (LookupError, ValueError) as error:  # LookupError also for codecs not of text, as hex
        raise OptionError(
            "no such encoding; try utf-8, utf-16, cp1252 or another one that Python knows"
        ) from error
    as_utf_8 = _decode_as_utf_8(data)
    # A control character that is in the valid UTF-8, too, does not speak against the codec.
    may_be_wrong = as_utf_8 != text or _decode_utf_16(data) is not None
    if may_be_wrong and (
        _has_non_characters(text) or (as_utf_8 is not None and _has_lost_letters(data, text))
    ):
        raise TranscriptError(
            f"not {codec}, though its bytes can be read so; leave --encoding out, or name the "
            "right one"
        )
    text = text.removeprefix("\ufeff")
    if as_utf_8 in (None, text) or as_utf_8.isascii():
        return Decoded(text, codec)
    warning = f"read as {codec}, but it is valid UTF-8; if letters look wrong, leave --encoding out"
    return Decoded(text, codec, (warning,))


def _decode_as_utf_8(data: bytes) -> str | None:
    """Decode UTF-8, without its byte order mark; None if it is not valid."""
    try:
        return data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError:
        return None


def _has_lost_letters(data: bytes, text: str) -> bool:
    """Whether most ASCII letters, if there are as many as in a talk, become something else."""
    letters = _count_letters(data)
    is_talk = letters >= _MIN_LETTERS * len(data)
    return is_talk and 2 * _count_letters(text.encode("ascii", errors="ignore")) < letters


def _count_letters(data: bytes) -> int:
    return len(data) - len(data.translate(None, _LETTERS))


def _has_non_characters(text: str) -> bool:
    """Whether too many characters are unassigned, of private use, or control characters."""
    sample = text[:_SAMPLE]
    not_characters = sum(unicodedata.category(char) in ("Cn", "Co") for char in sample)
    return _is_binary(not_characters + len(_NOT_TEXT_CHARS.findall(sample)), len(sample))


def _decode_strictly(data: bytes, codec: str) -> str:
    """Decode; the error names the first byte that does not fit."""
    try:
        text = data.decode(codec)
        text.encode("utf-8")  # fails for lone surrogates, which some codecs let through
    except UnicodeDecodeError as error:
        raise TranscriptError(
            f"not {codec}: byte {error.start} does not fit; name the right encoding with "
            "--encoding, or save the file as UTF-8"
        ) from error
    except UnicodeError as error:
        raise TranscriptError(
            f"not {codec}; name the right encoding with --encoding, or save the file as UTF-8"
        ) from error
    return text


def _decode_utf_16(data: bytes) -> Decoded | None:
    """Decode UTF-16 without byte order mark; None if it is none.

    The NULs must nearly all be on one side of the pairs of bytes. Each blank has a NUL beside it,
    so an 8-bit text with a few NULs is not taken for UTF-16.
    """
    nuls = data.count(0)
    if not nuls or len(data) % 2 or data.count(b" ") > nuls + _STRAY_BLANKS * len(data):
        return None
    nuls_second = data[1::2].count(0)
    if nuls_second >= _ONE_SIDED * nuls:
        codec = "utf-16-le"
    elif nuls - nuls_second >= _ONE_SIDED * nuls:
        codec = "utf-16-be"
    else:
        return None
    try:
        text = data.decode(codec)
    except UnicodeDecodeError:
        return None
    if _is_binary(len(_NOT_TEXT_CHARS.findall(text)), len(text)):
        return None
    return _with_nuls_noted(Decoded(text, codec))


def _decode_broken_json(data: bytes) -> Decoded | None:
    """Decode JSON with a few invalid bytes of UTF-8; None if it is none.

    whisper.cpp writes tokens that end within the bytes of a letter of another script.
    """
    if not _BEGINS_JSON.match(data):
        return None
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    if broken > _MAX_BROKEN * len(data):
        return None
    ascii_only = len(text.encode("ascii", errors="ignore"))
    if len(text) - ascii_only - broken < _MIN_WHOLE * broken:
        return None  # another encoding, in which accented letters are rare
    warning = (
        f"not valid UTF-8 in {broken} places, which are read as U+FFFD (the replacement character)"
    )
    return _with_nuls_noted(Decoded(text, "utf-8", (warning,)))


def _is_binary(not_text: int, size: int) -> bool:
    """Whether a file or text of a size has too many characters that are not text."""
    return not_text > max(1, _MAX_NOT_TEXT * size)


def _binary_file() -> TranscriptError:
    return TranscriptError(
        "binary file, not a transcript; save the transcript as plain text (UTF-8), or name its "
        "encoding with --encoding"
    )


def _with_nuls_noted(decoded: Decoded) -> Decoded:
    """Add a warning where the text holds NUL characters; they are kept."""
    nuls = decoded.text.count("\0")
    if not nuls:
        return decoded
    warning = f"NUL characters in the text, kept as they are: {nuls}"
    return Decoded(decoded.text, decoded.encoding, (*decoded.warnings, warning))
