"""What the officer sees: the dashboard, its settings and how it starts; nothing here knows SQL."""

__version__ = "0.1.0"
