"""The decision table read straight from the fact sheet (its section 2), to be compared with what the program says.

Nothing here looks at the pack: each line of the sheet is a line here, in the sheet's own order.
"""

# ruff: noqa: E501  # one line of the sheet is one line here

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

WITH_QPV = {
    "Armentières", "Croix", "Faches-Thumesnil", "Haubourdin", "Hem", "Lambersart", "Lezennes", "Lille", "Hellemmes",
    "Lomme", "Loos", "Lys-lez-Lannoy", "Marcq-en-Barœul", "Mons-en-Barœul", "Ronchin", "Roubaix", "Seclin",
    "Tourcoing", "Villeneuve-d'Ascq", "Wattignies", "Wattrelos",
}  # fmt: skip
CITY = {"Lille", "Hellemmes", "Lomme"}
HERE = {"lille", "mel"}
AROUND = HERE | {"region"}
EXISTING = {"moins_3", "de_3_a_5", "plus_5"}
OLDER = {"de_3_a_5", "plus_5"}
BEFORE = {"idee", "creation"}
ESS = {"association", "cooperative", "societe_esus", "siae", "aci", "mutuelle_fondation"}
FOR_MEL = ESS - {"aci"}
FOR_DLA = ESS - {"mutuelle_fondation"}
MEANT_USEFUL = ESS | {"collectif"}
USEFUL = {"utile", "mixte"}
ORDER = """
   cites_lab maillage fidess ville_aap mel_ea dla ville_rdv nord_actif bge cae urscop maison_associations esus apes
   cress communaute evenements bazaar_st_so ruches avant_poste mess cigales crowdfunding region_ess
   commande_publique adere monnaie nosdeclics anis impact_france reseau_alliances chairess initiatives_cites
   hors_territoire
""".split()  # noqa: SIM905  # as in the sheet


@dataclass(frozen=True, slots=True)
class Facts:
    """All the facts once the questions are over. What has no value is empty."""

    asked: tuple[str, ...]
    etape: str
    commune: str
    territoire: str
    qpv: str = "non"
    but: str = "mixte"
    forme: str = ""
    emplois: str = "nsp"
    salaries: str = "0"
    porteuse: str = "non"
    besoins: frozenset[str] = frozenset()
    profil: str = ""

    @property
    def here(self) -> bool:
        """In the metropolis."""
        return self.territoire in HERE

    @property
    def existing(self) -> bool:
        """The structure exists."""
        return self.etape in EXISTING

    def needs(self, *besoins: str) -> bool:
        """One of these was chosen."""
        return bool(self.besoins & set(besoins))

    def other(self, *besoins: str) -> bool:
        """Something else than these was chosen, and none of these."""
        return bool(self.besoins) and not self.needs(*besoins)


Answers = dict[str, str | list[str]]


def facts_of(answers: Answers) -> Facts:
    """The questions in order, each with its condition, its answer, or what counts when there is none."""
    etape, commune = str(answers["etape"]), str(answers.get("commune", ""))
    territoire = str(answers.get("territoire", "")) or ("lille" if commune in CITY else "mel")
    asked = ["etape", "commune"]
    if territoire == "ailleurs":
        return Facts(tuple(asked), etape, commune, territoire)
    given = {"etape": etape, "commune": commune, "territoire": territoire}

    def ask(fact: str, when: bool, skipped: str, unasked: str) -> str:
        if when:
            asked.append(fact)
        value = str(answers.get(fact, skipped)) if when else unasked
        given[fact] = value
        return value

    before, existing = etape in BEFORE, etape in EXISTING
    ask("qpv", before and commune in WITH_QPV and territoire in HERE, "nsp", "non")
    forme = ask("forme", existing, "", "")
    meant = "utile" if forme in MEANT_USEFUL else "mixte"
    but = ask("but", before or forme in {"societe", "micro"}, "mixte", meant)
    emplois = ask("emplois", before, "nsp", "nsp")
    with_employees = forme in FOR_DLA or (forme == "mutuelle_fondation" and territoire in HERE)
    ask("salaries", with_employees, "0", "0")
    ask("porteuse", emplois == "5_plus" and etape == "creation" and but == "utile", "non", "non")
    besoins: frozenset[str] = frozenset()
    if etape == "sans_projet":
        ask("profil", True, "habitant", "")
    else:
        asked.append("besoins")
        chosen = answers.get("besoins", "accompagnement")
        besoins = frozenset([chosen] if isinstance(chosen, str) else chosen)
    return Facts(tuple(asked), besoins=besoins, **given)


Condition = Callable[[Facts], bool]
Rule = tuple[str, str, int, bool, Condition]
CONFIRM, SURE = True, False

RULES: tuple[Rule, ...] = (
    ("C1", "cites_lab", 95, SURE, lambda f: f.etape == "idee" and f.here and f.qpv == "oui"),
    ("C2", "cites_lab", 70, CONFIRM, lambda f: f.etape == "idee" and f.here and f.qpv == "nsp"),
    ("C3", "cites_lab", 70, SURE, lambda f: f.etape == "creation" and f.here and f.qpv == "oui"),
    ("C4", "cites_lab", 45, CONFIRM, lambda f: f.etape == "creation" and f.here and f.qpv == "nsp"),
    ("M1", "maillage", 80, SURE, lambda f: f.etape == "idee" and f.but in USEFUL and f.here),
    ("M2", "maillage", 90, SURE, lambda f: f.etape == "creation" and f.but in USEFUL and f.here),
    ("M3", "maillage", 65, SURE, lambda f: f.etape == "moins_3" and f.forme in ESS and f.needs("accompagnement") and f.here),
    ("M4", "maillage", 60, CONFIRM, lambda f: f.etape in BEFORE and f.but in USEFUL and f.territoire == "region"),
    ("B1", "bge", 90, SURE, lambda f: f.etape in BEFORE and f.but == "classique" and f.territoire in AROUND),
    ("B2", "bge", 60, SURE, lambda f: f.etape in BEFORE and f.but == "mixte" and f.territoire in AROUND),
    ("B3", "bge", 60, SURE, lambda f: f.etape == "moins_3" and f.forme in {"micro", "societe"} and f.but in {"classique", "mixte"}),
    ("A1", "cae", 88, SURE, lambda f: f.etape in BEFORE and f.needs("tester")),
    ("A2", "cae", 50, SURE, lambda f: f.etape in BEFORE and f.emplois == "1" and not f.needs("tester")),
    ("A3", "cae", 70, SURE, lambda f: f.etape == "moins_3" and f.forme == "micro" and f.needs("tester", "accompagnement")),
    ("F1", "fidess", 92, SURE, lambda f: f.etape == "creation" and f.but == "utile" and f.emplois == "5_plus" and f.porteuse == "oui"),
    ("F2", "fidess", 55, CONFIRM, lambda f: f.etape == "creation" and f.but == "utile" and f.emplois == "5_plus" and f.porteuse == "non"),
    ("F3", "fidess", 40, CONFIRM, lambda f: f.etape == "idee" and f.but == "utile" and f.emplois == "5_plus"),
    ("V1", "ville_aap", 95, SURE, lambda f: f.etape == "moins_3" and f.territoire == "lille" and f.forme in ESS and f.needs("subvention")),
    ("V2", "ville_aap", 45, SURE, lambda f: f.etape == "moins_3" and f.territoire == "lille" and f.forme in ESS and f.other("subvention")),
    ("V3", "ville_aap", 60, CONFIRM, lambda f: f.etape == "moins_3" and f.territoire == "lille" and f.forme == "societe" and f.but == "utile" and f.needs("subvention")),
    ("W1", "ville_rdv", 65, SURE, lambda f: f.etape == "creation" and f.territoire == "lille" and f.but in USEFUL),
    ("W2", "ville_rdv", 55, CONFIRM, lambda f: f.etape in OLDER and f.territoire == "lille" and f.forme in ESS and f.needs("subvention")),
    ("W3", "ville_rdv", 60, SURE, lambda f: f.forme == "collectif" and f.territoire == "lille"),
    ("W5", "ville_rdv", 50, SURE, lambda f: f.needs("local") and f.territoire == "lille" and f.etape != "sans_projet" and f.but != "classique"),
    ("E1", "mel_ea", 90, SURE, lambda f: f.etape in {"moins_3", "de_3_a_5"} and f.here and f.forme in FOR_MEL and f.needs("subvention")),
    ("E2", "mel_ea", 90, SURE, lambda f: f.etape == "plus_5" and f.here and f.forme in FOR_MEL and f.needs("subvention")),
    ("E3", "mel_ea", 35, SURE, lambda f: f.existing and f.here and f.forme in FOR_MEL and f.other("subvention")),
    ("E4", "mel_ea", 55, CONFIRM, lambda f: f.etape == "moins_3" and f.here and f.forme == "societe" and f.but == "utile" and f.needs("subvention")),
    ("E5", "mel_ea", 30, CONFIRM, lambda f: f.etape == "creation" and f.here and f.but == "utile" and f.needs("subvention")),
    ("G1", "region_ess", 85, CONFIRM, lambda f: f.existing and f.territoire == "region" and f.forme in ESS and f.needs("subvention")),
    ("G2", "region_ess", 40, CONFIRM, lambda f: f.existing and f.here and f.forme in ESS and f.salaries == "1_plus" and f.needs("subvention")),
    ("N1", "nord_actif", 90, SURE, lambda f: (f.etape == "creation" or f.existing) and f.here and f.needs("pret")),
    ("N2", "nord_actif", 80, SURE, lambda f: f.existing and f.forme in ESS and f.here and f.needs("difficulte")),
    ("N3", "nord_actif", 35, CONFIRM, lambda f: f.etape == "idee" and f.here and f.needs("pret")),
    ("N4", "nord_actif", 48, SURE, lambda f: f.etape == "creation" and f.here and f.needs("subvention")),
    ("N5", "nord_actif", 75, CONFIRM, lambda f: f.territoire == "region" and (f.etape == "creation" or f.existing) and f.needs("pret", "difficulte")),
    ("O1", "cigales", 70, SURE, lambda f: (f.etape == "creation" or f.existing) and f.needs("pret") and f.territoire in AROUND and f.forme not in {"aci", "collectif"}),
    ("J1", "crowdfunding", 45, SURE, lambda f: (f.etape == "creation" or f.existing) and f.needs("pret")),
    ("J2", "crowdfunding", 42, SURE, lambda f: f.etape in {"creation", "moins_3"} and f.needs("subvention")),
    ("S1", "esus", 85, SURE, lambda f: f.forme == "societe" and f.but == "utile" and f.needs("subvention", "statut", "pret")),
    ("S2", "esus", 50, SURE, lambda f: f.forme == "societe" and f.but == "utile" and f.other("subvention", "statut", "pret")),
    ("S3", "esus", 43, SURE, lambda f: f.forme in {"association", "cooperative"} and f.needs("pret")),
    ("D1", "dla", 92, SURE, lambda f: f.forme in FOR_DLA and f.salaries == "1_plus" and f.needs("accompagnement", "difficulte") and f.here),
    ("D2", "dla", 60, SURE, lambda f: f.forme in FOR_DLA and f.salaries == "1_plus" and f.etape in OLDER and f.other("accompagnement", "difficulte") and f.here),
    ("D3", "dla", 40, SURE, lambda f: f.forme in FOR_DLA and f.salaries == "1_plus" and f.etape == "moins_3" and f.other("accompagnement", "difficulte") and f.here),
    ("D4", "dla", 80, CONFIRM, lambda f: f.forme in FOR_DLA and f.salaries == "1_plus" and f.territoire == "region"),
    ("X1", "maison_associations", 85, SURE, lambda f: f.forme == "association" and f.salaries == "0" and f.needs("accompagnement", "statut", "difficulte")),
    ("X2", "maison_associations", 52, SURE, lambda f: f.forme == "association" and f.needs("local")),
    ("X3", "maison_associations", 75, SURE, lambda f: f.forme == "collectif"),
    ("X4", "maison_associations", 44, SURE, lambda f: f.etape in BEFORE and f.but == "utile" and f.needs("statut")),
    ("U1", "urscop", 75, SURE, lambda f: f.etape == "creation" and f.emplois in {"2_4", "5_plus"} and f.but in USEFUL and f.needs("statut")),
    ("U2", "urscop", 70, SURE, lambda f: f.forme == "cooperative" and f.needs("accompagnement", "statut", "difficulte")),
    ("U3", "urscop", 72, SURE, lambda f: f.forme == "association" and f.salaries == "1_plus" and f.needs("statut")),
    ("U4", "urscop", 40, SURE, lambda f: f.etape == "idee" and f.needs("statut")),
    ("P1", "apes", 85, SURE, lambda f: f.needs("reseau")),
    ("P2", "apes", 65, SURE, lambda f: f.needs("clients")),
    ("P3", "apes", 38, SURE, lambda f: f.needs("local") and f.but != "classique"),
    ("P4", "apes", 60, SURE, lambda f: f.needs("plateforme")),
    ("K1", "cress", 75, SURE, lambda f: f.needs("reseau")),
    ("K2", "cress", 85, SURE, lambda f: f.territoire == "region" and f.etape in BEFORE and f.but in USEFUL),
    ("K3", "cress", 50, SURE, lambda f: f.territoire == "region" and f.existing),
    ("T1", "communaute", 80, SURE, lambda f: f.existing and f.here and f.needs("reseau") and (f.forme in ESS or f.but == "utile")),
    ("T2", "communaute", 72, SURE, lambda f: f.etape == "creation" and f.here and f.needs("reseau") and f.but in USEFUL),
    ("Y1", "evenements", 70, SURE, lambda f: f.needs("reseau") and f.territoire in AROUND),
    ("I1", "impact_france", 60, SURE, lambda f: f.forme in {"societe", "societe_esus"} and f.needs("reseau")),
    ("Z1", "bazaar_st_so", 90, SURE, lambda f: f.needs("local") and f.territoire == "lille"),
    ("Z2", "bazaar_st_so", 50, SURE, lambda f: f.needs("local") and f.territoire == "mel"),
    ("Z3", "ruches", 75, SURE, lambda f: f.needs("local") and f.etape in {"creation", "moins_3", "de_3_a_5"} and f.territoire == "lille" and f.forme != "collectif"),
    ("Z4", "ruches", 80, SURE, lambda f: f.needs("local") and f.etape in {"creation", "moins_3", "de_3_a_5"} and f.territoire == "mel" and f.forme != "collectif"),
    ("Z5", "avant_poste", 60, CONFIRM, lambda f: f.needs("local") and f.commune == "Roubaix"),
    ("Z6", "avant_poste", 58, CONFIRM, lambda f: f.needs("reseau") and f.commune == "Roubaix"),
    ("Z7", "mess", 45, SURE, lambda f: f.needs("local") and f.territoire == "lille" and f.but != "classique"),
    ("Z8", "mess", 56, SURE, lambda f: f.needs("reseau") and f.territoire == "lille"),
    ("Z9", "mess", 42, SURE, lambda f: f.etape == "idee" and f.but == "utile" and f.territoire == "lille"),
    ("Q1", "commande_publique", 88, SURE, lambda f: f.existing and f.forme != "collectif" and f.needs("clients")),
    ("Q2", "commande_publique", 40, SURE, lambda f: f.etape == "creation" and f.needs("clients")),
    ("RA", "reseau_alliances", 48, SURE, lambda f: f.forme in {"societe", "societe_esus", "micro"} and f.needs("reseau", "clients")),
    ("AD", "adere", 90, SURE, lambda f: f.existing and f.forme in ESS and f.needs("achats")),
    ("MO", "monnaie", 54, CONFIRM, lambda f: f.existing and f.forme != "collectif" and f.needs("achats", "clients") and f.here),
    ("ND", "nosdeclics", 88, SURE, lambda f: f.needs("plateforme")),
    ("AN", "anis", 50, CONFIRM, lambda f: f.needs("plateforme")),
    ("H1", "evenements", 90, SURE, lambda f: f.profil == "habitant"),
    ("H2", "mess", 70, SURE, lambda f: f.profil == "habitant" and f.territoire == "lille"),
    ("H3", "nosdeclics", 50, SURE, lambda f: f.profil == "habitant"),
    ("H4", "commande_publique", 90, SURE, lambda f: f.profil == "acheteur"),
    ("H5", "apes", 75, SURE, lambda f: f.profil == "acheteur"),
    ("H6", "reseau_alliances", 60, SURE, lambda f: f.profil == "acheteur"),
    ("H7", "cigales", 90, SURE, lambda f: f.profil == "epargnant"),
    ("H8", "crowdfunding", 60, SURE, lambda f: f.profil == "epargnant"),
    ("H9", "chairess", 90, SURE, lambda f: f.profil == "etudiant"),
    ("H10", "mess", 60, SURE, lambda f: f.profil == "etudiant" and f.here),
    ("H11", "evenements", 55, SURE, lambda f: f.profil == "etudiant"),
    ("H12", "apes", 88, SURE, lambda f: f.profil == "collectivite"),
    ("H13", "evenements", 70, SURE, lambda f: f.profil == "collectivite"),
    ("H14", "commande_publique", 60, SURE, lambda f: f.profil == "collectivite"),
    ("ZZ", "hors_territoire", 90, SURE, lambda f: f.territoire == "ailleurs"),
)  # fmt: skip
EVERYWHERE = {"S1", "S2", "S3", "ZZ"}

NOTES: tuple[tuple[str, Condition], ...] = (
    ("NE1", lambda f: f.forme in FOR_DLA and f.salaries == "0" and f.needs("accompagnement", "difficulte")),
    ("NE2", lambda f: f.etape in BEFORE and f.needs("subvention") and f.here),
    ("NE3", lambda f: f.forme == "aci" and f.needs("subvention") and f.here),
    ("NE4", lambda f: f.forme == "societe" and f.etape in OLDER and f.needs("subvention") and f.here),
    ("NE5", lambda f: f.territoire == "mel" and f.existing and f.needs("subvention")),
    ("NE6", lambda f: f.territoire == "lille" and f.etape in OLDER and f.forme in ESS and f.needs("subvention")),
    ("NE7", lambda f: f.etape in BEFORE and f.but == "utile" and f.emplois in {"1", "2_4"} and f.needs("subvention")),
    ("NE8", lambda f: f.etape == "creation" and f.but == "utile" and f.emplois == "5_plus" and f.porteuse == "non"),
    ("NE9", lambda f: f.forme == "micro" and f.needs("subvention") and f.here),
    ("NE10", lambda f: f.territoire == "region"),
    ("NE11", lambda f: f.territoire == "ailleurs"),
    ("NE12", lambda f: f.qpv == "nsp" and f.etape in BEFORE and f.here),
    ("NE13", lambda f: f.etape in BEFORE and f.but == "classique"),
)

Door = tuple[str, str, int, bool]


def expected(answers: Answers) -> tuple[list[str], list[Door], list[str]]:
    """What is asked, the doors (scheme, rule, points, to confirm) and the notes."""
    facts = facts_of(answers)
    best: dict[str, Door] = {}
    for rule, scheme, points, confirm, holds in RULES:
        applies = holds(facts) and (rule in EVERYWHERE or facts.territoire in AROUND)
        if applies and (scheme not in best or points > best[scheme][2]):
            best[scheme] = (scheme, rule, points, confirm)
    doors = sorted(best.values(), key=lambda door: (-door[2], ORDER.index(door[0])))[:5]
    if facts.territoire != "ailleurs":
        doors += list(_completing(doors))
    notes = [note for note, holds in NOTES if holds(facts)][:2]
    return list(facts.asked), doors, notes


def _completing(doors: list[Door]) -> Iterator[Door]:
    left = [scheme for scheme in ("apes", "cress") if scheme not in {door[0] for door in doors}]
    for scheme in left[: max(0, 2 - len(doors))]:
        yield scheme, "FB", 20, SURE
