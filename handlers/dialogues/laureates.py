"""A laureate project: entered with a code, shared with a few colleagues, each of whom can be taken back."""

from __future__ import annotations

from handlers import consent
from handlers.context import Context, and_then
from handlers.conversation import Turn
from handlers.dialogue import Dialogue, asking
from handlers.dialogues import questionnaire, team
from handlers.effects import Guess
from handlers.effects_projects import Enter
from handlers.messages import Reply
from handlers.projects import Pass
from handlers.understand import Option, match

NAME, ENTER = "laureates", "enter"
_MEMO = "pass"


def typed(context: Context, code: str) -> Turn | None:
    """What a code of the list, or of a colleague, does; None if it is neither."""
    found = context.world.projects.claim(code)
    if found is None:
        return None
    if found.mine or _is_inside(context, found):
        return context.turn(Reply(context.say("laureate-already", project=found.project.name)))
    if not found.is_open(context.now) or _community(context, found) is None:
        return context.turn(Reply(context.say("role-code-refused")), Guess())
    context = questionnaire.set_aside(context)
    if consent.has_yes(context, consent.COMMUNITY):
        return _entered(context, found)
    # The question follows, shown as any question in course is.
    asking = context.leaving_for(NAME, ENTER).remembering(**{_MEMO: str(found.id)})
    return asking.turn(Reply(_presented(context, found)))


def _is_inside(context: Context, found: Pass) -> bool:
    return any(each.project.id == found.project.id for each in context.world.projects.mine())


def _community(context: Context, found: Pass) -> str | None:
    """The name of the community that a code opens; None if this pack has it no longer."""
    known = context.pack.community.by_id.get(found.project.community)
    return context.say(f"community-{known.id}") if known is not None else None


def _presented(context: Context, found: Pass) -> str:
    project = found.project
    values = {"project": project.name, "call": project.call, "year": str(project.year)}
    return context.say("laureate-code", **values, community=_community(context, found) or "")


def _entered(context: Context, found: Pass) -> Turn:
    """The project is claimed: what is said here holds."""
    said = context.say("laureate-entered", community=_community(context, found) or "", project=found.project.name)
    leads = found.first
    lines = [said, context.say("laureate-may-invite", count=found.project.places)] if leads else [said]
    choices = [context.choice("community/card:show", "laureate-card")]
    if leads and found.project.places:
        choices.append(context.choice(f"{team.NAME}/invite:{found.project.id}", "team-invite"))
    return context.turn(Reply("\n\n".join(lines), tuple(choices)), Enter(found.id))


def _held(context: Context) -> Pass | None:
    """The pass whose code was typed before, if it still opens something."""
    kept = context.memo(_MEMO)
    found = context.world.projects.claim_pass(int(kept)) if kept.isdecimal() else None
    return found if found is not None and found.is_open(context.now) else None


def _decided(context: Context, value: str) -> Turn | None:
    if not asks(context.conversation):
        return None
    found = _held(context)
    if found is None or _community(context, found) is None:
        return _closed(context)
    said = consent.decided(context, consent.COMMUNITY, yes=value == consent.YES)
    if value == consent.YES:
        return and_then(_entered(_left(context), found), said)
    return and_then(_not_entered(context, found), said)


def _left(context: Context) -> Context:
    return context.returned().remembering(**{_MEMO: ""})


def _closed(context: Context) -> Turn:
    left = _left(context)
    return left.turn(Reply(left.say("laureate-code-closed")))


def _not_entered(context: Context, found: Pass) -> Turn:
    left = _left(context)
    return left.turn(Reply(left.say("laureate-not-entered", until=left.day(found.expires_at))))


def leave(context: Context, argument: str = "") -> Turn:
    """« retour », « annuler »: neither a yes nor a no; the code still serves."""
    found = _held(context)
    return _not_entered(context, found) if found is not None else _closed(context)


asks = asking(NAME, ENTER)


def show(context: Context, *first: str) -> Turn:
    """The question again; if the code was taken back meanwhile, so it is said."""
    found = _held(context)
    if found is None or _community(context, found) is None:
        return _closed(context)
    offer = consent.offer(context, consent.COMMUNITY, at=f"{NAME}/{ENTER}")
    return context.turn(Reply("\n\n".join((*first, offer.text)), offer.choices))


def answer(context: Context) -> Turn | None:
    """A typed yes or no."""
    offered = consent.offer(context, consent.COMMUNITY, at=f"{NAME}/{ENTER}").choices
    wording = context.guide.wording
    values = [(choice.id.rpartition(":")[2], choice.label) for choice in offered]
    options = tuple(Option(value, label, wording.parts(f"says-{value}")) for value, label in values)
    found = match(context.inbound.text, options, context.guide.lexicon)
    return _decided(context, found.values[0]) if found.found else None


def _choose(context: Context, step: str, value: str) -> Turn | None:
    return _decided(context, value) if step == ENTER and value in (consent.YES, consent.NO) else None


DIALOGUE = Dialogue(
    name=NAME,
    choose=_choose,
    asks=asks,
    answer=answer,
    show=show,
    moves=dict.fromkeys(("retour", "annuler", "arreter", "passer"), leave),
)
