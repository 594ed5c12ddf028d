"""Labels within a line, where turns were pasted onto one."""

from __future__ import annotations

import pytest

from tests.formats.talks import (
    check_places,
    read,
    spoken,
)

A, B = "ANNA", "BEN"


@pytest.mark.parametrize(
    ("text", "turns"),
    [
        ("ANNA: Why?  BEN: So. ANNA: Oh.", [(A, "Why?"), (B, "So."), (A, "Oh.")]),
        (
            "[0:01] ANNA: Why? [0:05] BEN: and ANNA: no. [0:09] BEN: So.",
            [(A, "Why?"), (B, "and"), (A, "no."), (B, "So.")],
        ),
        (
            "王伟：你好。李娜：好的。王伟：嗯",
            [("王伟", "你好。"), ("李娜", "好的。"), ("王伟", "嗯")],
        ),
        ("Anna: I have a rule. Simple: never.", [(None, "Anna: I have a rule. Simple: never.")]),
        ("ANNA: Why? BEN: So.", [(None, "ANNA: Why? BEN: So.")]),
    ],
)
def test_labels_within_a_line(text: str, turns: list[tuple[str | None, str]]) -> None:
    """A talk on one line is split where labels recur; otherwise nobody is named."""
    talk = read(text)
    assert spoken(talk) == turns
    check_places(talk)
