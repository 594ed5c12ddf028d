"""Gemini's notes of a meeting in Google Meet: machine-written, not speech.

Tidal power sync
Invited Nora Samuel
Summary                       headings on lines of their own, in the language of the user
Details
Suggested next steps
You should review Gemini's notes to make sure they're accurate.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from nuggets.formats.lines import Line

_SUMMARY = frozenset(
    "summary|zusammenfassung|résumé|resumen|resumo|riepilogo|riassunto|samenvatting|sammanfattning"
    "|resumé|sammendrag|podsumowanie|概要|要約|まとめ|요약|摘要|总结".split("|")
)
_OTHERS = frozenset(
    "details|détails|detalles|detalhes|dettagli|detaljer|szczegóły|詳細|세부정보|详细信息"
    "|decisions|suggested next steps|next steps|vorgeschlagene nächste schritte|nächste schritte"
    "|prochaines étapes suggérées|étapes suivantes suggérées|próximos pasos sugeridos"
    "|próximas etapas sugeridas|próximos passos sugeridos|passaggi successivi suggeriti"
    "|voorgestelde volgende stappen|推奨される次のステップ|추천 다음 단계|建议的后续步骤"
    "|meeting records|no suggested next steps were found for this meeting".split("|")
)
_HEAD = re.compile(r"(?:Invited|Attachments|Meeting records|Eingeladen|Invités?|Invitados)(?=\s)")
_GEMINI = re.compile(
    r"\W{0,3}(?:You should review Gemini['’]s notes|Please provide feedback about using Gemini"
    r"|.{0,80}\bGemini\b.{0,40}\b(?:notes|notizen|notas|appunti|notities|メモ))",
    re.IGNORECASE,
)
_DISCLAIMER = re.compile(
    r"[\W_]{0,4}(?:this|diese[rs]?|cette|ce|esta|este|questa|questo|dit|deze|denna|この)\W?.{0,60}?"
    r"(?:transcri|transkri|trascri|文字起こし).{0,120}?"
    r"(?:errors|fehler|erreurs|errores|erros|errori|fouten|fel\b|誤り)",
    re.IGNORECASE,
)
_MARKS = "#*_📝📖 \t\xa0\ufeff:"
_MAX_HEADING_CHARS = 80  # by eye, as are the others
_MAX_DISCLAIMER_CHARS = 400
_REACH = 40
"""Lines within which the notes begin."""


def find_notes(lines: Sequence[Line]) -> int | None:
    """Find the first line of Gemini's notes, as an index; None if none are near the beginning.

    Two of their signs are needed: the heading of the summary, another heading, the lines above
    them, or the request to check them.
    """
    first: int | None = None
    kinds: set[str] = set()
    for i, line in enumerate(lines):
        kind = _kind_of(line.text)
        if kind:
            first = i if first is None else first
            kinds.add(kind)
        if len(kinds) > 1 and first is not None:
            return first
        if first is None and i > _REACH:
            return None
    return None


def is_disclaimer(text: str) -> bool:
    """Whether a line says that the transcript was computer-generated and may have errors."""
    return len(text) <= _MAX_DISCLAIMER_CHARS and _DISCLAIMER.match(text) is not None


def _kind_of(text: str) -> str:
    """Return which sign of notes a line is; "" if it is none."""
    if len(text) > _MAX_DISCLAIMER_CHARS:
        return ""
    if "Gemini" in text and _GEMINI.match(text):
        return "gemini"
    if len(text) > _MAX_HEADING_CHARS:
        return "above" if _HEAD.match(text) else ""
    words = text.strip(_MARKS).lower()
    if words in _SUMMARY:
        return "summary"
    if words in _OTHERS:
        return "other"
    return "above" if _HEAD.match(text) else ""
