"""How long `cluster` takes to answer, beside what no Python program with its libraries can avoid.

    python benchmarks/startup.py [RUNS]

`engines` is a script that only imports what the command does of typer, pydantic-core, yaml and rich; `Pydantic` takes
pydantic's BaseModel and its kin in the place of pydantic-core, and `Pydantic + models` also declares six models of ten
fields and validates one record of each, as the six kinds of file would need.
"""

import sys
import tempfile
from pathlib import Path

from timing import Command, in_turn, installed, table

OTHERS = """
import typer
import yaml
from yaml._yaml import CParser
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text
"""
ENGINES = f"{OTHERS}from pydantic_core import PydanticCustomError, SchemaValidator, ValidationError\n"
PYDANTIC = (
    f"{OTHERS}from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainValidator, ValidationError\n"
)
MODELS = (
    PYDANTIC
    + """
from decimal import Decimal
from typing import Annotated, Literal
class Record(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)
"""
    + "".join(
        f"""
class Kind{at}(Record):
    a: str
    b: Decimal | None = None
    c: tuple[str, ...] = ()
    d: dict[str, Decimal | bool | str] = {{}}
    e: Literal["x", "y"] = "x"
    f: bool = False
    g: Annotated[str, PlainValidator(str)] = ""
    h: tuple[{f"Kind{at - 1}" if at else "str"}, ...] = ()
    i: int = 0
    j: Decimal = Decimal(0)
Kind{at}(a="x")
"""
        for at in range(6)
    )
)
SCRIPTS = {"engines": ENGINES, "Pydantic": PYDANTIC, "Pydantic + models": MODELS}
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
        for name, script in SCRIPTS.items():
            path = Path(folder) / f"{name}.py"
            path.write_text(script, "utf-8")
            commands[name] = [sys.executable, str(path)]
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
        print(table(in_turn(commands, runs), ["python", *SCRIPTS]))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
