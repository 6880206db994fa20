"""Ask other hosts: are the articles still there, and what do they say."""

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from factbound import __version__, edition
from factbound.commands import OK, PROBLEMS, USAGE
from factbound.commands.colour import coloured
from factbound.commands.history import would_keep
from factbound.mkdocs import settings
from factbound.project import Project, real
from factbound.publish.target import look_at_file
from factbound.publish.writing import replace_file, write_new
from factbound.values.slugs import is_slug

if TYPE_CHECKING:
    from factbound.network.fetching import Fetcher


def _fetcher(options: argparse.Namespace, project: Project) -> "Fetcher":
    """What asks other hosts, under a name that tells whose it is."""
    from factbound.network.fetching import Fetcher, Manners

    home = f" (+{project.site_url})" if project.site_url else ""
    return Fetcher(Manners(agent=f"factbound/{__version__}{home}", timeout=options.timeout))


def check_links(options: argparse.Namespace, root: Path) -> int:
    """Ask whether the sources' pages answer and hold the printed words."""
    config = settings.load(root)
    project = settings.project_of(config)
    if not options.network:
        print(
            "check-links asks the hosts of every source for a page each: say --network if you mean it", file=sys.stderr
        )
        return USAGE
    if options.json and not options.json.absolute().parent.is_dir():
        print(f"{options.json} lies in no folder", file=sys.stderr)
        return USAGE
    from factbound.network.links import State, check_links
    from factbound.network.report import is_report, lines_of, summary_of, values_of
    from factbound.network.robots import Robots

    if options.json:
        look_at_file(options.json, settings.sources_of(config), "report of links", is_report)
    book, fetcher = edition.book(project), _fetcher(options, project)
    widest = max((len(name) for name in book.sources), default=0)
    checked = []
    for each in check_links(book, fetcher.fetch, Robots(fetcher).allow):
        checked.append(each)
        told = lines_of(each, widest, terminal=sys.stdout.isatty(), colour=coloured(sys.stdout))
        print("\n".join(told), flush=True)
    print(summary_of(checked))
    if options.json:
        replace_file(options.json, (json.dumps(values_of(checked), ensure_ascii=False, indent=1) + "\n").encode())
    return OK if all(each.state is State.LIVE for each in checked) else PROBLEMS


def archive(options: argparse.Namespace, root: Path) -> int:
    """Keep an article's text, and print its entry for sources.yml."""
    project = settings.project_of(settings.load(root))
    if not options.archive.is_dir():
        print(f"{options.archive} is no folder: make it outside the repository", file=sys.stderr)
        return USAGE
    if would_keep(real(options.archive) / "article.txt"):
        print(
            f"{options.archive} lies in a repository, which must not hold an article's text: name another, or have "
            "Git ignore it",
            file=sys.stderr,
        )
        return USAGE
    if options.id is not None and not is_slug(options.id):  # told before anybody is asked for the page
        print(f'"{options.id}" is no id', file=sys.stderr)
        return USAGE
    from factbound.network.clock import TooLong
    from factbound.network.fetching import Answer
    from factbound.network.record import article_of, entry_of

    fetched = _fetcher(options, project).fetch(options.url)
    if not isinstance(fetched, Answer) or fetched.status != 200:
        print(
            f"nothing to keep: {f'it answers {fetched.status}' if isinstance(fetched, Answer) else fetched.detail}",
            file=sys.stderr,
        )
        return PROBLEMS
    try:
        article, why = article_of(fetched), "no article was found in the page"
    except TooLong as error:
        article, why = None, str(error)
    if article is None:
        print(f"nothing to keep: {why}", file=sys.stderr)
        return PROBLEMS
    name = options.id or article.suggested_id
    if name is None or not is_slug(name):
        print("the year is not known: give an id with --id, such as gazette-2031", file=sys.stderr)
        return USAGE
    path: Path = real(options.archive) / f"{name}.txt"
    try:
        write_new(path, article.data)
    except FileExistsError:
        print(f"{path} is there already, and stays as it is: give another --id", file=sys.stderr)
        return USAGE
    except OSError as error:
        print(f"{path} cannot be written: {error.strerror}", file=sys.stderr)
        return PROBLEMS
    print(f"{path}: {len(article.paragraphs)} paragraphs", file=sys.stderr)
    print(entry_of(name, article, project.languages), end="")
    return OK
