"""Writers of XML, and of ASS: captions, and the records of parliaments."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from tests.formats.specimens.specimen import Specimen
from tests.formats.specimens.talk import Spoken, cut_into_cues, names_of


def _clock(time_ms: int, *, digits: int = 3, point: str = ".") -> str:
    seconds, fraction = divmod(time_ms, 1000)
    shown = f"{fraction:03}"[:digits]
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}{point}{shown}"


def write_ttml(talk: Sequence[Spoken]) -> bytes:
    """TTML of a broadcaster: agents, a style that closes itself, breaks and spans."""
    names = names_of(talk)
    agents = "".join(
        f'<ttm:agent xml:id="a{i}" type="person"><ttm:name type="full">{escape(name)}</ttm:name>'
        "</ttm:agent>"
        for i, name in enumerate(names)
    )
    cues = "".join(
        f'<p xml:id="c{i}" begin="{_clock(cue.start_ms)}" end="{_clock(cue.end_ms)}" '
        f'ttm:agent="a{names.index(cue.speaker)}" region="r1"><span tts:color="white">'
        f"{escape(cue.words[0].text)}</span>"
        f"{'<br/>' if len(cue.words) > 1 else ''}"
        f"{escape(' '.join(word.text for word in cue.words[1:]))}</p>\n"
        for i, cue in enumerate(cut_into_cues(talk))
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!-- made by hand -->\n'
        '<tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttm="http://www.w3.org/ns/ttml#metadata" '
        'xmlns:tts="http://www.w3.org/ns/ttml#styling" xml:lang="en"><head><metadata>'
        f'<ttm:title>Seeds</ttm:title>{agents}</metadata><styling><style xml:id="s1" '
        'tts:color="white"/></styling><layout><region xml:id="r1"/></layout></head>'
        f"<body><div>\n{cues}</div></body></tt>\n"
    ).encode()


def write_srv1(talk: Sequence[Spoken]) -> bytes:
    """YouTube's player: seconds, references escaped twice, a label at each new speaker."""
    cues = "".join(
        f'<text start="{cue.start_ms / 1000:.3f}" dur="{(cue.end_ms - cue.start_ms) / 1000:.3f}">'
        f"{escape(escape(_labelled(cue)).replace(chr(39), '&#39;'))}</text>"
        for cue in cut_into_cues(talk)
    )
    return f'<?xml version="1.0" encoding="utf-8" ?><transcript>{cues}</transcript>'.encode()


def _labelled(cue: Spoken) -> str:
    return f"{cue.speaker}: {cue.text}" if cue.opens else cue.text


def write_srv3(talk: Sequence[Spoken]) -> bytes:
    """YouTube's automatic captions: a time for each word, and empty lines between."""
    cues = "".join(
        f'<p t="{cue.start_ms}" d="{cue.end_ms - cue.start_ms}" w="1">'
        + "".join(
            f'<s t="{word.start_ms - cue.start_ms}">{" " if i else ""}{escape(word.text)}</s>'
            for i, word in enumerate(cue.words)
        )
        + f'</p>\n<p t="{cue.end_ms}" d="10" w="1" a="1">\n</p>\n'
        for cue in cut_into_cues(talk)
    )
    return (
        '<?xml version="1.0" encoding="utf-8" ?><timedtext format="3">\n<head>\n'
        f'<wp id="0"/>\n</head>\n<body>\n<w t="0" id="1" wp="1" ws="1"/>\n{cues}'
        "</body>\n</timedtext>\n"
    ).encode()


def _broken(cue: Spoken) -> str:
    """The words of a cue behind the first, with a break after some."""
    return "".join(("\\N" if i == 4 else " ") + word.text for i, word in enumerate(cue.words[1:]))


def write_ass(talk: Sequence[Spoken]) -> bytes:
    """Aegisub: names in their column, a comment, a drawing, tags and breaks."""
    events = "".join(
        f"Dialogue: 0,{_clock(cue.start_ms, digits=2)[1:]},{_clock(cue.end_ms, digits=2)[1:]},"
        f"Default,{cue.speaker},0,0,0,,{{\\i1}}{cue.words[0].text}{{\\i0}}{_broken(cue)}\n"
        for cue in cut_into_cues(talk)
    )
    return (
        "[Script Info]\n; made by hand\nTitle: Seeds\nScriptType: v4.00+\n\n[V4+ Styles]\n"
        "Format: Name, Fontname, Fontsize\nStyle: Default,Arial,20\n\n[Events]\n"
        "Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n"
        "Comment: 0,0:00:00.00,0:00:01.00,Default,,0,0,0,,check the names\n"
        "Dialogue: 0,0:00:00.00,0:00:01.00,Default,,0,0,0,,{\\p1}m 0 0 l 100 0 100 100{\\p0}\n"
        f"{events}"
    ).encode()


def write_parlparse(talk: Sequence[Spoken]) -> bytes:
    """ParlParse: headings, what nobody says, a division."""
    said = "".join(
        f'<speech id="uk.org.publicwhip/debate/2026-06-15a.1.{i}" '
        f'speakername={quoteattr(spoken.speaker)} person_id="uk.org.publicwhip/person/{i}" '
        f'colnum="1" time="{_clock(spoken.start_ms, digits=0, point="")}">\n'
        f'<p pid="a.1.{i}/1">{escape(spoken.text)}</p>\n</speech>\n'
        for i, spoken in enumerate(talk)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE publicwhip [\n'
        '<!ENTITY pound "&#163;">\n]>\n<publicwhip scraperversion="a" latest="yes">\n'
        '<major-heading id="x">Seed Library</major-heading>\n<speech id="y" nospeaker="true">'
        f"<p>The council met at six.</p></speech>\n{said}"
        '<division id="z"><divisioncount ayes="1" noes="0"/><mplist vote="aye"><mpname>Ann'
        "</mpname></mplist></division>\n</publicwhip>\n"
    ).encode()


def write_akoma_ntoso(talk: Sequence[Spoken]) -> bytes:
    """Akoma Ntoso: people in the references, names within the speeches, narratives."""
    names = names_of(talk)
    people = "".join(
        f'<TLCPerson eId="p{i}" href="/ontology/person/{i}" showAs={quoteattr(name)}/>'
        for i, name in enumerate(names)
    )
    said = "".join(
        f'<speech by="#p{names.index(spoken.speaker)}"><from>{escape(spoken.speaker)}:</from>'
        f"<p>{escape(spoken.text)}</p></speech>\n"
        for spoken in talk
    )
    return (
        '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><debate><meta>'
        f'<references source="#s">{people}</references></meta><preface><docTitle>Seeds</docTitle>'
        '</preface><debateBody><debateSection name="one"><heading>Seed Library</heading>'
        f"<narrative>The council met at six.</narrative>\n{said}</debateSection></debateBody>"
        "</debate></akomaNtoso>\n"
    ).encode()


XML_FAMILY: tuple[Specimen, ...] = (
    Specimen("broadcast.ttml", "ttml", write_ttml, True, True, "cue"),
    Specimen("youtube.srv1", "youtube-xml", write_srv1, True, True, "cue"),
    Specimen("youtube.srv3", "youtube-xml", write_srv3, False, False, "word"),
    Specimen("subtitles.ass", "ass", write_ass, True, True, "cue", 10),
    Specimen("debate.xml", "parlparse", write_parlparse, True, True, "turn", 1000),
    Specimen("hansard.xml", "akoma-ntoso", write_akoma_ntoso),
)
