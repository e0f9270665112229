"""Visits and meetings, put together from many sentences: their days, places, hosts and tables."""
