"""Format detection by content alone, and the table of all formats in the order of trying."""

from __future__ import annotations

from nuggets.errors import OptionError
from nuggets.formats.captions import CAPTIONS
from nuggets.formats.documents import DOCUMENTS
from nuggets.formats.documents.docx import has_named_rows
from nuggets.formats.documents.markdown import MARKDOWN
from nuggets.formats.documents.teams import TEAMS_DOCX
from nuggets.formats.format import Format
from nuggets.formats.json_family import JSON_FAMILY
from nuggets.formats.text import TEXTS
from nuggets.formats.text.csv_table import CSV
from nuggets.formats.text.plain import PLAIN
from nuggets.formats.text.prose import PROSE
from nuggets.formats.text.whisper_rows import WHISPER_TEXT
from nuggets.formats.text.zoom import ZOOM
from nuggets.formats.unsupported import refuse_json, refuse_other_captions, refuse_other_texts
from nuggets.formats.xml_family import XML_FAMILY
from nuggets.formats.xml_family.unknown_xml import refuse_fragments, refuse_other_xml
from nuggets.messages import shorten

FORMATS: tuple[Format, ...] = (
    *(*JSON_FAMILY, *XML_FAMILY, TEAMS_DOCX),
    *(*CAPTIONS, *DOCUMENTS, *TEXTS),
)
"""All formats that are read, the most specific first.

Older documents of Teams are tried before captions: they have cue timings, too, and a name below
each.
"""

_NAMES = ", ".join(known.name for known in FORMATS)


def find_format(name: str) -> Format:
    """Find a format by its name.

    Raises:
        OptionError: There is none of that name.
    """
    for known in FORMATS:
        if known.name == name:
            return known
    raise OptionError(f"unknown format {shorten(name)!r}; the formats are: {_NAMES}")


def detect_format(source: str) -> Format:
    """Detect the format of a text; prose if nothing else fits.

    Raises:
        TranscriptError: It is visibly of a kind that is not read.
    """
    refuse_other_captions(source)
    for known in FORMATS:
        if known is TEAMS_DOCX:  # JSON or XML that is none of its formats is no text either
            refuse_json(source)
            refuse_other_xml(source)
        if known is DOCUMENTS[0]:  # captions have tags of their own
            refuse_fragments(source)
        if known is WHISPER_TEXT:  # from here on, any text fits one of the formats
            refuse_other_texts(source)
        if known.looks_like(source):
            return known
    return PROSE


def detect_document_format(source: str, name: str) -> Format:
    """Detect the format of the text of a document, in which tabs separate cells of tables.

    Args:
        source: The text that was taken from it.
        name: Name of the format of such documents, for a text of no particular one.

    Raises:
        TranscriptError: It is visibly of a kind that is not read.
    """
    found = detect_format(source)
    is_table = found in (ZOOM, MARKDOWN) and has_named_rows(source)
    return find_format(name) if is_table or found in (PLAIN, PROSE, CSV) else found
