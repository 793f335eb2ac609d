"""Who answers for the data, in the words of whoever runs this bot: read by the notice, never by a decision."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Notice:
    """All empty until somebody is named. `processors`: who makes the service run, each with a country;
    `addresses`: where the bot is reached, by channel; `site`: where its pages are read."""

    controller: str = ""
    contact: str = ""
    legal_basis: str = ""
    dpo: str = ""
    processors: tuple[str, ...] = ()
    transfers: str = ""
    addresses: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    site: str = ""
