"""The whole road in process: what is picked, what options do, what is the same again."""

from __future__ import annotations

import itertools
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import nuggets
from tests.builders import talk
from tests.english.judged import TALK, read_cases
from tests.processes import PODCAST, SAMPLE, SHARED, needs_podcast

FOCI = (None, "heat pump", "jobs", "DHN", "privacy and consent", "what it costs and who pays")
MORE_FOCI = ("fish", "heat meters", "trust", "cooling", "pipes", "Len Abara")


@pytest.fixture(scope="module")
def sample() -> nuggets.Index:
    """The sample, embedded once."""
    return nuggets.Index(nuggets.read(SAMPLE))


@pytest.fixture(scope="module")
def podcast() -> nuggets.Index:
    """The podcast, embedded once."""
    if not PODCAST.is_file():
        pytest.skip("the podcast is not here")
    return nuggets.Index(nuggets.read(PODCAST))


def nuggets_of(summary: nuggets.Summary) -> list[nuggets.Nugget]:
    """List the nuggets of all results."""
    return [nugget for result in summary.results for nugget in result.nuggets]


def texts_picked(nugget: nuggets.Nugget) -> list[str]:
    """List the sentences of a nugget, without the question in front of an answer."""
    return [
        sentence.text
        for sentence, role in zip(nugget.sentences, nugget.roles, strict=True)
        if role == "pick"
    ]


def assert_is_well_formed(found: list[nuggets.Nugget]) -> None:
    """Check that each nugget picks something, and that no sentence is printed twice."""
    assert all(texts_picked(nugget) for nugget in found)
    shown = [sentence.index for nugget in found for sentence in nugget.sentences]
    assert len(shown) == len(set(shown))


def test_what_is_printed_of_the_sample_reads_well(sample: nuggets.Index) -> None:
    """Nothing is printed that a reader has judged unfit, but for the failures that are known.

    The reader judged the sentences of the sample, not the rules that choose among them.
    """
    judged = {kind: {case.text for case in cases} for kind, cases in read_cases(TALK).items()}
    unfit: set[str] = set()
    openings: list[str] = []
    for focus, longest in itertools.product((*FOCI, *MORE_FOCI), (1, 3)):
        found = nuggets_of(sample.summarize(focus, max_sentences=longest))
        assert found
        assert_is_well_formed(found)
        for nugget in found:
            picks = texts_picked(nugget)
            unfit.update(judged["unfit_anywhere"].intersection(picks))
            if nugget.roles[0] == "question":
                continue
            openings.append(picks[0])
            unfit.update(judged["unfit_opening"].intersection(picks[:1]))
            if len(picks) == 1:
                unfit.update(judged["unfit_alone"].intersection(picks))
    known = judged["known_failures"]
    assert unfit - known == set(), "printed, though a reader would not"
    assert known - unfit == set(), "not printed any more: take it out of the known failures"
    assert sum(text in judged["fit"] for text in openings) > len(openings) / 2


@pytest.mark.parametrize(
    "focus",
    [None, "AGI", "alignment and safety", "jobs and the economy", "consciousness", "Microsoft"],
)
def test_the_podcasts_nuggets_are_well_formed(podcast: nuggets.Index, focus: str | None) -> None:
    """Of a real talk of two and a half hours no bare question is printed, and nothing twice."""
    found = nuggets_of(podcast.summarize(focus))
    assert len(found) >= 3
    assert_is_well_formed(found)
    assert not any(text.endswith("?") for nugget in found for text in texts_picked(nugget))


@given(count=st.integers(1, 12), longest=st.integers(1, 4), words=st.integers(5, 300))
def test_limits_are_kept(sample: nuggets.Index, count: int, longest: int, words: int) -> None:
    """There are never more nuggets, sentences or words than asked for."""
    found = nuggets_of(
        sample.summarize("heat pump", count=count, max_sentences=longest, max_words=words)
    )
    assert len(found) <= count
    assert all(len(nugget.sentences) <= longest for nugget in found)
    assert sum(len(s.text.split()) for nugget in found for s in nugget.sentences) <= words * 1.1


@pytest.mark.parametrize("focus", FOCI[1:])
def test_more_nuggets_extend_fewer(sample: nuggets.Index, focus: str) -> None:
    """The best n are among the best n + 1, in the same order of rank."""
    lists = [
        [nugget.sentences for nugget in nuggets_of(sample.summarize(focus, count=n, order="rank"))]
        for n in range(1, 9)
    ]
    for shorter, longer in itertools.pairwise(lists):
        assert longer[: len(shorter)] == shorter


def test_an_acronym_finds_its_words_and_words_their_acronym(sample: nuggets.Index) -> None:
    """The focus DHN finds "heat network", and "district heat network" finds DHN."""
    by_acronym = " ".join(s.text for n in nuggets_of(sample.summarize("DHN")) for s in n.sentences)
    by_words = " ".join(
        s.text for n in nuggets_of(sample.summarize("district heat network")) for s in n.sentences
    )
    assert "heat network" in by_acronym
    assert "DHN" in by_words


def test_agi_finds_general_intelligence_and_superintelligence(podcast: nuggets.Index) -> None:
    """The acronym's words, and words near in meaning, rank high for it."""
    ranked = sorted(podcast.rank("AGI"), key=lambda row: -row.cosine)
    place = {row.sentence.index: i for i, row in enumerate(ranked)}
    long = next(s for s in podcast.sentences if "artificial general intelligence" in s.text)
    near = [s for s in podcast.sentences if "superintelligence" in s.text.lower()]
    assert place[long.index] < len(ranked) / 10
    assert min(place[s.index] for s in near) < len(ranked) / 10


@pytest.mark.parametrize("focus", ["photosynthesis", "volcanoes", "the Roman empire"])
def test_what_is_not_discussed_is_not_made_up(
    podcast: nuggets.Index, sample: nuggets.Index, focus: str
) -> None:
    """A focus that the talk does not touch gives no nuggets and says so."""
    for index in (podcast, sample):
        result = index.summarize(focus).results[0]
        assert (result.status, result.nuggets) == ("not-discussed", ())


@pytest.mark.parametrize("focus", ["nuclear power", "elections", "climate change"])
def test_what_is_brushed_alone_comes_with_a_warning(sample: nuggets.Index, focus: str) -> None:
    """Where it is not safe to say either, the nearest passages are given as such."""
    result = sample.summarize(focus).results[0]
    assert result.status == "unsure"
    assert result.nuggets


def test_a_talk_in_another_language_is_never_denied() -> None:
    """The vectors know English alone, so of other talk nobody can say what it does not discuss."""
    said = "Ann: Der Hafen war im Januar zugefroren, und die Schiffe lagen vor dem Eis. | Ben: "
    said += "Wochenlang kam keines mehr hinaus, bis der Wind drehte und das Eis zerbrach. | "
    index = nuggets.Index(talk(said * 5 + "Ann: So war das."))
    assert {index.summarize(f).results[0].status for f in ("volcanoes", "algebra")} == {"unsure"}


def test_only_the_speakers_asked_for_speak(sample: nuggets.Index) -> None:
    """`speakers` leaves only what these say, questions included; upper or lower case."""
    found = nuggets_of(sample.summarize("heat pump", speakers=["ida vargo"]))
    assert found
    assert {s.speaker for n in found for s in n.sentences} == {"IDA VARGO"}


def test_an_unknown_speaker_is_told_who_there_is(sample: nuggets.Index) -> None:
    """The error names the speakers of the talk."""
    with pytest.raises(nuggets.OptionError, match="IDA VARGO"):
        sample.summarize(speakers=["Nobody"])


SAID = "Pipes cost 133 million dollars because the streets of the old town must be dug up."


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        (["ANNA"], ("ANNA",)),
        (["Anna"], ("Anna",)),
        (["Anna", "ANNA"], ("Anna", "ANNA")),
        (["anna"], ("Anna", "ANNA")),
        ("Zoe\u0308", ("Zo\u00eb",)),
    ],
)
def test_speakers_are_told_apart_by_their_capitals(
    asked: list[str] | str, given: tuple[str, ...]
) -> None:
    """The label itself is meant where it stands in the talk; otherwise all that are spelt so."""
    script = f"Anna: {SAID} | ANNA: {SAID} | Zo\u00eb: {SAID}"
    assert nuggets.summarize(talk(script), speakers=asked).options.speakers == given


def test_speakers_must_be_texts(sample: nuggets.Index) -> None:
    """Anything else is an error that says so."""
    with pytest.raises(nuggets.OptionError, match="speakers must be"):
        sample.summarize(speakers=[1])


def test_not_all_of_many_speakers_are_listed() -> None:
    """Of a crowd the error names ten, and says how many there are besides."""
    script = " | ".join(f"Speaker {chr(97 + i % 26)}{i}: {SAID}" for i in range(300))
    with pytest.raises(nuggets.OptionError, match="and 290 others") as caught:
        nuggets.summarize(talk(script), speakers="Nobody")
    assert len(str(caught.value)) < 400


def test_an_answer_is_found_without_the_question_of_somebody_else() -> None:
    """Where the question may not be printed, an answer that needs none is printed alone."""
    asked = "Does the old harbor pump lose much heat in the winter months?"
    answer = "Yes, the harbor pump loses a third of its heat because the pipes have no insulation."
    script = f"Host: {asked} | Guest: {answer} | Host: Thank you. | Guest: Thanks."
    both = nuggets_of(nuggets.summarize(talk(script), "harbor pump"))
    alone = nuggets_of(nuggets.summarize(talk(script), "harbor pump", speakers="Guest"))
    assert [[s.text for s in n.sentences] for n in both] == [[asked, answer]]
    assert [[s.text for s in n.sentences] for n in alone] == [[answer]]
    words = len(answer.split())
    assert nuggets_of(
        nuggets.summarize(talk(script), "harbor pump", speakers="Guest", max_words=words)
    )


@pytest.mark.parametrize("focus", ["", "???", "\n", 5, ("a", "b")])
def test_rank_needs_a_word_too(sample: nuggets.Index, focus: str) -> None:
    """A focus without a letter or digit cannot be ranked by, as it cannot be summarized by."""
    with pytest.raises(nuggets.OptionError, match="focus"):
        sample.rank(focus)


def test_context_surrounds_the_nugget(sample: nuggets.Index) -> None:
    """`context` sentences are those before and after, as they stand in the talk."""
    for nugget in nuggets_of(sample.summarize("heat pump", context=2)):
        around = [*nugget.before, *nugget.sentences, *nugget.after]
        assert [s.index for s in around] == list(range(around[0].index, around[-1].index + 1))
        assert len(nugget.before) <= 2 >= len(nugget.after)


def test_the_order_changes_the_list_and_nothing_else(sample: nuggets.Index) -> None:
    """Time and rank order list the same nuggets."""
    by_time = nuggets_of(sample.summarize("heat pump", order="time"))
    by_rank = nuggets_of(sample.summarize("heat pump", order="rank"))
    assert sorted(by_time, key=lambda nugget: nugget.rank) == by_rank
    assert [n.rank for n in by_rank] == list(range(1, len(by_rank) + 1))
    starts = [n.sentences[0].start for n in by_time]
    assert starts == sorted(starts)


def test_a_time_limit_on_a_talk_without_times_is_refused(sample: nuggets.Index) -> None:
    """`start` cannot be used where nothing says when things were said."""
    with pytest.raises(nuggets.OptionError, match="no times"):
        sample.summarize(start_ms=1000)


def test_only_the_part_asked_for_is_summarized(tmp_path: Path) -> None:
    """`start_ms` and `end_ms` leave what is said between them."""
    lines = [
        f"[00:{minute:02}:00] {name}: The harbor stores {minute} units because water is dense."
        for minute, name in zip(range(1, 30), itertools.cycle(["ANNA", "BEN"]), strict=False)
    ]
    path = tmp_path / "timed.txt"
    path.write_text("\n\n".join(lines), "utf-8")
    summary = nuggets.summarize(nuggets.read(path), start_ms=600_000, end_ms=900_000)
    times = [s.start_ms for n in nuggets_of(summary) for s in n.sentences]
    assert times
    assert all(time is not None and 600_000 <= time <= 900_000 for time in times)


def test_several_foci_are_each_answered_alone(sample: nuggets.Index) -> None:
    """Each focus gets the result that it gets by itself."""
    both = sample.summarize(["heat pump", "jobs"]).results
    assert both == (
        *sample.summarize("heat pump").results,
        *sample.summarize("jobs").results,
    )


def test_the_fingerprint_changes_with_whatever_matters() -> None:
    """Input, options and model are in the fingerprint; the name of the file is not."""
    one = talk("Dana: Water stores a great deal of heat in the deep harbor. | Lee: We know.")
    other = talk("Dana: Water stores a great deal of heat in the deep harbour. | Lee: We know.")
    base = nuggets.summarize(one).fingerprint
    assert base == nuggets.summarize(one).fingerprint
    assert base != nuggets.summarize(other).fingerprint
    assert base != nuggets.summarize(one, count=9).fingerprint
    assert base != nuggets.summarize(one, "heat").fingerprint


def test_noise_that_was_kept_is_in_the_fingerprint(tmp_path: Path) -> None:
    """`keep_noise` reads other words out of the same bytes, so the fingerprint is another one."""
    page = tmp_path / "page.txt"
    said = "Dana: Pipes cost 133 million dollars because the streets must be dug up.\n"
    page.write_text(f"Skip to content\n\n{said}\nLee: They do.\n", "utf-8")
    plain, kept = (nuggets.read(page, keep_noise=keep) for keep in (False, True))
    assert nuggets.summarize(plain).fingerprint != nuggets.summarize(kept).fingerprint


@pytest.mark.parametrize(
    "text",
    [
        "Dana: Water stores heat.",
        "Dana: Yeah.",
        "Dana: Yeah. | Lee: Yeah. | Dana: Right. | Lee: Mm-hmm.",
        "Dana: " + "The harbor stores heat because water is very dense. " * 40,
        "Dana: 今天我们讨论人工智能。它会改变世界。 | Lee: 是的。",
        "Dana: مرحبا بكم في البرنامج. سنتحدث عن الماء اليوم.",
        "Dana: 🎉🎉🎉 | Lee: 🙂",
    ],
)
def test_odd_talks_do_not_crash(text: str) -> None:
    """One sentence, only backchannels, other scripts: a summary, maybe an empty one."""
    index = nuggets.Index(talk(text))
    for focus in (None, "heat", "今天"):
        assert_is_well_formed(nuggets_of(index.summarize(focus)))


def test_equal_sentences_are_printed_once() -> None:
    """A talk that says one thing forty times has one nugget."""
    text = "The harbor stores heat because water is very dense and the bay is deep. "
    found = nuggets_of(nuggets.summarize(talk(f"Dana: {text * 40}"), "heat"))
    assert len({s.text for n in found for s in n.sentences}) == 1
    assert len(found) == 1


def test_rank_gives_every_sentence_with_every_score(sample: nuggets.Index) -> None:
    """A baseline needs the full ranking: all sentences, best first, scores in range."""
    for focus in (None, "heat pump"):
        ranked = sample.rank(focus)
        assert sorted(row.sentence.index for row in ranked) == list(range(len(sample.sentences)))
        assert [row.score for row in ranked] == sorted((r.score for r in ranked), reverse=True)
        assert all(0 <= share <= 1 for r in ranked for share in (r.score, r.textrank, r.centrality))


@pytest.mark.parametrize("focus", ["Ida Vargo", "What did Tessa Quill say?"])
def test_a_speakers_name_alone_asks_for_what_that_speaker_says(
    sample: nuggets.Index, focus: str
) -> None:
    """It is no subject that the talk would have to discuss, and the ranking agrees."""
    (name,) = (name for name in sample.transcript.speakers if name.split()[0].title() in focus)
    (result,) = sample.summarize(focus).results
    (whole,) = sample.summarize(speakers=(name,)).results
    assert result.focus == focus
    assert result.nuggets == whole.nuggets
    assert {s.speaker for nugget in result.nuggets for s in nugget.sentences} == {name}
    assert sample.rank(focus)[0].sentence.speaker == name


@pytest.mark.parametrize("path", sorted(SAMPLE.parent.glob("*.points.json")), ids=lambda p: p.stem)
def test_rank_begins_with_the_best_nugget(path: Path) -> None:
    """What is never printed, such as litter, does not stand above it, whatever the focus."""
    index = nuggets.Index(nuggets.read(path.with_name(path.name.removesuffix(".points.json"))))
    for focus in [one["focus"] for one in json.loads(path.read_text("utf-8"))["foci"]]:
        for nugget in nuggets_of(index.summarize(focus, count=1)):
            picked = zip(nugget.sentences, nugget.roles, strict=True)
            best = {sentence.index for sentence, role in picked if role == "pick"}
            assert {row.sentence.index for row in index.rank(focus)[: len(best)]} == best, focus


@pytest.mark.skipif(not SHARED.is_dir(), reason="the meetings are not here")
@needs_podcast
def test_a_real_meeting_has_nuggets_for_its_topics() -> None:
    """A meeting's own topics are found in it."""
    path = sorted((SHARED / "data" / "qmsum" / "val").glob("*.json"))[0]
    index = nuggets.Index(nuggets.read(path))
    found = index.summarize("Storing data in XML format")
    assert found.results[0].status == "ok"
    assert any("XML" in s.text for n in nuggets_of(found) for s in n.sentences)
