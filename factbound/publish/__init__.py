"""Publish: the one swap that makes a site public, and all writing of files. It knows no MkDocs."""
