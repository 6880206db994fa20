#!/usr/bin/env bash
# Writes the hash-locked requirements anew from pyproject.toml. Needs pip-tools. No registry host or machine path gets into them.
# Extras that packages ask for stay in them: pip takes `coverage[toml]` for pinned only where that stands, and without it looks
# for a newer release, which has no hash here. In what constrains another lock no extras may stand.
set -eu
cd "$(dirname "$0")/.."
bare=$(mktemp -d)
trap 'rm -r "$bare"' EXIT
compile() {
  pip-compile --quiet --generate-hashes --allow-unsafe --no-header --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-annotate "$@"
}
lock() {
  compile "$@" pyproject.toml
}
without_extras() { # NAME: a lock, as a constraint of others
  sed -E 's/^([A-Za-z0-9._-]+)\[[^]]*\]==/\1==/' "requirements/$1.txt" >"$bare/$1.txt"
  echo "$bare/$1.txt"
}
printf '%s\n' 'flit_core>=3.12' 'setuptools>=77' | compile -o requirements/tools.txt -
lock -c requirements/tools.txt -o requirements/build.txt
lock --extra archive -c "$(without_extras build)" -o requirements/archive.txt
lock --extra archive --extra test -c requirements/tools.txt -c "$(without_extras build)" -o requirements/test.txt
lock --extra hosts -c "$(without_extras test)" -o requirements/hosts.txt
echo 'pip-audit>=2.10' | compile -o requirements/audit.txt -
