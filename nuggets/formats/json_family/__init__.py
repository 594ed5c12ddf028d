"""Readers of JSON: one for lists of what is said, whoever writes them; two for other shapes.

Order: string_literals, unrecognised, json_decoder, tree, keys, detection, word_alignment, channels,
flattening, repeats, talk_lists, time_units, speakers, cue_text, word_lists, segments, reader,
services, qmsum, youtube.
"""

from __future__ import annotations

from nuggets.formats.format import Format
from nuggets.formats.json_family.qmsum import QMSUM
from nuggets.formats.json_family.services import GENERIC, SERVICES
from nuggets.formats.json_family.youtube import YOUTUBE

JSON_FAMILY: tuple[Format, ...] = (
    *(QMSUM, YOUTUBE),
    *(service.to_format() for service in SERVICES),
    GENERIC,
)
"""All formats of JSON, in the order in which they are tried: the most specific first."""
