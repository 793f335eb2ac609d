"""Totals that bound or add up to others are shown only where they tell nothing that is hidden; what is not known is
counted apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from random import Random
from statistics import median_low

import pytest

from handlers import counted, outcomes
from handlers.summary import Summary, summarise
from handlers.summary_words import Words
from handlers.weeks import year
from tests.handlers.made_up_years import Made
from tests.handlers.packs import guide

LILLE = guide("lille")


def quiet(number: int = 2026) -> Made:
    """A year in which nothing was counted."""
    return {each: {} for each in year(number).weeks}


def shown(summary: Summary, id: str) -> tuple[str, str]:
    """What a figure shows, and of which period."""
    figure = next(each for each in summary.figures if each.id == id)
    return figure.shown, figure.period


def test_members_are_those_who_came_in_and_did_not_leave_since_the_first_week() -> None:
    made = quiet(2025) | quiet(2026)
    made["2025-W10"] = {counted.JOINED: {"metropole": 30}, counted.LEFT_COMMUNITY: {"metropole": 6}}
    made["2026-W10"] = {counted.JOINED: {"metropole": 9}}
    assert shown(summarise(LILLE, made, "2025"), "communaute_membres")[0] == "24"
    assert shown(summarise(LILLE, made, "2026-W13"), "communaute_membres") == ("33", "2026-W01--2026-W13")


def test_members_are_masked_as_soon_as_one_total_of_who_came_or_left_is() -> None:
    made = quiet()
    made["2026-W10"] = {counted.JOINED: {"metropole": 30}, counted.LEFT_COMMUNITY: {"metropole": 3}}
    assert shown(summarise(LILLE, made, "2026"), "communaute_departs")[0] == "masqué"
    assert shown(summarise(LILLE, made, "2026"), "communaute_membres")[0] == "masqué"
    made["2026-W20"] = {counted.LEFT_COMMUNITY: {"metropole": 25}}
    made["2026-W10"][counted.LEFT_COMMUNITY]["metropole"] = 0
    assert shown(summarise(LILLE, made, "2026"), "communaute_membres")[0] == "5"
    made["2026-W20"][counted.LEFT_COMMUNITY]["metropole"] = 27
    assert shown(summarise(LILLE, made, "2026"), "communaute_membres")[0] == "masqué"


def test_questions_to_a_person_are_told_for_a_quarter_and_those_answered_for_the_year() -> None:
    made = quiet()
    made["2026-W02"] = {counted.TALK_OPENED: {"": 12}, counted.TALK_ANSWERED: {"": 9}, counted.HUMAN_DELAY: {"1h": 20}}
    assert shown(summarise(LILLE, made, "2026-W13"), "questions_humaines") == ("12", "2026-W01--2026-W13")
    assert shown(summarise(LILLE, made, "2026-W13"), "premieres_reponses")[0] == "masqué"
    assert shown(summarise(LILLE, made, "2026"), "premieres_reponses")[0] == "9"
    made["2026-W02"][counted.TALK_OPENED][""] = 4
    assert shown(summarise(LILLE, made, "2026"), "questions_humaines")[0] == "masqué"
    assert shown(summarise(LILLE, made, "2026"), "premieres_reponses")[0] == "masqué"


def test_people_sent_to_several_partners_are_not_told_where_hand_overs_are_hidden() -> None:
    made = quiet()
    made["2026-W10"] = {counted.HANDED_OVER: {"dla": 30}, counted.HANDOVER_PEOPLE: {"": 22}}
    made["2026-W10"][counted.HANDOVER_SEVERAL] = {"": 8}
    assert shown(summarise(LILLE, made, "2026"), "multi_partenaires")[0] == "36 %"
    made["2026-W20"] = {counted.HANDED_OVER: {"dla": 4}}
    assert shown(summarise(LILLE, made, "2026"), "transmises")[0] == "masqué"
    assert shown(summarise(LILLE, made, "2026"), "multi_partenaires")[0] == "masqué"


def test_questions_are_not_told_one_by_one_where_conversations_are_hidden() -> None:
    made = quiet()
    step = {f"00000000/{LILLE.pack.orientation.questions[0].fact}": 30}
    made["2026-W10"] = {counted.CONVERSATION: {"": 30}, counted.ANSWERED: dict(step)}
    assert "questions" in {each.id for each in summarise(LILLE, made, "2026").tables}
    made["2026-W20"] = {counted.CONVERSATION: {"": 4}, counted.ANSWERED: dict.fromkeys(step, 4)}
    assert "questions" not in {each.id for each in summarise(LILLE, made, "2026").tables}


def test_the_revisions_of_the_guide_that_are_counted_together_are_named_with_their_weeks() -> None:
    made = quiet()
    step = {f"00000000/{LILLE.pack.orientation.questions[0].fact}": 30}
    made["2026-W10"] = {counted.CONVERSATION: {"": 30}, counted.ANSWERED: step}
    for week in year(2026).weeks:
        made[week] = made[week] | {counted.REVISION: {"aaaaaaaa" if week < "2026-W21" else "bbbbbbbb": 1}}
    found = summarise(LILLE, made, "2026")
    assert [(each.revision, each.first, each.last) for each in found.versions] == [
        ("aaaaaaaa", "2026-W01", "2026-W20"),
        ("bbbbbbbb", "2026-W21", "2026-W53"),
    ]
    note = next(each.note for each in found.tables if each.id == "questions")
    assert "aaaaaaaa (2026-W01 à 2026-W20), bbbbbbbb (2026-W21 à 2026-W53)" in note
    alone = summarise(LILLE, {week: dict(of) for week, of in made.items() if week <= "2026-W13"}, "2026-W13")
    assert all("aaaaaaaa" not in each.note for each in alone.tables)


def test_of_shares_what_is_not_known_is_in_neither_part_and_stands_apart() -> None:
    """Outside of the two large cities, and in a priority district as people say."""
    made = quiet()
    made["2026-W10"] = {
        counted.ORIENTATIONS: {"": 60},
        "answer/commune": {"lille": 20, "roubaix": 10, "loos": 10, "-": 20},
        "answer/qpv": {"oui": 8, "non": 24, "nsp": 28},
    }
    found = summarise(LILLE, made, "2026")
    shares = {each.id: (each.numerator, each.denominator) for each in found.figures}
    assert (shares["hors_lille_roubaix"], shares["part_qpv"]) == ((10, 40), (8, 32))
    tables = {each.id: {row.id: row.value for row in each.rows} for each in found.tables}
    assert (tables["communes"]["autres"], tables["quartiers_prioritaires"]["nsp"]) == (20, 28)


def test_meetings_with_other_services_or_with_a_partner_are_told_of_people_and_of_meetings() -> None:
    people = counted.PEOPLE
    made = quiet()
    made["2026-W10"] = {
        name: {"": n}
        for name, n in {
            counted.VISIT: 40,
            counted.VISIT_FIRST: 25,
            counted.VISIT + people: 25,
            counted.VISIT_SERVICES: 18,
            counted.VISIT_SERVICES + people: 8,
            counted.VISIT_PARTNER: 12,
            counted.VISIT_PARTNER + people: 6,
        }.items()
    }
    shares = {each.id: (each.numerator, each.denominator) for each in summarise(LILLE, made, "2026").figures}
    assert (shares["rendez_vous_services"], shares["rendez_vous_services_personnes"]) == ((18, 40), (8, 25))
    assert (shares["rendez_vous_partenaire"], shares["rendez_vous_partenaire_personnes"]) == ((12, 40), (6, 25))


def drawn(chance: Random, names: Iterable[str]) -> dict[str, int]:
    """How many of each, none of them hidden, some of them nobody; somebody in all."""
    return {name: chance.choice((0, 5, 8, 21)) for name in names} | {chance.choice([*names]): 13}


def middle(counts: Mapping[str, int]) -> str:
    """The one in the middle of all, in a row; of two, the shorter."""
    names = list(counts)
    return names[median_low(at for at, name in enumerate(names) for _ in range(counts[name]))]


@pytest.mark.parametrize("seed", range(6))
def test_times_and_delays_are_told_by_the_one_in_the_middle(seed: int) -> None:
    """Of each question, of the answers of a person, of the wait for a rendez-vous; and how many had theirs, out of all
    who were asked, those who never answered too, who are a line of their own."""
    chance, fact = Random(seed), LILLE.pack.orientation.questions[0].fact
    times, delays = (drawn(chance, [name for name, _ in each]) for each in (counted.TIMES, counted.DELAYS))
    waits, answers = drawn(chance, outcomes.DELAYS), (*outcomes.ANSWERS, outcomes.SILENT)
    said = {days: {name: chance.choice((5, 8, 21)) for name in answers} for days in (10, 30)}
    made = quiet()
    made["2026-W10"] = {
        counted.CONVERSATION: {"": sum(times.values())},
        counted.ANSWERED: {f"00000000/{fact}": sum(times.values())},
        counted.TIME: {f"{fact}/{name}": n for name, n in times.items()},
        counted.TALK_OPENED: {"": sum(delays.values())},
        counted.HUMAN_DELAY: delays,
        counted.OUTCOME: {f"{days}/{name}": n for days, of in said.items() for name, n in of.items()},
        counted.OUTCOME_DELAY: waits,
    }
    found, words = summarise(LILLE, made, "2026"), Words(LILLE)
    told = {f"temps_{fact}": times, "delai_reponse_humain_median": delays, "delai_rendez_vous_median": waits}
    assert {name: shown(found, name)[0] for name in told} == {
        name: words.say(f"line-{middle(of)}") for name, of in told.items()
    }
    shares = {each.id: (each.numerator, each.denominator) for each in found.figures}
    tables = {each.id: {row.id: row.value for row in each.rows} for each in found.tables}
    for days, of in said.items():
        assert shares[f"suivi_{days}_obtenu"] == (of[outcomes.GOT], sum(of.values()))
        assert tables[f"suivi_{days}"] == of
