"""Days as a text has them: their words, their years, and those that are one stay or in doubt."""
