"""Front matter of Markdown files."""

from __future__ import annotations

import pytest

from tests.formats.documents.markdown_talk import LABELLED, SAID
from tests.formats.documents.reading import check_all_counted, dialogue, read

KEYS = """title: "Tidal power: the talk"
date: 2026-06-15
guests:
  - Samuel Okafor
tags: [tides, power]
description: >
  A long talk about the sea.
"""


PROSE = "\n\n".join(said for _, said in SAID) + "\n"


@pytest.mark.parametrize("talk", [PROSE, LABELLED])
@pytest.mark.parametrize(
    "front",
    [
        f"---\n{KEYS}---\n\n",
        f"---\n{KEYS}...\n",
        f"---\n{KEYS}\n",
        f"{KEYS}---\n\n",
        f"--\n{KEYS}---\n\n",
        f"-x-\n{KEYS}---\n\n",
        f"---\n{KEYS}--\n\n",
        f"---\n{KEYS.replace('date: ', 'date ')}---\n\n",
        f"---\n{KEYS.replace('title', 'ttle')}---\n\n",
    ],
)
def test_front_matter_is_never_speech(front: str, talk: str) -> None:
    """Front matter is left out above prose, too, and with a damaged fence or key."""
    read_talk = read(f"{front}{talk}")
    assert " ".join(said for _, said in dialogue(read_talk)) == " ".join(said for _, said in SAID)
    check_all_counted(read_talk, ["Tidal power", "tags", "A long talk"])


@pytest.mark.parametrize("labels", ["Nora: {}\nSamuel: {}", "Nora: {}\nSamuel: {}\nNora: {}"])
def test_labels_between_rules_are_no_front_matter(labels: str) -> None:
    """Labels between rules are not front matter, as they recur or are names."""
    part = labels.format(*(said for _, said in SAID))
    talk = read(f"---\n{part}\n---\n{part}\n---\n{part}\n")
    assert talk.turns[0].text == SAID[0][1]
    assert len(talk.turns) == 3 * part.count(": ")
