"""Language detection: by stop words, or by script where that tells more."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping

from nuggets.languages.names import OTHER, UNKNOWN, has_english_rules, name_language
from nuggets.languages.word_lists import stop_word_lists

SAMPLE = 200_000
"""Characters from the middle of a text that are enough to tell."""

MIN_WORDS = 50
"""Words from which on a text is long enough to be in none of the known languages; by eye."""

# By eye. The 482 talks in English of QMSum and of podcasts have shares of .44 and more and a margin
# of 6 and more, the examples of spaCy (headlines) .22 and 1.8; talk in Slovenian has .20 and 1.4 of
# Czech, in Luxembourgish .13 of German (2026-11).
MIN_SHARE = 0.2  # of the words of a text that are stop words of its language
MIN_MARGIN = 1.5  # of its evidence over that for the next language
MIN_MARGIN_SHORT = 2.0  # the same of a text of less than `MIN_WORDS`
MIN_DIFFERENT = 5  # different stop words in such a text

_WORD = re.compile(r"[^\W\d_]+")
_SCRIPTS = (  # first character of each range of Unicode that tells a script, in order
    *((0x0000, ""), (0x0370, "el"), (0x0400, "Cyrillic"), (0x0530, ""), (0x0590, "he")),
    *((0x0600, "Arabic"), (0x0700, ""), (0x0750, "Arabic"), (0x0780, ""), (0x0900, "hi")),
    *((0x0980, ""), (0x0E00, "th"), (0x0E80, ""), (0x1100, "ko"), (0x1200, ""), (0x1E00, "")),
    *((0x1F00, "el"), (0x2000, ""), (0x3040, "ja"), (0x3100, ""), (0x3400, "zh"), (0xA000, "")),
    *((0xAC00, "ko"), (0xD7B0, ""), (0xF900, "zh"), (0xFB00, ""), (0x20000, "zh")),
)
_STARTS = [start for start, _ in _SCRIPTS]
_OTHER_SCRIPTS = (0x0250, 0x1E00)  # letters between these are of no Latin script
_UNSPACED_FROM = 0x3040
_MIN_JAPANESE = 0.1  # share of kana, by eye; Japanese has half of them, Chinese none
_MIN_TELLING = 0.005  # share of the letters that only one language of a script has; by eye
_TELLING = {  # letters that the other known languages of the script do not have
    "Cyrillic": {"ru": "ыэ", "uk": "іїєґ"},
    "Arabic": {"fa": "پچژگ"},
}
_NOT_OURS = {  # letters of languages that are not known here
    "Cyrillic": "ђјљњћџѓќўәөүқңһ",
    "Arabic": "ٹڈڑےںۆێەړځ",
}
_BY_DEFAULT = {"Arabic": "ar"}


def detect_language(text: str) -> str:
    """Tell which language a text is in.

    Each stop word speaks for its languages, the more so the fewer they are ("nicht" for German
    alone, "in" for many). Names and numbers say nothing.

    Returns:
        A code of `names.LANGUAGES`; `OTHER` for a language that is not told apart, `UNKNOWN` for a
        text that is too short.

    >>> detect_language("Und dann gingen wir zum Hafen, weil dort noch niemand gewesen war.")
    'de'
    >>> detect_language("今天我们讨论人工智能。"), detect_language("Moin moin.")
    ('zh', 'unknown')
    """
    start = max(0, (len(text) - SAMPLE) // 2)
    counts = Counter(_WORD.findall(text[start : start + SAMPLE].lower()))
    letters = sum(len(word) * count for word, count in counts.items())
    script = _count_scripts(counts)
    if 2 * sum(script.values()) > letters:
        return _tell_by_script(script, counts)
    return _tell_by_stop_words(counts)


def language_warning(code: str) -> str | None:
    """Say what does not hold for a talk that is not in English.

    Args:
        code: Of its language.

    Returns:
        One line for the user; None where the rules for English hold.

    >>> language_warning("en") is None
    True
    >>> language_warning("de")
    'the talk is in German: what can be read alone is judged by marks and length only, and a focus \
is found by its words'
    """
    if has_english_rules(code):
        return None
    return (
        f"the talk is in {name_language(code)}: what can be read alone is judged by marks and "
        "length only, and a focus is found by its words"
    )


def _tell_by_stop_words(counts: Mapping[str, int]) -> str:
    total = sum(counts.values())
    lists = stop_word_lists()
    owners: dict[str, list[str]] = {}
    for code, words in lists.items():
        for word in words & counts.keys():
            owners.setdefault(word, []).append(code)
    evidence, hits, different = Counter[str](), Counter[str](), Counter[str]()
    for word in sorted(owners):
        for code in owners[word]:
            evidence[code] += 60 * counts[word] // len(owners[word])  # whole, so exact
            hits[code] += counts[word]
            different[code] += 1
    (best, most), (_, next_most) = [*evidence.most_common(2), ("", 0), ("", 0)][:2]
    if total < MIN_WORDS:
        is_clear = most >= MIN_MARGIN_SHORT * next_most and different[best] >= MIN_DIFFERENT
    else:
        is_clear = most >= MIN_MARGIN * next_most
    if is_clear and hits[best] > MIN_SHARE * total:
        return best
    return UNKNOWN if total < MIN_WORDS or len(counts) < MIN_DIFFERENT else OTHER


def _count_scripts(counts: Mapping[str, int]) -> Counter[str]:
    """Count the letters of each script that is not Latin; "" is any that is not known."""
    found = Counter[str]()
    low, high = _OTHER_SCRIPTS
    for word, count in counts.items():
        first = ord(word[0])
        if first >= _UNSPACED_FROM:  # a run of scripts, such as kanji and kana
            for char in word:
                found[_SCRIPTS[bisect_right(_STARTS, ord(char)) - 1][1]] += count
        elif first >= low and not high <= first < 0x1F00:
            found[_SCRIPTS[bisect_right(_STARTS, first) - 1][1]] += len(word) * count
    return found


def _tell_by_script(script: Counter[str], counts: Mapping[str, int]) -> str:
    total = sum(script.values())
    name = script.most_common(1)[0][0]
    if script["ja"] > _MIN_JAPANESE * total and name in ("ja", "zh"):
        return "ja"
    if name not in _NOT_OURS:
        return name or OTHER

    def has(letters: str) -> bool:
        said = sum(
            sum(map(word.count, letters)) * count
            for word, count in counts.items()
            if not word.isascii()
        )
        return said > _MIN_TELLING * total

    if has(_NOT_OURS[name]):
        return OTHER
    own = [code for code, letters in _TELLING[name].items() if has(letters)]
    return own[0] if len(own) == 1 else _BY_DEFAULT.get(name, OTHER) if not own else OTHER
