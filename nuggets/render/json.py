"""JSON renderer: a summary for other programs (schema `nuggets/1`), and that schema."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import asdict
from importlib import resources
from typing import Any

from nuggets.option_definitions import Option, declared_options
from nuggets.render.control_characters import BIDI_CONTROLS
from nuggets.values import Nugget, Result, Sentence, Source, Summary

SCHEMA = "nuggets/1"
DIGITS = 4  # after the point, of every number in JSON and CSV; by eye

SCORES = ("relevance", "novelty", "readability")
_UNSAFE = re.compile(f"[\x7f-\x9f\u2028\u2029\ud800-\udfff{BIDI_CONTROLS}]")


def to_json(summary: Summary, *, explain: bool = False) -> str:
    """Write a summary as JSON.

    The text is the source's own, control characters included; those that a terminal would obey
    are written as escapes, so a parser gives back what was said.

    Args:
        summary: What to write.
        explain: Whether to add `why` to each nugget.

    Returns:
        JSON that `json_schema()` describes, indented by 2; ends with a newline.
    """
    has_context = summary.options.context > 0
    document = {
        "schema": SCHEMA,
        "fingerprint": summary.fingerprint,
        "source": _source(summary.source),
        "options": asdict(summary.options),
        "model": asdict(summary.model),
        "results": [
            _result(result, with_context=has_context, explain=explain) for result in summary.results
        ],
    }
    text = json.dumps(document, ensure_ascii=False, allow_nan=False, indent=2)
    return escape_unsafe(text) + "\n"


def escape_unsafe(text: str) -> str:
    """Escape control characters and surrogates, which a terminal would obey, as JSON does."""
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def json_schema() -> dict[str, Any]:
    """Make the JSON Schema (draft 2020-12) of what `to_json` writes.

    The options in it follow from their declarations.

    Example:
        >>> json_schema()["properties"]["schema"]
        {'const': 'nuggets/1'}
    """
    file = resources.files("nuggets.render").joinpath("nuggets-1.schema.json")
    schema: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    options = schema["properties"]["options"]
    for option in declared_options():
        options["required"].append(option.name)
        options["properties"][option.name] = _option_schema(option)
    return schema


def _option_schema(option: Option) -> dict[str, object]:
    """Make the schema of an option's value."""
    if option.kind == "texts":
        return {"type": "array", "items": {"type": "string"}}
    if option.kind == "choice":
        return {"enum": [*option.choices]}
    if option.kind == "time":
        return {"$ref": "#/$defs/time"}
    type_ = ["integer", "null"] if option.is_optional else "integer"
    return {"type": type_, "minimum": option.minimum}


def _source(source: Source) -> dict[str, object]:
    """Write the facts about a transcript; its language where it is not in English."""
    document: dict[str, object] = asdict(source)
    if source.language is None:
        del document["language"]
    return document


def _result(result: Result, *, with_context: bool, explain: bool) -> dict[str, object]:
    return {
        "focus": result.focus,
        "status": result.status,
        "nuggets": [
            _nugget(nugget, with_context=with_context, explain=explain) for nugget in result.nuggets
        ],
    }


def _nugget(nugget: Nugget, *, with_context: bool, explain: bool) -> dict[str, object]:
    document: dict[str, object] = {
        "rank": nugget.rank,
        "label": nugget.label,
        "score": rounded(nugget.score),
        "speakers": nugget.speakers,
        "sentences": [
            _sentence(sentence) | {"role": role}
            for sentence, role in zip(nugget.sentences, nugget.roles, strict=True)
        ],
        "scores": {name: rounded(value) for name, value in sort_scores(nugget.scores).items()},
    }
    if with_context:
        document["context"] = {
            "before": [_sentence(sentence) for sentence in nugget.before],
            "after": [_sentence(sentence) for sentence in nugget.after],
        }
    if explain:
        document["why"] = nugget.why
    return document


def _sentence(sentence: Sentence) -> dict[str, object]:
    pages: dict[str, object] = {}
    if sentence.page is not None:
        pages = {
            "page": sentence.page,
            "end_page": sentence.end_page,
            "end_line": sentence.end_line,
        }
    return {
        "text": sentence.text,
        "speaker": sentence.speaker,
        "turn": sentence.turn_index,
        "index": sentence.index,
        "start": sentence.start,
        "end": sentence.end,
        "line": sentence.line,
        "start_ms": sentence.start_ms,
        "end_ms": sentence.end_ms,
        "time_source": sentence.time_source,
        **pages,
    }


def sort_scores(scores: Mapping[str, float]) -> dict[str, float]:
    """Put the scores that the schema requires first, and any others after them.

    Example:
        >>> sort_scores({"textrank": 0.5, "novelty": 1.0, "relevance": 0.2})
        {'relevance': 0.2, 'novelty': 1.0, 'textrank': 0.5}
    """
    names = (*(name for name in SCORES if name in scores), *scores)
    return {name: scores[name] for name in names}


def rounded(number: float) -> float:
    """Round a number to the digits of JSON and CSV; never to -0.0."""
    return round(float(number), DIGITS) + 0.0
