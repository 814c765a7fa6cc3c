"""How the time of `cluster verify` grows with the number of locked years: a line each, and the time per year.

    python benchmarks/verify.py [YEARS …]

Every year has 900 members, each with a submission of 24 criteria. The years are locked first; locking is not timed.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from made import make
from timing import environment, in_turn, installed

MEMBERS = 900
FIRST = 2016


def main(counts: list[int]) -> None:
    """Make and lock folders of several numbers of years, time verifying each, and print the growth."""
    cluster = installed("cluster") or sys.exit("cluster is not installed")
    spent: dict[int, float] = {}
    print(f"{'years':>5}  {'seconds':>8}  {'MiB':>6}  {'a year':>8}")
    for count in counts:
        years = tuple(range(FIRST, FIRST + count))
        with tempfile.TemporaryDirectory() as scratch:
            folder = make(Path(scratch) / "data", MEMBERS, years)
            for year in years:
                lock = [cluster, "lock", str(year), "--data", str(folder)]
                subprocess.run(lock, check=True, stderr=subprocess.DEVNULL, env=environment())
            verify = [cluster, "verify", "--data", str(folder)]
            subprocess.run(verify, check=True, stdout=subprocess.DEVNULL, env=environment())
            timed = in_turn({"verify": verify}, 1)["verify"]
        spent[count] = timed.seconds
        print(f"{count:5}  {timed.seconds:8.2f}  {timed.mebibytes:6.1f}  {timed.seconds / count:8.3f}", flush=True)
    first, last = counts[0], counts[-1]
    if last > first:
        print(f"{(spent[last] - spent[first]) / (last - first):.3f} seconds a year more, from {first} to {last} years")


if __name__ == "__main__":
    main([int(each) for each in sys.argv[1:]] or [1, 5, 10, 20])
