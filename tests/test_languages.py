"""Talk in other languages from end to end: passages are printed, and nothing is claimed."""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator

import nuggets
from nuggets.cli.main import main
from nuggets.languages.names import LANGUAGES
from nuggets.render.json import json_schema
from nuggets.values import Summary
from tests.cli.running import Captured, run, run_json
from tests.for_each import for_each
from tests.languages.talks import TALKS, Told

NAMED = {told.code: told for told in TALKS}
GERMAN = NAMED["de"]


def printed(summary: Summary) -> str:
    """Join all that is printed."""
    return "\n".join(" ".join(s.text for s in n.sentences) for n in summary.results[0].nuggets)


def by_file(told: Told) -> str:
    """Name a talk where a test fails for it."""
    return told.file


@for_each(TALKS, named=by_file)
def test_a_talk_as_a_whole_has_nuggets(told: Told) -> None:
    """Six passages are printed, word for word as in the file, none of them a question or broken."""
    talk = nuggets.read(told.path)
    summary = nuggets.summarize(talk, count=6)
    assert summary.source.language == talk.language == told.code
    assert len(summary.results[0].nuggets) == 6
    for nugget in summary.results[0].nuggets:
        for sentence in nugget.sentences:
            assert talk.source[sentence.start : sentence.end] == sentence.text
            assert sentence.text in told.text
            assert sentence.text.rstrip("»« \u00a0")[-1] in ".!“”"


@for_each(TALKS, named=by_file)
def test_foci_are_found(told: Told) -> None:
    """What a reader finds in the talk is printed, and surely so."""
    index = nuggets.Index(nuggets.read(told.path))
    for focus, words in told.foci.items():
        summary = index.summarize(focus)
        assert words in printed(summary), focus
        assert summary.results[0].status == "ok", focus


@for_each(TALKS, named=by_file)
def test_what_is_absent_is_not_denied(told: Told) -> None:
    """That a talk does not touch something cannot be told by its words alone."""
    index = nuggets.Index(nuggets.read(told.path))
    for focus in told.absent:
        result = index.summarize(focus).results[0]
        assert (result.status, result.nuggets) == ("unsure", ()), focus


@for_each([told for told in TALKS if told.plain], named=by_file)
def test_accents_may_be_left_out(told: Told) -> None:
    """A focus that is typed without accents finds what it finds with them."""
    assert printed(nuggets.summarize(nuggets.read(told.path), told.plain))


def test_the_reason_is_one_line(capsysbinary: Captured) -> None:
    """An absent focus exits with 1, and one line says why nothing certain can be said."""
    out, err = run(capsysbinary, GERMAN.path, "--focus", "Vulkane", code=1)
    assert out.decode() == "No passage found for “Vulkane”.\n"
    assert err.splitlines()[-1] == (
        'nuggets: whether the talk touches "Vulkane" cannot be told: no passage is found by its '
        "words, and the model does not know German; ask in words of the talk"
    )


def test_a_word_said_once_comes_with_a_reason(capsysbinary: Captured) -> None:
    """It is printed where it stands, with a warning."""
    out, err = run(capsysbinary, GERMAN.path, "--focus", "Ehrenamtliche")
    assert "zwei Ehrenamtliche" in out.decode()
    assert "the model does not know German; these are the nearest passages" in err


def test_nothing_of_english_is_said_about_german(capsysbinary: Captured) -> None:
    """The warning names the language and says what holds for it."""
    _, err = run(capsysbinary, GERMAN.path)
    assert err.splitlines() == [
        "nuggets: the talk is in German: what can be read alone is judged by marks and length "
        "only, and a focus is found by its words"
    ]


@for_each(TALKS, named=by_file)
def test_json_has_the_language(told: Told) -> None:
    """Where it is not English; the schema knows it."""
    summary = nuggets.summarize(nuggets.read(told.path))
    document = json.loads(nuggets.to_json(summary))
    assert document["source"]["language"] == told.code
    Draft202012Validator(json_schema()).validate(document)


def test_json_of_english_is_as_it_was(capsysbinary: Captured) -> None:
    """A talk in English, or too short to tell, has no such key."""
    assert "language" not in run_json(capsysbinary, "data/talk.txt")["source"]


def test_the_language_can_be_named(capsysbinary: Captured) -> None:
    """`--language` overrides what is recognised, also for `inspect`, and for the fingerprint."""
    as_german = run_json(capsysbinary, GERMAN.path)
    as_dutch = run_json(capsysbinary, GERMAN.path, "--language", "nl-BE")
    assert as_dutch["source"]["language"] == "nl"
    assert as_german["fingerprint"] != as_dutch["fingerprint"]
    as_english = run_json(capsysbinary, GERMAN.path, "--language", "en")
    assert "language" not in as_english["source"]
    assert run_json(capsysbinary, "inspect", GERMAN.path, "--language", "fr")["language"] == "fr"


def test_a_language_that_is_none_is_refused(capsysbinary: Captured) -> None:
    """One line says which codes there are."""
    assert main(["data/talk.txt", "--language", "klingon"]) == 2
    err = capsysbinary.readouterr().err.decode()
    assert err.startswith("nuggets: --language: unknown language 'klingon'; use a code such as de:")
    assert err.count("\n") == 1
    with pytest.raises(nuggets.OptionError):
        nuggets.read("data/talk.txt", language="klingon")


def test_inspect_names_the_language(capsysbinary: Captured) -> None:
    """In words for people, as a code in JSON."""
    for told in TALKS:
        out, _ = run(capsysbinary, "inspect", told.path)
        assert f"\nlanguage   {LANGUAGES[told.code].name}\n" in out.decode()
    assert run_json(capsysbinary, "inspect", "data/talk.txt")["language"] == "en"


@for_each(TALKS, named=by_file)
def test_captions_without_marks_have_nuggets(told: Told) -> None:
    """As recognisers write them, in small letters and without marks, with times of cues."""
    cues: list[str] = []
    ms = 0
    for line in told.text.splitlines():
        words = "".join(c for c in line.split(":", 1)[1].lower() if c not in ".,!?¿¡«»„“:").split()
        for i in range(0, len(words), 8):
            times = [
                f"00:{at // 60000:02}:{at // 1000 % 60:02},{at % 1000:03}" for at in (ms, ms + 2500)
            ]
            cues.append(f"{len(cues) + 1}\n{' --> '.join(times)}\n{' '.join(words[i : i + 8])}\n")
            ms += 2600
        ms += 700
    from nuggets.formats.reading import parse_transcript

    talk = parse_transcript("\n".join(cues).encode(), name="talk.srt")
    summary = nuggets.summarize(talk, count=5)
    assert summary.source.language == told.code
    assert summary.source.boundary == "cue"
    assert len(summary.results[0].nuggets) == 5
    focus = next(iter(told.foci))
    assert nuggets.summarize(talk, focus).results[0].nuggets
