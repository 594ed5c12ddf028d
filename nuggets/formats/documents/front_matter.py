"""Front matter: the block of keys that a Markdown file may begin with; not speech.

---
title: "Tidal power"
tags: [tides, power]
---

It is recognised by its fences, or by one of them and keys that only such blocks have, in case the
other fence was lost or damaged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

FRONT_MATTER = "front matter"

_FRONT = re.compile(r"\s{0,100}(?P<rule>---|\+\+\+)[ \t]{0,20}(?:\r\n|\r|\n)")
_FRONT_END = re.compile(r"(?:\r\n|\r|\n)(?:---|\.\.\.|\+\+\+)[ \t]{0,20}(?=[\r\n]|\Z)")
_MAX_FRONT_CHARS = 20_000  # by eye, as are the others
_KEY = re.compile(r"(?:\s{0,8}[\w-]{1,40}\s{0,4}[:=]|\s{0,8}- |\s|#|\Z)")
_LINE = re.compile(r"[^\r\n]*+(?:\r\n|\r|\n|\Z)")
_RULE = re.compile(r"[-+.–—~=_]{1,10}\Z")
_KNOWN = re.compile(
    r"(?:title|subtitle|date|published|updated|author|authors|tags?|keywords|categor(?:y|ies)|slug"
    r"|layout|draft|description|summary|excerpt|permalink|url|image|cover|audio|video|guests?"
    r"|hosts?|episode|season|show|podcast|duration|language|lang|type|status|id|uuid|aliases"
    r"|cssclass|source|weight|toc|series|template|created|modified)[ \t]{0,4}[:=](?=\s|\Z|[\"'\[])"
)
_TOP_KEY = re.compile(r"([\w-]{1,40})[ \t]{0,4}[:=]")
_MIN_KNOWN = 2
_SHORT = 60  # characters of a line within the block that is no key, as it is damaged
_MAX_FENCE_CHARS = 5  # of a damaged first line


def end_of_front_matter(source: str) -> int:
    """Find the end of the front matter of a text; 0 if it has none."""
    begin = _FRONT.match(source)
    if begin is not None:
        end = _FRONT_END.search(source, max(0, begin.end() - 2), begin.end() + _MAX_FRONT_CHARS)
        if end is not None:
            lines = source[begin.end() : end.start()].splitlines()
            if lines and all(_KEY.match(line) for line in lines) and _has_only_keys(lines):
                return end.end()
    return _end_of_damaged(source)


def _has_only_keys(lines: Sequence[str]) -> bool:
    """Whether lines between fences are keys: each once, and not speaker labels."""
    keys = [match[1] for line in lines if (match := _TOP_KEY.match(line))]
    known = any(_KNOWN.match(line.lower()) for line in lines)
    return len(keys) == len(set(keys)) and (known or all(key.islower() for key in keys))


def _end_of_damaged(source: str) -> int:
    """Find the end of front matter of which a fence or a line is damaged; 0 if there is none.

    A fence must be left, and keys in lower case as only front matter has.
    """
    known = 0
    has_fence = False
    for at, (text, end) in enumerate(_lines(source[:_MAX_FRONT_CHARS])):
        if _RULE.fullmatch(text.strip()):
            if known:
                return end if known >= _MIN_KNOWN else 0
            has_fence = True
        elif not text.strip():
            if known:
                return end if has_fence and known >= _MIN_KNOWN else 0
        elif _KNOWN.match(text):
            known += 1
        elif not known:
            if at or len(text) > _MAX_FENCE_CHARS:
                return 0
        elif text[0] == "#" or not (_KEY.match(text) or len(text) < _SHORT):
            return 0
    return 0


def _lines(source: str) -> Iterator[tuple[str, int]]:
    """Give each line without its line break, and the offset of the next one."""
    for match in _LINE.finditer(source):
        if match.group():
            yield match.group().rstrip("\r\n"), match.end()
