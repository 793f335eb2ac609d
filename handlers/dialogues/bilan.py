"""« bilan »: the summary of the week, for those whose role reads it: by a link, here, or each Monday."""

from __future__ import annotations

from collections.abc import Iterator

from handlers import access, roles
from handlers.context import Context
from handlers.conversation import Turn
from handlers.dialogue import Dialogue
from handlers.effects import Effect, Record
from handlers.effects_access import AskSummary, OpenBilan, ReadMondays
from handlers.messages import Choice, Reply

NAME = "bilan"
HERE, START, STOP = "here", "start", "stop"
_MINUTE = 60


def open_(context: Context, argument: str = "") -> Turn:
    """A new link each time, since each opens once; and what else can be done."""
    site = context.world.notice.site
    lines = [_nowhere(context)]
    effects: list[Effect] = [_read(context, "bilan")]
    if site:
        key = context.world.draw(access.KEY_LENGTH)
        minutes = int(access.LINK_LIVES.total_seconds()) // _MINUTE
        lines = [context.say("access-link", link=access.link(site, key), minutes=minutes)]
        effects.append(OpenBilan(key))
    lines.append(context.say("access-each-monday" if context.world.access.each_monday() else "access-no-monday"))
    return context.turn(Reply("\n\n".join(lines), tuple(_choices(context))), *effects)


def _nowhere(context: Context) -> str:
    return context.say("access-nowhere")


def _choices(context: Context) -> Iterator[Choice]:
    yield context.choice(f"{NAME}/{HERE}:last", "access-here")
    reads = context.world.access.each_monday()
    yield _stop(context) if reads else context.choice(f"{NAME}/monday:{START}", "access-start")


def _stop(context: Context) -> Choice:
    return context.choice(f"{NAME}/monday:{STOP}", "access-stop")


def _read(context: Context, action: str) -> Record:
    role = next(role for role in context.world.roles.mine() if roles.may((role,), roles.BILAN))
    return Record(role.name, role.network, action)


def _monday(context: Context, value: str) -> Turn | None:
    if value == START:
        said = Reply(context.say("access-started"), (_stop(context),))
        return context.turn(said, ReadMondays(wants=True), _read(context, "bilan-monday"))
    if value == STOP:
        return context.turn(Reply(context.say("access-stopped")), ReadMondays(wants=False))
    return None


def _choose(context: Context, step: str, value: str) -> Turn | None:
    if step == "open":
        return open_(context)
    if step == HERE:
        return context.turn(Reply(context.say("access-soon")), AskSummary(), _read(context, "bilan-here"))
    return _monday(context, value) if step == "monday" else None


DIALOGUE = Dialogue(name=NAME, choose=_choose, commands={roles.BILAN: open_})
