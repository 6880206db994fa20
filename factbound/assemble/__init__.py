"""Assemble: what was read becomes the ledger; every problem at once, each cause once."""
