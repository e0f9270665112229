"""Which countries a text names, and whether each acts, is gone to or is only spoken of."""
