"""Texts that hold no talk, or one in another notation: refused, as prose fits any text.

SPEAKER talk 1 1.2 3.6 <NA> <NA> SPEAKER_00 ...   RTTM: who speaks when
[ 00:00:01.200 --> 00:00:04.800] A SPEAKER_00     the same, as pyannote prints it
[{'text': 'Good day', 'start': 1.2}]              as Python prints a list
- speaker: Ann                                    YAML
<turn speaker="Ann">Good day</turn>               XML without its declaration
objectid,title,date                               a table without a column of what was said
"""

from __future__ import annotations

import re
from typing import NamedTuple

from nuggets.errors import UnknownFormatError
from nuggets.formats.text.csv_rows import has_word_column, read_cells
from nuggets.formats.text.whisper_rows import looks_like_rows
from nuggets.timecode import CLOCK

_SAMPLE = 20_000  # characters; by eye, as are the others
_SAVE = "save the transcript as lines of `NAME: text` first"


class _Kind(NamedTuple):
    """A kind of text, known by its lines.

    Attributes:
        line: Pattern of a whole line.
        least: Least share of the lines that are so.
        advice: What it is, and what to do.
    """

    line: re.Pattern[str]
    least: float
    advice: str


_KINDS = (
    _Kind(
        re.compile(r"(?:SPEAKER|SPKR-INFO|LEXEME|NON-SPEECH)\s+\S+\s+\S+\s+[0-9<].*<NA>.*"),
        0.8,
        "looks like RTTM, which says who speaks when and holds no words; give the transcript",
    ),
    _Kind(
        re.compile(
            rf"\[?\s*(?:{CLOCK}|[0-9.]+s?)\s*(?:-->|->|-)\s*(?:{CLOCK}|[0-9.]+s?)\s*\]?"
            r"(?:\s+[A-Z]{1,3})?\s+(?:SPEAKER|[Ss]peaker|spk)[_ ]?\w{1,6}"
        ),
        0.8,
        "says who speaks when and holds no words (an annotation of pyannote); give the transcript",
    ),
    _Kind(
        re.compile(
            r"(?:File type = .*|Object class = .*|xm(?:in|ax) ?=.*|tiers\?.*|size ?=.*|item ?\[.*"
            r"|class ?=.*|name ?=.*|intervals.*|text ?=.*|points.*|number ?=.*|mark ?=.*)"
        ),
        0.8,
        f"looks like a TextGrid of Praat; {_SAVE}",
    ),
    _Kind(
        re.compile(r"(?:-\s+)?[a-zA-Z_][\w-]{0,30}:(?:\s+.*|\s*[|>]?-?)|-(?:\s+\S.*)?"),
        0.95,
        f"looks like YAML; {_SAVE}, or as JSON",
    ),
)
_FRAGMENT = re.compile(r"\s*<(?P<tag>[A-Za-z][\w:.-]{0,40})(?:\s[^<>]*)?>")
_PYTHON = re.compile(r"\s*(?:\[+\s*)?\{\s*'[A-Za-z_]\w{0,40}'\s*:|\s*\[*\s*\w{3,40}\(\w{2,20}=")
_YAML_KEY = re.compile(r"(?m)^\s*-?\s*(?:speaker|text|start|end|time|content|name|words)\s*:")
_GLUED = re.compile(r"[^,;\t\s][^,;\t]{0,60}[,;](?![\s,;])")
_LEAST_YAML_KEYS = 4
_LEAST_LINES = 3
_KEY = re.compile(r"(?![0-9])[\w ()/-]{1,40}")
_LEAST_EVEN = 0.8  # share of lines with as many cells as the first one
_LEAST_WORDS = 3  # of a cell of what was said
_LEAST_CELLS = 3  # of a table


def refuse_wordless(source: str) -> None:
    """Refuse a text that holds no talk, or one in a notation that is not read.

    Args:
        source: The decoded text, which fits no format but those for plain text.

    Raises:
        UnknownFormatError: It is of such a kind.
    """
    sample = source[:_SAMPLE].lstrip("\ufeff")
    if _PYTHON.match(sample):
        raise UnknownFormatError(
            "looks like a list as Python prints it; save it as JSON (`--format json`, or json.dump)"
        )
    fragment = _FRAGMENT.match(sample)
    if fragment and sample.count(f"</{fragment['tag']}>") + source[-200:].count(
        f"</{fragment['tag']}>"
    ):
        raise UnknownFormatError(f"looks like XML of no known kind; {_SAVE}")
    lines = [line.strip() for line in sample.splitlines() if line.strip()]
    if len(lines) < _LEAST_LINES:
        return
    for kind in _KINDS:
        found = sum(kind.line.fullmatch(line) is not None for line in lines)
        if found < kind.least * len(lines):
            continue
        if "YAML" in kind.advice and len(_YAML_KEY.findall(sample)) < _LEAST_YAML_KEYS:
            continue
        raise UnknownFormatError(kind.advice)
    if not looks_like_rows(sample):
        _refuse_table(lines)


def _refuse_table(lines: list[str]) -> None:
    """Refuse a table without a header, or whose header names no column of what was said."""
    rows = [read_cells(line) for line in lines]
    header = rows[0]
    even = sum(len(row) == len(header) for row in rows)
    if len(header) < 2 or even < _LEAST_EVEN * len(rows) or "\t" in lines[0]:
        return
    are_keys = all(_KEY.fullmatch(cell) for cell in header)
    if len(header) >= _LEAST_CELLS and are_keys and not has_word_column(header):
        raise UnknownFormatError(
            "looks like a table without a column of what was said; name that column `text`"
        )
    glued = sum(_GLUED.match(line) is not None for line in lines)
    worded = sum(max(len(cell.split()) for cell in row) >= _LEAST_WORDS for row in rows)
    if glued >= _LEAST_EVEN * len(rows) and 2 * worded >= len(rows):
        raise UnknownFormatError(
            "looks like a table without a header; put `Time,Speaker,Text` or the like above it"
        )
