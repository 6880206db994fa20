"""The canonical style of an edition's YAML: whole files brought into it, and single entries written in it.

One key a line, hence one language a line; lines of at most 120 characters; short lists of plain words in brackets.
Every comment stays, and every value is what it was: see `tidied` for a whole file, `with_entry` and `with_value` for
one place in it. Everything is text in, text out; commands write.
"""
