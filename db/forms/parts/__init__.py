"""The lists that belong to a record, as lines of text in its form: who took part, names, posts held, links."""
