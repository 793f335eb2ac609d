"""« À vérifier »: who asks to be a member, one at a time; accepted, or refused with a reason and a kind word."""

from __future__ import annotations

from handlers import card_words, checks, members, scripts
from handlers.checks import REASONS, REFUSED, Entrant, Waiting
from handlers.consent import COMMUNITY
from handlers.context import Context
from handlers.conversation import Turn
from handlers.dialogue import Dialogue
from handlers.effects import Record, TellPerson
from handlers.effects_projects import Settle
from handlers.messages import Choice, Reply, number_of
from handlers.roles import Role

NAME = "checking"


def role_for(context: Context, community: str) -> Role | None:
    """The role under which the person of the turn looks after a community now."""
    return checks.role_for(context.world.roles.mine(), context.pack.community, community)


def communities(context: Context) -> tuple[str, ...]:
    """The communities that the person of the turn looks after now."""
    found = checks.looked_after(context.world.roles.mine(), context.pack.community)
    return tuple(each.id for each in found)


def told(context: Context, entrant: Entrant, name: str) -> TellPerson:
    """A word to the person of a membership, in their language and in the day."""
    say = context.guide.wording.say
    community = say(entrant.language, f"community-{entrant.community}")
    reply = Reply(say(entrant.language, name, community=community))
    return TellPerson(entrant.person, reply, due=context.world.morning, purpose=COMMUNITY)


def verify(context: Context, argument: str = "") -> Turn:
    """« à vérifier »."""
    return _from(context, 0)


def _from(context: Context, after: int, *first: str) -> Turn:
    """The oldest request after one, or after the last the oldest of all."""
    here = communities(context)
    if not here:
        return context.turn(Reply(context.say("asks-nowhere")))
    waiting = context.world.checks.waiting(here, after) or context.world.checks.waiting(here, 0)
    if waiting is None:
        said = "\n\n".join((*first, context.say("asks-none")))
        return context.turn(Reply(said, (_members(context),)))
    return _shown(context, waiting, *first)


def _shown(context: Context, waiting: Waiting, *first: str) -> Turn:
    entrant, number, count = waiting.entrant, waiting.number, waiting.count
    title = context.say("asks-title", count=count)
    if number > 1:
        title = context.say("asks-next", number=str(number), count=str(count))
    head = [title, context.say("asks-for", community=context.say(f"community-{entrant.community}"))]
    head.append(context.say("asks-age", days=context.days_since(entrant.since)))
    parts = (*first, "\n".join(head), card(context, entrant))
    return context.turn(Reply("\n\n".join(parts), _choices(context, waiting)), *_used(context, entrant, "check-read"))


def card(context: Context, entrant: Entrant) -> str:
    """What a member lets the animator read."""
    shown = scripts.named(context, members.visible(entrant.profile, members.ANIMATOR))
    return "\n".join(card_words.lines(context, shown)) or context.say("asks-empty")


def _choices(context: Context, waiting: Waiting) -> tuple[Choice, ...]:
    id = waiting.entrant.id
    choices = [
        context.choice(f"{NAME}/accept:{id}", "asks-accept"),
        context.choice(f"{NAME}/refuse:{id}", "asks-refuse"),
    ]
    if waiting.number < waiting.count:
        choices.append(context.choice(f"{NAME}/after:{id}", "asks-later"))
    if waiting.number > 1:
        choices.append(context.choice(f"{NAME}/after:0", "asks-from-start"))
    return (*choices, _members(context))


def _used(context: Context, entrant: Entrant, action: str) -> tuple[Record, ...]:
    role = role_for(context, entrant.community)
    return (Record(role.name, role.network, action),) if role else ()


def _claimed(context: Context, id: str) -> Entrant | None:
    """A request that still waits, in a community that the person of the turn looks after; locked."""
    number = number_of(id)
    entrant = context.world.checks.claim(number) if number is not None else None
    if entrant is None or entrant.state != members.ASKED or role_for(context, entrant.community) is None:
        return None
    return entrant


def _accepted(context: Context, id: str) -> Turn:
    entrant = _claimed(context, id)
    if entrant is None:
        return _from(context, 0, context.say("asks-gone"))
    done = (Settle(entrant.id, members.MEMBER), told(context, entrant, "asks-accepted-you"))
    return _next(context, entrant, "asks-accepted", *done, *_used(context, entrant, "check-accept"))


def _next(context: Context, entrant: Entrant, said: str, *effects: Settle | TellPerson | Record) -> Turn:
    """What was done; the next request waits for a word, so that none is decided by a tap too many."""
    more = context.world.checks.waiting(communities(context), 0)
    # The one that was just decided still counts here.
    later = more is not None and more.count > 1
    choices = (context.choice(f"{NAME}/after:{entrant.id}", "asks-later"),) if later else ()
    return context.turn(Reply(context.say(said), (*choices, _members(context))), *effects)


def _members(context: Context) -> Choice:
    return context.choice("tending/page:0", "asks-members")


def _why(context: Context, id: str) -> Turn:
    entrant = _claimed(context, id)
    if entrant is None:
        return _from(context, 0, context.say("asks-gone"))
    reasons = (context.choice(f"{NAME}/reason:{id}-{reason}", f"asks-why-{reason}") for reason in REASONS)
    back = context.choice(f"{NAME}/after:{entrant.id - 1}", "asks-back")
    return context.turn(Reply(context.say("asks-why"), (*reasons, back)))


def _refused(context: Context, value: str) -> Turn | None:
    id, _, reason = value.partition("-")
    if reason not in REASONS:
        return None
    entrant = _claimed(context, id)
    if entrant is None:
        return _from(context, 0, context.say("asks-gone"))
    done = (Settle(entrant.id, REFUSED), told(context, entrant, f"asks-refused-you-{reason}"))
    return _next(context, entrant, "asks-refused", *done, *_used(context, entrant, f"check-refuse-{reason}"))


def _choose(context: Context, step: str, value: str) -> Turn | None:
    if not communities(context):
        return None
    if step == "after" and (number := number_of(value)) is not None:
        return _from(context, number)
    if step == "accept":
        return _accepted(context, value)
    if step == "refuse":
        return _why(context, value)
    return _refused(context, value) if step == "reason" else None


DIALOGUE = Dialogue(name=NAME, choose=_choose, commands={"verifier": verify})
