"""Measures all that the README claims in seconds and megabytes: `make bench`.

Everything is run on this machine in one go, so that the lines can be compared with each other.
Timings are the median of several runs; the first run of each, which fills the disk cache, is not
counted.
"""

from __future__ import annotations

import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import nuggets
from tests.processes import ROOT, has_minilm

START = "import sys; from nuggets.cli.main import main; sys.exit(main(sys.argv[1:]))"
FOCI = ("AGI", "jobs and the economy", "alignment and safety", "trust", "what it costs")
COPIES = 12


def run(*arguments: str | Path) -> tuple[float, float]:
    """Run the command line once.

    Returns:
        Wall time in seconds and peak memory in MB.
    """
    started = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-c", START, *map(str, arguments)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, _, usage = os.wait4(process.pid, 0)
    process.returncode = 0  # it was waited for
    scale = 1024**2 if sys.platform == "darwin" else 1024
    return time.perf_counter() - started, usage.ru_maxrss / scale


def cold(*arguments: str | Path, runs: int = 5) -> tuple[float, float]:
    """Give the median wall time and the highest peak memory of several runs, after a first one."""
    run(*arguments)
    results = [run(*arguments) for _ in range(runs)]
    return statistics.median(wall for wall, _ in results), max(peak for _, peak in results)


def line(what: str, figure: float, unit: str, bar: float | None = None) -> None:
    """Print one row of the table."""
    verdict = "" if bar is None else f"  bar {bar:g} {unit}: {'met' if figure <= bar else 'MISSED'}"
    print(f"{what:<58}{figure:>10.3f} {unit:<3}{verdict}", flush=True)


def measure_start(talk: Path) -> float:
    """Measure the command line from a cold start; give the main job's wall time."""
    wall, peak = cold(talk, "--focus", "AGI")
    line("main job, cold, static: wall", wall, "s", 2.5)
    line("main job, cold, static: peak memory", peak, "MB", 350)
    for what, arguments in (
        ("--help", ["--help"]),
        ("a missing file", ["no-such-file.txt"]),
        ("a bad flag", [str(talk), "--no-such-flag"]),
    ):
        line(f"{what}: wall", cold(*arguments)[0], "s", 0.25)
    return wall


def measure_foci(talk: Path, model: str, bar: float) -> None:
    """Measure further foci on a talk that was embedded once."""
    started = time.perf_counter()
    index = nuggets.Index(nuggets.read(talk), model=model)
    line(
        f"Index of {len(index.sentences):,} sentences, {model}", time.perf_counter() - started, "s"
    )
    index.summarize("a first one, which loads what is loaded late")
    walls = []
    for focus in FOCI * 3:
        started = time.perf_counter()
        index.summarize(focus)
        walls.append(time.perf_counter() - started)
    line(f"a further focus, {model}: median", 1000 * statistics.median(walls), "ms", bar)
    line(f"a further focus, {model}: slowest", 1000 * max(walls), "ms")


def measure_long(talk: Path) -> None:
    """Measure a talk many times over, with other names, and how time grows with length."""
    text = talk.read_text("utf-8")
    names = sorted(set(re.findall(r"(?m)^([A-Z][A-Z. ]+[A-Z]):", text)))
    with tempfile.TemporaryDirectory() as folder:
        for copies in (COPIES // 4, COPIES // 2, COPIES):
            path = Path(folder) / f"{copies}.txt"
            path.write_text("\n\n".join(_rename(text, names, i) for i in range(copies)), "utf-8")
            count = len(nuggets.Index(nuggets.read(path)).sentences)
            wall, peak = cold(path, "--focus", "AGI", runs=2)
            last = copies == COPIES
            line(f"{count:,} sentences, cold, static: wall", wall, "s", 15 if last else None)
            line(
                f"{count:,} sentences, cold, static: peak memory",
                peak,
                "MB",
                1024 if last else None,
            )


def _rename(text: str, names: Sequence[str], i: int) -> str:
    for name in names:
        text = text.replace(name, f"{name} {chr(65 + i)}")
    return text


def measure_relatives(talk: Path, ours: float) -> None:
    """Run the nearest relatives on the same sentences and print the ratios."""
    texts = [sentence.text for sentence in nuggets.Index(nuggets.read(talk)).sentences]
    for name, job in relatives(texts):
        started = time.perf_counter()
        job()
        wall = time.perf_counter() - started
        line(f"{name}: wall ({wall / ours:.0f} times ours)", wall, "s")


def relatives(texts: Sequence[str]) -> Iterator[tuple[str, Callable[[], object]]]:
    """Give the relatives that are installed, each as a job on these sentences."""
    try:
        from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
        from sumy.summarizers.lex_rank import LexRankSummarizer
        from sumy.summarizers.text_rank import TextRankSummarizer
    except ImportError:
        print("sumy is not installed")
    else:

        class Words:
            """Splits words without the data that sumy's own tokenizer would download."""

            def to_words(self, text: str) -> tuple[str, ...]:
                return tuple(re.findall(r"\w+", text))

        paragraph = Paragraph([Sentence(text, Words()) for text in texts])
        document = ObjectDocumentModel([paragraph])
        yield "sumy LexRank", lambda: LexRankSummarizer()(document, 10)
        yield "sumy TextRank", lambda: TextRankSummarizer()(document, 10)
    try:
        from summa.summarizer import summarize
    except ImportError:
        print("summa is not installed")
    else:
        yield "summa TextRank", lambda: summarize("\n".join(texts), words=300)
    yield "networkx TextRank on the complete graph", lambda: rank_complete_graph(texts)


def rank_complete_graph(texts: Sequence[str]) -> dict[int, float]:
    """Rank by pagerank over all pairs that share a word, as in the paper."""
    import math

    import networkx

    words = [frozenset(re.findall(r"\w+", text.lower())) for text in texts]
    graph = networkx.Graph()
    graph.add_nodes_from(range(len(texts)))
    for i, left in enumerate(words):
        for j in range(i):
            shared = len(left & words[j])
            if shared:
                norm = math.log(len(left) + 1) + math.log(len(words[j]) + 1)
                graph.add_edge(i, j, weight=shared / norm)
    return dict(networkx.pagerank(graph))


def main(talk: Path) -> int:
    """Print every figure."""
    print(f"{talk.name}, {os.cpu_count()} processors, Python {sys.version.split()[0]}")
    size = sum(path.stat().st_size for path in (ROOT / "models" / "static").iterdir())
    line("size of the static model", size / 1e6, "MB", 8)
    ours = measure_start(talk)
    measure_foci(talk, "static", 60)
    measure_long(talk)
    if has_minilm():
        line(
            "main job, cold, minilm: wall",
            cold(talk, "--focus", "AGI", "--model", "minilm", runs=2)[0],
            "s",
            25,
        )
        measure_foci(talk, "minilm", 200)
    measure_relatives(talk, ours)
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
