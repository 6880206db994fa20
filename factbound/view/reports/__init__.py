"""Reports: what the command line tells of a ledger."""
