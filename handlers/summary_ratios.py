"""Figures that are made of lines of tables: parts, shares and middles, only ever from lines that may be seen."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from handlers import counted, outcomes
from handlers.guide import Guide
from handlers.pack_summary import Share
from handlers.summary_cells import REST
from handlers.summary_family import Family, Shown
from handlers.summary_kinds import ROOTS, kinds
from handlers.weeks import Period


@dataclass(frozen=True, slots=True)
class Found:
    """What a figure is: a number; or `part` out of `whole`; or the name of a bucket."""

    value: int
    part: int | None = None
    whole: int | None = None
    bucket: str = ""


@dataclass(frozen=True, slots=True)
class Ratio:
    """One figure, and how it is found for a closed period; None where it may not be seen. `label` and `definition`
    are those of the pack, if it has its own. `count`: of what it is made."""

    id: str
    find: Callable[[Family, Period], Found | None]
    count: str
    label: str = ""
    definition: str = ""


def ratios(guide: Guide) -> Iterator[Ratio]:
    """Every such figure, in the order in which they are read."""
    yield _sum("porteurs", "porteurs", ("nouveaux",))
    yield _sum("porteurs_annee", "porteurs", ("nouveaux", "connus"))
    yield Ratio("accords", _agreed, "issues")
    yield Ratio("abandons", _dropped, "issues")
    yield _sum("retard", "retard", ("part",))
    yield Ratio("sans_solution", _unanswered, "portes")
    for split in guide.pack.summary.splits:
        for share in split.shares:
            yield Ratio(share.id, _share(split.id, share), split.id, share.label, share.definition)
    yield _sum("premieres_reponses", "premieres_reponses", ("part",))
    two = [kind.id for kind in kinds(guide) if is_two(kind.id) and not kind.id.endswith(_ELSEWHERE)]
    yield from (_part(name, name, ("part",)) for name in two)
    yield _sum("rendez_vous_personnes", "rendez_vous_premier", ("part",))
    yield from (Ratio(name, _meetings(name), name) for name in ("rendez_vous_services", "rendez_vous_partenaire"))
    yield _sum("rencontres_presentes", "rencontres_venues", ("utiles", "venues"))
    yield Ratio("rencontres_utiles", _useful, "rencontres_venues")
    for days in outcomes.ASKED_AFTER:
        yield _part(f"suivi_{days}_{outcomes.GOT}", f"suivi_{days}", (outcomes.GOT,))
    yield _middle("delai_reponse_humain", tuple(name for name, _ in counted.DELAYS))
    yield _middle("delai_rendez_vous", outcomes.DELAYS)
    yield from _times(guide)


_ELSEWHERE = ("_suite", "premieres_reponses")
"""Of a part and the rest too, but no share."""


def is_two(kind: str) -> bool:
    """True for a table of a part and the rest: a figure says it all."""
    return kind.startswith(("transmises_7j", "transmises_avec_", "multi_", "rendez_vous_", "premieres_"))


def _sum(id: str, table: str, names: tuple[str, ...]) -> Ratio:
    def find(family: Family, period: Period) -> Found | None:
        shown = family.table(table, period)
        value = None if shown is None else shown.sum(names)
        return None if value is None else Found(value)

    return Ratio(id, find, table)


def _part(id: str, table: str, names: tuple[str, ...]) -> Ratio:
    def find(family: Family, period: Period) -> Found | None:
        shown = family.table(table, period)
        return None if shown is None else _of(shown.sum(names), _total(family, shown))

    return Ratio(id, find, table)


def _total(family: Family, shown: Shown) -> int | None:
    root = next(root for root in ROOTS if root.id == shown.kind.root)
    return family.total(root, shown.period)


def _of(part: int | None, whole: int | None) -> Found | None:
    if part is None or not whole:
        return None
    return Found((200 * part + whole) // (2 * whole), part, whole)


def _share(table: str, share: Share) -> Callable[[Family, Period], Found | None]:
    def find(family: Family, period: Period) -> Found | None:
        shown = family.table(table, period)
        if shown is None:
            return None
        part = shown.sum(share.part)
        whole = shown.sum(share.whole) if share.whole else _known(family, shown)
        if part is None or whole is None:
            return None
        return _of(whole - part if share.beyond else part, whole)

    return find


def _known(family: Family, shown: Shown) -> int | None:
    """All but those of whom nothing is known."""
    total, unknown = _total(family, shown), shown.value(REST)
    return None if total is None or unknown is None else total - unknown


def _agreed(family: Family, period: Period) -> Found | None:
    """Who said yes to statistics in the same week, of all who came to the end."""
    issues, late = family.table("issues", period), family.table("retard", period)
    if issues is None or late is None:
        return None
    without, on_time = issues.value("sans_accord"), late.value(REST)
    return None if without is None or on_time is None else _of(on_time, on_time + without)


def _dropped(family: Family, period: Period) -> Found | None:
    """Ways that ended before the result: all that ended without a yes, but for those that came to it."""
    issues = family.table("issues", period)
    if issues is None:
        return None
    all_of, finished = _total(family, issues), issues.value("sans_accord")
    return None if all_of is None or finished is None else Found(all_of - finished)


def _unanswered(family: Family, period: Period) -> Found | None:
    shown = family.table("portes", period)
    if shown is None:
        return None
    return _of(shown.sum([name for name in shown.cells if name.startswith("sans/")]), _total(family, shown))


def _meetings(name: str) -> Callable[[Family, Period], Found | None]:
    """Of all meetings: first ones and others together."""

    def find(family: Family, period: Period) -> Found | None:
        first, others = family.table(f"{name}_personnes", period), family.table(f"{name}_suite", period)
        if first is None or others is None:
            return None
        parts = [shown.value("part") for shown in (first, others)]
        whole = [shown.sum(("part", REST)) for shown in (first, others)]
        if None in parts or None in whole:
            return None
        return _of(sum(each or 0 for each in parts), sum(each or 0 for each in whole))

    return find


def _useful(family: Family, period: Period) -> Found | None:
    shown = family.table("rencontres_venues", period)
    return None if shown is None else _of(shown.value("utiles"), shown.sum(("utiles", "venues")))


def _middle(table: str, buckets: Sequence[str]) -> Ratio:
    def find(family: Family, period: Period) -> Found | None:
        shown = family.table(table, period)
        return None if shown is None else middle(shown, {name: name for name in buckets})

    return Ratio(f"{table}_median", find, table)


def _times(guide: Guide) -> Iterator[Ratio]:
    for question in guide.pack.orientation.questions:
        names = {bucket: f"{question.fact}/{bucket}" for bucket, _ in counted.TIMES}

        def find(family: Family, period: Period, names: dict[str, str] = names) -> Found | None:
            shown = family.table("questions", period)
            return None if shown is None else middle(shown, names)

        yield Ratio(f"temps_{question.fact}", find, "questions")


def middle(shown: Shown, names: dict[str, str]) -> Found | None:
    """The bucket of the middle one: only if every bucket is seen."""
    values = {bucket: shown.value(name) for bucket, name in names.items()}
    known = {bucket: value for bucket, value in values.items() if value is not None}
    total = sum(known.values())
    if len(known) < len(values) or not total:
        return None
    before = 0
    for bucket, value in known.items():
        before += value
        if 2 * before >= total:
            return Found(total, bucket=bucket)
    return None
