"""What a file would bring, shown before it enters."""
