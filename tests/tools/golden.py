"""Rewrites the golden files of the sample: `make golden`; read the diff before you commit it."""

from __future__ import annotations

from tests.test_golden import FOLDER, render_all


def main() -> None:
    """Write each file anew."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, text in render_all():
        (FOLDER / name).write_bytes(text.encode("utf-8"))
        print(f"wrote {name}")


if __name__ == "__main__":
    main()
