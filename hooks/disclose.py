"""The command line's door: ``python hooks/disclose.py check``."""

import sys
from pathlib import Path

from disclosure.cli import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], Path(__file__).resolve().parent.parent))
