"""Print the commands that a README gives right after the clone: those of its first fenced block marked LANGUAGE.

    python .ci/readme.py README.md sh
    python .ci/readme.py README.md powershell

The gate runs what this prints, so what a newcomer types is what was tested.
"""

import re
import sys
from pathlib import Path


def main(readme: str, language: str) -> None:
    """Print the block's commands, one a line, without the clone itself."""
    block = re.search(
        rf"^```{re.escape(language)}\n(.*?)^```$", Path(readme).read_text("utf-8"), re.MULTILINE | re.DOTALL
    )
    if block is None:
        sys.exit(f"{readme}: no block marked ```{language}")
    commands = [line for line in block[1].splitlines() if line and not line.startswith(("git clone", "cd "))]
    if len(commands) != 2:
        sys.exit(
            f"{readme}: the first ```{language} block should hold two commands after the clone, not {len(commands)}"
        )
    print("\n".join(commands))


if __name__ == "__main__":
    main(*sys.argv[1:])
