"""PDF: pages and lines are cited, what is no text is left out, bad files are refused."""

from __future__ import annotations

import signal
import tempfile

import pytest

import nuggets
from nuggets.errors import EmptyTranscriptError, MalformedTranscriptError, TranscriptError
from nuggets.formats.containers import pdf as module
from nuggets.formats.containers import pdf_child
from nuggets.formats.containers.pdf import extract_pdf, is_pdf
from nuggets.values import Transcript
from tests.for_each import for_each
from tests.formats.documents.reading import dialogue, read
from tests.formats.specimens.pdf import Text, numbered, pdf, write_deposition
from tests.formats.specimens.talk import TALK

DEPOSITION = (
    *("     Q.   Where were you on the night of the flood?", "     A.   I was at the lock, in the"),
    *(
        "room above the winch.",
        "     Q.   Who else was there?",
        "     A.   Nobody. The gate was ex-",
    ),
    *(
        "pected to hold, and nobody expected",
        "the sea to come over the bank.",
        "     Q.   Why not?",
    ),
    *("     A.   Because it never had.", "     Q.   Who greased the hinge?", "     A.   Nobody."),
)


def sentences(talk: Transcript) -> dict[str, tuple[int | None, int, int | None, int | None]]:
    """The place of each sentence: page and line where it begins and where it ends."""
    return {
        one.text: (one.page, one.line, one.end_page, one.end_line)
        for one in nuggets.Index(talk).sentences
    }


def test_a_deposition_is_cited_by_page_and_line() -> None:
    """The printed numbers count; a sentence may go over to the next page."""
    pages = [
        [Text(540, 40, str(11 + i)), *numbered(lines, 60, 60, size=10, spacing=26)]
        for i, lines in enumerate((DEPOSITION[:6], DEPOSITION[6:]))
    ]
    talk = read(pdf(pages))
    assert talk.speakers == ("Q", "A")
    found = sentences(talk)
    assert found["Where were you on the night of the flood?"] == (11, 1, 11, 1)
    assert found["I was at the lock, in the room above the winch."] == (11, 2, 11, 3)
    said = "The gate was expected to hold, and nobody expected the sea to come over the bank."
    assert found[said] == (11, 5, 12, 1)
    for one in nuggets.Index(talk).sentences:
        assert one.start < one.end <= len(talk.source)


def test_all_words_of_the_source_are_counted() -> None:
    """Heads, feet and numbers stay in the source, and are left out with a reason."""
    talk = read(write_deposition(TALK))
    covered = [False] * len(talk.source)
    for turn in talk.turns:
        for run in turn.runs:
            covered[run.start : run.end] = [True] * (run.end - run.start)
    for left in talk.left_out:
        covered[left.start : left.end] = [True] * (left.end - left.start)
    rest = "".join(char for char, is_in in zip(talk.source, covered, strict=True) if not is_in)
    assert set(rest.split()) <= {f"{spoken.speaker}:".split()[i] for spoken in TALK for i in (0, 1)}


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_turned_pages_and_watermarks(rotation: int) -> None:
    """A page that a viewer turns is read as it is shown; text across a page is left out."""
    lines = [Text(60, 100 + 14 * i, f"{'AB'[i % 2]}nn: line {i} is here.") for i in range(8)]
    plain = read(pdf([[*lines, Text(100, 600, "DRAFT", 90, turned=True)]]))
    assert "DRAFT" not in plain.source
    assert dialogue(plain)[0] == ("Ann", "line 0 is here.")
    turned = extract_pdf(pdf([lines], rotation=rotation))
    assert sorted("".join(turned.text.split())) == sorted("".join(plain.source.split()))


def test_a_scan_is_refused() -> None:
    """It is named; of a PDF that has some text, pages without it are counted."""
    with pytest.raises(EmptyTranscriptError, match="scanned PDF: 3 pages"):
        read(pdf([[], [], []]))
    talk = read(
        pdf([[Text(60, 100 + 14 * i, f"{'AB'[i % 2]}nn: so it is {i}.") for i in range(9)], []])
    )
    assert talk.warnings == ("of the PDF's 2 pages 1 have no text; they may be scanned",)


@pytest.mark.parametrize(
    "data",
    [
        *(b"%PDF-1.4\n", b"%PDF-1.7\n" + bytes(1000), write_deposition(TALK)[:700]),
        *(b"%PDF-1.4\n" + b"[" * 100_000, write_deposition(TALK).replace(b"/Pages", b"/Pagos")),
    ],
)
def test_a_damaged_pdf_is_refused(data: bytes) -> None:
    """In one line."""
    with pytest.raises(TranscriptError, match="PDF") as caught:
        read(data)
    assert "\n" not in str(caught.value)


def test_an_encrypted_pdf_is_refused() -> None:
    """What to do is said."""
    secret = (
        "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <"
        + "ab" * 32
        + "> /U <"
        + "cd" * 32
        + "> >> /ID [<00> <00>]"
    )
    with pytest.raises(TranscriptError, match="encrypted"):
        read(pdf([[Text(60, 100, "Anna: so.")]], objects=[secret]))


def test_time_is_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that takes too long is stopped."""
    monkeypatch.setattr(module, "_MAX_SECONDS", 0.001)
    with pytest.raises(TranscriptError, match="too much time"):
        extract_pdf(write_deposition(TALK))


ENDS = {
    "raise MemoryError": "failed (exit code 1)",
    "signal SIGXCPU": "too much time",
    "signal SIGKILL": "was killed",
    "signal SIGSEGV": "broke down (SIGSEGV)",
    "signal SIGABRT": "broke down (SIGABRT)",
    "raise SystemExit(3)": "failed (exit code 3)",
}


@pytest.mark.skipif(not hasattr(signal, "SIGXCPU"), reason="Windows has no such signals")
@for_each(ENDS)
def test_each_end_of_the_process_is_told(end: str) -> None:
    """In one line: which one it was, and what to do."""
    kind, _, name = end.partition(" ")
    program = end if kind == "raise" else f"import os, signal; os.kill(os.getpid(), signal.{name})"
    with tempfile.NamedTemporaryFile("w", suffix=".py") as child:
        child.write(program)
        child.flush()
        with pytest.MonkeyPatch.context() as patch, pytest.raises(TranscriptError) as caught:
            patch.setattr(module, "_CHILD", child.name)
            extract_pdf(write_deposition(TALK))
    assert ENDS[end] in str(caught.value)
    assert "; " in str(caught.value) and "\n" not in str(caught.value)


@for_each(("MAX_PAGES", "MAX_WORDS", "MAX_CHARS"))
def test_pages_words_and_characters_are_capped(limit: str) -> None:
    """Over all pages together."""
    data = pdf([[Text(60, 100 + 14 * i, "Anna: so.") for i in range(4)]] * 3)
    assert len(pdf_child.extract_words(data)["pages"]) == 3
    for most, expected in ((2, {"fault": "long"}), (1000, None)):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(pdf_child, limit, most)
            found = pdf_child.extract_words(data)
        assert expected is None or found == expected


def test_without_the_library_the_command_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """PDF is an extra."""
    monkeypatch.setattr(module, "_LIBRARY", "no_such_library")
    with pytest.raises(TranscriptError, match=r"pip install 'nuggets\[pdf\]'"):
        extract_pdf(write_deposition(TALK))


def test_messages_name_page_and_line() -> None:
    """A fault is told by the page and its line, and warnings of --encoding are given."""
    lines = ["Anna: we go.", "Ben: we stay."] * 6 + ["[0:61:00] Anna: oh."] * 3
    pages = [[Text(60, 100 + 14 * i, line) for i, line in enumerate(lines)]]
    try:
        read(pdf(pages))
    except MalformedTranscriptError as error:
        assert "on page 1, " in str(error)


def test_what_begins_like_a_pdf() -> None:
    """Text about PDFs is none."""
    assert is_pdf(write_deposition(TALK))
    assert is_pdf(b"\0junk\n" + write_deposition(TALK))
    assert not is_pdf(b"They said: %PDF- is how it begins.")
