"""Plain text: readers tried in order, the most particular first; prose fits any text.

Order: speakers, boilerplate, labelled_lines, prose, speech_rate, descript, header_lines, plain,
rev, whisper_rows, csv_rows, csv_table, wordless_texts, otter, zoom.
"""

from __future__ import annotations

from nuggets.formats.format import Format
from nuggets.formats.text.csv_table import CSV
from nuggets.formats.text.descript import DESCRIPT
from nuggets.formats.text.otter import OTTER
from nuggets.formats.text.plain import PLAIN
from nuggets.formats.text.prose import PROSE
from nuggets.formats.text.rev import REV
from nuggets.formats.text.whisper_rows import WHISPER_TEXT
from nuggets.formats.text.zoom import ZOOM

TEXTS: tuple[Format, ...] = (CSV, WHISPER_TEXT, ZOOM, OTTER, REV, DESCRIPT, PLAIN, PROSE)
