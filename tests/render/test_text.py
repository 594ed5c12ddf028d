from __future__ import annotations

from dataclasses import replace

from hypothesis import given

from nuggets.render import to_markdown, to_text
from nuggets.render.control_characters import printable
from nuggets.values import Result, Summary
from tests.summaries import is_safe, nugget, of, said, shown, summaries, summary, texts


@given(summaries())
def test_text_is_safe_to_print(drawn: Summary) -> None:
    """Nothing that a terminal obeys gets through, wherever in the talk it stood."""
    for explain in (False, True):
        written = to_text(drawn, explain=explain)
        assert is_safe(written)
        assert written.endswith("\n")


@given(summaries())
def test_text_holds_the_words_of_every_sentence(drawn: Summary) -> None:
    """Every sentence stands in the text on one line, as it was said."""
    lines = [shown(line) for line in to_text(drawn).splitlines()]
    for result in drawn.results:
        for each in result.nuggets:
            for sentence in each.sentences:
                assert any(shown(sentence.text) in line for line in lines)


@given(summaries())
def test_text_shows_scores_only_with_explain(drawn: Summary) -> None:
    """With explain each nugget has one line of scores, and the other lines stay as they were."""
    plain, explained = to_text(drawn), to_text(drawn, explain=True)
    added = [line.strip() for line in explained.split("\n")]
    for line in plain.split("\n"):
        added.remove(line.strip())
    count = sum(len(result.nuggets) for result in drawn.results)
    assert sum(line.startswith("Score: ") for line in added) == count
    assert all(line.startswith(("Score: ", "Why: ")) for line in added)


@given(texts())
def test_printable_keeps_what_can_be_seen(text: str) -> None:
    """Cleaning takes nothing away but what cannot be shown, and twice is once."""
    assert is_safe(printable(text))
    assert "".join(printable(text).split()) == "".join(shown(text).split())
    assert printable(printable(text)) == printable(text)


def test_text_is_the_words_then_who_where_and_when() -> None:
    """One speaker: number, the words as one paragraph, and where they come from."""
    first = replace(said("I think so.", index=401), start_ms=750_000)
    second = replace(said("It's the safest quadrant.", index=402), line=402)
    one = nugget(first, second)
    other = nugget(replace(said("Energy first.", speaker=None, index=7), line=3))
    assert to_text(of(one, other)) == (
        "1. [12:30] SAM ALTMAN: I think so. It's the safest quadrant.\n"
        "   — line 402\n"
        "\n"
        "2. Energy first.\n"
        "   — line 3\n"
    )


def test_text_shows_when_each_part_begins() -> None:
    """Where the source has times, each speaker's part has its first; nobody known has no name."""
    first = replace(said("We could", speaker="EMMA"), start_ms=3_723_000)
    second = replace(said("move the date.", speaker=None, index=1), start_ms=3_725_900)
    assert to_text(of(nugget(first, second))) == (
        "1. [1:02:03] EMMA: We could\n   [1:02:05] (no name): move the date.\n   — lines 1–2\n"
    )
    alone = to_text(of(nugget(second)))
    assert alone == "1. [1:02:05] move the date.\n   — line 2\n"


def test_text_names_who_asks_and_who_answers() -> None:
    """Where two speak, each stands before what they say."""
    asked, answer = said("And when?", speaker="LEX FRIDMAN"), said("Soon.", index=1)
    assert to_text(of(nugget(asked, answer, asked=1))) == (
        "1. LEX FRIDMAN: And when?\n   SAM ALTMAN: Soon.\n   — lines 1–2\n"
    )


def test_text_tells_nameless_speakers_apart() -> None:
    """Without names, question and answer are marked as such and nobody is made up."""
    asked, answer = said("And when?", speaker=None), said("Soon.", speaker=None, index=1)
    assert to_text(of(nugget(asked, answer, asked=1))) == (
        "1. (question): And when?\n   (answer): Soon.\n   — lines 1–2\n"
    )


def test_text_marks_what_it_leaves_out() -> None:
    """Where a sentence between two was left out, brackets say so."""
    assert "I think. […] It is.\n" in to_text(of(nugget(said("I think."), said("It is.", index=2))))
    asked, answer = said("And when?", speaker="ANN"), said("Soon.", speaker="BEN", index=2)
    assert "ANN: And when?\n   BEN: […] Soon.\n" in to_text(of(nugget(asked, answer, asked=1)))


def test_text_marks_context() -> None:
    """What stands before and after is marked, each line with its speaker."""
    before, after = said("And when?", speaker="LEX FRIDMAN"), said("That's my guess.", index=2)
    one = replace(nugget(said("Soon.", index=1)), before=(before,), after=(after,))
    assert to_text(of(one, context=1)) == (
        "1. [before] LEX FRIDMAN: And when?\n"
        "   Soon.\n"
        "   [after] SAM ALTMAN: That's my guess.\n"
        "   — SAM ALTMAN, line 2\n"
    )


def test_text_says_why() -> None:
    """With explain, the reasons and the numbers follow."""
    assert to_text(of(nugget(said("Soon."), why="about AGI by meaning")), explain=True) == (
        "1. Soon.\n"
        "   — SAM ALTMAN, line 1\n"
        "   Why: about AGI by meaning\n"
        "   Score: 0.93, rank 1 (relevance 0.81, novelty 1.00, readability 0.40)\n"
    )


def test_text_has_a_heading_for_each_of_several_focuses() -> None:
    """Several focuses have a heading each; one that is not discussed says so."""
    soon = Result("AGI", "ok", (nugget(said("Soon.")),))
    missing = Result("photosynthesis", "not-discussed", ())
    assert to_text(summary(soon, missing)) == (
        "== AGI ==\n\n1. Soon.\n   — SAM ALTMAN, line 1\n\n"
        "== photosynthesis ==\n\nThe talk does not touch “photosynthesis”.\n"
    )
    assert to_text(summary(soon)).startswith("1. Soon.")


def test_text_warns_above_nuggets_that_may_be_beside_the_point() -> None:
    """One line above the list says so; without nuggets there is nothing to warn of."""
    unsure = Result("AGI", "unsure", (nugget(said("Soon.")),))
    line = "The talk may not discuss “AGI”: these are the nearest passages.\n"
    assert to_text(summary(unsure)) == f"{line}\n1. Soon.\n   — SAM ALTMAN, line 1\n"
    assert f"== AGI ==\n\n{line}\n1. Soon." in to_text(summary(unsure, unsure))
    assert to_text(summary(Result("AGI", "unsure", ()))) == "No passage found for “AGI”.\n"


def test_text_aligns_ten_and_more() -> None:
    """Where a number has two digits, all words begin in the same column."""
    many = [nugget(said(f"Point {index}.", index=index)) for index in range(10)]
    lines = to_text(of(*many)).splitlines()
    assert lines[0] == "1.  Point 0."
    assert lines[1].startswith("    — ")
    assert lines[-2] == "10. Point 9."


def test_text_defuses_escape_sequences() -> None:
    """What would write to the clipboard is left as harmless words."""
    assert "1. ]52;c;cm0=pasted\n" in to_text(of(nugget(said("\x1b]52;c;cm0=\x07pasted"))))


def test_text_says_that_nothing_was_found() -> None:
    """Nothing to print is said in a sentence, with and without a focus."""
    assert to_text(of()) == "No passage found.\n"
    assert to_text(of(focus="AGI")) == "No passage found for “AGI”.\n"


def test_text_cuts_a_focus_as_long_as_a_speech() -> None:
    """A focus of ten thousand words is not echoed in full."""
    long = "pipes " * 10_000
    written = to_text(summary(Result(long, "not-discussed", ()), Result(f"{long}2", "ok", ())))
    assert len(written) < 2_000
    assert "…" in written


def test_pages_are_cited_as_lawyers_do() -> None:
    """By the printed page and its lines; the last line is that on which the last sentence ends."""
    one = replace(said("Soon."), page=12, line=5, end_page=12, end_line=5)
    for end, cited in (
        ((12, 5), "p. 12, l. 5"),
        ((12, 9), "p. 12, l. 5–9"),
        ((13, 2), "p. 12, l. 5 – p. 13, l. 2"),
    ):
        paged = replace(one, end_page=end[0], end_line=end[1])
        assert f"— SAM ALTMAN, {cited}\n" in to_text(of(nugget(paged)))
        assert f"— SAM ALTMAN, {cited}\n" in to_markdown(of(nugget(paged)))
