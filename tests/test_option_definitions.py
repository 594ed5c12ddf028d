"""Options: their checks, and that one declaration is enough."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest

from nuggets.cli.arguments import describe
from nuggets.cli.ask import parse_request
from nuggets.errors import OptionError
from nuggets.option_definitions import Option, Options, declared_options
from nuggets.render import json_schema
from tests.processes import ROOT, SAMPLE

LINE = """\
    min_words: int = option(
        0, flag="--min-words", metavar="W", help="at least W words in each nugget",
        describe=lambda count: f"at least {pluralize(count, 'word')} each",
        example="at least 20 words each", ask=r"\\\\bat least {number} words each",
    )

"""
"""An option that is not there, as it would be declared in the class `Options`."""

USES = f'''
import contextlib, io, json, sys, types
from pathlib import Path

source = Path("nuggets/option_definitions.py").read_text("utf-8")
place = source.index("    def __post_init__")
module = types.ModuleType("nuggets.option_definitions")
sys.modules["nuggets.option_definitions"] = module
exec(source[:place] + """{LINE}""" + source[place:], module.__dict__)

import jsonschema
import nuggets
from nuggets.cli.arguments import build_parser, describe, merge_options, parse_flags
from nuggets.cli.ask import parse_request
from nuggets.cli.main import main
from tests.tools.readme_tables import options_table


def run(*arguments):
    printed, noted = io.TextIOWrapper(io.BytesIO()), io.StringIO()
    with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(noted):
        code = main(["{SAMPLE}", *arguments])
    printed.flush()
    return code, printed.buffer.getvalue().decode(), noted.getvalue()


request = parse_request("3 nuggets, at least 20 words each")
by_flag = merge_options(parse_flags(["talk.txt", "--min-words", "5"]), request)
by_request = merge_options(parse_flags(["talk.txt"]), request)
summary = nuggets.summarize(nuggets.read("{SAMPLE}"), count=1, min_words=7)
document = json.loads(nuggets.to_json(summary))
jsonschema.Draft202012Validator(nuggets.json_schema()).validate(document)
print(json.dumps(dict(
    help=build_parser().format_help(),
    by_flag=by_flag.min_words,
    by_request=by_request.min_words,
    described=describe(by_request),
    document=document["options"],
    schema=nuggets.json_schema()["properties"]["options"],
    docstring=nuggets.Options.__doc__,
    table=options_table(),
    wrong=run("--min-words", "-1"),
    noted=run("-n", "1", "--ask", "at least 20 words each"),
)))
'''


@pytest.fixture(scope="module")
def found() -> Any:
    """What is seen of an option that only one declaration adds."""
    done = subprocess.run(
        [sys.executable, "-c", USES],
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr.decode()
    return json.loads(done.stdout)


def test_a_declaration_makes_a_flag(found: Any) -> None:
    """It is in the help, is parsed, overrides a request, and is named in an error."""
    help_ = " ".join(found["help"].split())
    assert "--min-words W at least W words in each nugget (0) --model M" in help_
    assert found["by_flag"] == 5
    assert found["wrong"] == [2, "", "nuggets: --min-words must be 0 or more, not -1\n"]


def test_a_declaration_makes_a_keyword(found: Any) -> None:
    """It is a keyword in Python, in the JSON and its schema, and documented."""
    assert found["document"]["min_words"] == 7
    assert "min_words" in found["schema"]["required"]
    assert found["schema"]["properties"]["min_words"] == {"type": "integer", "minimum": 0}
    assert "    min_words: at least W words in each nugget. Default: 0." in found["docstring"]


def test_a_declaration_is_read_from_a_request(found: Any) -> None:
    """`--ask` fills it, and the line `understood: ...` names it."""
    assert found["by_request"] == 20
    assert found["described"].endswith("at most 3 sentences each, at least 20 words each")
    code, _, noted = found["noted"]
    assert code == 0
    assert "understood: " in noted
    assert "at least 20 words each" in noted
    assert "not used" not in noted


def test_a_declaration_makes_a_row_of_the_readme(found: Any) -> None:
    """The README's table has it."""
    row = "| `--min-words W` | `min_words` | 0 | at least W words in each nugget | "
    assert row + "“at least 20 words each” |\n" in found["table"]


@pytest.mark.parametrize("option", declared_options(), ids=lambda option: option.name)
def test_each_example_is_read(option: Option) -> None:
    """What the README gives as an example of a request fills the option, and is used up."""
    request = parse_request(option.example)
    assert request.unused == ()
    assert option.name in request.settings or (option.name == "speakers" and request.speakers)


def test_the_schema_of_the_options_is_kept() -> None:
    """What other programs rely on is as it was written by hand."""
    assert json_schema()["properties"]["options"] == {
        "description": "Every option as used.",
        "type": "object",
        "required": [
            *("focus", "count", "max_sentences", "max_words", "speakers"),
            *("start_ms", "end_ms", "context", "order"),
        ],
        "additionalProperties": False,
        "properties": {
            "focus": {"type": "array", "items": {"type": "string"}},
            "count": {"type": "integer", "minimum": 1},
            "max_sentences": {"type": "integer", "minimum": 1},
            "max_words": {"type": ["integer", "null"], "minimum": 1},
            "speakers": {"type": "array", "items": {"type": "string"}},
            "start_ms": {"$ref": "#/$defs/time"},
            "end_ms": {"$ref": "#/$defs/time"},
            "context": {"type": "integer", "minimum": 0},
            "order": {"enum": ["time", "rank"]},
        },
    }


@pytest.mark.parametrize(
    "settings",
    [
        {"count": "3"},
        {"count": True},
        {"count": 0},
        {"count": None},
        {"max_sentences": 1.5},
        {"max_words": 0},
        {"context": -1},
        {"start_ms": "10:00"},
        {"start_ms": -1},
        {"start_ms": 5, "end_ms": 5},
        {"order": "best"},
        {"focus": None},
        {"focus": (3,)},
        {"focus": ("?!",)},
        {"speakers": 3},
    ],
)
def test_what_is_out_of_range_is_an_option_error(settings: dict[str, object]) -> None:
    """A value of the wrong type or size is refused before any work, by its name."""
    with pytest.raises(OptionError, match=next(iter(settings)).split("_")[0].removesuffix("s")):
        Options(**settings)  # type: ignore[arg-type]  # that is what is tested


def test_an_unknown_option_is_a_type_error() -> None:
    """A misspelt keyword is told as Python tells it."""
    with pytest.raises(TypeError, match="max_word"):
        Options(max_word=3)  # type: ignore[call-arg]  # that is what is tested


def test_one_text_is_one_text() -> None:
    """A focus or a speaker alone is taken for one, not for its letters."""
    assert Options(speakers="ANNA", focus="AGI") == Options(  # type: ignore[arg-type]  # str for one
        speakers=("ANNA",), focus=("AGI",)
    )


def test_repeats_are_dropped() -> None:
    """The first spelling stays, in order; of speakers, case matters."""
    options = Options(focus=("AGI", "jobs", "agi"), speakers=("ANNA", "ANNA"))
    assert options.focus == ("AGI", "jobs")
    assert options.speakers == ("ANNA",)


def test_every_option_is_described() -> None:
    """Options at their defaults are left out but for focus, count and length."""
    assert describe(Options()) == (
        "focus the whole talk, at most 10 nuggets, at most 3 sentences each"
    )
    options = Options(
        focus=("AGI", "jobs"),
        max_words=1,
        speakers=("Dana", "Lee"),
        start_ms=600_000,
        end_ms=3_660_000,
        context=2,
        order="rank",
    )
    assert describe(options) == (
        'focus "AGI" and "jobs", at most 10 nuggets, at most 3 sentences each, '
        "at most 1 word in all, only Dana, Lee, from 10:00 on, up to 1:01:00, "
        "2 sentences of context, best first"
    )
