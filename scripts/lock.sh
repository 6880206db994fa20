#!/usr/bin/env bash
# Writes the hash-locked requirements anew from pyproject.toml. Needs pip-tools. No registry host or machine path gets into them.
set -eu
cd "$(dirname "$0")/.."
compile() {
  pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-header --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-annotate "$@"
}
lock() {
  compile "$@" pyproject.toml
}
printf '%s\n' 'flit_core>=3.12' 'setuptools>=77' | compile -o requirements/tools.txt -
lock -c requirements/tools.txt -o requirements/build.txt
lock --extra archive -c requirements/build.txt -o requirements/archive.txt
lock --extra archive --extra test -c requirements/tools.txt -c requirements/build.txt -o requirements/test.txt
lock --extra hosts -c requirements/test.txt -o requirements/hosts.txt
echo 'pip-audit>=2.10' | compile -o requirements/audit.txt -
