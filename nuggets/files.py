"""Files in, files out: the door through which transcripts come and summaries leave."""

from __future__ import annotations

import os
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from nuggets.errors import OptionError, TranscriptError
from nuggets.formats import parse_transcript
from nuggets.language import language_warning
from nuggets.values import Transcript


def read(
    path: str | os.PathLike[str], *, format: str | None = None, encoding: str | None = None
) -> Transcript:
    """Read a transcript; what it is written in is recognised by its content.

    Args:
        path: A file; "-" for standard input.
        format: Name of the format to read it as; None: recognise it.
        encoding: Name of its encoding; None: find out.

    Raises:
        TranscriptError: It cannot be read, is of no known kind, breaks off, or holds no speech.
        OptionError: There is no such format or encoding.

    >>> talk = read("data/talk.txt")
    >>> talk.format, talk.speakers[:2]
    ('plain', ('TESSA QUILL', 'IDA VARGO'))
    """
    name = "-" if os.fspath(path) == "-" else Path(path).name
    try:
        data = sys.stdin.buffer.read() if name == "-" else Path(path).read_bytes()
        transcript = parse_transcript(data, name=name, format=format, encoding=encoding)
    except OSError as error:
        raise TranscriptError(f"{path}: {_reason(error)}") from error
    except TranscriptError as error:
        error.add_note(os.fspath(path))  # the file that the message is about
        raise
    warning = language_warning(transcript.source)
    if warning is None:
        return transcript
    return replace(transcript, warnings=(*transcript.warnings, warning))


def check_writable(path: Path) -> None:
    """Make sure before the work that its result can be written.

    Raises:
        OptionError: The path is a folder, its folder is missing, or may not be written.
    """
    folder = path.parent
    if path.is_dir():
        raise OptionError(f"{path} is a folder; name a file to write to")
    if not folder.is_dir():
        raise OptionError(f"there is no folder {folder} to write to; make it first")
    if not os.access(folder, os.W_OK) or (path.exists() and not os.access(path, os.W_OK)):
        raise OptionError(f"{path} may not be written; choose another file")


def write_whole(path: Path, text: str) -> None:
    """Write a file so that at any moment either the old or the new one is there, whole.

    Raises:
        OptionError: It cannot be written; the old file is as it was.
    """
    target = path.resolve()  # of a link, what it points to
    beside = None
    try:
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", newline="", dir=target.parent, prefix=".nuggets-", delete=False
        ) as stream:
            beside = Path(stream.name)
            stream.write(text)
        mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask()
        beside.chmod(mode)
        beside.replace(target)
    except OSError as error:
        raise OptionError(f"{path} could not be written: {_reason(error)}") from error
    finally:
        if beside is not None:
            beside.unlink(missing_ok=True)


def _umask() -> int:
    current = os.umask(0o077)
    os.umask(current)
    return current


def _reason(error: OSError) -> str:
    """Say what is wrong with a file, and what to do."""
    if isinstance(error, FileNotFoundError):
        return "no such file; check the path"
    if isinstance(error, IsADirectoryError):
        return "this is a folder; name a file in it"
    if isinstance(error, PermissionError):
        return "may not be read or written; check its permissions"
    return (error.strerror or type(error).__name__).lower()
