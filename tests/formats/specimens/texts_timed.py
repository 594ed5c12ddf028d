"""Writers of plain text with times, each with the quirks of its kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from tests.formats.specimens.specimen import Specimen
from tests.formats.specimens.talk import Spoken, cut_into_cues


class Timed(Protocol):
    """What is written of a turn; as in `Spoken` and `Said`."""

    @property
    def speaker(self) -> str:
        """Who speaks."""

    @property
    def text(self) -> str:
        """What is said; a blank line between paragraphs."""

    @property
    def start_ms(self) -> int:
        """When."""


def clock(time_ms: int) -> str:
    """Write a time as HH:MM:SS."""
    seconds = time_ms // 1000
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def short_clock(time_ms: int) -> str:
    """Write a time as M:SS below an hour, as H:MM:SS from there on."""
    hours, seconds = divmod(time_ms // 1000, 3600)
    minutes, seconds = divmod(seconds, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def write_times_before(talk: Sequence[Timed]) -> str:
    """`[HH:MM:SS] NAME: text`."""
    return "\n\n".join(f"[{clock(one.start_ms)}] {one.speaker}: {one.text}" for one in talk) + "\n"


def write_bare_times_before(talk: Sequence[Timed]) -> str:
    """`HH:MM:SS NAME: text`."""
    return "\n\n".join(f"{clock(one.start_ms)} {one.speaker}: {one.text}" for one in talk)


def write_times_above(talk: Sequence[Timed]) -> str:
    """`NAME`, `HH:MM:SS` and the text, each on a line of its own."""
    return "\n\n".join(f"{one.speaker}\n{clock(one.start_ms)}\n{one.text}" for one in talk) + "\n"


def write_times_alone(talk: Sequence[Spoken]) -> str:
    """`HH:MM:SS text`: sentences run over times and blank lines, and nobody is named."""
    cues = cut_into_cues(talk, most_words=20)
    return "\n\n".join(f"{clock(cue.start_ms)} {cue.text}" for cue in cues) + "\n"


def write_rev(talk: Sequence[Timed]) -> str:
    """`NAME (HH:MM:SS):` with the text below, after the line that Rev puts first."""
    head = "This transcript was exported on Jun 15, 2026 - view latest version here.\n\n"
    return head + write_times_after(talk)


def write_times_after(talk: Sequence[Timed]) -> str:
    """`NAME (HH:MM:SS):` with the text below."""
    return "\n\n".join(f"{one.speaker} ({clock(one.start_ms)}):\n{one.text}" for one in talk) + "\n"


def write_rev_inline(talk: Sequence[Timed]) -> str:
    """`NAME (HH:MM:SS): text`."""
    return "\n\n".join(f"{one.speaker} ({clock(one.start_ms)}): {one.text}" for one in talk)


def write_times_after_without_colon(talk: Sequence[Timed]) -> str:
    """`NAME (HH:MM:SS) text`."""
    return "\n\n".join(f"{one.speaker} ({clock(one.start_ms)}) {one.text}" for one in talk)


def write_podcast_site(talk: Sequence[Spoken]) -> str:
    """`NAME (HH:MM:SS) text`, and within a turn `(HH:MM:SS) text`, wherever a sentence is."""
    parts = (
        f"{f'{cue.speaker} ' if cue.opens else ''}({clock(cue.start_ms)}) {cue.text}"
        for cue in cut_into_cues(talk, most_words=30)
    )
    return "\n".join(parts) + "\n"


def write_otter(talk: Sequence[Timed]) -> str:
    """Otter: two blanks before the time and behind it, the text below, its own line last."""
    turns = (f"{one.speaker}  {short_clock(one.start_ms)}  \n{one.text}\n\n" for one in talk)
    return "".join(turns) + "Transcribed by https://otter.ai\n"


def write_otter_cut(talk: Sequence[Spoken]) -> str:
    """Otter, which cuts a turn in two wherever a sentence is, after its keywords and names."""
    names = ", ".join(dict.fromkeys(one.speaker for one in talk))
    cues = cut_into_cues(talk, most_words=30)
    turns = (f"{cue.speaker}  {short_clock(cue.start_ms)}  \n{cue.text}\n\n" for cue in cues)
    head = f"Town hall\n\nSUMMARY KEYWORDS\nseeds, cellar, freezer\n\nSPEAKERS\n{names}\n\n"
    return head + "".join(turns) + "Transcribed by https://otter.ai"


def write_otter_glued(talk: Sequence[Timed]) -> str:
    """The same as some converter copied it, with `0:00 ` before every line."""
    lines = (line.rstrip() for line in write_otter(talk).splitlines())
    return "\n\n".join(f"0:00 {line}" for line in lines if line) + "\n"


def write_descript(talk: Sequence[Spoken]) -> str:
    """`**NAME:** [HH:MM:SS] text`, and a time in the midst of the words every half minute."""
    return "\n\n".join(_with_times(talk, bold="**")) + "\n"


def write_plain_descript(talk: Sequence[Spoken]) -> str:
    """The same without bold type."""
    return "\n\n".join(_with_times(talk, bold="")) + "\n"


def _with_times(talk: Sequence[Spoken], *, bold: str) -> Iterator[str]:
    for one in talk:
        parts = [f"{bold}{one.speaker}:{bold} [{clock(one.start_ms)}]"]
        next_ms = (one.start_ms // 30_000 + 1) * 30_000
        for word in one.words:
            if word.start_ms >= next_ms and word is not one.words[0]:
                parts.append(f"[{clock(next_ms)}]")
                next_ms = (word.start_ms // 30_000 + 1) * 30_000
            parts.append(word.text)
        yield " ".join(parts)


def write_zoom(talk: Sequence[Spoken]) -> str:
    """Zoom's captions by the line: `HH:MM:SS`, a tab, the name, a tab, the words."""
    cues = cut_into_cues(talk)
    return "".join(f"{clock(cue.start_ms)}\t{cue.speaker}\t{cue.text}\n" for cue in cues)


def write_zoom_saved(talk: Sequence[Spoken]) -> str:
    """Zoom's captions as they are saved in a meeting: `[NAME] HH:MM:SS`, the words below."""
    cues = cut_into_cues(talk)
    return "".join(f"[{cue.speaker}] {clock(cue.start_ms)}\r\n{cue.text}\r\n\r\n" for cue in cues)


def _timed(
    file: str,
    format: str,
    write: Callable[[Sequence[Spoken]], str],
    *,
    is_cue: bool = False,
    speakers: bool = True,
) -> Specimen:
    return Specimen(
        file,
        format,
        lambda talk: write(talk).encode(),
        speakers=speakers,
        turns=speakers,
        time_source="cue" if is_cue else "turn",
        precision_ms=1000,
    )


TIMED_TEXTS: tuple[Specimen, ...] = (
    _timed("times-before.txt", "plain", write_times_before),
    _timed("times-before-bare.txt", "plain", write_bare_times_before),
    _timed("times-above.txt", "plain", write_times_above),
    _timed("times-alone.txt", "plain", write_times_alone, speakers=False),
    _timed("rev.txt", "rev", write_rev),
    _timed("rev-inline.txt", "rev", write_rev_inline),
    _timed("podcast-site.txt", "rev", write_podcast_site),
    _timed("otter.txt", "otter", write_otter),
    _timed("otter-cut.txt", "otter", write_otter_cut),
    _timed("otter-glued.txt", "otter", write_otter_glued),
    _timed("descript.md", "descript", write_descript),
    _timed("descript.txt", "descript", write_plain_descript),
    _timed("zoom.txt", "zoom-txt", write_zoom, is_cue=True),
    _timed("zoom-saved.txt", "zoom-txt", write_zoom_saved, is_cue=True),
)
