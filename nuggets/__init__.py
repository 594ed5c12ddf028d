"""The passages of a conversation that matter most, in the speakers' own words.

    import nuggets

    talk = nuggets.read("talk.txt")
    summary = nuggets.summarize(talk, focus="AGI", count=10, max_sentences=3)
    print(nuggets.to_markdown(summary))

Public names are loaded on first use (PEP 562), so that importing nuggets loads no large library.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from nuggets.version import __version__

if TYPE_CHECKING:
    from nuggets.errors import (
        EmptyTranscriptError,
        MalformedTranscriptError,
        ModelError,
        ModelNotFoundError,
        ModelNotWholeError,
        ModelRefusedError,
        NuggetsError,
        OptionError,
        TranscriptError,
        UnknownFormatError,
    )
    from nuggets.files import read
    from nuggets.option_definitions import Options
    from nuggets.pipeline import Index, Ranked, summarize
    from nuggets.render import json_schema, to_csv, to_json, to_markdown, to_text
    from nuggets.values import (
        Nugget,
        Result,
        Sentence,
        Summary,
        Transcript,
        Turn,
    )

_NAMES_BY_MODULE = {
    "nuggets.errors": (
        "EmptyTranscriptError",
        "MalformedTranscriptError",
        "ModelError",
        "ModelNotFoundError",
        "ModelNotWholeError",
        "ModelRefusedError",
        "NuggetsError",
        "OptionError",
        "TranscriptError",
        "UnknownFormatError",
    ),
    "nuggets.files": ("read",),
    "nuggets.option_definitions": ("Options",),
    "nuggets.pipeline": ("Index", "Ranked", "summarize"),
    "nuggets.render": ("json_schema", "to_csv", "to_json", "to_markdown", "to_text"),
    "nuggets.values": (
        "Nugget",
        "Result",
        "Sentence",
        "Summary",
        "Transcript",
        "Turn",
    ),
}
_MODULES = {name: module for module, names in _NAMES_BY_MODULE.items() for name in names}

__all__ = [
    "EmptyTranscriptError",
    "Index",
    "MalformedTranscriptError",
    "ModelError",
    "ModelNotFoundError",
    "ModelNotWholeError",
    "ModelRefusedError",
    "Nugget",
    "NuggetsError",
    "OptionError",
    "Options",
    "Ranked",
    "Result",
    "Sentence",
    "Summary",
    "Transcript",
    "TranscriptError",
    "Turn",
    "UnknownFormatError",
    "__version__",
    "json_schema",
    "read",
    "summarize",
    "to_csv",
    "to_json",
    "to_markdown",
    "to_text",
]


def __getattr__(name: str) -> Any:
    """Load a public name on first use."""
    if name not in _MODULES:
        raise AttributeError(f"module 'nuggets' has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(_MODULES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
