"""Any two stores put together: nothing of the one is lost or overwritten, and once is enough."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlmodel import select

from db import Store, models
from tests.db.exchange.anything import fill
from tests.db.exchange.carrying import copied, out, taken_in, text_of

STARTS_AS = (None, "", 0, False, True, "unknown", "unspecified", "other", "Latn", "stated", "guest")
"""What a row holds of which nobody has said anything; a dossier that says more may change it."""


def rows(store: Store) -> dict[tuple[str, Any], dict[str, Any]]:
    """Every row that an officer filled, by table and key."""
    found = {}
    with store.write("look") as session:
        for name in models.__all__:
            table = getattr(models, name)
            if table.__tablename__ not in ("step", "change", "setting"):
                for row in session.exec(select(table)):
                    values = row.model_dump()
                    found[str(table.__tablename__), values.get("id", values.get("code"))] = values
    return found


def follows(values: dict[str, Any], name: str) -> bool:
    """Whether a column follows from others: a due date from its event, how a date is known from the date itself."""
    return name.endswith("_basis") or (name.startswith("due_") and bool(values.get("anchor_id")))


@settings(
    max_examples=15,
    deadline=None,
    derandomize=True,  # what may be the same is judged, and a suite should judge the same stores every time
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=list(HealthCheck),
)
@given(data=st.data())
def test_nothing_is_overwritten_and_once_is_enough(small_file: Path, data: st.DataObject) -> None:
    with copied(small_file, "amina") as mine, copied(small_file, "bruno") as theirs:
        for store in (mine, theirs):
            with store.write("anything") as session:
                fill(session, data)
        before = rows(mine)
        taken_in(mine, out(theirs))
        after = rows(mine)
        for key, values in before.items():
            lost = {
                name: (value, after[key][name])
                for name, value in values.items()
                if value not in STARTS_AS and after[key][name] != value and not follows(values, name)
            }
            assert not lost, key
        whole = text_of(mine)
        again = taken_in(mine, out(theirs))
        assert again.nothing_new, again
        assert text_of(mine) == whole
