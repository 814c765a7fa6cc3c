"""The command `cluster`."""

import sys


def main() -> None:
    """Run the command line and exit."""
    from taybac_cluster.cli import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
