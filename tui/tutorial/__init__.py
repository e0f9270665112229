"""Ten steps on a store of examples, each done by doing it."""
