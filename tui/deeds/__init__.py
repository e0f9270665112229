"""What the keys that change something do: each asks what it must know, writes one step and says what came of it."""
