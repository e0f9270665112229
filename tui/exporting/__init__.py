"""What goes out of the dashboard: the list on the screen, the quarterly table, everything, a hand-over pack."""
