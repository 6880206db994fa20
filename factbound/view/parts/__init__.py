"""Parts: footnotes, tables, citations and drawings, of which pages are made."""
