"""Times whole processes in turn, so that a machine whose speed drifts slows all of them alike."""

import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

Command = Sequence[str]


class Timed(NamedTuple):
    """The median wall time of a command in seconds, and its peak memory in MiB where the system tells it."""

    seconds: float
    mebibytes: float


def environment() -> dict[str, str]:
    """Return the environment of a timed run: bytecode cached, no colour, Vietnamese."""
    kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONDONTWRITEBYTECODE", "PYTHONPATH")}
    return {**kept, "NO_COLOR": "1", "CLUSTER_LANG": "vi"}


def in_turn(commands: Mapping[str, Command], runs: int) -> dict[str, Timed]:
    """Run each command once to warm up, then all of them in turn, and return the medians."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    memory: dict[str, float] = dict.fromkeys(commands, 0.0)
    for turn in range(runs + 1):
        for name, command in commands.items():
            seconds, mebibytes = _once(command)
            memory[name] = max(memory[name], mebibytes)
            if turn:
                times[name].append(seconds)
    return {name: Timed(statistics.median(each), memory[name]) for name, each in times.items()}


def _once(command: Command) -> tuple[float, float]:
    started = time.perf_counter()
    run = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment())
    if not hasattr(os, "wait4"):
        run.wait()
        return time.perf_counter() - started, 0.0
    _, _, usage = os.wait4(run.pid, 0)
    run.returncode = 0
    scale = 1024 if sys.platform != "darwin" else 1024 * 1024
    return time.perf_counter() - started, usage.ru_maxrss / scale


def installed(name: str) -> str | None:
    """Return the path of a tool beside this interpreter, or on the path."""
    beside = Path(sys.executable).parent / name
    return str(beside) if beside.exists() else shutil.which(name)


def table(timed: Mapping[str, Timed], floors: Sequence[str]) -> str:
    """Return a line a command: its time, its memory, and its ratio to each of the floors."""
    width = max(map(len, timed))
    lines = [f"{'':{width}}  {'ms':>9}  {'MiB':>6}  " + "  ".join(f"÷ {floor}" for floor in floors)]
    for name, each in timed.items():
        ratios = "  ".join(f"{each.seconds / timed[floor].seconds:{len(floor) + 2}.2f}" for floor in floors)
        lines.append(f"{name:{width}}  {each.seconds * 1000:9.1f}  {each.mebibytes:6.1f}  {ratios}")
    return "\n".join(lines)
