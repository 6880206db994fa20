"""This edition's commands: `python build.py check` and so on, by the factbound that this Python has (`pip install
factbound`)."""

import importlib.util
import sys

if __name__ == "__main__":
    if importlib.util.find_spec("factbound") is None:
        print(f"factbound is not in this Python, {sys.executable}", file=sys.stderr)
        print(
            "    hint: run build.py with the Python that has it (its repository's is .venv/bin/python)", file=sys.stderr
        )
        sys.exit(2)
    from factbound.commands.cli import main

    sys.exit(main(sys.argv[1:]))
