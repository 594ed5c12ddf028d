"""Writers of rows of text: whisper's words and spreadsheets, each with the quirks of its kind."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Sequence

from nuggets.timecode import to_clock
from tests.formats.specimens.specimen import Specimen
from tests.formats.specimens.talk import Spoken, cut_into_cues

Rows = Iterable[tuple[int, int, str]]
"""When each begins and ends, in milliseconds, and its words."""


def write_tsv(rows: Rows) -> str:
    """openai-whisper's table, in milliseconds."""
    return "start\tend\ttext\n" + "".join(f"{a}\t{b}\t{_line(t)}\n" for a, b, t in rows)


def write_csv(rows: Rows) -> str:
    """whisper.cpp's table, in milliseconds, with a blank before the words."""
    written = ((a, b, _line(t).replace('"', '""')) for a, b, t in rows)
    return "start,end,text\n" + "".join(f'{a},{b}," {t}"\n' for a, b, t in written)


def write_printed(rows: Rows) -> str:
    """What users of faster-whisper print, in seconds, after its language."""
    head = "Detected language 'en' with probability 0.98\n"
    return head + "".join(f"[{a / 1000:.2f}s -> {b / 1000:.2f}s] {_line(t)}\n" for a, b, t in rows)


def write_labels(rows: Rows) -> str:
    """Audacity's labels, in seconds."""
    return "".join(f"{a / 1000:.6f}\t{b / 1000:.6f}\t{_line(t)}\n" for a, b, t in rows)


def write_sheet(talk: Sequence[Spoken]) -> bytes:
    """A spreadsheet with a header, a number that is not of the talk, and a row for each turn."""
    written = io.StringIO()
    rows = csv.writer(written, lineterminator="\n")
    rows.writerow(("Start time", "End time", "Speaker", "Confidence", "Text"))
    for i, one in enumerate(talk):
        times = (f"{to_clock(ms)}.{ms % 1000:03}" for ms in (one.start_ms, one.end_ms))
        rows.writerow((*times, one.speaker, f"0.9{i % 10}", one.text))
    return written.getvalue().encode()


def _line(text: str) -> str:
    return " ".join(text.split())


def _rows(file: str, write: Callable[[Rows], str]) -> Specimen:
    def write_talk(talk: Sequence[Spoken]) -> bytes:
        cues = cut_into_cues(talk, most_words=20)
        return write((cue.start_ms, cue.words[-1].end_ms, cue.text) for cue in cues).encode()

    return Specimen(
        file, "whisper-text", write_talk, speakers=False, turns=False, time_source="cue"
    )


ROWS: tuple[Specimen, ...] = (
    _rows("whisper.tsv", write_tsv),
    _rows("whisper-cpp.csv", write_csv),
    _rows("faster-whisper.txt", write_printed),
    _rows("audacity-labels.txt", write_labels),
    Specimen("sheet.csv", "csv", write_sheet, time_source="cue"),
)
