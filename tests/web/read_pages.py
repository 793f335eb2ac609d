"""What a page of the agenda says to a program, and to a person."""

from __future__ import annotations

import json
import re
from typing import Any


def linked(page: str) -> list[dict[str, Any]]:
    """The gatherings that a program reads in a page."""
    (block,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    said = json.loads(block)
    assert said["@context"] == "https://schema.org"
    found: list[dict[str, Any]] = said["@graph"]
    return found


def titles(page: str) -> list[str]:
    """The gatherings that a person reads in a list, in order."""
    return re.findall(r'<h3 id="gathering-\d+"><a [^>]*>(?:<span[^>]*>)?([^<]*)', page)
