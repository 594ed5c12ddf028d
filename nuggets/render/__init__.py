"""Summary to text, Markdown, JSON and CSV: value in, string out.

Nothing here reads, prints or asks what time it is.

Order: clean, json, speeches, csv, markdown, text.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from nuggets.render.csv import to_csv
from nuggets.render.json import json_schema, to_json
from nuggets.render.markdown import to_markdown
from nuggets.render.text import to_text

RENDERERS: Mapping[str, Callable[..., str]] = MappingProxyType(
    {"text": to_text, "markdown": to_markdown, "json": to_json, "csv": to_csv}
)
"""Each takes a summary and, by keyword, `explain`."""

__all__ = ["RENDERERS", "json_schema", "to_csv", "to_json", "to_markdown", "to_text"]
