"""MkDocs: the only modules that know it."""
