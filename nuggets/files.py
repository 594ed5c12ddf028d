"""Files in, files out: the door through which transcripts come and summaries leave."""

from __future__ import annotations

import os
import stat
import sys
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

from nuggets.errors import OptionError, TranscriptError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from io import BufferedIOBase

    from nuggets.values import Transcript

MAX_BYTES = 100_000_000
"""Of a file. A day of talk with a time for every word is half of it."""

MAX_SPEECH = 4_000_000
"""Characters that are said, some 70 hours. More would work for minutes before it says anything."""

_PART = 1 << 16  # bytes that a pipe gives at once


def read(
    path: str | os.PathLike[str],
    *,
    format: str | None = None,
    encoding: str | None = None,
    keep_noise: bool = False,
) -> Transcript:
    """Read a transcript; what it is written in is recognised by its content.

    Args:
        path: A file; "-" for standard input.
        format: Name of the format to read it as; None: recognise it.
        encoding: Name of its encoding; None: find out.
        keep_noise: Whether what looks like a web page's, a heading or a note is read as speech.

    Raises:
        TranscriptError: It cannot be read, is of no known kind, breaks off, holds no speech, or
            more than `MAX_SPEECH`.
        OptionError: There is no such format or encoding.

    >>> talk = read("data/talk.txt")
    >>> talk.format, talk.speakers[:2]
    ('plain', ('TESSA QUILL', 'IDA VARGO'))
    """
    place = os.fspath(path)
    data = _load(place)
    from nuggets.english.language_detection import language_warning
    from nuggets.formats.reading import parse_transcript

    name = "-" if place == "-" else Path(path).name
    try:
        transcript = parse_transcript(
            data, name=name, format=format, encoding=encoding, keep_noise=keep_noise
        )
    except TranscriptError as error:
        error.add_note(place)  # the file that the message is about
        raise
    if sum(len(turn.text) for turn in transcript.turns) > MAX_SPEECH:
        raise TranscriptError(
            f"{place}: more than {MAX_SPEECH // 10**6} million characters of talk; split it"
        )
    warning = language_warning(" ".join(turn.text for turn in transcript.turns))  # no markup
    if warning is None:
        return transcript
    return replace(transcript, warnings=(*transcript.warnings, warning))


def read_text(path: str | os.PathLike[str], *, encoding: str | None = None) -> str:
    """Read a file as text, be it a transcript or not; of a document or archive, the text in it.

    Raises:
        TranscriptError: It cannot be read, or is no text.
        OptionError: There is no such encoding.
    """
    place = os.fspath(path)
    data = _load(place)
    from nuggets.formats.decoding import decode
    from nuggets.formats.reading import parse_transcript

    try:
        return parse_transcript(data, name=place, encoding=encoding).source
    except TranscriptError as error:
        error.add_note(place)
        try:
            return decode(data, encoding=encoding).text
        except TranscriptError:
            raise error from None


def _load(place: str) -> bytes:
    """Read the bytes of a file, or say what is wrong with it."""
    try:
        data = _read_bytes(place)
    except OSError as error:
        raise TranscriptError(f"{place or repr('')}: {reason(error)}") from error
    if len(data) > MAX_BYTES:
        raise TranscriptError(f"{place}: more than {MAX_BYTES // 10**6} MB; split it")
    return data


def _read_bytes(place: str) -> bytes:
    """Read a file or standard input, but not more than can be of use."""
    if place != "-":
        with Path(place).open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    if sys.stdin is None:
        raise TranscriptError("standard input is closed; name a file")
    return b"".join(_read_pipe(cast("BufferedIOBase", sys.stdin.buffer)))


def _read_pipe(stream: BufferedIOBase) -> Iterator[bytes]:
    """Read in parts, since Ctrl-C is only heard between two calls when it comes within one."""
    left = MAX_BYTES + 1
    while left and (part := stream.read1(min(left, _PART))):
        left -= len(part)
        yield part


def check_writable(path: str, *, source: str) -> None:
    """Make sure before the work that its result can be written.

    Args:
        path: Where it shall go; "-" for standard output.
        source: What it is made from, which is not to be overwritten; "-" for standard input.

    Raises:
        OptionError: The path is a folder or the source, its folder is missing, or it may not be
            written.
    """
    if path == "-":
        return
    try:
        if Path(path).is_dir() or path.endswith(("/", os.sep)):
            raise OptionError(f"{path or repr('')} is a folder; name a file to write to")
        if _is_source(path, source):
            raise OptionError(f"{path} is the transcript itself; choose another file")
        target = _follow(path)
        if not target.parent.is_dir():
            raise OptionError(f"there is no folder {target.parent} to write to; make it first")
        if target.exists() and not os.access(target, os.W_OK):
            raise OptionError(f"{path} may not be written; choose another file")
        if not _is_special(path):
            beside = _beside(target)
            try:
                beside.touch(exist_ok=False)  # to ask for permission says little, as to root
            finally:
                beside.unlink(missing_ok=True)
    except OSError as error:
        raise OptionError(f"{path} cannot be written: {reason(error)}") from error


def write_whole(path: str, content: str | bytes) -> None:
    """Write a file so that at any moment either the old or the new one is there, whole.

    The file keeps its permissions; a link stays, and what it points to is written. What is no
    file, such as a pipe, is written as it is.

    Raises:
        OptionError: It cannot be written; the old file is as it was.
    """
    data = content.encode("utf-8") if isinstance(content, str) else content
    try:
        if _is_special(path):
            Path(path).write_bytes(data)
            return
        target = _follow(path)
        beside = _beside(target)
        try:
            with beside.open("xb") as stream:
                stream.write(data)
            if target.exists():
                beside.chmod(target.stat().st_mode & 0o777)
            beside.replace(target)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        raise OptionError(f"{path} cannot be written: {reason(error)}") from error


def _follow(path: str) -> Path:
    """Say what a path stands for, where it is a link."""
    try:
        target = Path(path).resolve()
    except RuntimeError as error:  # Python 3.11 and 3.12 on a link to itself
        raise OptionError(f"{path} is a link to itself; choose another file") from error
    if target.is_symlink():
        raise OptionError(f"{path} is a link to itself; choose another file")
    return target


def _is_special(path: str) -> bool:
    """Whether a path is there and no file: a pipe, a terminal, /dev/null."""
    try:
        return not stat.S_ISREG(Path(path).stat().st_mode)
    except OSError:
        return False


def _is_source(path: str, source: str) -> bool:
    with suppress(OSError, ValueError):
        there = Path(path).stat()
        read = os.fstat(0) if source == "-" else Path(source).stat()
        return stat.S_ISREG(there.st_mode) and os.path.samestat(there, read)
    return False


def _beside(target: Path) -> Path:
    return target.with_name(f".nuggets-{os.urandom(8).hex()}")


def reason(error: OSError) -> str:
    """Say what is wrong with a file, and what to do."""
    if isinstance(error, FileNotFoundError):
        return "no such file; check the path"
    if isinstance(error, IsADirectoryError):
        return "this is a folder; name a file in it"
    if isinstance(error, PermissionError):
        return "may not be read or written; check its permissions"
    return (error.strerror or type(error).__name__).lower()
