"""The calendar: a month and its days as lines, and the widgets that show them."""
