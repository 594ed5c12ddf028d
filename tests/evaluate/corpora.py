"""Small made-up data sets, written as QMSum and AMI are."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

SPEECHES = (
    ("Chair", "Welcome everybody to the meeting . {vocalsound} We have a lot to do today ."),
    ("Dana", "The remote control needs a rubber case because it falls from tables ."),
    ("Lee", "Rubber costs two euros more , and people like the feeling of rubber ."),
    ("Chair", "{disfmarker}"),
    ("Dana", "The budget is twelve euros , so the battery has to be cheap and small ."),
    ("Lee", "A kinetic battery never has to be charged , \u201cnever\u201d means ten years ."),
    ("Chair", "Yeah ."),
    ("Chair", "Yeah ."),
    ("Dana", "We tested voice recognition with forty users and most of them disliked it ."),
    ("Lee", "Then voice recognition should go , and the buttons have to be larger ."),
    ("Chair", "Thank you all , we meet again next Tuesday at nine in the morning ."),
)

QUESTIONS = (
    ("What was said about the rubber case?", "The case is made of rubber.", [["1", "2"]]),
    ("Discuss the battery and the budget", "The battery is kinetic.", [["4", "4"], ["5", "5"]]),
    ("Why does voice recognition go?", "Most users disliked it.", [["8", "9"]]),
)


def write_qmsum(folder: Path, *names: str, **changes: Any) -> Path:
    """Write meetings as QMSum does; those after the first have the turns said twice."""
    folder.mkdir(exist_ok=True)
    for number, name in enumerate(names or ("Bed001",)):
        facts: dict[str, Any] = {
            "meeting_transcripts": [
                {"speaker": speaker, "content": content}
                for _ in range(number + 1)
                for speaker, content in SPEECHES
            ],
            "general_query_list": [
                {"query": "Summarize the meeting", "answer": "A rubber case. A kinetic battery."}
            ],
            "specific_query_list": [
                {"query": query, "answer": answer, "relevant_text_span": spans}
                for query, answer, spans in QUESTIONS
            ],
            "topic_list": [
                {"topic": "the rubber case", "relevant_text_span": [["1", "2"]]},
                {"topic": "energy", "relevant_text_span": [["4", "5"]]},
                {"topic": "voice recognition", "relevant_text_span": [["8", "9"]]},
            ],
        }
        text = json.dumps(facts | changes, ensure_ascii=number % 2 == 0, indent=number or None)
        (folder / f"{name}.json").write_text(text, "utf-8")
    return folder


ACTS = (
    ("a.1", "0.5", "2.0", "A", "PM", "-1", "Okay , welcome to the kick-off meeting ."),
    ("b.1", "2.0", "4.0", "B", "ID", "+1", "The case is made of rubber ."),
    ("b.2", "4.0", "6.0", "B", "ID", "+1", "Rubber is soft and it is cheap ."),
    ("a.2", "6.0", "6.5", "A", "PM", "-1", "{vocalsound}"),
    ("c.1", "6.5", "9.0", "C", "UI", "-1", "I would rather have wood ."),
    ("b.3", "9.0", "11.0", "B", "ID", "+1", "But rubber survives a fall from a table ."),
)


def write_ami(folder: Path, name: str = "ES2001a") -> Path:
    """Write a meeting as the AMI files are, its acts out of order."""
    folder.mkdir(exist_ok=True)
    lines = {
        key: "\t".join([key, start, end, letter, role, "inf", extract, "1", words])
        for key, start, end, letter, role, extract, words in ACTS
    }
    (folder / f"{name}.da").write_text("\n".join(lines[key] for key in reversed(lines)), "utf-8")
    (folder / f"{name}.da-asr").write_text("not read", "utf-8")
    support = [lines[key] for key in ("b.1", "b.2", "b.3")]
    abstract = [
        "3\ts.1\tThe group\nchose rubber.",
        *support,
        "1\ts.2\tOne wants wood.",
        lines["c.1"],
    ]
    (folder / f"{name}.abstract").write_text("\n".join(abstract), "utf-8")
    return folder


TALK = """\
ANNA: Welcome to the show about wells and water. How deep are your wells, Boris?

BORIS: The oldest well is ninety meters deep, and it has never run dry in forty years. We drill \
a new one every spring, because three villages have joined us since the drought.

ANNA: Yeah.

BORIS: A pump costs four thousand euros, which is more than a farmer earns here in a year. So the \
village buys one pump together and each house pays for the water that it takes.

ANNA: Could you tell us a little more about how the people in the villages see that?

BORIS: People trust the meter because a child can read it. The old men said that water is free, \
and then their own daughters voted for the meter.

ANNA: Thank you, Boris, it was good to have you here with us today.
"""

DEEP = "The oldest well is ninety meters deep, and it has never run dry in forty years."
POINTS: tuple[tuple[str | None, str, tuple[tuple[str, tuple[str, ...]], ...]], ...] = (
    (
        *("wells", "broad"),
        (
            (
                "vital",
                (DEEP,),
            ),
            ("okay", ("We drill a new one every spring, because three villages have joined us",)),
        ),
    ),
    (
        "pumps",
        "name",
        (("vital", ("A pump costs four thousand euros", "the village buys one pump")),),
    ),
    (
        *("Why do people trust it?", "question"),
        (("okay", ("People trust the meter because a child can read it.",)),),
    ),
    (
        *(None, "whole"),
        (
            (
                "vital",
                (DEEP,),
            ),
            ("vital", ("each house pays for the water that it takes.",)),
            ("okay", ("their own daughters voted for the meter.",)),
        ),
    ),
    ("volcanoes", "absent", ()),
)
LITTER = ("Could you tell us a little more about how the people in the villages see that?",)


def _passage(text: str) -> dict[str, Any]:
    """Write a passage of the talk, with its place in it."""
    start = TALK.index(text)
    return {"answer": [[start, start + len(text)]], "text": text}


def points_fields(name: str = "wells.txt") -> dict[str, Any]:
    """Write what an editor says of the talk."""
    foci: list[dict[str, Any]] = [
        {
            "focus": focus,
            "kind": kind,
            "points": [
                {"point": texts[0], "grade": grade, "passages": [_passage(text) for text in texts]}
                for grade, texts in points
            ],
        }
        for focus, kind, points in POINTS
    ]
    for one in foci:
        if one["kind"] in ("broad", "whole"):
            one["best"] = [point["passages"][0] for point in one["points"]]
    litter = [pair for text in LITTER for pair in _passage(text)["answer"]]
    return {"source": name, "foci": foci, "litter": litter}


def write_points(folder: Path, *names: str) -> Path:
    """Write talks with points."""
    folder.mkdir(exist_ok=True)
    for name in names or ("wells.txt",):
        (folder / name).write_text(TALK, "utf-8")
        text = json.dumps(points_fields(name), ensure_ascii=False)
        (folder / f"{name}.points.json").write_text(text, "utf-8")
    return folder
