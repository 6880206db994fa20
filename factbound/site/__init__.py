"""Publishing: MkDocs behind a thin adapter, and the one swap that makes a site public."""
