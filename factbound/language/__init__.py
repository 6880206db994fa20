"""Language: what is known of each language, and how amounts are read in it."""
