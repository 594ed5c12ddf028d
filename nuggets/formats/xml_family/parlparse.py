"""ParlParse, the debates of the British parliaments by mySociety (TheyWorkForYou, Public Whip).

<publicwhip><speech id="..." speakername="Pavo Trell" time="12:32:00"><p>I am ...</p></speech>
"""

from __future__ import annotations

import re

from nuggets.errors import OptionError
from nuggets.formats.format import Format, Parsed
from nuggets.formats.gc_pause import gc_paused
from nuggets.formats.xml_family.record import Part, parse_record
from nuggets.formats.xml_family.xml_tokens import XmlToken, find_root
from nuggets.timecode import parse_clock

NAME = "parlparse"

_ROOT = "publicwhip"
_HEADING = re.compile(r"[a-z]+-heading|heading")
_LEFT_OUT = frozenset("division divisioncount mplist msplist lordlist gidredirect".split())
_SPEECHES = frozenset(("speech", "ques", "reply"))


def looks_like_parlparse(source: str) -> bool:
    """Whether a text is of ParlParse: by the name of its root."""
    root = find_root(source)
    return root is not None and root.name == _ROOT


@gc_paused()
def parse_parlparse(source: str) -> Parsed:
    """Parse each speech as a turn; what is said by nobody named is left out."""
    return parse_record(source, _ROOT, _read_element)


def _read_element(token: XmlToken) -> Part | None:
    if token.name in _SPEECHES:
        attributes = token.attributes
        speaker = attributes.get("speakername") or attributes.get("person_name") or None
        if speaker is None or attributes.get("nospeaker") == "true":
            return Part("left-out")
        try:
            start_ms = parse_clock(attributes["time"]) if "time" in attributes else None
        except OptionError:
            start_ms = None
        return Part("speech", " ".join(speaker.split()), start_ms)
    if _HEADING.fullmatch(token.name):
        return Part("heading")
    if token.name in _LEFT_OUT:
        return Part("left-out")
    return Part("paragraph") if token.name in ("p", "tr", "li") else None


PARLPARSE = Format(
    NAME,
    origin="ParlParse (TheyWorkForYou, Public Whip): debates of British parliaments",
    speakers="yes",
    times="turn",
    looks_like=looks_like_parlparse,
    parse=parse_parlparse,
    special="headings, divisions and what nobody says are left out",
)
