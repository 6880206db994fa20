"""Prove: printed words held against the archived articles, and what the articles print beside them."""
