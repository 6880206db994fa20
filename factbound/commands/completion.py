"""Completion: what a shell needs to complete our commands, options, folders and files. The only module that knows
shtab."""

import argparse
import copy
from collections.abc import Iterator
from typing import Any

import shtab

SHELLS = ("bash", "zsh", "fish")


class PrintCompletion(argparse.Action):
    """Prints the script of a shell and ends. The command that it completes is `factbound`, however this one was
    called. Where an argument is a path, folders are offered for a DIR and files for all else."""

    def __call__(self, parser: argparse.ArgumentParser, *given: Any) -> None:
        _, shell, *_ = given
        for action in _actions(parser):
            if action.metavar in {"DIR", "FILE"}:
                action.complete = shtab.DIRECTORY if action.metavar == "DIR" else shtab.FILE  # type: ignore[attr-defined]
        ours = copy.copy(parser)
        ours.prog = "factbound"
        print(shtab.complete(ours, shell))
        parser.exit()


def _actions(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    for action in parser._actions:
        yield action
        if isinstance(action, argparse._SubParsersAction):
            for each in action.choices.values():
                yield from _actions(each)
