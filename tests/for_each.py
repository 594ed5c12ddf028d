"""One test over many cases: runs it for each of them and shows together all that fail."""

from __future__ import annotations

import inspect
import traceback
from collections.abc import Callable, Iterable, Sequence
from functools import wraps
from pathlib import Path
from typing import NamedTuple, TypeVar

import pytest

TESTS = Path(__file__).parent

Case = TypeVar("Case")
Test = Callable[..., None]


class Failure(NamedTuple):
    """A case that failed: what it is called, and what is wrong with it."""

    case: str
    fault: str


class CasesFailedError(AssertionError):
    """Some of the cases of a test failed; the message lists them all."""

    def __init__(self, failures: Sequence[Failure]) -> None:
        lines = [f"{case}: {fault}" for case, fault in failures]
        super().__init__("\n".join([f"{len(failures)} cases failed", *lines]))
        self.failures = tuple(failures)


def for_each(
    cases: Iterable[Case], *, named: Callable[[Case], str] = repr
) -> Callable[[Test], Test]:
    """Run a test for each case, as one test with one line in the report.

    For a property that holds for all files, formats or encodings. `pytest.mark.parametrize` is for
    examples that each show something of their own.

    Args:
        cases: Given to the test as its first argument, one after another; its other arguments are
            fixtures, which the cases share.
        named: What a case is called where it fails.

    Returns:
        A decorator. Of two of them the outer one gives the later argument.
    """
    listed = tuple(cases)
    assert listed, "a test without cases"

    def decorate(test: Test) -> Test:
        @wraps(test, updated=())
        def run(*arguments: object, **fixtures: object) -> None:
            __tracebackhide__ = True
            failures: list[Failure] = []
            for case in listed:
                try:
                    test(case, *arguments, **fixtures)
                except CasesFailedError as error:
                    failures += [
                        Failure(f"{named(case)}, {inner}", fault) for inner, fault in error.failures
                    ]
                except (Exception, pytest.fail.Exception) as error:  # noqa: BLE001  all are shown
                    failures.append(Failure(named(case), _describe(error)))
            if failures:
                raise CasesFailedError(failures)

        _, *fixtures = inspect.signature(test).parameters.values()
        run.__signature__ = inspect.Signature(fixtures)  # type: ignore[attr-defined]  # for pytest
        run.pytestmark = list(getattr(test, "pytestmark", ()))  # type: ignore[attr-defined]
        return run

    return decorate


def _describe(error: BaseException) -> str:
    """Give the line of our tests that raised an error, the error, and Hypothesis's example."""
    frames = [(Path(one.filename), one.lineno) for one in traceback.extract_tb(error.__traceback__)]
    path, line = [place for place in frames if TESTS in place[0].parents][-1]
    message = "".join(traceback.format_exception_only(error)).strip()
    return f"{path.name}:{line}: {message}".replace("\n", "\n    ")
