"""The animator's list of reports: read one, close it, thank who reported, silence who wrote. Each use is noted."""

from __future__ import annotations

from handlers.context import Context
from handlers.conversation import Turn
from handlers.dialogue import Dialogue
from handlers.effects import Record, TellPerson
from handlers.effects_meetings import CloseReport
from handlers.effects_projects import Settle
from handlers.meetings import Reported
from handlers.members import MUTED
from handlers.messages import Reply, number_of
from handlers.readers import animated
from handlers.roles import ANIMATOR

NAME = "reports"


def waiting(context: Context, argument: str = "") -> Turn:
    """« signalements »: the oldest first."""
    return _shown(context, 0)


def _communities(context: Context) -> tuple[str, ...]:
    """Those that the person of the turn animates, read now: a role may have been taken back."""
    networks = animated(context)
    known = context.pack.community.communities
    return tuple(each.id for each in known if each.network in networks)


def _network(context: Context, community: str) -> str:
    return context.pack.community.by_id[community].network


def _shown(context: Context, after: int, *first: str) -> Turn:
    here = _communities(context)
    if not here:
        return context.turn(Reply(context.say("asks-nowhere")))
    desk = context.world.meetings.desk(here, after)
    if desk.first is None:
        said = "report-none" if not desk.count else "report-last"
        again = (context.choice(f"{NAME}/show:0", "report-first"),) if desk.count else ()
        return context.turn(Reply("\n\n".join((*first, context.say(said))), again))
    found = desk.first
    values = {"day": context.day(found.at), "community": context.say(f"community-{found.community}")}
    lines = (
        context.say("report-one", count=desk.count, **values),
        found.body or context.say("report-no-text"),
    )
    choices = [context.choice(f"{NAME}/{step}:{found.id}", f"report-{step}") for step in _steps(found)]
    if desk.count > 1:
        choices.append(context.choice(f"{NAME}/show:{found.id}", "report-next"))
    used = Record(ANIMATOR, _network(context, found.community), "report-read")
    return context.turn(Reply("\n\n".join((*first, *lines)), tuple(choices)), used)


def _steps(found: Reported) -> tuple[str, ...]:
    thank = ("thank",) if found.reporter is not None else ()
    return ("close", *thank, *(("mute",) if found.membership is not None else ()))


def _choose(context: Context, step: str, value: str) -> Turn | None:
    number = number_of(value)
    if number is None:
        return None
    if step == "show":
        return _shown(context, number)
    found = context.world.meetings.claim_report(number)
    if found is None or found.community not in _communities(context):
        return _shown(context, 0, context.say("report-gone"))
    if step not in _steps(found):
        return None
    return _closed(context, found, step)


def _closed(context: Context, found: Reported, step: str) -> Turn:
    """Dealt with; the next one is shown."""
    effects: list[CloseReport | Settle | TellPerson] = [CloseReport(found.id)]
    if step == "mute" and found.membership is not None:
        effects.append(Settle(found.membership, MUTED))
        effects += _told(context, found.about, found.about_language, "report-muted-told", found)
    if step in ("mute", "thank"):
        effects += _told(context, found.reporter, found.reporter_language, "report-answer", found)
    used = Record(ANIMATOR, _network(context, found.community), f"report-{step}")
    again = (context.choice(f"{NAME}/show:0", "report-others"),)
    return context.turn(*effects, used, Reply(context.say(f"report-done-{step}"), again))


def _told(context: Context, person: int | None, language: str, name: str, found: Reported) -> list[TellPerson]:
    if person is None:
        return []
    there = context.speaking(language)
    said = there.say(name, community=there.say(f"community-{found.community}"))
    return [TellPerson(person, Reply(said), due=context.world.morning)]


DIALOGUE = Dialogue(name=NAME, choose=_choose, commands={"signalements": waiting})
