from __future__ import annotations

import json
from dataclasses import replace

import jsonschema
from hypothesis import given

from nuggets.render import json_schema, to_json
from nuggets.values import Result, Sentence, Summary
from tests.summaries import is_safe, nugget, of, said, summaries, summary


@given(summaries())
def test_json_fits_its_schema(drawn: Summary) -> None:
    """Whatever was said, with and without reasons, the JSON is what the schema describes."""
    validator = jsonschema.Draft202012Validator(json_schema())
    for explain in (False, True):
        validator.validate(json.loads(to_json(drawn, explain=explain)))


def test_the_schema_is_a_schema() -> None:
    """The schema in the package is valid JSON Schema, draft 2020-12."""
    jsonschema.Draft202012Validator.check_schema(json_schema())


def test_the_schema_refuses_what_is_not_in_it() -> None:
    """A key that the contract does not name, or a missing one, does not fit the schema."""
    validator = jsonschema.Draft202012Validator(json_schema())
    document = json.loads(to_json(of(nugget(said("Yes, it does.")))))
    assert validator.is_valid(document)
    sentence = document["results"][0]["nuggets"][0]["sentences"][0]
    sentence["colour"] = "red"
    assert not validator.is_valid(document)
    del sentence["colour"], sentence["role"]
    assert not validator.is_valid(document)


def test_pages_fit_the_schema() -> None:
    """A sentence of a source with pages has three keys more."""
    one = replace(said("Soon."), page=12, line=5, end_page=12, end_line=9)
    document = json.loads(to_json(of(nugget(one))))
    jsonschema.Draft202012Validator(json_schema()).validate(document)
    (sentence,) = document["results"][0]["nuggets"][0]["sentences"]
    assert [sentence[key] for key in ("page", "line", "end_page", "end_line")] == [12, 5, 12, 9]


@given(summaries())
def test_json_gives_every_sentence_back(drawn: Summary) -> None:
    """Every sentence comes back character for character, with its speaker, place and time."""
    document = json.loads(to_json(drawn))
    for result, its in zip(drawn.results, document["results"], strict=True):
        for nugget_, its_nugget in zip(result.nuggets, its["nuggets"], strict=True):
            read = [_sentence(entry) for entry in its_nugget["sentences"]]
            assert read == [replace(s, opens_paragraph=False) for s in nugget_.sentences]
            assert [entry["role"] for entry in its_nugget["sentences"]] == [*nugget_.roles]


def _sentence(entry: dict[str, object]) -> Sentence:
    fields = {key: value for key, value in entry.items() if key not in ("turn", "role")}
    return Sentence(turn_index=entry["turn"], **fields)  # type: ignore[arg-type]  # as the schema has it


@given(summaries())
def test_json_is_safe_to_print(drawn: Summary) -> None:
    """No control character, surrogate or change of direction stands in the JSON as such."""
    written = to_json(drawn, explain=True)
    assert is_safe(written)
    assert written.endswith("}\n")


def test_json_has_the_keys_of_the_contract_in_order() -> None:
    """The keys are those of schema nuggets/1, in that order."""
    picked = replace(
        nugget(said("It will.")),
        scores={"textrank": 0.2, "novelty": 1.0, "readability": 0.123456, "relevance": 0.5},
    )
    document = json.loads(to_json(of(picked, focus="AGI")))
    assert [*document] == ["schema", "fingerprint", "source", "options", "model", "results"]
    assert " ".join(document["source"]) == (
        "name sha256 format speakers turns sentences words duration_ms boundary"
    )
    assert " ".join(document["options"]) == (
        "focus count max_sentences max_words speakers start_ms end_ms context order"
    )
    assert [*document["model"]] == ["name", "sha256"]
    (result,) = document["results"]
    assert [*result] == ["focus", "status", "nuggets"]
    (entry,) = result["nuggets"]
    assert " ".join(entry) == "rank label score speakers sentences scores"
    assert " ".join(entry["sentences"][0]) == (
        "text speaker turn index start end line start_ms end_ms time_source role"
    )
    assert [*entry["scores"].items()] == [
        ("relevance", 0.5),
        ("novelty", 1.0),
        ("readability", 0.1235),
        ("textrank", 0.2),
    ]


def test_context_and_reasons_are_there_only_if_asked_for() -> None:
    """`context` appears with the option, `why` with explain, and context has no role."""
    before, picked = said("And when?", speaker="LEX FRIDMAN"), said("Soon.", index=1)
    one = replace(nugget(picked, why="about AGI (0.81)"), before=(before,))
    (plain,) = json.loads(to_json(of(one)))["results"][0]["nuggets"]
    (full,) = json.loads(to_json(of(one, context=1), explain=True))["results"][0]["nuggets"]
    assert "context" not in plain
    assert "why" not in plain
    assert [*full][-2:] == ["context", "why"]
    assert full["why"] == "about AGI (0.81)"
    assert full["context"]["after"] == []
    assert full["context"]["before"][0]["text"] == "And when?"
    assert "role" not in full["context"]["before"][0]


def test_json_says_that_a_focus_is_not_discussed() -> None:
    """A focus that the talk does not touch has its status and no nuggets."""
    document = json.loads(to_json(summary(Result("photosynthesis", "not-discussed", ()))))
    assert document["results"] == [
        {"focus": "photosynthesis", "status": "not-discussed", "nuggets": []}
    ]
