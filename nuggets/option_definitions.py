"""The options of a summary, each declared once: type, default, bounds, flag, help, wording.

What follows from the declarations: the fields of `Options` and their checks, the keyword
arguments in Python, the flags and their help, what `--ask` reads, the line `understood: ...`, the
options in the JSON and its schema, and the README's table. To add an option, add a field to
`Options`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from inspect import cleandoc
from typing import Any, Literal, TypeAlias, TypeVar, get_args, get_origin, get_type_hints

from nuggets.errors import OptionError
from nuggets.messages import pluralize, shorten
from nuggets.timecode import to_clock

Order: TypeAlias = Literal["time", "rank"]
Kind: TypeAlias = Literal["texts", "number", "time", "choice"]
T = TypeVar("T")

OUTPUT_FORMATS = ("text", "markdown", "json", "csv")
"""Choices of `--format`; each has a renderer in `nuggets.render`."""

DEFAULT_MODEL = "static"
"""Embedding model where none is named, one of `embed.embedders.BUILT_IN`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """The declaration of an option.

    Attributes:
        name: Field of `Options`, keyword in Python, key in the JSON.
        default: Value where the user sets none.
        kind: "texts" (a tuple of strings), "number" (a whole one), "time" (in milliseconds) or
            "choice" (one of several strings).
        is_optional: Whether it may be None.
        choices: Of a choice, all values.
        flag: On the command line, with its dashes.
        short: Its one-letter form.
        metavar: What stands for the value in the help.
        help: What it does, for the help, the docstring and the README.
        minimum: Smallest number or time.
        unset: What the default means where it is None or empty.
        ignores_case: Whether texts that differ in case alone are one.
        describe: Puts a value into words, for the line `understood: ...`.
        is_always_described: Whether that line names it at its default, too.
        example: How a request of `--ask` says it.
        ask: Regular expression for `--ask`, ignoring case, in which `{number}`, `{time}` and
            `{at_most}` stand for patterns of `cli.ask_patterns`. The value is the group `number`
            or `time`; if the group `each` matches, it is multiplied by the count of nuggets. Of
            a choice: an expression for each value. None: `cli.ask` has a rule of its own, which
            weighs several patterns.
    """

    name: str
    default: Any
    kind: Kind
    is_optional: bool
    choices: tuple[str, ...]
    flag: str
    short: str | None = None
    metavar: str | None = None
    help: str
    minimum: int = 0
    unset: str = ""
    ignores_case: bool = False
    describe: Callable[[Any], str]
    is_always_described: bool = False
    example: str
    ask: str | Mapping[str, str] | None = None

    @property
    def title(self) -> str:
        """Its name in messages, such as "max-words"."""
        return self.flag.removeprefix("--")

    @property
    def flag_help(self) -> str:
        """The help of its flag: what it does, and whether it may be repeated."""
        return f"{self.help}; may be repeated" if self.kind == "texts" else self.help

    @property
    def has_default(self) -> bool:
        """Whether its default is a value, not the lack of one."""
        return self.default not in (None, ())

    def check(self, value: object) -> object:
        """Check a value.

        Returns:
            The value; of texts a tuple, each once.

        Raises:
            OptionError: It has the wrong type or is out of range.
        """
        if self.kind == "texts":
            return _check_texts(self.name, value, ignore_case=self.ignores_case)
        if value is None and self.is_optional:
            return None
        if self.kind == "choice":
            if value not in self.choices:
                raise OptionError(f"{self.title} must be {' or '.join(self.choices)}, not {value}")
            return value
        if not isinstance(value, int) or isinstance(value, bool):
            raise OptionError(f"{self.title} must be a whole number, not {value!r}")
        if value < self.minimum:
            raise OptionError(f"{self.title} must be {self.minimum} or more, not {value}")
        return value


def _check_texts(name: str, value: object, *, ignore_case: bool) -> tuple[str, ...]:
    """Check one text or several, and drop repeats; the first spelling stays.

    >>> _check_texts("speakers", ["Anna", "ANNA", "Anna"], ignore_case=False)
    ('Anna', 'ANNA')
    >>> _check_texts("focus", ["AGI", "jobs", "agi"], ignore_case=True)
    ('AGI', 'jobs')
    """
    texts = (value,) if isinstance(value, str) else value
    if not isinstance(texts, tuple | list):
        raise OptionError(f"{name} must be a string or a list of them, not {type(value).__name__}")
    for text in texts:
        if not isinstance(text, str):
            raise OptionError(f"{name} must be a list of strings; {text!r} is not one")
    unique: dict[str, str] = {}
    for text in texts:
        unique.setdefault(text.casefold() if ignore_case else text, text)
    return tuple(unique.values())


def option(default: T, **declaration: Any) -> T:
    """Declare an option as a field of `Options`.

    Args:
        default: Value where the user sets none.
        **declaration: Attributes of `Option`, and `is_time` for a time in milliseconds. Name and
            type are those of the field.
    """
    return field(default=default, metadata=declaration)


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What the user asks for; a value of the wrong type or out of range is an OptionError."""

    focus: tuple[str, ...] = option(
        (),
        flag="--focus",
        metavar="TEXT",
        help="topic that nuggets are picked for",
        unset="the whole talk",
        ignores_case=True,
        describe=lambda texts: (
            "focus " + (" and ".join(f'"{shorten(text)}"' for text in texts) or "the whole talk")
        ),
        is_always_described=True,
        example="about AGI",
    )
    count: int = option(
        10,
        flag="--count",
        short="-n",
        metavar="N",
        minimum=1,
        help="at most N nuggets for each focus",
        describe=lambda count: f"at most {pluralize(count, 'nugget')}",
        is_always_described=True,
        example="5 nuggets",
    )
    max_sentences: int = option(
        3,
        flag="--max-sentences",
        metavar="K",
        minimum=1,
        help="at most K sentences in each nugget",
        describe=lambda count: f"at most {pluralize(count, 'sentence')} each",
        is_always_described=True,
        example="max 2 sentences each",
        ask=r"\b{at_most}{number}(?:\s+or\s+(?:fewer|less))?[\s-]+(?:full\s+|short\s+)?sentences?\b"
        r"(?!\s+(?:of\s+context|before and after|around)\b)"
        r"(?:\s+(?:each|max(?:imum)?|at most|or (?:fewer|less)|per \w+|apiece|long))*",
    )
    max_words: int | None = option(
        None,
        flag="--max-words",
        metavar="W",
        minimum=1,
        help="at most W words in total for each focus",
        unset="no limit",
        describe=lambda count: f"at most {pluralize(count, 'word')} in all",
        example="no more than 150 words in all",
        ask=r"\b{at_most}(?P<number>\d{1,3}(?:,\d{3})+|\d{1,5})"
        r"(?:\s+or\s+(?:fewer|less))?[\s-]+words?\b"
        r"(?P<each>\s+(?:each|per \w+|apiece))?"
        r"(?:\s+(?:in all|in total|altogether|overall|total|max(?:imum)?|at most"
        r"|or (?:fewer|less)))*",
    )
    speakers: tuple[str, ...] = option(
        (),
        flag="--speaker",
        metavar="NAME",
        help="only what this speaker says",
        unset="everybody",
        describe=lambda names: f"only {', '.join(names)}",
        example="quotes by Ann Lee",
    )
    start_ms: int | None = option(
        None,
        flag="--start",
        metavar="10:00",
        is_time=True,
        help="only sentences that start at this time or later",
        unset="from the beginning",
        describe=lambda time_ms: f"from {to_clock(time_ms)} on",
        example="from 10:00 on",
        ask=r"\b(?:only\s+)?(?:from|after|since|starting (?:at|from))\s+{time}"
        r"(?:\s+on(?:wards?)?\b)?",
    )
    end_ms: int | None = option(
        None,
        flag="--end",
        metavar="55:00",
        is_time=True,
        help="only sentences that start at this time or earlier",
        unset="to the end",
        describe=lambda time_ms: f"up to {to_clock(time_ms)}",
        example="until 55:00",
        ask=r"\b(?:only\s+)?(?:until|till|before|up to)\s+{time}",
    )
    context: int = option(
        0,
        flag="--context",
        metavar="K",
        help="show K sentences before and after each nugget",
        describe=lambda count: f"{pluralize(count, 'sentence')} of context",
        example="with 1 sentence of context",
        ask=r"(?:\b(?:each\s+)?(?:with|plus|and|show)\s+)?\b{number}\s+sentences?\s+"
        r"(?:of\s+context|(?:before and after|around)(?:\s+(?:it|each|them))?)\b(?:\s+each)?",
    )
    order: Order = option(
        "time",
        flag="--order",
        help="list nuggets by time, or the best first",
        describe=lambda order: "best first" if order == "rank" else "in order of time",
        example="best first",
        ask={
            "rank": r"\b(?:(?:rank(?:ed)?|(?:order|sort)(?:ed)?|in order) (?:by|of)"
            r" (?:importance|relevance)"
            r"|ranked|(?:the )?(?:most important|best)(?: \w+)? first|by importance)\b",
            "time": r"\b(?:(?:in )?chronological(?:ly)?(?: order)?"
            r"|in order of (?:time|appearance)"
            r"|in the order (?:in which )?(?:they|it) (?:were|was) said)\b",
        },
    )

    def __post_init__(self) -> None:
        for one in declared_options():
            object.__setattr__(self, one.name, one.check(getattr(self, one.name)))
        if self.start_ms is not None and self.end_ms is not None and self.start_ms >= self.end_ms:
            raise OptionError("start must be before end")
        if not all(any(map(str.isalnum, focus)) for focus in self.focus):
            raise OptionError("a focus needs at least one letter or digit")


@cache
def declared_options() -> tuple[Option, ...]:
    """List the declarations, in the order of the fields."""
    types = get_type_hints(Options)
    return tuple(
        _read_declaration(one.name, types[one.name], one.default, **one.metadata)
        for one in fields(Options)
    )


def _read_declaration(
    name: str, type_: Any, default: object, *, is_time: bool = False, **declaration: Any
) -> Option:
    """Put the name, type and default of a field together with what is declared of it."""
    kind: Kind
    if get_origin(type_) is tuple:
        kind = "texts"
    elif get_origin(type_) is Literal:
        kind = "choice"
    elif int in (type_, *get_args(type_)):
        kind = "time" if is_time else "number"
    else:
        raise TypeError(f"{name}: no option can be of type {type_}")
    ask, group = declaration.get("ask"), "time" if kind == "time" else "number"
    if isinstance(ask, str) and f"{{{group}}}" not in ask and f"(?P<{group}>" not in ask:
        raise TypeError(f"{name}: its pattern for --ask must have the group {group}")
    return Option(
        name=name,
        default=default,
        kind=kind,
        is_optional=type(None) in get_args(type_),
        choices=get_args(type_) if kind == "choice" else (),
        **declaration,
    )


def _document(one: Option) -> str:
    """Write the entry of an option in the docstring of `Options`."""
    about = {"time": ", in milliseconds", "texts": "; a string or several"}.get(one.kind, "")
    if one.choices:
        about = f": {' or '.join(map(repr, one.choices))}"
    unset = f" ({one.unset})" if one.unset else ""
    return f"    {one.name}: {one.help}{about}. Default: {one.default!r}{unset}."


Options.__doc__ = "\n".join(
    [f"{cleandoc(Options.__doc__ or '')}\n\nAttributes:", *map(_document, declared_options())]
)
