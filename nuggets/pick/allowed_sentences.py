"""Limits: which sentences may be printed, by speaker and time."""

from __future__ import annotations

from collections.abc import Sequence

from nuggets.errors import OptionError
from nuggets.messages import no_speaker_called
from nuggets.option_definitions import Options
from nuggets.rank.named_speakers import find_called
from nuggets.values import Sentence, Transcript


def match_speakers(names: Sequence[str], transcript: Transcript) -> tuple[str, ...]:
    """Match names with the labels of a talk; upper or lower case, where none is written just so.

    Raises:
        OptionError: Nobody in the talk is called so.
    """
    found: dict[str, None] = {}
    for name in names:
        labels = find_called(name, transcript.speakers)
        if not labels:
            raise OptionError(no_speaker_called(name, transcript.speakers))
        found |= dict.fromkeys(labels)
    return tuple(found)


def find_allowed(
    transcript: Transcript, sentences: Sequence[Sentence], options: Options
) -> list[bool]:
    """Find which sentences the options allow to be printed.

    Raises:
        OptionError: The options limit the time of a talk that has no times.
    """
    is_timed = options.start_ms is not None or options.end_ms is not None
    if is_timed and transcript.duration_ms is None:
        raise OptionError("this transcript has no times, so start and end cannot be used")
    first = 0 if options.start_ms is None else options.start_ms
    last = float("inf") if options.end_ms is None else options.end_ms
    return [
        (not options.speakers or sentence.speaker in options.speakers)
        and (not is_timed or (sentence.start_ms is not None and first <= sentence.start_ms <= last))
        for sentence in sentences
    ]
