"""The table of label styles: ways of naming the speaker that one line alone cannot show.

`NAME: text` is read by `labels`; here are the ways without a colon behind the name, or in letters
or marks that a name seldom has. Which of them a file has is decided by `style_choice`.
"""

from __future__ import annotations

import re

from nuggets.formats.stage_directions import is_stage_direction
from nuggets.formats.text.speakers.label_search import LabelStyle
from nuggets.formats.text.speakers.names import NOT_NAMES, bare_name, fold_label, to_name

_ABBREVIATED = frozenset("mr mrs ms dr prof hon rev st sen rep".split())  # end no label


def _to_nickname(text: str) -> str | None:
    """Read a word as the nickname of a chat, in whatever letters."""
    name = text.lstrip("@+%&~ ").strip()
    is_word = name.casefold() not in NOT_NAMES and not is_stage_direction(f"({name})")
    return name if is_word and any(map(str.isalpha, name)) else None


def _to_bracketed(text: str) -> str | None:
    """Read words between brackets as a name, unless they may be a sound."""
    name = to_name(text) or (_to_nickname(text) if " " not in text else None)
    return name if name and not is_stage_direction(f"({bare_name(name)})") else None


def _to_lower(text: str) -> str | None:
    """Read a name in small letters."""
    return text if text.islower() and text not in NOT_NAMES and to_name(text.title()) else None


def _to_official(text: str) -> str | None:
    """Read a name with an office or a group behind it; the name itself is one of few words."""
    name = fold_label(text)
    core = bare_name(name)
    return name if core.casefold() not in _ABBREVIATED and to_name(core) else None


def _to_separated(text: str) -> str | None:
    """Read a name before a dash, a bar or a tab, unless it may be a sound."""
    name = to_name(text)
    return name if name and not is_stage_direction(f"({bare_name(name)})") else None


_NAME = r"(?P<name>[^\W_][^\t:|<>\[\]–—]{0,59}?)"
_NOTE = r"(?: ?\([^()]{1,80}\)){0,3}"
_CAPITALS = r"(?:(?:MR|MS|MRS|DR|Mr|Ms|Mrs|Dr)\. ?)?[A-Z][A-ZÀ-Þ'’-]+(?: [A-Z][A-ZÀ-Þ'’.-]*){0,4}"
_MEMBER = (
    r"(?:(?:Mr|Mrs|Ms|Dr)\.|Miss|Madam|Senator|Chairman|Chairwoman|Chair|Secretary|Representative)"
    r"(?: (?:[A-Z]['’]|Ma?c|De|La|Van )?[A-Z][\w'’-]{1,20}){1,3}(?: of(?: [A-Z][a-z]{1,20}){1,3})?"
)
_OFFICE = (
    r"(?:The|THE) (?:(?:ACTING|Acting|VICE|Vice|PRESIDING|Presiding) )?(?:[A-Z]{4,20}"
    r"|Chair(?:man|woman|person)?|Clerk|President|Speaker|Secretary|Witness|Court|Officer)"
    r"(?: pro tempore)?"
)
_RECORD = re.compile(
    r"(?:\[Congressional Record|From the Congressional Record|CONGRESSIONAL RECORD\b)"
)

LOWER = LabelStyle(
    "name: text",
    re.compile(r"(?P<name>[^\W\d_][\w.'’-]{0,30}(?: [^\W\d_][\w.'’-]{0,30})?) ?:(?:\s+|$)"),
    (":",),
    0.4,
    _to_lower,
)
STYLES: tuple[LabelStyle, ...] = (
    LabelStyle(
        "Q    text",
        re.compile(
            r"(?P<name>[QA])(?:\.(?:\s+|$)|[ \xa0]{2,}| ?\t\s*|(?<=Q) (?=[A-Z(\[\"“]))"
        ),  # web pages fold the blanks; `A ` is a word
        (),
        0.02,
        str,
        is_strong=True,
        starts="QA",
    ),
    LabelStyle(
        "Mr. NAME. text",
        re.compile(rf"(?P<name>(?:{_MEMBER}|{_OFFICE}){_NOTE})\.(?:\s+|\Z)"),
        (".",),
        0.02,
        fold_label,
        is_strong=True,
        starts="MDSCRT",
        announced=_RECORD,
    ),
    LabelStyle(
        "CHAIR NAME.  text",
        re.compile(rf"(?P<name>{_CAPITALS}{_NOTE})\.[0-9]{{0,2}}(?:[ \xa0]{{2,}}|\t)"),
        ("  ", "\xa0", "\t"),
        0.02,
        _to_official,
        is_strong=True,
    ),
    LabelStyle(
        "M. Nom, office. text",
        re.compile(
            r"(?P<name>(?:MM?\.|Mme|Mlle)(?: (?:le|la) [\w'’-]{3,20}| [A-ZÀ-Þ][\w.'’-]{0,30}){1,4}"
            rf"(?:, [^.:]{{3,90}})?{_NOTE})\.(?: [–—])?\s+(?=\S)"
        ),
        (".",),
        0.02,
        fold_label,
        is_strong=True,
        starts="M",
    ),
    LabelStyle(
        "NAME. text",
        re.compile(rf"(?P<name>{_CAPITALS}{_NOTE}(?:, [^.:()]{{3,60}})?)\.[0-9]{{0,2}} (?=\S)"),
        (". ",),
        0.3,
        _to_official,
    ),
    LabelStyle(
        "Name (Group). – text",
        re.compile(
            rf"(?P<name>[^\W\d_][^–—:.()]{{1,60}}(?:\. [^–—:.()]{{1,60}})?{_NOTE}"
            r"(?:, [^–—:.]{1,80})?)\.\s?[–—]\s+(?=\S)"
        ),
        ("–", "—"),
        0.02,
        _to_official,
        is_strong=True,
    ),
    LabelStyle(
        "Name.- text",
        re.compile(
            rf"(?P<name>[^\W\d_][^–—:.()]{{1,60}}{_NOTE})\.(?:-{{1,2}}|[–—]{{1,2}}) ?(?=\S)"
        ),
        (".-", ".–", ".—"),
        0.1,
        _to_official,
        is_strong=True,
    ),
    LabelStyle(
        "Mr NAME (Place—Office) (3.18 pm)—text",
        re.compile(
            r"(?P<name>(?:Mr|Mrs|Ms|Miss|Dr|Senator|The|Sir|Dame|Hon\.?)"
            r"(?: [A-Z][\w'’-]{1,30}){0,3} (?:the )?[A-Z][A-ZÀ-Þ'’ -]{2,40}"
            r"(?: \((?![0-9])[^()]{1,100}\)){0,2})"
            r"(?: ?\((?P<of_day>[0-9]{1,2}[.:][0-9]{2}(?: ?[ap]\.?m\.?)?)\))?[ :]?[—–](?=\S)"
        ),
        ("—", "–"),
        0.02,
        fold_label,
        is_strong=True,
        starts="MDSTH",
    ),
    LabelStyle(
        "[[Name]]: text",
        re.compile(r"\[\[(?P<name>[^\[\]|]{1,60})(?:\|[^\[\]]{1,60})?\]\]\s{0,3}[:：]\s*"),
        ("]]",),
        0.02,
        _to_bracketed,
        is_strong=True,
        starts="[",
    ),
    LabelStyle(
        "[Name]: text",
        re.compile(r"\[(?P<name>[^\[\]:]{1,60})\]\s{0,3}[:：]\s*"),
        ("]:", "] :", "]："),
        0.4,
        _to_bracketed,
        is_strong=True,
        starts="[",
    ),
    LabelStyle(
        "__name:__ text",
        re.compile(
            r"(?P<mark>__|\*\*)(?P<name>[^\s_*:][^_*:]{0,40}?)(?::(?P=mark)|(?P=mark):)(?:\s+|\Z)"
        ),
        (":",),
        0.2,
        lambda text: to_name(text) or (_to_nickname(text) if " " not in text else None),
        is_strong=True,
        starts="_*",
    ),
    LOWER,
    LabelStyle(
        "[name] text",
        re.compile(r"\[(?P<name>[^\[\]:]{1,60})\]\s+(?=\S)"),
        ("]",),
        0.5,
        _to_bracketed,
        starts="[",
    ),
    LabelStyle(
        "<name> text",
        re.compile(r"<[ @+%&~]?(?P<name>[^<>:\s](?:[^<>:]{0,58}[^<>:\s])?)>\s+(?=\S)"),
        (">",),
        0.1,
        lambda text: to_name(text) or (_to_nickname(text) if " " not in text else None),
        is_strong=True,
        starts="<",
    ),
    LabelStyle(
        "Name <name@example.org>: text",
        re.compile(rf"{_NAME}\s?<[^<>\s@]{{1,60}}@[^<>\s@]{{1,60}}>\s?:\s+"),
        ("@",),
        0.3,
        _to_separated,
        is_strong=True,
    ),
    LabelStyle(
        "Name | text", re.compile(rf"{_NAME}\s{{0,3}}\|\s{{0,3}}(?=\S)"), ("|",), 0.7, _to_separated
    ),
    LabelStyle(
        "Name<tab>text",
        re.compile(rf"{_NAME}[ \xa0]?\t\s{{0,3}}(?=\S)"),
        ("\t",),
        0.7,
        _to_separated,
    ),
    LabelStyle(
        "Name - text",
        re.compile(rf"{_NAME}[ \xa0][-–—][ \xa0](?=\S)"),
        (" - ", " – ", " — "),
        0.7,
        _to_separated,
    ),
    LabelStyle("Name—text", re.compile(rf"{_NAME}[–—](?=\S)"), ("—", "–"), 0.7, _to_separated),
)
"""Names without a time, before the words of a line; the most particular first."""
