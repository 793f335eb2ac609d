"""« Nouveau lauréat »: an agent adds one project to the list, and gets the code of its first person, once."""

from __future__ import annotations

from dataclasses import replace

from handlers import checks, drafts, form_moves, form_review, forms
from handlers.context import Context
from handlers.conversation import Conversation, Turn
from handlers.dialogue import Dialogue, asking
from handlers.drafts import DraftForm
from handlers.effects import Record
from handlers.effects_projects import Enlist
from handlers.form_fields import Field, of_years
from handlers.messages import Reply
from handlers.pack import Community
from handlers.projects import LIST_LIVES, LONGEST_NAME, OLDEST_YEAR
from handlers.roles import AGENT, code_in, drawn_code
from handlers.understand import Option

NAME = "enlisting"
COMMUNITY, PROJECT, CALL, YEAR = "community", "project", "call", "year"
_YEARS_SHOWN = 3


def lists(context: Context) -> tuple[Community, ...]:
    """The communities whose list the agent of the turn keeps."""
    known = context.pack.community
    agent = [role for role in context.world.roles.mine() if role.name == AGENT]
    return tuple(each for each in checks.looked_after(agent, known) if each.proof == "code")


def _list(context: Context) -> Community | None:
    """The one that the draft is about: the only one, or the one chosen."""
    found, chosen = lists(context), FORM.given(context).get(COMMUNITY, "")
    return next((each for each in found if len(found) == 1 or each.id == chosen), None)


def _order(context: Context) -> tuple[str, ...]:
    several = (COMMUNITY,) if len(lists(context)) > 1 else ()
    return (*several, PROJECT, CALL, YEAR)


def _field(context: Context, name: str) -> Field:
    plain = Field(name, context.say(f"enlist-{name}"), context.say(f"enlist-{name}-why"), ())
    plain = replace(plain, topic=context.say(f"enlist-{name}-topic"))
    if name == PROJECT:
        return replace(plain, longest=LONGEST_NAME)
    if name == YEAR:
        years = _years(context)
        return of_years(plain, years, years[1 : 1 + _YEARS_SHOWN])
    if name == COMMUNITY:
        options = tuple(Option(each.id, context.say(f"community-{each.id}")) for each in lists(context))
        return replace(plain, options=options)
    here = _list(context)
    calls = here.calls if here else ()
    if not calls:
        return replace(plain, ask=context.say("enlist-call-typed"), longest=LONGEST_NAME)
    return replace(plain, options=tuple(Option(str(n), call) for n, call in enumerate(calls)))


def _years(context: Context) -> list[str]:
    """From the next one back: a list may be made before its year begins."""
    this = context.today.year
    return [str(year) for year in range(this + 1, OLDEST_YEAR - 1, -1)]


def _done(form: DraftForm, context: Context, noted: str) -> Turn:
    """Before it is sent: also whether the project is in the list already."""
    effect = _enlisted(context, "")
    known = effect and context.world.projects.claim_project(effect.community, effect.name, effect.call, effect.year)
    return form_review.show(form, context, noted, context.say("enlist-known") if known else "")


FORM = DraftForm(NAME, order=_order, make=_field, done=_done, needed=frozenset({COMMUNITY, PROJECT, CALL, YEAR}))


def _enlisted(context: Context, code: str) -> Enlist | None:
    """The project of the draft; None if it is not whole, or not of a list of this agent."""
    here, given = _list(context), FORM.given(context)
    if here is None or not all(given.get(name) for name in (PROJECT, CALL, YEAR)):
        return None
    call = given[CALL]
    if here.calls:
        call = dict(enumerate(here.calls)).get(int(call) if call.isdecimal() else -1, "")
    year = given[YEAR]
    if not call or year not in _years(context):
        return None
    return Enlist(here.id, " ".join(given[PROJECT].split()), call, int(year), code)


def begin(context: Context, argument: str = "") -> Turn:
    """« nouveau lauréat »."""
    if not lists(context):
        return context.turn(Reply(context.say("enlist-none")))
    return forms.following(FORM, drafts.begin(context, NAME, "new"))


def _sent(context: Context) -> Turn | None:
    code = drawn_code(context.world.draw)
    effect, here = _enlisted(context, code_in(code) or ""), _list(context)
    if effect is None or here is None:
        return None
    # The project is locked, so that two agents make one of it, and one code.
    context.world.projects.claim_project(effect.community, effect.name, effect.call, effect.year)
    left = drafts.drop(context, NAME)
    said = left.say("enlist-done", project=effect.name, code=code, days=LIST_LIVES.days)
    again = (left.choice(f"{NAME}/again:new", "enlist-another"),)
    role = next(role for role in context.world.roles.mine() if role.name == AGENT)
    return left.turn(Reply(said, again), effect, Record(role.name, here.network, "laureate-code"))


asks = asking(NAME)


def _choose(context: Context, step: str, value: str) -> Turn | None:
    if step == "again":
        return begin(context)
    return form_review.choose(FORM, context, step, value, _sent)


def _free(conversation: Conversation) -> bool:
    return asks(conversation) and conversation.step in (PROJECT, CALL)


DIALOGUE = Dialogue(
    name=NAME,
    choose=_choose,
    commands={"laureat": begin},
    asks=asks,
    answer=lambda context: form_review.answer(FORM, context, _sent),
    show=lambda context, *first: form_moves.resume(FORM, context, *first),
    moves=form_moves.moves(FORM),
    free=_free,
)
