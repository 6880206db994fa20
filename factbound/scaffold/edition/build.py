"""This edition's commands: `python build.py check` and so on, by the factbound that this Python has (`pip install
factbound`)."""

import sys

from factbound.commands.cli import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
