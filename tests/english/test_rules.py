"""Tables of rules: every row is needed, and its example is the case that shows it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from types import ModuleType
from typing import NamedTuple

import pytest

from nuggets.english import filler, filler_tables, fragments, informativeness, questions, standalone
from nuggets.english.rules import Rule, join_patterns, join_phrases


class Table(NamedTuple):
    """A table, what makes a pattern of it, and what the rule says of a sentence.

    Attributes:
        rules: Its rows.
        module: Where the pattern is.
        pattern: The pattern's name there.
        judge: The rule; False or the smaller number where no row fits.
        join: What joined the rows.
        negative: Whether rows are exceptions, for which the rule says less.
    """

    rules: Sequence[Rule]
    module: ModuleType
    pattern: str
    judge: Callable[[str], float]
    join: Callable[[Sequence[Rule]], str] = join_patterns
    negative: bool = False


def is_fragment(text: str) -> bool:
    """Whether a sentence is a fragment in a talk with marks."""
    return fragments.is_fragment(text, punctuated=True)


inform = informativeness.informativeness
TABLES = {
    "responses": Table(
        filler_tables.RESPONSES, filler, "_BACKCHANNEL", filler.is_backchannel, join_phrases
    ),
    "assessments": Table(filler_tables.ASSESSMENTS, filler, "_BACKCHANNEL", filler.is_backchannel),
    "greetings": Table(filler_tables.GREETINGS, filler, "_GREETING", filler.is_greeting),
    "false starts": Table(fragments.FALSE_STARTS, fragments, "_FALSE_START", is_fragment),
    "verbs": Table(fragments.VERBS, fragments, "_VERB", is_fragment, negative=True),
    "participles": Table(
        fragments.PARTICIPLES, fragments, "_PARTICIPLE", is_fragment, negative=True
    ),
    "interrogatives": Table(
        questions.INTERROGATIVES, questions, "_INTERROGATIVE", questions.is_unmarked_question
    ),
    "anaphora": Table(
        standalone.ANAPHORA, standalone, "_ANAPHORA", standalone.is_context_dependent
    ),
    "ellipses": Table(
        standalone.ELLIPSES, standalone, "_ELLIPSIS", standalone.is_context_dependent
    ),
    "expletives": Table(
        standalone.EXPLETIVES,
        standalone,
        "_EXPLETIVE",
        standalone.is_context_dependent,
        negative=True,
    ),
    "reasons": Table(informativeness.REASONS, informativeness, "_REASON", inform),
    "opinions": Table(informativeness.OPINIONS, informativeness, "_OPINION", inform),
    "facts": Table(informativeness.FACTS, informativeness, "_FACT", inform),
    "fillers": Table(informativeness.FILLERS, informativeness, "_FILLER", inform, negative=True),
    "small talk": Table(
        informativeness.SMALL_TALK, informativeness, "_SMALL_TALK", inform, negative=True
    ),
}

ROWS = [(name, rule.name) for name, table in TABLES.items() for rule in table.rules]


@pytest.mark.parametrize(("name", "row"), ROWS)
def test_a_row_decides_its_example(name: str, row: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """With its row the rule takes the example, and without it does not."""
    table = TABLES[name]
    (example,) = (rule.example for rule in table.rules if rule.name == row)
    others = [rule for rule in table.rules if rule.name != row]
    compiled = getattr(table.module, table.pattern)
    joined = table.join(table.rules)
    assert compiled.pattern.count(joined) == 1
    rest = re.compile(compiled.pattern.replace(joined, table.join(others)), compiled.flags)
    with_row = table.judge(example)
    monkeypatch.setattr(table.module, table.pattern, rest)
    without = table.judge(example)
    assert with_row < without if table.negative else with_row > without


def test_longer_phrases_are_tried_first() -> None:
    """Else "i think so" would end behind "i think"."""
    rules = [Rule("a", "i think|i think so", ""), Rule("b", "i", "")]
    assert join_phrases(rules) == "i think so|i think|i"
