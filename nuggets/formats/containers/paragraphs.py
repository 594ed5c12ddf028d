"""Paragraphs and table rows of a document, collected from left to right, as those of Word are."""

from __future__ import annotations

from nuggets.errors import EmptyTranscriptError, TranscriptError
from nuggets.formats.containers.container import Extracted
from nuggets.formats.documents.docx_text import join_paragraphs

_MAX_LINES = 500_000  # by eye, as is the next: more than any talk has
_MAX_TEXT = 25_000_000  # characters


class ParagraphBuilder:
    r"""Collects paragraphs; of a table, its rows, with tabs between the cells.

    Attributes:
        paragraphs: Those that have ended, in order; breaks in them are "\n".
        bold: Where bold type ends at the beginning of a paragraph that goes on, by its index.
    """

    def __init__(self) -> None:
        self.paragraphs: list[str] = []
        self.bold: dict[int, int] = {}
        self._parts: list[str] = []  # of the paragraph that is open
        self._rows: list[list[list[str]]] = []  # open rows: paragraphs of their cells
        self._bold_end = 0
        self._follows_bold = False
        self._size = 0

    def write(self, text: str, *, bold: bool = False) -> None:
        """Write characters of the open paragraph.

        Raises:
            TranscriptError: There are more than any talk has.
        """
        if not text:
            return
        self._size += len(text)
        if self._size > _MAX_TEXT or len(self.paragraphs) > _MAX_LINES:
            raise TranscriptError("more text in the document than any talk has; split it")
        if not self._follows_bold:
            if (bold or text.isspace()) and not text.startswith(("\n", "\t")):
                self._bold_end += len(text)
            else:
                self._follows_bold = True
        self._parts.append(text)

    def end_paragraph(self) -> None:
        """End the open paragraph."""
        text = "".join(self._parts)
        if self._rows:
            if text.strip():
                self._rows[-1][-1].append(text)
        else:
            if self._bold_end and self._follows_bold:
                self.bold[len(self.paragraphs)] = self._bold_end
            self.paragraphs.append(text)
        self._parts = []
        self._bold_end, self._follows_bold = 0, False

    def open_row(self) -> None:
        """Begin a row of a table, and its first cell."""
        self._end_rest()
        self._rows.append([[]])

    def end_cell(self) -> None:
        """End a cell; another one begins."""
        self._end_rest()
        if self._rows:
            self._rows[-1].append([])

    def end_row(self) -> None:
        """End the open row; one within a cell becomes a line of the cell."""
        self._end_rest()
        if not self._rows:
            return
        cells = self._rows.pop()[:-1]  # the last one has not begun
        text = "\t".join("\n".join(cell) for cell in cells)
        if self._rows:
            self._rows[-1][-1].append(text)
        else:
            self.paragraphs.append(text)

    def extract(self, what: str, warnings: tuple[str, ...]) -> Extracted:
        """End what is still open, and return the text of all paragraphs.

        Raises:
            EmptyTranscriptError: There is none in the file; `what` names it.
        """
        self._end_rest()
        while self._rows:
            self.end_cell()
            self.end_row()
        if not any(text.strip() for text in self.paragraphs):
            raise EmptyTranscriptError(f"no text in {what}")
        return Extracted(join_paragraphs(self.paragraphs, self.bold), warnings)

    def _end_rest(self) -> None:
        if self._parts:
            self.end_paragraph()
