"""Measures the time and the memory that 20 MB of each format take to be read: `make pace`.

The talk is made up anew for each size, of the words of the specimens' talk, so that nothing can
be gained from repetition. Each file is read in a process of its own, as the program does, from its
bytes to its turns. The bar is 10 s of CPU and 1 GB. Takes names of files of `data/formats`.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.formats.specimens import SPECIMENS
from tests.formats.specimens.captions_writing import clock, escape
from tests.formats.specimens.containers import PDFS
from tests.formats.specimens.talk import TURNS, Spoken, cut_into_cues, time_words
from tests.processes import ROOT

SIZE = 20_000_000
SAMPLE = 400  # turns that tell how many make up the size
BAR_SECONDS = 10.0
BAR_MB = 1000.0

READ = """
import sys
from pathlib import Path
from nuggets.formats.reading import parse_transcript
talk = parse_transcript(Path(sys.argv[1]).read_bytes(), name="talk")
sys.stdout.write(f"{talk.format} {len(talk.turns)}")
"""


class Pace(NamedTuple):
    """What reading one file took.

    Attributes:
        file: Name of the specimen.
        format: What it was read as; what went wrong if it was not read.
        turns: How many there are.
        size: Bytes of the file.
        seconds: CPU time, the start of Python included.
        peak_mb: Largest memory.
    """

    file: str
    format: str
    turns: int
    size: int
    seconds: float
    peak_mb: float

    @property
    def is_met(self) -> bool:
        """Whether the bars are met."""
        return self.turns > 0 and self.seconds <= BAR_SECONDS and self.peak_mb <= BAR_MB


def make_talk(turns: int, seed: int = 0) -> tuple[Spoken, ...]:
    """Make up a talk of so many turns, with the speakers and the words of the specimens."""
    rnd = random.Random(seed)
    speakers = list(dict.fromkeys(speaker for speaker, _ in TURNS))
    words = sorted({word.strip(",.?!:;") for _, text in TURNS for word in text.split()} - {"<", ""})
    said: list[tuple[str, str]] = []
    last = ""
    for _ in range(turns):
        last = rnd.choice([name for name in speakers if name != last])
        said.append((last, " ".join(_sentence(rnd, words) for _ in range(rnd.randint(1, 6)))))
    return time_words(said)


def _sentence(rnd: random.Random, words: Sequence[str]) -> str:
    said = rnd.choices(words, k=rnd.randint(3, 20))
    said[0] = said[0].capitalize()
    if len(said) > 8:
        said[5] += ","
    return " ".join(said) + rnd.choice("....?")


def write_tiny_cues(talk: Sequence[Spoken]) -> bytes:
    """WebVTT of cues of two words, as some recognisers cut it: the most cues that a size holds."""
    blocks = ["WEBVTT"]
    blocks += [
        f"{clock(cue.start_ms)} --> {clock(cue.end_ms)}\n{escape(cue.text)}"
        for cue in cut_into_cues(talk, most_words=2)
    ]
    return ("\n\n".join(blocks) + "\n").encode()


def write_size(write: Callable[[Sequence[Spoken]], bytes], size: int) -> bytes:
    """Write a talk so long that its file has about so many bytes."""
    sample = len(write(make_talk(SAMPLE)))
    return write(make_talk(max(1, size * SAMPLE // sample)))


def measure(file: str) -> Pace:
    """Write a file and read it, each in a process of its own.

    A process counts the memory of the one that started it as its own, so this one stays small.
    """
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "talk"
        write = [sys.executable, "-m", "tests.tools.pace", "--write", file, str(path)]
        subprocess.run(write, env=environment, check=True)
        size = path.stat().st_size
        process = subprocess.Popen(
            [sys.executable, "-c", READ, str(path)],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert process.stdout
        assert process.stderr
        told, wrong = process.stdout.read(), process.stderr.read()
        _, _, usage = os.wait4(process.pid, 0)
        process.returncode = 0  # it was waited for
    scale = 1024**2 if sys.platform == "darwin" else 1024
    known, _, turns = told.partition(" ")
    fault = wrong.strip().rsplit("\n", 1)[-1][:60]
    seconds = usage.ru_utime + usage.ru_stime
    return Pace(file, known or fault, int(turns or 0), size, seconds, usage.ru_maxrss / scale)


def writers() -> dict[str, Callable[[Sequence[Spoken]], bytes]]:
    """Give what is measured: a writer for each file.

    Not of PDFs: 20 MB of bare text would be 7,000 pages of a transcript, more than one may have.
    """
    found = {specimen.file: specimen.write for specimen in SPECIMENS if specimen not in PDFS}
    return {**found, "two-word-cues.vtt": write_tiny_cues}


def main(files: Sequence[str]) -> int:
    """Print the table; 1 if a bar is missed."""
    paces: list[Pace] = []
    sys.stdout.write(f"{'file':<28}{'read as':<15}{'turns':>8}{'MB':>7}{'CPU s':>8}{'MB':>7}\n")
    for file in files or writers():
        pace = measure(file)
        paces.append(pace)
        sys.stdout.write(
            f"{pace.file:<28}{pace.format:<15}{pace.turns:>8}{pace.size / 1e6:>7.1f}"
            f"{pace.seconds:>8.2f}{pace.peak_mb:>7.0f}{'' if pace.is_met else '  MISSED'}\n"
        )
        sys.stdout.flush()
    missed = sum(not pace.is_met for pace in paces)
    sys.stdout.write(f"{len(paces)} files, {missed} above {BAR_SECONDS:g} s or {BAR_MB:g} MB\n")
    return 1 if missed else 0


if __name__ == "__main__":
    if sys.argv[1:2] == ["--write"]:
        Path(sys.argv[3]).write_bytes(write_size(writers()[sys.argv[2]], SIZE))
    else:
        sys.exit(main(sys.argv[1:]))
