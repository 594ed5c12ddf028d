"""Recognition: how a transcript is written, told by its content alone; all formats in order."""

from __future__ import annotations

from nuggets.errors import OptionError
from nuggets.formats.captions import CAPTIONS
from nuggets.formats.documents import DOCUMENTS
from nuggets.formats.documents.docx import DOCX, has_named_rows
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
from nuggets.formats.unsupported import refuse_other_captions, refuse_other_texts

FORMATS: tuple[Format, ...] = (*JSON_FAMILY, TEAMS_DOCX, *CAPTIONS, *DOCUMENTS, *TEXTS)
"""All formats that are read, the most particular first.

Teams' older documents have times with an arrow between, as captions do, and a name below each.
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
    raise OptionError(f"no format of that name; the formats that are read: {_NAMES}")


def recognise(source: str) -> Format:
    """Tell how a text is written, by its content alone.

    Raises:
        TranscriptError: It is visibly of a kind that is not read.
    """
    refuse_other_captions(source)
    for known in FORMATS:
        if known is WHISPER_TEXT:  # any text fits all but a table, so what is none is refused first
            refuse_other_texts(source)
        if known.looks_like(source):
            return known
    return PROSE


def recognise_word(source: str) -> Format:
    """Tell how the text of a Word document is written; a tab in it is the edge of a table's cell.

    Raises:
        TranscriptError: It is visibly of a kind that is not read.
    """
    found = recognise(source)
    is_table = found in (ZOOM, MARKDOWN) and has_named_rows(source)
    return DOCX if is_table or found in (PLAIN, PROSE, CSV) else found
