"""Forms: a record's fields one a row, each read while it is typed."""
