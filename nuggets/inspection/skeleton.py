"""Skeleton of a file for a bug report about a format: words masked, structure kept.

Every letter becomes x (X in upper case) and every digit 0. What the readers recognise formats by
stays: punctuation, white space, line ends, and the keywords of the formats, each only where it is a
keyword. The keywords are closed lists, so that no word of the talk gets through.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

_KEPT_SYMBOLS = frozenset("♪♫♬")  # captions mark songs with them
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

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
_CUE_SETTINGS = frozenset("align line position region size vertical".split())
_CUE_SETTING_VALUES = frozenset(
    "center end left line-left line-right lr middle right rl start".split()
)
_CHAT_HEADERS = frozenset(
    """
    @Begin @Bg @Comment @Date @Eg @End @G @ID @Languages @Location @Media @Options @PID
    @Participants @Situation @Transcriber @Types @UTF8 @Window %act %add %com %eng %err %exp %gls
    %gra %mor %pho %sit %spa %tim %wor %xpho
    """.split()
)

_JSON_START = re.compile(r"[\ufeff\s]*+(?:\[\s*+)?\{\s*+\"")  # how JSON transcripts begin
_STRING = re.compile(r'"(?P<content>(?:[^"\\]|\\.?)*+)"?(?P<colon>\s*+:)?', re.DOTALL)
_ESCAPE = re.compile(r"\\(?:u(?P<code>[0-9A-Fa-f]{4})|.)", re.DOTALL)
_NUMBER = re.compile(r"-?\d++(?P<part>\.\d++)?(?:[eE](?P<sign>[+-]?)\d++)?")
_GOOGLE_SECONDS = re.compile(r"[0-9]{1,9}+(?:\.[0-9]{1,12}+)?s")  # a duration of Google's APIs
_LITERAL = re.compile(r"(?:\A|(?<=[:,\[]))\s*+(?:true|false|null)(?=\s*+(?:[,}\]]|\Z))")
_LINE = re.compile("[^\r\n\x0b\x0c\x85\u2028\u2029]++")
_WEBVTT = re.compile(r"\ufeff?WEBVTT(?!\S)")
_CAPTION_HEADER = re.compile(r"(?:\ufeff?WEBVTT|NOTE|STYLE|REGION)(?!\S)|(?:Kind|Language)(?=:)")
_WHISPER_TABLE_HEADER = re.compile(r"start(?:,end,|\tend\t)text(?=[\r\n])")  # of Whisper's tables
_WHISPER_TIMES = re.compile(r"\[\d{1,9}\.\d\ds -> \d{1,9}\.\d\ds\](?=\s)")  # Whisper's
_CUE_TIMING = re.compile(r"[\d:.]{5,14}[ \t]{0,9}-->")
_CUE_SETTING = re.compile(r"\b(?P<key>[a-z]{4,8}):(?P<value>[a-z-]{0,10}+)")
_CHAT_START = re.compile(r"\ufeff?@(?:UTF8|Begin)(?!\S)")
_CHAT_HEADER = re.compile(r"[@%][A-Za-z0-9]{1,20}+(?![^\s:])")
_MARKUP = re.compile(
    r"</?(?P<tag>[A-Za-z][A-Za-z0-9]{0,11}+)(?=[\s./>])[^<>]{0,2000}+>|&(?P<entity>[A-Za-z]{2,8}+);"
)
_ATTRIBUTE = re.compile(r"(?<=\s)(?P<name>[A-Za-z]{1,12}+)=")


class _MaskTable(dict[int, str]):
    """Table for `str.translate`: letters to x, digits to 0; filled as characters come up."""

    def __missing__(self, code: int) -> str:
        self[code] = masked = _mask_char(chr(code))
        return masked


def _mask_char(char: str) -> str:
    """Mask one character."""
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
        return (
            char if char == "\ufeff" else _REPLACEMENT
        )  # it might be a terminal's control character
    return char


_MASK = _MaskTable()


def to_skeleton(text: str) -> str:
    r"""Mask the words of a file and keep its structure.

    Args:
        text: The decoded file.

    Returns:
        Text with the same white space and line ends, and outside JSON's escapes and numbers as
        long as the file.

    >>> print(to_skeleton("00:01.000 --> 00:02.500 align:start\n<v Ann Lee>Größe &amp; 5?</v>"))
    00:00.000 --> 00:00.000 align:start
    <v Xxx Xxx>Xxxxx &amp; 0?</v>
    """
    if _JSON_START.match(text):
        return _mask_json(text)
    is_captions, is_chat = _WEBVTT.match(text), _CHAT_START.match(text)

    def mask_line(line: re.Match[str]) -> str:
        if _CUE_TIMING.search(line[0], 0, 60):
            return _mask_except(line[0], _CUE_SETTING, _keep_cue_setting)
        if span := _WHISPER_TIMES.match(line[0]):
            kept = "s".join(part.translate(_MASK) for part in span[0].split("s"))
            return kept + _mask_except(line[0][span.end() :], _MARKUP, _keep_markup)
        head = None
        if is_captions:
            head = _CAPTION_HEADER.match(line[0])
        elif is_chat:
            head = _CHAT_HEADER.match(line[0])
            head = head if head and head[0] in _CHAT_HEADERS else None
        at = head.end() if head else 0
        return line[0][:at] + _mask_except(line[0][at:], _MARKUP, _keep_markup)

    table = _WHISPER_TABLE_HEADER.match(text)
    if table:
        return table[0] + _mask_except(text[table.end() :], _LINE, mask_line)
    return _mask_except(text, _LINE, mask_line)


def _mask_except(text: str, pattern: re.Pattern[str], keep: Callable[[re.Match[str]], str]) -> str:
    """Mask a text, and replace each match of a pattern by what `keep` returns for it."""
    parts: list[str] = []
    at = 0
    for found in pattern.finditer(text):
        parts += (text[at : found.start()].translate(_MASK), keep(found))
        at = found.end()
    return "".join((*parts, text[at:].translate(_MASK)))


def _keep_cue_setting(found: re.Match[str]) -> str:
    """Keep a cue setting, such as `align:start`, and mask its value unless it is a keyword."""
    if found["key"] not in _CUE_SETTINGS:
        return found[0].translate(_MASK)
    value = found["value"]
    return f"{found['key']}:{value if value in _CUE_SETTING_VALUES else value.translate(_MASK)}"


def _keep_markup(found: re.Match[str]) -> str:
    """Keep an entity, or the names of a tag and of its attributes, if they are known."""
    if found["entity"]:
        return found[0] if found["entity"] in _ENTITIES else found[0].translate(_MASK)
    if found["tag"].lower() not in _TAGS:
        return found[0].translate(_MASK)
    at = found.end("tag") - found.start()
    return found[0][:at] + _mask_except(found[0][at:], _ATTRIBUTE, _keep_attribute)


def _keep_attribute(found: re.Match[str]) -> str:
    """Keep the name of an attribute, if it is known."""
    name = found["name"]
    return found[0] if name.lower() in _ATTRIBUTES else found[0].translate(_MASK)


def _mask_json(text: str) -> str:
    """Mask the strings and numbers of JSON, complete or truncated; known keys stay."""
    key = ""

    def mask_string(found: re.Match[str]) -> str:
        nonlocal key
        content = found["content"]
        is_key = found["colon"] is not None
        is_known = content in _JSON_KEYS if is_key else key == "type" and content in _JSON_TYPES
        key = content if is_key else ""
        if is_known:
            return found[0]
        if _GOOGLE_SECONDS.fullmatch(content):
            return f'"{content[:-1].translate(_MASK)}s{found[0][1 + len(content) :]}'
        masked = _mask_except(content, _ESCAPE, _mask_escape)
        return f'"{masked}{found[0][1 + len(content) :]}'

    parts: list[str] = []
    at = 0
    for found in _STRING.finditer(text):
        parts += (_mask_between_strings(text[at : found.start()]), mask_string(found))
        at = found.end()
    return "".join((*parts, _mask_between_strings(text[at:])))


def _mask_between_strings(text: str) -> str:
    """Mask what is between the strings of JSON: numbers, and text that is not JSON."""
    if "l" not in text and "u" not in text:  # no literal, as in most cases
        return _mask_except(text, _NUMBER, _mask_number)
    parts: list[str] = []
    at = 0
    for literal in _LITERAL.finditer(text):
        parts += (_mask_except(text[at : literal.start()], _NUMBER, _mask_number), literal[0])
        at = literal.end()
    return "".join((*parts, _mask_except(text[at:], _NUMBER, _mask_number)))


def _mask_number(found: re.Match[str]) -> str:
    """Mask a number with another one: its integer part is a single 0, since JSON allows no 00."""
    sign = "-" if found[0][0] == "-" else ""
    part = found["part"].translate(_MASK) if found["part"] else ""
    exponent = "" if found["sign"] is None else f"e{found['sign']}0"
    return f"{sign}0{part}{exponent}"


def _mask_escape(found: re.Match[str]) -> str:
    r"""Mask a character that is escaped as `\uXXXX`; other escapes stay."""
    if found["code"] is None:
        return found[0]
    char = chr(int(found["code"], 16))
    masked = char.translate(_MASK)
    return found[0] if masked == char else f"\\u{ord(masked):04x}"
