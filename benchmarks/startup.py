"""How long `cluster` takes to answer, beside a script that only imports the libraries it is made of.

    python benchmarks/startup.py [RUNS]

The limit: `rank` and `validate` take at most twice the script.
"""

import sys
import tempfile
from pathlib import Path

from timing import Command, in_turn, installed, table

SCRIPT = """
import typer, yaml, rich.console, rich.table
from pydantic import BaseModel
"""
YAMALE = """\
member: str()
year: int()
status: str()
submitted_on: any(day(), str(), required=False)
values: map(any(num(), bool(), str(), map()))
gates: map(bool(), required=False)
bonuses: map(any(bool(), map()), required=False)
highlights: str(required=False)
not_competing: str(required=False)
note: str(required=False)
"""


def main(runs: int) -> None:
    """Time the commands and print their ratios."""
    data = Path(__file__).parent.parent / "data"
    cluster = installed("cluster") or sys.exit("cluster is not installed")
    with tempfile.TemporaryDirectory() as folder:
        schema = Path(folder) / "yamale.yaml"
        schema.write_text(YAMALE, "utf-8")
        commands: dict[str, Command] = {"python": [sys.executable, "-c", "pass"]}
        script = Path(folder) / "imports.py"
        script.write_text(SCRIPT, "utf-8")
        commands["imports"] = [sys.executable, str(script)]
        commands |= {
            "cluster --version": [cluster, "--version"],
            "cluster rank 2023": [cluster, "rank", "2023", "--data", str(data)],
            "cluster rank 2023 --format json": [cluster, "rank", "2023", "--format", "json", "--data", str(data)],
            "cluster validate": [cluster, "validate", "--data", str(data)],
        }
        if yamale := installed("yamale"):
            commands["yamale, 11 submissions"] = [yamale, "-s", str(schema), str(data / "submissions" / "2023")]
        else:
            print("yamale is not installed: left out")
        print(table(in_turn(commands, runs), ["python", "imports"]))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
