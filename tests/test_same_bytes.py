"""Promise 3: the same input, options and model give the same bytes on every machine."""

from __future__ import annotations

import hashlib
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pytest

import nuggets
from nuggets.embed.embedders import built_in_folder
from nuggets.embed.model_folder import MANIFEST
from nuggets.rank.knn_graph import LEAF
from tests.processes import SAMPLE, run_nuggets, write_short_talk

CORES = ("Haswell", "Sandybridge", "Nehalem", "Prescott")
NETWORKX = ("NETWORKX_BACKEND_PRIORITY", "NETWORKX_AUTOMATIC_BACKENDS") * 2
PRODUCT = """
import hashlib, sys
import numpy as np
left, right = np.random.default_rng(0).standard_normal((2, 384, 384)).astype(np.float32)
print(hashlib.sha256((left[:64] @ right[:, :64]).tobytes()).hexdigest())
"""
ASKED = ("--focus", "heat pump", "--focus", "privacy and consent", "--format", "json", "--explain")

WHOLE = ("--format", "json", "--explain")


def settings_of_other_machines() -> list[dict[str, str]]:
    """List settings of threads, instruction sets and hash seeds, each value beside each other.

    Half of them have NumPy leave out all instructions that it can do without, and every other has
    networkx asked for a library that is not here.
    """
    optional = " ".join(np.show_config(mode="dicts")["SIMD Extensions"].get("found", ()))
    return [
        {
            "OPENBLAS_CORETYPE": core,
            "OPENBLAS_NUM_THREADS": threads,
            "OMP_NUM_THREADS": threads,
            "NPY_DISABLE_CPU_FEATURES": optional if i % 2 == int(threads) - 1 else "",
            "PYTHONHASHSEED": str((i + int(threads)) % 3),
            **({networkx: "not here"} if threads == "2" else {}),
        }
        for i, (core, networkx) in enumerate(zip(CORES, NETWORKX, strict=True))
        for threads in ("1", "2")
    ]


def hash_of(path: Path, *arguments: str, env: Mapping[str, str], code: str | None = None) -> str:
    """Run the program on a file and hash what it prints."""
    done = run_nuggets(path, *arguments, env=env, code=code)
    assert done.returncode == 0, done.stderr.decode()
    return hashlib.sha256(done.stdout).hexdigest()


@pytest.mark.skipif(
    (sys.platform, platform.machine()) != ("linux", "x86_64"),
    reason="the settings are of OpenBLAS on x86-64: the tests of this file say little here",
)
def test_the_settings_bite_on_this_machine() -> None:
    """The settings change a plain float32 product, so the tests below could fail."""
    hashes = {
        subprocess.run(
            [sys.executable, "-c", PRODUCT],
            env={**os.environ, **env},
            capture_output=True,
            check=True,
        ).stdout
        for env in settings_of_other_machines()
    }
    assert len(hashes) > 1


def test_static_gives_the_same_bytes_everywhere() -> None:
    """Threads, instruction sets, hash seeds and networkx's variables change no byte."""
    several = settings_of_other_machines()
    for asked in (ASKED, WHOLE):
        assert len({hash_of(SAMPLE, *asked, env=env) for env in several}) == 1


@pytest.mark.slow
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
    for asked in (ASKED, WHOLE):
        results = [run_nuggets(talk, *asked, env=env) for env in (several[0], several[-1])]
        assert results[0].stdout == results[1].stdout
    assert int(results[0].stdout.partition(b'"sentences": ')[2].split(b",")[0]) > LEAF


def test_the_fingerprint_is_of_bytes_not_of_names(tmp_path: Path) -> None:
    """Another byte of the model or of the talk is in the fingerprint; what they are called is not.

    Nor is a file for people that lies beside the model.
    """
    folder = Path(shutil.copytree(built_in_folder("static"), tmp_path / "model"))
    (folder / MANIFEST).unlink()
    (folder / "README.md").write_text("hello")
    talk = Path(shutil.copy(SAMPLE, tmp_path / "called-otherwise.txt"))

    def fingerprint(model: str) -> str:
        return nuggets.summarize(nuggets.read(talk), model=model).fingerprint

    base = nuggets.summarize(nuggets.read(SAMPLE)).fingerprint
    assert fingerprint("static") == fingerprint(str(folder)) == base
    weights = bytearray((folder / "model.safetensors").read_bytes())
    weights[-1] ^= 1
    (folder / "model.safetensors").write_bytes(weights)
    assert fingerprint(str(folder)) != base
    talk.write_bytes(talk.read_bytes() + b"\n")
    assert fingerprint("static") != base


@pytest.mark.minilm
@pytest.mark.slow
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
            code=f"import nuggets.embed.embedders; nuggets.embed.embedders.BATCH_SIZE = {batch}",
        )
        for core, threads, capability, seed, batch in (
            ("Haswell", "1", "default", "0", 1),
            ("Sandybridge", "2", "avx2", "1", 8),
            ("Nehalem", "2", "default", "2", 64),
            ("Prescott", "1", "avx2", "0", 64),
        )
    }
    assert len(hashes) == 1
