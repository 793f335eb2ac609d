"""The changes that break the pack of the example, each with the line and the words of its defect."""

from __future__ import annotations

from dataclasses import dataclass

T, S, P, Q, C, G, W, N = (
    "orientation.yaml",
    "schemes.yaml",
    "places.yaml",
    "pages.yaml",
    "pack.yaml",
    "glossary.yaml",
    "personas/base.yaml",
    "texts.fr.ftl",
)
YES_NO_QUESTION = """  - fact: {fact}
    kind: choice
    topic: Un essai
    ask: "Une question de plus ?"
    ask_other: "Une question de plus ?"
    why: "Pour essayer."
    when: {when}
    answers:
      - {{value: oui_da, label: Oui da, says: []}}
      - {{value: que_nenni_vraiment, label: Que nenni, says: []}}
    if_skipped: {{value: oui_da}}

"""
ONE_MORE_RULE = """  - id: R14
    scheme: atelier_brume
    points: 30
    to_confirm: no
    when: {avancement: curieux, ville: saint-vaneau}
    reason: "Un essai."
"""
ONE_MORE_CARD = """- id: grenier
  name: Grenier des essais
  kind: outil
  network: cercle
  operator: Personne
  also: []
  gives: "Rien."
  for_whom: "Personne."
  say: "Bonjour."
  source: [INV]
  verified_on: 2026-11-01
  review_by: 2027-05-31
  confirmed: no
  next_steps:
    - {kind: reception, text: Venez., source: [INV], verified_on: 2026-11-01, review_by: 2027-05-31, confirmed: no}

"""


@dataclass(frozen=True, slots=True)
class Broken:
    """In `file`, the first `old` becomes `new`; `says` is part of the defect's message, found `down`
    lines below the change, or where `at` is written."""

    kind: str
    file: str
    old: str
    new: str
    says: str
    down: int = 0
    at: str = ""

    def apply(self, files: dict[str, str]) -> tuple[dict[str, str], int]:
        """The broken files, and the line where the defect is expected."""
        text = files[self.file]
        assert self.old in text, f"{self.kind}: the pack of the example changed"
        changed = text.replace(self.old, self.new, 1)
        start = changed.index(self.at) if self.at else text.index(self.old)
        return files | {self.file: changed}, changed.count("\n", 0, start) + 1 + self.down


def before_sujet(when: str, fact: str = "essai") -> str:
    """One more question, in front of the last one."""
    return YES_NO_QUESTION.format(fact=fact, when=when) + "  - fact: sujet\n"


STRUCTURE = (
    Broken("tab", T, "most_doors: 3", "most_doors:\n\t3", "tabulation", 1),
    Broken("duplicate key", T, "most_notes: 1\n", "most_notes: 1\nmost_notes: 2\n", "deux fois", 1),
    Broken("cycle", T, "    partage: [asso, coop]", "    partage: &x [asso, *x]", "renvois"),
    Broken("second document", T, "rules:\n", "---\nrules:\n", "second document"),
    Broken("broken quote", T, "topic: Votre équipe", 'topic: "Votre" équipe', "YAML"),
    Broken("unclosed list", P, "also: [SGD]", "also: [SGD", "YAML", 1),
    Broken("control character", P, "also: [SGD]", "also: [S\x07D]", "invisible"),
    Broken("too deep", P, "also: [SGD]", "also: " + "[" * 200 + "]" * 200, "niveaux", -14),
    Broken("missing key", T, "    topic: Votre ville\n", "", "« topic » manque", -2),
    Broken("unknown key", T, "    topic: Votre ville\n", "    sujet: Votre ville\n", "« sujet » n’existe pas"),
    Broken("empty text", S, "name: Halle aux voiles", 'name: ""', "« name » est vide"),
    Broken("long text", S, "name: Halle aux voiles", "name: " + "Halle " * 30, "trop long"),
    Broken("identifier with an accent", S, "- id: halle_voiles", "- id: hallé_voiles", "bonne forme"),
    Broken("number in words", T, "points: 80", "points: beaucoup", "nombre entier"),
    Broken("number too large", T, "points: 80", "points: 800", "trop grand"),
    Broken("number too small", T, "most_doors: 3", "most_doors: 0", "trop petit"),
    Broken("neither yes nor no", T, "to_confirm: no", "to_confirm: peut-être", "« yes » ou « no »"),
    Broken("unknown kind of card", S, "kind: financement", "kind: cadeau", "un de ces mots"),
    Broken("impossible date", S, "verified_on: 2026-11-01", "verified_on: 2026-02-30", "vraie date"),
    Broken("date in another form", S, "verified_on: 2026-11-01", "verified_on: 01/11/2026", "vraie date"),
    Broken("date as a number", S, "verified_on: 2026-11-01", "verified_on: 1700000000", "vraie date"),
    Broken("review before check", S, "review_by: 2027-05-31", "review_by: 2026-05-31", "avant"),
    Broken("no source", S, "source: [BRO]", "source: []", "au moins une valeur"),
    Broken("text where a list is due", S, "also: [coffre aux embruns, coffre]", "also: coffre", "liste"),
    Broken(
        "list where a mapping is due", T, "    when: {avancement: curieux, secteur: dedans}", "    when: [a]", "clés"
    ),
    Broken(
        "unknown fact", T, "{avancement: reve, secteur: dedans}", "{avancment: reve, secteur: dedans}", "« avancment »"
    ),
    Broken(
        "unknown value", T, "{avancement: reve, secteur: dedans}", "{avancement: rave, secteur: dedans}", "« rave »"
    ),
    Broken("unknown group", T, "secteur: cote, any_need", "secteur: cotes, any_need", "« cotes »"),
    Broken("unknown need", T, "any_need: [conseil]}", "any_need: [conseils]}", "« conseils »"),
    Broken("unknown value inside not", T, "not: {statut: coop}", "not: {statut: scop}", "« scop »"),
    Broken("need used as a fact", T, "any_need: [conseil]}", "sujet: [conseil]}", "any_need"),
    Broken("value twice", T, "any_need: [lieu]", "any_need: [lieu, lieu]", "déjà écrite"),
    Broken("empty condition list", T, "any_need: [lieu]", "any_need: []", "au moins une valeur"),
    Broken(
        "fact asked later", T, "when: {avancement: avant, secteur: dedans}", "when: {statut: asso}", "pas encore connu"
    ),
    Broken("group named as a value", T, "    projet: [reve", "    reve: [reve", "nom d’une valeur"),
    Broken("unknown value in a group", T, "avant: [reve, chantier]", "avant: [reve, chanter]", "« chanter »"),
    Broken("unknown scheme in a rule", T, "scheme: halle_voiles", "scheme: halle_voile", "« halle_voile »"),
    Broken("unknown scheme in a guard", T, "schemes: [coffre_embruns]", "schemes: [coffre]", "« coffre »"),
    Broken("unknown scheme in a note", T, "about: [halle_voiles]", "about: [halle]", "« halle »"),
    Broken("unknown scheme in the order", T, "order: [atelier_brume,", "order: [atelier,", "« atelier »"),
    Broken(
        "scheme without an order",
        T,
        ", cercle_mains, autres_guides]",
        ", cercle_mains]",
        "« order »",
        at="scheme: autres_guides",
    ),
    Broken("rule id twice", T, "- id: R2\n", "- id: R1\n", "déjà écrit"),
    Broken("note id of a rule", T, "- id: N2\n", "- id: R2\n", "déjà écrit"),
    Broken("guard id twice", T, "- id: rien_dehors", "- id: coffre_sans_projet", "déjà écrit"),
    Broken("fact twice", T, "- fact: equipe", "- fact: avancement", "déjà écrit"),
    Broken("fact given by the place", T, "- fact: equipe", "- fact: secteur", "déjà donné"),
    Broken("label twice", T, "label: Un lieu,", "label: un conseil,", "déjà", 1),
    Broken("synonym of two answers", T, "says: [un local,", "says: [argent,", "autre réponse"),
    Broken("reserved value", T, "value: curieux", "value: done", "réservé"),
    Broken("choice too long", T, "  - fact: sujet\n", before_sujet("{}", "e" * 40), "64 octets", 9),
    Broken("one answer", T, "      - {value: groupe, label: Nous", "#", "deux réponses", -2),
    Broken(
        "answers for a place",
        T,
        "    if_skipped: {value: unknown}",
        "    answers: [{value: a, label: A, says: []}]\n    if_skipped: {value: unknown}",
        "places.yaml",
    ),
    Broken(
        "second question for a place", T, "fact: equipe\n    kind: choice", "fact: equipe\n    kind: place", "lieu", 1
    ),
    Broken(
        "second question with several answers",
        T,
        "    when: {avancement: avant, secteur: dedans}",
        "    most: 2\n    when: {avancement: avant, secteur: dedans}",
        "plusieurs réponses",
        29,
    ),
    Broken("no meaning when skipped", T, "    if_skipped: {value: seul}", "    if_skipped: {}", "if_skipped"),
    Broken(
        "two meanings when skipped",
        T,
        "if_skipped: {value: seul}",
        "if_skipped: {value: seul, insist: yes}",
        "if_skipped",
    ),
    Broken("unknown value when skipped", T, "if_skipped: {value: seul}", "if_skipped: {value: seule}", "« seule »"),
    Broken("card id twice", S, "- id: halle_voiles", "- id: coffre_embruns", "déjà écrit"),
    Broken("card name twice", S, "name: Halle aux voiles", "name: Coffre aux Embruns", "déjà"),
    Broken("unknown network", S, "network: coffre", "network: coffres", "« coffres »"),
    Broken("unknown source", S, "source: [INV, BRO]", "source: [INV, BRU]", "« BRU »"),
    Broken("unknown page", S, "pages: [pret_a_ouvrir]", "pages: [pret]", "« pret »"),
    Broken("nothing to do", S, "    - kind: form", "    - kind: hours", "rien à faire", -1),
    Broken("telephone without a yes", S, "    - kind: form", "    - kind: phone", "confirmé par le réseau"),
    Broken("site without an address", S, '      address: "https://halle.example"\n', "", "adresse", -2),
    Broken("commune twice", P, "name: Saint-Vaneau", "name: sablegrand", "déjà un lieu"),
    Broken("other name of two communes", P, "also: [Brume-les-Cimes]", "also: [SGD]", "déjà un lieu"),
    Broken("code twice", P, '"00002"', '"00001"', "déjà écrit"),
    Broken("unknown whole", P, "part_of: Sablegrand", "part_of: Sable", "« Sable »"),
    Broken("place without a fact", P, "facts: {secteur: dehors}", "facts: {}", "« secteur » manque"),
    Broken("place with a spare fact", P, "facts: {secteur: dehors}", "facts: {secteur: dehors, ile: oui}", "« ile »"),
    Broken("area without its fact", P, "area_fact: {}", "area_fact: {secteur: hauts}", "faux ici", 16),
    Broken(
        "area in an unknown commune",
        P,
        "areas: []",
        "areas: [{code: A1, name: Le Pré, communes: [Nulle]}]",
        "« Nulle »",
    ),
    Broken("unknown need of a place", P, "needs: [se_poser]", "needs: [dormir]", "« dormir »"),
    Broken("place in an unknown commune", P, "commune: Haute-Brume", "commune: Basse-Brume", "« Basse-Brume »"),
    Broken("unknown item in a concern", Q, "{q1: non, q2: non}", "{q1: non, q9: non}", "« q9 »"),
    Broken("unknown answer in a concern", Q, "{q1: non, q2: non}", "{q1: non, q2: jamais}", "« jamais »"),
    Broken("item twice", Q, "{id: q2,", "{id: q1,", "déjà écrit"),
    Broken("term twice", G, "also: [emprunt]", "also: [Budget]", "déjà expliqué"),
    Broken("unknown zone", C, "timezone: Indian/Reunion", "timezone: Indian/Atlantis", "fuseau"),
    Broken("not a language", C, "languages: [fr]", "languages: [fr, français]", "langue"),
    Broken("unknown entry", C, "entry_schemes: [cercle_mains,", "entry_schemes: [cercle,", "« cercle »"),
    Broken("not an address", C, '"https://sablegrand.example/brochure"', "brochure", "adresse"),
    Broken("unknown rule of a persona", W, "rule: R11,", "rule: R99,", "« R99 »"),
    Broken("unknown note of a persona", W, "notes: [N1]", "notes: [N9]", "« N9 »"),
    Broken("unknown answer of a persona", W, "equipe: seul,", "equipe: cent,", "« cent »"),
    Broken("expected and forbidden", W, "must_not: [coffre_embruns]", "must_not: [atelier_brume]", "interdit"),
    Broken("persona twice", W, "- id: e02", "- id: e01", "déjà écrit"),
    Broken("broken sentence", N, "welcome =\n", "welcome : \n", "nom = phrase"),
    Broken("sentence twice", N, "welcome =\n", "welcome = Bonjour.\nwelcome =\n", "déjà écrite", 1),
)

MEANING = (
    Broken(
        "empty result",
        T,
        "  when: {secteur: dedans}\n  reason:",
        "  when: {secteur: hauts}\n  reason:",
        "rien n’est proposé",
    ),
    Broken(
        "unreachable question",
        T,
        "    when: {avancement: avant, secteur: dedans}",
        "    when: {avancement: avant, secteur: dehors, ville: haute-brume}",
        "jamais posée",
        -6,
    ),
    Broken(
        "useless question",
        T,
        "  - fact: sujet\n",
        before_sujet("{avancement: projet, secteur: dedans}"),
        "ne change rien",
    ),
    Broken("too many questions", T, "most_questions: 4", "most_questions: 3", "4 questions"),
    Broken(
        "answers alike",
        T,
        "      - {value: rencontre,",
        "      - {value: divers, label: Divers, says: []}\n"
        "      - {value: reste, label: Le reste, says: []}\n      - {value: rencontre,",
        "toujours le même",
        1,
    ),
    Broken(
        "unreachable rule",
        T,
        "  - id: R1\n    scheme: atelier_brume\n    points: 80\n    to_confirm: no\n"
        "    when: {avancement: reve, secteur: dedans}",
        "  - id: R1\n    scheme: atelier_brume\n    points: 80\n"
        "    to_confirm: no\n    when: {avancement: reve, statut: asso}",
        "jamais s’appliquer",
    ),
    Broken(
        "hidden rule",
        T,
        "  - id: R2\n    scheme: atelier_brume\n    points: 90\n    to_confirm: no\n    when: {avancement: chantier,",
        "  - id: R2\n    scheme: atelier_brume\n    points: 9\n    to_confirm: no\n    when: {avancement: reve,",
        "passe toujours devant",
    ),
    Broken(
        "unreachable note",
        T,
        "when: {avancement: reve, secteur: dedans, any_need: [argent]}",
        "when: {avancement: curieux, any_need: [argent]}",
        "jamais montrée",
        -2,
    ),
    Broken(
        "guard that guards nothing",
        T,
        "when: {avancement: [reve, curieux]}",
        "when: {avancement: curieux, statut: asso}",
        "ne protège de rien",
        -2,
    ),
    Broken(
        "broken guard",
        T,
        "when: {avancement: chantier, secteur: dedans, equipe: groupe, any_need: [argent]}",
        "when: {avancement: avant, secteur: dedans, equipe: groupe, any_need: [argent]}",
        "malgré la garde",
        -4,
    ),
    Broken(
        "value that never counts",
        T,
        "when: {avancement: [chantier, ouvert], secteur: cote, any_need: [lieu]}",
        "when: {avancement: [chantier, curieux], secteur: cote, any_need: [lieu]}",
        "avec la valeur « curieux »",
    ),
    Broken("persona with another result", W, "rule: R1, points: 80", "rule: R1, points: 70", "attend"),
    Broken(
        "persona with a line too many",
        W,
        "    - {scheme: cercle_mains, rule: FB, points: 20, to_confirm: no}\n",
        "",
        "reçoit",
        -2,
    ),
    Broken("persona with other notes", W, "notes: [N1]", "notes: []", "les notes"),
    Broken(
        "forbidden door",
        W,
        "    - {scheme: cercle_mains, rule: FB, points: 20, to_confirm: no}\n  must_not: [coffre_embruns]",
        "  must_not: [cercle_mains]",
        "interdit",
    ),
    Broken("persona in no known place", W, "ville: Haute-Brume", "ville: Atlantide", "pas reconnu"),
    Broken(
        "persona who answers what is not asked",
        W,
        "ville: Sable-le-Haut}",
        "ville: Sable-le-Haut, equipe: seul}",
        "pas posée",
    ),
    Broken("rule that no persona shows", T, "  - id: R13\n", ONE_MORE_RULE + "  - id: R13\n", "aucun persona"),
    Broken(
        "sentence of sixteen words",
        S,
        "Deux rendez-vous pour préciser un projet, puis un suivi.",
        "un " * 15 + "suivi.",
        "16 mots",
    ),
    Broken(
        "sentence of twenty-one words",
        S,
        "Deux rendez-vous pour préciser un projet, puis un suivi.",
        "un " * 20 + "suivi.",
        "21 mots",
    ),
    Broken(
        "acronym without an entry", S, "Des ateliers et des bureaux", "Des ateliers de la ZAC et des bureaux", "« ZAC »"
    ),
    Broken("mailbox", S, "Remplissez le formulaire en ligne.", "Écrivez à prenom@coffre.example.", "courriel"),
    Broken("telephone", S, "Remplissez le formulaire en ligne.", "Appelez le 01 99 00 00 00.", "téléphone"),
    Broken("overdue fact", S, "review_by: 2027-05-31", "review_by: 2026-11-02", "revu avant"),
    Broken("card that nothing leads to", S, "- id: cercle_mains", ONE_MORE_CARD + "- id: cercle_mains", "ne mène"),
)
