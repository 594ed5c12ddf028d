"""Prints the hash of a talk's JSON for each model, so that people can compare machines.

`make reproduce` runs it on the sample.
"""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

from tests.processes import has_minilm, run_nuggets


def main(path: str) -> int:
    """Print a line for each model that is here."""
    for model in ("static", "minilm") if has_minilm() else ("static",):
        done = run_nuggets(path, "--model", model, "--format", "json")
        if done.returncode != 0:
            sys.stderr.write(done.stderr.decode())
            return done.returncode
        digest = hashlib.sha256(done.stdout).hexdigest()
        print(f"{model:<7} {Path(path).name}  sha256:{digest}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
