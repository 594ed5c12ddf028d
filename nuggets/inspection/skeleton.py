"""A file without what it says: fit for a bug report about a format.

Every letter becomes x (X in upper case) and every digit 0. What the readers go by stays: marks,
white space, line ends, and the keywords of the formats, each where it is a keyword and nowhere
else. The keywords are closed lists, so that nothing of the talk can be among them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

_KEPT_SYMBOLS = frozenset("♪♫♬")  # captions mark songs with them
_UNKNOWN = "\N{REPLACEMENT CHARACTER}"

_JSON_KEYS = frozenset(
    """
    aAppend acAsrConf accountId acoustic_model ahHorPos alternatives answer apPoint attaches_to
    audio_duration audio_segments audio_url avg_logprob avVerPos body channel channel_label
    channel_labels channel_tag channels channelTag chapters chunks combinedRecognizedPhrases
    compression_ratio confidence content created created_at dDurationMs diarization display
    display_name duration durationInTicks elements end end_ms end_offset end_time end_timestamp
    end_ts endMs endOffset endTime entities error events format from general_query_list id index
    inline_result inlineResult is_eos items itn job jobName juJustifCode language language_code
    language_model language_probability languageCode lexical logprob maskedITN meeting_transcripts
    metadata mhModeHint model models monologues multilingual name nanos nBest no_speech_prob
    num_words offset offsetInTicks offsets output p paragraphs params pens probability
    punctuated_word query recognitionStatus recognizedPhrases relevant_text_span request_id response
    result result_end_offset result_end_time result_index resultEndOffset resultEndTime results
    score sdScrollDir seconds seek segments segs sentences sha256 source speaker speaker_confidence
    speaker_id speaker_info speaker_label speaker_labels speaker_tag speaker_turn_next speakerLabel
    speakers speakerTag specific_query_list start start_ms start_offset start_time start_timestamp
    start_ts startMs startOffset startTime status summary systeminfo t_dtw task temperature text
    timestamp timestamps to tOffsetMs tokens topic topic_list totalBilledTime transaction_key
    transcript transcription transcription_config transcription_id transcripts translate ts tStartMs
    type usage utf8 utterances value version vocab wireMagic word word_segments words wpWinPosId
    wpWinPositions wsWinStyleId wsWinStyles wWinId
    """.split()
)
_JSON_TYPES = frozenset("pronunciation punctuation text punct".split())
_TAGS = frozenset(
    """
    a article b blockquote body br c cite code dd div dl dt em font footer h1 h2 h3 h4 h5 h6 head
    header hr html i img lang li link main meta nav ol p pre rt ruby script section small span
    strong style sub sup table tbody td th thead time title tr u ul v
    """.split()
)
_ATTRIBUTES = frozenset("class color datetime href id lang name rel src style".split())
_ENTITIES = frozenset(
    "amp apos gt hellip ldquo lrm lsquo lt mdash nbsp ndash quot rdquo rlm rsquo".split()
)
_SETTINGS = frozenset("align line position region size vertical".split())
_SETTING_VALUES = frozenset("center end left line-left line-right lr middle right rl start".split())
_CHAT_HEADS = frozenset(
    """
    @Begin @Bg @Comment @Date @Eg @End @G @ID @Languages @Location @Media @Options @PID
    @Participants @Situation @Transcriber @Types @UTF8 @Window %act %add %com %eng %err %exp %gls
    %gra %mor %pho %sit %spa %tim %wor %xpho
    """.split()
)

_JSON = re.compile(r"[\ufeff\s]*+(?:\[\s*+)?\{\s*+\"")  # as all JSON that is read begins
_STRING = re.compile(r'"(?P<said>(?:[^"\\]|\\.?)*+)"?(?P<colon>\s*+:)?', re.DOTALL)
_ESCAPE = re.compile(r"\\(?:u(?P<code>[0-9A-Fa-f]{4})|.)", re.DOTALL)
_NUMBER = re.compile(r"-?(?P<whole>\d++)(?P<part>\.\d++)?(?:[eE](?P<sign>[+-]?)\d++)?")
_SECONDS = re.compile(r"[0-9]{1,9}+(?:\.[0-9]{1,12}+)?s")  # Google's way of writing a time
_LITERAL = re.compile(r"(?:\A|(?<=[:,\[]))(?P<blank>\s*+)(?:true|false|null)(?=\s*+(?:[,}\]]|\Z))")
_LINE = re.compile("[^\r\n\x0b\x0c\x85\u2028\u2029]++")
_WEBVTT = re.compile(r"\ufeff?WEBVTT(?!\S)")
_CAPTION_HEAD = re.compile(r"(?:\ufeff?WEBVTT|NOTE|STYLE|REGION)(?!\S)|(?:Kind|Language)(?=:)")
_TABLE_HEAD = re.compile(r"start(?:,end,|\tend\t)text(?=[\r\n])")  # of Whisper's programs
_SPAN = re.compile(r"\[\d{1,9}\.\d\ds -> \d{1,9}\.\d\ds\](?=\s)")  # as they print the times
_TIMING = re.compile(r"[\d:.]{5,14}[ \t]{0,9}-->")
_SETTING = re.compile(r"\b(?P<key>[a-z]{4,8}):(?P<value>[a-z-]{0,10}+)")
_CHAT = re.compile(r"\ufeff?@(?:UTF8|Begin)(?!\S)")
_CHAT_HEAD = re.compile(r"[@%][A-Za-z0-9]{1,20}+(?![^\s:])")
_MARKUP = re.compile(
    r"</?(?P<tag>[A-Za-z][A-Za-z0-9]{0,11}+)(?=[\s./>])[^<>]{0,2000}+>|&(?P<entity>[A-Za-z]{2,8}+);"
)
_ATTRIBUTE = re.compile(r"(?<=\s)(?P<name>[A-Za-z]{1,12}+)=")


class _Letters(dict[int, str]):
    """For `str.translate`: letters to x, digits to 0, the rest as it is."""

    def __missing__(self, code: int) -> str:
        self[code] = shown = _veil(chr(code))
        return shown


def _veil(char: str) -> str:
    """Give what stands for a character."""
    kind = unicodedata.category(char)
    if kind == "Nd":
        return "0"
    if kind in ("Lu", "Lt"):
        return "X"
    if kind[0] in "LMN" or char == "\u200d":  # which joins emoji
        return "x"
    if kind in ("So", "Sk", "Co", "Cn", "Cs"):
        return char if char in _KEPT_SYMBOLS or char in "^`" else "x"
    if kind in ("Cc", "Cf") and not char.isspace():
        return char if char == "\ufeff" else _UNKNOWN  # a terminal might obey it
    return char


_VEIL = _Letters()


def to_skeleton(text: str) -> str:
    r"""Replace all that a file says, and keep how it says it.

    Args:
        text: The decoded file.

    Returns:
        As many characters, but for escapes and numbers in JSON; white space and line ends are the
        same.

    >>> print(to_skeleton("00:01.000 --> 00:02.500 align:start\n<v Ann Lee>Größe &amp; 5?</v>"))
    00:00.000 --> 00:00.000 align:start
    <v Xxx Xxx>Xxxxx &amp; 0?</v>
    """
    if _JSON.match(text):
        return _veil_json(text)
    is_captions, is_chat = _WEBVTT.match(text), _CHAT.match(text)

    def veil_line(line: re.Match[str]) -> str:
        if _TIMING.search(line[0], 0, 60):
            return _veil_but(line[0], _SETTING, _keep_setting)
        if span := _SPAN.match(line[0]):
            kept = "s".join(part.translate(_VEIL) for part in span[0].split("s"))
            return kept + _veil_but(line[0][span.end() :], _MARKUP, _keep_markup)
        head = None
        if is_captions:
            head = _CAPTION_HEAD.match(line[0])
        elif is_chat:
            head = _CHAT_HEAD.match(line[0])
            head = head if head and head[0] in _CHAT_HEADS else None
        at = head.end() if head else 0
        return line[0][:at] + _veil_but(line[0][at:], _MARKUP, _keep_markup)

    table = _TABLE_HEAD.match(text)
    if table:
        return table[0] + _veil_but(text[table.end() :], _LINE, veil_line)
    return _veil_but(text, _LINE, veil_line)


def _veil_but(text: str, pattern: re.Pattern[str], keep: Callable[[re.Match[str]], str]) -> str:
    """Veil a text; what matches becomes what `keep` makes of it."""
    parts: list[str] = []
    at = 0
    for found in pattern.finditer(text):
        parts += (text[at : found.start()].translate(_VEIL), keep(found))
        at = found.end()
    return "".join((*parts, text[at:].translate(_VEIL)))


def _keep_setting(found: re.Match[str]) -> str:
    """Keep a setting of a cue, such as `align:start`."""
    if found["key"] not in _SETTINGS:
        return found[0].translate(_VEIL)
    value = found["value"]
    return f"{found['key']}:{value if value in _SETTING_VALUES else value.translate(_VEIL)}"


def _keep_markup(found: re.Match[str]) -> str:
    """Keep the names of a tag and of its attributes, or an entity."""
    if found["entity"]:
        return found[0] if found["entity"] in _ENTITIES else found[0].translate(_VEIL)
    if found["tag"].lower() not in _TAGS:
        return found[0].translate(_VEIL)
    at = found.end("tag") - found.start()
    return found[0][:at] + _veil_but(found[0][at:], _ATTRIBUTE, _keep_attribute)


def _keep_attribute(found: re.Match[str]) -> str:
    name = found["name"]
    return found[0] if name.lower() in _ATTRIBUTES else found[0].translate(_VEIL)


def _veil_json(text: str) -> str:
    """Veil the strings and numbers of JSON, be it whole or cut; known keys stay."""
    key = ""

    def veil_string(found: re.Match[str]) -> str:
        nonlocal key
        said = found["said"]
        is_known = said in _JSON_KEYS if found["colon"] else key == "type" and said in _JSON_TYPES
        key = said if found["colon"] else ""
        if is_known:
            return found[0]
        if _SECONDS.fullmatch(said):
            return f'"{said[:-1].translate(_VEIL)}s{found[0][1 + len(said) :]}'
        shown = _veil_but(said, _ESCAPE, _veil_escape) if "\\" in said else said.translate(_VEIL)
        return f'"{shown}{found[0][1 + len(said) :]}'

    parts: list[str] = []
    at = 0
    for found in _STRING.finditer(text):
        parts += (_veil_between(text[at : found.start()]), veil_string(found))
        at = found.end()
    return "".join((*parts, _veil_between(text[at:])))


def _veil_between(text: str) -> str:
    """Veil what stands between strings of JSON: numbers, and whatever is wrong there.

    A number stays one: its whole part is a single 0, since none may begin with 0 otherwise.
    """
    if "l" not in text and "u" not in text:  # as most
        return _veil_but(text, _NUMBER, _veil_number)
    parts: list[str] = []
    at = 0
    for literal in _LITERAL.finditer(text):
        parts += (_veil_but(text[at : literal.start()], _NUMBER, _veil_number), literal[0])
        at = literal.end()
    return "".join((*parts, _veil_but(text[at:], _NUMBER, _veil_number)))


def _veil_number(found: re.Match[str]) -> str:
    sign = "-" if found[0][0] == "-" else ""
    part = found["part"].translate(_VEIL) if found["part"] else ""
    exponent = "" if found["sign"] is None else f"e{found['sign']}0"
    return f"{sign}0{part}{exponent}"


def _veil_escape(found: re.Match[str]) -> str:
    r"""Veil a character that is written as `\uXXXX`; other escapes say nothing."""
    if found["code"] is None:
        return found[0]
    char = chr(int(found["code"], 16))
    shown = char.translate(_VEIL)
    return found[0] if shown == char else f"\\u{ord(shown):04x}"
