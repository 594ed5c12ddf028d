"""Flags: parsed, merged with defaults, and refused."""

from __future__ import annotations

from pathlib import Path

import pytest

import nuggets
from nuggets.cli.arguments import merge_options, parse_flags
from nuggets.errors import OptionError
from nuggets.formats.format_detection import FORMATS
from nuggets.option_definitions import OUTPUT_FORMATS, Options
from tests.cli.running import Captured, run, run_json

pytestmark = pytest.mark.usefixtures("talk_folder")


def test_the_defaults_are_those_of_options(capsysbinary: Captured) -> None:
    """Without flags every option is as `Options` has it."""
    assert merge_options(parse_flags(["talk.txt"]), None) == Options()
    assert run_json(capsysbinary, "talk.txt")["results"][0]["focus"] is None


def test_of_two_values_the_last_counts() -> None:
    """A flag that takes one value and is given twice takes the last, as usual."""
    assert merge_options(parse_flags(["talk.txt", "-n", "3", "--count", "5"]), None).count == 5


def test_foci_come_from_a_file(capsysbinary: Captured) -> None:
    """A file has one focus a line, after those of --focus; empty lines do not count."""
    Path("foci.txt").write_bytes("\ufeffmoney\r\n\r\n  ammonia \r\n".encode())
    from_file = ("--focus", "heat", "--focus-file", "foci.txt")
    typed = ("--focus", "heat", "--focus", "money", "--focus", "ammonia")
    assert run(capsysbinary, "talk.txt", *from_file) == run(capsysbinary, "talk.txt", *typed)


def test_foci_are_read_as_people_save_them(capsysbinary: Captured) -> None:
    """A file of foci may be UTF-16 with its mark; a focus is not run twice for its capitals."""
    Path("foci.txt").write_bytes("heat\r\nHEAT\r\nconsent\r\n".encode("utf-16"))
    found = run_json(capsysbinary, "talk.txt", "--focus-file", "foci.txt")
    assert [result["focus"] for result in found["results"]] == ["heat", "consent"]


def test_an_output_needs_a_name(capsysbinary: Captured) -> None:
    """An empty name of a file is told from a folder."""
    assert "must be a file" in run(capsysbinary, "talk.txt", "-o", "", code=2)[1]


def test_input_formats_are_those_that_are_read(capsysbinary: Captured) -> None:
    """--input-format takes the readers that there are, and names them to who asks for another."""
    for known in FORMATS:
        assert parse_flags(["talk.txt", "--input-format", known.name]).input_format == known.name
    _, noted = run(capsysbinary, "talk.txt", "--input-format", "ods", code=2)
    assert noted.startswith("nuggets: --input-format: unknown format 'ods'; the formats are: ")
    assert all(known.name in noted for known in FORMATS)


def test_a_file_may_be_called_like_a_flag(capsysbinary: Captured) -> None:
    """Only the flag lists the formats, not a file of that name behind --, nor a focus."""
    Path("--list-formats").write_bytes(Path("talk.txt").read_bytes())
    printed, _ = run(capsysbinary, "--focus=--list-formats heat pump", "--", "--list-formats")
    assert printed.startswith(b"1.")
    assert run(capsysbinary, "inspect", "--", "--list-formats")[0].startswith(b"file")


def test_the_renderings_are_those_of_the_flag() -> None:
    """The choices of --format are the renderings that there are."""
    from nuggets.render import RENDERERS

    assert set(OUTPUT_FORMATS) == set(RENDERERS)


def test_out_of_range_values_are_found_before_any_file_is_read() -> None:
    """Settling options looks at no transcript."""
    with pytest.raises(OptionError, match="--count must be 1 or more, not 0"):
        merge_options(parse_flags(["missing.txt", "-n", "0"]), None)


def test_help_and_version(capsysbinary: Captured) -> None:
    """Help names every flag and exit code; it and the version are results, so on stdout."""
    printed, noted = run(capsysbinary, "--help")
    flags = "--focus --focus-file --ask --count --max-sentences --max-words --speaker --start --end"
    more = "--context --order --model --format --output --input-format --encoding --keep-noise"
    for flag in (*flags.split(), *more.split(), "--explain", "models", "130"):
        assert flag in printed.decode()
    assert noted == ""
    assert b"max" not in run(capsysbinary, "models", "--help")[0]
    assert run(capsysbinary, "--version")[0].decode() == f"nuggets {nuggets.__version__}\n"
