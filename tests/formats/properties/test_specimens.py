"""One talk in every format: every reader gives the same turns, and so the same nuggets."""

from __future__ import annotations

import nuggets
from nuggets.formats.format_detection import FORMATS, find_format
from nuggets.formats.reading import parse_transcript
from nuggets.values import Transcript
from tests.for_each import for_each
from tests.formats.specimens import SPECIMENS
from tests.formats.specimens.specimen import Specimen
from tests.formats.specimens.talk import TALK, names_of
from tests.formats.talks import check_runs
from tests.tools.build_specimens import FOLDER

BY_FILE = for_each(SPECIMENS, named=lambda specimen: specimen.file)


def read(specimen: Specimen) -> Transcript:
    """Read the file as the program does."""
    return parse_transcript((FOLDER / specimen.file).read_bytes(), name=specimen.file)


def test_the_folder_holds_the_specimens_and_nothing_else() -> None:
    """Each file of the folder is written by its writer, byte for byte."""
    files = {path.name for path in FOLDER.iterdir()} - {"README.md"}
    assert files == {specimen.file for specimen in SPECIMENS}
    for specimen in SPECIMENS:
        assert (FOLDER / specimen.file).read_bytes() == specimen.write(TALK), specimen.file


def test_every_format_has_a_specimen() -> None:
    """No format is without a file that shows it."""
    assert {known.name for known in FORMATS} == {specimen.format for specimen in SPECIMENS}


@BY_FILE
def test_a_specimen_is_recognised(specimen: Specimen) -> None:
    """Each is taken for what it is."""
    assert read(specimen).format == find_format(specimen.format).name


@BY_FILE
def test_every_specimen_gives_the_same_turns(specimen: Specimen) -> None:
    """Speakers, words and times are those of the talk, as far as the format tells them."""
    talk = read(specimen)
    texts = [specimen.as_written(one.text) if specimen.as_written else one.text for one in TALK]
    if not specimen.turns:
        assert " ".join(" ".join(turn.text.split()) for turn in talk.turns) == " ".join(texts)
    else:
        assert [" ".join(turn.text.split()) for turn in talk.turns] == texts
    if specimen.speakers:
        names = names_of(TALK)
        called = {
            name: specimen.names(i) if specimen.names else name for i, name in enumerate(names)
        }
        assert [turn.speaker for turn in talk.turns] == [called[one.speaker] for one in TALK]
    else:
        assert talk.speakers == ()
    if specimen.time_source == "none":
        assert talk.duration_ms is None
    else:
        assert {turn.time_source for turn in talk.turns} == {specimen.time_source}
        if specimen.turns:
            step = specimen.precision_ms
            times = [turn.runs[0].start_ms for turn in talk.turns]
            assert times == [one.start_ms // step * step for one in TALK]


@BY_FILE
def test_places_hold_in_every_specimen(specimen: Specimen) -> None:
    """Every run is where it says, in order, and no character of a turn is from nowhere."""
    check_runs(read(specimen))


FOCI = ("freezer", "what the building costs", None)


def test_every_specimen_gives_the_same_nuggets() -> None:
    """The nuggets of all formats that say as much of who speaks are the same, for each focus."""
    seen: dict[tuple[bool, bool], dict[str, list[list[str]]]] = {}
    for specimen in SPECIMENS:
        if specimen.as_written is None and (specimen.turns or specimen.time_source == "none"):
            index = nuggets.Index(read(specimen))
            results = [index.summarize(focus, count=3).results[0] for focus in FOCI]
            kind = (specimen.speakers, specimen.turns)
            seen.setdefault(kind, {})[specimen.file] = [
                [one.text for nugget in result.nuggets for one in nugget.sentences]
                for result in results
            ]
    for found in seen.values():
        expected = next(iter(found.values()))
        assert {file: texts for file, texts in found.items() if texts != expected} == {}
    assert all(all(texts) for texts in seen[True, True].values())
