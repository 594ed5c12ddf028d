"""Step 6, nuggets to text, Markdown, JSON and CSV: pure functions from a Summary to a string.

Order: control_characters, json, speeches, csv, markdown, text.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from nuggets.render.csv import to_csv
from nuggets.render.json import json_schema, to_json
from nuggets.render.markdown import to_markdown
from nuggets.render.text import to_text
from nuggets.values import Summary

RENDERERS: Mapping[str, Callable[..., str]] = MappingProxyType(
    {"text": to_text, "markdown": to_markdown, "json": to_json, "csv": to_csv}
)
"""By the names in `OUTPUT_FORMATS`; each takes a summary and the keyword `explain`."""

__all__ = ["RENDERERS", "json_schema", "to_csv", "to_json", "to_markdown", "to_text", "write"]


def write(summary: Summary, format: str, *, explain: bool = False) -> str:
    """Write a summary in a format.

    Args:
        summary: What to write.
        format: One of `OUTPUT_FORMATS`.
        explain: Whether to say why each nugget was picked.
    """
    return RENDERERS[format](summary, explain=explain)
