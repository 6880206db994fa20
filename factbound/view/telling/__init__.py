"""Telling: figures, names, dates and addresses in one language."""
