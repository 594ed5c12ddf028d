"""Names at the beginning of lines: in brackets, in lower case, with a full stop."""

from __future__ import annotations

import pytest

from tests.formats.talks import check_places, read


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("[ANNA]: a\n[BEN]: b\n[ANNA]: c\n[BEN]: d", ("ANNA", "BEN")),
        ("anna: a\nben: b\nanna: c\nben: d", ("anna", "ben")),
        ("Q. Age?\nA. It is 44.\nQ. Name?\nA. No.", ("Q", "A")),
        ("DANA: a.\nDA\x1b[31mNA: b\n\x1b[1mLEE:\x1b[0m c\n\u200bDANA: d\nLEE: e", ("DANA", "LEE")),
        ("problem: a problem\nfix: a fix\nproblem: the problem, a problem\nfix: no", ()),
        ("DANA: a\nLEE: b\nDANA: c\nLEE: \x00d", ("DANA", "LEE")),
        ("A. apples\nB. pears\nC. plums", ()),
    ],
)
def test_rarer_labels(text: str, names: tuple[str, ...]) -> None:
    """Names in brackets, in lower case, in depositions, and with control characters count."""
    talk = read(text)
    assert talk.speakers == names
    assert len(talk.turns) == (len(text.splitlines()) if names else 1)
    check_places(talk)
