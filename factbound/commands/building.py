"""Build and preview."""

import argparse
import sys
import time
from functools import partial
from pathlib import Path
from threading import Thread

from factbound.commands import OK, USAGE, remind
from factbound.commands.desk import opened
from factbound.commands.proving import holds_texts, today
from factbound.desk.renewing import renew_lock
from factbound.mkdocs import plugin as mkdocs
from factbound.mkdocs import serving, settings
from factbound.project import real
from factbound.publish.offline import is_offline_zip, offline_zip
from factbound.publish.stamp import inputs_digest, read_stamp, write_stamp
from factbound.publish.target import look_at_file
from factbound.publish.writing import replace_file
from factbound.read.context import relative

BESIDE = Path("site.zip")
"""Stands for an archive beside the site, where --zip names none."""


def build(options: argparse.Namespace, root: Path) -> int:
    """Check, build and publish the site; with --zip, pack it for reading offline."""
    start = time.perf_counter()
    config = settings.load(root, options.site_dir)
    site, project = Path(config.site_dir), settings.project_of(config)
    if settings.is_hosted(config):
        if options.zip:
            print("--zip packs an edition; a site with a theme of its own is packed by other means", file=sys.stderr)
            return USAGE
        hosted = mkdocs.build_hosted(config)
        remind(project)
        counts = f"{hosted.read} pages, {len(hosted.pages)} pages of evidence, {len(hosted.ledger.figures)} figures"
        print(f"{relative(site, root)}: {counts}, 0 problems")
        return OK
    file = site.with_name(f"{site.name}.zip") if options.zip is BESIDE else options.zip and real(options.zip)
    if file and (
        file.is_relative_to(site) or file.is_dir() or (file.parent != site.parent and not file.parent.is_dir())
    ):
        print(f"{file} cannot be the archive: it lies in the site, is a folder, or lies in none", file=sys.stderr)
        return USAGE
    if file:
        look_at_file(
            file, settings.sources_of(config), "archive of this site", partial(is_offline_zip, folder=project.name)
        )
    inputs = inputs_digest(project, repr(config.user_configs), settings.hooks_of(config))
    summary = read_stamp(project, site, inputs)
    if summary is None:
        built = mkdocs.build(config)
        pages = len(built.stories) + sum(artefact.path.endswith(".html") for artefact in built.artefacts)
        ledger = built.ledger
        whole = (
            f"{pages} pages, {len(ledger.facts)} facts, {len(ledger.derived)} derived, {len(ledger.readings)} "
            f"readings, {len(ledger.charts)} charts"
        )
        summary, note = f"{whole} ({built.drawn} drawn, {built.drawings - built.drawn} reused)", ""
        write_stamp(project, site, inputs, f"{whole} (0 drawn, {built.drawings} reused)")
    else:
        note = ", nothing has changed"
    remind(project, settings.unused(config))
    print(f"{relative(site, root)}: {summary}, 0 problems, {time.perf_counter() - start:.1f} s{note}")
    if file:
        packed = offline_zip(site, project.name)
        replace_file(file, packed)
        print(f"{relative(file, root)}: {len(packed) / 1_000_000:.1f} MB, for reading offline")
    return OK


def serve(options: argparse.Namespace, root: Path) -> int:
    """Preview the site until interrupted; with --archive, verify what is new, and keep the desk beside it."""
    archive: Path | None = options.archive
    told = f"the site: http://{options.address}/\nCtrl+C closes it"
    if archive is None:
        print(told, flush=True)
        serving.serve(root, options.address)
        return OK
    if not holds_texts(archive):
        return USAGE
    server = opened(root, archive, options.port)
    if server is None:
        return USAGE
    with server:
        Thread(target=server.serve_forever, daemon=True).start()
        print(f"the desk: {server.address}\n{told}", flush=True)
        serving.serve(root, options.address, lambda project: renew_lock(project, archive, today()))
    return OK
