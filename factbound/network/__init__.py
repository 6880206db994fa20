"""The network: what asks other hosts for pages, for the commands that say so. No build reaches it."""
