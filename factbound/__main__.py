"""`python -m factbound`: the command `factbound`, where scripts are not on the path."""

import gc
import signal
import sys


def console() -> int:
    """The command `factbound`; its exit code."""
    ended_at_once()
    gc.disable()  # loading the program leaves no garbage to look for
    from factbound.commands.cli import main

    code = main(sys.argv[1:], "factbound")
    gc.freeze()  # or Python, at its end, looks for garbage among all that a build holds
    return code


def ended_at_once() -> None:
    """Until a command has begun, Ctrl-C ends the program at once: there is nothing yet to be put in order."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)


if __name__ == "__main__":  # processes that draw read this too, and need no command
    sys.exit(console())
