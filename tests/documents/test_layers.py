"""The house stands: the contracts of pyproject.toml hold, and each of them falls when it is broken on purpose."""

import itertools
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterable
from graphlib import TopologicalSorter
from pathlib import Path

import grimp

import taybac_cluster

PYPROJECT = Path(__file__).parents[2] / "pyproject.toml"
LINT_IMPORTS = "from importlinter.cli import lint_imports_command as lint_imports; lint_imports()"

# From the top down; those of one row do not know each other.
LAYERS = (
    ("__main__",),
    ("cli",),
    ("pipeline",),
    ("export", "load"),
    ("views",),
    ("rules",),
    ("decide",),
    ("diagnostics",),
    ("model",),
)
MIDDLE = ("views", "rules", "decide", "diagnostics", "model")
CONTRACTS = {
    each["id"]: each for each in tomllib.loads(PYPROJECT.read_text("utf-8"))["tool"]["importlinter"]["contracts"]
}


def test_every_contract_holds(tmp_path: Path) -> None:
    done = lint(copy_of_the_house(tmp_path))
    assert done.returncode == 0, done.stdout
    assert f"{len(CONTRACTS)} kept, 0 broken" in done.stdout


def test_no_layer_may_import_one_above_or_beside_it(tmp_path: Path) -> None:
    upwards = [
        (lower, upper)
        for above, below in itertools.combinations_with_replacement(LAYERS, 2)
        for lower, upper in itertools.product(below, above)
        if lower != upper
    ]
    assert refused(tmp_path, ((lower, f"taybac_cluster.{upper}") for lower, upper in upwards)) == []


def test_the_middle_may_not_reach_files_clock_environment_or_terminal(tmp_path: Path) -> None:
    assert refused(tmp_path, itertools.product(MIDDLE, CONTRACTS["pure"]["forbidden_modules"])) == []


def test_an_exporter_may_not_know_a_path(tmp_path: Path) -> None:
    assert refused(tmp_path, [("export", each) for each in CONTRACTS["pathless"]["forbidden_modules"]]) == []


def test_only_load_may_read_yaml(tmp_path: Path) -> None:
    assert refused(tmp_path, [("cli", "yaml"), ("pipeline", "yaml"), ("export", "yaml")]) == []


def test_the_pipeline_may_not_show_anything(tmp_path: Path) -> None:
    assert refused(tmp_path, [("pipeline", each) for each in CONTRACTS["answers"]["forbidden_modules"]]) == []


def test_no_two_modules_of_a_package_may_import_each_other(tmp_path: Path) -> None:
    house = copy_of_the_house(tmp_path)
    with (house / "decide" / "exact.py").open("a", encoding="utf-8") as file:
        file.write("\nimport taybac_cluster.decide.score\n")
    done = lint(house)
    assert done.returncode == 1
    assert "No imports in a circle BROKEN" in done.stdout


def test_no_module_imports_itself_through_others_not_even_through_its_package() -> None:
    graph = grimp.build_graph("taybac_cluster", cache_dir=None)
    TopologicalSorter({each: graph.find_modules_directly_imported_by(each) for each in graph.modules}).prepare()


def test_a_room_that_is_not_in_the_plan_is_refused(tmp_path: Path) -> None:
    house = copy_of_the_house(tmp_path)
    (house / "utils.py").touch()
    done = lint(house)
    assert done.returncode == 1
    assert "taybac_cluster.utils" in done.stdout


def refused(folder: Path, imports: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Write all these imports into a copy of the house, and return those that lint-imports lets pass."""
    house = copy_of_the_house(folder)
    imports = list(imports)
    for room, module in imports:
        with door(house, room).open("a", encoding="utf-8") as file:
            file.write(f"\nimport {module}\n")
    done = lint(house)
    assert done.returncode == 1, done.stdout
    return [
        (room, module)
        for room, module in imports
        if f"taybac_cluster.{room} is not allowed to import {module}:" not in done.stdout
    ]


def copy_of_the_house(folder: Path) -> Path:
    """The package as it is installed, be it from src/ or from a wheel."""
    installed = Path(taybac_cluster.__file__).parent
    return shutil.copytree(installed, folder / "taybac_cluster", ignore=shutil.ignore_patterns("__pycache__"))


def door(house: Path, room: str) -> Path:
    module = house / f"{room}.py"
    return module if module.exists() else house / room / "__init__.py"


def lint(house: Path) -> subprocess.CompletedProcess[str]:
    """Run lint-imports beside the copy: its working folder is where it looks for the package first."""
    return subprocess.run(
        [sys.executable, "-c", LINT_IMPORTS, "--config", PYPROJECT, "--no-cache"],
        cwd=house.parent,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
