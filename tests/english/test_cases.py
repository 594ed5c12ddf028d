"""The rules of English against cases that a reader has judged (`cases/README.md`)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from nuggets.english.filler import is_backchannel, is_greeting
from nuggets.english.fragments import is_fragment
from nuggets.english.informativeness import informativeness
from nuggets.english.sponsor_reads import find_sponsor_reads
from nuggets.english.standalone import is_context_dependent
from nuggets.english.traits import Traits, find_traits
from nuggets.english.words import fold
from tests.english.judged import RULES, TALK, read_cases
from tests.processes import SAMPLE


def traits_of(text: str) -> Traits:
    """Find the traits of a sentence that stands alone, with or without a mark at its end."""
    marked = not text[-1:].isalnum()
    return find_traits([fold(text)], [True], () if marked else {0})[0]


def is_printable(text: str) -> bool:
    """Whether the rules let a sentence be a nugget of its own."""
    traits = traits_of(text)
    return traits.is_printable and not traits.is_context_dependent


def sponsor_share(text: str) -> float:
    """Compute the share of sentences, one on each line, that are found to be a sponsor read."""
    lines = [fold(line) for line in text.split("\n")]
    return len(find_sponsor_reads(lines, [i == 0 for i in range(len(lines))])) / len(lines)


SCORES: dict[str, Callable[[str], float]] = {
    "backchannels": lambda text: is_backchannel(fold(text)),
    "context_dependent_openings": lambda text: is_context_dependent(fold(text)),
    "fragments": lambda text: is_fragment(fold(text), punctuated=True, cased=True),
    "greetings": lambda text: is_greeting(fold(text)),
    "informativeness": lambda text: informativeness(fold(text)),
    "printable": is_printable,
    "questions": lambda text: traits_of(text).is_question,
    "sponsor_reads": sponsor_share,
}
"""For each file of cases what its rule says of a text: 0 for no, 1 for yes."""

INFORMATIVE = 0.25  # by eye, as is the next
UNINFORMATIVE = 0.1
MIN_YES = dict.fromkeys(RULES, 1.0) | {"informativeness": INFORMATIVE}
MAX_NO = dict.fromkeys(RULES, 0.0) | {"informativeness": UNINFORMATIVE}
"""From which score on a rule says yes, and up to which it says no; informativeness is graded."""


def test_each_rule_has_its_cases() -> None:
    """Every file of cases is held against a rule."""
    assert sorted(SCORES) == list(RULES)


@pytest.mark.parametrize("rule", RULES)
def test_the_rule_agrees_with_the_reader(rule: str) -> None:
    """What a reader takes for one is one for the rule, and what he does not is none."""
    cases, score = read_cases(rule), SCORES[rule]
    missed = [case.text for case in cases["positive"] if score(case.text) < MIN_YES[rule]]
    mistaken = [case.text for case in cases["negative"] if score(case.text) > MAX_NO[rule]]
    assert (missed, mistaken) == ([], [])


@pytest.mark.parametrize("rule", RULES)
def test_known_failures_still_fail(rule: str) -> None:
    """A case that the rule gets right is no failure any more: move it to where it belongs."""
    score = SCORES[rule]
    mended = [
        case.text
        for case in read_cases(rule)["known_failures"]
        if (score(case.text) >= MIN_YES[rule]) == (case.should_be == "positive")
        and (score(case.text) <= MAX_NO[rule]) == (case.should_be == "negative")
    ]
    assert mended == []


@pytest.mark.parametrize("name", [*RULES, TALK])
def test_cases_stand_where_they_say(name: str) -> None:
    """A case is judged once, says why, and stands in the line of the talk that it names."""
    lines = SAMPLE.read_text("utf-8").splitlines()
    lists = read_cases(name)
    cases = [case for entries in lists.values() for case in entries]
    if name == TALK:
        known = {case.text for case in lists["known_failures"]}
        cases = [case for kind in lists if kind != "known_failures" for case in lists[kind]]
        assert known <= {case.text for case in cases} - {case.text for case in lists["fit"]}
    else:
        assert len({case.text for case in cases}) == len(cases)
        assert {case.should_be for case in lists["known_failures"]} <= {"positive", "negative"}
    for case in cases:
        assert case.reader
        if case.origin == "written for this test":
            continue
        number = int(case.origin.removeprefix("data/talk.txt line "))
        assert all(part in lines[number - 1] for part in case.text.split("\n")), case.text
