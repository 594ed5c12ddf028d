"""The command line: what goes in, what comes out where, and with which exit code."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import os
import re
import signal
import subprocess
import sys
import time
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import IO, Any

import pytest

import nuggets
from nuggets.cli.arguments import describe, merge_options, parse_flags
from nuggets.cli.main import main, reading_notes
from nuggets.errors import OptionError
from nuggets.formats.format_detection import FORMATS as READ
from nuggets.formats.reading import parse_transcript
from nuggets.options import OUTPUT_FORMATS, Options
from nuggets.values import LeftOut
from tests.processes import PODCAST, ROOT, SAMPLE, needs_podcast

COMMAND = (sys.executable, "-m", "nuggets.cli.main")
HEAVY = ("numpy", "scipy", "spacy", "networkx", "torch", "tokenizers", "safetensors")
ABSENT = "cricket umpires"  # what the sample does not touch

posix = pytest.mark.skipif(os.name != "posix", reason="as on Unix")
Captured = pytest.CaptureFixture[bytes]


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand where the user stands: in a folder with the talk and nothing else."""
    (tmp_path / "talk.txt").write_bytes(SAMPLE.read_bytes())
    monkeypatch.chdir(tmp_path)


def run(capture: Captured, *arguments: str, code: int = 0) -> tuple[bytes, str]:
    """Run the program here; give what it prints and what it notes."""
    assert main(arguments) == code, capture.readouterr().err.decode()
    printed = capture.readouterr()
    return printed.out, printed.err.decode()


def run_json(capture: Captured, *arguments: str, code: int = 0) -> Any:
    """Run the program here and read the JSON that it prints."""
    return json.loads(run(capture, *arguments, "--format", "json", code=code)[0])


def start(*arguments: str, **options: Any) -> subprocess.Popen[bytes]:
    """Start the program as a process of its own, which Ctrl-C reaches wherever the tests run."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # behind `&`; children would inherit it
        signal.signal(signal.SIGINT, signal.default_int_handler)
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen([*COMMAND, *arguments], env=env, stderr=subprocess.PIPE, **options)


# What comes out


def test_summarize_is_the_main_job(capsysbinary: Captured) -> None:
    """`nuggets FILE` is short for `nuggets summarize FILE`."""
    assert run(capsysbinary, "talk.txt") == run(capsysbinary, "summarize", "talk.txt")


@pytest.mark.parametrize("format", OUTPUT_FORMATS)
def test_a_file_gets_what_would_be_printed(capsysbinary: Captured, format: str) -> None:
    """With -o the same bytes go to the file, and nothing to standard output."""
    words = ("talk.txt", "--focus", "heat pump", "-n", "2", "--format", format, "--explain")
    printed, _ = run(capsysbinary, *words)
    assert printed
    assert run(capsysbinary, *words, "-o", "out")[0] == b""
    assert Path("out").read_bytes() == printed
    assert run(capsysbinary, *words, "-o", "-")[0] == printed
    assert sorted(os.listdir()) == ["out", "talk.txt"]  # noqa: PTH208


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


def test_the_defaults_are_those_of_options(capsysbinary: Captured) -> None:
    """Without flags every option is as `Options` has it."""
    assert merge_options(parse_flags(["talk.txt"]), None) == Options()
    assert run_json(capsysbinary, "talk.txt")["results"][0]["focus"] is None


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


def test_of_two_values_the_last_counts() -> None:
    """A flag that takes one value and is given twice takes the last, as usual."""
    assert merge_options(parse_flags(["talk.txt", "-n", "3", "--count", "5"]), None).count == 5


def test_foci_come_from_a_file(capsysbinary: Captured) -> None:
    """A file has one focus a line, after those of --focus; empty lines do not count."""
    Path("foci.txt").write_bytes("\ufeffmoney\r\n\r\n  ammonia \r\n".encode())
    from_file = ("--focus", "heat", "--focus-file", "foci.txt")
    typed = ("--focus", "heat", "--focus", "money", "--focus", "ammonia")
    assert run(capsysbinary, "talk.txt", *from_file) == run(capsysbinary, "talk.txt", *typed)


def test_two_speakers_are_heard(capsysbinary: Captured) -> None:
    """--speaker may be repeated."""
    words = ("talk.txt", "--focus", "trust", "--speaker", "Ida Vargo", "--speaker", "Len Abara")
    picked = run_json(capsysbinary, *words)["results"][0]["nuggets"]
    heard = {name for nugget in picked for name in nugget["speakers"]}
    assert heard == {"IDA VARGO", "LEN ABARA"}


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


# What is noted, and exit codes


def test_what_is_not_discussed_is_said(capsysbinary: Captured) -> None:
    """Where no focus is discussed the exit code is 1, and the result says so, too."""
    printed, noted = run(capsysbinary, "talk.txt", "--focus", ABSENT, code=1)
    assert ABSENT in printed.decode()
    assert f'the talk does not touch "{ABSENT}"' in noted
    result = run_json(capsysbinary, "talk.txt", "--focus", ABSENT, code=1)["results"][0]
    assert result == {"focus": ABSENT, "status": "not-discussed", "nuggets": []}


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


def test_an_empty_result_is_written_too(capsysbinary: Captured) -> None:
    """With exit code 1 the output is whole all the same."""
    run(capsysbinary, "talk.txt", "--focus", ABSENT, "--format", "csv", "-o", "out.csv", code=1)
    assert len(list(csv.reader(io.StringIO(Path("out.csv").read_text("utf-8"))))) <= 2


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


def test_foci_are_read_as_people_save_them(capsysbinary: Captured) -> None:
    """A file of foci may be UTF-16 with its mark; a focus is not run twice for its capitals."""
    Path("foci.txt").write_bytes("heat\r\nHEAT\r\nconsent\r\n".encode("utf-16"))
    found = run_json(capsysbinary, "talk.txt", "--focus-file", "foci.txt")
    assert [result["focus"] for result in found["results"]] == ["heat", "consent"]


def test_an_output_needs_a_name(capsysbinary: Captured) -> None:
    """An empty name of a file is told from a folder."""
    assert "must be a file" in run(capsysbinary, "talk.txt", "-o", "", code=2)[1]


def test_options_are_described_in_words() -> None:
    """One nugget is a nugget, two are nuggets."""
    assert describe(Options(count=1, max_sentences=1, max_words=1)) == (
        "focus the whole talk, at most 1 nugget, at most 1 sentence each, at most 1 word in all"
    )
    assert describe(Options(speakers=("Dana",), order="rank")).endswith("only Dana, best first")


def test_notes_are_one_line_each(capsysbinary: Captured) -> None:
    """Every line on stderr names the program; nothing is shown of progress off a terminal."""
    noted = run(capsysbinary, "talk.txt", "--ask", "2 nuggets", "--focus", ABSENT, code=1)[1]
    assert all(line.startswith("nuggets: ") for line in noted.splitlines())
    assert "..." not in noted
    assert "\x1b" not in noted


def test_models_says_what_is_here(capsysbinary: Captured) -> None:
    """`nuggets models` lists each model with its hash, and a folder that is named."""
    printed, _ = run(capsysbinary, "models")
    static = next(line for line in printed.decode().splitlines() if line.startswith("static"))
    assert "whole" in static
    assert run_json(capsysbinary, "talk.txt")["model"]["sha256"] in static
    printed, _ = run(capsysbinary, "models", "no\nfolder", code=4)
    assert printed.count(b"\n") == 3
    assert b"NOT USABLE: no model folder" in printed


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


def test_input_formats_are_those_that_are_read(capsysbinary: Captured) -> None:
    """--input-format takes the readers that there are, and names them to who asks for another."""
    for known in READ:
        assert parse_flags(["talk.txt", "--input-format", known.name]).input_format == known.name
    _, noted = run(capsysbinary, "talk.txt", "--input-format", "odt", code=2)
    assert noted.startswith("nuggets: --input-format: unknown format 'odt'; the formats are: ")
    assert all(known.name in noted for known in READ)


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
    assert [line.split()[0] for line in lines] == [known.name for known in READ]
    at = head.index("where")
    assert all(line[at:].startswith(known.origin) for line, known in zip(lines, READ, strict=True))
    assert run(capsysbinary, "missing.txt", "--list-formats")[0] == printed
    assert run(capsysbinary, "inspect", "--list-formats")[0] == printed


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


def test_out_of_range_values_are_found_before_any_file_is_read() -> None:
    """Settling options looks at no transcript."""
    with pytest.raises(OptionError, match="--count must be 1 or more, not 0"):
        merge_options(parse_flags(["missing.txt", "-n", "0"]), None)


# Names of files


@pytest.mark.parametrize("name", ["a b.txt", "./-x.txt", "summarize", "naïve–日本.txt", "~", "%s"])
def test_files_may_have_any_name(capsysbinary: Captured, name: str) -> None:
    """A transcript is found by the name that was typed."""
    Path("talk.txt").rename(name)
    found = run_json(capsysbinary, "summarize", name, "-n", "1")
    assert found["source"]["name"] == Path(name).name


@posix
@pytest.mark.parametrize("name", [b"n\xff.txt", b"two\nlines.txt", b"\x1b[31mred\x07.txt"])
def test_hostile_names_do_no_harm(capsysbinary: Captured, name: bytes) -> None:
    """Names that are no text or that a terminal would obey are read, and shown harmlessly."""
    odd = os.fsdecode(name)
    noted = run(capsysbinary, odd, code=3)[1]
    assert noted.count("\n") == 1
    assert noted.rstrip("\n").isprintable()
    Path("talk.txt").rename(odd)
    assert run_json(capsysbinary, odd, "-n", "1")["source"]["name"] == odd
    for kind in OUTPUT_FORMATS:
        printed, noted = run(capsysbinary, odd, "-n", "1", "--format", kind)
        assert not {"\x1b", "\x07"} & set(printed.decode() + noted)


def test_standard_input(capsysbinary: Captured) -> None:
    """`-` is standard input, and the JSON says so."""
    words = ("-n", "2", "--format", "json")
    with start("-", *words, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        printed, _ = process.communicate(SAMPLE.read_bytes(), timeout=120)
    assert process.returncode == 0
    found = json.loads(printed)
    assert found["source"].pop("name") == "-"
    expected = run_json(capsysbinary, "talk.txt", *words[:2])
    assert expected["source"].pop("name") == "talk.txt"
    assert found == expected


@posix
def test_a_reader_that_has_seen_enough(tmp_path: Path) -> None:
    """A closed pipe is no error and leaves nothing on stderr but the notes."""
    for words in (("talk.txt",), ("--help",)):
        with start(*words, stdout=subprocess.PIPE) as process:
            pipe(process.stdout).close()
            noted = pipe(process.stderr).read()
        assert process.returncode == 0
        assert all(line.startswith(b"nuggets: left out") for line in noted.splitlines())


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
def test_a_full_disk_under_standard_output() -> None:
    """What cannot be printed is said in one line."""
    with Path("/dev/full").open("wb") as full, start("talk.txt", stdout=full) as process:
        noted = pipe(process.stderr).read().decode().splitlines()
    assert process.returncode == 2
    assert noted[-1] == "nuggets: standard output cannot be written: no space left on device"
    assert "Traceback" not in "".join(noted)
    assert "Exception" not in "".join(noted)


@posix
@pytest.mark.parametrize(
    ("closed", "words", "code", "said"),
    [
        (0, ["-"], 3, "standard input is closed"),
        (1, ["talk.txt"], 2, "standard output is closed"),
        (2, ["missing.txt"], 3, ""),
    ],
)
def test_closed_streams(closed: int, words: list[str], code: int, said: str) -> None:
    """A stream that is closed from the start is no traceback, and not replaced by another."""
    shell = f'exec "$@" {closed}>&-' if closed else 'exec "$@" <&-'
    done = subprocess.run(
        ["sh", "-c", shell, "sh", *COMMAND, *words],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == code
    assert done.stdout == b""
    assert said in done.stderr.decode()
    assert b"Traceback" not in done.stderr


def pipe(stream: IO[bytes] | None) -> IO[bytes]:
    """Say that a stream of a process is there."""
    assert stream is not None
    return stream


def press_until_it_ends(process: subprocess.Popen[bytes]) -> None:
    """Press Ctrl-C; again after a while, since Python may begin to wait just as it comes."""
    while process.poll() is None:
        process.send_signal(signal.SIGINT)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(10)


@pytest.fixture(scope="module")
def long_talk() -> bytes:
    """Three megabytes of talk: seconds of work."""
    return SAMPLE.read_bytes() * 110


@posix
@pytest.mark.parametrize("delay", [0.0, 0.1, 0.5, 1.0])
def test_interrupted_at_work(long_talk: bytes, delay: float) -> None:
    """Ctrl-C ends with 130 and one line, whatever runs; the old output stays as it was."""
    Path("out.txt").write_text("old")
    with start("-", "-o", "out.txt", stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        pipe(process.stdin).write(long_talk)  # more than a pipe holds: it has begun to read
        if delay:
            pipe(process.stdin).close()
        time.sleep(delay)
        press_until_it_ends(process)
        noted = pipe(process.stderr).read().decode().splitlines()
        assert process.wait(60) == 130
    assert noted[-1] == "nuggets: interrupted"
    assert all(line.startswith("nuggets: ") for line in noted)
    assert Path("out.txt").read_text() == "old"
    assert sorted(os.listdir()) == ["out.txt", "talk.txt"]  # noqa: PTH208


@posix
def test_interrupted_while_writing() -> None:
    """Ctrl-C ends it also where it waits for a reader, and nothing trips over what is left."""
    words = ("-n", "200", "--context", "100", "--format", "json")
    with start("talk.txt", *words, stdout=subprocess.PIPE) as process:
        assert pipe(process.stdout).read(1) == b"{"  # it writes; the pipe is full
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 130
        noted = pipe(process.stderr).read().decode().splitlines()
    assert noted[-1] == "nuggets: interrupted"
    assert all(line.startswith("nuggets: ") for line in noted)


@posix
def test_interrupts_that_are_ignored_stay_ignored() -> None:
    """Started in the background, where the shell ignores Ctrl-C, it goes on."""
    shell = 'trap "" INT; exec "$@"'
    process = subprocess.Popen(
        ["sh", "-c", shell, "sh", *COMMAND, "-", "-n", "1"],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    with process:
        pipe(process.stdin).write(SAMPLE.read_bytes() + b"\n" * 200_000)
        process.send_signal(signal.SIGINT)
        printed, _ = process.communicate(timeout=120)
    assert process.returncode == 0
    assert printed


def test_interrupted_as_a_function(capsysbinary: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    """Called with arguments the program does not end its host; it gives back 130."""

    class Interrupting(io.BytesIO):
        def read1(self, *_: object) -> bytes:
            raise KeyboardInterrupt

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(Interrupting()))
    printed, noted = run(capsysbinary, "-", code=130)
    assert (printed, noted) == (b"", "nuggets: interrupted\n")


@posix
def test_progress_is_shown_on_a_terminal_only(long_talk: bytes) -> None:
    """On a terminal, past half a second, it says what it does, and wipes that again."""
    import pty

    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [*COMMAND, "-", "-n", "1"],
        env={**os.environ, "PYTHONPATH": str(ROOT), "NO_COLOR": "1"},
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=theirs,
    )
    os.close(theirs)
    with process:
        pipe(process.stdin).write(long_talk[:200_000])
        shown = b""
        while b"\r" not in shown:
            shown += os.read(ours, 1000)
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 130
        shown += os.read(ours, 1000)
    os.close(ours)
    assert shown.startswith(b"nuggets: reading ...\r")
    assert shown.rstrip().endswith(b"\r" + b" " * 40 + b"\rnuggets: interrupted")
    assert b"\x1b" not in shown


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
