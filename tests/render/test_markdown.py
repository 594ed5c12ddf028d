from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from markdown_it import MarkdownIt
from markdown_it.token import Token

from nuggets.messages import shorten
from nuggets.render import to_markdown
from nuggets.render.control_characters import printable
from nuggets.render.markdown import escape
from nuggets.render.speeches import MAX_HEADING
from nuggets.values import Result, Summary
from tests.summaries import is_safe, nugget, of, said, shown, summaries, summary, texts

MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def words(token: Token) -> str:
    """Say what a reader sees of a paragraph or heading."""
    return "".join(child.content for child in token.children or ())


def quotes(written: str) -> list[list[str]]:
    """Read the paragraphs of every quote as a reader sees them."""
    found: list[list[str]] = []
    inside = False
    for token in MARKDOWN.parse(written):
        if token.type in ("blockquote_open", "blockquote_close"):
            inside = token.type == "blockquote_open"
            found += [[]] if inside else []
        elif inside and token.type == "inline":
            found[-1].append(words(token))
    return found


@given(summaries())
def test_markdown_is_safe_to_print(drawn: Summary) -> None:
    """Nothing that a terminal obeys gets through, wherever in the talk it stood."""
    written = to_markdown(drawn, explain=True)
    assert is_safe(written)
    assert written.endswith("\n")


@given(summaries())
def test_markdown_shows_the_words_as_they_were_said(drawn: Summary) -> None:
    """Each nugget is one quote, in which a reader sees every sentence as it was said."""
    nuggets = [each for result in drawn.results for each in result.nuggets]
    found = quotes(to_markdown(drawn, explain=True))
    assert len(found) == len(nuggets)
    for each, paragraphs in zip(nuggets, found, strict=True):
        for sentence in each.sentences:
            assert any(shown(sentence.text) in shown(paragraph) for paragraph in paragraphs)


@given(texts())
def test_markdown_of_one_sentence_is_that_sentence(text: str) -> None:
    """A quote of one sentence shows that sentence and nothing else."""
    ((paragraph,),) = quotes(to_markdown(of(nugget(said(text)))))
    assert shown(paragraph) == shown(text)


@given(summaries())
def test_markdown_has_no_other_markup_than_ours(drawn: Summary) -> None:
    """Links, code, HTML and tables never come out of the words; headings and items are ours."""
    tokens = MARKDOWN.parse(to_markdown(drawn, explain=True))
    kinds = {child.type for token in tokens for child in token.children or ()}
    assert kinds <= {"text", "text_special", "strong_open", "strong_close", "em_open", "em_close"}
    opened = [token.type for token in tokens if token.nesting >= 0]
    assert {*opened} <= {
        *("heading_open", "ordered_list_open", "list_item_open"),
        *("paragraph_open", "blockquote_open", "inline"),
    }
    focuses = [result.focus for result in drawn.results if result.focus is not None]
    assert opened.count("heading_open") == 1 + len(focuses)
    assert opened.count("list_item_open") == sum(len(result.nuggets) for result in drawn.results)


@given(texts())
def test_markdown_headings_and_names_show_their_words(text: str) -> None:
    """The source's name, the focus (to a length) and a speaker are shown as they are."""
    asked = said("And when?", speaker="LEX FRIDMAN")
    one = nugget(asked, said("Soon.", speaker=text, index=1), asked=1)
    written = to_markdown(summary(Result(text, "ok", (one,)), name=text))
    inline = [token for token in MARKDOWN.parse(written) if token.type == "inline"]
    bold = [
        "".join(child.content for child in token.children or () if child.level)
        for token in inline[2:]
    ]
    focus = shorten(printable(text), max_length=MAX_HEADING)
    assert [shown(words(token)) for token in inline[:2]] == [shown(text), shown(focus)]
    assert shown(bold[1]) == f"{shown(text)}:"


def test_markdown_is_a_quote_and_its_attribution() -> None:
    """Heading, section, numbered item with a quote, attribution."""
    first = replace(said("I *think* so.", index=401), start_ms=750_000)
    one = nugget(first)
    asked, answer = said("And when?", speaker="LEX FRIDMAN"), said("Soon.", index=1)
    assert to_markdown(of(one, nugget(asked, answer, asked=1), focus="AGI")) == (
        "# talk.vtt\n"
        "\n"
        "## AGI\n"
        "\n"
        "1. > I \\*think\\* so.\n"
        "\n"
        "   — SAM ALTMAN, line 402, 12:30\n"
        "\n"
        "2. > **LEX FRIDMAN:** And when?\n"
        "   >\n"
        "   > **SAM ALTMAN:** Soon.\n"
        "\n"
        "   — lines 1–2\n"
    )


def test_markdown_keeps_context_out_of_the_quote() -> None:
    """Context and reasons stand outside the quote, marked."""
    before, after = said("And when?", speaker="LEX FRIDMAN"), said("That's my guess.", index=2)
    one = replace(nugget(said("Soon.", index=1), why="about AGI"), before=(before,), after=(after,))
    written = to_markdown(of(one, context=1), explain=True)
    assert quotes(written) == [["Soon."]]
    assert "1. *Before:* **LEX FRIDMAN:** And when?\n" in written
    assert "   *After:* **SAM ALTMAN:** That's my guess.\n" in written
    assert "   *Why:* about AGI\n" in written
    assert "   *Score:* 0.93, rank 1 (relevance 0.81, novelty 1.00, textrank 0.40)\n" in written


def test_markdown_says_that_a_focus_is_not_discussed() -> None:
    """A focus that the talk does not touch has a section that says so."""
    written = to_markdown(summary(Result("photosynthesis", "not-discussed", ())))
    assert written == (
        "# talk.vtt\n\n## photosynthesis\n\nThe talk does not touch “photosynthesis”.\n"
    )


def test_markdown_warns_above_nuggets_that_may_be_beside_the_point() -> None:
    """A paragraph between the heading and the list says so."""
    unsure = Result("AGI", "unsure", (nugget(said("Soon.")),))
    assert to_markdown(summary(unsure)) == (
        "# talk.vtt\n\n## AGI\n\n"
        "The talk may not discuss “AGI”: these are the nearest passages.\n\n"
        "1. > Soon.\n\n   — SAM ALTMAN, line 1\n"
    )
    empty = to_markdown(summary(Result("AGI", "unsure", ())))
    assert empty.endswith("## AGI\n\nNo passage found for “AGI”.\n")


def test_escape_leaves_ordinary_talk_alone() -> None:
    """Words without markup stay readable in the source of the Markdown."""
    plain = "It's AT&T's plan (well, 80% of it): $5 - or so - a day! 1.5 times... right?"
    assert escape(plain) == plain


def test_markdown_of_standard_input_has_a_name() -> None:
    """Standard input has no file name, so the heading says what it was."""
    assert to_markdown(summary(name="-")) == "# Standard input\n"


def test_markdown_cuts_a_focus_as_long_as_a_speech() -> None:
    """A focus of ten thousand words makes no heading of as many."""
    written = to_markdown(summary(Result("pipes " * 10_000, "not-discussed", ())))
    assert len(written) < 1_000
    assert "…" in written
