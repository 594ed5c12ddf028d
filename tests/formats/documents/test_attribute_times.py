"""Times in the attributes of tags."""

from __future__ import annotations

import pytest

from tests.formats.documents.reading import read
from tests.formats.talks import check_runs

NAMES = ("Ann Lee", "Bob Ray") * 3


def page(form: str) -> str:
    """A page whose paragraphs have a tag with a time: {s}econds, {c}lock, {m}illiseconds."""
    said = "".join(
        form.format(n=name, s=f"{7 * i}.25", c=f"00:00:{7 * i:02}.25", m=7000 * i + 250)
        for i, name in enumerate(NAMES)
    )
    return f"<!DOCTYPE html><html><body><article>{said}</article></body></html>"


@pytest.mark.parametrize(
    "form",
    [
        '<div><h4>{n}</h4><p begin="{c}">We go to the lock.</p></div>',
        '<p start-time="{s}"><b>{n}:</b> We go to the lock.</p>',
        "<p data-start={s}><b>{n}:</b> We go to the lock.</p>",
        '<p><b>{n}:</b> <span data-m="{m}">We go to the lock.</span></p>',
        '<p><a name="ts_{m}_9999999_S01"></a><b>{n}:</b> We go to the lock.</p>',
        '<p data-time="{m}"><b>{n}:</b> We go to the lock.</p>',
    ],
)
def test_each_turn_has_its_time(form: str) -> None:
    """Clocks, seconds and milliseconds; numbers are milliseconds where speech would be too slow."""
    talk = read(page(form))
    check_runs(talk)
    assert talk.speakers == NAMES[:2]
    assert [turn.runs[0].start_ms for turn in talk.turns] == [7000 * i + 250 for i in range(6)]
    assert {turn.time_source for turn in talk.turns} == {"turn"}


@pytest.mark.parametrize(
    "form",
    [
        '<p data-time="12"><b>{n}:</b> We go to the lock.</p>',
        '<ol start="{s}"><li><b>{n}:</b> We go to the lock.</li></ol>',
    ],
)
def test_other_numbers_are_no_times(form: str) -> None:
    """Such that do not rise, and those of lists."""
    assert read(page(form)).duration_ms is None


def test_times_in_the_text_count() -> None:
    """Where the page shows times, attributes are not looked at."""
    talk = read(
        page('<p data-start="{s}"><b>{n}</b> (0:00:{s}): We go.</p>'.replace("{s})", "07)"))
    )
    assert {turn.runs[0].start_ms for turn in talk.turns} == {7000}
