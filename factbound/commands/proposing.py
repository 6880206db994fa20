"""Propose entries for what an article prints and nothing uses."""

import argparse
import sys
from pathlib import Path

from factbound import edition
from factbound.commands import OK, PROBLEMS, USAGE
from factbound.commands.proving import holds_texts
from factbound.desk.draft import yaml_of
from factbound.desk.offers import entries_of, lines_of, proposals
from factbound.mkdocs import settings
from factbound.problems import did_you_mean


def propose(options: argparse.Namespace, root: Path) -> int:
    """Tell the entries for all that an article prints and nothing uses."""
    project = settings.project_of(settings.load(root))
    if not holds_texts(options.archive):
        return USAGE
    book, texts = edition.book_and_texts(project, options.archive)
    if options.source not in book.sources or options.source not in texts:
        known = sorted(book.sources.keys() & texts.keys())
        print(
            f'there is no source "{options.source}" with a text in {options.archive}; '
            f"{did_you_mean(options.source, known) or ', '.join(known) or 'new source ID starts one'}",
            file=sys.stderr,
        )
        return PROBLEMS
    found = proposals(book, options.source, texts[options.source], project.languages[0])
    if options.yaml:
        print(yaml_of(entries_of(found, options.source, book, project)), end="")
        return OK
    for each in found:
        print("\n".join(lines_of(each)))
    count = len(found)
    print(f"{options.source}: {count} amount{'' if count == 1 else 's'} or dates that nothing uses")
    return OK
