"""`python -m factbound`: the command `factbound`, where scripts are not on the path."""

import sys

if __name__ == "__main__":  # processes that draw read this too, and need no command
    from factbound.commands.cli import console

    sys.exit(console())
