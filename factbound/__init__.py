"""factbound: a static-site generator in which a number cannot be printed without its proof."""

__version__ = "0.1.0"
