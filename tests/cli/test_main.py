"""`nuggets FILE`: what is printed and noted, and the exit code."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

import nuggets
from nuggets.cli.main import reading_notes
from nuggets.formats.format_detection import FORMATS
from nuggets.formats.reading import parse_transcript
from nuggets.values import LeftOut
from tests.cli.running import ABSENT, BRUSHED, HEAVY, Captured, run, run_json
from tests.processes import PODCAST, ROOT, needs_podcast

pytestmark = pytest.mark.usefixtures("talk_folder")


def test_summarize_is_the_main_job(capsysbinary: Captured) -> None:
    """`nuggets FILE` is short for `nuggets summarize FILE`."""
    assert run(capsysbinary, "talk.txt") == run(capsysbinary, "summarize", "talk.txt")


def test_python_gives_the_same(capsysbinary: Captured) -> None:
    """The command line adds nothing to what the library does."""
    summary = nuggets.summarize(nuggets.read("talk.txt"), "heat pump", count=2, order="rank")
    words = ("talk.txt", "--focus", "heat pump", "-n", "2", "--order", "rank", "--format")
    assert run(capsysbinary, *words, "json")[0].decode() == nuggets.to_json(summary)
    assert run(capsysbinary, *words, "markdown")[0].decode() == nuggets.to_markdown(summary)


def test_every_option_is_used(capsysbinary: Captured) -> None:
    """Each flag arrives in the options that the JSON tells, and is kept to."""
    found = run_json(
        capsysbinary,
        *("talk.txt", "--focus", "heat", "--count", "4", "--max-sentences", "2"),
        *("--max-words", "150", "--speaker", "ida vargo", "--context", "1", "--order", "rank"),
    )
    assert found["options"] == {
        "focus": ["heat"],
        "count": 4,
        "max_sentences": 2,
        "max_words": 150,
        "speakers": ["IDA VARGO"],
        "start_ms": None,
        "end_ms": None,
        "context": 1,
        "order": "rank",
    }
    picked = found["results"][0]["nuggets"]
    assert 0 < len(picked) <= 4
    assert [nugget["rank"] for nugget in picked] == list(range(1, len(picked) + 1))
    assert all(len(nugget["sentences"]) <= 2 for nugget in picked)
    said = [sentence for nugget in picked for sentence in nugget["sentences"]]
    assert {sentence["speaker"] for sentence in said} == {"IDA VARGO"}
    assert sum(len(sentence["text"].split()) for sentence in said) <= 150


def test_lists_are_in_order_of_time(capsysbinary: Captured) -> None:
    """By default the nuggets are in the order in which they were said."""
    picked = run_json(capsysbinary, "talk.txt")["results"][0]["nuggets"]
    assert all(
        a["sentences"][-1]["index"] < b["sentences"][0]["index"] for a, b in pairwise(picked)
    )


def test_each_focus_gets_its_own_set(capsysbinary: Captured) -> None:
    """--focus may be repeated, and each gives what it gives alone."""
    both = run_json(capsysbinary, "talk.txt", "--focus", "money", "--focus", "ammonia")["results"]
    alone = run_json(capsysbinary, "talk.txt", "--focus", "ammonia")["results"]
    assert [result["focus"] for result in both] == ["money", "ammonia"]
    assert both[1:] == alone


def test_a_focus_that_is_said_twice_counts_once(capsysbinary: Captured) -> None:
    """The same focus, or speaker, twice is the same as once."""
    twice = ("--focus", "heat", "--focus", "heat", "--speaker", "IDA VARGO") * 2
    once = ("--focus", "heat", "--speaker", "IDA VARGO")
    assert run(capsysbinary, "talk.txt", *twice) == run(capsysbinary, "talk.txt", *once)


def test_two_speakers_are_heard(capsysbinary: Captured) -> None:
    """--speaker may be repeated: whoever is named is heard, and nobody else."""
    told = [
        ("ANN", "The dam cost four million dollars because its old wall had cracked in the frost."),
        ("BEN", "Every turbine in the dam feeds nine hundred homes with power from the river."),
        ("CARA", "Salmon climb past the dam on a ladder of forty pools that the county built."),
    ]
    Path("three.txt").write_text("\n\n".join(f"{name}: {words}" for name, words in told), "utf-8")
    words = ("three.txt", "--speaker", "Ann", "--speaker", "Ben")
    picked = run_json(capsysbinary, *words)["results"][0]["nuggets"]
    heard = {name for nugget in picked for name in nugget["speakers"]}
    assert heard == {"ANN", "BEN"}


@pytest.mark.parametrize("name", ["Ida Vargo", "Len Abara", "Tessa Quill"])
def test_each_speaker_is_heard_alone(capsysbinary: Captured, name: str) -> None:
    """Whoever is asked for has passages, a host too, who is most like litter in the whole talk."""
    picked = run_json(capsysbinary, "talk.txt", "--speaker", name)["results"][0]["nuggets"]
    assert {label for nugget in picked for label in nugget["speakers"]} == {name.upper()}


def test_only_a_part_of_the_talk(capsysbinary: Captured) -> None:
    """--start and --end leave what begins between them."""
    lines = [
        f"[{minute // 60}:{minute % 60:02}:00] {('ANNA', 'BEN')[minute % 2]}: The harbor stored "
        f"{minute} units of heat in winter because deep water cools slowly."
        for minute in range(90)
    ]
    Path("timed.txt").write_text("\n\n".join(lines), "utf-8")
    words = ("timed.txt", "--start", "10:00", "--end", "1:00:00.5", "--focus", "harbor")
    found = run_json(capsysbinary, *words)
    assert found["options"]["start_ms"] == 600_000
    assert found["options"]["end_ms"] == 3_600_500
    times = [s["start_ms"] for n in found["results"][0]["nuggets"] for s in n["sentences"]]
    assert times
    assert all(600_000 <= time_ms <= 3_600_500 for time_ms in times)


def test_what_is_not_discussed_is_said(capsysbinary: Captured) -> None:
    """Where no focus is discussed the exit code is 1, and the result says so, too."""
    printed, noted = run(capsysbinary, "talk.txt", "--focus", ABSENT, code=1)
    assert ABSENT in printed.decode()
    assert f'the talk does not touch "{ABSENT}"' in noted
    result = run_json(capsysbinary, "talk.txt", "--focus", ABSENT, code=1)["results"][0]
    assert result == {"focus": ABSENT, "status": "not-discussed", "nuggets": []}


@pytest.mark.parametrize("form", ["text", "markdown", "json", "csv"])
def test_what_may_not_be_discussed_comes_with_a_warning(capsysbinary: Captured, form: str) -> None:
    """The nearest passages are printed, both the result and stderr say so, and it is done."""
    printed, noted = run(capsysbinary, "talk.txt", "--focus", BRUSHED, "--format", form)
    warning = f'the talk may not discuss "{BRUSHED}": these are the nearest passages'
    assert noted.count(warning) == 1
    told = {
        "text": f"The talk may not discuss “{BRUSHED}”: these are the nearest passages.\n\n1. ",
        "markdown": f"The talk may not discuss “{BRUSHED}”: these are the nearest passages.\n\n1. ",
        "json": '"status": "unsure"',
        "csv": f"{BRUSHED},unsure,1,",
    }
    assert told[form] in printed.decode()


def test_one_focus_of_two_is_enough(capsysbinary: Captured) -> None:
    """Where one focus is discussed it is done, and what is missing is said."""
    words = ("talk.txt", "--focus", ABSENT, "--focus", "heat pump")
    noted = run(capsysbinary, *words)[1]
    assert f'the talk does not touch "{ABSENT}"' in noted
    assert "heat pump" not in noted


def test_limits_may_leave_nothing(capsysbinary: Captured) -> None:
    """No passage fits into one word: exit code 1, and a word why."""
    noted = run(capsysbinary, "talk.txt", "--max-words", "1", code=1)[1]
    assert "no passage within these limits can be read on its own" in noted
    noted = run(capsysbinary, "talk.txt", "--max-words", "1", "--focus", "heat", code=1)[1]
    assert 'no passage about "heat" within these limits can be read on its own' in noted


def test_a_request_in_words(capsysbinary: Captured) -> None:
    """--ask is read into options; how, and what was not used, goes to stderr."""
    ask = "Give me 3 nuggets about ammonia, max 2 sentences each, and sing them"
    printed, noted = run(capsysbinary, "talk.txt", "--ask", ask)
    typed = run(
        capsysbinary, *("talk.txt", "--focus", "ammonia", "-n", "3", "--max-sentences", "2")
    )
    assert printed == typed[0]
    expected = 'understood: focus "ammonia", at most 3 nuggets, at most 2 sentences each\n'
    assert expected in noted
    assert "not used: " in noted
    assert "sing them" in noted


def test_a_flag_wins_over_a_request(capsysbinary: Captured) -> None:
    """What is typed as a flag counts, whatever the request says."""
    words = ("--ask", "5 nuggets about money as json", "-n", "2", "--format", "csv")
    printed, noted = run(capsysbinary, "talk.txt", *words, "--focus", "ammonia")
    assert 'understood: focus "ammonia", at most 2 nuggets' in noted
    assert not printed.startswith(b"{")
    assert run_json(capsysbinary, "talk.txt", "--ask", "5 nuggets as json")["schema"] == "nuggets/1"


def test_a_request_may_name_a_speaker_in_part(capsysbinary: Captured) -> None:
    """Of a name in a request a part is enough; of a stranger it is said who there is."""
    noted = run(capsysbinary, "talk.txt", "--ask", "2 nuggets on heat by Vargo")[1]
    assert "only IDA VARGO" in noted
    noted = run(capsysbinary, "talk.txt", "--ask", "2 nuggets on heat by Moriarty", code=2)[1]
    assert "Moriarty" in noted
    assert "IDA VARGO" in noted
    assert len(noted.splitlines()) == 1


def test_an_error_is_one_line_where_lines_were_left_out(capsysbinary: Captured) -> None:
    """What was left out is told with a result, not with an error."""
    Path("noisy.txt").write_text("Skip to content\n" + Path("talk.txt").read_text("utf-8"), "utf-8")
    assert "left out" in run(capsysbinary, "noisy.txt")[1]
    wrong = ((2, ("--speaker", "Nobody")), (2, ("--start", "1:00")), (4, ("--model", "nope")))
    for code, words in wrong:
        assert len(run(capsysbinary, "noisy.txt", *words, code=code)[1].splitlines()) == 1


def test_one_line_is_left_out_or_several() -> None:
    """One line "is" not speech, two "are"."""
    transcript = parse_transcript(b"Ann: Hi there.", name="a.txt")
    for count, words in ((1, "1 line that is not"), (2, "2 lines that are not")):
        left = replace(transcript, left_out=(LeftOut(0, 1, "noise"),) * count)
        assert words in next(iter(reading_notes(left)))


def test_missing_punctuation_is_said(capsysbinary: Captured) -> None:
    """Talk without marks gives nuggets, and one line says where its sentences end."""
    script = Path("talk.txt").read_text("utf-8")
    bare = [
        f"{name}: " + re.sub(r"[^\w\s'’-]", "", text.lower())
        for name, text in re.findall(r"(?m)^([A-Z ]+): (.*)$", script)
    ]
    Path("bare.txt").write_text("\n\n".join(bare), "utf-8")
    printed, noted = run(capsysbinary, "bare.txt", "--focus", "heat pump", "-n", "3")
    assert printed.startswith(b"1.")
    assert noted.count("hardly any punctuation: sentence ends were guessed from word patterns") == 1
    assert "(boundary: heuristic)\n" in noted
    assert run_json(capsysbinary, "bare.txt")["source"]["boundary"] == "heuristic"


def test_the_formats_are_listed(capsysbinary: Captured) -> None:
    """--list-formats prints a line for each format with what it carries, aligned."""
    printed, noted = run(capsysbinary, "--list-formats")
    head, *lines = printed.decode().splitlines()
    assert noted == ""
    assert head.split()[0] == "format"
    assert [line.split()[0] for line in lines] == [known.name for known in FORMATS]
    at = head.index("where")
    assert all(
        line[at:].startswith(known.origin) for line, known in zip(lines, FORMATS, strict=True)
    )
    assert run(capsysbinary, "missing.txt", "--list-formats")[0] == printed
    assert run(capsysbinary, "inspect", "--list-formats")[0] == printed


@pytest.mark.parametrize(
    "words",
    [["--help"], ["missing.txt"], ["--bad"], ["talk.txt", "-n", "0"], ["models", "--bad"], []],
)
def test_quick_answers_are_light(words: list[str]) -> None:
    """Help, a missing file and a wrong flag load no library, so they answer at once."""
    code = f"import sys; from nuggets.cli.main import main; main({words!r}); print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=True,
    )
    loaded = set(done.stdout.decode().split("\n")[-2].split())
    assert "nuggets.cli.main" in loaded
    assert not loaded & {*HEAVY, "nuggets.formats", "nuggets.render", "nuggets.pipeline"}


@pytest.mark.parametrize("name", ["a b.txt", "./-x.txt", "summarize", "naïve–日本.txt", "~", "%s"])
def test_files_may_have_any_name(capsysbinary: Captured, name: str) -> None:
    """A transcript is found by the name that was typed."""
    Path("talk.txt").rename(name)
    found = run_json(capsysbinary, "summarize", name, "-n", "1")
    assert found["source"]["name"] == Path(name).name


@needs_podcast
@pytest.mark.parametrize("focus", [(), ("--focus", "AGI")])
def test_a_real_podcast(capsysbinary: Captured, focus: tuple[str, ...]) -> None:
    """Two and a half hours of talk give ten nuggets of at most three sentences."""
    found = run_json(capsysbinary, str(PODCAST), *focus)
    picked = found["results"][0]["nuggets"]
    assert 8 <= len(picked) <= 10
    assert all(1 <= len(nugget["sentences"]) <= 3 for nugget in picked)
    source = PODCAST.read_text("utf-8")
    for sentence in (s for nugget in picked for s in nugget["sentences"]):
        said = source[sentence["start"] : sentence["end"]]
        assert " ".join(said.split()) == sentence["text"]


def test_of_a_talk_in_german_nothing_certain_is_said(capsysbinary: Captured) -> None:
    """The rules know English alone, so a focus that they cannot find may be there all the same."""
    said = "Die Anlage liefert seit dem Winter die Wärme für das ganze Viertel und den Hafen."
    lines = [f"{('ANNA', 'BERND')[i % 2]}: {said} Das sagt Satz {i}." for i in range(8)]
    Path("deutsch.txt").write_text("\n\n".join(lines), "utf-8")
    _, noted = run(capsysbinary, "deutsch.txt", "--focus", "Fußball", code=1)
    assert "does not touch" not in noted
    assert "within these limits" not in noted
