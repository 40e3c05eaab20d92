"""The command line's door: ``python hooks/disclose.py check``."""

import sys
from pathlib import Path

from disclosure.cli import main

if __name__ == "__main__":
    # Not resolved: where hooks/ is a link, the project is the one that links to it.
    sys.exit(main(sys.argv[1:], Path(__file__).absolute().parent.parent))
