"""The whole road on the sample, byte for byte: `make golden` rewrites, a person reads the diff."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import nuggets
from nuggets.render import RENDERERS
from tests.processes import SAMPLE

FOLDER = Path(__file__).parent / "golden" / "talk"
FOCI = ("heat pump", "what it costs and who pays", "privacy and consent", "volcanoes")
ENDINGS = {"text": "txt", "markdown": "md", "json": "json", "csv": "csv"}


def render_all() -> Iterator[tuple[str, str]]:
    """Give each golden file's name and what it should hold."""
    index = nuggets.Index(nuggets.read(SAMPLE))
    whole = index.summarize()
    focused = index.summarize(FOCI, count=6, context=1)
    for name, ending in ENDINGS.items():
        yield f"whole.{ending}", RENDERERS[name](whole)
        yield f"foci.{ending}", RENDERERS[name](focused, explain=True)


def test_the_sample_gives_its_golden_files() -> None:
    """The sample's nuggets are those that a person has read and accepted."""
    accepted = {path.name: path.read_bytes().decode("utf-8") for path in FOLDER.iterdir()}
    assert dict(render_all()) == accepted
