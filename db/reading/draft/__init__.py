"""The draft that the reading desk shows: its items, what the store already has of them, and how it is saved."""
