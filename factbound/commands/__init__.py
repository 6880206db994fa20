"""What the commands do. Each takes its options and the edition's folder, prints what it has to say, and returns its
exit code."""

OK, PROBLEMS, USAGE = 0, 1, 2
"""Exit codes: it is done; the edition has problems; the call was wrong."""
