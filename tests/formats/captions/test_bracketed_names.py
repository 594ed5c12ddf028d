"""Names in brackets are speakers where they recur; sounds and manners of speaking are not."""

from __future__ import annotations

import pytest

from tests.formats.captions.talks import cues, srt
from tests.formats.talks import check_runs, read, spoken

TALK = (
    "[MARGARET] So we begin with the bridge.",
    "It has been closed since May.",
    "[TOM] And nobody told the schools?",
    "[MARGARET] We told them in June.",
    "[LAUGHTER]",
    "[TOM] That was too late for us.",
    "[APPLAUSE] [MARGARET] I know, and I am sorry.",
)
TURNS = [
    ("MARGARET", "So we begin with the bridge. It has been closed since May."),
    ("TOM", "And nobody told the schools?"),
    ("MARGARET", "We told them in June. [LAUGHTER]"),
    ("TOM", "That was too late for us. [APPLAUSE]"),
    ("MARGARET", "I know, and I am sorry."),
]


def test_names_in_brackets_are_speakers() -> None:
    """Sounds stay in the words, and a name within a line begins what another one says."""
    for text in (srt(*TALK), cues(*TALK)):
        talk = read(text)
        check_runs(talk)
        assert spoken(talk) == TURNS


def test_names_in_parentheses_are_speakers() -> None:
    """Beside directions in small letters."""
    lines = [
        line.replace("[MARGARET]", "(Margaret Hale)").replace("[TOM]", "(Tom)") for line in TALK
    ]
    assert read(srt(*lines)).speakers == ("Margaret Hale", "Tom")


@pytest.mark.parametrize("brackets", ["[]", "()"])
@pytest.mark.parametrize("name", ["Margaret Hale", "Ada van den Berg", "Dr. Ana de la Cruz"])
def test_full_names_in_brackets_are_speakers(brackets: str, name: str) -> None:
    """Of several words, the small ones in small letters."""
    shown = f"{brackets[0]}{name}{brackets[1]}"
    lines = [line.replace("[MARGARET]", shown).replace("[TOM]", "[Tom Reyes]") for line in TALK]
    talk = read(srt(*lines))
    assert spoken(talk) == [
        (name if who == "MARGARET" else "Tom Reyes", said) for who, said in TURNS
    ]


@pytest.mark.parametrize("brackets", ["[]", "()"])
@pytest.mark.parametrize("numbered", ["Speaker 3", "SPEAKER_02"])
def test_a_number_beside_names_takes_not_all_the_talk(brackets: str, numbered: str) -> None:
    """Where a tool knows some speakers by name and numbers the others, each has their own words."""
    shown = {"MARGARET": "Margaret Hale", "TOM": numbered, "ANA": "Ana de la Cruz"}
    text = srt(*TALK, "[TOM] So was I.", "[ANA] And I.", "[ANA] Very.", "[TOM] Good.")
    for who, name in shown.items():
        text = text.replace(f"[{who}]", f"{brackets[0]}{name}{brackets[1]}")
    assert spoken(read(text)) == [
        *((shown[who], said) for who, said in TURNS),
        (numbered, "So was I."),
        ("Ana de la Cruz", "And I. Very."),
        (numbered, "Good."),
    ]


def test_a_number_that_comes_once_beside_names_is_a_speaker() -> None:
    """A machine wrote it, so it is no sound."""
    talk = read(srt(*TALK, "[Speaker 3] May I?", "[TOM] You may."))
    assert spoken(talk)[-2:] == [("Speaker 3", "May I?"), ("TOM", "You may.")]


def test_a_name_that_never_recurs_may_be_a_sound() -> None:
    """So the words after it are nobody's, and not those of the speaker before."""
    assert spoken(read(srt(*TALK, "[Operator] Your time is up.", "[TOM] Thanks."))) == [
        *TURNS,
        (None, "[Operator] Your time is up."),
        ("TOM", "Thanks."),
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("[MUSIC]", "[LAUGHTER]"),
        ("[Phone ringing]", "[Door opens]"),
        ("[PHONE RINGING]", "[THUNDER]"),
        ("(IN FRENCH)", "(SOFTLY)"),
        ("(Whispers)", "(Sobs)"),
        ("(applause)", "(sighs)"),
        ("[inaudible]", "[crosstalk]"),
        ("[MARGARET]", "[MUSIC]"),
        ("[Crowd Cheering]", "[Dramatic Music]"),
        ("[Cheers and Applause]", "[Door Opens]"),
    ],
)
def test_directions_before_words_are_no_names(one: str, other: str) -> None:
    """However often they recur, nobody is called so; and one name alone is not enough."""
    lines = [f"{one} Come in now.", f"{other} And you.", "So we went on."] * 4
    talk = read(srt(*lines))
    assert spoken(talk) == [(None, " ".join(lines))]


def test_what_stands_alone_is_no_name() -> None:
    """Sounds that are not known stand without words now and then."""
    lines = ["[Gavel] Order.", "[Organ] Please rise.", "[Gavel]", "[Organ]"] * 3
    assert read(srt(*lines)).speakers == ()
