"""Reads mutated files by the hundred thousand, and stops at the first that is not answered in good order.

    python benchmarks/fuzz.py [INPUTS] [SEED]

Starts from the shipped and the sample files; mutates bytes, lines and words; reads each as its kind. A traceback, more
than a second of the processor, a file neither read nor refused, or memory beyond 200 MB ends the run with the input.
"""

import random
import resource
import sys
import time
from pathlib import Path

from taybac_cluster.load.document import parse
from taybac_cluster.load.folder import KINDS
from taybac_cluster.load.survey import survey
from taybac_cluster.rules.sample import SAMPLE

MOST_SECONDS = 1.0
MOST_KIB = 200 * 1024
WORDS = (
    *"\t\x00:{}]'\"|>%@`#~\r",
    *("\ufeff", "\u202e", "\u00a0", "\u0301" * 9, "\u2028", "\U000e0041", "[" * 40, "9" * 40, "k: " * 20, "\n\n"),
    *("&a ", "*a", "<<: ", "!!x ", "? ", "- ", ": ", "---\n", "...\n", "\r\n", "<<<<<<< HEAD\n", "=======\n", "[]"),
    *("12,5", "1.234.567", "no", "010", "12:30", "1_000", "1e999", ".nan", "0x1F", "null", "true: true", "yes: 1"),
    *("{value: 12,5}", "{vi: a}", "2023-02-30", "10/09/2023", "\\x1b[31m", "[red]", "{0}", "%s"),
)
NASTY = (*(word.encode() for word in WORDS), b"\xff")


def seeds(data: Path) -> list[tuple[bytes, str]]:
    """Return the files to start from, with their kinds."""
    found = survey(str(data)).found
    files = [((data / each.file).read_bytes(), each.kind) for each in found]
    kinds = {"criteria": "criteria", "submissions": "submission", "appraisals": "appraisal", "meetings": "meeting"}
    return files + [(text.encode(), kinds.get(name.split("/")[0], "members")) for name, text in SAMPLE.items()]


def mutated(content: bytes, others: list[tuple[bytes, str]], chance: random.Random) -> bytes:
    """Return the content with a few mutations."""
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(content) + 1)
        kind = chance.randrange(7)
        if kind == 0:
            content = content[:at] + chance.choice(NASTY) + content[at:]
        elif kind == 1:
            content = content[:at] + content[at + chance.randint(1, 12) :]
        elif kind == 2:
            content = content[:at] + bytes([chance.randrange(256)]) + content[at + 1 :]
        elif kind == 3:
            lines = content.split(b"\n")
            first, second = chance.randrange(len(lines)), chance.randrange(len(lines))
            lines[first], lines[second] = lines[second], lines[first]
            content = b"\n".join(lines)
        elif kind == 4:
            lines = content.split(b"\n")
            lines.insert(chance.randrange(len(lines)), chance.choice(lines))
            content = b"\n".join(lines)
        elif kind == 5:
            other = chance.choice(others)[0]
            start = chance.randrange(len(other) + 1)
            content = content[:at] + other[start : start + chance.randint(1, 200)] + content[at:]
        else:
            lines = content.split(b"\n")
            row = chance.randrange(len(lines))
            lines[row] = b" " * chance.randint(0, 3) + lines[row].lstrip()
            content = b"\n".join(lines)
    return content


def main(inputs: int, seed: int) -> None:
    """Run, and print what came of it."""
    chance = random.Random(seed)  # noqa: S311 - a seed to repeat it by
    starts = seeds(Path(__file__).parent.parent / "data")
    slowest, refused = 0.0, 0
    for number in range(inputs):
        content, kind = chance.choice(starts)
        content = mutated(content, starts, chance)
        started = time.process_time()
        try:
            record, faults = parse(content, f"{kind}.yaml", KINDS[kind])
        except BaseException:
            print(f"input {number}, seed {seed}, kind {kind}: {content!r}")
            raise
        took = time.process_time() - started
        slowest, refused = max(slowest, took), refused + bool(faults)
        if took > MOST_SECONDS or (record is None and not faults):
            sys.exit(f"input {number}, seed {seed}, kind {kind}, {took:.2f} s, read {record is not None}: {content!r}")
        if number % 10_000 == 0 and resource.getrusage(resource.RUSAGE_SELF).ru_maxrss > MOST_KIB:
            sys.exit(f"input {number}, seed {seed}: more than 200 MB")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{inputs} inputs, seed {seed}: {refused} refused, slowest {slowest * 1000:.0f} ms, peak {peak:.0f} MiB")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000, int(sys.argv[2]) if len(sys.argv) > 2 else 1)
