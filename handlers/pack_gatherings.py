"""What a pack says of gatherings: the kinds there are and when each is told, series, and the days to beware of."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from handlers.pack_parts import Fact, Identifier, Label, Part, Sentence, Short

Hour = Annotated[str, StringConstraints(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]
WallHour = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}\s([01][0-9]|2[0-3]):[0-5][0-9]$")]
Day = Annotated[str, StringConstraints(pattern=r"^[0-9]{2}-[0-9]{2}$")]
Holiday = Annotated[str, StringConstraints(pattern=r"^([0-9]{2}-[0-9]{2}|easter[+-][0-9]{1,2})$")]


class Telling(Part):
    """One message about a gathering: `days` before its day (after its last day, if negative) at an hour of its
    zone, or `hours` before its start. `to`: who follows the series, who comes, or who was there."""

    id: Identifier
    to: Literal["followers", "coming", "present"]
    days: int = Field(default=0, ge=-60, le=60)
    at: Hour | None = None
    hours: int = Field(default=0, ge=0, le=48)


class Kind(Part):
    """A kind of gathering. `walk`: it has stops; `programme`: it lasts for days and has no seats. Of a programme, at an
    hour of its zone: `weekly`, on Mondays, what the week holds; `figures`, on the day after its end, three figures."""

    id: Identifier
    label: Label
    says: tuple[str, ...] = ()
    form: Literal["meeting", "walk", "programme"]
    minutes: int = Field(ge=15, le=60 * 24 * 31)
    tellings: tuple[Telling, ...] = ()
    weekly: Hour | None = None
    figures: Hour | None = None


class Series(Fact):
    """Gatherings that come again. Without a `rule` (RFC 5545) its dates are made one by one, by its network.
    `first`: a wall-clock hour of the territory. `minutes`: if it lasts longer, or less, than its kind. `reserved`:
    for its members; it is shown, but announced to nobody."""

    id: Identifier
    network: Identifier
    kind: Identifier
    title: Label
    about: Sentence | None = None
    first: WallHour | None = None
    rule: Short | None = None
    except_on: tuple[WallHour, ...] = ()
    minutes: int | None = Field(default=None, ge=15, le=60 * 24 * 31)
    place: Short | None = None
    address: Short | None = None
    commune: Identifier | None = None
    seats: int | None = Field(default=None, ge=1, le=10_000)
    reserved: bool = False


class Busy(Part):
    """Weeks that are full of other things: `since` and `until` are month and day."""

    since: Day
    until: Day
    why: Sentence


class Gatherings(Part):
    """gatherings.yaml. `holidays`: month and day, or days from Easter."""

    kinds: tuple[Kind, ...] = Field(min_length=1)
    series: tuple[Series, ...] = ()
    holidays: tuple[Holiday, ...] = ()
    busy: tuple[Busy, ...] = ()

    @cached_property
    def kind_by_id(self) -> Mapping[str, Kind]:
        """The kinds by their id."""
        return {kind.id: kind for kind in self.kinds}

    @cached_property
    def series_by_id(self) -> Mapping[str, Series]:
        """The series by their id."""
        return {series.id: series for series in self.series}


NO_GATHERINGS = Gatherings.model_construct(kinds=(), series=(), holidays=(), busy=())
"""That of a pack without the file."""
