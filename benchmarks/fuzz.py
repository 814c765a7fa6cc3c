"""Reads mutated files by the hundred thousand, and stops at the first that is not answered in good order.

    python benchmarks/fuzz.py [INPUTS] [SEED]

Starts from the shipped and the sample files; mutates bytes, lines and words; reads each as its kind. A traceback, an
answer after more than a second, a file neither read nor refused, or memory beyond 200 MB ends the run with the input.
"""

import random
import resource
import sys
import time
from pathlib import Path

from taybac_cluster.load.document import parse
from taybac_cluster.load.folder import KINDS, survey
from taybac_cluster.rules.sample import SAMPLE

MOST_SECONDS = 1.0
MOST_KIB = 200 * 1024
NASTY = (
    b"\t", b"\x00", b"\xff", b"\xef\xbb\xbf", b"\xe2\x80\xae", b"\xc2\xa0", b"\xcc\x81" * 9, b"&a ", b"*a", b"<<: ", b"!!x ",
    b"? ", b"- ", b": ", b":", b"{", b"}", b"[" * 40, b"]", b"'", b'"', b"|", b">", b"%", b"@", b"`", b"#", b"---\n", b"...\n",
    b"12,5", b"1.234.567", b"no", b"010", b"12:30", b"1_000", b"1e999", b".nan", b"0x1F", b"9" * 40, b"{value: 12,5}",
    b"\r", b"\r\n", b"\n\n", b"\xe2\x80\xa8", b"<<<<<<< HEAD\n", b"=======\n", b"2023-02-30", b"10/09/2023", b"{vi: a}", b"[]",
    b"\\x1b[31m", b"[red]", b"{0}", b"%s", b"~", b"null", b"true: true", b"yes: 1", b"\xf3\xa0\x81\x81", b"k: " * 20,
)  # fmt: skip


def seeds(data: Path) -> list[tuple[bytes, str]]:
    """Return the files to start from, with their kinds."""
    found, _ = survey(str(data))
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
        started = time.perf_counter()
        try:
            record, faults = parse(content, f"{kind}.yaml", KINDS[kind])
        except BaseException:
            print(f"input {number}, seed {seed}, kind {kind}: {content!r}")
            raise
        took = time.perf_counter() - started
        slowest, refused = max(slowest, took), refused + bool(faults)
        if took > MOST_SECONDS or (record is None and not faults):
            sys.exit(f"input {number}, seed {seed}, kind {kind}, {took:.2f} s, read {record is not None}: {content!r}")
        if number % 10_000 == 0 and resource.getrusage(resource.RUSAGE_SELF).ru_maxrss > MOST_KIB:
            sys.exit(f"input {number}, seed {seed}: more than 200 MB")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{inputs} inputs, seed {seed}: {refused} refused, slowest {slowest * 1000:.0f} ms, peak {peak:.0f} MiB")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000, int(sys.argv[2]) if len(sys.argv) > 2 else 1)
