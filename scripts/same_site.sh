#!/usr/bin/env bash
# Says whether this commit builds the very site that another did, byte for byte: this edition and every golden one.
#
#     scripts/same_site.sh REVISION      # exit 0: the same; 1: the files that differ
#
# Each side is built by its own engine, in its own folder, with an environment of its own; that takes some minutes the first time.
set -euo pipefail
cd "$(dirname "$0")/.."
revision=${1:?which revision to compare with}
work=$(mktemp -d)
trap 'git worktree remove --force "$work/before" 2>/dev/null || true; rm -rf "$work"' EXIT
git worktree add --quiet --detach "$work/before" "$revision"
build() { # TREE OUT
  (cd "$1" && python3 build.py --site-dir "$2/edition")
  for folder in tests/editions/good examples/mkdocs examples/material examples/readthedocs; do
    cp -r "$1/$folder" "$work/copy"
    (cd "$1" && .venv/bin/python build.py --no-bootstrap --project "$work/copy" build --site-dir "$2/$(basename "$folder")") \
      || echo "$folder does not build here" > "$2/$(basename "$folder").txt"
    rm -rf "$work/copy"
  done
}
mkdir -p "$work/old" "$work/new"
build "$work/before" "$work/old"
build "$PWD" "$work/new"
diff -rq "$work/old" "$work/new" && echo "the same, byte for byte"
