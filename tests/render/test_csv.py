from __future__ import annotations

import csv
import io
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given

from nuggets.render import to_csv
from nuggets.render.csv import defuse
from nuggets.values import Result, Summary
from tests.summaries import is_safe, nugget, of, said, shown, summaries, summary


def rows(written: str) -> list[dict[str, str]]:
    """Read CSV as a spreadsheet does; the first row names the columns."""
    return [*csv.DictReader(io.StringIO(written, newline=""), strict=True)]


@given(summaries())
def test_csv_has_a_row_for_each_nugget(drawn: Summary) -> None:
    """Read back, there is a row for each nugget, and one for each focus without any."""
    read = rows(to_csv(drawn, explain=True))
    assert len(read) == sum(max(1, len(result.nuggets)) for result in drawn.results)
    assert all(None not in row and None not in row.values() for row in read)
    statuses = [result.status for result in drawn.results for _ in result.nuggets or (None,)]
    assert [row["status"] for row in read] == statuses


@given(summaries())
def test_csv_has_no_formulas(drawn: Summary) -> None:
    """No cell begins with a sign that makes it a formula, blanks before it left aside."""
    for line in csv.reader(io.StringIO(to_csv(drawn, explain=True), newline="")):
        for cell in line:
            folded = unicodedata.normalize("NFKC", cell).lstrip()
            assert not folded.startswith(("=", "+", "-", "@"))


@given(summaries())
def test_csv_is_safe_to_print(drawn: Summary) -> None:
    """Rows end with CRLF; no other control character gets through."""
    written = to_csv(drawn, explain=True)
    assert written.endswith("\r\n")
    assert "\n" not in written.replace("\r\n", "")
    assert is_safe(written.replace("\r\n", "\n"))


@given(summaries())
def test_csv_holds_the_words_and_their_place(drawn: Summary) -> None:
    """`text` has the picked sentences and `question` the question, `start` to `end` the text."""
    read = iter(rows(to_csv(drawn)))
    for result in drawn.results:
        for each in result.nuggets or (None,):
            row = next(read)
            if each is None:
                assert not row["text"]
                continue
            pairs = [*zip(each.sentences, each.roles, strict=True)]
            for sentence, role in pairs:
                cell = row["text" if role == "pick" else "question"]
                assert shown(sentence.text).strip() in shown(cell)
            picked = [sentence for sentence, role in pairs if role == "pick"]
            assert int(row["start"]) == picked[0].start
            assert int(row["end"]) == picked[-1].end


def test_csv_row_by_row() -> None:
    """A nugget with a question; one of a focus that may not be discussed; one that is not."""
    asked = said("And when, if ever?", speaker="LEX FRIDMAN")
    answer = replace(said("Soon.", index=1), start_ms=750_000, end_ms=3_723_000)
    one = nugget(asked, answer, asked=1)
    near = Result("takeoff", "unsure", (nugget(said("Slowly.")),))
    missing = Result("photosynthesis", "not-discussed", ())
    assert to_csv(summary(Result("AGI", "ok", (one,)), near, missing)) == (
        "focus,status,rank,label,score,speakers,asked_by,question,text,line,start,end,"
        "start_time,end_time\r\n"
        "AGI,ok,1,,0.93,SAM ALTMAN,LEX FRIDMAN,"
        '"And when, if ever?",Soon.,2,100,105,12:30,1:02:03\r\n'
        "takeoff,unsure,1,,0.93,SAM ALTMAN,,,Slowly.,1,0,7,,\r\n"
        "photosynthesis,not-discussed,,,,,,,,,,,,\r\n"
    )


def test_csv_has_more_columns_if_asked_for() -> None:
    """Context and reasons have columns of their own; so have the factors of a score, if found."""
    before = said("And when?", speaker="LEX FRIDMAN")
    one = replace(nugget(said("Soon.", index=1), why="about AGI"), before=(before,))
    (row,) = rows(to_csv(of(one, context=1), explain=True))
    assert [*row][-6:] == ["before", "after", "relevance", "novelty", "readability", "why"]
    assert row["before"] == "LEX FRIDMAN: And when?"
    assert (row["relevance"], row["why"]) == ("0.81", "about AGI")
    (empty,) = rows(to_csv(of(context=1), explain=True))
    assert [*empty] == [column for column in row if column != "textrank"]


def test_csv_has_pages_if_the_source_has() -> None:
    """Where the text begins and where it ends."""
    first = replace(said("Soon."), page=11, line=25, end_page=11, end_line=25)
    last = replace(said("I think."), index=1, page=12, line=1, end_page=12, end_line=3)
    (row,) = rows(to_csv(of(nugget(first, last))))
    assert [row[key] for key in ("line", "page", "end_page", "end_line")] == ["25", "11", "12", "3"]
    (without,) = rows(to_csv(of(nugget(said("Soon.")))))
    assert "page" not in without


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t=", "\r=", " =", "\ufeff=", "\uff1d"])
def test_formulas_are_defused(sign: str) -> None:
    """A formula gets an apostrophe, also after blanks and in full width."""
    assert defuse(f"{sign}1") == f"'{sign}1"
    assert defuse(f"a{sign}1") == f"a{sign}1"
