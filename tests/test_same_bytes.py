"""Promise 3: the same input, options and model give the same bytes on every machine."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

import pytest

from nuggets.neighbours import LEAF
from tests.processes import SAMPLE, run_nuggets, write_short_talk

CORES = ("Haswell", "Sandybridge", "Nehalem", "Prescott")
ASKED = ("--focus", "heat pump", "--focus", "privacy and consent", "--format", "json", "--explain")


def settings_of_other_machines() -> list[dict[str, str]]:
    """List settings of threads, instruction sets and hash seeds, each value beside each other."""
    return [
        {
            "OPENBLAS_CORETYPE": core,
            "OPENBLAS_NUM_THREADS": threads,
            "OMP_NUM_THREADS": threads,
            "PYTHONHASHSEED": str((i + int(threads)) % 3),
        }
        for i, core in enumerate(CORES)
        for threads in ("1", "2")
    ]


def hash_of(path: Path, *arguments: str, env: Mapping[str, str], code: str | None = None) -> str:
    """Run the program on a file and hash what it prints."""
    done = run_nuggets(path, *arguments, env=env, code=code)
    assert done.returncode == 0, done.stderr.decode()
    return hashlib.sha256(done.stdout).hexdigest()


def test_static_gives_the_same_bytes_everywhere() -> None:
    """Threads, instruction sets and hash seeds change no byte of the static model's result."""
    hashes = {hash_of(SAMPLE, *ASKED, env=env) for env in settings_of_other_machines()}
    assert len(hashes) == 1


def test_a_very_long_talk_gives_the_same_bytes_everywhere(tmp_path: Path) -> None:
    """A talk too long to compare each sentence with each gives the same bytes, too."""
    talk = tmp_path / "long.txt"
    text = SAMPLE.read_text("utf-8")
    talk.write_text(
        "\n\n".join(
            text.replace("harbor", f"harbor {i}").replace("you", f"you{i}") for i in range(7)
        ),
        "utf-8",
    )
    several = settings_of_other_machines()
    results = [run_nuggets(talk, "--format", "json", env=env) for env in (several[0], several[-1])]
    assert results[0].stdout == results[1].stdout
    assert int(results[0].stdout.partition(b'"sentences": ')[2].split(b",")[0]) > LEAF


@pytest.mark.minilm
def test_minilm_gives_the_same_bytes_everywhere(tmp_path: Path) -> None:
    """Threads, instruction sets, batch sizes and hash seeds change no byte of minilm's result."""
    talk = write_short_talk(tmp_path)
    hashes = {
        hash_of(
            talk,
            "--model",
            "minilm",
            *ASKED,
            env={
                "OPENBLAS_CORETYPE": core,
                "OMP_NUM_THREADS": threads,
                "MKL_NUM_THREADS": threads,
                "ATEN_CPU_CAPABILITY": capability,
                "MKL_CBWR": "COMPATIBLE" if capability == "default" else "AUTO",
                "PYTHONHASHSEED": seed,
            },
            code=f"import nuggets.embed; nuggets.embed.BATCH_SIZE = {batch}",
        )
        for core, threads, capability, seed, batch in (
            ("Haswell", "1", "default", "0", 1),
            ("Sandybridge", "2", "avx2", "1", 8),
            ("Nehalem", "2", "default", "2", 64),
            ("Prescott", "1", "avx2", "0", 64),
        )
    }
    assert len(hashes) == 1
