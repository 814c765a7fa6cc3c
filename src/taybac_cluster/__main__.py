"""The command `cluster`."""

import gc
import os
import sys


def main() -> None:
    """Run the command line and exit."""
    try:
        gc.disable()  # a run is short and builds trees of records that live to its end: a tenth of the time
        os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # none may change what a file means
        from taybac_cluster.cli import run

        code = run(sys.argv[1:])
    except KeyboardInterrupt:  # while the first modules are imported
        code = 130
    gc.freeze()  # nor is all that looked through at the end: another tenth
    sys.exit(code)


if __name__ == "__main__":
    main()
