"""Debates in Akoma Ntoso."""

from __future__ import annotations

import pytest

from nuggets.errors import MalformedTranscriptError
from tests.formats.documents.reading import dialogue, read
from tests.formats.talks import check_runs

PEOPLE = '<meta><references><TLCPerson eId="v" showAs="Ilka Voss"/></references></meta>'


def debate(body: str) -> str:
    """A debate with one known person."""
    return f"<akomaNtoso><debate>{PEOPLE}<debateBody>{body}</debateBody></debate></akomaNtoso>"


@pytest.mark.parametrize(
    ("speech", "speaker"),
    [
        ('<speech by="#v"><p>We go.</p></speech>', "Ilka Voss"),
        ('<speech by="#v"><from>Mrs <b>Voss</b>: </from><p>We go.</p></speech>', "Mrs Voss"),
        ('<speech by="#unknown-person"><p>We go.</p></speech>', "unknown-person"),
        ("<speech><p>We go.</p></speech>", None),
        ('<answer by="#v"><p>We <remark>[Applause]</remark>go.</p></answer>', "Ilka Voss"),
    ],
)
def test_who_speaks(speech: str, speaker: str | None) -> None:
    """The name in the speech, or that of the reference, or the reference itself."""
    talk = read(debate(f"<heading>Tides</heading>{speech}<narrative>They left.</narrative>"))
    check_runs(talk)
    assert dialogue(talk) == [(speaker, "We go.")]


def test_what_follows_an_inner_speech_is_said_by_nobody_known() -> None:
    """Rather than by either."""
    inner = (
        '<speech by="#v"><p>One.</p><question by="#w"><p>Two.</p></question><p>Three.</p></speech>'
    )
    assert dialogue(read(debate(inner))) == [("Ilka Voss", "One."), ("w", "Two."), (None, "Three.")]


def test_laws_are_refused() -> None:
    """Nobody speaks in them."""
    with pytest.raises(MalformedTranscriptError, match="expected a debate"):
        read("<akomaNtoso><act><body><p>The gate is shut.</p></body></act></akomaNtoso>")
