"""Rolling captions give each word once; what is said twice stays twice."""

from __future__ import annotations

import pytest

from tests.formats.talks import check_runs, read, spoken


def rolling(*lines: str, word_times: bool = False, pause_ms: int = 0) -> str:
    """Write lines as YouTube does, each below the one before and then alone.

    Args:
        lines: What is said, at most a minute of it.
        word_times: Whether each word but the first of a line has its time.
        pause_ms: How long nothing is shown before every third line.
    """
    blocks = ["WEBVTT\nKind: captions\nLanguage: en\n"]
    above = " "
    for i, line in enumerate(lines):
        first, *rest = line.split(" ")
        words = "".join(f"<00:00:{i:02}.{k:03}><c> {w}</c>" for k, w in enumerate(rest, 1))
        below = first + words if word_times else line
        late = pause_ms if i % 3 == 2 else 0
        blocks.append(
            f"00:00:{i:02}.{late:03} --> 00:00:{i:02}.990 align:start\n{above}\n{below}\n"
        )
        blocks.append(f"00:00:{i:02}.990 --> 00:00:{i + 1:02}.000 align:start\n{line}\n \n")
        above = line
    return "\n".join(blocks)


@pytest.mark.parametrize("word_times", [True, False])
def test_genuine_repetition_survives(word_times: bool) -> None:
    """A line that is said three times is there three times, a single word too."""
    text = rolling("so we go", "no", "no", "so we go", "so we go", "no", word_times=word_times)
    talk = read(text)
    check_runs(talk)
    assert talk.format == "youtube-vtt"
    assert spoken(talk) == [(None, "so we go no no so we go so we go no")]
    repeated = [left for left in talk.left_out if left.reason == "repeated by rolling captions"]
    assert len(repeated) == 11


@pytest.mark.parametrize("word_times", [True, False])
@pytest.mark.parametrize("pause_ms", [110, 150, 800])
def test_a_pause_doubles_no_line(word_times: bool, pause_ms: int) -> None:
    """The line before stays above the new one however long nobody speaks; repetition survives."""
    lines = ("so we go", "no", "no", "no", "and so on", "as it was", "no", "no", "it is")
    talk = read(rolling(*lines, word_times=word_times, pause_ms=pause_ms))
    check_runs(talk)
    assert spoken(talk) == [(None, " ".join(lines))]


@pytest.mark.parametrize("pause_ms", [110, 150, 800])
def test_subtitles_that_roll_with_pauses(pause_ms: int) -> None:
    """Converted to SRT, too, where pauses follow most of the lines that are held."""
    lines = [f"this is the line of number {word}" for word in "one two three no no six".split()]
    blocks: list[str] = []
    for i, line in enumerate(lines):
        shown = "\n".join([*lines[max(0, i - 1) : i], line])
        blocks += [f"00:00:0{i},{pause_ms} --> 00:00:0{i},980\n{shown}"]
        blocks += [f"00:00:0{i},980 --> 00:00:0{i},990\n{line}\n "]
    text = "\n\n".join(f"{i}\n{block}" for i, block in enumerate(blocks, 1))
    talk = read(text)
    assert (talk.format, spoken(talk)) == ("youtube-srt", [(None, " ".join(lines))])


def test_a_line_after_a_pause_is_new() -> None:
    """Where a blank row stands above it, or nothing was shown in between."""
    text = rolling("and so on", "we go", "and so", word_times=True)
    text += "\n00:00:09.000 --> 00:00:10.000\n \nand so\n\n00:00:20.000 --> 00:00:21.000\nand so\n"
    assert spoken(read(text)) == [(None, "and so on we go and so and so and so")]


def test_rows_of_nothing_at_all_are_rows() -> None:
    """Some editors strip the white space of YouTube's padding."""
    text = rolling("and so on", "we go", "and so", word_times=True).replace("\n \n", "\n\n")
    assert spoken(read(text)) == [(None, "and so on we go and so")]


def test_captions_of_three_rows() -> None:
    """As of television: two rows move up, one is new."""
    rows = "a one|b two|c three|d four|e five|f six".split("|")
    blocks = [
        f"{i + 1}\n00:00:0{i},000 --> 00:00:0{i + 1},000\n" + "\n".join(rows[max(0, i - 2) : i + 1])
        for i in range(6)
    ]
    assert spoken(read("\n\n".join(blocks))) == [(None, " ".join(rows))]


def test_words_underlined_in_turn_are_said_once() -> None:
    """As Whisper writes them when it highlights words."""
    words = "so we go on".split()
    shown = [" ".join(f"<u>{w}</u>" if w == v else w for w in words) for v in words]
    blocks = [
        f"{i + 1}\n00:00:0{i},000 --> 00:00:0{i + 1},000\n{one}\n" for i, one in enumerate(shown)
    ]
    assert spoken(read("\n".join(blocks))) == [(None, "so we go on")]


@pytest.mark.parametrize("pause_ms", [0, 500])
def test_what_another_voice_says_again_is_no_repetition(pause_ms: int) -> None:
    """Two speakers may say the same, one of them twice: nothing of it is left out."""
    voices = ["Ann", "Ben", "Ann", "Ann", "Ben", "Ann"]
    text = "WEBVTT\n\n" + "\n".join(
        f"00:00:{i:02}.{pause_ms:03} --> 00:00:{i + 1:02}.000\n<v {voice}>we go."
        + "\nwe go.\n" * (voice == "Ben")
        + "\n" * (voice == "Ann")
        for i, voice in enumerate(voices)
    )
    talk = read(text)
    assert talk.format == "vtt"
    assert "repeated by rolling captions" not in [left.reason for left in talk.left_out]
    said = " ".join(text for _, text in spoken(talk))
    assert said.count("we go.") == text.count("we go.")


def test_a_file_that_repeats_itself_does_not_roll() -> None:
    """Whole cues that are the same are what was heard twice."""
    blocks = [f"{i}\n00:00:0{i},000 --> 00:00:0{i + 1},000\nThank you.\n" for i in range(5)]
    talk = read("\n".join(blocks))
    assert talk.format == "srt"
    assert spoken(talk) == [(None, " ".join(["Thank you."] * 5))]


def test_old_colours_of_youtube() -> None:
    """Tags within tags, and an end tag on a row of its own."""
    text = (
        "WEBVTT\nKind: captions\nStyle:\n::cue(c.colorCCCCCC) { color: rgb(2,4,4);\n }\n##\n\n"
        "00:00:00.000 --> 00:00:06.600 align:start position:0%\n\n"
        "here<00:00:04.980><c> we</c><c.colorCCCCCC><00:00:05.400><c> go</c></c>\n\n"
        "00:00:06.600 --> 00:00:06.899 align:start position:0%\n"
        "here we<c.colorCCCCCC> go\n </c>\n\n"
        "00:00:06.899 --> 00:00:09.000 align:start position:0%\n"
        "here we<c.colorCCCCCC> go</c>\nat<00:00:07.109><c> last</c>\n"
    )
    assert spoken(read(text)) == [(None, "here we go at last")]


def test_chevrons_begin_turns_of_nobody_known() -> None:
    """At the beginning of a line and within it, escaped; the times are the words'."""
    talk = read(
        rolling(
            "&gt;&gt; and so", "on &gt;&gt; no", "&gt;&gt;", "[music] &gt;&gt; yes", word_times=True
        )
    )
    check_runs(talk)
    assert spoken(talk) == [(None, t) for t in ("and so on", "no", "[music]", "yes")]
