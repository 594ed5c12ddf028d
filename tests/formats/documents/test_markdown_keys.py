"""Keys and decisions of minutes in Markdown, which name nobody; labels of other kinds."""

from __future__ import annotations

import pytest

from tests.formats.documents.reading import check_all_counted, dialogue, read
from tests.formats.talks import check_runs

SAID = [
    *(("Ilka", "We keep the gate."), ("Pavo", "It leaks."), ("Ilka", "Then we mend it.")),
    *(("Pavo", "That helps."), ("Ilka", "Good."), ("Pavo", "Yes.")),
]


def minutes(head: str = "", within: str = "", below: str = "", form: str = "**{}**: {}") -> str:
    """Minutes of a meeting with something above, within or below the talk."""
    lines = [form.format(*pair) for pair in SAID]
    return f"# Gates\n\n{head}\n\n" + "\n\n".join([*lines[:3], within, *lines[3:], below])


@pytest.mark.parametrize(
    ("head", "within", "below"),
    [
        (
            "* **Recording**: <https://video.example/x1>\n* **Issue**: [53](https://git.example/53)",
            "",
            "",
        ),
        ("* **Speaker: Mara Kestle**\n* **Place: Port Ansel**", "", ""),
        ("*Guests:* Beate Holm\n\n*Chairs:* Mara Kestle", "", ""),
        ("", "**ACTION 61.1**: Pavo to write to the council.", ""),
        ("", "**Decision:** The gate is kept.", ""),
        ("", "> **pavo** PROPOSED RESOLUTION: the gate is kept", ""),
        ("", "", "### Attendees\n\n* Ilka Voss\n* Pavo Trell\n* Mara Kestle and many more"),
        ("", "", "## Chat\n\n- 08:58:20 From Mara to Everyone: what happens to the barge?"),
    ],
)
def test_they_are_said_by_nobody(head: str, within: str, below: str) -> None:
    """They are left out and counted, and the talk is read on both sides of them."""
    talk = read(minutes(head, within, below))
    check_runs(talk)
    assert talk.format == "markdown"
    assert dialogue(talk) == SAID
    words = (
        "Recording",
        "Speaker",
        "Chairs",
        "ACTION",
        "Decision",
        "PROPOSED",
        "Mara Kestle",
        "barge",
    )
    check_all_counted(talk, [word for word in words if word in f"{head}{within}{below}"])


@pytest.mark.parametrize(
    "form",
    ["- [{}] {}", "  - [{}] {}", "__{}:__ {}", "- **{}**: {}", "[[{}]]: {}", "**[0:07] {}:** {}"],
)
def test_labels_of_other_kinds(form: str) -> None:
    """Names in brackets, in a list, as links of a wiki, with a time in the bold type."""
    talk = read(minutes(form=form))
    check_runs(talk)
    assert dialogue(talk) == SAID


def test_small_letters_in_brackets() -> None:
    """Nicknames are names where they recur."""
    lines = "".join(f"- [{name.lower()}] {text}\n" for name, text in SAID)
    assert dialogue(read(f"# Notes\n\n{lines}")) == [(name.lower(), text) for name, text in SAID]


def test_tasks_and_links_in_lists_are_no_names() -> None:
    """Boxes to tick, and links."""
    text = minutes(below="- [x] done\n- [ ] open\n- [x] mended\n- [x] told")
    assert {who for who, _ in dialogue(read(text))} == {"Ilka", "Pavo"}


def test_pictures_between_the_words() -> None:
    """Slides of a talk: their descriptions, with times, are left out."""
    said = "\n\n".join(
        f"![00:0{i}:00 Slide {i}](Gates/{i}.jpg)\n\nThis is what we said of it, all of us, in {i}."
        for i in range(4)
    )
    talk = read(f"# Gates and walls\n\n{said}\n")
    check_runs(talk)
    assert talk.format == "markdown"
    assert "Slide" not in talk.turns[0].text
