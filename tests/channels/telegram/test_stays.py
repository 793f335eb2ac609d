"""A group that nobody with a role wanted the bot in: it says so, and leaves after a day (faults I26)."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from scheduler.clock import SetClock
from storage.database import Database
from tests.channels.telegram.rig import Rig, rig
from tests.fake_telegram import FakeTelegram, Group
from tests.roles import invited

NOON = datetime(2026, 12, 1, 11, tzinfo=UTC)
ANIMATOR, STRANGER = 700, 812


@pytest.fixture
async def bot(server: FakeTelegram, either_database: Database) -> AsyncIterator[Rig]:
    """The bot, its clock moved by hand, started a while ago, with one animator."""
    async with rig(server, either_database, clock=SetClock(NOON)) as running:
        running.app.rooms.not_before = 0.0
        code = invited(either_database, NOON, "animator", "apes")
        server.user(ANIMATOR).sends(code)
        await running.quiet()
        yield running


async def after(bot: Rig, hours: float) -> None:
    """What the bot does by itself so many hours after the start."""
    assert isinstance(bot.app.clock, SetClock)
    bot.app.clock.move(NOON + timedelta(hours=hours))
    await bot.app.tick()
    await bot.quiet()


def rows(bot: Rig, query: str) -> list[tuple[object, ...]]:
    """What the database holds."""
    with bot.database.read() as connection:
        return [tuple(row) for row in connection.execute(text(query))]


def brought(bot: Rig, by: int) -> Group:
    """A group that somebody brings the bot into."""
    group = bot.server.group()
    group.welcomes_bot(bot.server.user(by))
    return group


@pytest.mark.row("I26")
async def test_a_group_of_strangers_is_left_after_a_day(bot: Rig) -> None:
    """It was told so on arrival; nothing is kept of it but the counts."""
    group = brought(bot, STRANGER)
    await bot.quiet()
    bot.server.user(STRANGER).sends("/aide", chat=group)
    await bot.quiet()
    first, *_ = [message.seen().text for message in group.chat.messages.values() if message.ours]
    assert first.endswith(bot.app.guide.wording.say("fr", "room-leaves", hours=24))
    await after(bot, 23.9)
    assert group.chat.standing == "member"
    await after(bot, 24.1)
    assert group.chat.standing == "left"
    assert rows(bot, "SELECT * FROM rooms") == []
    assert rows(bot, "SELECT peer FROM addresses WHERE NOT private") == []


async def test_whoever_brings_it_with_a_role_wants_it_there(bot: Rig) -> None:
    """Then nothing is said of leaving, and the journal says which role, not who."""
    group = brought(bot, ANIMATOR)
    await bot.quiet()
    (hello,) = [message.seen().text for message in group.chat.messages.values() if message.ours]
    assert hello == bot.app.guide.wording.say("fr", "room-introduction")
    await after(bot, 24 * 40)
    assert group.chat.standing == "member"
    used = "SELECT role, network, count FROM audit WHERE action = 'enable-room'"
    assert rows(bot, used) == [("animator", "apes", 1)]


async def test_a_word_to_the_bot_by_someone_with_a_role_is_enough(bot: Rig) -> None:
    """Written in the group, within the day; what others say to it changes nothing."""
    group = brought(bot, STRANGER)
    bot.server.user(ANIMATOR).sends("/aide", chat=group)
    bot.server.user(STRANGER).sends("/aide", chat=group)
    await bot.quiet()
    await after(bot, 48)
    assert group.chat.standing == "member"
    assert rows(bot, "SELECT count(*) FROM audit WHERE action = 'enable-room'") == [(1,)]


async def test_a_role_that_was_taken_back_wants_nothing_any_more(bot: Rig) -> None:
    """Read from the database each time (faults I21)."""
    with bot.database.write() as connection:
        connection.execute(text("UPDATE roles SET revoked_at = granted_at"))
    group = brought(bot, ANIMATOR)
    await bot.quiet()
    await after(bot, 24.1)
    assert group.chat.standing == "left"


async def test_a_group_that_grows_is_the_same_group(bot: Rig) -> None:
    """Allowed under its old name, it is under the new one."""
    group = brought(bot, ANIMATOR)
    new = group.grows()
    bot.server.user(STRANGER).sends("/aide", chat=new)
    await bot.quiet()
    await after(bot, 24.1)
    assert new.chat.standing == "member"
    assert rows(bot, "SELECT peer FROM rooms") == [(str(new.id),)]


async def test_a_group_that_put_it_out_unheard_is_forgotten(bot: Rig) -> None:
    """Leaving is refused: there is nothing to leave, and it is not asked again."""
    group = brought(bot, STRANGER)
    await bot.quiet()
    group.chat.standing = "kicked"
    await after(bot, 24.1)
    await after(bot, 24.2)
    assert len(bot.server.called_with("leaveChat")) == 1
    assert rows(bot, "SELECT * FROM rooms") == []


@pytest.mark.parametrize("how", ["broken", "throttled"])
async def test_a_server_in_trouble_is_asked_again_later_and_not_at_each_tick(bot: Rig, how: str) -> None:
    """The tick goes on, and the group is left as soon as it may be."""
    faults = bot.server.faults
    fault = faults.broken(502, method="leaveChat") if how == "broken" else faults.throttle(10_000, method="leaveChat")
    group = brought(bot, STRANGER)
    await bot.quiet()
    for minutes in range(5):
        await after(bot, 24.1 + minutes / 60)
    assert len(bot.server.called_with("leaveChat")) == 1
    assert rows(bot, "SELECT count(*) FROM rooms") == [(1,)]
    fault.lift()
    bot.app.rooms.not_before = 0.0
    await after(bot, 24.5)
    assert group.chat.standing == "left"


async def test_what_was_written_while_the_bot_was_away_is_read_before_it_leaves(
    server: FakeTelegram, either_database: Database
) -> None:
    """An animator may have wanted it there meanwhile: the first minute decides nothing."""
    async with rig(server, either_database, clock=SetClock(NOON)) as bot:
        group = brought(bot, STRANGER)
        await bot.quiet()
    async with rig(server, either_database, clock=SetClock(NOON + timedelta(hours=30))) as again:
        await again.app.tick()
        assert group.chat.standing == "member"
        again.app.rooms.not_before = 0.0
        await again.app.tick()
        assert group.chat.standing == "left"
