"""Translation: every text of an edition in two languages, to a file that translators' programs read, and back."""
