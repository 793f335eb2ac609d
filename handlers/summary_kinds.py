"""Which totals and which breakdowns a summary is made of, and how each is counted from the counters."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from handlers import counted, outcomes
from handlers.guide import Guide
from handlers.pack_summary import Shortest, Split
from handlers.summary_cells import (
    REST,
    Cells,
    Week,
    all_of,
    answers,
    any_door,
    asked,
    by,
    came,
    doors,
    dropped,
    first_visits,
    holders,
    issues,
    joined_lines,
    other_meetings,
    other_visits,
    questions,
    series,
    two,
    whole,
)


@dataclass(frozen=True, slots=True)
class Root:
    """A total. `weekly`: it is seen by the week; else only by closed periods. `silent`: it is no figure by itself, only
    what a share is of."""

    id: str
    count: Callable[[Week], int]
    weekly: bool = False
    silent: bool = False


@dataclass(frozen=True, slots=True)
class Kind:
    """A breakdown of the total `root` from `shortest` on. `cells` are counted from several weeks added up.
    `beside`: its own sum, not its root's; it is for the year only, and is kept back if, read beside the tables named
    here (the least that their categories must hold), it would tell what they hide. `needs`: lines of other tables that
    must be seen, or it is kept back. `under`: for a table of the year only, a total that is never less than what it
    tells; hidden, it would be bounded by it: then the table is kept back."""

    id: str
    root: str
    cells: Callable[[Week], Cells]
    shortest: Shortest = "year"
    split: Split | None = None
    beside: tuple[tuple[str, frozenset[str]], ...] | None = None
    many: int = 1
    needs: tuple[tuple[str, str], ...] = ()
    under: str = ""


ROOTS: tuple[Root, ...] = (
    Root("orientations", all_of(counted.ORIENTATIONS), weekly=True),
    Root("conversations", all_of(counted.CONVERSATION), weekly=True),
    Root("communaute_entrees", all_of(counted.JOINED), weekly=True),
    Root("communaute_departs", all_of(counted.LEFT_COMMUNITY), weekly=True),
    Root("presentations", all_of(counted.INTRODUCED), weekly=True),
    Root("rencontres_oui", all_of(counted.COMING), weekly=True),
    Root("transmises", all_of(counted.HANDED_OVER), weekly=True),
    Root("rendez_vous", all_of(counted.VISIT), weekly=True),
    Root("rencontres_rappels", all_of(counted.REMINDED)),
    Root("parcours", dropped),
    Root("transmises_personnes", all_of(counted.HANDOVER_PEOPLE), silent=True),
    Root("rendez_vous_personnes", first_visits, silent=True),
    Root("rendez_vous_suite", other_visits, silent=True),
    Root("suivi_10", asked(10)),
    Root("suivi_30", asked(30)),
    Root("questions_humaines", all_of(counted.TALK_OPENED)),
    Root("reponses_humaines", all_of(counted.HUMAN_DELAY)),
)


def kinds(guide: Guide) -> Iterator[Kind]:
    """Every breakdown, in the order in which it is decided: what depends on another comes after it."""
    others = guide.pack.summary.others
    yield Kind("retard", "orientations", two(_total("orientations"), counted.LATE), others)
    yield Kind("porteurs", "orientations", holders, others)
    yield Kind("portes", "orientations", doors(guide), guide.pack.summary.doors)
    yield from _splits(guide)
    if guide.pack.summary.doors == "year":
        # Beside first doors of shorter periods it would bound what they hide: both are for the year, or only those.
        yield Kind("portes_tous_rangs", "orientations", any_door(guide), beside=(), many=len(guide.pack.schemes))
    yield Kind("issues", "parcours", issues(guide), others)
    # Who begins answers the first question: never less often than conversations are begun.
    yield Kind("questions", "", questions(guide), beside=(), under="conversations")
    yield from _after(others)
    yield Kind("rencontres_series", "rencontres_oui", series(guide), others)
    yield Kind("rencontres_venues", "rencontres_oui", came, others)
    yield Kind("communautes", "communaute_entrees", by(counted.JOINED, _communities(guide)), others)
    yield from _people_and_meetings(guide)


def _total(root: str) -> Callable[[Week], int]:
    return next(each.count for each in ROOTS if each.id == root)


def _splits(guide: Guide) -> Iterator[Kind]:
    """Those of the pack: first those that everybody is asked, which add up to all, then the others."""
    made = [_split(guide, split) for split in guide.pack.summary.splits]
    yield from sorted(made, key=lambda kind: kind.beside is not None)


def _split(guide: Guide, split: Split) -> Kind:
    question = guide.pack.question_by_fact.get(split.fact)
    values = _values(guide, split.fact)
    always = question is None or (question.most == 1 and question.when.facts == {} and question.when.not_ is None)
    if always:
        return Kind(split.id, "orientations", _answered(split, values, adding_up=True), split.shortest, split)
    beside = tuple(_parents(guide, split))
    most = 1 if question is None else question.most
    return Kind(split.id, "orientations", _answered(split, values), "year", split, beside, most)


def _values(guide: Guide, fact: str) -> tuple[str, ...]:
    question = guide.pack.question_by_fact.get(fact)
    if question is not None and question.kind != "place":
        return tuple(answer.value for answer in question.answers)
    if question is not None:
        return tuple(guide.table.facts_by_place)
    given = (facts.get(fact, "") for facts in guide.table.facts_by_place.values())
    return tuple(dict.fromkeys(value for value in given if value))


def _answered(split: Split, values: tuple[str, ...], *, adding_up: bool = False) -> Callable[[Week], Cells]:
    joined = joined_lines(split)

    def cells(week: Week) -> Cells:
        found = by(f"{counted.ANSWER}{split.fact}", values)(week)
        for value, line in joined.items():
            found[line] += found.pop(value)
        if adding_up:
            found[REST] += max(0, whole(week, counted.ORIENTATIONS) - sum(found.values()))
        return found

    return cells


def _parents(guide: Guide, split: Split) -> Iterator[tuple[str, frozenset[str]]]:
    """For a question that not everybody is asked: the answers elsewhere of those who are."""
    when = guide.pack.question_by_fact[split.fact].when
    for other in guide.pack.summary.splits:
        allowed = when.facts.get(other.fact)
        if allowed is not None:
            groups = guide.pack.orientation.groups.get(other.fact, {})
            values = {value for one in allowed for value in groups.get(one, (one,))}
            yield other.id, frozenset(joined_lines(other).get(value, value) for value in values)
        elif other.fact == guide.table.place_fact:
            given = {fact: when.facts[fact] for fact in guide.pack.places.unknown if fact in when.facts}
            for fact, wanted in given.items():
                groups = guide.pack.orientation.groups.get(fact, {})
                kept = {value for one in wanted for value in groups.get(one, (one,))}
                places = {place for place, facts in guide.table.facts_by_place.items() if facts.get(fact) in kept}
                unknown = {REST} if guide.pack.places.unknown[fact] in kept else set()
                joined = joined_lines(other)
                yield other.id, frozenset(joined.get(place, place) for place in places | unknown)


def _after(others: Shortest) -> Iterator[Kind]:
    for days in outcomes.ASKED_AFTER:
        yield Kind(f"suivi_{days}", f"suivi_{days}", partial(answers, days=days), others)
    refused = tuple((f"suivi_{days}", outcomes.REFUSED) for days in outcomes.ASKED_AFTER)
    got = tuple((f"suivi_{days}", outcomes.GOT) for days in outcomes.ASKED_AFTER)
    yield Kind("refus", "", by(counted.OUTCOME_REFUSED, outcomes.REASONS), beside=(), needs=refused)
    yield Kind("delai_rendez_vous", "", by(counted.OUTCOME_DELAY, outcomes.DELAYS), beside=(), needs=got)
    buckets = tuple(name for name, _ in counted.DELAYS)
    yield Kind("delai_reponse_humain", "reponses_humaines", by(counted.HUMAN_DELAY, buckets), others)
    # Only who asked is answered a first time. For the year: an answer may come in another quarter than its question.
    first = two(_total("reponses_humaines"), counted.TALK_ANSWERED)
    yield Kind("premieres_reponses", "reponses_humaines", first, under="questions_humaines")


def _communities(guide: Guide) -> tuple[str, ...]:
    return tuple(each.id for each in guide.pack.community.communities)


def _people_and_meetings(guide: Guide) -> Iterator[Kind]:
    others = guide.pack.summary.others
    networks = tuple(network.id for network in guide.pack.territory.networks)
    yield Kind("transmises_reseaux", "transmises", by(counted.HANDED_OVER, networks), others)
    yield Kind("transmises_7j", "transmises", two(_total("transmises"), counted.HANDOVER_IN_TIME), others)
    people = _total("transmises_personnes")
    # For the year, and only together: people beside hand-overs tell how many went to several partners.
    several_of = two(people, counted.HANDOVER_SEVERAL)
    yield Kind("multi_partenaires", "transmises_personnes", several_of, under="transmises")
    several = (("multi_partenaires", "part"),)
    for partner in guide.pack.summary.partners:
        with_them = two(people, counted.HANDOVER_WITH + partner.role)
        yield Kind(f"transmises_avec_{partner.role}", "transmises_personnes", with_them, needs=several)
    yield from _meetings(others)


def _meetings(others: Shortest) -> Iterator[Kind]:
    """Meetings are first ones, each of which is a person received, or others; both are then looked at apart, and only
    where it may be seen how many they are."""
    meetings = _total("rendez_vous")
    yield Kind("rendez_vous_retard", "rendez_vous", two(meetings, counted.VISIT_LATE), others)
    yield Kind("rendez_vous_premier", "rendez_vous", two(meetings, counted.VISIT_FIRST), others)
    needs = (("rendez_vous_premier", "part"), ("rendez_vous_premier", REST))
    for of, name in (("services", counted.VISIT_SERVICES), ("partenaire", counted.VISIT_PARTNER)):
        with_people = two(first_visits, name + counted.PEOPLE)
        yield Kind(f"rendez_vous_{of}_personnes", "rendez_vous_personnes", with_people, others, needs=needs)
        yield Kind(f"rendez_vous_{of}_suite", "rendez_vous_suite", other_meetings(name), others, needs=needs)
