"""What is told about a talk above it, as keys and values; nobody says it.

Interviewee: Ann Lee
Interviewer: Tom Brown
Date: March 12, 2019

Some keys are labels of speakers, too (`Host: Ann Lee`): there the value must be nothing but names.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from nuggets.formats.lines import Line
from nuggets.formats.text.speakers.line_reading import NO_PREFIX, LineReading
from nuggets.formats.text.speakers.names import to_name

_LINE = re.compile(
    r"(?:\*\*|__)?(?P<key>[^\W\d_][^:*_]{1,40}?)(?:\*\*|__)?\s?:(?:\*\*|__)?\s+(?P<value>\S.*)"
)
_KEYS = frozenset(
    """title|subtitle|date|time|location|place|venue|duration|length|running time|recorded
    |recorded on|recorded at|recording date|date recorded|date of recording|published|published on
    |publication date|release date|date of interview|interview date|place of interview
    |interview location|location of interview|url|link|source|file|filename|file name|audio|video
    |audio file|episode|season|series|show|podcast|topic|topics|subject|summary|description
    |abstract|synopsis|keywords|tags|language|guests|hosts|speakers|participants|attendees|present
    |interviewees|interviewers|panelists|panellists|sponsor|sponsors|sponsored by|transcriber
    |transcribed by|transcription|transcript by|transcriptionist|edited by|produced by
    |interviewed by|hosted by|presented by|project|collection|repository|copyright|published by
    |meeting|meeting title|meeting date|titel|thema|datum|ort|dauer|länge|gäste|sprecher|teilnehmer
    |beschreibung|zusammenfassung|quelle|transkription|transkribiert von|titre|lieu|durée
    |invités|intervenants|résumé|título|fecha|lugar|duración|invitados|participantes|resumen
    """.replace("\n", "")
    .replace("    |", "|")
    .strip()
    .split("|")
)
_ROLES = frozenset(
    """interviewee|interviewer|host|guest|co-host|cohost|speaker|moderator|narrator|producer|editor
    |respondent|participant|panelist|panellist|presenter|gast|moderation|interviewpartner|befragter
    |befragte|invité|animateur|invitado|entrevistado|entrevistada|entrevistador|entrevistadora
    """.replace("\n", "")
    .replace("    |", "|")
    .strip()
    .split("|")
)
_PARTED = re.compile(r"\s*(?:,|;|&|\band\b|\bund\b|\bet\b|\by\b)\s*")
_MOST_LINES = 60
_MOST_TITLES = 5  # lines above the first key
_LONGEST_VALUE = 1500


def end_of_metadata(lines: Sequence[Line], readings: Sequence[LineReading]) -> int:
    """Find the line behind the keys and values at the top of a file; 0 if there are none.

    Args:
        lines: Its lines.
        readings: How each is read.
    """
    labels = Counter(reading.speaker for reading in readings if reading.speaker)
    keys: list[str] = []
    end = names_end = 0
    goes_on = False
    is_known = False  # a key stood there that nobody is called
    for i, line in enumerate(lines[:_MOST_LINES]):
        match = _LINE.fullmatch(line.text[:_LONGEST_VALUE])
        key = match["key"].strip().casefold() if match else ""
        if match and key in _KEYS and readings[i].start_ms is None:
            if labels[match["key"].strip()] > 1:
                break
            is_known = goes_on = True
        elif match and key in _ROLES and _are_names(match["value"]) and key not in keys:
            goes_on = False
            names_end += len(match["value"].split()) > 1
        elif readings[i] is NO_PREFIX and (
            i < _MOST_TITLES if not keys else goes_on and not _is_apart(line)
        ):
            continue  # a title above, or the rest of a value
        else:
            break
        keys.append(key)
        end = i + 1
    while 0 < end < len(lines) and readings[end] is NO_PREFIX and not _is_apart(lines[end]):
        end += 1
    if end == len(lines) or not any(reading.starts_turn for reading in readings[end:]):
        return 0
    are_roles = len(keys) > 1 and names_end == len(keys) and _is_apart(lines[end])
    return end if is_known or are_roles else 0


def _are_names(value: str) -> bool:
    """Whether a value is nothing but the names of one or a few."""
    parts = [part for part in _PARTED.split(value.strip("*_ ")) if part]
    if not parts or value[-1] in ".?!…:;":
        return False
    return all(part[0].isupper() and len(part.split()) <= 4 and to_name(part) for part in parts)


def _is_apart(line: Line) -> bool:
    """Whether a blank line stands above a line."""
    return line.blank == "\n\n"
