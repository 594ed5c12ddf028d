"""Reads damaged files of every format until a reader crashes, hangs or breaks a rule: `make fuzz`.

    python -m tests.tools.fuzz --minutes 10 --seed 1  a new file for each number, until time is up
    python -m tests.tools.fuzz --seed 1 --only 4711   the one file of that number again

What holds for every file: it is read, or refused with a TranscriptError; soon, and in little
memory; what was read stands in the source where it is said to stand. A seed gives the same files on
every machine.
"""

from __future__ import annotations

import argparse
import contextlib
import gzip
import io
import random
import resource
import sys
import time
import traceback
import zipfile
from collections import Counter
from collections.abc import Sequence
from itertools import count
from pathlib import Path
from typing import NamedTuple

from nuggets.errors import OptionError, TranscriptError
from nuggets.formats.format_detection import FORMATS
from nuggets.formats.reading import parse_transcript
from nuggets.values import Transcript
from tests.formats.damage import damage
from tests.formats.specimens import SPECIMENS
from tests.formats.specimens.docx import archive
from tests.formats.specimens.talk import TALK
from tests.formats.talks import check_runs
from tests.hangs import stopped_if_it_hangs

LIMIT_SECONDS = 5  # of CPU
LIMIT_MB = 1000
TURNS = 8  # of each specimen; short files are read a hundred times a second
UNORDERED = frozenset(("aws-transcribe", "deepgram", "google-stt"))
"""Formats with a channel for each speaker, whose turns are in the order of time."""


class Case(NamedTuple):
    """A damaged file, and how it is read.

    Attributes:
        number: Which one it is; with the seed it says all.
        origin: Name of the specimen.
        data: The bytes.
        format: Name of the format to read it as; None: it is recognised.
        encoding: Name of the encoding; None: it is found out.
        keep_noise: Whether what looks like noise is read.
    """

    number: int
    origin: str
    data: bytes
    format: str | None
    encoding: str | None
    keep_noise: bool


class FaultError(Exception):
    """What must not happen, and did."""


def seeds() -> dict[str, bytes]:
    """Give what is damaged: the specimens, short, and those of XML and JSON in other layouts."""
    return {specimen.file: specimen.write(TALK[:TURNS]) for specimen in SPECIMENS}


def make_case(seed: int, number: int, files: dict[str, bytes]) -> Case:
    """Make one damaged file.

    Args:
        seed: Of the whole run.
        number: Of the file.
        files: What is damaged, by name.
    """
    rnd = random.Random(f"{seed}/{number}")
    origin = rnd.choice(list(files))
    others = list(files.values())
    data = files[origin]
    if data.startswith(b"PK") and rnd.random() < 0.7:
        data = _damage_members(rnd, data, others)  # else nearly every one is a damaged ZIP
    else:
        data = damage(rnd, data, others)
    draw = rnd.random()
    if draw < 0.04:
        data = gzip.compress(data, mtime=0)
    elif draw < 0.08:
        data = archive({"talk.txt": data}, method=zipfile.ZIP_DEFLATED)
    elif draw < 0.12:
        data = data.decode("utf-8", "replace").encode(
            rnd.choice(("utf-16", "utf-16-le", "cp1252")), "replace"
        )
    if 0.03 < draw < 0.09:
        data = damage(rnd, data, others)
    known = None
    if rnd.random() < 0.4:
        own = next(specimen.format for specimen in SPECIMENS if specimen.file == origin)
        known = own if rnd.random() < 0.6 else rnd.choice(FORMATS).name
    encoding = (
        rnd.choice(("latin-1", "utf-16", "utf-8", "utf-7", "cp1252"))
        if rnd.random() < 0.05
        else None
    )
    return Case(number, origin, data, known, encoding, rnd.random() < 0.2)


def _damage_members(rnd: random.Random, data: bytes, others: Sequence[bytes]) -> bytes:
    """Damage the XML of a Word document, and put it into a whole archive again."""
    with contextlib.closing(zipfile.ZipFile(io.BytesIO(data))) as packed:
        members = {name: packed.read(name) for name in packed.namelist()}
    name = rnd.choice([*members, *["word/document.xml"] * 9])
    if name in members:
        members[name] = damage(rnd, members[name], others)
    return archive(members)


def check(case: Case) -> str:
    """Read a file as its case says; tell as what it was read, or why not.

    Raises:
        FaultError: What holds for every file does not hold.
    """
    try:
        talk = parse_transcript(
            case.data,
            name=case.origin,
            format=case.format,
            encoding=case.encoding,
            keep_noise=case.keep_noise,
        )
    except (TranscriptError, OptionError) as error:
        message = str(error)
        if "\n" in message or len(message) > 1500:
            raise FaultError("the error is not one line") from error
        if isinstance(error, OptionError) and case.encoding is None:
            raise FaultError("an error of options that were not given") from error
        return type(error).__name__
    check_talk(talk)
    return talk.format


def check_talk(talk: Transcript) -> None:
    """Check what holds for all that is read.

    Raises:
        FaultError: It does not hold.
    """
    try:
        check_runs(talk, in_order=talk.format not in UNORDERED)
    except AssertionError as error:
        raise FaultError("a run is not where it says") from error
    for turn in talk.turns:
        if turn.speaker is not None and not turn.speaker.strip():
            raise FaultError("a speaker without a name")
        for run in turn.runs:
            if run.at >= run.until or run.start >= run.end:
                raise FaultError("a run without characters")
            if (run.start_ms or 0) < 0 or (run.end_ms or 0) < 0:
                raise FaultError("a time before the beginning")
        turn.text.encode()  # half a pair of surrogates cannot be printed
        (turn.speaker or "").encode()
    for left in talk.left_out:
        if not 0 <= left.start < left.end <= len(talk.source):
            raise FaultError("what is left out is nowhere")
    if any("\n" in warning for warning in talk.warnings):
        raise FaultError("a warning is not one line")


def check_within_limits(case: Case) -> str:
    """Check a file as `check` does, and that it takes little time and memory.

    Raises:
        HangsError: It takes too long.
        FaultError: It takes too much memory, or what holds for every file does not hold.
    """
    with stopped_if_it_hangs(LIMIT_SECONDS):
        kind = check(case)
    if peak_mb() > LIMIT_MB:
        raise FaultError(f"more than {LIMIT_MB} MB")
    return kind


def peak_mb() -> float:
    """Tell the largest memory that this process had."""
    scale = 1024**2 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / scale


def main() -> int:
    """Run until time is up, or until a file fails, which is put into the current folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=0, help="number of the first file")
    parser.add_argument("--only", type=int, help="read one file only")
    arguments = parser.parse_args()
    only = arguments.only
    numbers = count(arguments.first) if only is None else iter([only])
    files = seeds()
    told: Counter[str] = Counter()
    begin = time.monotonic()
    for number in numbers:
        if time.monotonic() > begin + 60 * arguments.minutes:
            break
        case = make_case(arguments.seed, number, files)
        try:
            told[check_within_limits(case)] += 1
        except Exception:  # noqa: BLE001  whatever a reader raises is what is looked for
            traceback.print_exc()
            sys.stderr.write(keep(arguments.seed, case))
            return 1
    for kind, times in told.most_common():
        sys.stdout.write(f"{times:>9} {kind}\n")
    seconds = time.monotonic() - begin
    sys.stdout.write(
        f"{told.total()} damaged files in {seconds:.0f} s: no crash, no hang, {peak_mb():.0f} MB\n"
    )
    return 0


def keep(seed: int, case: Case) -> str:
    """Put a file into the current folder, and say how to see its fault again."""
    path = Path(f"fuzz-{seed}-{case.number}.bin")
    path.write_bytes(case.data)
    return (
        f"file {case.number} of seed {seed}, a damaged {case.origin}, read with "
        f"format={case.format!r}, encoding={case.encoding!r}, keep_noise={case.keep_noise}; it is "
        f"in {path}; again: python -m tests.tools.fuzz --seed {seed} --only {case.number}\n"
    )


if __name__ == "__main__":
    sys.exit(main())
