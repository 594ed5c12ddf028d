"""Counts the mutated specimens that are read, without a warning, as what they are not: `make fuzz`.

    python -m tests.tools.mutate 5000  the mutants of so many seeds; a line for each fault

It fails if there are more faults than are known (`KNOWN_FAULTS`).

A specimen gets another name, is cut, or loses lines; or a key, a header or a name gets another
name in all places. What is read of it without an error and without a warning must be what the file
still says:

- its format is that of the specimen, or a relative that reads such a file to the same end, as `vtt`
  does where the marks of Teams are gone; prose, which any text fits, only where no name is left
  or hardly anything at all;
- the words of its turns are words of the talk, not markup, times or labels (a few may be halves);
- each speaker is one of the talk, and the one whom the file names last before the words: where a
  label was dropped, the file itself says the wrong thing. Where the file was cut there may be half
  a name, and one that the seam has made.
"""

from __future__ import annotations

import html
import random
import re
import sys
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from nuggets.errors import TranscriptError
from nuggets.formats.containers.finding import find_container
from nuggets.formats.json_family import JSON_FAMILY
from nuggets.formats.reading import parse_transcript
from nuggets.values import Transcript
from tests.formats.specimens import SPECIMENS
from tests.formats.specimens.specimen import Specimen
from tests.formats.specimens.talk import TALK, names_of

RELATIVES: tuple[frozenset[str], ...] = (
    frozenset(("teams-vtt", "zoom-vtt", "youtube-vtt", "vtt", "srt", "youtube-srt")),
    frozenset(("sbv",)),
    frozenset(("whisper", "whisperx")),
    frozenset(("otter", "rev", "descript", "zoom-txt", "plain", "docx", "teams-docx", "markdown")),
    frozenset(("docx", "odt", "rtf", "pdf", "plain")),  # their texts
    frozenset(("html", "podcast-html")),
    frozenset(("meet-docx", "plain", "docx")),
    frozenset(("docx", "csv")),  # a table with a header
    *(frozenset((known.name, "json")) for known in JSON_FAMILY),  # lists of what is said
)
"""Formats that may be read for each other where the marks of one are gone."""

SEEDS = 5000
KNOWN_FAULTS = 39
"""Mutants of the first `SEEDS` seeds that are misread, counted on 2026-11-28; it may only fall."""

_RENAMED = "Qx"
_WORD = re.compile(r"[^\W_]+(?:[’'.,][^\W_]+)*")
_NAMED = re.compile(r'"\w+"(?=:)|WEBVTT|\*[A-Z]+:|@\w+')
_CODE = re.compile(r"SP[0-9]|[0-9]")  # whom a file names only so where their names are gone
_MAX_STRANGE_SHARE = 0.02  # share of words that the talk does not have, ...
_MAX_STRANGE = 3  # ... or so many: halves of words, and the like
_HARDLY = 400  # characters of a file of which hardly anything is left
_NAMES_ELSEWHERE = frozenset(
    ("corpus.cha", "broadcast.ttml", "hansard.xml")
)  # at the top of the file, for a code


class Mutant(NamedTuple):
    """A mutated specimen.

    Attributes:
        specimen: What it was.
        how: What was done to it.
        name: Of the file.
        text: What is left.
        old: What has another name now; "" if nothing has.
        new: The other name.
    """

    specimen: Specimen
    how: str
    name: str
    text: str
    old: str = ""
    new: str = ""


def make_mutant(seed: int) -> Mutant:
    """Mutate a specimen."""
    rnd = random.Random(seed)
    specimen = rnd.choice(SPECIMENS)
    name = rnd.choice(SPECIMENS).file
    data = specimen.write(TALK)
    container = find_container(data)
    text = container.extract(data).read_text if container else data.decode("utf-8-sig")
    how = rnd.choice(("drop", "drop", "cut end", "cut beginning", "cut middle", "rename"))
    at, until = sorted((rnd.randrange(len(text)), rnd.randrange(len(text))))
    old = new = ""
    match how:
        case "drop":
            share = rnd.choice((0.02, 0.1, 0.3, 0.6))
            lines = text.splitlines(keepends=True)
            text = "".join(line for line in lines if rnd.random() >= share)
        case "cut end":
            text = text[:at]
        case "cut beginning":
            text = text[at:]
        case "cut middle":
            text = text[:at] + text[until:]
        case _:
            words = sorted({word for one in TALK for word in one.speaker.split()})
            old = rnd.choice(sorted(set(_NAMED.findall(text))) or words)
            new = re.sub(r"\w+", _RENAMED, old, count=1)
            if old not in text:  # the file writes it in another way, as `O&#x27;Neil`
                old = new = ""
            text = text.replace(old, new)
    return Mutant(specimen, how, name, text, old, new)


def words_of(text: str) -> list[str]:
    """Cut a text into words, whatever marks are around them."""
    return _WORD.findall(text.lower())


def find_fault(mutant: Mutant) -> str | None:
    """Read a mutant; tell what is wrong with what is read, None if nothing is."""
    try:
        talk = parse_transcript(mutant.text.encode(), name=mutant.name)
    except TranscriptError:
        return None
    if talk.warnings:
        return None
    known = mutant.specimen.format
    fault = _judge_format(mutant, talk) or _judge_words(mutant, talk)
    fault = fault or _judge_speakers(mutant, talk)
    return f"{known} read as {talk.format}: {fault}" if fault else None


def _names(mutant: Mutant) -> list[str]:
    """Give the speakers as the file names them."""
    names = names_of(TALK)
    called = mutant.specimen.names or (lambda i: names[i])
    written = [called(i) for i in range(len(names))] if mutant.specimen.speakers else []
    return [name.replace(mutant.old, mutant.new) if mutant.old else name for name in written]


def _judge_format(mutant: Mutant, talk: Transcript) -> str | None:
    known = mutant.specimen.format
    if talk.format == known or any({talk.format, known} <= some for some in RELATIVES):
        return None
    has_names = any(name in mutant.text for name in _names(mutant))
    if talk.format == "prose" and (not has_names or len(mutant.text) < _HARDLY):
        return None
    return "another family"


def _judge_words(mutant: Mutant, talk: Transcript) -> str | None:
    known = {_RENAMED.lower()}
    for one in TALK:
        as_written = mutant.specimen.as_written
        known |= set(words_of(as_written(one.text) if as_written else one.text))
    told = [word for turn in talk.turns for word in words_of(turn.text)]
    strange = sum(word not in known for word in told)
    if strange > max(_MAX_STRANGE, _MAX_STRANGE_SHARE * len(told)):
        return f"{strange} of {len(told)} words are none"
    return None


def _judge_speakers(mutant: Mutant, talk: Transcript) -> str | None:
    names = _names(mutant)
    strange: set[str] = set()
    named_before = not talk.source.lstrip().startswith(("{", "["))  # not always in JSON
    named_before = named_before and mutant.specimen.file not in _NAMES_ELSEWHERE
    for turn in talk.turns:
        if turn.speaker is None:
            continue
        if turn.speaker not in names:
            if not _CODE.fullmatch(turn.speaker) and not _is_of_halves(turn.speaker, names):
                strange.add(turn.speaker)
            continue
        if named_before:
            before = html.unescape(html.unescape(talk.source[: turn.runs[0].start]))
            if max(names, key=before.rfind) != turn.speaker:
                return "a speaker whom the file does not name last"
    if len(strange) > (mutant.how == "cut middle"):
        return "a speaker whom the talk does not have"
    return None


def _is_of_halves(speaker: str, names: Sequence[str]) -> bool:
    """Whether a name is the beginning of one and the end of another, where the file was cut."""
    return any(
        any(name.startswith(speaker[:i]) for name in names)
        and any(name.endswith(speaker[i:]) for name in names)
        for i in range(len(speaker) + 1)
    )


def main() -> int:
    """Count the faults of so many mutants; 1 if there are more than are known."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else SEEDS
    faults: Counter[str] = Counter()
    for seed in range(number):
        mutant = make_mutant(seed)
        fault = find_fault(mutant)
        if fault:
            faults[fault.split(":")[0]] += 1
            sys.stdout.write(f"{seed} {mutant.specimen.file} {mutant.how}: {fault}\n")
    share = faults.total() / number
    sys.stdout.write(
        f"{number} mutants, {faults.total()} ({share:.1%}) read as what they are not: {faults}\n"
    )
    return int(faults.total() > KNOWN_FAULTS * max(1, number / SEEDS))


if __name__ == "__main__":
    sys.exit(main())
