"""The interface for programs: a token for each scope, one form of refusal, nothing that anybody may keep."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest

from storage import tokens
from storage.database import Database
from storage.roles import journal
from storage.tables import tokens as table
from tests.databases import Databases
from tests.web.reading import WEEK, Desk, opened

SUMMARIES, GATHERINGS = tokens.SUMMARIES, tokens.GATHERINGS
ADDRESSES = {
    "/api/v1/summaries": SUMMARIES,
    f"/api/v1/summaries/{WEEK}": SUMMARIES,
    "/api/v1/years/2025": SUMMARIES,
    "/api/v1/open-data/bilans.csv": SUMMARIES,
    "/api/v1/gatherings": GATHERINGS,
}
PROBLEM = "application/problem+json"


@pytest.fixture
async def desk(lasting_database: Database) -> AsyncIterator[Desk]:
    async with opened(lasting_database) as found:
        yield found


@pytest.mark.parametrize("path", ADDRESSES)
async def test_a_token_opens_its_scope_and_no_other(desk: Desk, path: str) -> None:
    right, wrong = desk.token(ADDRESSES[path]), desk.token(*(set(tokens.SCOPES) - {ADDRESSES[path]}))
    assert (await desk.get(path, right)).status_code in (200, 404)
    refused = await desk.get(path, wrong)
    assert (refused.status_code, refused.headers["Content-Type"]) == (403, PROBLEM)
    assert ADDRESSES[path] in refused.headers["WWW-Authenticate"]
    for nothing in ("", "bsl_" + "a" * 40, "x", right.upper(), right[:-1]):
        answer = await desk.get(path, nothing)
        assert (answer.status_code, answer.headers["Content-Type"]) == (401, PROBLEM), nothing
    basic = await desk.get(path, Authorization=f"Basic {right}")
    assert basic.status_code == 401
    assert (await desk.get(f"{path}?access_token={right}")).status_code == 401


async def test_a_token_taken_back_or_too_old_opens_nothing(desk: Desk) -> None:
    until = desk.clock.now() + timedelta(days=1)
    dated, kept = desk.token(SUMMARIES, until=until), desk.token(SUMMARIES)
    path = "/api/v1/summaries"
    assert [(await desk.get(path, each)).status_code for each in (dated, kept)] == [200, 200]
    desk.clock.move(until)
    assert [(await desk.get(path, each)).status_code for each in (dated, kept)] == [401, 200]
    with desk.database.write() as connection:
        (_, second) = tokens.listed(connection)
        assert tokens.revoke(connection, second.id, desk.clock.now())
        assert not tokens.revoke(connection, second.id, desk.clock.now())
    assert (await desk.get(path, kept)).status_code == 401


async def test_what_is_kept_of_a_token_is_neither_it_nor_an_hour(desk: Desk) -> None:
    token = desk.token(SUMMARIES)
    for _ in range(3):
        await desk.get("/api/v1/summaries", token)
    with desk.database.read() as connection:
        (row,) = connection.execute(table.select())
        uses = [use for use in journal(connection, 0, 20) if use.action == "token-used"]
    assert token not in str(row)
    assert row.used_on == "2026-11-23"
    assert len(uses) == 1, "once a day"


async def test_a_summary_is_read_in_every_form(desk: Desk) -> None:
    token = desk.token(SUMMARIES)
    known = (await desk.get("/api/v1/summaries", token)).json()
    assert known == {"weeks": [f"2026-W{week}" for week in range(40, 48)], "years": []}
    path = f"/api/v1/summaries/{WEEK}"
    plain = await desk.get(path, token)
    assert plain.json()["period"] == WEEK
    assert plain.headers["Content-Type"].startswith("application/json")
    for form in ("json", "csv", "xlsx", "pdf", "html"):
        answer = await desk.get(f"{path}?format={form}", token)
        assert answer.status_code == 200
        assert answer.headers["Cache-Control"] == "private, no-cache"
        again = await desk.get(f"{path}?format={form}", token, If_None_Match=f'"other", W/{answer.headers["ETag"]}')
        assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", answer.headers["ETag"])
        head = await desk.get(f"{path}?format={form}", token, method="HEAD")
        assert (head.status_code, head.headers["ETag"]) == (200, answer.headers["ETag"])


async def test_open_data_is_there_once_a_period_is_closed(desk: Desk) -> None:
    token, path = desk.token(SUMMARIES), "/api/v1/open-data"
    assert (await desk.get(f"{path}/bilans.csv", token)).status_code == 404
    desk.clock.move(datetime(2027, 1, 5, tzinfo=UTC))
    answer = await desk.get(f"{path}/bilans.csv", token)
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "text/csv; charset=utf-8")
    assert "2026-W40--2026-W53,trimestre,2026-09-28,2027-01-03" in answer.text
    assert "primaryKey" in (await desk.get(f"{path}/schema.json", token)).json()
    assert (await desk.get(f"{path}/autre.csv", token)).status_code == 422


@pytest.mark.parametrize("period", ["2026-W48", "2026-W39", "2026-W54", "2025-W53", "9999-W01"])
async def test_there_is_nothing_of_a_week_that_is_not_over_or_never_was(desk: Desk, period: str) -> None:
    answer = await desk.get(f"/api/v1/summaries/{period}", desk.token(SUMMARIES))
    assert (answer.status_code, answer.headers["Content-Type"]) == (404, PROBLEM)


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/v1/summaries/hier", 422),
        (f"/api/v1/summaries/{WEEK}?format=exe", 422),
        ("/api/v1/summaries/2026-W47/..%2f..", 404),
        ("/api/v1/years/26", 422),
        ("/api/v1/nowhere", 404),
        ("/api/v1/", 404),
    ],
)
async def test_every_refusal_has_one_form_and_repeats_nothing(desk: Desk, path: str, status: int) -> None:
    answer = await desk.get(path, desk.token(SUMMARIES))
    assert (answer.status_code, answer.headers["Content-Type"]) == (status, PROBLEM)
    said = answer.json()
    assert (said["status"], said["type"]) == (status, "about:blank")
    assert said["title"]
    assert not said["detail"].startswith("cli-")
    assert not {"hier", "exe", "nowhere"} & set(answer.text.replace("«", " ").split())


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
async def test_nothing_is_written_over_it(desk: Desk, method: str) -> None:
    answer = await desk.get("/api/v1/summaries", desk.token(SUMMARIES), method=method)
    assert (answer.status_code, answer.headers["Content-Type"]) == (405, PROBLEM)
    assert "GET" in answer.headers["Allow"]


async def test_who_asks_too_often_waits_and_nobody_else(lasting_database: Database) -> None:
    async with opened(lasting_database, per_minute=3) as desk:
        busy, calm = desk.token(SUMMARIES), desk.token(SUMMARIES)
        statuses = [(await desk.get("/api/v1/summaries", busy)).status_code for _ in range(4)]
        assert statuses == [200, 200, 200, 429]
        answer = await desk.get("/api/v1/summaries", busy)
        assert answer.headers["Content-Type"] == PROBLEM
        assert int(answer.headers["Retry-After"]) >= 1
        assert (await desk.get("/api/v1/summaries", calm)).status_code == 200


async def test_it_describes_itself_without_anything_from_elsewhere(desk: Desk) -> None:
    described = (await desk.get("/api/v1/openapi.json")).json()
    assert described["openapi"].startswith("3.1")
    assert all("get" in each and set(each) == {"get"} for each in described["paths"].values())
    assert described["components"]["securitySchemes"]["token"] == {"type": "http", "scheme": "bearer"}
    assert "http" not in json.dumps(described).replace('"type": "http"', "")
    for page in ("/api/v1/docs", "/api/v1/redoc", "/docs", "/openapi.json"):
        assert (await desk.get(page)).status_code == 404


async def test_a_database_that_is_away_is_said_so(desk: Desk, databases: Databases) -> None:
    token = desk.token(SUMMARIES)
    assert (await desk.get("/api/v1/summaries", token)).status_code == 200
    databases.goes_away()
    answer = await desk.get("/api/v1/summaries", token)
    page = await desk.get("/bilan", Cookie=f"bilan={'a' * 32}")
    databases.returns()
    assert page.status_code == 503
    assert "<h1>" in page.text
    assert (answer.status_code, answer.headers["Content-Type"]) == (503, PROBLEM)
    assert answer.headers["Retry-After"]


async def test_gatherings_are_those_of_the_public_pages(desk: Desk) -> None:
    said = (await desk.get("/api/v1/gatherings", desk.token(GATHERINGS))).json()
    assert said["@graph"] == []


async def test_a_year_is_read_once_it_is_over_with_what_was_entered_by_hand(desk: Desk) -> None:
    token = desk.token(SUMMARIES)
    path = "/api/v1/years/2026"
    desk.clock.move(datetime(2027, 1, 3, 22, 59, tzinfo=UTC))
    assert (await desk.get(path, token)).status_code == 404, "2026 has 53 weeks"
    desk.clock.move(datetime(2027, 1, 3, 23, 0, tzinfo=UTC))
    found = (await desk.get(path, token)).json()
    assert found["period"] == "2026"
    assert "by_hand" in found
    assert (await desk.get("/api/v1/summaries", token)).json()["years"] == ["2026"]
    for form in ("csv", "xlsx", "html"):
        assert (await desk.get(f"{path}?format={form}", token)).status_code == 200
