"""Entry point of the command line: subcommands, order of steps, exit codes.

Imports are late: help and a wrong flag answer at once, and Ctrl-C is handled from the start.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from nuggets.cli.interrupts import exit_on_interrupt, ignore_interrupts
from nuggets.cli.output import (
    discard_stdout,
    flush_stdout,
    print_note,
    show_progress,
    write_result,
)
from nuggets.errors import (
    EXIT_DONE,
    EXIT_INPUT,
    EXIT_INTERRUPTED,
    EXIT_NOTHING_FOUND,
    NuggetsError,
    TranscriptError,
)
from nuggets.languages.names import OTHER, name_language
from nuggets.messages import boundary_notes, pluralize, shorten

if TYPE_CHECKING:
    import argparse

    from nuggets.cli.ask import Request
    from nuggets.option_definitions import Options
    from nuggets.values import Result, Summary, Transcript


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        arguments: Without the program's name; None: those of the process, which Ctrl-C then ends
            at once.

    Returns:
        The exit code, one of those in `errors`.
    """
    code = EXIT_INTERRUPTED
    owns_process = arguments is None
    if owns_process:
        # Garbage collection takes a fifth of a short run and finds next to nothing.
        gc.disable()
    try:
        code = _run(
            list(sys.argv[1:] if arguments is None else arguments), owns_process=owns_process
        )
        if owns_process:
            ignore_interrupts()
    except KeyboardInterrupt:
        discard_stdout()
        print_note("interrupted")
    return code


def _run(arguments: Sequence[str], *, owns_process: bool) -> int:
    """Run a subcommand; an error becomes one line on stderr and an exit code."""
    try:
        if arguments[:1] == ["models"]:
            with exit_on_interrupt(owns_process=owns_process):
                return _models(arguments[1:])
        if arguments[:1] == ["evaluate"]:
            return _evaluate(arguments[1:])
        if arguments[:1] == ["inspect"]:
            return _inspect(arguments[1:], owns_process=owns_process)
        if arguments[:1] == ["summarize"]:
            arguments = arguments[1:]
        return _summarize(arguments, owns_process=owns_process)
    except NuggetsError as error:
        place = "".join(f"{note}: " for note in getattr(error, "__notes__", ()))
        print_note(f"{place}{error}")
        return error.exit_code
    except BrokenPipeError:  # as of `nuggets ... | head`
        discard_stdout()
        return EXIT_DONE
    except OSError as error:
        from nuggets.files import describe_os_error

        print_note(f"{error.filename or 'the system'}: {describe_os_error(error)}")
        return EXIT_INPUT
    except MemoryError:
        print_note("not enough memory for an input of this size; split it")
        return EXIT_INPUT


def _summarize(arguments: Sequence[str], *, owns_process: bool) -> int:
    """Run the main job: read, pick, write, note."""
    from nuggets.cli.arguments import ListFormatsRequest, merge_options, parse_flags

    try:
        flags = parse_flags(arguments)
    except ListFormatsRequest:
        return _list_formats()
    except SystemExit:  # argparse has printed help or version
        flush_stdout()
        return EXIT_DONE
    request = _parse_request(flags.ask)
    options = merge_options(flags, request)
    if flags.output is not None:
        from nuggets.files import check_writable

        check_writable(flags.output, source=flags.file)
    with exit_on_interrupt(owns_process=owns_process), show_progress("reading"):
        from nuggets.files import read

        transcript = read(
            flags.file,
            format=flags.input_format,
            encoding=flags.encoding,
            keep_noise=flags.keep_noise,
            language=flags.language,
        )
    if request is not None and not options.speakers:
        from dataclasses import replace

        from nuggets.cli.ask import match_requested_speakers

        matched = match_requested_speakers(request.speakers, transcript.speakers)
        options = replace(options, speakers=matched)
    with exit_on_interrupt(owns_process=owns_process), show_progress("choosing passages"):
        summary = _make_summary(transcript, options, flags)
        text = _render(summary, flags, request)
    for note in _notes_before(transcript, summary, options, request):
        print_note(note)
    write_result(text, flags.output)
    for result in summary.results:
        if note := _note_on(result, summary.source.language):
            print_note(note)
    return EXIT_DONE if summary.found else EXIT_NOTHING_FOUND


def _parse_request(text: str | None) -> Request | None:
    """Parse the request of `--ask`, if there is one."""
    if text is None:
        return None
    from nuggets.cli.ask import parse_request

    return parse_request(text)


def _make_summary(transcript: Transcript, options: Options, flags: argparse.Namespace) -> Summary:
    """Make the summary; an error of the transcript names its file."""
    from dataclasses import asdict

    from nuggets.pipeline import Index
    from nuggets.sentences.splitter import import_spacy_lightly

    import_spacy_lightly()
    settings = asdict(options)
    focus = settings.pop("focus") or None
    try:
        return Index(transcript, model=flags.model).summarize(focus, **settings)
    except TranscriptError as error:
        error.add_note(flags.file)
        raise


def _render(summary: Summary, flags: argparse.Namespace, request: Request | None) -> str:
    """Write the summary in the format of the flag, else of the request, else as text."""
    from nuggets.render import write

    name = flags.format or (request and request.format) or "text"
    return write(summary, name, explain=flags.explain)


def _notes_before(
    transcript: Transcript, summary: Summary, options: Options, request: Request | None
) -> Iterator[str]:
    """List the notes that come before the result; after an error there are none."""
    if request is not None:
        from nuggets.cli.arguments import describe

        yield f"understood: {describe(options)}"
        if request.unused:
            yield f"not used: {'; '.join(request.unused)}"
    yield from reading_notes(transcript)
    yield from boundary_notes(summary.source.boundary)


def reading_notes(transcript: Transcript) -> Iterator[str]:
    """List the warnings of the reader, and count what it left out by reason."""
    from nuggets.formats.format import FORMAT_SYNTAX

    yield from transcript.warnings
    counts: dict[str, int] = {}
    for left in transcript.left_out:
        if left.reason not in FORMAT_SYNTAX:
            counts[left.reason] = counts.get(left.reason, 0) + 1
    if counts:
        reasons = ", ".join(f"{count} {reason}" for reason, count in counts.items())
        total = sum(counts.values())
        verb = "is" if total == 1 else "are"
        yield f"left out {pluralize(total, 'line')} that {verb} not speech ({reasons})"


def _note_on(result: Result, language: str | None) -> str:
    """Write the note on a result that has no nuggets or may not be about its focus; else "".

    Args:
        result: The result.
        language: Code of a language that the rules and models for English do not know; None where
            they know it.
    """
    if not result.nuggets:
        return _nothing_found(result, language)
    if result.status != "unsure":
        return ""
    focus = f'"{shorten(result.focus or "")}"'
    if language is None:
        return f"the talk may not discuss {focus}: these are the nearest passages"
    return (
        f"the talk may not discuss {focus}: its words are not said together in enough places, and "
        f"the model does not know {_name(language)}; these are the nearest passages"
    )


def _nothing_found(result: Result, language: str | None) -> str:
    """Write the note on why a result has no nuggets; arguments as of `_note_on`."""
    if result.focus is None:
        return "no passage within these limits can be read on its own"
    focus = f'"{shorten(result.focus)}"'
    if result.status == "unsure" and language is not None:
        return (
            f"whether the talk touches {focus} cannot be told: no passage is found by its words, "
            f"and the model does not know {_name(language)}; ask in words of the talk"
        )
    if result.status == "not-discussed":
        return f"the talk does not touch {focus}"
    if result.status == "unsure":
        return f"the talk may not touch {focus}, and no passage near it can be read on its own"
    return f"no passage about {focus} within these limits can be read on its own"


def _name(language: str) -> str:
    return "its language" if language == OTHER else name_language(language)


def _models(arguments: Sequence[str]) -> int:
    """Run `nuggets models`."""
    from nuggets.cli.models import list_models

    try:
        text, code = list_models(arguments)
    except SystemExit:
        flush_stdout()
        return EXIT_DONE
    write_result(text)
    return code


def _evaluate(arguments: Sequence[str]) -> int:
    """Run `nuggets evaluate`."""
    from nuggets.cli.evaluate import evaluate

    try:
        done = evaluate(arguments, out=sys.stdout, err=sys.stderr)
    except SystemExit:
        flush_stdout()
        return EXIT_DONE
    for note in done.notes:
        print_note(note)
    write_result(done.text, done.output)
    return EXIT_DONE


def _inspect(arguments: Sequence[str], *, owns_process: bool) -> int:
    """Run `nuggets inspect`."""
    from nuggets.cli.arguments import ListFormatsRequest
    from nuggets.cli.inspect import inspect

    try:
        with exit_on_interrupt(owns_process=owns_process), show_progress("reading"):
            text = inspect(arguments)
    except ListFormatsRequest:
        return _list_formats()
    except SystemExit:
        flush_stdout()
        return EXIT_DONE
    write_result(text)
    return EXIT_DONE


def _list_formats() -> int:
    """Run `--list-formats`."""
    from nuggets.formats.format_detection import FORMATS
    from nuggets.inspection.rendering import formats_to_text

    rows = [(one.name, one.origin, one.speakers, one.times, one.special) for one in FORMATS]
    write_result(formats_to_text(rows))
    return EXIT_DONE
