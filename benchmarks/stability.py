"""How long ten thousand draws take: ours beside a bare numpy run, pymcdm and scikit-criteria, in one run.

    python benchmarks/stability.py [MEMBERSxCRITERIA …]

The peers score a weighted sum and rank it: no rounding, no ties told apart, no gates, no seats, nothing left out. They
take one draw at a time, so they are timed on fewer draws and scaled up.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from made import make
from timing import in_turn, installed

from taybac_cluster.decide.stability import Plan, tried
from taybac_cluster.pipeline import ranked

DRAWS, FEW, TURNS = 10_000, 300, 3
Run = Callable[[], object]


def main(sizes: list[tuple[int, int]]) -> None:
    """Time each size, ours and the peers in turn, and print the ratios to the bare run."""
    for name in ("pymcdm", "skcriteria"):
        if find_spec(name) is None:
            print(f"{name} is not installed: left out")
    for members, criteria in sizes:
        with tempfile.TemporaryDirectory() as scratch:
            folder = make(Path(scratch) / "data", members, criteria=criteria)
            print(f"\n{members} members, {criteria} criteria, {DRAWS} draws")
            in_process(folder)
            whole_command(folder)


def in_process(folder: Path) -> None:
    """Time the draws alone."""
    result, _ = ranked(folder, 2023)
    matrix = np.array([[float(leaf.share or 0) for leaf in each.sheet.root.leaves()] for each in result.placed])
    typed = np.array([float(each.points) for each in result.round.criteria.criteria.values()])
    weights = np.random.default_rng(1).uniform(0.7, 1.3, (DRAWS, len(typed))) * typed
    weights /= weights.sum(axis=1, keepdims=True)
    runs: dict[str, tuple[Run, float]] = {
        "bare numpy: weighted sum, places, counts": (lambda: bare(matrix, weights), 1),
        "ours: all of stability": (lambda: tried(result, Plan(draws=DRAWS)), 1),
        "ours: one draw, so all but the draws": (lambda: tried(result, Plan(draws=1)), 1),
    }
    runs |= {name: (run, DRAWS / FEW) for name, run in peers(matrix, weights[:FEW]).items()}
    times: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(TURNS):
        for name, (run, scale) in runs.items():
            times[name].append(timed(run) * scale)
    floor = min(next(iter(times.values())))
    for name, each in times.items():
        print(f"  {name:<48} {min(each) * 1000:10.1f} ms  {min(each) / floor:8.1f} × bare")


def timed(run: Run) -> float:
    """Return the seconds of one run."""
    started = time.perf_counter()
    run()
    return time.perf_counter() - started


def bare(matrix: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Return how often each member is in each place, by the plain weighted sum."""
    many = len(matrix)
    order = np.argsort(-(weights @ matrix.T), axis=1)
    return np.bincount((order * many + np.arange(many)).ravel(), minlength=many * many).reshape(many, many)


def peers(matrix: np.ndarray, weights: np.ndarray) -> dict[str, Run]:
    """Return what is installed of the peers, each as a loop over draws, as its documentation has it."""
    found: dict[str, Run] = {}
    if find_spec("pymcdm"):
        from pymcdm.methods import WSM  # noqa: PLC0415 - only where it is installed

        method, types = WSM(), np.ones(matrix.shape[1])
        found["pymcdm: WSM and rank, a draw at a time"] = lambda: [
            method.rank(method(matrix, each, types)) for each in weights
        ]
    if find_spec("skcriteria"):
        import skcriteria  # noqa: PLC0415
        from skcriteria.agg.simple import WeightedSumModel  # noqa: PLC0415

        model = WeightedSumModel()
        found["scikit-criteria: WeightedSumModel, a draw at a time"] = lambda: [
            model.evaluate(skcriteria.mkdm(matrix, [max] * matrix.shape[1], weights=each)) for each in weights
        ]
    return found


def whole_command(folder: Path) -> None:
    """Time the command beside the ranking that it starts from."""
    cluster = installed("cluster") or sys.exit("cluster is not installed")
    options = ["2023", "--format", "json", "--data", str(folder)]
    spent = in_turn({"rank": [cluster, "rank", *options], "stability": [cluster, "stability", *options]}, TURNS)
    added = (spent["stability"].seconds - spent["rank"].seconds) * 1000
    for name, each in spent.items():
        print(f"  cluster {name:<40} {each.seconds * 1000:10.1f} ms")
    print(f"  stability adds {added:.0f} ms to the command")


if __name__ == "__main__":
    asked = [tuple(map(int, each.split("x"))) for each in sys.argv[1:]]
    main([(members, criteria) for members, criteria in asked] or [(11, 24), (900, 40)])
