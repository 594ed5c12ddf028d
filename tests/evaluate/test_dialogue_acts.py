"""Dialogue acts of AMI and ICSI: turns, gold and abstract as they stand in the files."""

from __future__ import annotations

from pathlib import Path

import pytest

from nuggets.errors import DatasetError, OptionError
from nuggets.evaluate.datasets import read_document
from tests.evaluate.corpora import ACTS, write_ami


def test_acts_become_turns_in_the_order_of_time(tmp_path: Path) -> None:
    """Acts of AMI are joined into turns by speaker, in the order in which they begin."""
    document = read_document(write_ami(tmp_path) / "ES2001a.da", "queries")
    turns = [(turn.speaker, turn.text) for turn in document.transcript.turns]
    assert turns == [
        ("PM A", ACTS[0][6]),
        ("ID B", f"{ACTS[1][6]} {ACTS[2][6]}"),
        ("PM A", ACTS[3][6]),
        ("UI C", ACTS[4][6]),
        ("ID B", ACTS[5][6]),
    ]
    assert document.transcript.duration_ms == 11000


def test_a_sentence_of_the_abstract_with_three_links_is_a_query(tmp_path: Path) -> None:
    """Its gold is the acts that support it, to the character; one with fewer links is none."""
    document = read_document(write_ami(tmp_path) / "ES2001a.da", "queries")
    (query,) = document.queries
    source = document.transcript.source
    assert query.text == query.reference == "The group chose rubber."
    assert [source[a:b] for a, b in query.gold or ()] == [ACTS[i][6] for i in (1, 2, 5)]


def test_the_whole_of_ami_is_its_extract_and_abstract(tmp_path: Path) -> None:
    """Without a focus the gold is the human extract, and the reference the abstract."""
    document = read_document(write_ami(tmp_path) / "ES2001a.da", "whole")
    (query,) = document.queries
    source = document.transcript.source
    extract = [act[6] for act in ACTS if act[5] == "+1"]
    assert [source[a:b] for a, b in query.gold or ()] == extract
    assert query.reference == "The group chose rubber.\nOne wants wood."


def test_acts_have_no_topics(tmp_path: Path) -> None:
    """Asking for topics of AMI is an error of usage."""
    with pytest.raises(OptionError, match="no topics"):
        read_document(write_ami(tmp_path) / "ES2001a.da", "topics")


@pytest.mark.parametrize(
    "line",
    [
        "a\tnan\t1\tA\tPM\t\t\t\tHi",
        "a\t1\tinf\tA\tPM\t\t\t\tHi",
        "a\tb\tc",
        "a\t-1\t1\t\t\t\t\t\tHi",
    ],
)
def test_an_act_without_times_is_reported(line: str, tmp_path: Path) -> None:
    """A time that is not in seconds, or a missing column, is reported with its line."""
    (tmp_path / "x.da").write_text(f"\n{line}\n")
    with pytest.raises(DatasetError, match="line 2"):
        read_document(tmp_path / "x.da", "whole")


def test_times_of_any_precision_are_read(tmp_path: Path) -> None:
    """AMI writes some seconds with as many digits as a float has."""
    (tmp_path / "x.da").write_text("a.1\t2030.107\t2030.7069999999999\tA\tPM\tass\t+1\t0\tYes.\n")
    assert read_document(tmp_path / "x.da", "whole").transcript.duration_ms == 2030707


def test_what_is_not_utf8_is_an_error(tmp_path: Path) -> None:
    """Bytes that are not UTF-8 are an error, also in the abstract."""
    folder = write_ami(tmp_path)
    (folder / "ES2001a.abstract").write_bytes(b"\xff\xfe\xff")
    with pytest.raises(DatasetError, match="UTF-8"):
        read_document(folder / "ES2001a.da", "whole")


def test_a_truncated_line_is_reported(tmp_path: Path) -> None:
    """A line with too few columns is an error that names the file."""
    (tmp_path / "x.da").write_text("a.1\t0.5\t1.0\n")
    with pytest.raises(DatasetError, match="line 1") as caught:
        read_document(tmp_path / "x.da", "whole")
    assert any("x.da" in note for note in caught.value.__notes__)
