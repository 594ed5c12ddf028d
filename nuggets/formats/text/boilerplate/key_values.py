"""Metadata above a transcript, as keys and values; not speech.

Interviewee: Ann Lee
Interviewer: Tom Brown
Date: March 12, 2019

Some keys can also be speaker labels (`Host: Ann Lee`): there the value must be nothing but names.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from nuggets.formats.lines import Line
from nuggets.formats.phrase_lists import split_phrases
from nuggets.formats.text.speakers.line_reading import NO_PREFIX, LineReading
from nuggets.formats.text.speakers.names import to_name

_LINE = re.compile(
    r"(?:[*+-] )?[*_]{0,3}(?P<key>[^\W\d_][^:*_]{1,40}?)[*_]{0,3}\s?:[*_]{0,3}\s+(?P<value>\S.*)"
)
_KEYS = split_phrases(
    """title|subtitle|date|time|location|place|venue|duration|length|running time|recorded
    |recorded on|recorded at|recording date|date recorded|date of recording|published|published on
    |publication date|release date|date of interview|interview date|place of interview
    |interview location|location of interview|url|link|source|file|filename|file name|audio|video
    |audio file|episode|season|series|show|podcast|topic|topics|subject|summary|description
    |abstract|synopsis|keywords|tags|language|guests|hosts|speakers|participants|attendees|present
    |interviewees|interviewers|panelists|panellists|sponsor|sponsors|sponsored by|transcriber
    |transcribed by|transcription|transcript by|transcriptionist|edited by|produced by
    |interviewed by|hosted by|presented by|project|collection|repository|copyright|published by
    |chairs|scribes|scribe|regrets|apologies|absent|minutes|note taker|notetaker|facilitator
    |conference|event|slides
    |meeting|meeting title|meeting date|titel|thema|datum|ort|dauer|länge|gäste|sprecher|teilnehmer
    |beschreibung|zusammenfassung|quelle|transkription|transkribiert von|titre|lieu|durée
    |invités|intervenants|résumé|título|fecha|lugar|duración|invitados|participantes|resumen
    """
)
_ROLES = split_phrases(
    """interviewee|interviewer|host|guest|co-host|cohost|speaker|moderator|narrator|producer|editor
    |respondent|participant|panelist|panellist|presenter|gast|moderation|interviewpartner|befragter
    |befragte|invité|animateur|invitado|entrevistado|entrevistada|entrevistador|entrevistadora
    """
)
_BETWEEN_NAMES = re.compile(r"\s*(?:,|;|&|\band\b|\bund\b|\bet\b|\by\b)\s*")
_LINK = re.compile(r"<?https?://\S+|\[[^\[\]]*\]\(\S+\)")
_MOST_LINES = 60  # in which the keys are; by eye, as are the others
_MOST_TITLES = 5  # lines above the first key
_LONGEST_VALUE = 1500  # characters of a line


def end_of_metadata(lines: Sequence[Line], readings: Sequence[LineReading]) -> int:
    """Find the index of the line after the keys and values at the top of a file; 0 if it has none.

    Args:
        lines: Its lines.
        readings: How each line is read.
    """
    labels = Counter(reading.speaker for reading in readings if reading.speaker)
    end = _end_of_block(lines, readings, labels, 0, least=1)
    for i, line in enumerate(lines[:_MOST_LINES]):
        if end or labels[readings[i].speaker or ""] > 1:
            break
        match = _LINE.fullmatch(line.text[:_LONGEST_VALUE])
        if match and match["key"].strip().casefold() in _KEYS | _ROLES:
            end = _end_of_block(lines, readings, labels, i, least=2)
    return end


def count_head(lines: Sequence[Line]) -> int:
    """Count the lines of keys and values at the top of a text in which nobody is named."""
    count = known = 0
    for line in lines[:_MOST_LINES]:
        match = _LINE.fullmatch(line.text[:_LONGEST_VALUE])
        key = match["key"].strip().casefold() if match else ""
        is_link = match is not None and _LINK.fullmatch(match["value"]) is not None
        if not (is_link or key in _KEYS | _ROLES):
            break
        count += 1
        known += key in _KEYS
    is_head = count > 1 and known and count < len(lines) and lines[count].has_blank_line_above
    return count if is_head else 0


def _end_of_block(
    lines: Sequence[Line],
    readings: Sequence[LineReading],
    labels: Counter[str],
    begin: int,
    *,
    least: int,
) -> int:
    """Find the index after the keys and values from a line on; 0 if they are fewer than `least`."""
    keys: list[str] = []
    end = names_end = 0
    goes_on = False
    is_known = False  # a key was among them that is no speaker's label
    for i, line in enumerate(lines[begin : begin + _MOST_LINES], start=begin):
        match = _LINE.fullmatch(line.text[:_LONGEST_VALUE])
        key = match["key"].strip().casefold() if match else ""
        is_key = match is not None and (key in _KEYS or _LINK.fullmatch(match["value"]) is not None)
        if match and is_key and readings[i].start_ms is None:
            if labels[match["key"].strip()] > 1:
                break
            is_known = goes_on = True
        elif match and key in _ROLES and _is_list_of_names(match["value"]) and key not in keys:
            goes_on = False
            names_end += len(match["value"].split()) > 1
        elif readings[i] is NO_PREFIX and (
            i < begin + _MOST_TITLES if not keys else goes_on and not line.has_blank_line_above
        ):
            continue  # a title above, or the rest of a value
        else:
            break
        keys.append(key)
        end = i + 1
    while (
        0 < end < len(lines) and readings[end] is NO_PREFIX and not lines[end].has_blank_line_above
    ):
        end += 1
    if end == len(lines) or not any(reading.starts_turn for reading in readings[end:]):
        return 0
    are_roles = len(keys) > 1 and names_end == len(keys) and lines[end].has_blank_line_above
    return end if (is_known or are_roles) and len(keys) >= least else 0


def _is_list_of_names(value: str) -> bool:
    """Whether a value is nothing but one name or a few."""
    parts = [part for part in _BETWEEN_NAMES.split(value.strip("*_ ")) if part]
    # Differs on purpose from CLAUSE_ENDS: more names may follow a comma.
    if not parts or value[-1] in ".?!…:;":
        return False
    return all(part[0].isupper() and len(part.split()) <= 4 and to_name(part) for part in parts)
