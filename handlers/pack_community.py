"""What a pack says of its communities: which there are, how each is joined, and the words of a member's card."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Literal

from pydantic import Field

from handlers.pack_parts import Identifier, Label, Part, Sentence, Short


class Community(Part):
    """One community, animated by a network. `proof`: what makes a member of who asks (nothing, the code of a list,
    an animator's check); `calls`: the calls for projects whose laureates it gathers."""

    id: Identifier
    name: Label
    about: Sentence
    network: Identifier
    proof: Literal["none", "code", "animator"]
    calls: tuple[Short, ...] = ()


class Tag(Part):
    """A word that members choose, and the other ways in which people say it."""

    id: Identifier
    label: Label
    says: tuple[str, ...] = ()


class Communities(Part):
    """community.yaml. `domains`: of activity; `exchanges`: what a member offers or seeks. `facts`: the fact of the
    table that a field of the card repeats, under the field's name."""

    communities: tuple[Community, ...] = Field(min_length=1)
    domains: tuple[Tag, ...] = Field(min_length=1)
    exchanges: tuple[Tag, ...] = Field(min_length=1)
    facts: Mapping[Literal["forme", "etape", "commune", "qpv"], Identifier] = Field(default_factory=dict)

    @cached_property
    def by_id(self) -> Mapping[str, Community]:
        """The communities by their id."""
        return {community.id: community for community in self.communities}


NO_COMMUNITY = Communities.model_construct(communities=(), domains=(), exchanges=(), facts={})
"""That of a pack without the file."""
