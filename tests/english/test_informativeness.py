"""Informativeness: what says more scores higher."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuggets.english.informativeness import informativeness
from tests.english.strategies import LONG, texts


@given(texts)
def test_informativeness_is_a_share(text: str) -> None:
    """Any text says something between nothing and everything."""
    assert 0 <= informativeness(text) <= 1


@pytest.mark.parametrize("piece", LONG)
def test_long_texts_are_weighed_at_once(piece: str) -> None:
    """Weighing a hundred thousand letters takes no longer than reading them."""
    assert 0 <= informativeness(piece * (100_000 // len(piece)) + "x") <= 1


@given(st.sampled_from(["you know", "I mean", "kind of", "uh", "or something", "I guess"]))
def test_filler_takes_away(filler: str) -> None:
    """The same sentence with filler says less."""
    plain = "Pipes cost $133 million because streets must be dug up."
    assert informativeness(f"{filler}, {plain}") < informativeness(plain)


@pytest.mark.parametrize(
    ("more", "less"),
    [
        ("Heat pumps cost 133 million dollars.", "Heat pumps cost dollars."),
        ("The fee rose because pipes leaked.", "The fee rose and pipes leaked."),
        ("We asked Dana about the pipes.", "We asked them about the pipes."),
        ("The network is the cheapest way to heat a town.", "The network, the town, the heat."),
        ("The pipes leaked in the second winter.", "Let me talk about the second winter."),
        ("I just said the pipes leaked.", "I just I just said the the pipes leaked."),
        ("A signature is not consent, and never was.", "That was nice."),
    ],
)
def test_what_says_more(more: str, less: str) -> None:
    """Numbers, reasons, names and claims say more; small talk and stumbling say less."""
    assert informativeness(more) > informativeness(less)


def test_repeats_for_emphasis_are_no_stumbling() -> None:
    """Saying "very, very" is no slip of the tongue."""
    assert informativeness("The pipes are very very old.") == informativeness(
        "The pipes are very old."
    )
    assert informativeness("The pipes pipes are old.") < informativeness("The pipes are old.")


@pytest.mark.parametrize("text", ["", "?!", "Yeah, exactly.", "So, you know, like, whatever."])
def test_nothing_says_nothing(text: str) -> None:
    """What has no content at all weighs nothing."""
    assert informativeness(text) == 0
