"""Reads hostile input by the hundred thousand, and stops at the first that is not answered in good order.

    python benchmarks/fuzz.py [INPUTS] [SEED] [bytes|words|folders]

`bytes` mutates the bytes, lines and words of the shipped and the sample files, and reads each as its kind. `words` puts
every form of a scalar that YAML 1.1, YAML 1.2 or Python's int, float and date know into every field of those files: a
word that PyYAML or Python reads as something else than we do must be an error. `folders` lays stray files, folders and
links with odd names into the sample folder and checks it all; only a city that a name resembles may be left out.
Without a kind: nine inputs in twenty are bytes, as many are words, one in ten is a folder.

A traceback, more than a second of the processor, a file neither read nor refused, or memory beyond 300 MB ends the run
with the input.
"""

import datetime
import os
import random
import re
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import yaml

from taybac_cluster.load.document import parse
from taybac_cluster.load.folder import KINDS
from taybac_cluster.load.survey import survey
from taybac_cluster.pipeline import check, ranked
from taybac_cluster.pipeline.refusals import FaultyDataError
from taybac_cluster.rules.sample import SAMPLE

MOST_SECONDS = 1.0
MOST_KIB = 300 * 1024
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


SIGNS = ("", "-", "+")
DIGITS = ("0", "7", "00", "08", "010", "12", "1_0", "_1", "1_", "0_0", "1234567", "９", "٣", "२", "²", "1" * 31)
FORMS = (
    lambda chance: f"{chance.choice(SIGNS)}{chance.choice(DIGITS)}",
    lambda chance: f"{chance.choice(SIGNS)}{chance.choice(DIGITS)}.{chance.choice(('', *DIGITS))}",
    lambda chance: f"{chance.choice(SIGNS)}.{chance.choice(DIGITS)}",
    lambda chance: (
        f"{chance.choice(DIGITS)}{chance.choice(('', '.', '.5', '.5_'))}{chance.choice('eE')}{chance.choice(SIGNS)}"
        f"{chance.choice(DIGITS)}"
    ),
    lambda chance: (
        f"{chance.choice(SIGNS)}0{chance.choice('xXoObB')}{chance.choice(('_', '1', '1F', '_7', '0_1', '9', ''))}"
    ),
    lambda chance: ":".join(chance.choice(("1", "12", "59", "60", "0", "1_0")) for _ in range(chance.randint(2, 4))),
    lambda chance: f"{chance.choice(SIGNS)}{chance.choice(('.inf', '.Inf', '.NaN', 'inf', 'nan', 'Infinity', '.nan'))}",
    lambda chance: chance.choice(
        ("y", "N", "yes", "No", "ON", "off", "true", "True", "FALSE", "null", "~", "Null", "")
    ),
    lambda chance: chance.choice(
        ("<<", "=", "-", "?", "!", "&", "*", "%", "@", "`", "#", "|", ">", "___", "____", "...")
    ),
    lambda chance: (
        f"{chance.randint(1, 9999):04}-{chance.randint(0, 13):02}-{chance.randint(0, 32):02}"
        f"{chance.choice(('', 'T10:00:00', ' 10:00:00 +7', 'T1', ' 1:2:3'))}"
    ),
    lambda chance: (
        f"{chance.randint(1, 9999):04}{chance.choice(('', '-'))}W{chance.randint(0, 54):02}"
        f"{chance.choice(('', '1', '-1', '-8', '0'))}"
    ),
    lambda chance: f"{chance.randint(1, 9999):04}{chance.randint(0, 13):02}{chance.randint(0, 32):02}",
    lambda chance: (
        f"{chance.choice(DIGITS)}{chance.choice((',', '.', ' ', '%', 'O', 'l', ' m2', ' (ước)', ', x: y', '/3'))}"
        f"{chance.choice(('', *DIGITS))}"
    ),
)
"""Makers of a scalar's forms."""

_VALUE = re.compile(r"(?m)^( *(?:- )?[\w-]+: )([^\n#{\[|>\"']+)$")
_PYTHON: tuple[Callable[[str], object], ...] = (int, float, datetime.date.fromisoformat)


def read_differently(word: str) -> bool:
    """Whether PyYAML or Python reads a plain word as something that it is not to us: a number, a day, true or false."""
    if re.fullmatch(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?|true|false|[0-9]{4}-[0-9]{2}-[0-9]{2}", word):
        return False
    try:
        if not isinstance(yaml.safe_load(f"a: {word}")["a"], str):
            return True
    except (yaml.YAMLError, ValueError, TypeError, KeyError):
        return True
    for convert in _PYTHON:
        try:
            convert(word)
        except ValueError:
            continue
        return True
    return False


def with_word(content: bytes, chance: random.Random) -> tuple[bytes, str]:
    """Return the content with a word in the place of one value."""
    text = content.decode()
    places = list(_VALUE.finditer(text))
    word = chance.choice(FORMS)(chance)
    if not places:
        return content, ""
    place = chance.choice(places)
    return f"{text[: place.start(2)]}{word}{text[place.end(2) :]}".encode(), f"{place[1].strip()} {word}"


NAMES = (
    *(
        "ghi-chu.txt",
        "Bao cao.xlsx",
        "_.yaml",
        "_",
        ".yaml",
        "2023",
        "2023.yml",
        "2022.yaml",
        "con.yaml",
        "nul",
        "Sa Pa.yaml",
    ),
    *("sa-pa (1).yaml", "sa-pa.yml", "sa-pa.yaml.txt", "lào-cai.yaml", "la\u0300o.yaml", "\u202e.yaml", "a\u200b.yaml"),
    *("\x1b[31m.yaml", "a\nb.yaml", "x" * 200, "submissions", "criteria ", "members.yaml", "[red].yaml", "%s", "-"),
)
FOLDERS = ("", "criteria/", "criteria/templates/", "submissions/", "submissions/2023/", "appraisals/2023/", "meetings/")
FOLDERS += ("results/", "evidence/", "evidence/2023/", "evidence/2023/sa-pa/", "appraisals/")


def lay(root: Path, chance: random.Random) -> list[str]:
    """Put a few stray files, folders and links into a folder, and return what they are."""
    laid = []
    for _ in range(chance.randint(1, 3)):
        path = root / (chance.choice(FOLDERS) + chance.choice(NAMES))
        kind = chance.choice(("file", "file", "folder", "link", "pipe"))
        if os.path.lexists(path):
            continue
        if not path.parent.is_dir():
            continue
        if kind == "file":
            path.write_bytes(chance.choice((b"", b"x", b"member: sa-pa\nyear: 2023\n", b"\xff\xfe", b"- a\n")))
        elif kind == "folder":
            path.mkdir()
        elif kind == "link":
            path.symlink_to(chance.choice((str(root), "/etc/passwd", "nowhere")))
        else:
            os.mkfifo(path)
        laid.append(f"{kind} {path.relative_to(root)}")
    return laid


def try_bytes(starts: list[tuple[bytes, str]], chance: random.Random) -> tuple[str, bool]:
    """Read a mutated file; return what it was, and whether anything was wrong with it."""
    content, kind = chance.choice(starts)
    content = mutated(content, starts, chance)
    return _read(content, kind, repr(content))


def try_words(starts: list[tuple[bytes, str]], chance: random.Random) -> tuple[str, bool]:
    """Read a file with an odd word; return what it was, and whether anything was wrong with it."""
    content, kind = chance.choice(starts)
    content, line = with_word(content, chance)
    shown, refused = _read(content, kind, repr(line))
    word = line.partition(": ")[2].strip()
    if word and not refused and read_differently(word):
        sys.exit(f"read, though other programs differ: {shown}")
    return shown, refused


def _read(content: bytes, kind: str, shown: str) -> tuple[str, bool]:
    started = time.process_time()
    try:
        record, faults = parse(content, f"{kind}.yaml", KINDS[kind])
    except BaseException:
        print(f"{kind}: {shown}")
        raise
    if time.process_time() - started > MOST_SECONDS or (record is None and not faults):
        sys.exit(f"{kind}, {time.process_time() - started:.2f} s, read {record is not None}: {shown}")
    return f"{kind}: {shown}", bool(faults)


def try_folder(scratch: Path, chance: random.Random) -> tuple[str, bool]:
    """Check a folder with stray files; return what they were, and whether anything was wrong."""
    root = scratch / "data"
    shutil.rmtree(root, ignore_errors=True)
    for name, text in SAMPLE.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(str(text), "utf-8")
    for folder in FOLDERS:
        (root / folder).mkdir(parents=True, exist_ok=True)
    laid = lay(root, chance)
    try:
        found = check(root)
        ranked(root, 2023, allow_incomplete=True)
    except FaultyDataError:
        return str(laid), True
    except BaseException:
        print(laid)
        raise
    return str(laid), bool(found.diagnostics)


def main(inputs: int, seed: int, kind: str = "") -> None:
    """Run, and print what came of it."""
    chance = random.Random(seed)  # noqa: S311 - a seed to repeat it by
    starts = seeds(Path(__file__).parent.parent / "data")
    counts = {"bytes": [0, 0], "words": [0, 0], "folders": [0, 0]}
    slowest = 0.0
    with tempfile.TemporaryDirectory() as scratch:
        for number in range(inputs):
            chosen = kind or chance.choices(("bytes", "words", "folders"), (45, 45, 10))[0]
            started = time.process_time()
            if chosen == "folders":
                shown, refused = try_folder(Path(scratch), chance)
            else:
                shown, refused = (try_bytes if chosen == "bytes" else try_words)(starts, chance)
            slowest = max(slowest, time.process_time() - started)
            counts[chosen][0] += 1
            counts[chosen][1] += refused
            if number % 10_000 == 0 and resource.getrusage(resource.RUSAGE_SELF).ru_maxrss > MOST_KIB:
                sys.exit(f"input {number}, seed {seed}: more than 300 MB after {shown}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    said = ", ".join(f"{count} {name} ({refused} with faults)" for name, (count, refused) in counts.items() if count)
    print(f"{inputs} inputs, seed {seed}: {said}; slowest {slowest * 1000:.0f} ms, peak {peak:.0f} MiB")


if __name__ == "__main__":
    main(
        int(sys.argv[1]) if len(sys.argv) > 1 else 20_000,
        int(sys.argv[2]) if len(sys.argv) > 2 else 1,
        sys.argv[3] if len(sys.argv) > 3 else "",
    )
