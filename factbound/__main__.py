"""`python -m factbound`: the command line where factbound is installed, such as beside an ordinary MkDocs site."""

import sys

from factbound.cli import main

sys.exit(main(sys.argv[1:]))
