"""Every writer of this family, with made-up talks: what is written is read back."""

from __future__ import annotations

import copy
import itertools
import json
import random
import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from nuggets.errors import MalformedTranscriptError, TranscriptError
from nuggets.formats.format_detection import find_format
from nuggets.values import Transcript
from tests.for_each import for_each
from tests.formats.json_family.talks import (
    LAYOUTS,
    TALKS,
    check_talk,
    read_specimen,
)
from tests.formats.specimens.json_family import JSON_FAMILY
from tests.formats.specimens.specimen import Specimen
from tests.formats.specimens.talk import TALK, Spoken
from tests.formats.talks import check_runs

BY_FILE = for_each(JSON_FAMILY, named=lambda specimen: specimen.file)


@BY_FILE
@given(talk=TALKS, layout=st.sampled_from(LAYOUTS))
def test_what_is_written_is_read_back(specimen: Specimen, talk: list[Spoken], layout: Any) -> None:
    """Speakers, words and times come back, whatever the layout of the JSON."""
    check_talk(specimen, talk, read_specimen(layout(specimen.write(talk))))


@BY_FILE
@for_each([0.2, 0.5, 0.9, 0.999])
def test_a_file_that_is_cut_is_malformed(share: float, specimen: Specimen) -> None:
    """The error names the line where it breaks off, and quotes nothing."""
    data = specimen.write(TALK)
    with pytest.raises(MalformedTranscriptError) as caught:
        read_specimen(data[: int(len(data) * share)])
    assert caught.value.line is not None
    assert "seed" not in str(caught.value)


@BY_FILE
@for_each(["9" * 400, "-" + "9" * 400, "1e999", "NaN", "9" * 5000], named=lambda text: text[:9])
def test_numbers_beyond_all_bounds_are_no_times(number: str, specimen: Specimen) -> None:
    """Where every second number is none, the file is refused or read, with times in order."""
    source = specimen.write(TALK[:4]).decode()
    count = itertools.count()
    strange = re.sub(
        r"(?<=[:\[,\s])[0-9]+(?:\.[0-9]+)?(?=[\s,}\]])",
        lambda match: number if next(count) % 2 else match[0],
        source,
    )
    whole = read_specimen(source.encode())
    try:
        talk = read_specimen(strange.encode())
    except TranscriptError as error:
        assert number not in str(error)
        return
    check_runs(talk, in_order=False)
    assert max(all_times(talk), default=0) <= max(all_times(whole), default=0)
    assert min(all_times(talk), default=0) >= 0


def all_times(talk: Transcript) -> list[int]:
    """List when each run begins and ends, as far as that is known."""
    runs = [run for turn in talk.turns for run in turn.runs]
    return [time for run in runs for time in (run.start_ms, run.end_ms) if time is not None]


@BY_FILE
def test_a_second_json_text_is_refused(specimen: Specimen) -> None:
    """Lines of JSON are not one talk."""
    data = specimen.write(TALK[:2])
    with pytest.raises(MalformedTranscriptError, match="text after the end of the JSON"):
        read_specimen(data + b"\n" + data)


@BY_FILE
def test_the_top_must_be_what_it_should(specimen: Specimen) -> None:
    """A file that is read as a format by name, and is none of it, is refused."""
    for source in ("{}", "3", '"a"', "null", "[1]", '{"a": 1}', "hello", ""):
        with pytest.raises(MalformedTranscriptError):
            find_format(specimen.format).parse(source)


@BY_FILE
@given(seed=st.integers(0, 2**32))
@example(seed=19112919)  # a list that begins with what has no place
def test_wrong_types_are_errors_with_a_line(specimen: Specimen, seed: int) -> None:
    """Whatever stands in the place of one value: it is read, or refused with a line."""
    whole = json.loads(specimen.write(TALK[:3]))
    break_somewhere(whole, random.Random(seed))
    try:
        find_format(specimen.format).parse(json.dumps(whole, indent=1))
    except MalformedTranscriptError as error:
        assert error.line is not None
        assert "seed" not in str(error)
    except TranscriptError:
        pass


def places_of(value: Any) -> Iterator[tuple[Any, Any]]:
    """Yield each place of a JSON value as what holds it and under which key."""
    inner = value.items() if isinstance(value, dict) else enumerate(value)
    for key, one in inner:
        yield value, key
        if isinstance(one, dict | list):
            yield from places_of(one)


def break_somewhere(whole: Any, chance: random.Random) -> None:
    """Put something else in place of one value, or take it away."""
    holder, key = chance.choice(list(places_of(whole)))
    others: tuple[Any, ...] = (
        None,
        True,
        3,
        -1,
        1e300,
        float("nan"),
        "",
        " x ",
        "0:61",
        [],
        [1],
        {},
        [[]],
    )
    if isinstance(holder, dict) and chance.random() < 0.2:
        del holder[key]
    else:
        holder[key] = copy.deepcopy(chance.choice(others))
