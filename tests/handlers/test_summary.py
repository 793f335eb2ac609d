"""The summary of a week and of a year: what it shows, on which window, and in which words."""

from __future__ import annotations

import json
import random
import re

import pytest

from bot.packs import content, texts
from handlers import counted
from handlers.load import PackRefused, load
from handlers.pack_summary import FIGURES, RESERVED, Share, Split
from handlers.summary import Summary, TwoFigures, as_json, explain, summarise
from handlers.summary_kinds import kinds
from handlers.weeks import year
from tests.handlers.made_up_years import Made, made_year
from tests.handlers.packs import guide

LILLE = guide("lille")


def week(**counts: int) -> dict[str, dict[str, int]]:
    """One week with totals only."""
    return {name.replace("_", "-"): {"": n} for name, n in counts.items()}


def quiet(number: int = 2026) -> Made:
    """A year in which nothing was counted."""
    return {each: {} for each in year(number).weeks}


def figure(summary: Summary, id: str) -> str:
    """What a figure shows."""
    return next(each.shown for each in summary.figures if each.id == id)


@pytest.mark.parametrize(("n", "shown"), [(0, "0"), (1, "1 à 4"), (4, "1 à 4"), (5, "5"), (61, "61")])
def test_a_week_shows_nothing_or_one_to_four_or_a_total_from_five(n: int, shown: str) -> None:
    found = summarise(LILLE, quiet() | {"2026-W47": week(orientations=n)}, "2026-W47")
    assert figure(found, "orientations") == shown


def test_the_headline_never_says_one_to_four_alone() -> None:
    made = quiet() | {f"2026-W{at}": week(orientations=2) for at in range(27, 48)}
    found = summarise(LILLE, made, "2026-W47")
    assert found.headline == "Semaine 47 : 1 à 4 orientations finies. 3e trimestre 2026 : 26."
    early = summarise(LILLE, {"2026-W03": week(orientations=3)}, "2026-W03")
    assert early.headline == "Semaine 3 : 1 à 4 orientations finies. Le total du 1er trimestre 2026 viendra à sa fin."


def test_a_total_falls_back_on_the_shortest_period_on_which_it_may_be_seen() -> None:
    made = quiet() | {"2026-W01": week(orientations=3), "2026-W14": week(orientations=4)}
    made |= {"2026-W15": week(orientations=2), "2026-W02": week(orientations=4)}
    found = summarise(LILLE, made, "2026-W26")
    closed = next(each for each in found.figures if each.id == "orientations_clos")
    assert (closed.value, closed.window.split(",")[0]) == (6, "2e trimestre 2026")
    alone = summarise(LILLE, quiet() | {"2026-W14": week(orientations=4)}, "2026-W26")
    assert figure(alone, "orientations_clos") == "masqué"


def test_a_week_with_nothing_still_has_its_message() -> None:
    found = summarise(LILLE, quiet(), "2026-W47")
    assert found.message[1] == "Semaine 47 : aucune orientation finie."
    assert found.message[2] == "Rien d’autre cette semaine. Le service marche."


def test_the_message_has_ten_lines_at_most() -> None:
    names = ("conversation", "community-joined", "community-left", "introduction-accepted", "gathering-yes")
    busy = {name: {"": 9} for name in (*names, "handover-sent", "visit", "orientations", "gathering-published")}
    assert len(summarise(LILLE, {"2027-W47": busy}, "2027-W47").message) == 10


def test_a_quiet_year_with_a_week_more_has_its_last_quarter_of_fourteen_weeks() -> None:
    found = summarise(LILLE, quiet(), "2026-W53")
    assert found.closed == ("2026-W40--2026-W53", "2026-W27--2026-W53", "2026-W01--2026-W53")


def test_an_open_quarter_has_no_figures_yet() -> None:
    assert summarise(LILLE, {"2026-W47": week(orientations=9)}, "2026-W47").closed == ()


def test_what_came_later_changes_nothing_of_a_week() -> None:
    made = made_year(random.Random(1), 1.39)
    until = {name: of for name, of in made.items() if name <= "2026-W30"}
    assert summarise(LILLE, made, "2026-W30") == summarise(LILLE, until, "2026-W30")


def test_the_same_counts_make_the_same_bytes_in_any_order() -> None:
    made = made_year(random.Random(2), 5)
    turned = {name: dict(reversed(of.items())) for name, of in reversed(made.items())}
    first, second = (json.dumps(as_json(summarise(LILLE, each, "2026"))) for each in (made, turned))
    assert first == second


@pytest.mark.parametrize("pack", ["lille", "exemple"])
@pytest.mark.parametrize("period", ["2026-W53", "2026"])
def test_every_figure_says_what_it_is_and_has_a_name_of_its_own(pack: str, period: str) -> None:
    found = summarise(guide(pack), made_year(random.Random(3), 20, 2026, pack), period)
    assert len({each.id for each in found.definitions}) == len(found.definitions)
    for each in found.figures:
        said = explain(found, each.id)
        assert said is not None
        assert said.definition == each.definition
        assert said.label
        assert said.period
        assert said.filter
        assert said.count
    plain = json.dumps(as_json(found), ensure_ascii=False)
    assert not re.search(r'"(summary|line)-[a-z-]+"|summary-', plain)


def test_two_figures_of_the_same_name_are_refused() -> None:
    share = Share(id="porteurs", label="Un essai", definition="Un essai.", part=("lille",))
    split = Split(id="essai", fact="commune", title="Un essai", shares=(share,))
    summary = LILLE.pack.summary.model_copy(update={"splits": (split,)})
    again = type(LILLE)(LILLE.pack.model_copy(update={"summary": summary}))
    with pytest.raises(TwoFigures):
        summarise(again, quiet(), "2026")


def test_the_names_of_common_tables_are_reserved() -> None:
    own = {split.id for split in LILLE.pack.summary.splits}
    found = {kind.id for kind in kinds(LILLE)} - own
    assert {name for name in found if not name.startswith("transmises_avec_")} == RESERVED
    shares = {share.id for split in LILLE.pack.summary.splits for share in split.shares}
    figures = {each.id for period in ("2026-W53", "2026") for each in summarise(LILLE, quiet(), period).figures}
    several = ("transmises_avec_", "temps_")
    assert {each for each in figures - shares if not each.startswith(several) and not each.endswith("_clos")} <= FIGURES


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("fact: secteur", "fact: humeur", "humeur"),
        ("part: [cote]", "part: [lune]", "lune"),
        ("network: coffre", "network: malle", "malle"),
        ("figure: orientations", "figure: marees", "marees"),
        ("source: BRO", "source: ZZZ", "ZZZ"),
        ("id: secteurs", "id: portes", "portes"),
        ("id: part_cote", "id: porteurs", "porteurs"),
        ("id: sujets, fact: sujet", "id: sujets, fact: ville", "Deux tableaux"),
    ],
)
def test_what_a_pack_says_of_its_summary_is_checked(old: str, new: str, said: str) -> None:
    files, common = texts(content() / "exemple")
    assert old in files["summary.yaml"]
    broken = {**files, "summary.yaml": files["summary.yaml"].replace(old, new)}
    with pytest.raises(PackRefused) as refused:
        load(broken, common)
    assert len(refused.value.defects) == 1
    assert refused.value.defects[0].file == "summary.yaml"
    assert said in refused.value.defects[0].message


def test_figures_published_before_stand_beside_with_both_parts() -> None:
    found = summarise(LILLE, quiet(), "2026")
    echo = next(each for each in found.figures if each.id == "rendez_vous_services_personnes").echoes[0]
    assert (echo.shown, echo.numerator, echo.denominator, echo.window) == ("33 %", "121", "361", "2016-2020")


def test_a_share_is_given_with_both_parts() -> None:
    busy = {counted.ORIENTATIONS: {"": 20}, "answer/commune": {"lille": 9, "lomme": 1, "roubaix": 5, "loos": 5}}
    found = summarise(LILLE, quiet() | {"2026-W10": busy}, "2026")
    share = next(each for each in found.figures if each.id == "hors_lille_roubaix")
    assert (share.shown, share.numerator, share.denominator) == ("25 %", 5, 20)


def test_a_share_of_hidden_lines_is_hidden() -> None:
    busy = {counted.ORIENTATIONS: {"": 20}, "answer/commune": {"lille": 13, "roubaix": 3, "loos": 4}}
    found = summarise(LILLE, quiet() | {"2026-W10": busy}, "2026")
    assert figure(found, "hors_lille_roubaix") == "masqué"


def test_who_said_yes_to_statistics_is_told_out_of_all_who_finished() -> None:
    made = quiet() | {"2026-W10": {"orientations": {"": 20}, "finished": {"": 32}, "finished-yes": {"": 20}}}
    share = next(each for each in summarise(LILLE, made, "2026").figures if each.id == "accords")
    assert (share.numerator, share.denominator) == (20, 32)
    made["2026-W10"]["finished"] = {"": 22}
    assert figure(summarise(LILLE, made, "2026"), "accords") == "masqué"


def test_late_records_count_when_they_come_and_are_told() -> None:
    made = quiet() | {"2026-W10": {"orientations": {"": 20}, "late": {"": 6}}}
    assert figure(summarise(LILLE, made, "2026"), "retard") == "6"


def test_needs_without_a_door_are_told_by_their_words() -> None:
    busy = {"orientations": {"": 30}, "first-door": {"maillage": 20}, "unmatched": {"local": 10}}
    found = summarise(LILLE, quiet() | {"2026-W10": busy}, "2026")
    assert [(need.id, need.label, need.shown) for need in found.needs_without_answer] == [("local", "Un local", "10")]
    assert figure(found, "sans_solution") == "33 %"


def test_the_order_of_a_table_tells_nothing_of_what_it_hides() -> None:
    doors = {"maillage": 30, "dla": 1, "cites_lab": 4, "bge": 2, "apes": 12}
    first = summarise(LILLE, quiet() | {"2026-W10": {"orientations": {"": 49}, "first-door": doors}}, "2026")
    swapped = doors | {"dla": 4, "cites_lab": 1}
    second = summarise(LILLE, quiet() | {"2026-W10": {"orientations": {"": 49}, "first-door": swapped}}, "2026")
    assert first == second


def test_facts_past_their_date_of_review_are_listed_once_each() -> None:
    found = summarise(LILLE, {"2029-W10": {}}, "2029-W10").overdue
    assert found
    assert len({(each.id, each.label) for each in found}) == len(found)
    assert not summarise(LILLE, {"2026-W47": {}}, "2026-W47").overdue


def test_the_way_from_the_first_question_is_told_where_no_step_gives_a_hidden_one_away() -> None:
    left = {"00000000/etape": 10, "00000000/commune": 0, "00000000/besoins": 7}
    made = quiet() | {
        "2026-W10": {"orientations": {"": 20}, "finished-yes": {"": 20}, "finished": {"": 28}, "step-left": left}
    }
    funnel = summarise(LILLE, made, "2026").funnel
    assert funnel is not None
    shown = {row.id: row.value for row in funnel.rows}
    assert (shown["debut"], shown["etape"], shown["besoins"], shown["fin"], shown["accord"]) == (45, 35, 28, 28, 20)
    assert figure(summarise(LILLE, made, "2026"), "abandons") == "17"
    left["00000000/commune"] = 2
    hidden = summarise(LILLE, made, "2026").funnel
    assert hidden is not None
    rows = {row.id: row.value for row in hidden.rows}
    assert rows["etape"] is None or rows["commune"] is None


@pytest.mark.row("D19")
@pytest.mark.parametrize("seed", range(2))
def test_the_lines_of_a_table_never_exceed_its_total(seed: int) -> None:
    made = made_year(random.Random(seed), 40.0, 2026)
    found = summarise(guide("lille"), made, "2026")
    told = [(each, each.total.value) for each in (*found.tables, *found.gatherings) if each.total and each.total.value]
    assert len(told) > 3
    assert [each.id for each, total in told if sum(row.value or 0 for row in each.rows) > total] == []
