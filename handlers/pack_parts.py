"""What every shape of a pack shares: strictness, short names, and facts with their source."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]{0,39}$")]
RuleId = Annotated[str, StringConstraints(pattern=r"^[A-Z]{1,3}[0-9]{0,3}$")]
Sentence = Annotated[str, StringConstraints(min_length=1, max_length=500)]
Short = Annotated[str, StringConstraints(min_length=1, max_length=120)]
Label = Annotated[str, StringConstraints(min_length=1, max_length=60)]


class Part(BaseModel):
    """Base of every shape of the pack: frozen, and strict about unknown keys."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Fact(Part):
    """Something stated, with where it comes from. Past `review_by`, or until a network confirms it,
    people read « à vérifier » beside it."""

    source: tuple[str, ...] = Field(min_length=1)
    verified_on: date
    review_by: date
    confirmed: bool
