"""A pack ready to be used: its table compiled, its places indexed."""

from __future__ import annotations

from functools import cached_property

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

    @cached_property
    def table(self) -> Table:
        """The decision table."""
        return Table(self.pack.orientation, self.pack.places)

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
