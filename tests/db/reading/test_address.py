"""Who publishes a text, by the address above it, where the text itself does not say."""

from __future__ import annotations

import pytest

from db.reading.papers.address import site_of
from tests.db.reading.conftest import Read

BODY = "\n\nThe police chiefs of Nepal and India met in Kathmandu on 27 September 2024."


@pytest.mark.parametrize(
    ("address", "site"),
    [
        ("https://www.example.org/news/2024/09/27/chiefs-meet", "example.org"),
        ("https://interior.example.gob.pe:443/nota/12", "interior.example.gob.pe"),
        ("https://web.archive.org/web/20240928101010/https://www.example.org/a", "example.org"),
        ("file:///home/desk/text.txt", ""),
        ("http://localhost/a", ""),
        ("https://[broken", ""),
        ("", ""),
    ],
)
def test_the_site_of_an_address_is_its_host(address: str, site: str) -> None:
    assert site_of(address) == site


def test_the_site_publishes_a_text_that_does_not_say_who_does(read: Read) -> None:
    found = read("https://www.example.org/news/chiefs\nPolice chiefs meet\n2024-09-27" + BODY)
    assert (found.source.publisher, found.source.title) == ("example.org", "Police chiefs meet")


def test_what_the_text_says_of_its_publisher_stands(read: Read) -> None:
    found = read(
        "https://www.example.org/news/chiefs\nPolice chiefs meet\nSource: Himalaya Courier\n2024-09-27" + BODY
    )
    assert found.source.publisher == "Himalaya Courier"
