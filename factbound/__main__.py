"""`python -m factbound`: the command `factbound`, where scripts are not on the path."""

import sys

from factbound.commands.cli import console

sys.exit(console())
