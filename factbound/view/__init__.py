"""Views: pure functions from the ledger to pages and files."""
