"""A disk that runs full, for real: a clear sentence, nothing lost, and all works again once there is room."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
SCHEMA = ROOT / "tests" / "db" / "schemas" / "0001.sql"
MOUNTED = 'mount -t tmpfs -o size="$1" none "$2" || exit 99; shift 2; exec "$@"'
NO_DISK = 99


def on_a_small_disk(size: str, folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run a program with a small disk mounted at a folder, which only the program sees."""
    unshare = shutil.which("unshare")
    if unshare is None:
        pytest.skip("nothing here can mount a small disk")
    folder.mkdir()
    alone = [unshare, "--mount", *(() if os.geteuid() == 0 else ("--map-root-user",))]
    done = subprocess.run(
        [*alone, "sh", "-c", MOUNTED, "sh", size, str(folder), *command],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode == NO_DISK or "unshare failed" in done.stderr:
        pytest.skip("this machine does not let anybody mount a small disk")
    return done


@pytest.mark.parametrize(
    ("scene", "size"),
    [("saving", "8m"), ("running_out", "8m"), ("backing_up", "9m"), ("opening", "3m"), ("drafting", "3m")],
)
def test_a_full_disk_loses_nothing_and_all_works_again_with_room(
    scene: str, size: str, small_file: Path, tmp_path: Path
) -> None:
    program = (sys.executable, "-m", "tests.db.keeping.full_disk")
    disk = tmp_path / "disk"
    done = on_a_small_disk(size, disk, *program, scene, str(disk), str(small_file))
    assert done.returncode == 0, done.stderr


def test_a_disk_that_runs_full_while_a_store_is_brought_up_to_date_leaves_it_as_it_was(
    tmp_path: Path,
) -> None:
    program = (sys.executable, "-m", "tests.db.keeping.full_disk")
    disk = tmp_path / "disk"
    done = on_a_small_disk("6m", disk, *program, "migrating", str(disk), str(SCHEMA))
    assert done.returncode == 0, done.stderr


def test_a_disk_that_runs_full_while_a_store_is_encrypted_leaves_it_as_it_was(
    small_file: Path, tmp_path: Path
) -> None:
    pytest.importorskip("sqlcipher3", reason="the extra bilat[encrypted] is not installed")
    disk = tmp_path / "disk"
    program = (sys.executable, "-m", "tests.db.keeping.full_disk")
    done = on_a_small_disk("9m", disk, *program, "encrypting", str(disk), str(small_file))
    assert done.returncode == 0, done.stderr
