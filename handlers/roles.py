"""Who may do what: the roles, what each opens, and the shape of the codes that give them. Deny by default."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

ANIMATOR, AGENT, ADMIN = "animator", "agent", "admin"
ROLES = (ANIMATOR, AGENT, ADMIN)

CODE_LIVES = timedelta(hours=48)
MOST_GUESSES = 5
"""Wrong codes that one person may type in GUESSING; after that even a right one is refused."""
GUESSING = timedelta(hours=1)

MINE, ALERTS = "roles", "alertes"
CARDS, INVITE, GIVEN, JOURNAL, CORRECTIONS = "fiche", "inviter", "roles_donnes", "journal", "corrections"
BILAN = "bilan"
YEARLY = "bilan_annuel"

LAUREATE = "laureat"
_CHECKS = frozenset({"verifier", "membres", "checking/", "tending/"})

_PASSED = frozenset({"handover/accept", "handover/refuse", "talk/answer", "talk/over"})
_ANSWERS = frozenset({"a_traiter", "noter_rdv", "todo/", "setting/", "noting/", *_PASSED})

_YEARS = frozenset({YEARLY, "yearly/"})
_BROADCASTS = frozenset({"diffuser", "broadcasts/"})
_ORGANISES = frozenset({"affiche", "poster/", "organiser", "nouvelle_rencontre", "gatherings/"})

EVERYONE = ""
# fmt: off
_SAID = frozenset({
    "stop", "arreter", "start", "aide", "menu", "retour", "passer", "recommencer", "reprendre", "pourquoi",
    "pourquoi_pas", "mot", "langue", "lieux", "pages", "rencontres", "communaute", "humain", "mes_donnees",
    "oublier", "confidentialite", "modifier", "preparer", "garder", "autre_personne", "resultat", "merci", "lier",
    "delier", "accords", "fichier", "projet", "collegue", "annuler", "profil", "quitter_communaute",
    "fiche_juste", "rencontrer", "cherche", "propose", "demandes", "blocages",
    "mes_rencontres", "rappels", "suivre", "ne_plus_suivre", "suivi", "transmettre",
    "viens", "viens_plus", "nous_sommes", "present", "rendez_vous", "ne_peux_pas", "envois",
})
_TALKED = frozenset({
    "orientation/", "glossary/", "pages/", "places/", "handoff/", "privacy/", "language/", "roles/", "linking/",
    "help/", "community/", "laureates/", "team/", "consent/", "meeting/", "relay/", "coming/", "reminding/",
    "outcome/", "handover/",
    "talk/", "visit/", "asked/",
})
# fmt: on
OPENS: Mapping[str, frozenset[str]] = {
    EVERYONE: _SAID | _TALKED,
    ANIMATOR: frozenset(
        {
            MINE,
            "roles/open",
            CARDS,
            "desk/",
            "signalements",
            "reports/",
            *_BROADCASTS,
            *_ORGANISES,
            "qui_vient",
            "etape",
            "door/",
            *_CHECKS,
            *_ANSWERS,
        }
    ),
    AGENT: frozenset({MINE, "roles/open", BILAN, "bilan/", *_YEARS, LAUREATE, "enlisting/", *_CHECKS, *_ANSWERS}),
    ADMIN: frozenset(
        {
            MINE,
            "roles/open",
            BILAN,
            "bilan/",
            *_YEARS,
            ALERTS,
            INVITE,
            GIVEN,
            JOURNAL,
            CORRECTIONS,
            "granting/",
            "corrections/",
        }
    ),
}
"""Who may what (everyone: `_SAID`, `_TALKED`): a command by its name, a dialogue as `desk/`, one step of it as
`desk/card` (which then counts alone). What stands nowhere here opens for nobody, and is for anyone an unknown
word or a closed button."""

RESTRICTED = frozenset().union(*OPENS.values()) - OPENS[EVERYONE]
"""What only some roles open."""

# What is read aloud or copied by hand without mistake: no 0 O, no 1 I L.
ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
_LENGTH, _GROUP, _DRAWN, _DRAWS = 12, 4, 32, 100
_FEWEST = 2
_GROUPED = re.compile(r"([A-Z0-9]{4})-([A-Z0-9]{4})-([A-Z0-9]{4})")
_SPACED = re.compile(r"([A-Z0-9]{4}) ([A-Z0-9]{4}) ([A-Z0-9]{4})")
_INSIDE = re.compile(r"(?<![\w-])[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}(?![\w-])")
_SOLID = re.compile(rf"[{ALPHABET}]{{12}}")
_DASHES = re.compile(r"[\u2010-\u2015\u2212]")
_AROUND = " \t\n.,;:!?()«»“”\"'`*"


@dataclass(frozen=True, slots=True)
class Role:
    """A role held. `network` is empty when the role is over the whole territory."""

    name: str
    network: str = ""


@dataclass(frozen=True, slots=True)
class Given:
    """A role of someone, by numbers only. `language` is what its holder last spoke; `own`: the person of the turn."""

    id: int
    person: int
    role: Role
    since: datetime
    language: str
    own: bool


@dataclass(frozen=True, slots=True)
class Use:
    """One line of the journal. `number` is that of the role, None for who acts from the machine itself."""

    id: int
    at: datetime
    role: str
    network: str
    action: str
    count: int
    number: int | None


@dataclass(frozen=True, slots=True)
class Invitation:
    """What is remembered of a code: never the code itself."""

    id: int
    role: Role
    expires_at: datetime
    used: bool = False
    revoked: bool = False

    def is_open(self, now: datetime) -> bool:
        """True if it can still give its role."""
        return not self.used and not self.revoked and now < self.expires_at


def may(held: Collection[Role], thing: str) -> bool:
    """True if everyone opens it, or one of the roles held; a role that is not known opens nothing."""
    return any(thing in OPENS.get(name, frozenset()) for name in (EVERYONE, *(role.name for role in held)))


def opened_by(dialogue: str, step: str) -> str:
    """What has to be opened to go to this step: the step if it stands in the table, else its whole dialogue."""
    named = f"{dialogue}/{step}"
    return named if any(named in opened for opened in OPENS.values()) else f"{dialogue}/"


def refusal(role: str, network: str, networks: Collection[str]) -> str | None:
    """The name of the sentence that says why such a role cannot be given; None if it can."""
    if role not in ROLES:
        return "cli-role-unknown"
    if role == ANIMATOR and not network:
        return "cli-role-network-missing"
    return "cli-role-network-unknown" if network and network not in networks else None


def drawn_code(draw: Callable[[int], str]) -> str:
    """A new code as people read it, `K7QM-2HXD-9RTA`. `draw(n)` gives n characters of chance."""
    for _ in range(_DRAWS):
        code = "".join(letter for letter in draw(_DRAWN).upper() if letter in ALPHABET)[:_LENGTH]
        if len(code) == _LENGTH and _is_mixed(code):
            return "-".join(code[at : at + _GROUP] for at in range(0, _LENGTH, _GROUP))
    raise LookupError


def code_in(text: str) -> str | None:
    """The twelve characters of the code that a text is, or None. No ordinary word is one: letters and at
    least two digits, in three groups, or together without any character that codes avoid."""
    plain = _as_code(text)
    if found := _GROUPED.fullmatch(plain):
        plain = "".join(found.groups())
    elif not _SOLID.fullmatch(plain):
        return None
    return plain if _is_mixed(plain) else None


def code_within(text: str) -> str | None:
    """The code that a text is, or the only one that it gives: in a sentence, or copied with spaces. Not for where any
    text is an answer."""
    plain = _as_code(text)
    if found := _SPACED.fullmatch(plain):
        return code_in("-".join(found.groups()))
    inside = {code for each in _INSIDE.findall(plain) if (code := code_in(each))}
    return code_in(text) or (inside.pop() if len(inside) == 1 else None)


def _as_code(text: str) -> str:
    return _DASHES.sub("-", unicodedata.normalize("NFKC", text).strip(_AROUND).upper())


def _is_mixed(code: str) -> bool:
    digits = sum(letter.isdigit() for letter in code)
    return _FEWEST <= digits <= _LENGTH - _FEWEST
