"""`nuggets models`: the models on this machine, their hashes, and whether they are complete."""

from __future__ import annotations

from collections.abc import Sequence

from nuggets.cli.arguments import Parser
from nuggets.errors import EXIT_DONE, ModelError, ModelNotFoundError


def list_models(arguments: Sequence[str]) -> tuple[str, int]:
    """List the models on this machine, their hashes, and whether they are complete.

    Args:
        arguments: Behind `nuggets models`.

    Returns:
        The list, and the exit code of the worst of them.

    Raises:
        OptionError: A flag is wrong.
    """
    description = "List the models on this machine, their hashes, and whether they are complete."
    parser = Parser(prog="nuggets models", description=description)
    parser.add_argument("model", nargs="*", metavar="FOLDER", help="check this model folder, too")
    flags = parser.parse_args(arguments)
    from nuggets.embed.embedders import BUILT_IN, check_folder
    from nuggets.render.control_characters import printable

    worst = EXIT_DONE
    lines: list[str] = []
    for name in (*BUILT_IN, *flags.model):
        try:
            folder = check_folder(name)
        except ModelError as error:
            optional = name == "minilm" and isinstance(error, ModelNotFoundError)
            worst = worst if optional else error.exit_code
            line = f"{name:<8} {'not installed' if optional else 'NOT USABLE'}: {error}"
        else:
            size = f"{folder.size / 1e6:.1f} MB"
            line = f"{folder.name:<8} complete  {size:>8}  sha256:{folder.sha256}"
        lines.append(f"{printable(line)}\n")
    return "".join(lines), worst
