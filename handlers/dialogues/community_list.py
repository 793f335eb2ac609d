"""« Communauté »: what the communities are for, and where the person stands in each."""

from __future__ import annotations

from collections.abc import Mapping

from handlers import consent, drafts
from handlers.context import Context
from handlers.conversation import Turn
from handlers.dialogues import help
from handlers.dialogues.community_form import NAME
from handlers.members import MEMBER, Membership
from handlers.messages import Choice, Reply
from handlers.pack import Community

BY_CODE = "code"


def open_list(context: Context, argument: str = "") -> Turn:
    """The communities, and where the person stands in each."""
    found = context.pack.community.communities
    if not found:
        return help.not_here_yet(context)
    mine = {each.community: each for each in context.world.members.mine()}
    intro = [] if mine else [context.say("member-intro")]
    stopped = [context.say("member-stopped")] if mine and not consent.has_yes(context, consent.COMMUNITY) else []
    parts = (*intro, *(_shown(context, each, mine.get(each.id)) for each in found), *stopped)
    return context.turn(Reply("\n\n".join(parts), _ways(context, found, {id: each.state for id, each in mine.items()})))


def _shown(context: Context, community: Community, mine: Membership | None) -> str:
    name = context.say(f"community-{community.id}")
    if mine is None:
        about = context.say(f"community-{community.id}-about")
        how = context.say(f"member-proof-{community.proof}", network=context.pack.network_name(community.network))
        return f"{name}\n{about} {how}"
    return f"{name}\n{context.say(f'member-state-{mine.state}', network=context.pack.network_name(community.network))}"


def _ways(context: Context, found: tuple[Community, ...], mine: Mapping[str, str]) -> tuple[Choice, ...]:
    choices = []
    if drafts.of(context, NAME) is not None:
        choices.append(context.choice(f"{NAME}/resume:go", "member-resume"))
    if context.world.members.profile() is not None:
        choices.append(context.choice(f"{NAME}/card:show", "member-see-card"))
    elif mine:
        choices.append(context.choice(f"{NAME}/card:show", "member-fill-card"))
    if MEMBER in mine.values() and consent.has_yes(context, consent.COMMUNITY):
        choices.append(context.choice("meeting/open:menu", "meeting-again"))
    if context.world.projects.mine():
        choices.append(context.choice("team/show:all", "team-show"))
    open_to_all = [each for each in found if each.id not in mine and each.proof != BY_CODE]
    for each in open_to_all:
        name = context.say(f"community-{each.id}")
        label = "member-join" if len(found) == 1 else "member-join-this"
        choices.append(context.choice(f"{NAME}/join:{each.id}", label, name=name))
    if mine and not consent.has_yes(context, consent.COMMUNITY):
        choices.append(context.choice(f"consent/{consent.COMMUNITY}:{consent.YES}", "member-hear-again"))
    if mine:
        choices.append(context.choice(f"{NAME}/leave:ask", "member-leave"))
    return tuple(choices)


def name_of(context: Context, id: str) -> str:
    """The name of a community; of one that the pack no longer has, its id."""
    known = id in context.pack.community.by_id
    return context.say(f"community-{id}") if known else id
