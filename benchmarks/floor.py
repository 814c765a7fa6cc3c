"""Validating many good submissions in one process, beside the floor: read, libyaml's events, a plain builder.

    python benchmarks/floor.py [SIZE]

The floor checks nothing: it opens each file, takes libyaml's events and builds dictionaries and lists of texts.
"""

import sys
import tempfile
from pathlib import Path

from made import make
from timing import in_turn, installed, table

FLOOR = """
import gc, os, sys
gc.disable()
from yaml._yaml import CParser
from yaml.events import MappingEndEvent, MappingStartEvent, ScalarEvent
from yaml.events import SequenceEndEvent, SequenceStartEvent, StreamEndEvent
def build(content):
    take = CParser(content).get_event
    above, items, key = [], None, None
    while True:
        event = take()
        kind = type(event)
        if kind is ScalarEvent:
            value = event.value
            if type(items) is dict and key is None:
                key = value
                continue
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            above.append((items, key))
            items, key = ({} if kind is MappingStartEvent else []), None
            continue
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            value = items
            items, key = above.pop()
        elif kind is StreamEndEvent:
            return
        else:
            continue
        if type(items) is dict:
            items[key] = value
            key = None
        elif items is not None:
            items.append(value)
for folder, _, names in os.walk(sys.argv[1]):
    for name in names:
        with open(os.path.join(folder, name), "rb") as file:
            build(file.read())
"""


def main(size: int) -> None:
    """Make the folder, time both, and print the ratio."""
    cluster = installed("cluster") or sys.exit("cluster is not installed")
    with tempfile.TemporaryDirectory() as scratch:
        folder = make(Path(scratch) / "data", size)
        script = Path(scratch) / "floor.py"
        script.write_text(FLOOR, "utf-8")
        commands = {
            "floor": [sys.executable, str(script), str(folder)],
            "cluster validate": [cluster, "validate", "--data", str(folder)],
        }
        print(f"{size} submissions\n{table(in_turn(commands, 5), ['floor'])}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 9000)
