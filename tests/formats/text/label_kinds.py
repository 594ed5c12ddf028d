"""Ways of writing who speaks, each with a talk written so and what must be read of it.

Shapes are those of parliaments, courts, briefings, calls, chats and scripts; the words are ours.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from typing import NamedTuple

from tests.formats.specimens.talk import TURNS

PEOPLE = tuple(dict.fromkeys(name for name, _ in TURNS))
SAID = tuple((PEOPLE.index(name), text) for name, text in TURNS)
"""Who says what: the index of the speaker, and the words."""


class Kind(NamedTuple):
    """A way of writing who speaks.

    Attributes:
        name: Of the kind.
        names: The speakers as they must be read, in the order in which they first speak.
        write: Writes turns of speakers, by their index, and words.
    """

    name: str
    names: tuple[str | None, str | None, str | None]
    write: Callable[[list[tuple[int, str]]], str]

    @property
    def is_mixable(self) -> bool:
        """Whether a turn of it may stand among those of others."""
        return not any(word in self.name for word in ("seconds", "time", "f4", "one line"))

    def text(self) -> str:
        """Write the talk."""
        return self.write(list(SAID))

    def expected(self) -> list[tuple[str | None, str]]:
        """Say who must be read to say what."""
        return [(self.names[i], said) for i, said in SAID]


def _inline(
    labels: tuple[str, str, str],
    *,
    between: str = "\n\n",
    head: str = "",
    foot: str = "",
    first: tuple[str, ...] = (),
    width: int = 0,
) -> Callable[[list[tuple[int, str]]], str]:
    """Write a label before the words of each turn; `first` where somebody speaks first."""

    def write(turns: list[tuple[int, str]]) -> str:
        seen: set[int] = set()
        parts = []
        for i, said in turns:
            label = first[i] if first and i not in seen else labels[i]
            seen.add(i)
            turn = label + said
            parts.append("\n".join(textwrap.wrap(turn, width)) if width else turn)
        return head + between.join(parts) + "\n" + foot

    return write


def _above(
    labels: tuple[str, str, str],
    *,
    below: str = "\n",
    head: str = "",
    foot: str = "",
    first: tuple[str, ...] = (),
) -> Callable[[list[tuple[int, str]]], str]:
    """Write a label on a line of its own above the words."""
    return _inline(
        tuple(label + below for label in labels),  # type: ignore[arg-type]
        head=head,
        foot=foot,
        first=tuple(label + below for label in first),
    )


KINDS: tuple[Kind, ...] = (
    Kind(
        "briefing",
        ("MS. O'NEIL", "Q", "MR. NAIR"),
        _inline(
            ("MS. O'NEIL:  ", "Q    ", "MR. NAIR:  "),
            head="Town Briefing Room\n\n1:05 P.M. EST\n\n",
            foot="\n\nEND                 1:31 P.M. EST\n",
        ),
    ),
    Kind(
        "chair with a full stop",
        ("CHAIR O'NEIL", "TOMAS REYES", "MS. NAIR"),
        _inline(("CHAIR O'NEIL.  ", "TOMAS REYES.  ", "MS. NAIR.  ")),
    ),
    Kind(
        "chair with a full stop, wrapped",
        ("CHAIR O'NEIL", "TOMAS REYES", "MS. NAIR"),
        _inline(("CHAIR O'NEIL.  ", "TOMAS REYES.  ", "MS. NAIR.  "), width=70),
    ),
    Kind(
        "European Parliament",
        ("President", "Tomás Reyes (PPE)", "Priya Nair, rapporteur"),
        _inline(("President. – ", "Tomás Reyes (PPE). – ", "Priya Nair, rapporteur. – ")),
    ),
    Kind(
        "full stop and hyphen",
        ("The Chairperson", "Mr Reyes", "Ms Nair"),
        _inline(("The Chairperson.- ", "Mr Reyes.- ", "Ms Nair.- ")),
    ),
    Kind(
        "Australian Hansard",
        ("The SPEAKER", "Mr REYES", "Ms NAIR"),
        _inline(
            ("The SPEAKER—", "Mr REYES—", "Ms NAIR—"),
            first=(
                "The SPEAKER—",
                "Mr REYES (Carrow—Minister for Seeds) (3.18 pm)—",
                "Ms NAIR (Selby) (3.25 pm)—",
            ),
        ),
    ),
    Kind(
        "House of Lords, names above, the party once",
        ("Baroness O'Neil of Selby Marsh", "Lord Reyes", "Viscount Nair of the Upper Vale"),
        _above(
            ("Baroness O'Neil of Selby Marsh", "Lord Reyes", "Viscount Nair of the Upper Vale"),
            first=(
                "Baroness O'Neil of Selby Marsh (Lab)",
                "Lord Reyes (Con)",
                "Viscount Nair of the Upper Vale (CB)",
            ),
        ),
    ),
    Kind(
        "Congressional Record",
        ("The SPEAKER pro tempore", "Mr. REYES of Ohio", "Ms. NAIR"),
        _inline(
            ("  The SPEAKER pro tempore. ", "  Mr. REYES of Ohio. ", "  Ms. NAIR. "),
            between="\n",
            head="[Congressional Record Volume 170, Number 3 (Monday, January 8, 2024)]\n\n",
        ),
    ),
    Kind(
        "call, names above with a role",
        ("Operator", "Tomás Reyes", "Priya Nair"),
        _above(
            (
                "Operator",
                "Tomás Reyes -- Chief Executive Officer",
                "Priya Nair -- Seed Bank of Selby -- Analyst",
            ),
            below="\n\n",
        ),
    ),
    Kind(
        "call, names above with company and role",
        ("Operator", "Tomás Reyes", "Priya Nair"),
        _above(
            (
                "Operator",
                "Tomás Reyes, Seed Library, Inc. - CEO",
                "Priya Nair, Selby Bank - Analyst",
            ),
        ),
    ),
    Kind(
        "chat of nicknames in small letters",
        ("mara_o", "tomas", "priya`"),
        _inline(("<mara_o> ", "<tomas> ", "<priya`> "), between="\n"),
    ),
    Kind(
        "chat of nicknames with the time of day",
        ("mara_o", "tomas", "priya"),
        _inline(("14:02 <mara_o> ", "14:02 <tomas> ", "14:03 <priya> "), between="\n"),
    ),
    Kind(
        "wiki links",
        ("Mara O'Neil", "Tomás Reyes", "Priya Nair"),
        _inline(("[[Mara O'Neil]]: ", "[[Tomás Reyes]]: ", "[[Priya Nair]]: ")),
    ),
    Kind(
        "underlined nicknames",
        ("mara", "tomas", "priya"),
        _inline(("__mara:__ ", "__tomas:__ ", "__priya:__ ")),
    ),
    Kind(
        "nicknames in brackets",
        ("mara", "tomas", "priya"),
        _inline(("[mara] ", "[tomas] ", "[priya] "), between="\n"),
    ),
    Kind(
        "nicknames in brackets, as a list",
        ("mara", "tomas", "priya"),
        _inline(("- [mara] ", "- [tomas] ", "- [priya] "), between="\n"),
    ),
    Kind(
        "bold names in a list",
        ("Mara O'Neil", "Tomás Reyes", "Priya Nair"),
        _inline(("- **Mara O'Neil**: ", "- **Tomás Reyes**: ", "- **Priya Nair**: "), between="\n"),
    ),
    Kind("without a blank", ("Mara", "Tomas", "Priya"), _inline(("Mara:", "Tomas: ", "Priya: "))),
    Kind(
        "rarely without a blank",
        ("MARA", "TOMAS", "PRIYA"),
        _inline(("MARA: ", "TOMAS: ", "PRIYA: "), first=("MARA: ", "TOMAS:", "PRIYA: ")),
    ),
    Kind(
        "all on one line",
        ("O'Neil", "Reyes", "Nair"),
        _inline(("O'Neil: ", "Reyes: ", "Nair: "), between=" "),
    ),
    Kind(
        "names above, four words and more",
        (
            "Dame Mara O'Neil of the Dale",
            "Tomás Reyes",
            "Priya Nair",
        ),
        _above(("Dame Mara O'Neil of the Dale", "Tomás Reyes", "Priya Nair")),
    ),
    Kind(
        "range of seconds before",
        ("SPEAKER_00", "SPEAKER_01", "SPEAKER_02"),
        lambda turns: "\n".join(
            f"[{4 * n + 0.25:.2f} - {4 * n + 3.5:.2f}] SPEAKER_0{i}: {said}"
            for n, (i, said) in enumerate(turns)
        ),
    ),
    Kind(
        "range of seconds behind",
        ("SPEAKER_00", "SPEAKER_01", "SPEAKER_02"),
        lambda turns: "\n".join(
            f"SPEAKER_0{i} [{4 * n + 0.25:.2f}s - {4 * n + 3.5:.2f}s]: {said}"
            for n, (i, said) in enumerate(turns)
        ),
    ),
    Kind(
        "range of seconds behind in parentheses",
        ("Mara", "Tomas", "Priya"),
        lambda turns: "\n".join(
            f"{('Mara', 'Tomas', 'Priya')[i]} ({4 * n + 0.25:.2f}-{4 * n + 3.5:.2f}): {said}"
            for n, (i, said) in enumerate(turns)
        ),
    ),
    Kind(
        "bold time and name",
        ("MARA O'NEIL", "TOMÁS REYES", "PRIYA NAIR"),
        lambda turns: "\n\n".join(
            f"**[1:{4 * n % 60:02}:09] {PEOPLE[i].upper()}:** {said}"
            for n, (i, said) in enumerate(turns[:14])
        ),
    ),
    Kind(
        "f4, the mark before",
        ("Mara", "Tomas", "Priya"),
        lambda turns: "\n\n".join(
            f"#00:{4 * n % 60:02}:09-3# {('Mara', 'Tomas', 'Priya')[i]}: {said}"
            for n, (i, said) in enumerate(turns[:14])
        ),
    ),
    Kind(
        "f4, the mark behind",
        ("Mara", "Tomas", "Priya"),
        lambda turns: "\n\n".join(
            f"{('Mara', 'Tomas', 'Priya')[i]}: {said} #00:{4 * n % 60:02}:09-3#"
            for n, (i, said) in enumerate(turns[:14])
        ),
    ),
)
