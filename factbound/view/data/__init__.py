"""The data: the ledger as tables, and each format that is made of them."""
