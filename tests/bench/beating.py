"""Runs `bilat` with a beat in its event loop: ``python -m tests.bench.beating OUT [words of bilat]``.

Every few milliseconds the loop should come round; by how much it is late is how long a key would have waited.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from pathlib import Path
from typing import Any

from tui import cli, started

EVERY = 0.004  # seconds
START_IS_OVER = 1.0  # seconds after the first screen; before, the launch itself is measured


class Beating(started.Dashboard):
    """The dashboard, with a note of how late its loop came round."""

    # It would be looked for beside this file else.
    CSS_PATH = str(Path(started.__file__).with_name("app.tcss"))
    late: float = 0.0
    out: Path

    def on_ready(self) -> None:
        """Begin; Textual calls the dashboard's own handler as well."""
        self.beat = asyncio.create_task(self._beat())

    def exit(self, *words: Any, **more: Any) -> None:
        """No key waits any more: taking the terminal down is not measured."""
        self.beat.cancel()
        super().exit(*words, **more)

    async def _beat(self) -> None:
        await asyncio.sleep(START_IS_OVER)
        while True:
            begun = time.monotonic()
            await asyncio.sleep(EVERY)
            late = time.monotonic() - begun - EVERY
            if late > self.late:
                self.late = late
                self.out.write_text(json.dumps({"late_ms": late * 1000}), "utf-8")


def main() -> int:
    """Run the words after the first, which is where the note goes."""
    Beating.out = Path(sys.argv[1])
    setattr(started, "Dashboard", Beating)  # noqa: B010 - a class is not to be assigned to, says the type checker
    return cli.main(sys.argv[2:])


if __name__ == "__main__":
    sys.exit(main())
