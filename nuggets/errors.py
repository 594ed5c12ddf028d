"""Exceptions that nuggets raises, and the exit codes of the command line.

    NuggetsError
    ├── TranscriptError                the text is at fault (exit 3)
    │   ├── UnknownFormatError         no format fits the text
    │   ├── MalformedTranscriptError   .format .line .reason: it breaks the rules of its format
    │   └── EmptyTranscriptError       it has no speech
    ├── OptionError (also ValueError)  an option is out of range or does not fit the talk (exit 2)
    ├── ModelError                     an embedding model cannot be used (exit 4)
    │   ├── ModelNotFoundError         the folder or the package is missing
    │   ├── ModelNotWholeError         a file is missing, cut short or changed
    │   └── ModelRefusedError          the folder has files that are not loaded: pickles, code
    ├── DatasetError                   a data set for `evaluate` cannot be read (exit 3)
    └── OutputsError                   a file of another system's output cannot be read (exit 3)

A message says what is wrong, in which line, and what to do; it never quotes the transcript. A bug
in nuggets itself stays a traceback.
"""

from __future__ import annotations

EXIT_DONE = 0
EXIT_NOTHING_FOUND = 1
EXIT_USAGE = 2
EXIT_INPUT = 3
EXIT_MODEL = 4
EXIT_INTERRUPTED = 130


class NuggetsError(Exception):
    """Base class of all errors that nuggets raises.

    Attributes:
        exit_code: Exit code of the command line.
    """

    exit_code = EXIT_INPUT


class TranscriptError(NuggetsError):
    """The transcript cannot be read."""


class UnknownFormatError(TranscriptError):
    """No format fits the text."""


class MalformedTranscriptError(TranscriptError):
    """The text breaks the rules of the format that it was read as.

    Attributes:
        format: Name of the format that was being read.
        line: Line of the source, from 1; None where no line can be named.
        reason: What was expected or found; never words of the transcript.
    """

    def __init__(self, format: str, line: int | None, reason: str) -> None:
        super().__init__(format, line, reason)  # all three, so that pickling gives them back
        self.format = format
        self.line = line
        self.reason = reason

    def __str__(self) -> str:
        place = "" if self.line is None else f"line {self.line}: "
        return f"{place}{self.reason} (read as {self.format})"


class EmptyTranscriptError(TranscriptError):
    """The source has no speech."""


class OptionError(NuggetsError, ValueError):
    """An option is out of range, or does not fit the talk."""

    exit_code = EXIT_USAGE


class ModelError(NuggetsError):
    """An embedding model cannot be used."""

    exit_code = EXIT_MODEL


class ModelNotFoundError(ModelError):
    """There is no model in the folder or package."""


class ModelNotWholeError(ModelError):
    """A file of a model is missing, cut short or changed."""


class ModelRefusedError(ModelError):
    """A model folder has files that nuggets does not load, such as pickles or code."""


class DatasetError(NuggetsError):
    """A data set for `nuggets evaluate` cannot be read."""


class OutputsError(NuggetsError):
    """A file of another system's output cannot be read."""
