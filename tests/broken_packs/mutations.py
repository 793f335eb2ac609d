"""How a pack is broken by one change, and the larger pieces that some changes add."""

from __future__ import annotations

from dataclasses import dataclass

T, S, P, Q, C, G, W, N, M, E, B = (
    "orientation.yaml",
    "schemes.yaml",
    "places.yaml",
    "pages.yaml",
    "pack.yaml",
    "glossary.yaml",
    "personas/base.yaml",
    "texts.fr.ftl",
    "community.yaml",
    "gatherings.yaml",
    "summary.yaml",
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
ONE_MORE_COMMUNITY = """  - id: equipage
    name: Un autre équipage
    about: "Un essai."
    network: cercle
    proof: none

# Le champ"""


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
