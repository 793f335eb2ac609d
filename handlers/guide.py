"""A pack ready to be used: its table compiled, its places indexed."""

from __future__ import annotations

from datetime import date
from functools import cached_property

from handlers.closed import without
from handlers.commands import Commands, read_lexicon
from handlers.decide import Table
from handlers.languages import Detect, undetected
from handlers.pack import Pack
from handlers.places import PlaceIndex
from handlers.understand import Lexicon, key
from handlers.wording import Wording


class Guide:
    """What the handlers look things up in; built once for a pack, never changed."""

    def __init__(self, pack: Pack, detect: Detect = undetected) -> None:
        self.pack = pack
        self.detect = detect

    @property
    def zone(self) -> str:
        """The zone of the territory."""
        return self.pack.territory.timezone

    @cached_property
    def table(self) -> Table:
        """The decision table."""
        return Table(self.pack.orientation, self.pack.places)

    def table_on(self, day: date) -> Table:
        """The decision table as it holds on a day: a call that is closed opens no door. Questions stay the same."""
        return self.table_without(frozenset(scheme.id for scheme in self.pack.schemes if scheme.is_closed(day)))

    def table_without(self, closed: frozenset[str]) -> Table:
        """The decision table without the doors of these schemes."""
        if not closed:
            return self.table
        if closed not in self._open:
            self._open[closed] = Table(without(self.pack.orientation, closed), self.pack.places)
        return self._open[closed]

    @cached_property
    def _open(self) -> dict[frozenset[str], Table]:
        return {}

    @cached_property
    def places(self) -> PlaceIndex:
        """The communes and the other answers to « where »."""
        return PlaceIndex(self.pack.places)

    @cached_property
    def wording(self) -> Wording:
        """Every sentence, by name and language."""
        return Wording(self.pack)

    @cached_property
    def commands(self) -> Commands:
        """The words that work everywhere."""
        return Commands(self.wording)

    @cached_property
    def lexicon(self) -> Lexicon:
        """Numbers in words, words that deny, words that join."""
        return read_lexicon(self.wording)

    @cached_property
    def recognised(self) -> tuple[str, ...]:
        """The languages that a text may be found to be in: those spoken, and those that others write here."""
        return tuple(sorted({*self.wording.languages, *self.wording.parts("lexicon-recognised")}))

    @cached_property
    def small_words(self) -> frozenset[str]:
        """What everybody writes, whatever their language: commands, greetings, yes and no."""
        names = ("lexicon-greetings", "lexicon-polite", "says-oui", "says-non", "says-nsp")
        said = (key(word) for name in names for word in self.wording.parts(name))
        return frozenset(said) | self.commands.words
