"""Values: quantities, units, dates and slugs, and each closed list of words once. They know nothing of files or
pages."""
