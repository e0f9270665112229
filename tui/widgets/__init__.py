"""The widgets; each draws its own lines, so that a key costs one frame."""
