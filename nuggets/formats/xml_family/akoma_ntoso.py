"""Akoma Ntoso (OASIS LegalDocML): debates of parliaments, also as SayIt and others export them.

<debate><meta><references><TLCPerson eId="trell" showAs="Pavo Trell"/></references></meta>
<debateBody><speech by="#trell"><from>Mr Trell (Carrow):</from><p>I am ...</p></speech>
"""

from __future__ import annotations

from nuggets.errors import MalformedTranscriptError
from nuggets.formats.format import Format, Parsed
from nuggets.formats.gc_pause import gc_paused
from nuggets.formats.xml_family.record import Part, parse_record
from nuggets.formats.xml_family.xml_tokens import XmlToken, find_root, tokenize_xml

NAME = "akoma-ntoso"

_ROOT = "akomantoso"
_SPEECHES = frozenset(("speech", "question", "answer"))
_HEADINGS = frozenset("heading subheading num".split())
_LEFT_OUT = frozenset(
    "meta coverpage preface narrative scene summary rollcall authorialnote remark conclusions "
    "recordedtime adjournment".split()
)
_PARAGRAPHS = frozenset("p block li item tr".split())


def looks_like_akoma_ntoso(source: str) -> bool:
    """Whether a text is Akoma Ntoso: by the name of its root."""
    root = find_root(source)
    return root is not None and root.name == _ROOT


@gc_paused()
def parse_akoma_ntoso(source: str) -> Parsed:
    """Parse each speech, question and answer as a turn, by the name that stands in it.

    Raises:
        MalformedTranscriptError: It is a law, a bill or another text in which nobody speaks.
    """
    names: dict[str, str] = {}
    has_speeches = False
    for token in tokenize_xml(source):
        if token.kind == "open":
            if token.name in ("tlcperson", "tlcrole"):
                attributes = token.attributes
                key = attributes.get("eid") or attributes.get("id", "")
                names.setdefault(key, attributes.get("showas", ""))
            has_speeches = has_speeches or token.name in _SPEECHES
    if not has_speeches:
        raise MalformedTranscriptError(
            NAME, None, "expected a debate, with `<speech by=...>` in it"
        )

    def read_element(token: XmlToken) -> Part | None:
        name = token.name
        if name in _SPEECHES:
            key = token.attributes.get("by", "").removeprefix("#")
            return Part("speech", names.get(key) or key or None)
        if name == "from":
            return Part("name")
        if name in _HEADINGS:
            return Part("heading")
        if name in _LEFT_OUT:
            return Part("left-out")
        return Part("paragraph") if name in _PARAGRAPHS else None

    return parse_record(source, _ROOT, read_element)


AKOMA_NTOSO = Format(
    NAME,
    origin="Akoma Ntoso (LegalDocML): debates of parliaments, SayIt",
    speakers="yes",
    times="none",
    looks_like=looks_like_akoma_ntoso,
    parse=parse_akoma_ntoso,
    special="headings, narratives and notes are left out",
)
