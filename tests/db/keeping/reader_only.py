"""Somebody who may read a store and not write it: `python -m tests.db.keeping.reader_only STORE`.

Says why nothing can be written, how many visits there are, and what came of trying to enter one.
"""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path

from db import Store
from db.checking import check
from db.errors import BilatError
from tests.db.making import count, visit_entered

if __name__ == "__main__":
    with closing(Store.open(Path(sys.argv[1]), officer="guest")) as store:
        told = [store.read_only, str(count(store, "visit"))]
        try:
            visit_entered(store)
        except BilatError as error:
            told.append(f"{type(error).__name__}: {error}")
        told += [one.sentence for one in check(store, lambda _doing: None)]
    sys.stdout.write("\n".join(told) + "\n")
