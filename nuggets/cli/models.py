"""`nuggets models`: which models are on this machine, and whether they are whole."""

from __future__ import annotations

from collections.abc import Sequence

from nuggets.cli.arguments import Parser
from nuggets.errors import EXIT_DONE, ModelError, ModelNotFoundError


def list_models(words: Sequence[str]) -> tuple[str, int]:
    """List the models that are here, their hashes, and whether they are whole.

    Args:
        words: What was typed behind `nuggets models`.

    Returns:
        What is to be printed, and the exit code of the worst of them.

    Raises:
        OptionError: A flag is wrong.
    """
    about = "List the models on this machine, their hashes, and whether they are whole."
    parser = Parser(prog="nuggets models", description=about)
    parser.add_argument("model", nargs="*", metavar="FOLDER", help="check this folder, too")
    asked = parser.parse_args(words)
    from nuggets.embed.embedders import BUILT_IN, check_folder
    from nuggets.render.clean import printable

    worst = EXIT_DONE
    lines: list[str] = []
    for name in (*BUILT_IN, *asked.model):
        try:
            folder = check_folder(name)
        except ModelError as error:
            optional = name == "minilm" and isinstance(error, ModelNotFoundError)
            worst = worst if optional else error.exit_code
            line = f"{name:<8} {'not installed' if optional else 'NOT USABLE'}: {error}"
        else:
            size = f"{folder.size / 1e6:.1f} MB"
            line = f"{folder.name:<8} whole  {size:>8}  sha256:{folder.sha256}"
        lines.append(f"{printable(line)}\n")
    return "".join(lines), worst
