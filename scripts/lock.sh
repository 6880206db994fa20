#!/usr/bin/env bash
# Writes the hash-locked requirements anew from pyproject.toml. Needs pip-tools. No registry host or machine path gets into them.
set -eu
cd "$(dirname "$0")/.."
lock() {
  pip-compile --quiet --generate-hashes --allow-unsafe --no-header --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-annotate "$@" pyproject.toml
}
lock --extra install -o requirements/build.txt
lock --extra install --extra archive -c requirements/build.txt -o requirements/archive.txt
lock --extra install --extra archive --extra test -c requirements/build.txt -o requirements/test.txt
