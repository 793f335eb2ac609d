"""`boussole summary`: each format, each refusal in one line, a file for its owner alone."""

from __future__ import annotations

import json
import os
import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest
import typer
from sqlalchemy import insert
from typer.testing import CliRunner, Result

from bot import cli_summary
from bot.packs import content
from handlers import counted
from handlers.yearly import Entered
from storage import schema
from storage.database import Database, open_database
from storage.tables import addresses, inbound, intake, tallies
from storage.yearly import enter
from tests.cli.program import ran
from tests.conversation import START
from tests.databases import Databases
from tests.handlers.packs import guide

FIRST, LAST, WEEK, YEAR = "2024-W40", "2025-W52", "2025-W47", "2025"


@pytest.fixture
def url(lasting_database: Database) -> str:
    """A database in which five people finished each week of last year, and one that figures were entered in."""
    answers = json.dumps({"etape": "idee", "commune": "lille"})
    with lasting_database.write() as connection:
        for week in (FIRST, *(f"2025-W{number:02d}" for number in range(1, 53))):
            connection.execute(insert(tallies), [{"week": week, "name": counted.FINISHED, "of": "", "count": 5}])
            rows = [{"id": f"{week}{n}", "week": week, "late": False, "revision": "a" * 16} for n in range(5)]
            said = {"answers": answers, "doors": '["cites_lab"]', "unmatched": "", "holder": True}
            flags = {"first_ever": True, "first_of_year": True, "first_of_month": True}
            connection.execute(insert(intake), [row | said | flags for row in rows])
        enter(connection, Entered(2025, "projets_aides", "19", "agent", "", START))
    return lasting_database.url


def run(*words: str, pack: str = "exemple") -> Result:
    """The command, in this process, of the smaller pack where nothing else is said."""
    app = typer.Typer()
    cli_summary.register(app)
    return CliRunner().invoke(app, [*words, "--pack", str(content() / pack)])


def refused(result: Result, code: int, *words: str) -> bool:
    """True if it ended so, with one line that holds these words."""
    lines = result.stderr.splitlines()
    return result.exit_code == code and len(lines) == 1 and all(word in lines[0] for word in words)


def test_without_a_format_the_summary_is_read_on_the_screen(url: str) -> None:
    """As lines, the headline first."""
    ended = run("--week", WEEK, "--db", url)
    assert ended.exit_code == 0, ended.output
    assert "semaine 47" in ended.stdout.lower()
    assert "Orientations finies : 5" in ended.stdout


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ((), 2, "--week"),
        (("--week", WEEK, "--year", YEAR), 2, "pas les deux"),
        (("--week", "2026-W54"), 2, "2026-W54"),
        (("--week", "2025-W53"), 2, "52 ou 53"),
        (("--week", "hier"), 2, "hier"),
        (("--year", "26"), 2, "26"),
        (("--year", "deux"), 2, "deux"),
        (("--week", WEEK, "--format", "docx"), 2, "json, csv, xlsx, pdf, html"),
        (("--week", WEEK, "--format", "json", "--explain", "orientations"), 2, "--explain"),
        (("--week", "2991-W01"), 1, "n’est pas finie"),
        (("--year", "2991"), 1, "n’est pas finie"),
        (("--week", "2023-W01"), 1, FIRST),
        (("--year", "2023"), 1, FIRST),
        (("--week", WEEK, "--explain", "nulle_part"), 1, "orientations"),
        (("--week", WEEK, "-o", "/no/such/place.json"), 1, "/no/such/place.json"),
        (("--week", WEEK, "-o", "/"), 1, "écrit"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_a_refusal_is_one_line_and_a_code(url: str, words: tuple[str, ...], code: int, said: str) -> None:
    """2 for what cannot be asked, 1 for what cannot be had."""
    ended = run(*words, "--db", url)
    assert refused(ended, code, said), ended.output


def test_a_database_that_nobody_wrote_to_has_a_summary_of_nothing(databases: Databases) -> None:
    """One that is empty is none of ours yet."""
    address = databases.address(empty=True)
    assert refused(run("--week", WEEK, "--db", address), 1, "compté")
    database = open_database(address)
    schema.prepare(database)
    database.close()
    ended = run("--week", WEEK, "--db", address)
    assert ended.exit_code == 0, ended.output
    assert "aucune orientation finie" in ended.stdout


def test_of_a_week_or_a_year_that_is_not_over_nothing_is_said_but_what_was_closed_before(databases: Databases) -> None:
    """Two looks at it would tell who came between them. What is over is known by the last message of the database,
    when this machine's clock is behind it."""
    database = open_database(address := databases.address())
    schema.prepare(database)
    at = datetime(2041, 11, 21, 9, tzinfo=UTC)
    with database.write() as connection:
        here = {"id": 1, "channel": "terminal", "peer": "u1", "private": True}
        connection.execute(insert(addresses), [here])
        connection.execute(insert(inbound), [{"address": 1, "message_id": "1", "received_at": at}])
        for week in (f"2041-W{number:02d}" for number in range(1, 48)):
            connection.execute(insert(tallies), [{"week": week, "name": counted.CONVERSATION, "of": "", "count": 7}])
    database.close()
    for asked in ("--week", "2041-W47"), ("--year", "2041"):
        ended = run(*asked, "--db", address)
        assert ended.exit_code == 0, ended.output
        assert "pas encore finie" in ended.stdout
        assert "91" in ended.stdout
        assert ": 7\n" not in ended.stdout
    assert ": 7" in run("--week", "2041-W46", "--db", address).stdout
    assert refused(run("--week", "2041-W48", "--db", address), 1, "pas finie")


@pytest.mark.row("D24")
def test_a_file_is_for_its_owner_alone_and_takes_the_place_of_another_at_once(url: str, tmp_path: Path) -> None:
    """Whatever the mask of the process; its name says the format; a second time gives the same bytes."""
    former = os.umask(0)
    try:
        for form, start in (("xlsx", b"PK"), ("pdf", b"%PDF"), ("html", b"<!doctype"), ("csv", b"\xef\xbb\xbf")):
            path = tmp_path / f"bilan.{form}"
            path.write_text("autre chose", encoding="utf-8")
            assert run("--week", WEEK, "--db", url, "-o", str(path)).exit_code == 0
            content = path.read_bytes()
            assert content.startswith(start)
            assert stat.S_IMODE(path.stat().st_mode) == 0o600
            assert run("--week", WEEK, "--db", url, "--format", form, "-o", str(path)).exit_code == 0
            assert path.read_bytes() == content
    finally:
        os.umask(former)
    # Beside the database, where it is a file.
    left = [each.name for each in tmp_path.iterdir() if not each.name.startswith("boussole.db")]
    assert sorted(left) == sorted(f"bilan.{f}" for f in ("xlsx", "pdf", "html", "csv"))


def test_piped_it_is_the_file_itself(url: str) -> None:
    """In the real program: bytes and nothing else, the same as in this one."""
    words = ("--week", WEEK, "--format", "json", "--db", url)
    ended = ran("summary", *words, "--pack", content() / "exemple")
    assert (ended.code, ended.err) == (0, "")
    assert json.loads(ended.out)["period"] == WEEK
    assert ended.out == run(*words).stdout


def test_what_a_figure_means_is_said_with_its_period_its_filter_and_its_count(url: str) -> None:
    """The same words as in the files."""
    ended = run("--week", WEEK, "--db", url, "--explain", "orientations")
    assert ended.exit_code == 0
    name, said = ended.stdout.strip().split("\n")
    assert name == "Orientations finies"
    definition = next(
        each
        for each in json.loads(run("--week", WEEK, "--db", url, "--format", "json").stdout)["definitions"]
        if each["id"] == "orientations"
    )
    assert all(definition[key].rstrip(".") in said for key in ("definition", "period", "filter", "count"))


def test_the_year_says_what_was_entered_by_hand_by_whom_and_when(url: str) -> None:
    """Beside what was published before; a figure that nobody entered says so, and none is counted as 0."""
    said = run("--year", YEAR, "--db", url, pack="lille").stdout
    assert "Projets aidés : 19, agent de la collectivité, le 23 novembre 2026, 2016-2020 : 78" in said
    assert "Emplois créés : pas encore saisi" in said
    by_hand = json.loads(run("--year", YEAR, "--db", url, "--format", "json", pack="lille").stdout)["by_hand"]
    known = {each["id"]: each for each in by_hand}
    assert set(known) == {each.id for each in guide("lille").pack.summary.by_hand}
    assert known["projets_aides"]["value"] == 19
    assert (known["projets_aides"]["role"], known["projets_aides"]["entered_on"]) == ("agent", "2026-11-23")
    assert known["emplois_crees"]["value"] is None
    page = run("--year", YEAR, "--db", url, "--format", "html", pack="lille").stdout
    assert all(word in page for word in ("Chiffres saisis à la main", "331 440 €", "121 sur 361"))


def test_the_closed_periods_are_written_as_open_data_and_nothing_is_where_none_is_closed(
    url: str, databases: Databases, tmp_path: Path
) -> None:
    """A folder of files; a second time gives the same bytes; asked for alone."""
    folder = tmp_path / "ouvert"
    assert run("--open-data", str(folder), "--db", url).exit_code == 0
    found = {each.name: each.read_bytes() for each in folder.iterdir()}
    assert set(found) == {"bilans.csv", "schema.json", "datapackage.json", "LISEZ-MOI.md", "LICENCE.md"}
    assert b"2025-W01--2025-W13,trimestre,2024-12-30,2025-03-30,orientations" in found["bilans.csv"]
    assert run("--open-data", str(folder), "--db", url).exit_code == 0
    assert found == {each.name: each.read_bytes() for each in folder.iterdir()}
    assert refused(run("--open-data", str(folder), "--week", WEEK, "--db", url), 2, "--open-data")
    assert refused(run("--open-data", "/no/such/folder", "--db", url), 1, "/no/such/folder")
    database = open_database(empty := databases.address("empty"))
    schema.prepare(database)
    database.close()
    assert refused(run("--open-data", str(folder), "--db", empty), 1, "close")


def test_the_years_before_stand_beside(url: str) -> None:
    """The last first; a year of which nothing is known is not there."""
    said = run("--year", YEAR, "--db", url).stdout
    assert "\n  2024 : 5" in said
    assert "  2023 :" not in said
