"""What an option must be, whoever sets it: the command line has checked its own, Python has not."""

from __future__ import annotations

from nuggets.errors import OptionError


def check_whole(name: str, value: object, *, least: int) -> None:
    """Make sure that an option is a whole number and not too small.

    Args:
        name: Of the option, for the message.
        value: What it was set to.
        least: The smallest that is of use.

    Raises:
        OptionError: It is something else.
    """
    called = name.removesuffix("_ms").replace("_", "-")
    if not isinstance(value, int) or isinstance(value, bool):
        raise OptionError(f"{called} must be a whole number, not {value!r}")
    if value < least:
        raise OptionError(f"{called} must be {least} or more, not {value}")


def take_texts(name: str, given: object, *, folds: bool = False) -> tuple[str, ...]:
    """Take one text or several, each once.

    Args:
        name: Of the option, for the message.
        given: What it was set to.
        folds: Whether texts that differ in capitals alone are one; the first spelling stays.

    Raises:
        OptionError: It is neither.

    >>> take_texts("speakers", ["Anna", "ANNA", "Anna"])
    ('Anna', 'ANNA')
    >>> take_texts("focus", ["AGI", "jobs", "agi"], folds=True)
    ('AGI', 'jobs')
    """
    texts = (given,) if isinstance(given, str) else given
    if not isinstance(texts, tuple | list) or not all(isinstance(text, str) for text in texts):
        raise OptionError(f"{name} must be a text or several, not {type(given).__name__}")
    different: dict[str, str] = {}
    for text in texts:
        different.setdefault(text.casefold() if folds else text, text)
    return tuple(different.values())
