"""Files in, files out."""

from __future__ import annotations

import os
import stat
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuggets.errors import NuggetsError, OptionError, TranscriptError
from nuggets.files import MAX_SPEECH, check_writable, describe_os_error, read, write_whole
from tests.processes import SAMPLE, run_nuggets

TALK = "Dana: The harbor water drives the heat pump.\nLee: It never freezes, even in winter.\n"

posix = pytest.mark.skipif(os.name != "posix", reason="as on Unix")
NOBODY = 65534


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A transcript on disk."""
    path = tmp_path / "talk.txt"
    path.write_text(TALK, "utf-8")
    return path


def names(folder: Path) -> list[str]:
    """List what is in a folder."""
    return sorted(path.name for path in folder.iterdir())


def refuse(path: Path | str, source: Path | str) -> str:
    """Check an output path that is refused, and give the message."""
    with pytest.raises(OptionError) as caught:
        check_writable(str(path), source=str(source))
    return str(caught.value)


@given(st.text(st.characters(codec="utf-8")))
def test_what_is_written_is_read_back(text: str) -> None:
    """A file holds the text as UTF-8, line ends as they are, and stands alone in its folder."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "out.txt"
        for _ in ("new", "again"):
            write_whole(str(path), text)
            assert path.read_bytes() == text.encode("utf-8")
            assert names(Path(folder)) == ["out.txt"]


@posix
@pytest.mark.parametrize("mode", [0o600, 0o644, 0o640, 0o666])
def test_a_file_keeps_its_permissions(tmp_path: Path, mode: int) -> None:
    """Who may read the old file may read the new one, and nobody else."""
    path = tmp_path / "out.txt"
    path.touch()
    path.chmod(mode)
    write_whole(str(path), "new")
    assert stat.S_IMODE(path.stat().st_mode) == mode


@posix
def test_a_new_file_has_the_permissions_of_any_new_file(tmp_path: Path) -> None:
    """A new file follows the umask, as if the shell had made it."""
    (tmp_path / "touched").touch()
    write_whole(str(tmp_path / "out.txt"), "new")
    assert (tmp_path / "out.txt").stat().st_mode == (tmp_path / "touched").stat().st_mode


@posix
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """Writing to a link writes what it points to, also where that is not there yet."""
    (tmp_path / "far").mkdir()
    (tmp_path / "link").symlink_to(Path("far") / "out.txt")
    for text in ("new", "again"):
        check_writable(str(tmp_path / "link"), source="-")
        write_whole(str(tmp_path / "link"), text)
        assert (tmp_path / "link").is_symlink()
        assert (tmp_path / "far" / "out.txt").read_text() == text
    assert names(tmp_path / "far") == ["out.txt"]


@posix
def test_a_device_stays_a_device() -> None:
    """What is no file is written, never replaced by a file."""
    check_writable(os.devnull, source="-")
    write_whole(os.devnull, "gone")
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
def test_a_full_disk_is_one_line() -> None:
    """What the system says of a full disk reaches the user as a message."""
    with pytest.raises(
        OptionError, match=r"^/dev/full cannot be written: no space left on device$"
    ):
        write_whole("/dev/full", "text")


@posix
def test_the_old_file_stays_when_the_new_one_does_not_fit(tmp_path: Path) -> None:
    """A disk that fills up while the file is written leaves the old one, and nothing beside it."""
    import resource
    import signal

    path = tmp_path / "out.txt"
    path.write_text("old")
    limit = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, limit[1]))
    try:
        with pytest.raises(OptionError, match="cannot be written: file too large"):
            write_whole(str(path), "new" * 100_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limit)
        signal.signal(signal.SIGXFSZ, handler)
    assert path.read_text() == "old"
    assert names(tmp_path) == ["out.txt"]


def test_looking_whether_a_file_may_be_written_changes_nothing(source: Path) -> None:
    """The check leaves neither a new file nor a changed old one."""
    check_writable(str(source.parent / "new.txt"), source=str(source))
    assert names(source.parent) == ["talk.txt"]
    (source.parent / "old.txt").write_text("old")
    check_writable(str(source.parent / "old.txt"), source=str(source))
    assert (source.parent / "old.txt").read_text() == "old"
    assert len(names(source.parent)) == 2


def test_a_folder_is_no_output(source: Path) -> None:
    """A folder, also one that is not there yet, is refused as such."""
    assert "is a folder; name a file to write to" in refuse(source.parent, source)
    assert "is a folder; name a file to write to" in refuse(f"{source.parent}/new/", source)
    assert "is a folder; name a file to write to" in refuse("", source)


def test_an_output_needs_its_folder(source: Path) -> None:
    """A file in a folder that is not there, or that is a file, is refused."""
    assert "there is no folder" in refuse(source.parent / "no" / "out.txt", source)
    assert "there is no folder" in refuse(source / "out.txt", source)


@posix
def test_the_transcript_is_not_overwritten(source: Path) -> None:
    """The output is not the input, by whatever name."""
    (source.parent / "link").symlink_to(source)
    (source.parent / "hard").hardlink_to(source)
    for other in (source, source.parent / "." / "talk.txt", source.parent / "link"):
        assert "is the input file" in refuse(other, source)
    assert "is the input file" in refuse(source.parent / "hard", source)


@posix
def test_odd_outputs_are_refused_in_words(source: Path) -> None:
    """A link to itself and a name that is too long are refused, not a traceback."""
    (source.parent / "loop").symlink_to("loop")
    assert "is a symbolic link to itself" in refuse(source.parent / "loop", source)
    assert "file name too long" in refuse(source.parent / ("long" * 100), source)


@posix
@pytest.mark.skipif(not Path("/proc/self").exists(), reason="there is no /proc")
def test_a_folder_that_nobody_may_write_to_is_refused(source: Path) -> None:
    """The check tries, since what permissions say is not the whole truth."""
    assert "cannot be written" in refuse("/proc/nuggets-out.txt", source)


@pytest.fixture
def folder_of_nobody() -> Iterator[Path]:
    """A folder with a talk and an output, of a user whom permissions bind: not of root."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "talk.txt").write_text(TALK, "utf-8")
        (folder / "out.txt").write_text("old")
        if os.geteuid() == 0:
            for path in (folder, *folder.iterdir()):
                os.chown(path, NOBODY, NOBODY)
        yield folder


def run_as_nobody(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command in that folder as that user; as ourselves, where we are not root."""
    code = f"""
import contextlib, io, os
from nuggets.cli.main import main
with contextlib.redirect_stderr(io.StringIO()):
    main([{str(SAMPLE)!r}, "-o", os.devnull])  # loads what that user may not be able to read
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid({NOBODY})
    os.setuid({NOBODY})
"""
    return run_nuggets(*arguments, code=code, cwd=folder)


@posix
def test_a_file_that_may_not_be_written_is_refused(folder_of_nobody: Path) -> None:
    """A file that is read-only stays, though its folder would let it be replaced."""
    (folder_of_nobody / "out.txt").chmod(0o444)
    done = run_as_nobody(folder_of_nobody, "talk.txt", "-o", "out.txt")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr == b"nuggets: out.txt is read-only; choose another file\n"
    assert (folder_of_nobody / "out.txt").read_text() == "old"
    assert names(folder_of_nobody) == ["out.txt", "talk.txt"]
    done = run_as_nobody(folder_of_nobody, "talk.txt", "-o", "new.txt")
    assert done.returncode in (0, 1), done.stderr  # it is not the folder that was in the way


@posix
def test_a_file_that_may_not_be_read_is_refused(folder_of_nobody: Path) -> None:
    """A transcript without permission to read is named, with what to do."""
    (folder_of_nobody / "talk.txt").chmod(0)
    done = run_as_nobody(folder_of_nobody, "talk.txt", "-o", "out.txt")
    assert (done.returncode, done.stdout) == (3, b"")
    assert done.stderr.startswith(b"nuggets: talk.txt: ")
    assert done.stderr.endswith(b"check its permissions\n")
    assert (folder_of_nobody / "out.txt").read_text() == "old"


def test_reading_gives_name_and_hash_of_the_bytes(source: Path) -> None:
    """The name has no folder, and the hash is that of the file."""
    import hashlib

    talk = read(source)
    assert talk.name == "talk.txt"
    assert talk.sha256 == hashlib.sha256(TALK.encode()).hexdigest()
    assert talk.speakers == ("Dana", "Lee")
    assert read(str(source)) == talk


def test_a_message_says_which_file(source: Path) -> None:
    """An error of the text carries the file as the caller wrote it."""
    source.write_bytes(b"")
    with pytest.raises(TranscriptError) as caught:
        read(source)
    assert caught.value.__notes__ == [str(source)]


def test_hours_on_end_are_refused(source: Path) -> None:
    """More talk than can be worked on is refused at once; white space does not count."""
    source.write_text("Dana: " + "Yeah. " * (MAX_SPEECH // 6 + 1))
    with pytest.raises(TranscriptError, match="4 million characters of speech; split it"):
        read(source)
    source.write_text(TALK + "\n" * (MAX_SPEECH + 1))
    assert read(source).speakers == ("Dana", "Lee")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="there is no /dev/zero")
def test_an_endless_file_is_refused() -> None:
    """A file without an end is read up to a bound only."""
    with pytest.raises(TranscriptError, match="more than 100 MB"):
        read("/dev/zero")


def test_every_fault_of_a_file_has_a_reason() -> None:
    """Whatever the system says, there are words for it, and they fit on one line."""
    import errno

    for number in errno.errorcode:
        said = describe_os_error(OSError(number, os.strerror(number)))
        assert said and "\n" not in said
    assert describe_os_error(OSError()) == "OSError".lower()


def test_no_error_of_files_is_outside_the_tree(source: Path) -> None:
    """Missing files and folders are errors of ours, which the door knows."""
    for path in (source.parent / "no.txt", source.parent, source / "below", Path("x" * 300)):
        with pytest.raises(NuggetsError):
            read(path)


def test_noise_can_be_kept(tmp_path: Path) -> None:
    """What stands before a talk is then read as speech."""
    path = tmp_path / "talk.txt"
    path.write_text("Title\n\nShare this\n\nDana: Hi.\n\nLee: Yes.\n\nDana: So.\n", "utf-8")
    assert len(read(path).left_out) == 2
    kept = read(path, keep_noise=True)
    assert (kept.left_out, kept.turns[0].text) == ((), "Title\n\nShare this")
