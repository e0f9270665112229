"""Alembic's migrations; `alembic revision --autogenerate` is run through `tests/db/test_migrations.py`'s models."""
