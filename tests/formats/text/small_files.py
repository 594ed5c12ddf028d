"""Small files of kinds that people have, with who must be read to say what.

They are shaped as reports of parliaments, courts, calls, minutes and chats are; the words are ours.
A speaker None means nobody: such words are left out, or are said by nobody named.
"""

from __future__ import annotations

from typing import NamedTuple


class SmallFile(NamedTuple):
    """A file and its reading.

    Attributes:
        text: The file.
        said: Who says what, in order.
    """

    text: str
    said: tuple[tuple[str | None, str], ...]


MINUTES_AND_LETTERS: dict[str, SmallFile] = {
    "note-mid": SmallFile(
        """\
Ann Lee: The pump broke on Monday.
Bob Roe: We called the plumber the same day.
Note: the plumber was late.
Ann Lee: He came on Tuesday.
Bob Roe: And the water was back by noon.
""",
        (
            ("Ann Lee", "The pump broke on Monday."),
            ("Bob Roe", "We called the plumber the same day."),
            (None, "the plumber was late."),
            ("Ann Lee", "He came on Tuesday."),
            ("Bob Roe", "And the water was back by noon."),
        ),
    ),
    "note-end": SmallFile(
        """\
Ann Lee: The pump broke on Monday.
Bob Roe: We called the plumber the same day.
Ann Lee: He came on Tuesday.

Note: the recording ends here.
""",
        (
            ("Ann Lee", "The pump broke on Monday."),
            ("Bob Roe", "We called the plumber the same day."),
            ("Ann Lee", "He came on Tuesday."),
            (None, "the recording ends here."),
        ),
    ),
    "regrets": SmallFile(
        """\
Weekly call, 3 March

Present: Ann Lee, Bob Roe
Regrets: Carla Voss, Dan Ilk
Scribe: Bob Roe

Ann Lee: The pump broke on Monday.
Bob Roe: We called the plumber the same day.
Ann Lee: He came on Tuesday.
Bob Roe: Good.
""",
        (
            ("Ann Lee", "The pump broke on Monday."),
            ("Bob Roe", "We called the plumber the same day."),
            ("Ann Lee", "He came on Tuesday."),
            ("Bob Roe", "Good."),
        ),
    ),
    "regrets-late": SmallFile(
        """\
Ann Lee: The pump broke on Monday.
Bob Roe: We called the plumber the same day.
Regrets: Carla Voss
Ann Lee: He came on Tuesday.
Bob Roe: Good.
""",
        (
            ("Ann Lee", "The pump broke on Monday."),
            ("Bob Roe", "We called the plumber the same day."),
            (None, "Carla Voss"),
            ("Ann Lee", "He came on Tuesday."),
            ("Bob Roe", "Good."),
        ),
    ),
    "scene": SmallFile(
        """\
SCENE 1: A kitchen at night

ANN: The pump broke.
BOB: When?
ANN: Just now, as you came in.

SCENE 2: Some hours later

BOB: The plumber is here.
ANN: Let him in, please.
""",
        (
            ("ANN", "The pump broke."),
            ("BOB", "When?"),
            ("ANN", "Just now, as you came in."),
            (None, "Some hours later"),
            ("BOB", "The plumber is here."),
            ("ANN", "Let him in, please."),
        ),
    ),
    "scene-3": SmallFile(
        """\
ANN: The pump broke.
BOB: When?
SCENE 2: The cellar
ANN: Just now, as you came in.
BOB: The plumber is here.
SCENE 3: The garden
ANN: Let him in, please.
BOB: He is in.
""",
        (
            ("ANN", "The pump broke."),
            ("BOB", "When?"),
            (None, "The cellar"),
            ("ANN", "Just now, as you came in."),
            ("BOB", "The plumber is here."),
            (None, "The garden"),
            ("ANN", "Let him in, please."),
            ("BOB", "He is in."),
        ),
    ),
    "act": SmallFile(
        """\
ACT I

INT. KITCHEN - NIGHT

ANN: The pump broke.

BOB: When?

ANN: Just now.

ACT II

EXT. GARDEN - DAY

BOB: The plumber is here.

ANN: Let him in.
""",
        (
            ("ANN", "The pump broke."),
            ("BOB", "When?"),
            ("ANN", "Just now."),
            (None, "ACT II"),
            (None, "EXT. GARDEN - DAY"),
            ("BOB", "The plumber is here."),
            ("ANN", "Let him in."),
        ),
    ),
    "mail-signoff": SmallFile(
        """\
Ann: The pump broke on Monday.
Bob: We called the plumber the same day.
Ann: He came on Tuesday.
Bob: And the water was back by noon.

Best,
Ann

Sent from my phone
""",
        (
            ("Ann", "The pump broke on Monday."),
            ("Bob", "We called the plumber the same day."),
            ("Ann", "He came on Tuesday."),
            ("Bob", "And the water was back by noon."),
            (None, "Best, Ann"),
            (None, "Sent from my phone"),
        ),
    ),
    "mail-around": SmallFile(
        """\
Hi all,

here is the transcript of our call.

Ann Lee: The pump broke on Monday.
Bob Roe: We called the plumber the same day.
Ann Lee: He came on Tuesday.
Bob Roe: And the water was back by noon.

Kind regards,
Carla Voss
Head of Operations
Tel: +49 30 123456
www.example.org
""",
        (
            ("Ann Lee", "The pump broke on Monday."),
            ("Bob Roe", "We called the plumber the same day."),
            ("Ann Lee", "He came on Tuesday."),
            ("Bob Roe", "And the water was back by noon."),
            (None, "Kind regards, Carla Voss Head of Operations"),
            (None, "+49 30 123456"),
            (None, "www.example.org"),
        ),
    ),
    "mail-forward": SmallFile(
        """\
From: Carla Voss <carla@example.org>
To: Ann Lee <ann@example.org>
Subject: transcript
Date: Mon, 3 Mar 2025 10:00

Please find it below.

Ann Lee: The pump broke on Monday.
Bob Roe: We called the plumber the same day.
Ann Lee: He came on Tuesday.

--
Carla Voss
Sent from my iPhone
""",
        (
            ("Ann Lee", "The pump broke on Monday."),
            ("Bob Roe", "We called the plumber the same day."),
            ("Ann Lee", "He came on Tuesday."),
            (None, "-- Carla Voss Sent from my iPhone"),
        ),
    ),
    "case-csv": SmallFile(
        """\
speaker,text
BOB ROE,The pump broke on Monday.
Ann Lee,We called the plumber the same day.
Bob Roe,He came on Tuesday.
Ann Lee,And the water was back by noon.
Bob Roe,At last.
""",
        (
            ("Bob Roe", "The pump broke on Monday."),
            ("Ann Lee", "We called the plumber the same day."),
            ("Bob Roe", "He came on Tuesday."),
            ("Ann Lee", "And the water was back by noon."),
            ("Bob Roe", "At last."),
        ),
    ),
    "case-md": SmallFile(
        """\
# Call

**BOB ROE:** The pump broke on Monday.

**Ann Lee:** We called the plumber the same day.

**Bob Roe:** He came on Tuesday.

**Ann Lee:** And the water was back by noon.

**Bob Roe:** At last.
""",
        (
            ("Bob Roe", "The pump broke on Monday."),
            ("Ann Lee", "We called the plumber the same day."),
            ("Bob Roe", "He came on Tuesday."),
            ("Ann Lee", "And the water was back by noon."),
            ("Bob Roe", "At last."),
        ),
    ),
    "todo": SmallFile(
        """\
Ann: The pump broke on Monday.
Bob: We called the plumber the same day.
Ann: He came on Tuesday.
TODO: pay the plumber
Bob: And the water was back by noon.
NEXT STEPS: read the meter
Ann: At last.
Bob: Yes.
""",
        (
            ("Ann", "The pump broke on Monday."),
            ("Bob", "We called the plumber the same day."),
            ("Ann", "He came on Tuesday."),
            (None, "pay the plumber"),
            ("Bob", "And the water was back by noon."),
            (None, "read the meter"),
            ("Ann", "At last."),
            ("Bob", "Yes."),
        ),
    ),
    "agenda": SmallFile(
        """\
Item 1: Water

Ann: The pump broke on Monday.
Bob: We called the plumber the same day.

Item 2: Roof

Ann: The roof leaks.
Bob: Since when?
Ann: Since the storm.

Item 3: Any other business

Bob: None.
""",
        (
            ("Ann", "The pump broke on Monday."),
            ("Bob", "We called the plumber the same day."),
            (None, "Roof"),
            ("Ann", "The roof leaks."),
            ("Bob", "Since when?"),
            ("Ann", "Since the storm."),
            (None, "Any other business"),
            ("Bob", "None."),
        ),
    ),
    "agenda-num": SmallFile(
        """\
1. Water

Ann: The pump broke on Monday.
Bob: We called the plumber the same day.

2. Roof

Ann: The roof leaks.
Bob: Since when?
Ann: Since the storm.

3. Any other business

Bob: None.
Ann: Then we close.
""",
        (
            ("Ann", "The pump broke on Monday."),
            ("Bob", "We called the plumber the same day."),
            (None, "2. Roof"),
            ("Ann", "The roof leaks."),
            ("Bob", "Since when?"),
            ("Ann", "Since the storm."),
            (None, "3. Any other business"),
            ("Bob", "None."),
            ("Ann", "Then we close."),
        ),
    ),
    "keys-in-speech": SmallFile(
        """\
Interviewer: What do you need for the dam?
Trell: Three things: clay, time and money.
Interviewer: And the rule?
Trell: One rule: never trust a dam.
Interviewer: Who said that?
Trell: My uncle. He used to say: a dam is a promise.
""",
        (
            ("Interviewer", "What do you need for the dam?"),
            ("Trell", "Three things: clay, time and money."),
            ("Interviewer", "And the rule?"),
            ("Trell", "One rule: never trust a dam."),
            ("Interviewer", "Who said that?"),
            ("Trell", "My uncle. He used to say: a dam is a promise."),
        ),
    ),
    "wrapped-colon": SmallFile(
        """\
Interviewer: What do you need for the dam?
Trell: One needs much for it, namely
these: clay, time and money, and of course
Patience: the rest comes by itself.
Interviewer: Who said that?
Trell: My uncle.
""",
        (
            ("Interviewer", "What do you need for the dam?"),
            (
                "Trell",
                "One needs much for it, namely these: clay, time and money, and of course",
            ),
            ("Trell", "Patience: the rest comes by itself."),
            ("Interviewer", "Who said that?"),
            ("Trell", "My uncle."),
        ),
    ),
    "caption-figure": SmallFile(
        """\
Ann Lee: The pump broke on Monday.
Bob Roe: We called the plumber the same day.
Figure 2: The pump, before it broke
Ann Lee: He came on Tuesday.
Photo: Carla Voss
Bob Roe: And the water was back by noon.
Ann Lee: At last.
""",
        (
            ("Ann Lee", "The pump broke on Monday."),
            ("Bob Roe", "We called the plumber the same day."),
            (None, "The pump, before it broke"),
            ("Ann Lee", "He came on Tuesday."),
            (None, "Carla Voss"),
            ("Bob Roe", "And the water was back by noon."),
            ("Ann Lee", "At last."),
        ),
    ),
    "page-foot": SmallFile(
        """\
ANN LEE: The pump broke on Monday, and we

Council of Ansel - 3 March 2025 - Page 1

called the plumber the same day.

BOB ROE: He came on Tuesday.

ANN LEE: And the water was back by noon, because

Council of Ansel - 3 March 2025 - Page 2

he worked through the night.

BOB ROE: At last.
""",
        (
            ("ANN LEE", "The pump broke on Monday, and we called the plumber the same day."),
            ("BOB ROE", "He came on Tuesday."),
            ("ANN LEE", "And the water was back by noon, because he worked through the night."),
            ("BOB ROE", "At last."),
        ),
    ),
    "minutes-list": SmallFile(
        """\
# Meeting 61

Attendees
- Ilka Voss
- Pavo Trell

## Hinge

- Ilka: The hinge interface is alpha.
- Pavo: We depend on it already.
- Issue: https://example.org/12
- Ilka: Then we keep both.
- Pavo: That helps.

## Actions

- Ilka to write to the council
""",
        (
            ("Ilka", "The hinge interface is alpha."),
            ("Pavo", "We depend on it already."),
            ("Ilka", "Then we keep both."),
            ("Pavo", "That helps."),
            (None, "Actions"),
            (None, "Ilka to write to the council"),
        ),
    ),
    "no-blank": SmallFile(
        """\
Interviewer: How did you come to the gate?
Trell: By my uncle.
Interviewer:And what did he teach you?
Trell:That the log is for those who come after.
Interviewer: Did you keep to it?
Trell:I did.
""",
        (
            ("Interviewer", "How did you come to the gate?"),
            ("Trell", "By my uncle."),
            ("Interviewer", "And what did he teach you?"),
            ("Trell", "That the log is for those who come after."),
            ("Interviewer", "Did you keep to it?"),
            ("Trell", "I did."),
        ),
    ),
    "one-line-qa": SmallFile(
        """\
Interviewer: How did you come to the gate? Trell: By my uncle, who kept it.
Interviewer: And what did he teach you? Trell: To grease it.
Interviewer: Right. Trell: Every month.
""",
        (
            ("Interviewer", "How did you come to the gate?"),
            ("Trell", "By my uncle, who kept it."),
            ("Interviewer", "And what did he teach you?"),
            ("Trell", "To grease it."),
            ("Interviewer", "Right."),
            ("Trell", "Every month."),
        ),
    ),
    "wiki": SmallFile(
        """\
[[Ilka Voss]]: The gate is shut.

[[Pavo Trell]]: It is open.

[[Ilka Voss]]: I was there.

[[Category:Interviews]]
""",
        (
            ("Ilka Voss", "The gate is shut."),
            ("Pavo Trell", "It is open."),
            ("Ilka Voss", "I was there."),
            (None, "[[Category:Interviews]]"),
        ),
    ),
    "footnotes": SmallFile(
        """\
Ann Lee: The pump broke on Monday.[1]

Bob Roe: We called the plumber the same day.[2]

Ann Lee: He came on Tuesday.

Bob Roe: Good.

[1] The pump of 1953.
[2] See also: the log of the plumber.
""",
        (
            ("Ann Lee", "The pump broke on Monday.[1]"),
            ("Bob Roe", "We called the plumber the same day.[2]"),
            ("Ann Lee", "He came on Tuesday."),
            ("Bob Roe", "Good."),
            (None, "[1] The pump of 1953."),
            (None, "[2] See also: the log of the plumber."),
        ),
    ),
    "comments": SmallFile(
        """\
Ann Lee: The pump broke on Monday.

Bob Roe: We called the plumber the same day.

Ann Lee: He came on Tuesday.

Bob Roe: Good.

Comments

Dora: I liked this very much.

Emil: So did I.
""",
        (
            ("Ann Lee", "The pump broke on Monday."),
            ("Bob Roe", "We called the plumber the same day."),
            ("Ann Lee", "He came on Tuesday."),
            ("Bob Roe", "Good."),
            (None, "I liked this very much."),
            (None, "So did I."),
        ),
    ),
    "screenplay": SmallFile(
        """\
                    ANN
          The pump broke.

                    BOB
          When?

                    ANN
              (looking up)
          Just now, as you came in.

                    BOB
          The plumber is here.
""",
        (
            ("ANN", "The pump broke."),
            ("BOB", "When?"),
            ("ANN", "(looking up) Just now, as you came in."),
            ("BOB", "The plumber is here."),
        ),
    ),
    "source-line": SmallFile(
        """\
Source: Radio Ansel, 3 March 2025
Transcribed by: M. K.

HOST: Welcome to the show.

GUEST: Thank you.

HOST: Tell us of the gate.

GUEST: It is shut.

MUSIC: theme

HOST: That was it.
""",
        (
            ("HOST", "Welcome to the show."),
            ("GUEST", "Thank you."),
            ("HOST", "Tell us of the gate."),
            ("GUEST", "It is shut."),
            (None, "theme"),
            ("HOST", "That was it."),
        ),
    ),
    "tags-line": SmallFile(
        """\
Ann Lee: The pump broke on Monday.
Bob Roe: We called the plumber the same day.
Ann Lee: He came on Tuesday.
Bob Roe: Good.

Tags: water, pumps
Share this: Facebook, Twitter
Filed under: Ansel
""",
        (
            ("Ann Lee", "The pump broke on Monday."),
            ("Bob Roe", "We called the plumber the same day."),
            ("Ann Lee", "He came on Tuesday."),
            ("Bob Roe", "Good."),
            (None, "water, pumps"),
            (None, "Facebook, Twitter"),
            (None, "Ansel"),
        ),
    ),
    "time-note": SmallFile(
        """\
[00:00:02] Ann Lee: The pump broke on Monday.
[00:00:09] Bob Roe: We called the plumber the same day.
[00:00:15] Note: phone rings
[00:00:20] Ann Lee: He came on Tuesday.
[00:00:31] Bob Roe: Good.
""",
        (
            ("Ann Lee", "The pump broke on Monday."),
            ("Bob Roe", "We called the plumber the same day."),
            (None, "phone rings"),
            ("Ann Lee", "He came on Tuesday."),
            ("Bob Roe", "Good."),
        ),
    ),
    "break-line": SmallFile(
        """\
Ann Lee: The pump broke on Monday.
Bob Roe: We called the plumber the same day.
Break: 10 minutes
Ann Lee: He came on Tuesday.
Bob Roe: Good.
Break: 5 minutes
Ann Lee: So that is that.
Bob Roe: Yes.
""",
        (
            ("Ann Lee", "The pump broke on Monday."),
            ("Bob Roe", "We called the plumber the same day."),
            (None, "10 minutes"),
            ("Ann Lee", "He came on Tuesday."),
            ("Bob Roe", "Good."),
            (None, "5 minutes"),
            ("Ann Lee", "So that is that."),
            ("Bob Roe", "Yes."),
        ),
    ),
    "ps": SmallFile(
        """\
Ann Lee: The pump broke on Monday.
Bob Roe: We called the plumber the same day.
Ann Lee: He came on Tuesday.
Bob Roe: Good.
PS: the plumber sends his regards.
Cheers,
Bob
""",
        (
            ("Ann Lee", "The pump broke on Monday."),
            ("Bob Roe", "We called the plumber the same day."),
            ("Ann Lee", "He came on Tuesday."),
            ("Bob Roe", "Good."),
            (None, "the plumber sends his regards."),
            (None, "Cheers, Bob"),
        ),
    ),
    "motion": SmallFile(
        """\
COUNCILLOR VOSS: I move that the gate be opened.
COUNCILLOR TRELL: Seconded.
MOTION: That the gate be opened.
VOTE: 5 in favour, 1 against
MOTION: That the hinge be greased.
VOTE: 6 in favour
MAYOR ORWIN: Carried.
COUNCILLOR VOSS: Thank you.
MAYOR ORWIN: Next item.
""",
        (
            ("COUNCILLOR VOSS", "I move that the gate be opened."),
            ("COUNCILLOR TRELL", "Seconded."),
            (None, "That the gate be opened."),
            (None, "5 in favour, 1 against"),
            (None, "That the hinge be greased."),
            (None, "6 in favour"),
            ("MAYOR ORWIN", "Carried."),
            ("COUNCILLOR VOSS", "Thank you."),
            ("MAYOR ORWIN", "Next item."),
        ),
    ),
    "ayes": SmallFile(
        """\
Mayor Orwin: All in favour?

Ayes: Voss, Trell, Kestle

Nays: none

Mayor Orwin: Carried. Councillor Voss.

Councillor Voss: Thank you. The gate.

Mayor Orwin: Yes, the gate.

Councillor Voss: It is shut.
""",
        (
            ("Mayor Orwin", "All in favour?"),
            (None, "Voss, Trell, Kestle"),
            (None, "none"),
            ("Mayor Orwin", "Carried. Councillor Voss."),
            ("Councillor Voss", "Thank you. The gate."),
            ("Mayor Orwin", "Yes, the gate."),
            ("Councillor Voss", "It is shut."),
        ),
    ),
    "html-small": SmallFile(
        """\
<html><body><h1>The gate</h1><p>By Carla Voss</p>
<p><b>Ann Lee:</b> The pump broke on Monday.</p>
<p><b>Bob Roe:</b> We called the plumber the same day.</p>
<p><b>Note:</b> the plumber was late.</p>
<p><b>Ann Lee:</b> He came on Tuesday.</p>
<p><b>Bob Roe:</b> Good.</p>
<p>Photo: Carla Voss</p>
</body></html>
""",
        (
            ("Ann Lee", "The pump broke on Monday."),
            ("Bob Roe", "We called the plumber the same day."),
            (None, "the plumber was late."),
            ("Ann Lee", "He came on Tuesday."),
            ("Bob Roe", "Good."),
            (None, "Carla Voss"),
        ),
    ),
    "md-small": SmallFile(
        """\
---
title: The gate
---
**Ann Lee:** The pump broke on Monday.

**Bob Roe:** We called the plumber the same day.

**Note:** the plumber was late.

**Ann Lee:** He came on Tuesday.

## Part 2: The hinge

**Bob Roe:** Good.

> **Resolution:** keep both

**Ann Lee:** Yes.
""",
        (
            ("Ann Lee", "The pump broke on Monday."),
            ("Bob Roe", "We called the plumber the same day."),
            (None, "the plumber was late."),
            ("Ann Lee", "He came on Tuesday."),
            ("Bob Roe", "Good."),
            (None, "keep both"),
            ("Ann Lee", "Yes."),
        ),
    ),
    "minutes-bullets": SmallFile(
        """\
Attendees:
 * Ilka Voss
 * Pavo Trell
Agenda:
 1. Gate
 2. Hinge

Ilka: Let us begin with the gate.
Pavo: It is shut.
Ilka: Why?
Pavo: Nobody greased it.

Action items:
 * Pavo: grease it
 * Ilka: write to the council
Next meeting: 10 June
""",
        (
            ("Ilka", "Let us begin with the gate."),
            ("Pavo", "It is shut."),
            ("Ilka", "Why?"),
            ("Pavo", "Nobody greased it."),
        ),
    ),
    "iv-german": SmallFile(
        """\
I: Wie sind Sie zum Tor gekommen?
B: Durch meinen Onkel, der es dreißig Jahre gehütet hat.
I: Und was hat er Ihnen beigebracht?
B: Dass das Buch für die ist, die nach uns kommen.
(Telefon klingelt)
I: Haben Sie sich daran gehalten?
B: Ja.
Anmerkung der Transkription: Ab hier ist die Aufnahme unverständlich.
""",
        (
            ("I", "Wie sind Sie zum Tor gekommen?"),
            ("B", "Durch meinen Onkel, der es dreißig Jahre gehütet hat."),
            ("I", "Und was hat er Ihnen beigebracht?"),
            ("B", "Dass das Buch für die ist, die nach uns kommen. (Telefon klingelt)"),
            ("I", "Haben Sie sich daran gehalten?"),
            ("B", "Ja."),
            (None, "Ab hier ist die Aufnahme unverständlich."),
        ),
    ),
    "bold-own-line": SmallFile(
        """\
**Ilka Voss**

The gate is shut.

**Pavo Trell**

Since when?

**Ilka Voss**

Since Monday.

**Pavo Trell**

Oh.
""",
        (
            ("Ilka Voss", "The gate is shut."),
            ("Pavo Trell", "Since when?"),
            ("Ilka Voss", "Since Monday."),
            ("Pavo Trell", "Oh."),
        ),
    ),
    "md-heading-names": SmallFile(
        """\
# The gate

### Ilka Voss

The gate is shut.

### Pavo Trell

Since when?

### Ilka Voss

Since Monday.

### Pavo Trell

Oh.
""",
        (
            ("Ilka Voss", "The gate is shut."),
            ("Pavo Trell", "Since when?"),
            ("Ilka Voss", "Since Monday."),
            ("Pavo Trell", "Oh."),
        ),
    ),
    "md-table": SmallFile(
        """\
| Speaker | Text |
| --- | --- |
| Ilka Voss | The gate is shut. |
| Pavo Trell | Since when? |
| Ilka Voss | Since Monday. |
| Pavo Trell | Oh. |
""",
        (
            ("Ilka Voss", "The gate is shut."),
            ("Pavo Trell", "Since when?"),
            ("Ilka Voss", "Since Monday."),
            ("Pavo Trell", "Oh."),
        ),
    ),
    "html-table": SmallFile(
        """\
<table><tr><th>Time</th><th>Speaker</th><th>Text</th></tr>
<tr><td>0:03</td><td>Ilka Voss</td><td>The gate is shut.</td></tr>
<tr><td>0:09</td><td>Pavo Trell</td><td>Since when?</td></tr>
<tr><td>0:15</td><td>Ilka Voss</td><td>Since Monday.</td></tr>
<tr><td>0:20</td><td>Pavo Trell</td><td>Oh.</td></tr></table>
""",
        (
            ("Ilka Voss", "The gate is shut."),
            ("Pavo Trell", "Since when?"),
            ("Ilka Voss", "Since Monday."),
            ("Pavo Trell", "Oh."),
        ),
    ),
    "html-dl": SmallFile(
        """\
<html><body><dl><dt>Ilka Voss</dt><dd>The gate is shut.</dd><dt>Pavo Trell</dt><dd>Since when?</dd>
<dt>Ilka Voss</dt><dd>Since Monday.</dd><dt>Pavo Trell</dt><dd>Oh.</dd></dl></body></html>
""",
        (
            ("Ilka Voss", "The gate is shut."),
            ("Pavo Trell", "Since when?"),
            ("Ilka Voss", "Since Monday."),
            ("Pavo Trell", "Oh."),
        ),
    ),
    "mixed-labels": SmallFile(
        """\
Speaker 1: The gate is shut.
Speaker 2: Since when?
Ilka Voss: Since Monday.
Speaker 2: Oh.
Unknown: Who is that?
Speaker 1: Nobody.
""",
        (
            ("Speaker 1", "The gate is shut."),
            ("Speaker 2", "Since when?"),
            ("Ilka Voss", "Since Monday."),
            ("Speaker 2", "Oh."),
            ("Unknown", "Who is that?"),
            ("Speaker 1", "Nobody."),
        ),
    ),
    "quotes-in-talk": SmallFile(
        """\
Ilka: He said to me: "Never."
Pavo: And what did you say?
Ilka: I said: "Why?"
"Because," he said: "it is so."
Pavo: Right.
""",
        (
            ("Ilka", 'He said to me: "Never."'),
            ("Pavo", "And what did you say?"),
            ("Ilka", 'I said: "Why?" "Because," he said: "it is so."'),
            ("Pavo", "Right."),
        ),
    ),
    "short-2": SmallFile(
        """\
Ann: Hi.
Bob: Hello.
""",
        (
            ("Ann", "Hi."),
            ("Bob", "Hello."),
        ),
    ),
    "dash-labels": SmallFile(
        """\
ILKA – The gate is shut.

PAVO – Since when?

ILKA – Since Monday – or Sunday.

PAVO – Oh.
""",
        (
            ("ILKA", "The gate is shut."),
            ("PAVO", "Since when?"),
            ("ILKA", "Since Monday – or Sunday."),
            ("PAVO", "Oh."),
        ),
    ),
    "nested-quote": SmallFile(
        """\
Ilka Voss:
> The gate is shut.

Pavo Trell:
> Since when?

Ilka Voss:
> Since Monday.

Pavo Trell:
> Oh.
""",
        (
            ("Ilka Voss", "The gate is shut."),
            ("Pavo Trell", "Since when?"),
            ("Ilka Voss", "Since Monday."),
            ("Pavo Trell", "Oh."),
        ),
    ),
}
RECORDS: dict[str, SmallFile] = {
    "case-names": SmallFile(
        """\
BOB ROE: The pump broke on Monday.
Ann Lee: We called the plumber the same day.
Bob Roe: He came on Tuesday.
Ann Lee: And the water was back by noon.
Bob Roe: At last.
""",
        (
            ("Bob Roe", "The pump broke on Monday."),
            ("Ann Lee", "We called the plumber the same day."),
            ("Bob Roe", "He came on Tuesday."),
            ("Ann Lee", "And the water was back by noon."),
            ("Bob Roe", "At last."),
        ),
    ),
    "case-names2": SmallFile(
        """\
Moderator: The pump broke on Monday.
Ann Lee: We called the plumber the same day.
MODERATOR: He came on Tuesday.
ANN LEE: And the water was back by noon.
""",
        (
            ("Moderator", "The pump broke on Monday."),
            ("Ann Lee", "We called the plumber the same day."),
            ("Moderator", "He came on Tuesday."),
            ("Ann Lee", "And the water was back by noon."),
        ),
    ),
    "aus": SmallFile(
        """\
Mr DUNMORE (Carrow—Minister for Water) (3.18 pm)—I move that the bill be read again.

Ms ORWIN (Selby) (3.20 pm)—The bill is too short. Where is the gate?

Mr DUNMORE—It is in the schedule.

Ms ORWIN—I see no schedule.

The SPEAKER—Order! The member will resume her seat.
""",
        (
            ("Mr DUNMORE", "I move that the bill be read again."),
            ("Ms ORWIN", "The bill is too short. Where is the gate?"),
            ("Mr DUNMORE", "It is in the schedule."),
            ("Ms ORWIN", "I see no schedule."),
            ("The SPEAKER", "Order! The member will resume her seat."),
        ),
    ),
    "canada": SmallFile(
        """\
Hon. Ilka Voss (Minister of Water, Lib.): Mr. Speaker, the gate is open.

Mr. Pavo Trell (Ansel—Northbank, CPC): Mr. Speaker, it is shut.

Some hon. members: Hear, hear!

The Speaker: Order. The hon. minister.

Hon. Ilka Voss: Mr. Speaker, I was there this morning.

Mr. Pavo Trell: So was I.
""",
        (
            ("Hon. Ilka Voss", "Mr. Speaker, the gate is open."),
            ("Mr. Pavo Trell", "Mr. Speaker, it is shut."),
            ("Some hon. members", "Hear, hear!"),
            ("The Speaker", "Order. The hon. minister."),
            ("Hon. Ilka Voss", "Mr. Speaker, I was there this morning."),
            ("Mr. Pavo Trell", "So was I."),
        ),
    ),
    "bundestag": SmallFile(
        """\
Präsidentin Ilka Voss:
Das Wort hat der Abgeordnete Trell.

(Beifall bei der SPD)

Pavo Trell (CDU/CSU):
Frau Präsidentin! Das Tor ist zu, weil niemand es geölt hat.

(Zuruf von der FDP: Das ist doch Unsinn!)

Das wissen Sie alle.

Präsidentin Ilka Voss:
Das Wort hat Mara Kestle.

Mara Kestle (BÜNDNIS 90/DIE GRÜNEN):
Das Tor ist offen.

Pavo Trell (CDU/CSU):
Es ist zu.
""",
        (
            (
                "Präsidentin Ilka Voss",
                "Das Wort hat der Abgeordnete Trell. (Beifall bei der SPD)",
            ),
            (
                "Pavo Trell (CDU/CSU)",
                "Frau Präsidentin! Das Tor ist zu, weil niemand es geölt hat.",
            ),
            (None, "(Zuruf von der FDP: Das ist doch Unsinn!)"),
            ("Pavo Trell (CDU/CSU)", "Das wissen Sie alle."),
            ("Präsidentin Ilka Voss", "Das Wort hat Mara Kestle."),
            ("Mara Kestle (BÜNDNIS 90/DIE GRÜNEN)", "Das Tor ist offen."),
            ("Pavo Trell (CDU/CSU)", "Es ist zu."),
        ),
    ),
    "france": SmallFile(
        """\
Mme la présidente. La parole est à M. Trell.

M. Pavo Trell. Madame la présidente, la porte est fermée.

Mme Ilka Voss, ministre de l'eau. Elle est ouverte.

M. Pavo Trell. Non.

Mme la présidente. Monsieur Trell, vous n'avez plus la parole.

M. Pavo Trell. Merci.
""",
        (
            ("Mme la présidente", "La parole est à M. Trell."),
            ("M. Pavo Trell", "Madame la présidente, la porte est fermée."),
            ("Mme Ilka Voss, ministre de l'eau", "Elle est ouverte."),
            ("M. Pavo Trell", "Non."),
            ("Mme la présidente", "Monsieur Trell, vous n'avez plus la parole."),
            ("M. Pavo Trell", "Merci."),
        ),
    ),
    "spain": SmallFile(
        """\
La señora PRESIDENTA: Comienza la sesión. Tiene la palabra el señor Trell.

El señor TRELL ORWIN: Gracias, señora presidenta. La puerta está cerrada.

La señora MINISTRA DE AGUA (Voss): Está abierta, señoría.

El señor TRELL ORWIN: No lo está.

La señora PRESIDENTA: Gracias.
""",
        (
            ("La señora PRESIDENTA", "Comienza la sesión. Tiene la palabra el señor Trell."),
            ("El señor TRELL ORWIN", "Gracias, señora presidenta. La puerta está cerrada."),
            ("La señora MINISTRA DE AGUA (Voss)", "Está abierta, señoría."),
            ("El señor TRELL ORWIN", "No lo está."),
            ("La señora PRESIDENTA", "Gracias."),
        ),
    ),
    "italy": SmallFile(
        """\
PRESIDENTE. La seduta è aperta. Ha facoltà di parlare il deputato Trell.

PAVO TRELL. Grazie, Presidente. La porta è chiusa.

ILKA VOSS, Ministra dell'acqua. La porta è aperta, onorevole.

PAVO TRELL. Non lo è.

PRESIDENTE. Grazie, deputato Trell.
""",
        (
            ("PRESIDENTE", "La seduta è aperta. Ha facoltà di parlare il deputato Trell."),
            ("PAVO TRELL", "Grazie, Presidente. La porta è chiusa."),
            ("ILKA VOSS, Ministra dell'acqua", "La porta è aperta, onorevole."),
            ("PAVO TRELL", "Non lo è."),
            ("PRESIDENTE", "Grazie, deputato Trell."),
        ),
    ),
    "ireland": SmallFile(
        """\
Deputy Pavo Trell: The gate is shut, because nobody greased it.

Minister for Water (Deputy Ilka Voss): The gate is open.

Deputy Pavo Trell: I was there.

Minister for Water (Deputy Ilka Voss): So was I, Deputy.

An Leas-Cheann Comhairle: Order, please.
""",
        (
            ("Deputy Pavo Trell", "The gate is shut, because nobody greased it."),
            ("Minister for Water (Deputy Ilka Voss)", "The gate is open."),
            ("Deputy Pavo Trell", "I was there."),
            ("Minister for Water (Deputy Ilka Voss)", "So was I, Deputy."),
            ("An Leas-Cheann Comhairle", "Order, please."),
        ),
    ),
    "nz": SmallFile(
        """\
Hon PAVO TRELL (Leader—Ansel): I raise a point of order, Mr Speaker.

SPEAKER: The member will be heard.

Hon PAVO TRELL: The gate is shut.

Hon Member: It's open!

SPEAKER: Order! The House will come to order.
""",
        (
            ("Hon PAVO TRELL", "I raise a point of order, Mr Speaker."),
            ("SPEAKER", "The member will be heard."),
            ("Hon PAVO TRELL", "The gate is shut."),
            ("Hon Member", "It's open!"),
            ("SPEAKER", "Order! The House will come to order."),
        ),
    ),
    "depo": SmallFile(
        """\
                    PROCEEDINGS
BY MR. LANE:
    Q.   Good morning. Where were you on the night of the flood?
    A.   At the gate, with my uncle.
    Q.   Did you close it?
         MS. DOE:  Objection. Form.
         THE WITNESS:  We tried to.
BY MR. LANE:
    Q.   And then?
    A.   Then the hinge broke.
         (Exhibit 4 was marked.)
    Q.   Is this the hinge?
    A.   It is.
""",
        (
            ("Q", "Good morning. Where were you on the night of the flood?"),
            ("A", "At the gate, with my uncle."),
            ("Q", "Did you close it?"),
            ("MS. DOE", "Objection. Form."),
            ("THE WITNESS", "We tried to."),
            ("Q", "And then?"),
            ("A", "Then the hinge broke."),
            (None, "(Exhibit 4 was marked.)"),
            ("Q", "Is this the hinge?"),
            ("A", "It is."),
        ),
    ),
    "oldbailey": SmallFile(
        """\
THE COURT: Mr. Lane, you may proceed.

MR. LANE: Thank you, Your Honor.

DIRECT EXAMINATION

BY MR. LANE:

Q: Where were you on the night of the flood?

A: At the gate.

Q: Did you close it?

A: We tried to.

THE COURT: Any cross?

MS. DOE: Briefly, Your Honor.

CROSS-EXAMINATION

BY MS. DOE:

Q: Who greased the hinge?

A: Nobody.
""",
        (
            ("THE COURT", "Mr. Lane, you may proceed."),
            ("MR. LANE", "Thank you, Your Honor."),
            ("Q", "Where were you on the night of the flood?"),
            ("A", "At the gate."),
            ("Q", "Did you close it?"),
            ("A", "We tried to."),
            ("THE COURT", "Any cross?"),
            ("MS. DOE", "Briefly, Your Honor."),
            ("Q", "Who greased the hinge?"),
            ("A", "Nobody."),
        ),
    ),
    "call-role": SmallFile(
        """\
Operator

Good day, and welcome to the Ansel Tidal Power call.

Ilka Voss -- Chief Executive Officer

Thank you, operator. Both turbines ran.

Pavo Trell -- Chief Financial Officer

Revenue was eleven million.

Questions and Answers:

Operator

Our first question comes from Mara Kestle.

Mara Kestle -- Northbank -- Analyst

How much of the third turbine is paid for?

Pavo Trell -- Chief Financial Officer

Two thirds.

Duration: 43 minutes

Call participants:

Ilka Voss -- Chief Executive Officer

Pavo Trell -- Chief Financial Officer

More ATP analysis

All earnings call transcripts
""",
        (
            ("Operator", "Good day, and welcome to the Ansel Tidal Power call."),
            ("Ilka Voss", "Thank you, operator. Both turbines ran."),
            ("Pavo Trell", "Revenue was eleven million."),
            ("Operator", "Our first question comes from Mara Kestle."),
            ("Mara Kestle", "How much of the third turbine is paid for?"),
            ("Pavo Trell", "Two thirds."),
        ),
    ),
    "briefing": SmallFile(
        """\
12:07 P.M. EDT

MS. VOSS:  Good afternoon, everybody.  The President will visit Port Ansel.

Q    Does he know what it cost?

MS. VOSS:  He does.  Go ahead, Pavo.

Q    Thank you.  Who added the hinge?

MS. VOSS:  I couldn't say.

THE PRESIDENT:  I added it.

Q    Mr. President, why?

THE PRESIDENT:  Because it fell off.  (Laughter.)

                    END          12:31 P.M. EDT
""",
        (
            ("MS. VOSS", "Good afternoon, everybody. The President will visit Port Ansel."),
            ("Q", "Does he know what it cost?"),
            ("MS. VOSS", "He does. Go ahead, Pavo."),
            ("Q", "Thank you. Who added the hinge?"),
            ("MS. VOSS", "I couldn't say."),
            ("THE PRESIDENT", "I added it."),
            ("Q", "Mr. President, why?"),
            ("THE PRESIDENT", "Because it fell off. (Laughter.)"),
        ),
    ),
    "state-dept": SmallFile(
        """\
MR VOSS: Good afternoon. Let me begin with the gate.

QUESTION: Can I ask about the hinge?

MR VOSS: Please.

QUESTION: Who paid?

MR VOSS: Matt.

QUESTION: A follow-up: was it greased?

MR VOSS: It was not.

(The briefing was concluded at 2:14 p.m.)
""",
        (
            ("MR VOSS", "Good afternoon. Let me begin with the gate."),
            ("QUESTION", "Can I ask about the hinge?"),
            ("MR VOSS", "Please."),
            ("QUESTION", "Who paid?"),
            ("MR VOSS", "Matt."),
            ("QUESTION", "A follow-up: was it greased?"),
            ("MR VOSS", "It was not."),
            (None, "(The briefing was concluded at 2:14 p.m.)"),
        ),
    ),
    "oral-cover": SmallFile(
        """\
PAVO TRELL
Oral History

INTERVIEWEE: Pavo Trell
INTERVIEWER: Mara Kestle
DATE: 3 March 2025
PLACE: Port Ansel

KESTLE: Where were you born?

TRELL: At the lock.

KESTLE: Who kept it then?

TRELL: My uncle.

[End of interview]
""",
        (
            ("KESTLE", "Where were you born?"),
            ("TRELL", "At the lock."),
            ("KESTLE", "Who kept it then?"),
            ("TRELL", "My uncle."),
            (None, "[End of interview]"),
        ),
    ),
    "uk-select": SmallFile(
        """\
Q1 Chair: Welcome. Why is the gate shut?

Pavo Trell: Because nobody greased it.

Q2 Mara Kestle: Who is nobody?

Pavo Trell: We all are.

Chair: I see.

Q3 Mara Kestle: And when will it open?

Pavo Trell: In March.
""",
        (
            ("Chair", "Welcome. Why is the gate shut?"),
            ("Pavo Trell", "Because nobody greased it."),
            ("Mara Kestle", "Who is nobody?"),
            ("Pavo Trell", "We all are."),
            ("Chair", "I see."),
            ("Mara Kestle", "And when will it open?"),
            ("Pavo Trell", "In March."),
        ),
    ),
    "fomc": SmallFile(
        """\
Transcript of the Federal Open Market Committee Meeting

January 30, 2031

CHAIRMAN VOSS.  Good morning, everyone.  Let us begin with the staff.

MR. TRELL.1  Thank you, Mr. Chairman.  Freight fell.

CHAIRMAN VOSS.  Questions?

MS. KESTLE.  By how much?

MR. TRELL.  By a third.

CHAIRMAN VOSS.  Thank you.  President Orwin.

MR. ORWIN.  I have nothing to add.

_______________
1 The materials used by Mr. Trell are appended to this transcript (appendix 1).
""",
        (
            ("CHAIRMAN VOSS", "Good morning, everyone. Let us begin with the staff."),
            ("MR. TRELL", "Thank you, Mr. Chairman. Freight fell."),
            ("CHAIRMAN VOSS", "Questions?"),
            ("MS. KESTLE", "By how much?"),
            ("MR. TRELL", "By a third."),
            ("CHAIRMAN VOSS", "Thank you. President Orwin."),
            ("MR. ORWIN", "I have nothing to add."),
        ),
    ),
    "uk-hansard-name": SmallFile(
        """\
Ilka Voss (Ansel) (Lab)
The gate is shut, and nobody knows why.

Pavo Trell (Northbank) (Con)
Will the hon. Lady give way?

Ilka Voss
I will.

Pavo Trell
Who shut it?

Ilka Voss
His own Government.

Mr Speaker
Order. I call the Minister.

The Minister for Water (Mara Kestle)
The gate is open.
""",
        (
            ("Ilka Voss", "The gate is shut, and nobody knows why."),
            ("Pavo Trell", "Will the hon. Lady give way?"),
            ("Ilka Voss", "I will."),
            ("Pavo Trell", "Who shut it?"),
            ("Ilka Voss", "His own Government."),
            ("Mr Speaker", "Order. I call the Minister."),
            ("The Minister for Water (Mara Kestle)", "The gate is open."),
        ),
    ),
    "scot": SmallFile(
        """\
The Presiding Officer (Ilka Voss): Good afternoon. The first item is question time.

1. Pavo Trell (Ansel) (SNP): To ask the Government when the gate will open. (S6O-01234)

The Minister for Water (Mara Kestle): In March.

Pavo Trell: Which March?

Mara Kestle: This one.

The Presiding Officer: Question 2 was not lodged.

3. Tomas Orwin (Selby) (Con): To ask the Government who greased it. (S6O-01236)

Mara Kestle: Nobody did.
""",
        (
            ("The Presiding Officer", "Good afternoon. The first item is question time."),
            ("Pavo Trell", "To ask the Government when the gate will open. (S6O-01234)"),
            ("The Minister for Water (Mara Kestle)", "In March."),
            ("Pavo Trell", "Which March?"),
            ("Mara Kestle", "This one."),
            ("The Presiding Officer", "Question 2 was not lodged."),
            ("Tomas Orwin (Selby) (Con)", "To ask the Government who greased it. (S6O-01236)"),
            ("Mara Kestle", "Nobody did."),
        ),
    ),
    "un": SmallFile(
        """\
The President (spoke in French): The meeting is called to order. I give the floor to Ms. Voss.

Ms. Voss (Ansel): Thank you, Mr. President. The gate is shut.

Mr. Trell (Northbank) (spoke in Spanish): It is open.

Ms. Voss (Ansel): It is not.

The President (spoke in French): The meeting is suspended.

The meeting rose at 1.05 p.m.
""",
        (
            ("The President", "The meeting is called to order. I give the floor to Ms. Voss."),
            ("Ms. Voss (Ansel)", "Thank you, Mr. President. The gate is shut."),
            ("Mr. Trell (Northbank)", "It is open."),
            ("Ms. Voss (Ansel)", "It is not."),
            ("The President", "The meeting is suspended."),
            (None, "The meeting rose at 1.05 p.m."),
        ),
    ),
    "ep": SmallFile(
        """\
Ilka Voss, Member of the Commission. – Madam President, the gate is shut.

Pavo Trell (S&D). – Madam President, it is open.

(Applause)

Presidente. – La discussione è chiusa.

Pavo Trell (S&D). – Good.
""",
        (
            ("Ilka Voss, Member of the Commission", "Madam President, the gate is shut."),
            ("Pavo Trell (S&D)", "Madam President, it is open. (Applause)"),
            ("Presidente", "La discussione è chiusa."),
            ("Pavo Trell (S&D)", "Good."),
        ),
    ),
    "uk-inquiry": SmallFile(
        """\
Tuesday, 3 June 2031

(10.00 am)

LADY VOSS: Good morning, Mr Trell.

MR TRELL: Good morning, my Lady. May I call Mara Kestle.

MS MARA KESTLE (sworn)

Questions from MR TRELL

MR TRELL: You kept the gate?

A. I did.

Q. For how long?

A. Thirty years.

LADY VOSS: Thank you.

(11.15 am)

(A short break)

(11.30 am)

MR TRELL: Did you grease it?

A. Every month.
""",
        (
            ("LADY VOSS", "Good morning, Mr Trell."),
            ("MR TRELL", "Good morning, my Lady. May I call Mara Kestle."),
            ("MR TRELL", "You kept the gate?"),
            ("A", "I did."),
            ("Q", "For how long?"),
            ("A", "Thirty years."),
            ("LADY VOSS", "Thank you."),
            ("MR TRELL", "Did you grease it?"),
            ("A", "Every month."),
        ),
    ),
    "npr": SmallFile(
        """\
ILKA VOSS, HOST:

The gate at Port Ansel is shut. Pavo Trell reports.

PAVO TRELL, BYLINE: It has been shut since Monday.

(SOUNDBITE OF GATE CREAKING)

TRELL: Mara Kestle keeps it.

MARA KESTLE: Nobody greased it.

(SOUNDBITE OF MUSIC)

VOSS: That was Pavo Trell.

Copyright © 2031 NPR. All rights reserved.
""",
        (
            ("ILKA VOSS, HOST", "The gate at Port Ansel is shut. Pavo Trell reports."),
            ("PAVO TRELL, BYLINE", "It has been shut since Monday. (SOUNDBITE OF GATE CREAKING)"),
            ("TRELL", "Mara Kestle keeps it."),
            ("MARA KESTLE", "Nobody greased it. (SOUNDBITE OF MUSIC)"),
            ("VOSS", "That was Pavo Trell."),
        ),
    ),
}
CHATS: dict[str, SmallFile] = {
    "irc": SmallFile(
        """\
[14:03] <ivoss> the gate has to be replaced before winter
[14:03] <mara_k> I would rather repair it
[14:04] * ptrell nods
[14:04] -!- tomas [~t@example.org] has joined #ansel
[14:04] <ivoss> then we ask the council
[14:05] <ptrell> and who writes to them?
[14:05] <mara_k> ivoss does
""",
        (
            ("ivoss", "the gate has to be replaced before winter"),
            ("mara_k", "I would rather repair it"),
            (None, "* ptrell nods"),
            (None, "-!- tomas [~t@example.org] has joined #ansel"),
            ("ivoss", "then we ask the council"),
            ("ptrell", "and who writes to them?"),
            ("mara_k", "ivoss does"),
        ),
    ),
    "slack-paste": SmallFile(
        """\
Ilka Voss  9:03 AM
The gate has to be replaced before winter.

Pavo Trell  9:04 AM
I would rather repair it.
A new one costs forty thousand.

Ilka Voss  9:10 AM
Then we ask the council.

Mara Kestle  9:12 AM
And who writes to them?

Ilka Voss  9:13 AM
You do.
""",
        (
            ("Ilka Voss", "The gate has to be replaced before winter."),
            ("Pavo Trell", "I would rather repair it. A new one costs forty thousand."),
            ("Ilka Voss", "Then we ask the council."),
            ("Mara Kestle", "And who writes to them?"),
            ("Ilka Voss", "You do."),
        ),
    ),
    "w3c": SmallFile(
        """\
Scribe: mara

Ilka: The hinge is alpha.

Pavo: We depend on it.

<tomas> +1

ACTION: Ilka to write to the council

Ilka: Then we keep both.

RESOLUTION: keep both for two releases

Pavo: That helps.

Ilka: Good.
""",
        (
            ("Ilka", "The hinge is alpha."),
            ("Pavo", "We depend on it."),
            (None, "+1"),
            (None, "Ilka to write to the council"),
            ("Ilka", "Then we keep both."),
            (None, "keep both for two releases"),
            ("Pavo", "That helps."),
            ("Ilka", "Good."),
        ),
    ),
    "discord": SmallFile(
        """\
Ilka — 03/06/2025 10:07
The gate has to be replaced before winter.
Pavo — 03/06/2025 10:08
I would rather repair it.
Ilka — 03/06/2025 10:09
Then we ask the council.
Mara — 03/06/2025 10:12
Who writes to them?
Ilka — 03/06/2025 10:13
You do.
""",
        (
            ("Ilka", "The gate has to be replaced before winter."),
            ("Pavo", "I would rather repair it."),
            ("Ilka", "Then we ask the council."),
            ("Mara", "Who writes to them?"),
            ("Ilka", "You do."),
        ),
    ),
    "wa-android": SmallFile(
        """\
03/06/2031, 10:06 - Messages and calls are end-to-end encrypted. No one can read them.
03/06/2031, 10:06 - Ilka created group "Gate"
03/06/2031, 10:07 - Ilka: The gate has to be replaced.
03/06/2031, 10:08 - Pavo: I would rather repair it.
A new one costs: forty thousand.
03/06/2031, 10:09 - Ilka: <Media omitted>
03/06/2031, 10:10 - Pavo added Mara
03/06/2031, 10:11 - Mara: Who writes to them?
""",
        (
            ("Ilka", "The gate has to be replaced."),
            ("Pavo", "I would rather repair it. A new one costs: forty thousand."),
            ("Mara", "Who writes to them?"),
        ),
    ),
    "wa-de": SmallFile(
        """\
[03.06.31, 10:07:11] Ilka Voß: Das Tor muss ersetzt werden.
[03.06.31, 10:08:40] Pavo: Lieber reparieren.
[03.06.31, 10:09:02] Ilka Voß: Dann fragen wir den Rat.
[03.06.31, 10:10:00] Pavo: Gut.
""",
        (
            ("Ilka Voß", "Das Tor muss ersetzt werden."),
            ("Pavo", "Lieber reparieren."),
            ("Ilka Voß", "Dann fragen wir den Rat."),
            ("Pavo", "Gut."),
        ),
    ),
    "dce": SmallFile(
        """\
[03-Jun-31 10:07 AM] ilka#1234
The gate has to be replaced.

[03-Jun-31 10:08 AM] pavo#4321
I would rather repair it.

[03-Jun-31 10:09 AM] ilka#1234
Then we ask the council.

[03-Jun-31 10:10 AM] pavo#4321
Good.
""",
        (
            ("ilka#1234", "The gate has to be replaced."),
            ("pavo#4321", "I would rather repair it."),
            ("ilka#1234", "Then we ask the council."),
            ("pavo#4321", "Good."),
        ),
    ),
    "dce2": SmallFile(
        """\
[06/03/2031 10:07 AM] ilka
The gate has to be replaced.

[06/03/2031 10:08 AM] pavo
I would rather repair it.

[06/03/2031 10:09 AM] ilka
Then we ask the council.

[06/03/2031 10:10 AM] pavo
Good.
""",
        (
            ("ilka", "The gate has to be replaced."),
            ("pavo", "I would rather repair it."),
            ("ilka", "Then we ask the council."),
            ("pavo", "Good."),
        ),
    ),
    "irc-plain": SmallFile(
        """\
14:03 < ivoss> the gate has to be replaced
14:03 <@mara_k> I would rather repair it
14:04 < ivoss> then we ask the council
14:05 -!- ptrell [~p@host] has joined #gate
14:05 < ptrell> and who writes?
14:06 <@mara_k> ivoss does
""",
        (
            ("ivoss", "the gate has to be replaced"),
            ("mara_k", "I would rather repair it"),
            ("ivoss", "then we ask the council"),
            ("ptrell", "and who writes?"),
            ("mara_k", "ivoss does"),
        ),
    ),
    "zoomchat": SmallFile(
        """\
10:07:11 From Ilka Voss : The gate has to be replaced.
10:08:12 From Pavo Trell to Everyone : I would rather repair it.
10:09:00 From Ilka Voss : Then we ask the council.
10:10:00 From Pavo Trell : Good.
""",
        (
            ("Ilka Voss", "The gate has to be replaced."),
            ("Pavo Trell", "I would rather repair it."),
            ("Ilka Voss", "Then we ask the council."),
            ("Pavo Trell", "Good."),
        ),
    ),
    "teams-paste": SmallFile(
        """\
Ilka Voss   0:03
The gate is shut.

Pavo Trell   0:09
Since when?

Ilka Voss   0:15
Since Monday.

Pavo Trell   0:20
Oh.
""",
        (
            ("Ilka Voss", "The gate is shut."),
            ("Pavo Trell", "Since when?"),
            ("Ilka Voss", "Since Monday."),
            ("Pavo Trell", "Oh."),
        ),
    ),
    "time-of-day-log": SmallFile(
        """\
09:00 Ilka: The gate is shut.
09:02 Pavo: Since when?
09:03 Ilka: Since Monday.
09:10 Pavo: Oh.
""",
        (
            ("Ilka", "The gate is shut."),
            ("Pavo", "Since when?"),
            ("Ilka", "Since Monday."),
            ("Pavo", "Oh."),
        ),
    ),
}
