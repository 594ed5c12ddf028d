"""Readers of JSON: a file for each speech recogniser or corpus, and `generic` for all others.

Order: string_literals, detection, unrecognised, json_decoder, tree, word_alignment, collector,
qmsum, youtube, channels, podcast, segments, whisper_cpp, assemblyai, aws, deepgram, google,
key_synonyms, rev, generic, whisper, whisperx.
"""

from __future__ import annotations

from nuggets.formats.format import Format
from nuggets.formats.json_family.assemblyai import ASSEMBLYAI
from nuggets.formats.json_family.aws import AWS
from nuggets.formats.json_family.deepgram import DEEPGRAM
from nuggets.formats.json_family.generic import GENERIC
from nuggets.formats.json_family.google import GOOGLE
from nuggets.formats.json_family.podcast import PODCAST
from nuggets.formats.json_family.qmsum import QMSUM
from nuggets.formats.json_family.rev import REV
from nuggets.formats.json_family.whisper import WHISPER
from nuggets.formats.json_family.whisper_cpp import WHISPER_CPP
from nuggets.formats.json_family.whisperx import WHISPERX
from nuggets.formats.json_family.youtube import YOUTUBE

JSON_FAMILY: tuple[Format, ...] = (
    *(QMSUM, YOUTUBE, WHISPER_CPP, REV, PODCAST),
    *(AWS, DEEPGRAM, GOOGLE, ASSEMBLYAI),
    *(WHISPERX, WHISPER, GENERIC),
)
"""All formats of JSON, in the order in which they are tried: the most specific first."""
