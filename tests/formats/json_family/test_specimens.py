"""Every writer of this family, with made-up talks: what is written is read back."""

from __future__ import annotations

import contextlib
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
from tests.formats.json_family.specimens import (
    LAYOUTS,
    TALKS,
    check_talk,
    read_specimen,
)
from tests.formats.specimens.json_family import JSON_FAMILY
from tests.formats.specimens.specimen import Specimen
from tests.formats.specimens.talk import TALK, Spoken

BY_FILE = pytest.mark.parametrize("specimen", JSON_FAMILY, ids=lambda specimen: specimen.file)


@BY_FILE
@given(talk=TALKS, layout=st.sampled_from(LAYOUTS))
def test_what_is_written_is_read_back(specimen: Specimen, talk: list[Spoken], layout: Any) -> None:
    """Speakers, words and times come back, whatever the layout of the JSON."""
    check_talk(specimen, talk, read_specimen(layout(specimen.write(talk))))


@BY_FILE
@pytest.mark.parametrize("share", [0.2, 0.5, 0.9, 0.999])
def test_a_file_that_is_cut_is_malformed(specimen: Specimen, share: float) -> None:
    """The error names the line where it breaks off, and quotes nothing."""
    data = specimen.write(TALK)
    with pytest.raises(MalformedTranscriptError) as caught:
        read_specimen(data[: int(len(data) * share)])
    assert caught.value.line is not None
    assert "seed" not in str(caught.value)


@BY_FILE
@pytest.mark.parametrize("number", ["9" * 400, "-" + "9" * 400, "1e999", "NaN", "9" * 5000])
def test_numbers_beyond_all_bounds_end_in_no_traceback(specimen: Specimen, number: str) -> None:
    """Every second number is no time of a recording, so the file is read without it or refused."""
    source = specimen.write(TALK[:4]).decode()
    count = itertools.count()
    strange = re.sub(
        r"(?<=[:\[,\s])[0-9]+(?:\.[0-9]+)?(?=[\s,}\]])",
        lambda match: number if next(count) % 2 else match[0],
        source,
    )
    with contextlib.suppress(TranscriptError):
        read_specimen(strange.encode())


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
