"""Reader of JSON transcripts of any service: one list of segments or words, and what is beside it.

    [{"speaker": "Anna", "text": "Hello there.", "start": 1.2, "end": 3.4}, ...]
    {"text": "...", "words": [{"text": "Hello", "start": 1.2, "speaker_id": "speaker_0"}, ...]}
    {"results": [{"alternatives": [{"transcript": "Hello", "words": [...]}]}, ...]}
    {"segments": [{"text": "Hello", ...}], "diarization": [{"speaker": "A", "start": 1.2, ...}]}
    {"words": [...], "paragraphs": [{"speaker": "Anna", "start": 1.2, "end": 9.8}]}
    {"segments": [{"speaker": "5d", "words": [...]}], "speakers": [{"id": "5d", "name": "Anna"}]}
    {"speaker": "Anna", "text": "Hello there."}                              JSON Lines

The list is found (`talk_lists`), its objects are flattened (`flattening`), their keys understood
(`keys`), their times doubted (`time_units`) and their speakers named (`speakers`).
"""

from __future__ import annotations

from collections.abc import Sequence

from nuggets.formats.captions.reader import warn_of_doubtful_labels
from nuggets.formats.format import EMPTY_SEGMENT, Parsed
from nuggets.formats.gc_pause import gc_paused
from nuggets.formats.json_family.channels import merge_channels
from nuggets.formats.json_family.cue_text import (
    clean_pieces,
    drop_own_labels,
    read_labels_within,
)
from nuggets.formats.json_family.flattening import flatten
from nuggets.formats.json_family.keys import (
    Keys,
    find_children,
    find_keys,
    first_value,
    fold_key,
)
from nuggets.formats.json_family.repeats import (
    INTERIM,
    find_last_repeat,
    find_repeats,
    skip_kinds,
)
from nuggets.formats.json_family.segments import (
    Segment,
    are_channels_speakers,
    begins_before,
    carry_changes,
    has_other_times,
    lacks_marks,
    list_words,
    name_channels,
    text_beside,
    unstripped_pieces,
)
from nuggets.formats.json_family.speakers import Diarisation, Speakers, read_times
from nuggets.formats.json_family.talk_lists import (
    TalkList,
    find_diarisation,
    find_names,
    find_talk,
)
from nuggets.formats.json_family.time_units import OTHER_TIMES, settle_times
from nuggets.formats.json_family.tree import Node, Tree, read_tree
from nuggets.formats.json_family.word_alignment import (
    align_words,
    covers_text,
)
from nuggets.formats.json_family.word_lists import (
    is_word_list,
    join_tokens,
    join_words,
    read_listed_words,
)
from nuggets.formats.turns import Cue, Piece, join_cues
from nuggets.values import LeftOut

_OPENS_NEXT = "speaker_turn_next"  # of whisper.cpp with -tdrz
_TRACKS = ("speakers", "participants", "tracks")
_MAX_CHANNELS = 200  # of a recording, by eye; more are something else
SHARED = (
    "who speaks is listed beside the words, and several speak within one segment; nobody is named "
    "there"
)
_BESIDE = ("words", "word_segments")  # the words of all segments
_OF_WORDS = ("words", "tokens", "result", "elements", "items")
_MAX_WORDS_PER_CHILD = 1.2  # of a list of words, as against one of sentences; by eye


@gc_paused()
def read_talk(
    source: str, *, format: str, unit_ms: float | None = None, names_changes: bool = False
) -> Parsed:
    """Read the talk of a JSON text.

    Args:
        source: The text.
        format: Name of the format, for errors.
        unit_ms: Milliseconds in one unit of times whose key names none; None: infer it.
        names_changes: Whether a segment without a speaker may have the one before.
    """
    tree = read_tree(source, format, may_be_lines=True)
    talk = find_talk(tree)
    if talk is None:
        return Parsed(())
    return _Reader(tree, talk, unit_ms, names_changes).read()


class _Reader:
    """Reads one list of segments or words."""

    def __init__(
        self, tree: Tree, talk: TalkList, unit_ms: float | None, names_changes: bool
    ) -> None:
        self.tree = tree
        self.talk = talk
        self.unit_ms = unit_ms
        self.names_changes = names_changes
        self.left_out: list[LeftOut] = []
        self.warnings: list[str] = []
        self.timed_words = False
        self.is_tracks = False  # each speaker has a list of segments

    def read(self) -> Parsed:
        """Read the list: its segments, their channels, and the labels within their text."""
        tree, talk = self.tree, self.talk
        nodes = self._expand_blocks(talk.nodes)
        keys = self._settle(nodes, find_keys(tree, nodes))
        nodes = self._drop_repeats(nodes, keys)
        self.names = find_names(tree)
        if is_word_list(tree, talk.name, nodes, keys):
            around = talk.around or {}
            nodes, parts, word_keys, keys = [around], [nodes], keys, self._keys_around(around)
        else:
            parts, word_keys = self._read_parts(nodes)
        self.keys = keys
        who = Speakers(tree, self.names, nodes, keys)
        word_who = Speakers(tree, self.names, [w for part in parts for w in part], word_keys)
        segments = []
        for node, part in zip(nodes, parts, strict=True):
            start_ms, end_ms = read_times(tree, node, keys)
            words = read_listed_words(tree, part, word_keys, word_who.of)
            segments.append(Segment(node, who.of(node), start_ms, end_ms, words))
        segments = self._join_beside(segments)
        if self.names_changes:
            segments = carry_changes(segments)
        may_repeat = len(segments) > 1 and bool(segments[-1].words)
        if may_repeat and find_last_repeat([list_words(tree, one, keys) for one in segments]):
            for one in segments[:-1]:
                self._leave_out(one.node, keys, INTERIM)
            segments = segments[-1:]
        return self._to_parsed(segments)

    def _settle(self, nodes: Sequence[Node], keys: Keys) -> Keys:
        """Settle the unit of times."""
        if self.unit_ms is not None and not keys.has_unit:
            keys = keys._replace(unit_ms=self.unit_ms, has_unit=True)
        keys, warnings = settle_times(self.tree, nodes, keys)
        self.warnings += [warning for warning in warnings if warning not in self.warnings]
        return keys

    def _keys_around(self, around: Node) -> Keys:
        """Return the keys of the object around a list of words, which may hold the whole text."""
        keys = find_keys(self.tree, [around])
        texts = tuple(
            key for key in keys.text if fold_key(key) in ("text", "transcript", "content")
        )
        return Keys(text=texts)

    def _expand_blocks(self, nodes: Sequence[Node]) -> list[Node]:
        """Put sentences and the like in place of the segments that they are part of.

        They have the speaker of the segment where they name nobody.
        """
        tree, out = self.tree, list(nodes)
        for _ in range(3):  # sections, turns, sentences
            key = find_children(out)
            keys = find_keys(tree, out)
            if key is None or any(first_value(node, keys.text)[1] is not None for node in out):
                break
            parts = [tree.get_objects(node, key) for node in out]
            inner = [flatten(tree, part) for listed in parts for part in listed]
            inner_keys = find_keys(tree, inner)
            texts = [first_value(one, inner_keys.text)[1] for one in inner]
            said = [tree.text(text) for text in texts if isinstance(text, str)]
            words = sum(len(text.split()) for text in said)
            is_of_words = fold_key(key) in _OF_WORDS and words <= _MAX_WORDS_PER_CHILD * len(said)
            if is_of_words and find_children(inner) is None:
                break
            names = keys.speaker or tuple(
                k for k in ("name", "label") if fold_key(self.talk.name) in _TRACKS
            )
            self.is_tracks = self.is_tracks or fold_key(self.talk.name) in _TRACKS
            out = [
                {**({} if who is None else {"speaker": who}), **one}
                for who, listed in zip([first_value(n, names)[1] for n in out], parts, strict=True)
                for one in (flatten(tree, part) for part in listed)
            ]
        return out

    def _read_parts(self, nodes: Sequence[Node]) -> tuple[list[list[Node]], Keys]:
        """Read the lists of words that objects have."""
        tree = self.tree
        key = find_children(nodes)
        if key is None:
            return [[] for _ in nodes], Keys()
        parts = [[flatten(tree, p) for p in tree.get_objects(node, key)] for node in nodes]
        inner = [part for listed in parts for part in listed]
        return parts, self._settle(inner, find_keys(tree, inner))

    def _drop_repeats(self, nodes: Sequence[Node], keys: Keys) -> list[Node]:
        """Leave out interim results, what stands twice, and what is no speech."""
        reasons = find_repeats(self.tree, nodes, keys)
        children = find_children(nodes)
        reasons.update(dict.fromkeys(skip_kinds(self.tree, nodes, keys, children), EMPTY_SEGMENT))
        for i, reason in reasons.items():
            self._leave_out(nodes[i], keys, reason)
        kept = [node for i, node in enumerate(nodes) if i not in reasons]
        for node in kept:
            if not any(key in node for key in (*keys.text, children or "")):
                wanted = keys.text[0] if keys.text else "text"
                raise self.tree.error_at(node, f'a segment needs a text as its "{wanted}"')
        return kept

    def _join_beside(self, segments: list[Segment]) -> list[Segment]:
        """Join words and diarisation that stand beside the segments."""
        around = self.talk.around
        if around is not None and not any(one.words for one in segments):
            segments = self._join_words(segments, around)
        named = any(one.speaker or any(w.word.speaker for w in one.words) for one in segments)
        spans = [] if named else find_diarisation(self.tree)
        if not spans:
            return segments
        who = Diarisation(self.tree, spans, self.names, self.keys.unit_ms)
        joined = []
        for one in segments:
            words = [
                w._replace(
                    word=w.word._replace(speaker=who.of_word(w.word.start_ms, w.word.end_ms))
                )
                for w in one.words
            ]
            speaker = None if words else who.of_segment(one.start_ms, one.end_ms)
            joined.append(one._replace(words=words, speaker=speaker))
        if any(one.speaker is None and not one.words for one in joined):
            self.warnings.append(SHARED)
        return joined

    def _join_words(self, segments: list[Segment], around: Node) -> list[Segment]:
        """Share out the words that stand beside the segments: each has those before its end."""
        key = next((k for k in _BESIDE if k != self.talk.name and around.get(k)), None)
        if key is None:
            return segments
        nodes = [flatten(self.tree, node) for node in self.tree.get_objects(around, key)]
        keys = self._settle(nodes, find_keys(self.tree, nodes))
        words = read_listed_words(
            self.tree, nodes, keys, Speakers(self.tree, self.names, nodes, keys).of
        )
        at, joined = 0, []
        for i, one in enumerate(segments):
            first, is_last = at, i == len(segments) - 1
            while at < len(words) and (is_last or begins_before(words[at].word, one.end_ms)):
                at += 1
            joined.append(one._replace(words=words[first:at]))
        return joined

    def _leave_out(self, node: Node, keys: Keys, reason: str) -> None:
        value = first_value(node, (*keys.text, "partial"))[1]
        if isinstance(value, str):
            self.left_out.append(LeftOut(*self.tree.span(value), reason))

    def _to_parsed(self, segments: Sequence[Segment]) -> Parsed:
        """Make turns of segments, channel by channel where there are several."""
        if self.is_tracks:
            segments = sorted(segments, key=lambda one: one.start_ms or 0)
        channels: dict[str, list[Segment]] = {}
        names = name_channels(self.tree, [one.node for one in segments], self.talk.name)
        for name, one in zip(names, segments, strict=True):
            channels.setdefault(name, []).append(one)
        if not 1 < len(channels) < _MAX_CHANNELS or not are_channels_speakers(channels):
            channels = {"": list(segments)}
        cues = merge_channels({name: self._read_cues(said) for name, said in channels.items()})
        turns = join_cues(cues, time_source="word" if self.timed_words else "cue")
        has_times = any(turn.time_source != "none" for turn in turns)
        if not has_times and not self.warnings and has_other_times(self.talk.nodes):
            self.warnings.append(OTHER_TIMES)
        self.left_out.sort(key=lambda left: left.start)
        return Parsed(turns, tuple(self.left_out), tuple(self.warnings))

    def _read_cues(self, segments: Sequence[Segment]) -> list[Cue]:
        """Read the segments of one channel."""
        cues: list[Cue] = []
        opens = False
        for one in segments:
            said = self._read_segment(one)
            if said and opens:
                said[0] = said[0]._replace(opens=True)
            opens = one.node.get(_OPENS_NEXT) is True or (opens and not said)
            cues += said
        if any(cue.speaker is not None for cue in cues):
            return list(drop_own_labels(cues))
        has_text = any(self._texts_of(one.node) for one in segments)
        is_changing = any(cue.opens for cue in cues)
        if not has_text or is_changing:
            return cues
        cues, doubtful = read_labels_within(cues)
        self.warnings += warn_of_doubtful_labels(self.tree.source, doubtful)
        return cues

    def _texts_of(self, node: Node) -> list[str]:
        """List the numbers of the strings that are the text of an object."""
        key, value = first_value(node, self.keys.text)
        if isinstance(value, list):  # strings and formatted parts, as Telegram writes
            parts = [part.get("text") if isinstance(part, dict) else part for part in value]
            texts = [part for part in parts if isinstance(part, str)]
            if not texts or len(texts) < len(parts):
                raise self.tree.error_at(node, f'"{key}" must be a text')
            return texts
        value = self.tree.get_string(node, key) if key else None
        return [] if value is None else [value]

    def _read_segment(self, one: Segment) -> list[Cue]:
        """Read one segment: its text, cut where its words are, or else its words."""
        tree = self.tree
        pieces: list[Piece] = []
        values = self._texts_of(one.node)
        for value in values:
            found = tree.pieces(value, " " if not pieces else "", one.start_ms, one.end_ms)
            pieces += (
                found if len(values) == 1 or not found else unstripped_pieces(tree, value, one)
            )
        if pieces:
            pieces = clean_pieces(pieces)
        listed = one.words
        self.timed_words = self.timed_words or any(w.word.start_ms is not None for w in listed)
        if not listed:
            if not pieces:
                spans = [tree.span(value) for value in values]
                self.left_out += [LeftOut(*span, EMPTY_SEGMENT) for span in spans]
                return []
            return [Cue(one.speaker, pieces)]
        text = "".join(piece.text for piece in pieces)
        is_around = one.node is self.talk.around
        if pieces and (not is_around or lacks_marks(listed, text)):
            words = join_tokens(listed)
            if not is_around or covers_text(text, words):
                times = {"start_ms": one.start_ms, "end_ms": one.end_ms}
                return align_words(pieces, words, speaker=one.speaker, **times)
        guide = text or text_beside(tree, one.node)
        return list(join_words(tree, listed, guide=guide, speaker=one.speaker))
