"""Damages the bytes of a file at random, as disks, editors and people do; a seed decides how."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence

TOKENS = tuple(
    token.encode("utf-8", "surrogatepass")
    for token in (
        *(
            "-->",
            " --> ",
            "00:00:01.000 --> 00:00:02.000",
            "0:00:01.000,0:00:02.000",
            "<v ",
            "</v>",
        ),
        *("<v A>", "WEBVTT", "NOTE", "<00:00:01.500>", "<c>", "{\\an8}", "\\N", "&amp;", "&#0;"),
        *("&#xD800;", "&#1114112;", "&nbsp;", "{", "}", "[", "]", '"', "\\", "\\u0000", "\\ud800"),
        *("\\udc00", "\\ud83d\\ude00", "\\x", ":", "::", ",", "null", "true", "NaN", "-1", "1e999"),
        *("99999999999999999999", "00:00", "12:30", "99:99:99", "\r", "\n", "\r\n", "\n\n", "\x0b"),
        *("\x0c", "\x85", "\u2028", "\u2029", "\ufeff", "\u200b", "\u00a0", "\t", " ", "   ", "\0"),
        *("\x15", "\x1b[31m", ">>", ">>>", "- ", "— ", "**", "__", "# ", "> ", "| ", "`", "[x](y)"),
        *("<", ">", "</", "<!--", "-->", "<p>", "</div>", "<script>", "<td>", "<cite>", "<time>"),
        *(
            "Ann:",
            "Ann Lee: ",
            "(Ann Lee)",
            "[A]:",
            "Speaker 1",
            "Unknown Speaker  0:05",
            "A (0:05)",
        ),
        *(
            "*CHI:\t",
            "%mor:\t",
            "@End",
            "İ",
            "ß",
            "ŉ",
            "ﬀ",
            "١٢:٣٠",
            "²",
            "½",
            "🎉",
            "你好",
            "\u202e",
        ),
        *('{"text":', '"start":', '"speaker":null,', '"words":[', "[[[[[[[[", "]]]]]]]]"),
    )
)
"""What readers look for, and what stands next to it in Unicode."""

_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"PK\x03\x04", b"\x1f\x8b\x08", b"%PDF-")
_NUMBER = re.compile(rb"[0-9]+")
_BIG = (b"0", b"9" * 30, b"99", b"1e99", b"-5", b"4294967296", b"00000000001", b"60", b"9" * 5000)
_MOST_BYTES = 400_000
_LINE_END = re.compile(rb"(?<=\n)")

Damage = Callable[[random.Random, bytes], bytes]
"""Damages a file that is not empty in one place."""


def damage(rnd: random.Random, data: bytes, others: Sequence[bytes]) -> bytes:
    """Damage a file in some places.

    Args:
        rnd: What is drawn from.
        data: The file.
        others: Other files, whose parts may be put into it.
    """
    for _ in range(rnd.choice((1, 1, 1, 2, 2, 3, 4, 8, 30))):
        if not data:
            break
        if rnd.random() < 0.08:
            data = _splice(rnd, data, rnd.choice(others))
        else:
            data = rnd.choice(_DAMAGES)(rnd, data)
        data = data[:_MOST_BYTES]
    return data


def _place(rnd: random.Random, data: bytes) -> int:
    """Draw a place, those near the beginning more often: there files are recognised."""
    return rnd.randrange(len(data) if rnd.random() < 0.7 else min(len(data), 300))


def _flip(rnd: random.Random, data: bytes) -> bytes:
    at = _place(rnd, data)
    return data[:at] + bytes([data[at] ^ 1 << rnd.randrange(8)]) + data[at + 1 :]


def _insert(rnd: random.Random, data: bytes) -> bytes:
    at = _place(rnd, data)
    return data[:at] + rnd.choice(TOKENS) + data[at:]


def _replace(rnd: random.Random, data: bytes) -> bytes:
    at = _place(rnd, data)
    return data[:at] + rnd.choice(TOKENS) + data[at + rnd.choice((1, 3, 10)) :]


def _repeat(rnd: random.Random, data: bytes) -> bytes:
    at = _place(rnd, data)
    return data[:at] + rnd.choice(TOKENS) * rnd.choice((2, 20, 500, 5000)) + data[at:]


def _mark(rnd: random.Random, data: bytes) -> bytes:
    return rnd.choice(_BOMS) + data


def _drop(rnd: random.Random, data: bytes) -> bytes:
    at = _place(rnd, data)
    return data[:at] + data[at + rnd.choice((1, 4, 30, 300)) :]


def _double(rnd: random.Random, data: bytes) -> bytes:
    at = _place(rnd, data)
    part = data[at : at + rnd.choice((4, 30, 300, 3000))]
    return data[:at] + part * rnd.choice((2, 2, 3, 50)) + data[at + len(part) :]


def _cut(rnd: random.Random, data: bytes) -> bytes:
    at = rnd.randrange(len(data))
    return rnd.choice((data[:at], data[at:]))


def _blow_up(rnd: random.Random, data: bytes) -> bytes:
    match = _NUMBER.search(data, _place(rnd, data))
    if match is None:
        return data
    return data[: match.start()] + rnd.choice(_BIG) + data[match.end() :]


def _lines(rnd: random.Random, data: bytes) -> bytes:
    """Drop, double, swap or join lines."""
    lines = _LINE_END.split(data)
    i, j = rnd.randrange(len(lines)), rnd.randrange(len(lines))
    match rnd.randrange(5):
        case 0:
            del lines[i]
        case 1:
            lines.insert(j, lines[i])
        case 2:
            lines[i], lines[j] = lines[j], lines[i]
        case 3:
            lines[i] = lines[i].rstrip(b"\r\n")
        case _:
            lines[i] = lines[i][: len(lines[i]) // 2] + b"\n"
    return b"".join(lines)


def _end_lines(rnd: random.Random, data: bytes) -> bytes:
    ends = (b"\r", b"\r\n", "\u2028".encode(), b"\n\n", b" ", b"\x85", b"\n \n")
    return data.replace(b"\n", rnd.choice(ends), rnd.choice((1, 5, -1)))


def _nest(rnd: random.Random, data: bytes) -> bytes:
    opens, closes = rnd.choice(
        ((b"[", b"]"), (b'{"a":', b"}"), (b"<div>", b"</div>"), (b"(", b")"))
    )
    depth = rnd.choice((3, 200, 5000))
    at = _place(rnd, data)
    return data[:at] + opens * depth + data[at:] + (closes * depth if rnd.random() < 0.5 else b"")


_DAMAGES: tuple[Damage, ...] = (
    *(_flip, _insert, _insert, _insert, _replace, _replace, _repeat, _mark, _drop, _double),
    *(_cut, _blow_up, _lines, _lines, _end_lines, _nest),
)


def _splice(rnd: random.Random, data: bytes, other: bytes) -> bytes:
    """Put a part of another file into a file, or its end behind the beginning."""
    at, begin = rnd.randrange(len(data)), rnd.randrange(len(other))
    if rnd.random() < 0.5:
        return data[:at] + other[begin:]
    return data[:at] + other[begin : begin + rnd.choice((20, 200, 2000))] + data[at:]
