"""The command `cluster`."""

import gc
import sys


def main() -> None:
    """Run the command line and exit."""
    from taybac_cluster.cli import run

    gc.disable()  # a run is short and builds trees of records that live to its end
    code = run(sys.argv[1:])
    gc.freeze()  # nothing is gathered up at the end that the system takes back anyway
    sys.exit(code)


if __name__ == "__main__":
    main()
