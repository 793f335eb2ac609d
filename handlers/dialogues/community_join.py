"""Joining a community: a yes to the purpose, what the orientation already knows, the card, and what is sent."""

from __future__ import annotations

from collections.abc import Mapping

from handlers import card_words, consent, drafts, form_moves
from handlers.checks import role_for
from handlers.context import Context
from handlers.conversation import Turn
from handlers.dialogues.community_ask import CONSENT, REPEAT, ask
from handlers.dialogues.community_form import CARD, FORM, JOIN, NAME, already_said, begin, profile
from handlers.dialogues.community_list import BY_CODE, open_list
from handlers.drafts import Draft
from handlers.effects import Agree, Effect, TellPerson
from handlers.effects_members import Join, KeepProfile
from handlers.members import ASKED, MEMBER
from handlers.messages import Reply
from handlers.pack import Community
from handlers.roles import AGENT, ANIMATOR

_BY_CHECK = "animator"
_MOST_TOLD = 20


def _open_to_me(context: Context, id: str) -> Community | None:
    """A community that the person may ask to join: it exists, needs no code, and they are not in it."""
    community = context.pack.community.by_id.get(id)
    inside = any(each.community == id for each in context.world.members.mine())
    return None if community is None or community.proof == BY_CODE or inside else community


def join(context: Context, id: str) -> Turn:
    """Ask to join: a yes to the purpose first, if it was not given."""
    if _open_to_me(context, id) is None:
        return open_list(context)
    former = drafts.of(context, NAME)
    if former and _for_what(former)[:2] == (JOIN, id) and former.answers and may_fill(context):
        return form_moves.resume(FORM, context, context.say("form-back-again"))
    context = drafts.begin(context, NAME, f"{JOIN} {id}")
    return _agreed(context, id) if consent.has_yes(context, consent.COMMUNITY) else ask(context, CONSENT, id)


def decided(context: Context, id: str, value: str) -> Turn | None:
    """The yes or the no to the purpose. A yes is written once there is something to keep: with the membership."""
    if value not in (consent.YES, consent.NO):
        return None
    said = consent.decided(context, consent.COMMUNITY, yes=value == consent.YES)
    if value == consent.NO:
        return drafts.drop(context, NAME).turn(Reply(context.say("member-refused")), said)
    return _agreed(drafts.begin(context, NAME, f"{JOIN} {id} {said.wording}"), id)


def _agreed(context: Context, id: str) -> Turn:
    """The person said yes: their card, unless they have one already."""
    if context.world.members.profile() is not None:
        return _joined(context, id)
    return ask(context, REPEAT, id) if already_said(context) else _begin(context, {})


def repeated(context: Context, id: str, value: str) -> Turn | None:
    """Whether what was said to the orientation goes on the card."""
    if value not in (card_words.YES, card_words.NO):
        return None
    return _begin(context, already_said(context) if value == card_words.YES else {})


def _begin(context: Context, answers: Mapping[str, str]) -> Turn:
    draft = drafts.of(context, NAME)
    return begin(context, draft.what if draft else CARD, answers)


def _for_what(draft: Draft) -> tuple[str, str, str]:
    """What a draft is for, of which community, and the wording that was agreed to in it, if it was."""
    what, _, rest = draft.what.partition(" ")
    id, _, wording = rest.partition(" ")
    return what, id, wording


def may_fill(context: Context) -> bool:
    """True if there is a form to answer; that to join waits for the yes."""
    draft = drafts.of(context, NAME)
    if draft is None:
        return False
    what, _, wording = _for_what(draft)
    return what != JOIN or bool(wording) or consent.has_yes(context, consent.COMMUNITY)


def _joined(context: Context, id: str, *effects: Effect) -> Turn:
    """The membership, whole or waiting for a check; the draft goes."""
    community, draft = _open_to_me(context, id), drafts.of(context, NAME)
    left = drafts.drop(context, NAME)
    if community is None or draft is None:
        return open_list(left)
    wording = _for_what(draft)[2]
    agreed = (Agree(consent.COMMUNITY, wording),) if wording else ()
    state = ASKED if community.proof == _BY_CHECK else MEMBER
    values = {"community": left.say(f"community-{id}"), "network": left.pack.network_name(community.network)}
    choices = (left.choice(f"{NAME}/card:show", "member-see-card"),)
    said = Reply(left.say(f"member-joined-{state}", **values), choices)
    told = _tell_network(left, community) if state == ASKED else ()
    return left.turn(said, *agreed, *effects, Join(id, state), *told)


def _tell_network(context: Context, community: Community) -> tuple[TellPerson, ...]:
    """Who looks after the community is told of the first request that waits, in the day; not of the next ones."""
    world = context.world
    if world.checks.waiting((community.id,), 0) is not None:
        return ()
    holders = (*world.roles.holders(ANIMATOR, community.network), *world.roles.holders(AGENT))
    known, say = context.pack.community, context.guide.wording.say
    readers = {each.person: each for each in holders if role_for((each.role,), known, community.id) and not each.own}
    return tuple(
        TellPerson(each.person, Reply(say(each.language, "member-asked-you")), due=world.morning)
        for each in list(readers.values())[:_MOST_TOLD]
    )


def confirmed(context: Context) -> Turn | None:
    """What was read again is kept, once."""
    draft = drafts.of(context, NAME)
    if draft is None:
        return None
    what, id, _ = _for_what(draft)
    kept = KeepProfile(profile(context, draft.answers, context.world.members.profile()))
    if what == JOIN:
        return _joined(context, id, kept)
    choices = (context.choice(f"{NAME}/card:show", "member-see-card"),)
    return drafts.drop(context, NAME).turn(Reply(context.say("member-card-kept"), choices), kept)


def resume(context: Context, argument: str = "") -> Turn:
    """« reprendre »: the form where it was left, or the yes that it waits for."""
    draft = drafts.of(context, NAME)
    if draft is None:
        return open_list(context)
    what, id, _ = _for_what(draft)
    if what == JOIN and not (may_fill(context) and draft.answers):
        return join(context, id)
    return form_moves.resume(FORM, context)
