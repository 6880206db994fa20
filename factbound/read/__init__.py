"""Read: the files of an edition, well-formed, each value with its file, line and column."""
