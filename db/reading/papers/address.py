"""The site on which a text stands, by its address: who publishes it where the text itself does not say."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_KEPT_COPY = re.compile(r"https?://web\.archive\.org/web/\w+/(?=https?://)")


def site_of(url: str) -> str:
    """The host of an address without its "www.", that of the original for a copy in a web archive; "" for none.

    Args:
        url: as printed; anything else than an address of the web gives nothing.
    """
    try:
        parts = urlsplit(_KEPT_COPY.sub("", url.strip()))
    except ValueError:
        return ""
    host = parts.hostname or ""
    return host.removeprefix("www.") if parts.scheme in ("http", "https") and "." in host else ""
