"""File input and output: transcripts read with limits, results written atomically."""

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
"""Of an input file. A day of speech with a time for every word takes half of it."""

MAX_SPEECH = 4_000_000
"""Characters of speech, some 70 hours. More would take minutes before anything is printed."""

_CHUNK = 1 << 16  # bytes read at a time; what a pipe holds on Linux


def read(
    path: str | os.PathLike[str],
    *,
    format: str | None = None,
    encoding: str | None = None,
    keep_noise: bool = False,
    language: str | None = None,
) -> Transcript:
    """Read a transcript; its format is detected by its content.

    Args:
        path: A file; "-" for standard input.
        format: Name of its format; None: detect it.
        encoding: Name of its encoding; None: detect it.
        keep_noise: Whether lines that look like web-page clutter, headings or notes are read as
            speech.
        language: Code of its language, such as "de"; None: detect it.

    Raises:
        TranscriptError: It cannot be read, has no known format, is malformed, or holds no speech
            or more than `MAX_SPEECH`.
        OptionError: There is no such format, encoding or language.

    >>> talk = read("data/talk.txt")
    >>> talk.format, talk.speakers[:2]
    ('plain', ('TESSA QUILL', 'IDA VARGO'))
    """
    from nuggets.languages.detection import detect_language, language_warning
    from nuggets.languages.names import parse_code

    if language is not None:
        language = parse_code(language)
    place = os.fspath(path)
    data = _load_bytes(place)
    from nuggets.formats.reading import parse_transcript

    name = "-" if place == "-" else Path(path).name
    try:
        transcript = parse_transcript(
            data, name=name, format=format, encoding=encoding, keep_noise=keep_noise
        )
    except TranscriptError as error:
        error.add_note(place)  # the message names the file
        raise
    if sum(len(turn.text) for turn in transcript.turns) > MAX_SPEECH:
        raise TranscriptError(
            f"{place}: more than {MAX_SPEECH // 10**6} million characters of speech; split it"
        )
    if language is None:
        language = detect_language(" ".join(turn.text for turn in transcript.turns))  # no markup
    warning = language_warning(language)
    warnings = transcript.warnings if warning is None else (*transcript.warnings, warning)
    return replace(transcript, warnings=warnings, language=language)


def read_text(path: str | os.PathLike[str], *, encoding: str | None = None) -> str:
    """Read a file as text, whether or not it is a transcript; of a document or archive, its text.

    Raises:
        TranscriptError: It cannot be read, or is no text.
        OptionError: There is no such encoding.
    """
    place = os.fspath(path)
    data = _load_bytes(place)
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


def _load_bytes(place: str) -> bytes:
    """Read the bytes of a file or of standard input; errors name the file."""
    try:
        data = _read_bytes(place)
    except OSError as error:
        raise TranscriptError(f"{place or repr('')}: {describe_os_error(error)}") from error
    if len(data) > MAX_BYTES:
        raise TranscriptError(f"{place}: more than {MAX_BYTES // 10**6} MB; split it")
    return data


def _read_bytes(place: str) -> bytes:
    """Read a file or standard input, up to one byte more than is accepted."""
    if place != "-":
        with Path(place).open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    if sys.stdin is None:
        raise TranscriptError("standard input is closed; name a file")
    return b"".join(_read_pipe(cast("BufferedIOBase", sys.stdin.buffer)))


def _read_pipe(stream: BufferedIOBase) -> Iterator[bytes]:
    """Read in chunks, since Ctrl-C is handled only between two calls of `read1`."""
    left = MAX_BYTES + 1
    while left and (chunk := stream.read1(min(left, _CHUNK))):
        left -= len(chunk)
        yield chunk


def check_writable(path: str, *, source: str) -> None:
    """Check that an output file can be written, before the work that makes its content.

    Args:
        path: The output file; "-" for standard output.
        source: The input file, which must not be overwritten; "-" for standard input.

    Raises:
        OptionError: The path is a folder or the source, its folder is missing, or there is no
            permission to write it.
    """
    if path == "-":
        return
    try:
        if Path(path).is_dir() or path.endswith(("/", os.sep)):
            raise OptionError(f"{path or repr('')} is a folder; name a file to write to")
        if _is_source(path, source):
            raise OptionError(f"{path} is the input file; choose another file")
        target = _resolve(path)
        if not target.parent.is_dir():
            raise OptionError(f"there is no folder {target.parent}; create it first")
        if target.exists() and not os.access(target, os.W_OK):
            raise OptionError(f"{path} is read-only; choose another file")
        if not _is_special(path):
            temporary = _temporary_path(target)
            try:
                temporary.touch(exist_ok=False)  # os.access says little, as to root
            finally:
                temporary.unlink(missing_ok=True)
    except OSError as error:
        raise OptionError(f"{path} cannot be written: {describe_os_error(error)}") from error


def write_whole(path: str, content: str | bytes) -> None:
    """Write a file atomically: at any moment either the old or the new one is there, complete.

    The file keeps its permissions; of a symbolic link, the target is written. What is no regular
    file, such as a pipe, is written directly.

    Raises:
        OptionError: It cannot be written; the old file is unchanged.
    """
    data = content.encode("utf-8") if isinstance(content, str) else content
    try:
        if _is_special(path):
            Path(path).write_bytes(data)
            return
        target = _resolve(path)
        temporary = _temporary_path(target)
        try:
            with temporary.open("xb") as stream:
                stream.write(data)
            if target.exists():
                temporary.chmod(target.stat().st_mode & 0o777)
            temporary.replace(target)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        raise OptionError(f"{path} cannot be written: {describe_os_error(error)}") from error


def _resolve(path: str) -> Path:
    """Resolve a symbolic link."""
    try:
        target = Path(path).resolve()
    except RuntimeError as error:  # Python 3.11 and 3.12 on a link to itself
        raise OptionError(f"{path} is a symbolic link to itself; choose another file") from error
    if target.is_symlink():
        raise OptionError(f"{path} is a symbolic link to itself; choose another file")
    return target


def _is_special(path: str) -> bool:
    """Whether a path exists and is no regular file: a pipe, a terminal, /dev/null."""
    try:
        return not stat.S_ISREG(Path(path).stat().st_mode)
    except OSError:
        return False


def _is_source(path: str, source: str) -> bool:
    """Whether both paths are the same regular file."""
    with suppress(OSError, ValueError):
        there = Path(path).stat()
        read = os.fstat(0) if source == "-" else Path(source).stat()
        return stat.S_ISREG(there.st_mode) and os.path.samestat(there, read)
    return False


def _temporary_path(target: Path) -> Path:
    """Make a new name in the folder of a file, where a rename is atomic."""
    return target.with_name(f".nuggets-{os.urandom(8).hex()}")


def describe_os_error(error: OSError) -> str:
    """Describe an error of the operating system in a few words, and what to do."""
    if isinstance(error, FileNotFoundError):
        return "no such file; check the path"
    if isinstance(error, IsADirectoryError):
        return "this is a folder; name a file in it"
    if isinstance(error, PermissionError):
        return "permission denied; check its permissions"
    return (error.strerror or type(error).__name__).lower()
