"""Where a file lies, and what may be done there: on this machine or on a network, writable or not."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

MOUNTS = Path("/proc/self/mountinfo")
NETWORKS = {
    "nfs": "NFS",
    "nfs4": "NFS",
    "cifs": "a Windows share",
    "smb3": "a Windows share",
    "smbfs": "a Windows share",
    "fuse.sshfs": "SSHFS",
    "fuse.rclone": "a cloud drive",
    "fuse.davfs": "WebDAV",
    "davfs": "WebDAV",
    "fuse.davfs2": "WebDAV",
    "afs": "AFS",
    "9p": "a shared folder of the host",
    "vboxsf": "a shared folder of the host",
    "fuse.vmhgfs-fuse": "a shared folder of the host",
    "ceph": "Ceph",
    "fuse.ceph": "Ceph",
    "fuse.glusterfs": "GlusterFS",
}
"""Kinds of mounted folders in which several machines may write, as an officer knows them."""
LITTLE = 262_144  # bytes; with less free room than that SQLite can make nothing beside a file


def network_of(path: Path, mounts: Path = MOUNTS) -> str:
    """What kind of network folder a file lies in; "" on this machine, and where the system does not tell."""
    try:
        lines = mounts.read_text("utf-8", "surrogateescape").splitlines()
    except OSError:
        return ""
    here = path.resolve()
    kind, longest = "", -1
    for line in lines:
        before, _, after = line.partition(" - ")
        at = Path(_unescaped(before.split(" ")[4]))
        # Of two mounts at one place the later one lies on top.
        if (at == here or at in here.parents) and len(at.parts) >= longest:
            kind, longest = after.split(" ", 1)[0], len(at.parts)
    return NETWORKS.get(kind, "")


def why_not_writable(path: Path) -> str:
    """Why a file that is there cannot be written where it is, as a sentence; "" where it can."""
    if not os.access(path, os.W_OK):
        return f"{path.name} may not be written by you."
    if not os.access(path.parent, os.W_OK | os.X_OK):
        return f"The folder {path.parent} may not be written by you."
    return ""


def make_folder(folder: Path) -> None:
    """Make a folder and what is missing above it, all for the owner alone; mkdir's own parents follow the umask."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    for one in reversed(missing):
        one.mkdir(mode=0o700, exist_ok=True)


def is_full(folder: Path) -> bool:
    """Whether a disk has no room left."""
    try:
        return shutil.disk_usage(folder).free < LITTLE
    except OSError:
        return False


def _unescaped(words: str) -> str:
    """The kernel writes blanks in paths as octal numbers."""
    for octal, character in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        words = words.replace(octal, character)
    return words
