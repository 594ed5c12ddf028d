"""Installs a wheel beside the packages that it asks for and no others, and runs it: `make wheel`.

The packages are those of the environment that runs this file, so nothing is fetched. They are
linked one by one: what the wheel imports and does not ask for is not there.
"""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import tempfile
import venv
import zipfile
from collections.abc import Iterable
from email.parser import Parser
from importlib.metadata import distribution
from pathlib import Path, PurePosixPath

from packaging.requirements import Requirement

from tests.processes import SAMPLE

SHIPPED = ("schema.json", "LICENSE", "NOTICE", "models/static/manifest.json", "py.typed")


def main(wheel: str) -> int:
    """Check that the wheel alone, without this folder, gives the nuggets of the sample."""
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        (metadata,) = (name for name in names if name.endswith(".dist-info/METADATA"))
        asked = Parser().parsestr(archive.read(metadata).decode()).get_all("Requires-Dist", [])
    missing = [name for name in SHIPPED if not any(there.endswith(name) for there in names)]
    if missing:
        sys.stderr.write(f"not in the wheel: {', '.join(missing)}\n")
        return 1
    with tempfile.TemporaryDirectory() as folder:
        environment = Path(folder) / "env"
        venv.create(environment, with_pip=False, symlinks=True)
        programs = environment / "bin"
        pip = [sys.executable, "-m", "pip", "--python", str(programs / "python")]
        install = [*pip, "install", "-q", "--no-deps", "--no-index", str(Path(wheel).resolve())]
        subprocess.run(install, check=True)
        site = sysconfig.get_path("purelib", vars={"base": str(environment)})
        link_packages(asked, Path(site))
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


def link_packages(asked: Iterable[str], site: Path) -> None:
    """Link packages, and all that they ask for in turn, into another environment."""
    waiting, done = [Requirement(line) for line in asked], set()
    while waiting:
        requirement = waiting.pop()
        wanted = requirement.marker is None or requirement.marker.evaluate({"extra": ""})
        if not wanted or requirement.name in done:
            continue
        done.add(requirement.name)
        found = distribution(requirement.name)
        for top in {PurePosixPath(file).parts[0] for file in found.files or ()} - {"..", "."}:
            if top != "__pycache__" and not (site / top).exists():
                (site / top).symlink_to(Path(str(found.locate_file(top))).resolve())
        waiting += [Requirement(line) for line in found.requires or ()]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
