"""What came of an event: clauses with a verb of the ladder, and those of which nothing came."""
