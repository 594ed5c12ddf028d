"""Plain text with speaker labels, change marks or times before the words.

COWEN: So where does it go next?          label, perhaps on a line of its own
**Peter:** I do.                          in bold type, the words perhaps in a quotation below
>> ALICE: Hi                              change mark, with or without a label
- Yeah, let's do it.                      the same as a dash
[00:01:02] ANNA: text                     time before the label, bracketed or bare
Rita Moss (00:00:00) We began             time after the name, with or without a colon
(00:00:27) And then                       time alone: the same speaker goes on
"""

from __future__ import annotations

from functools import partial

from nuggets.formats.format import Format
from nuggets.formats.text.labelled_lines import is_labelled, parse_labelled

NAME = "plain"

PLAIN = Format(
    NAME,
    origin="transcripts with `NAME: text`, in many ways of writing names and times",
    speakers="yes",
    times="turn",
    looks_like=is_labelled,
    parse=partial(parse_labelled, format=NAME),
    parse_all=partial(parse_labelled, format=NAME, keep_noise=True),
    special="labels count only where they recur",
)
