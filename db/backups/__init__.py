"""Copies of a store: made while others write, believed only when they were read again, thinned as they age."""

from db.backups.folder import Kept, daily_is_due, folder_of, kept_in, thinned
from db.backups.making import Contents, back_up, back_up_daily, contents_of
from db.backups.restoring import Difference, difference, restore

__all__ = [
    "Contents",
    "Difference",
    "Kept",
    "back_up",
    "back_up_daily",
    "contents_of",
    "daily_is_due",
    "difference",
    "folder_of",
    "kept_in",
    "restore",
    "thinned",
]
