"""Offices: who takes one, from when, and what follows from it."""
