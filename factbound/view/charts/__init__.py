"""Charts: what they say (view), how each form lays it out (one module per form), and how it is drawn (drawing)."""
