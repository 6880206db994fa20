"""Markdown: stories and pages as plain text, for programs that read."""
