"""What a text is written on: bytes to text, joined lines, its head, and what only stands around it."""
