"""Agendas: what is carried over into a meeting, and what came of it there."""
