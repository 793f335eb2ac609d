"""The words that work everywhere: which command a message is, and with what argument."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from handlers.understand import Lexicon, key
from handlers.wording import Wording

STOP = "stop"
COMMANDS = (
    STOP,
    "arreter",
    "start",
    "aide",
    "menu",
    "retour",
    "passer",
    "recommencer",
    "reprendre",
    "pourquoi",
    "pourquoi_pas",
    "mot",
    "langue",
    "lieux",
    "pages",
    "rencontres",
    "communaute",
    "humain",
    "mes_donnees",
    "oublier",
    "confidentialite",
    "modifier",
    "preparer",
    "garder",
    "autre_personne",
    "resultat",
    "merci",
    "annuler",
    "profil",
    "quitter_communaute",
    "fiche_juste",
    "roles",
    "alertes",
    "lier",
    "delier",
    "accords",
    "fichier",
    "fiche",
    "inviter",
    "roles_donnes",
    "journal",
    "corrections",
    "projet",
    "collegue",
    "laureat",
    "verifier",
    "membres",
    "rencontrer",
    "cherche",
    "propose",
    "demandes",
    "blocages",
    "signalements",
    "organiser",
    "nouvelle_rencontre",
    "diffuser",
    "mes_rencontres",
    "rappels",
    "suivre",
    "ne_plus_suivre",
    "suivi",
    "transmettre",
    "viens",
    "viens_plus",
    "nous_sommes",
    "etape",
    "present",
    "qui_vient",
    "affiche",
    "a_traiter",
    "rendez_vous",
    "ne_peux_pas",
    "noter_rdv",
    "envois",
    "bilan",
    "bilan_annuel",
)
"""Every command, by the name of its words: `words-<command>` in the texts, in every language. One that
`handlers.roles.OPENS` opens for nobody is an unknown word."""

WITH_ARGUMENT = frozenset(
    {"pourquoi", "pourquoi_pas", "mot", "langue", "lieux", "modifier", "start", "rencontres", "nous_sommes"}
    | {"suivre", "ne_plus_suivre", "etape"}
)
_SHORTEST_PHRASE = 8
_MARKED = re.compile(r"^\s*[/!／]\s*([\w-]+)(?:@\w+)?\s*(.*)$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Command:
    """A command found. `marked`: it was written with `/` or `!`, so nothing else can be meant."""

    name: str
    argument: str = ""
    marked: bool = False


class Commands:
    """The command words of every language of a pack, read once."""

    def __init__(self, wording: Wording) -> None:
        self._exact: Mapping[str, str] = {
            key(word): name for name in reversed(COMMANDS) for word in wording.parts(f"words-{name}")
        }
        openers = [(word, name) for word, name in self._exact.items() if name in WITH_ARGUMENT]
        self._openers = sorted(openers, key=lambda opener: -len(opener[0]))
        several = (phrase for phrase in self._exact if " " in phrase and len(phrase) >= _SHORTEST_PHRASE)
        self._phrases = sorted(several, key=lambda phrase: -len(phrase))
        self._polite = frozenset(key(word) for word in wording.parts("lexicon-polite"))

    @property
    def words(self) -> frozenset[str]:
        """Every word or phrase that is a command, as a key."""
        return frozenset(self._exact)

    def polite(self, text: str) -> str:
        """The text as a key, without « s'il vous plaît » and the like at its end."""
        return self._without_politeness(key(text))

    def find(self, text: str) -> Command | None:
        """The command that the whole text is, or that opens it when that command takes an argument."""
        if marked := _MARKED.match(text):
            found = self._plain(key(f"{marked[1].replace('_', ' ')} {marked[2]}"))
            return Command(found.name, found.argument, marked=True) if found else Command("", marked[1], marked=True)
        return self._plain(self._without_politeness(key(text)))

    def inside(self, text: str) -> Command | None:
        """The command asked for inside a sentence: only one said in several words, the longest first."""
        plain = f" {key(text)} "
        for phrase in self._phrases:
            before, found, after = plain.partition(f" {phrase} ")
            if found and before.strip():
                name = self._exact[phrase]
                return Command(name, after.strip() if name in WITH_ARGUMENT else "")
        return None

    def _plain(self, plain: str) -> Command | None:
        if plain in self._exact:
            return Command(self._exact[plain])
        for word, name in self._openers:
            if plain.startswith(word + " "):
                return Command(name, plain[len(word) + 1 :])
        return None

    def _without_politeness(self, plain: str) -> str:
        phrase = next((phrase for phrase in self._polite if plain.endswith(f" {phrase}")), None)
        return plain if phrase is None else self._without_politeness(plain[: -len(phrase) - 1])


def read_lexicon(wording: Wording) -> Lexicon:
    """The small words of every language of a pack."""
    numbers = (wording.parts("lexicon-numbers", language) for language in wording.languages)
    return Lexicon(
        numbers=tuple(tuple(key(word) for word in words) for words in numbers if words),
        negations=frozenset(key(word) for word in wording.parts("lexicon-negations")),
        joining=frozenset(key(word) for word in wording.parts("lexicon-joining")),
        articles=frozenset(key(word) for word in wording.parts("lexicon-articles")),
    )
