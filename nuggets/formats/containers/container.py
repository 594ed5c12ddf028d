"""The type of a container: a file that is no text, and the text that is taken from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import NamedTuple

from nuggets.formats.documents.visible_text import VisibleText
from nuggets.values import LeftOut, PageLine


@dataclass(frozen=True, slots=True)
class Extracted:
    """The text of a container.

    Attributes:
        text: All that is taken from it; this is the source, in which every place is given.
        warnings: For the user, each one line.
        visible: What is read of the text; None: all of it.
        left_out: What is not read of it, and why.
        page_lines: Where its lines begin, by page; none if it has no pages.
        encoding: What the text was encoded in; None: the container says so itself.
    """

    text: str
    warnings: tuple[str, ...] = ()
    visible: VisibleText | None = None
    left_out: tuple[LeftOut, ...] = ()
    page_lines: tuple[PageLine, ...] = ()
    encoding: str | None = None

    @property
    def read_text(self) -> str:
        """The text that is read."""
        return self.text if self.visible is None else self.visible.text

    def with_warning(self, warning: str) -> Extracted:
        """Return the same with one more warning, the first."""
        return replace(self, warnings=(warning, *self.warnings))


class Container(NamedTuple):
    """A kind of container.

    Attributes:
        name: Its short name, which stands for the encoding of the text in it.
        title: What people call it, such as "a Word document".
        is_one: Whether bytes are such a container; never raises.
        extract: Takes the text out of it. Raises TranscriptError.
        is_document: Whether its text is that of a document, in which tabs separate the cells of
            tables, rather than a file of another format.
    """

    name: str
    title: str
    is_one: Callable[[bytes], bool]
    extract: Callable[[bytes], Extracted]
    is_document: bool
