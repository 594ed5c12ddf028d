"""Phrases of advertisements are told from the same words in other sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuggets.formats.advertisements import is_sponsor_read, may_advertise
from tests.english.test_filler import table

SPONSOR_READS = """
    This episode is brought to you by Acme Shoes. | Don't forget to like and subscribe.
    To support it, please check out our sponsors in the description. | Please rate and review us.
    Use code TALK20 at checkout for 20% off. | Go to example.com slash talk to get 10% off.
    Let's take a quick break. | And now a word from our sponsor. | Sign up for our newsletter.
    Subscribe to the podcast wherever you get your podcasts. | Start your free trial today.
    Leave us a five-star review. | You can get 15 percent off your first order. | Link in the bio.
    Today's show is sponsored by Acme. | We'll be right back after this. | Hit the like button.
    Today's sponsor is Acme. | And now a quick few second mention of our sponsors.
    I want to thank Athletic Greens for sponsoring this episode. | Let's take a break.
    Thanks to our friends at Notion for supporting the show. | We'll be right back.
    Support for this podcast comes from Shopify. | Get 200 dollars off with my link.
    Our listeners have 10% off at betterhelp.com/lex. | Sign up for our newsletter at example.org.
    Check them out at betterhelp.com/lex and save on your first month. | Get $200 off your order.
"""
OTHER_SENTENCES = """
    Investors sponsor a lot of research. | The sponsor of the bill is a Liberal. | I love you all.
    Most people subscribe to that theory. | We follow the podcast market. | We'll be back in May.
    We use code review for every change. | We use the code ABC in production.
    We should take a break from growth. | Let's take a short break from coal.
    Twenty percent off the coast of Norway is wind power. | We go to google.com every day.
    They took 200 dollars off the price. | Support for this program is low.
    The links in the bio pipeline fail. | This is the show trial of the century.
"""


@pytest.mark.parametrize("text", table(SPONSOR_READS))
def test_advertisements_are_found(text: str) -> None:
    """Sponsors, offers, calls to action and announced breaks are advertising."""
    assert is_sponsor_read(text)


@pytest.mark.parametrize("text", table(OTHER_SENTENCES))
def test_other_sentences_with_the_same_words_are_not_advertisements(text: str) -> None:
    """Sponsors of bills, codes of programs, breaks from something: none of these advertises."""
    assert not is_sponsor_read(text)


@given(st.lists(st.sampled_from([*table(SPONSOR_READS), *table(OTHER_SENTENCES)]) | st.text()))
def test_the_fast_test_rules_no_advertisement_out(texts: list[str]) -> None:
    """Whatever holds a phrase of advertisements holds one of the hints."""
    text = " ".join(texts)
    assert may_advertise(text) or not is_sponsor_read(text)
