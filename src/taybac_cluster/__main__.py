"""The command `cluster`."""

import gc
import sys


def main() -> None:
    """Run the command line and exit."""
    gc.disable()  # a run is short and builds trees of records that live to its end: a sixth of the time
    try:
        from taybac_cluster.cli import run

        code = run(sys.argv[1:])
    except KeyboardInterrupt:  # while the first modules are imported
        code = 130
    sys.exit(code)


if __name__ == "__main__":
    main()
