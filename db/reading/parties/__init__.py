"""Everybody named, once, and on whose side they are."""
