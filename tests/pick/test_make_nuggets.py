from __future__ import annotations

import math
import re
from functools import cache

import pytest

import nuggets
from nuggets.pick.explain import NAMES
from nuggets.pick.make_nuggets import MAX_REASONS, MIN_REASON
from tests.builders import talk
from tests.processes import SAMPLE

FOCI = ("heat pump", "privacy and consent", None)


@cache
def index() -> nuggets.Index:
    """The sample, embedded once."""
    return nuggets.Index(nuggets.read(SAMPLE))


@pytest.mark.parametrize("focus", FOCI)
def test_explanations_name_few_factors(focus: str | None) -> None:
    """They are those of its factors that exceed most those of the next one, which is left out."""
    more = {n.rank: n for n in index().summarize(focus, count=4).results[0].nuggets}
    following = more[4].scores
    for nugget in index().summarize(focus, count=3).results[0].nuggets:
        above = {
            name: nugget.scores[name] - following[name]
            for name in nugget.scores
            if name in NAMES and name != "readability"
        }
        above["readability"] = math.log(nugget.scores["readability"] / following["readability"])
        best = sorted(above.values(), reverse=True)[:MAX_REASONS]
        said = re.findall(r"(\w[\w ]*) \(([+-]\d\.\d\d)\)", nugget.why.partition("left out: ")[2])
        assert [float(number) for _, number in said] == pytest.approx(
            [number for number in best if number >= MIN_REASON], abs=0.006
        )
        names = {human: name for name, human in NAMES.items()}
        for human, number in said:
            assert float(number) == pytest.approx(above[names[human]], abs=0.006)


@pytest.mark.parametrize("context", [0, 1, 3])
def test_context_is_what_stands_around(context: int) -> None:
    """So many sentences before and after, fewer at the ends of the talk, in order."""
    for nugget in index().summarize("heat pump", context=context).results[0].nuggets:
        first, last = nugget.sentences[0].index, nugget.sentences[-1].index
        assert [s.index for s in nugget.before] == list(range(max(0, first - context), first))
        end = min(len(index().sentences), last + 1 + context)
        assert [s.index for s in nugget.after] == list(range(last + 1, end))


def test_the_order_of_time_is_that_of_the_talk() -> None:
    """Listed by time they ascend; listed by rank, ranks do."""
    by_time = index().summarize("heat pump").results[0].nuggets
    by_rank = index().summarize("heat pump", order="rank").results[0].nuggets
    places = [nugget.sentences[0].index for nugget in by_time]
    assert places == sorted(places)
    assert [nugget.rank for nugget in by_rank] == list(range(1, len(by_rank) + 1))


def test_what_goes_on_over_a_listener_shows_that_something_is_left_out() -> None:
    """A listener's word is not printed: its place is marked, and each sentence has its own span."""
    first = "Seawater stores far more heat than the same volume of summer air ever could."
    second = "A heat pump moves that heat into every house because compressing a gas heats it."
    transcript = talk(f"Dana: {first} | Lee: Mm-hm. | Dana: {second} | Lee: Thank you.")
    summary = nuggets.summarize(transcript, "heat pump", count=1)
    (nugget,) = summary.results[0].nuggets
    assert [sentence.text for sentence in nugget.sentences] == [first, second]
    assert [transcript.source[s.start : s.end] for s in nugget.sentences] == [first, second]
    for write in (nuggets.to_text, nuggets.to_csv):
        assert f"{first} […] {second}" in write(summary)
    assert f"{first} \\[…\\] {second}" in nuggets.to_markdown(summary) or (
        f"{first} […] {second}" in nuggets.to_markdown(summary)
    )


def test_what_a_teaser_said_before_is_printed_once() -> None:
    """Words that a talk says twice, with others around them, are in one nugget only."""
    said = "The harbor heats eleven thousand homes because deep water never freezes in winter."
    rest = "A fish ladder costs three million dollars, which is a year of the profit we make."
    other = "Pipes of steel rust within ten years, so the city pays for pipes of plastic now."
    script = f"Ann: {said} {other} | Ben: Welcome, Ann. | Ann: {rest} {said} | Ben: Thank you."
    for focus in ("heat of the harbor", None):
        found = nuggets.summarize(talk(script), focus).results[0].nuggets
        texts = [sentence.text for nugget in found for sentence in nugget.sentences]
        assert texts.count(said) == 1
