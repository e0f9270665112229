"""What a store can start with: reference data, the dossiers of real events, a demo."""

from __future__ import annotations

from seeds.stores import create_demo, create_store, enter

__all__ = ["create_demo", "create_store", "enter"]
