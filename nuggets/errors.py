"""Everything that can go wrong on purpose.

    NuggetsError
    ├── TranscriptError                the text is at fault (exit 3)
    │   ├── UnknownFormatError         no format fits
    │   ├── MalformedTranscriptError   .format .line .reason: a format fits, then breaks off
    │   └── EmptyTranscriptError       nothing was said
    ├── OptionError (also ValueError)  a setting is out of range or does not fit the talk (exit 2)
    ├── ModelError                     an embedding model cannot be used (exit 4)
    │   ├── ModelNotFoundError         the folder or the package is missing
    │   ├── ModelNotWholeError         a file is missing, cut short or changed
    │   └── ModelRefusedError          the folder holds what we do not load: pickles, code
    ├── DatasetError                   what systems are measured on cannot be read (exit 3)
    └── OutputsError                   nor can another system's answers (exit 3)

Raised deep, caught at a door. A message names the fault, the line and what to do; it never
quotes the transcript. A fault of the program itself stays a traceback.
"""

from __future__ import annotations

EXIT_DONE = 0
EXIT_NOTHING_FOUND = 1
EXIT_USAGE = 2
EXIT_INPUT = 3
EXIT_MODEL = 4
EXIT_INTERRUPTED = 130


class NuggetsError(Exception):
    """Root of all errors that nuggets raises on purpose.

    Attributes:
        exit_code: What the command line exits with.
    """

    exit_code = EXIT_INPUT


class TranscriptError(NuggetsError):
    """The transcript cannot be read."""


class UnknownFormatError(TranscriptError):
    """No format fits the text."""


class MalformedTranscriptError(TranscriptError):
    """A format fits and then breaks off.

    Attributes:
        format: Name of the format that was being read.
        line: Line of the source, from 1; None where a line says nothing.
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
    """The source holds no speech."""


class OptionError(NuggetsError, ValueError):
    """A setting is out of range, or does not fit the talk at hand."""

    exit_code = EXIT_USAGE


class ModelError(NuggetsError):
    """An embedding model cannot be used."""

    exit_code = EXIT_MODEL


class ModelNotFoundError(ModelError):
    """No model is where it was looked for."""


class ModelNotWholeError(ModelError):
    """A file of a model is missing, cut short or changed."""


class ModelRefusedError(ModelError):
    """A model folder holds what nuggets does not load, such as pickles or code."""


class DatasetError(NuggetsError):
    """A data set that systems are measured on cannot be read."""


class OutputsError(NuggetsError):
    """A file of another system's answers cannot be read."""
