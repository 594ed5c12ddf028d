"""Labels that are not shaped like names."""

from __future__ import annotations

import pytest

from tests.formats.talks import read, spoken

ODD = ["de Souza", "Speaker #3", "50 Cent", "Ann - Acme", "Ann Lee | Acme", "bell hooks", "@naval"]
ODD += ["ann’s iPhone", '"Tex" Smith', "Ann 🎤"]


def _talk(odd: str, before: str = "", after: str = ":") -> str:
    said = ["I voted for it.", "It killed ten.", "I wrote of it.", "It is false.", "No.", "It was."]
    names = 2 * ["Maria", "Tom", odd]
    lines = zip(names, said, strict=True)
    return "\n\n".join(
        f"{before.format(i)}{name}{after} {words}" for i, (name, words) in enumerate(lines)
    )


@pytest.mark.parametrize("odd", ODD)
def test_a_time_or_bold_type_settles_an_odd_label(odd: str) -> None:
    """Where all labels have times, or are bold, one of an unusual shape is a speaker, too."""
    for text in (_talk(odd, "[00:00:0{}] "), _talk(odd, "**", ":**")):
        assert [name for name, _ in spoken(read(text))] == 2 * ["Maria", "Tom", odd]


def test_an_odd_label_behind_a_time_need_not_recur() -> None:
    """An unusual label after a time need not recur."""
    text = _talk("Ann", "[00:00:0{}] ").replace("Ann", "de Souza", 1)
    assert spoken(read(text))[2][0] == "de Souza"


@pytest.mark.parametrize("odd", ["de Souza", "@naval", "Ann - Acme", '"Tex" Smith'])
def test_an_odd_label_without_a_time_is_nobody(odd: str) -> None:
    """Without a time its turn has an unknown speaker, with a warning."""
    talk = read(_talk(odd))
    assert [name for name, _ in spoken(talk)] == 2 * ["Maria", "Tom", None]
    assert "may name somebody" in talk.warnings[0]


def test_a_sentence_behind_a_time_is_no_label() -> None:
    """A sentence with a colon after a time stays in the turn."""
    text = _talk("Ann", "[00:00:0{}] ") + "\n\n[00:00:09] here's the thing: nobody reads it."
    assert [name for name, _ in spoken(read(text))] == 2 * ["Maria", "Tom", "Ann"]


@pytest.mark.parametrize("before", ["[00:00:0{}] ", "**"])
def test_a_word_without_a_time_or_bold_type_is_no_speaker(before: str) -> None:
    """Where all labels have times, or are bold, `One:` without either is speech."""
    after = ":**" if before == "**" else ":"
    texts = [_talk("Ann", before.replace("0{}", f"{i}{{}}"), after) for i in range(4)]
    texts[1] = texts[1].replace("for it.", "for one.\n\nOne: it is cheap.\n\nTwo: it works.")
    texts[3] = texts[3].replace("It is false.", "No.\n\nOne: it is old.")
    talk = read("\n\n".join(texts))
    assert {name for name, _ in spoken(talk)} == {"Maria", "Tom", "Ann"}
