"""Writers of plain text without times, each with the quirks of its kind."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Sequence
from itertools import count
from typing import Protocol

from tests.formats.specimens.specimen import Specimen
from tests.formats.specimens.texts_rows import ROWS
from tests.formats.specimens.texts_timed import TIMED_TEXTS


class Told(Protocol):
    """What is written of a turn; as in `Spoken` and `Said`."""

    @property
    def speaker(self) -> str:
        """Who speaks."""

    @property
    def text(self) -> str:
        """What is said; a blank line between paragraphs."""


def write_labels(talk: Sequence[Told]) -> str:
    """`NAME: text`, a blank line between turns."""
    return "\n\n".join(f"{told.speaker}: {told.text}" for told in talk) + "\n"


def write_labels_above(talk: Sequence[Told]) -> str:
    """`NAME:` on a line of its own."""
    return "\n\n".join(f"{told.speaker}:\n{told.text}" for told in talk) + "\n"


def write_bold_labels(talk: Sequence[Told]) -> str:
    """`**NAME:** text`."""
    return "\n\n".join(f"**{told.speaker}:** {told.text}" for told in talk) + "\n"


def write_bold_labels_above_quotations(talk: Sequence[Told]) -> str:
    """`**NAME:**`, and the text as a quotation below."""
    quoted = ("> " + told.text.replace("\n", "\n> ") for told in talk)
    turns = zip(talk, quoted, strict=True)
    return "\n\n".join(f"**{told.speaker}:**\n{text}" for told, text in turns) + "\n"


def write_brackets(talk: Sequence[Told]) -> str:
    """`[NAME]: text`."""
    return "\n".join(f"[{told.speaker}]: {told.text}" for told in talk) + "\n"


def write_capitals(talk: Sequence[Told]) -> str:
    """`NAME: text`, the name in capitals, after an opening that nobody says."""
    turns = "\n\n".join(f"{told.speaker.upper()}: {told.text}" for told in talk)
    return f"TOWN HALL\n\nTRANSCRIPT\n\n{turns}\n"


def write_roles(talk: Sequence[Told]) -> str:
    """Titles before a name, roles and pronouns after it, parentheses in parentheses."""
    names = list(dict.fromkeys(told.speaker for told in talk))
    turns = ((with_role(names.index(told.speaker)), told.text) for told in talk)
    return "\n\n".join(f"{name}: {text}" for name, text in turns) + "\n"


def with_role(index: int) -> str:
    """Name the speaker who is the first, second, third to speak."""
    return (
        "MARA O'NEIL, HOST",
        "Dr. Tomás Reyes (he/him)",
        "The Treasurer (Hon. Priya Nair (Valley East, Ind.))",
    )[index]


def write_chevrons(talk: Sequence[Told]) -> str:
    """`>> NAME: text`."""
    return "\n".join(f">> {told.speaker}: {told.text}" for told in talk) + "\n"


def write_nameless_chevrons(talk: Sequence[Told]) -> str:
    """`>> text`."""
    return "\n".join(f">> {told.text}" for told in talk) + "\n"


def write_dashes(talk: Sequence[Told]) -> str:
    """`- text`."""
    return "\n".join(f"- {told.text}" for told in talk) + "\n"


def write_record(talk: Sequence[Told]) -> str:
    """`Ms. O'NEIL. text`, as in the Congressional Record, the lines broken and indented."""
    names = list(dict.fromkeys(told.speaker for told in talk))
    turns = (f"{as_member(names.index(told.speaker))}. {told.text}" for told in talk)
    return "\n".join("\n".join(_wrap(turn, 68, indent=2)) for turn in turns) + "\n"


def as_member(index: int) -> str:
    """Name the speaker as a member of a house."""
    return ("Ms. O'NEIL", "Mr. REYES of Ohio", "Ms. NAIR")[index]


def write_deposition(talk: Sequence[Told]) -> str:
    """Pages of numbered lines, `MS. O'NEIL:  text`, with a page number and a footer."""
    names = list(dict.fromkeys(told.speaker for told in talk))
    lines: list[str] = []
    for told in talk:
        turn = f"{in_court(names.index(told.speaker))}:  {told.text}"
        lines += _wrap(turn, 56, indent=11)
    pages: list[str] = []
    for page in count():
        part = lines[25 * page : 25 * page + 25]
        if not part:
            return "\n\f".join(pages)
        body = "\n".join(f"{number:2}  {line}" for number, line in enumerate(part, 1))
        pages.append(f"{page + 7:>60}\n\n{body}\n\n{'TOWN HALL REPORTERS':^60}")
    raise AssertionError  # pages are without end


def in_court(index: int) -> str:
    """Name the speaker as a court reporter does."""
    return ("THE COURT", "THE WITNESS", "MS. NAIR")[index]


def write_names_above(talk: Sequence[Told]) -> str:
    """`NAME` without a colon on a line of its own."""
    return "\n\n".join(f"{told.speaker}\n{told.text}" for told in talk) + "\n"


def write_prose(talk: Sequence[Told]) -> str:
    """Paragraphs, and nobody is named."""
    return "\n\n".join(told.text for told in talk) + "\n"


def write_page(talk: Sequence[Told]) -> str:
    """A page of a podcast, with chapters, headings, notes and all that a web page puts around."""
    chapters = ("What a seed library is", "The cellar", "The vote")
    parts = [
        "Episode 12",
        "Share this\nTweet",
        "Table of contents\n" + "\n".join(f"{4 * i}:30 – {one}" for i, one in enumerate(chapters)),
        "Transcript",
    ]
    third = len(talk) // 3 + 1
    for i, told in enumerate(talk):
        if i % third == 0:
            parts.append(chapters[i // third])
        if i == third + 1:
            parts += ["ALSO READ: Another town", "[Editor's note: the library moved in May.]"]
        parts.append(f"{told.speaker}: {told.text}")
    return "\n\n".join([*parts, "Show notes:\n- https://example.org", "Transcribed by Nobody\n"])


def _wrap(text: str, width: int, *, indent: int) -> list[str]:
    """Break a turn into lines, words whole, the first one indented."""
    wrapper = textwrap.TextWrapper(
        width, initial_indent=" " * indent, break_long_words=False, break_on_hyphens=False
    )
    return wrapper.wrap(text)


def encode(write: Callable[[Sequence[Told]], str]) -> Callable[[Sequence[Told]], bytes]:
    """Make a writer of text one of bytes."""
    return lambda talk: write(talk).encode()


TEXTS: tuple[Specimen, ...] = (
    Specimen("labels.txt", "plain", encode(write_labels)),
    Specimen("labels-above.txt", "plain", encode(write_labels_above)),
    Specimen("bold.txt", "plain", encode(write_bold_labels)),
    Specimen("bold-quoted.txt", "plain", encode(write_bold_labels_above_quotations)),
    Specimen("brackets.txt", "plain", encode(write_brackets)),
    Specimen(
        "capitals.txt",
        "plain",
        encode(write_capitals),
        names=lambda i: ("MARA O'NEIL", "TOMÁS REYES", "PRIYA NAIR")[i],
    ),
    Specimen("roles.txt", "plain", encode(write_roles), names=with_role),
    Specimen("chevrons.txt", "plain", encode(write_chevrons)),
    Specimen("chevrons-nameless.txt", "plain", encode(write_nameless_chevrons), speakers=False),
    Specimen("dashes.txt", "plain", encode(write_dashes), speakers=False),
    Specimen("record.txt", "plain", encode(write_record), names=as_member),
    Specimen("deposition.txt", "plain", encode(write_deposition), names=in_court),
    Specimen("podcast-page.txt", "plain", encode(write_page)),
    Specimen("names-above.txt", "plain", encode(write_names_above)),
    *TIMED_TEXTS,
    *ROWS,
    Specimen("prose.txt", "prose", encode(write_prose), speakers=False, turns=False),
)
