"""Writers of Word documents: Teams', Meet's, and those that people type."""

from __future__ import annotations

from collections.abc import Sequence

from nuggets.timecode import to_clock
from tests.formats.specimens.docx import document, paragraph, run, table
from tests.formats.specimens.talk import Spoken, cut_into_cues


def write_teams(talk: Sequence[Spoken]) -> bytes:
    """Teams: a whole turn in one paragraph, three blanks before the time, breaks within."""
    opening = (
        *("Seed library-20260615_133555-Meeting Transcript", "15 June 2026, 03:35am", "5m 42s"),
        f"{talk[0].speaker} started transcription",
    )
    blocks = [paragraph(run(line)) for line in opening]
    for spoken in talk:
        head = f"{spoken.speaker}   ", to_clock(spoken.start_ms)
        said = "\n" + spoken.text.replace(". ", ".\n", 1)
        blocks.append(paragraph(run(head[0], bold=True), run(head[1]), run(said)))
    blocks.append(paragraph(run(f"{talk[0].speaker} stopped transcription")))
    return document(*blocks)


def write_older_teams(talk: Sequence[Spoken]) -> bytes:
    """Teams until 2022: a range of unpadded times, the name and the words, cue by cue."""
    blocks = []
    for cue in cut_into_cues(talk, most_words=20):
        times = f"{_unpadded(cue.start_ms)} --> {_unpadded(cue.end_ms)}"
        blocks.append(paragraph(run(f"{times}\n{cue.speaker}\n{cue.text}")))
    return document(*blocks)


def _unpadded(time_ms: int) -> str:
    seconds, fraction = divmod(time_ms, 1000)
    minutes, seconds = divmod(seconds, 60)
    return f"{minutes // 60}:{minutes % 60}:{seconds}.{f'{fraction:03}'.rstrip('0') or '0'}"


def _meet_lines(talk: Sequence[Spoken]) -> list[str]:
    """Gemini's notes, then the transcript with a time for each minute."""
    lines = [
        *("📝 Notes", "Jun 15, 2026", "Seed library", "Invited Mara Tomás Priya", "Summary"),
        "The group discussed the seed library and agreed on moving the rare seeds to a freezer.",
        *("Details", "Cost of the building: Priya said that it was too much (00:01:07)."),
        *("Suggested next steps", "📖 Transcript", "Jun 15, 2026", "Seed library - Transcript"),
    ]
    last = -1
    for spoken in talk:
        minute = spoken.start_ms // 60_000
        if minute != last:
            lines += [f"{minute // 60:02}:{minute % 60:02}:00", ""]
            last = minute
        lines.append(f"{spoken.speaker}: {spoken.text}")
    clock = to_clock(talk[-1].end_ms).rjust(8, "0")
    clock = clock if clock.count(":") == 2 else f"00:{to_clock(talk[-1].end_ms).rjust(5, '0')}"
    lines += ["", f"Transcription ended after {clock}", ""]
    lines.append(
        "This editable transcript was computer generated and might contain errors. People can also "
        "change the text after it was created."
    )
    return lines


def write_meet(talk: Sequence[Spoken]) -> bytes:
    """Meet: both tabs of the document below one another, Gemini's notes first."""
    return document(
        *(
            paragraph(run(f"{name}:", bold=True), run(text))
            if ":" in line and line[:1].isalpha()
            else paragraph(run(line))
            for line in _meet_lines(talk)
            for name, _, text in [line.partition(":")]
        )
    )


def write_meet_text(talk: Sequence[Spoken]) -> bytes:
    """The same, downloaded as plain text: with a mark and CRLF."""
    return ("\r\n".join(_meet_lines(talk)) + "\r\n").encode("utf-8-sig")


def write_word(talk: Sequence[Spoken]) -> bytes:
    """Typed in Word: changes tracked, a soft hyphen, a link, a label cut into runs."""
    blocks = []
    for i, spoken in enumerate(talk):
        first, _, rest = spoken.text.partition(" ")
        half = len(spoken.speaker) // 2
        label = run(spoken.speaker[:half], bold=True), run(spoken.speaker[half:] + ": ", bold=True)
        kinds = (
            f'<w:hyperlink r:id="rId9">{run(first)}</w:hyperlink>',
            f'<w:smartTag w:element="place">{run(first)}</w:smartTag>',
            f'<w:ins w:id="1" w:author="A">{run(first)}</w:ins>',
        )
        gone = '<w:del w:id="2" w:author="A"><w:r><w:delText>not</w:delText></w:r></w:del>'
        said = f"<w:r><w:softHyphen/></w:r>{run(f' {rest}')}" if rest else ""
        blocks.append(paragraph(*label, kinds[i % 3], gone, said))
    return document(*blocks)


def write_rows(talk: Sequence[Spoken]) -> bytes:
    """A table of time, speaker and words."""
    rows = [(_with_hours(spoken.start_ms), spoken.speaker, spoken.text) for spoken in talk]
    return document(paragraph(run("Interview")), table([("Time", "Speaker", "Text"), *rows]))


def _with_hours(time_ms: int) -> str:
    seconds = time_ms // 1000
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
