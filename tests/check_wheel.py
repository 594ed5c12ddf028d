"""Installs a wheel into an empty environment and runs it from an empty folder: `make wheel`."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "data" / "talk.txt"


def main(wheel: str) -> int:
    """Check that the wheel alone, without this folder, gives the nuggets of the sample."""
    with tempfile.TemporaryDirectory() as folder:
        venv.create(Path(folder) / "env", with_pip=True)
        programs = Path(folder) / "env" / "bin"
        install = [str(programs / "pip"), "install", "-q", "-c", str(ROOT / "constraints.txt")]
        subprocess.run([*install, str(Path(wheel).resolve())], check=True)
        talk = Path(folder) / "talk.txt"
        talk.write_bytes(SAMPLE.read_bytes())
        for arguments in (["models"], ["talk.txt", "--focus", "heat pump", "--format", "json"]):
            done = subprocess.run(
                [programs / "nuggets", *arguments], cwd=folder, capture_output=True, check=False
            )
            if done.returncode != 0 or b"static" not in done.stdout:
                sys.stderr.write(done.stderr.decode())
                return 1
        print(f"{Path(wheel).name}: {Path(wheel).stat().st_size / 1e6:.1f} MB, works by itself")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
