"""The command line's door: ``python hooks/disclose.py check``."""

import signal
import sys
from pathlib import Path

from disclosure.cli import main

if __name__ == "__main__":
    # A terminated build removes its stage as a failed one does.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    # Not resolved: where hooks/ is a link, the project is the one that links to it.
    sys.exit(main(sys.argv[1:], Path(__file__).absolute().parent.parent))
