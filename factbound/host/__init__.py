"""Host: an ordinary site with a theme of its own, its pages read, filled and completed with evidence."""
