"""Sponsor reads are found from the naming of the sponsor to the offer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuggets.english.sponsor_reads import find_sponsor_reads
from nuggets.formats.advertisements import is_sponsor_read
from tests.english.test_filler import table

AD = """
    The following is a conversation with Maria Kay, a sleep researcher.
    And now a quick few second mention of our sponsors.
    Today's sponsor is BetterHelp, online therapy that matches you with a licensed therapist.
    I have talked to therapists for years and it has helped me sleep better.
    BetterHelp is easy, private, affordable, and available worldwide.
    Check them out at betterhelp.com/lex and save on your first month.
    This show is also brought to you by Eight Sleep, and its new Pod 3 mattress.
    I love taking naps on a cold bed with a warm blanket.
    Go to eightsleep.com/lex to get special savings.
    So what does sleep do for the brain?
    During deep sleep the brain washes out the waste that builds up during the day.
"""


def test_the_body_of_an_advertisement_is_a_sponsor_read() -> None:
    """What is said between naming a sponsor and the offer is advertising; the talk around is not.

    A paragraph ends it, whatever stands in the next.
    """
    texts = table(AD)
    within = [True, *[False] * (len(texts) - 1)]
    assert find_sponsor_reads(texts, within) == set(range(1, 9))
    apart = [True] * len(texts)
    assert find_sponsor_reads(texts, apart) == {i for i in range(11) if is_sponsor_read(texts[i])}


@pytest.mark.parametrize(
    ("texts", "read"),
    [
        ("This show is brought to you by Acme. | Pipes leak. | Steam is hot.", {0}),
        (
            "This show is brought to you by Acme. | I wear them. | Acme lasts. | Pipes leak.",
            {0, 1, 2},
        ),
        ("Pipes leak. | Eight Sleep is a bed. | I like it. | Visit eightsleep.com/lex.", {1, 2, 3}),
        ("Let's take a break. | Pipes leak. | Hit the like button.", {0, 2}),
        ("Visit acme.com/x. | Pipes leak. | This show is brought to you by Acme.", {0, 2}),
        ("Today's sponsor is Acme. | " + "Pipes leak. | " * 20 + "Use code PIPE20.", {0, 21}),
        ("", set()),
    ],
)
def test_only_what_markers_enclose_is_advertising(texts: str, read: set[int]) -> None:
    """A marker alone takes nothing with it but what names the product."""
    sentences = table(texts)
    openings = [i == 0 for i in range(len(sentences))]
    assert find_sponsor_reads(sentences, openings) == read


@given(st.lists(st.tuples(st.sampled_from(table(AD)) | st.text(), st.booleans())))
def test_any_talk_can_be_searched_for_advertisements(sentences: list[tuple[str, bool]]) -> None:
    """Whatever is said, each marker is found, and nothing beyond the talk."""
    texts = [text for text, _ in sentences]
    found = find_sponsor_reads(texts, [opens for _, opens in sentences])
    assert {i for i, text in enumerate(texts) if is_sponsor_read(text)} <= found
    assert found <= set(range(len(texts)))
