"""Pages: what each kind of page shows, one view object a template."""
