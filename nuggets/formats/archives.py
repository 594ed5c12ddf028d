"""Archives (gzip, ZIP) with one transcript in them, unpacked in memory; protects against bombs.

They are detected by content. Unpacking stops with an error beyond a size or a compression ratio.
"""

from __future__ import annotations

import gzip
import io
import re
import struct
import zipfile
import zlib
from typing import IO

from nuggets.errors import TranscriptError, UnknownFormatError

MAX_EXPANDED = 100_000_000
"""Most bytes that an archive may unpack to: as many as a file may have."""

_MAX_RATIO = 200  # by eye: text shrinks to a third, JSON to a twentieth, bombs to a thousandth
_RATIO_FROM = 5_000_000  # bytes from which on the ratio is checked; by eye
_CHUNK = 1 << 20  # bytes
_MAX_NAMED = 5  # files of an archive named in an error ...
_MAX_NAME_CHARS = 40  # ... and characters of each
_MAX_MEMBERS = 10_000  # by eye: a Word document has a few dozen
_ZIPS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")  # signatures that begin a ZIP
_ENTRY = b"PK\x01\x02"  # signature of an entry of the central directory
_READ_METHODS = frozenset(
    (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
)  # others may need gigabytes to unpack
_UNSAFE_PATH = re.compile(r"[/\\]|[A-Za-z]:|(?:.*[/\\])?\.\.(?:[/\\]|\Z)")
_METADATA = re.compile(r"__MACOSX/|(?:.*/)?(?:\.DS_Store|Thumbs\.db|desktop\.ini|\._[^/]*)\Z", re.I)
_RECORDING_OR_CHAT = re.compile(  # files beside the transcript of a meeting
    r".*\.(?:m4a|mp4|mp3|wav|mov|webm|aac|ogg|opus)\Z|(?:.*/)?[^/]*chat\.txt\Z", re.I | re.S
)
_OF_SLACK = frozenset(("users.json", "channels.json"))  # in the first folder of its exports
_DOCUMENT = re.compile(r"word/document[0-9]*\.xml")
_OFFICE_TYPES = "[Content_Types].xml"
_MIMETYPE = "mimetype"  # the first file of OpenDocument and EPUB
_MAX_MIMETYPE = 100  # bytes
_READ_TYPES = re.compile(  # the kinds of them that are read
    r"application/(?:vnd\.oasis\.opendocument\.text(?:-template)?|epub\+zip)"
)
UNPACK = "unpack it and name the transcript in it"
_ONE_AT_A_TIME = "one transcript is read at a time; unpack it and name one"
_DAMAGED = "looks like a ZIP archive or a Word document (.docx), but is damaged; copy it again"
_FAULTS = (  # what zipfile and zlib are known to raise for damaged files
    *(zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError),
    *(struct.error, OSError, LookupError, OverflowError),
)


def unpack(data: bytes) -> bytes:
    """Unpack the one file of an archive; other bytes, and Word documents, are returned as they are.

    Raises:
        UnknownFormatError: It is an archive of something else, or of several files.
        TranscriptError: It is damaged, encrypted or too large.
    """
    if data.startswith(b"\x1f\x8b"):
        inner = _expand_gzip(data)
    elif data.startswith(_ZIPS):
        members = _list_members(data)
        if find_docx_part(members) is not None or _is_read_document(data):
            return data
        inner = _read_only_member(data, members)
    else:
        return data
    if inner.startswith(b"\x1f\x8b"):
        raise UnknownFormatError(f"an archive within an archive; {UNPACK}")
    if inner.startswith(b"PK") and not (is_docx(inner) or _is_read_document(inner)):
        raise UnknownFormatError(f"an archive within an archive; {UNPACK}")
    return inner


def describe_chosen_file(data: bytes) -> tuple[str, ...]:
    """Warn which of several files of an archive is read; for archives that `unpack` accepts."""
    if not data.startswith(_ZIPS):
        return ()
    members = _list_members(data)
    files = [member for member in members if not _METADATA.match(member.filename)]
    if len(files) < 2 or find_docx_part(members) is not None or _is_read_document(data):
        return ()
    chosen = _list_names(_without_recordings(files))
    beside = "recordings and chat beside it are not read"
    return (f"of the ZIP archive's {len(files)} files the transcript {chosen} is read; {beside}",)


def _without_recordings(files: list[zipfile.ZipInfo]) -> list[zipfile.ZipInfo]:
    """Leave out the recordings and chat of a meeting, if all that remains is one .vtt file.

    Otherwise all files are returned.
    """
    others = [file for file in files if not _RECORDING_OR_CHAT.match(file.filename)]
    is_vtt = len(others) == 1 and others[0].filename.lower().endswith(".vtt")
    return others if is_vtt else files


def is_docx(data: bytes) -> bool:
    """Whether bytes are a Word document (.docx)."""
    if not data.startswith(b"PK\x03\x04"):
        return False
    try:
        return find_docx_part(_list_members(data)) is not None
    except TranscriptError:
        return False


def read_member(data: bytes, name: str) -> bytes:
    """Read one file of a ZIP.

    Raises:
        TranscriptError: It is missing, damaged, encrypted or too large.
    """
    for member in _list_members(data):
        if member.filename == name:
            return _read_member(data, member)
    raise UnknownFormatError(_DAMAGED)


def has_member(data: bytes, name: str) -> bool:
    """Whether a ZIP holds a file of a name."""
    return any(member.filename == name for member in _list_members(data))


def mimetype_of(data: bytes) -> str:
    """Return what an OpenDocument file or a book (EPUB) says that it is; "" for other files."""
    if not data.startswith(b"PK\x03\x04"):
        return ""
    try:
        if not has_member(data, _MIMETYPE):
            return ""
        return read_member(data, _MIMETYPE)[:_MAX_MIMETYPE].decode("ascii", "replace").strip()
    except TranscriptError:
        return ""


def docx_part_name(data: bytes) -> str:
    """Return the name of the part that holds the text of a Word document."""
    name = find_docx_part(_list_members(data))
    if name is None:
        raise UnknownFormatError("not a Word document (.docx)")
    return name


def find_docx_part(members: list[zipfile.ZipInfo]) -> str | None:
    """Find the part that holds the text of a Word document; None if it is not one."""
    names = [member.filename for member in members]
    if _OFFICE_TYPES not in names:
        return None
    return min((name for name in names if _DOCUMENT.fullmatch(name)), default=None)


def _is_read_document(data: bytes) -> bool:
    """Whether bytes are a ZIP that is one document: an OpenDocument text or a book (EPUB)."""
    return _READ_TYPES.fullmatch(mimetype_of(data)) is not None


def _expand_gzip(data: bytes) -> bytes:
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as stream:
            return _read_all(stream, packed=len(data))
    except _FAULTS as error:
        raise TranscriptError(
            "looks like a gzip archive that is damaged or cut short; copy it again"
        ) from error


def _list_members(data: bytes) -> list[zipfile.ZipInfo]:
    """List the files of a ZIP, without folders."""
    if data.count(_ENTRY) > _MAX_MEMBERS:
        raise UnknownFormatError(f"looks like a ZIP archive of very many files; {UNPACK}")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return [member for member in archive.infolist() if not member.is_dir()]
    except _FAULTS as error:
        raise UnknownFormatError(_DAMAGED) from error


def _read_only_member(data: bytes, members: list[zipfile.ZipInfo]) -> bytes:
    """Read the one transcript of a ZIP that is not a Word document."""
    names = {member.filename for member in members}
    if _OFFICE_TYPES in names:
        raise UnknownFormatError(
            "looks like an Office file other than a Word document; save the transcript as .docx or "
            "as plain text (UTF-8) first"
        )
    if _MIMETYPE in names:
        raise UnknownFormatError(
            "looks like a spreadsheet, slides or a drawing (OpenDocument); save the transcript as "
            ".odt or as plain text (UTF-8) first"
        )
    if any(name.endswith(".iwa") for name in names):
        raise UnknownFormatError(
            "looks like a document of Pages, Numbers or Keynote; export the transcript as Word "
            "(.docx) or as plain text (UTF-8) first"
        )
    if {name.rpartition("/")[2] for name in names if name.count("/") < 2} >= _OF_SLACK:
        raise UnknownFormatError(
            f"looks like an export of Slack, with many conversations, and {_ONE_AT_A_TIME}"
        )
    files = [member for member in members if not _METADATA.match(member.filename)]
    if not files:
        raise UnknownFormatError("looks like a ZIP archive with no file in it")
    files = _without_recordings(files)
    if len(files) > 1:
        raise UnknownFormatError(
            f"looks like a ZIP archive of {len(files)} files ({_list_names(files)}), and "
            f"{_ONE_AT_A_TIME}"
        )
    if _UNSAFE_PATH.match(files[0].filename):
        raise UnknownFormatError(
            "the ZIP archive names a place outside of itself, as archives made to do harm do; "
            f"if you trust it, {UNPACK}"
        )
    return _read_member(data, files[0])


def _list_names(files: list[zipfile.ZipInfo]) -> str:
    """List the first files of an archive, without folders and unprintable characters."""
    names = [member.filename.rpartition("/")[2] for member in files[:_MAX_NAMED]]
    shown = [
        "".join(c if c.isprintable() else "?" for c in name)[:_MAX_NAME_CHARS] for name in names
    ]
    return ", ".join(shown) + (", ..." if len(files) > _MAX_NAMED else "")


def _read_member(data: bytes, member: zipfile.ZipInfo) -> bytes:
    if member.flag_bits & 0x1:
        raise TranscriptError(f"the ZIP archive is encrypted; {UNPACK}")
    if member.compress_type not in _READ_METHODS:
        raise TranscriptError(f"the ZIP archive is packed in a way that is not read; {UNPACK}")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open(member) as stream:
            return _read_all(stream, packed=len(data))
    except _FAULTS as error:
        raise TranscriptError(_DAMAGED) from error


def _read_all(stream: IO[bytes] | gzip.GzipFile, *, packed: int) -> bytes:
    """Read a stream to its end.

    Args:
        stream: Of the unpacked bytes.
        packed: Size of the archive, in bytes.

    Raises:
        TranscriptError: It is too large, absolutely or in proportion to the archive.
    """
    expanded = io.BytesIO()
    size = 0
    while chunk := stream.read(_CHUNK):
        size += len(chunk)
        if size > MAX_EXPANDED:
            raise TranscriptError(
                f"the archive unpacks to more than {MAX_EXPANDED // 10**6} MB; split it"
            )
        if size > _RATIO_FROM and size > _MAX_RATIO * packed:
            raise TranscriptError(
                f"the archive swells to more than {_MAX_RATIO} times its size, as archives made to "
                f"do harm do; if you trust it, {UNPACK}"
            )
        expanded.write(chunk)
    return expanded.getvalue()
