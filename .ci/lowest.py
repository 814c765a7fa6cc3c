"""Print the lowest allowed version of everything the package needs, as constraints for `pip install -c`.

    python .ci/lowest.py > lowest.txt

On a Python newer than the lowest it prints nothing: old versions have no wheels there, and pip would not choose them.
"""

import re
import sys
import tomllib
from pathlib import Path

EXTRAS = ("stability", "office", "pdf")
"""Those that people install, not only who works on the project."""


def main() -> None:
    """Turn every `name>=version` of the dependencies and of the extras people install into `name==version`."""
    project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text("utf-8"))["project"]
    here = ".".join(map(str, sys.version_info[:2]))
    if project["requires-python"] != f">={here}":
        print(f"note: this is Python {here}; the lowest dependencies need the lowest Python", file=sys.stderr)
        return
    extras = project["optional-dependencies"]
    for requirement in [*project["dependencies"], *(each for name in EXTRAS for each in extras[name])]:
        print(re.sub(r"^([\w.-]+)>=([\w.]+).*", r"\1==\2", requirement))


if __name__ == "__main__":
    main()
