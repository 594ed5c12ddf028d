"""`nuggets inspect`: how a transcript was read, without its words."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import nuggets
from nuggets.cli.main import main
from nuggets.formats.reading import parse_transcript
from nuggets.inspection.analysis import inspect_transcript
from nuggets.inspection.rendering import json_schema, to_json, to_text
from nuggets.values import LeftOut, Run, Transcript, Turn
from tests.for_each import for_each
from tests.formats.specimens import SPECIMENS
from tests.formats.specimens.specimen import Specimen
from tests.processes import SAMPLE
from tests.sentences.captioned import strip_talk, write_talk
from tests.tools.build_specimens import FOLDER

Captured = pytest.CaptureFixture[bytes]


def run(capture: Captured, *words: str, code: int = 0) -> tuple[str, str]:
    """Run `nuggets inspect` here; return its stdout and stderr."""
    assert main(["inspect", *words]) == code
    printed = capture.readouterr()
    return printed.out.decode(), printed.err.decode()


def run_json(capture: Captured, *words: str) -> Any:
    """Run it with JSON, check that against its schema, and read it."""
    printed, noted = run(capture, *words, "--format", "json")
    assert noted == ""
    found = json.loads(printed)
    Draft202012Validator(json_schema()).validate(found)
    return found


def test_the_schema_is_valid() -> None:
    """The JSON Schema is valid itself."""
    Draft202012Validator.check_schema(json_schema())


def test_the_facts_of_the_sample(capsysbinary: Captured) -> None:
    """Format, speakers, sentences and what was left out are those of the transcript."""
    found, talk = run_json(capsysbinary, str(SAMPLE)), nuggets.read(SAMPLE)
    assert (found["name"], found["format"], found["encoding"]) == ("talk.txt", "plain", "utf-8")
    assert found["reason"] == "recognised by what is in it; fits better than prose"
    assert [one["name"] for one in found["speakers"]] == list(talk.speakers)
    assert sum(one["turns"] for one in found["speakers"]) == found["turns"] == len(talk.turns)
    assert sum(one["words"] for one in found["speakers"]) == found["words"]
    assert found["sentences"] == len(nuggets.Index(talk).sentences)
    assert (found["first_ms"], found["last_ms"], found["time_source"]) == (None, None, "none")
    assert found["boundary"] == "punctuation"
    assert 0 < found["unfinished"] < 0.05
    (noise,) = found["left_out"]
    assert noise["count"] == len(talk.left_out) == len(noise["lines"])
    lines = talk.source.splitlines()
    assert all(not lines[line - 1].endswith((".", "?")) for line in noise["lines"])


@for_each(SPECIMENS, named=lambda specimen: specimen.file)
def test_every_specimen_can_be_inspected(specimen: Specimen, capsysbinary: Captured) -> None:
    """Its format is named, and no words of the talk are printed in either form."""
    file = str(FOLDER / specimen.file)
    found = run_json(capsysbinary, file)
    assert found["format"] == specimen.format
    printed = run(capsysbinary, file)[0] + json.dumps(found)
    assert not any(word in printed for word in ("seed", "freezer", "cellar", "thank you"))
    assert specimen.time_source == "none" or found["last_ms"] > found["first_ms"] >= 0


def test_text_is_aligned() -> None:
    """Labels and values are aligned; lines of what was left out are ranges, at most 12 of them."""
    source = "\n".join(f"line {i}" for i in range(60))
    places = [source.index(f"line {i}") for i in (0, 1, 2, 10, *range(20, 52, 2))]
    talk = Transcript(
        name="talk.vtt",
        sha256="0" * 64,
        format="plain",
        encoding="utf-8",
        source=source,
        turns=(
            Turn(0, "ANN", "We ship.", (Run(0, 8, 0, 8, 1_000, 3_723_000),), "cue"),
            Turn(1, None, "We", (Run(0, 2, 8, 10, 4_000, None),), "cue"),
        ),
        left_out=(
            *(LeftOut(place, place + 6, "note") for place in places),
            LeftOut(places[3], places[3] + 1, "style"),
        ),
        warnings=("not valid UTF-8",),
    )
    text = to_text(inspect_transcript(talk, was_named=True))
    assert text.splitlines()[2:] == [
        "because    named with --input-format",
        "encoding   utf-8",
        "language   unknown: too few words to tell",
        "times      0:01 to 1:02:03, of cues",
        "turns      2, 50 % of them without a final mark",
        "words      3",
        "sentences  2, which end at their marks",
        "speakers   ANN        1 turn  2 words",
        "           (no name)  1 turn   1 word",
        "left out   20  note   lines 1–3, 11, 21, 23, 25, 27, 29, 31, 33, 35, 37, 39 and 6 more",
        "            1  style  line 11",
        "warnings   not valid UTF-8",
    ]


def test_places_in_a_single_line_are_characters() -> None:
    """Places within a page of a single line are given by characters."""
    said = "<p><b>Ann:</b> Hi.</p><p><b>Bob:</b> Yes.</p>" * 2
    page = f"<html><body><h1>One</h1><h2>Two</h2>{said}<nav>Home</nav></body></html>"
    found = inspect_transcript(parse_transcript(page.encode(), name="x"))
    lines = to_text(found).splitlines()
    at = [page.index(tag) + 1 for tag in ("<h1>", "<h2>")]
    assert f"2  heading               line 1, from characters {at[0]}, {at[1]} on" in lines[-3]
    assert lines[-2].endswith("1  web-page boilerplate  line 1")
    Draft202012Validator(json_schema()).validate(json.loads(to_json(found)))
    assert found.left_out[0].columns == tuple(at)


def test_missing_punctuation_is_reported() -> None:
    """How sentence ends were found is in text and JSON, and in a warning."""
    talk = write_talk(strip_talk(nuggets.read(SAMPLE)), "word").transcript
    found = inspect_transcript(talk)
    assert (found.boundary, found.time_source) == ("pause", "word")
    assert found.unfinished > 0.9
    assert "hardly any punctuation" in found.warnings[-1]
    assert "which end at pauses between words" in to_text(found)
    assert json.loads(to_json(found))["boundary"] == "pause"


def test_control_characters_in_names_are_removed() -> None:
    """A name with control characters is shown without them, and escaped in JSON."""
    talk = parse_transcript(b"A\x1b[31mB: Hi.\n\nC: Yes.\n\nA\x1b[31mB: No.\n", name="x\x1b.txt")
    found = inspect_transcript(talk)
    assert "\x1b" not in to_text(found) + to_json(found)


def test_wide_names_are_aligned() -> None:
    """An ideograph takes two columns of a terminal, and an accent of its own none."""
    source = "王伟明: 你好。\n\nZoe\u0308: Hi.\n\n王伟明: 好。\n\nZoe\u0308: So.\n".encode()
    text = to_text(inspect_transcript(parse_transcript(source, name="x")))
    assert (
        "speakers   王伟明  2 turns  2 words\n           Zoe\u0308     2 turns  2 words\n" in text
    )


def test_flags_say_how_to_read(capsysbinary: Captured, tmp_path: Path) -> None:
    """--input-format, --encoding and --keep-noise are those of the main job."""
    file = tmp_path / "talk.txt"
    file.write_bytes(
        "ANN: Caf\xe9.\n\nBEN: So.\n\nSubscribe\n\nANN: Hi.\n\nBEN: Ho.\n".encode("cp1252")
    )
    found = run_json(capsysbinary, str(file), "--encoding", "cp1252", "--input-format", "prose")
    assert (found["format"], found["encoding"]) == ("prose", "cp1252")
    assert found["reason"] == "named with --input-format"
    assert any("Windows-1252" in line for line in run_json(capsysbinary, str(file))["warnings"])
    kept = run_json(capsysbinary, str(SAMPLE), "--keep-noise")
    left_out = nuggets.read(SAMPLE, keep_noise=True).left_out
    assert sum(one["count"] for one in kept["left_out"]) == len(left_out)


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["missing.txt"], 3, "missing.txt: no such file"),
        (["--skeleton", "missing.txt"], 3, "missing.txt: no such file"),
        (["--bad", "x"], 2, "unrecognized arguments: --bad"),
        ([], 2, "the following arguments are required: FILE"),
        (["x", "--skeleton", "--format", "json"], 2, "--skeleton prints the file itself"),
        (["x", "--skeleton", "--input-format", "srt"], 2, "so --input-format cannot be used with"),
        (["x", "--skeleton", "--keep-noise"], 2, "so --keep-noise cannot be used with it"),
        (["x", "--input-format", "ods"], 2, "unknown format 'ods'"),
    ],
)
def test_errors_are_one_line(
    capsysbinary: Captured, words: list[str], code: int, said: str
) -> None:
    """Exit codes and errors are those of the main job."""
    printed, noted = run(capsysbinary, *words, code=code)
    assert printed == ""
    assert noted.count("\n") == 1
    assert said in noted


def test_a_file_that_cannot_be_read_still_has_a_skeleton(
    capsysbinary: Captured, tmp_path: Path
) -> None:
    """Bug reports are about such files; what is not text at all is refused."""
    file = tmp_path / "odd.json"
    file.write_bytes(b'{"talk": {"text": "Hello Ann"}')
    assert run(capsysbinary, str(file), code=3)[0] == ""
    assert run(capsysbinary, "--skeleton", str(file))[0] == '{"xxxx": {"text": "Xxxxx Xxx"}'
    file.write_bytes(b"PK\x03\x04" + bytes(100))
    assert "odd.json" in run(capsysbinary, "--skeleton", str(file), code=3)[1]


def test_the_skeleton_keeps_the_lines(capsysbinary: Captured) -> None:
    """Of the sample every line has its length."""
    printed, noted = run(capsysbinary, "--skeleton", str(SAMPLE))
    source = SAMPLE.read_bytes().decode()
    assert [len(line) for line in printed.split("\n")] == [len(line) for line in source.split("\n")]
    assert noted == ""


def test_help_names_the_flags(capsysbinary: Captured) -> None:
    """Help is a result, so it is on stdout."""
    printed, noted = run(capsysbinary, "--help")
    assert noted == ""
    for flag in ("--format", "--skeleton", "--input-format", "--encoding", "--keep-noise"):
        assert flag in printed
