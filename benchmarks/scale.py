"""How time and memory grow with the number of submissions, beside check-jsonschema and yamale on the same files.

python benchmarks/scale.py [SIZE …]
"""

import sys
import tempfile
from pathlib import Path

from made import make
from startup import YAMALE
from timing import Command, in_turn, installed, table

SCHEMA = Path(__file__).parent.parent / "schemas" / "submission.json"
FEW = 1000


def main(sizes: list[int]) -> None:
    """Make folders of each size, time the commands on each, and print the growth."""
    cluster = installed("cluster") or sys.exit("cluster is not installed")
    yamale, checker = installed("yamale"), installed("check-jsonschema")
    spent: dict[int, float] = {}
    for size in sizes:
        with tempfile.TemporaryDirectory() as scratch:
            folder = make(Path(scratch) / "data", size)
            files = sorted(map(str, (folder / "submissions").rglob("*.yaml")))
            commands: dict[str, Command] = {
                "cluster validate": [cluster, "validate", "--data", str(folder)],
                "cluster rank": [cluster, "rank", "2023", "--format", "json", "--data", str(folder)],
            }
            if yamale:
                schema = Path(scratch) / "yamale.yaml"
                schema.write_text(YAMALE, "utf-8")
                commands["yamale, 2 processes"] = [yamale, "-n", "2", "-s", str(schema), str(folder / "submissions")]
            if checker and SCHEMA.exists():
                commands["check-jsonschema"] = [checker, "--schemafile", str(SCHEMA), *files]
            timed = in_turn(commands, 3 if size < FEW else 1)
        spent[size] = timed["cluster validate"].seconds
        print(f"\n{size} submissions\n{table(timed, ['cluster validate'])}", flush=True)
    for name, tool in (("yamale", yamale), ("check-jsonschema", checker)):
        if not tool:
            print(f"{name} is not installed: left out")
    first = sizes[0]
    for size in sizes[1:]:
        each = (spent[size] - spent[first]) / (size - first) * 1e6
        print(f"validate, {first} to {size}: {each:.0f} µs a submission more")


if __name__ == "__main__":
    main([int(each) for each in sys.argv[1:]] or [11, 900, 9000])
