"""Looking for a member: what for, a page of them, one of them. Whoever looks sees what each lets members read."""

from __future__ import annotations

from dataclasses import replace

from handlers import card_words, consent
from handlers.context import Context
from handlers.conversation import Turn
from handlers.dialogues.meeting_words import NAME, button, card, line, who
from handlers.meetings import ALL, COMMUNE, DOMAINS, OFFERS, SEARCHES, SEEKS, STAGE, Introduction, Wanted
from handlers.members import MEMBER, MUTED
from handlers.messages import Choice, Reply, number_of
from handlers.places import Found
from handlers.understand import Option

WHERE, WHICH = "where", "which-"


def refused(context: Context) -> Turn | None:
    """What is said to who may not meet anyone now; None to a member."""
    states = {membership.state for membership in context.world.members.mine()}
    if MEMBER in states and consent.has_yes(context, consent.COMMUNITY):
        return None
    name = "muted" if MUTED in states else "not-yet" if states else "not-member"
    if MEMBER in states:
        name = "stopped"
    community = () if name == "muted" else (context.choice("community/open:list", "meeting-community"),)
    return context.turn(Reply(context.say(f"meeting-{name}"), community))


def menu(context: Context, *first: str) -> Turn:
    """What one may look for."""
    searches = [each for each in (OFFERS, SEEKS, DOMAINS, STAGE) if card_words.options(context, each)]
    choices = [button(context, "by", each, f"meeting-by-{each}") for each in (*searches, COMMUNE)]
    choices.append(button(context, ALL, "_.0", "meeting-by-all"))
    choices.append(button(context, "mine", "list", "meeting-mine-button"))
    return context.turn(Reply("\n\n".join((*first, context.say("meeting-menu"))), tuple(choices)))


def by(context: Context, searched: str) -> Turn | None:
    """The question among which values to choose."""
    if searched == COMMUNE:
        return where(context.leaving_for(NAME, WHERE))
    if searched not in SEARCHES or not card_words.options(context, searched):
        return None
    return which(context.leaving_for(NAME, f"{WHICH}{searched}"))


def which(context: Context, *first: str) -> Turn:
    """The values of the field that is asked for."""
    searched = context.conversation.step.removeprefix(WHICH)
    choices = [Choice(each.value, each.label) for each in values(context)]
    return context.turn(Reply("\n\n".join((*first, context.say(f"meeting-which-{searched}"))), tuple(choices)))


def values(context: Context) -> tuple[Option, ...]:
    """The same with all the ways of saying them, by the button that each is."""
    searched = context.conversation.step.removeprefix(WHICH)
    found = card_words.options(context, searched)
    back = Option(f"{NAME}/open:menu", context.say("meeting-otherwise"))
    return (*(replace(each, value=f"{NAME}/{searched}:{each.value}.0") for each in found), back)


def where(context: Context, *first: str) -> Turn:
    """The question which commune."""
    cancel = button(context, WHERE, "cancel", "meeting-cancel")
    return context.turn(Reply("\n\n".join((*first, context.say("meeting-where"))), (cancel,)))


def place(context: Context) -> Turn:
    """The commune that was typed."""
    found = context.guide.places.find(context.inbound.text)
    if not isinstance(found, Found):
        return where(context, context.say("meeting-where-unknown"))
    return results(context.returned(), Wanted(COMMUNE, found.slug), 0)


def results(context: Context, wanted: Wanted, page: int) -> Turn:
    """At most a page of members, each in two lines, or what to do when there is nobody."""
    otherwise = button(context, "open", "menu", "meeting-otherwise")
    found = context.world.meetings.find(wanted, page)
    if not found.members:
        mine = context.choice("community/card:show", "meeting-complete")
        return context.turn(Reply(context.say("meeting-none"), (mine, otherwise)))
    lines = [line(context, member) for member in found.members]
    choices = [button(context, "see", each.person, "meeting-see", who=who(context, each)) for each in found.members]
    if found.more:
        choices.append(button(context, wanted.field, f"{wanted.value or '_'}.{page + 1}", "meeting-more"))
    said = context.say("meeting-found", count=len(lines))
    return context.turn(Reply("\n\n".join((said, *lines)), (*choices, otherwise)))


def read(searched: str, value: str) -> tuple[Wanted, int] | None:
    """What a button of a list of results asks for."""
    what, _, page = value.rpartition(".")
    if searched not in SEARCHES or not what or not page.isascii() or not page.isdecimal() or len(page) > 3:  # a page
        return None
    return Wanted(searched, "" if searched == ALL else what), int(page)


def see(context: Context, value: str) -> Turn | None:
    """One member, and what can be done."""
    number = number_of(value)
    member = context.world.meetings.member(number) if number is not None else None
    otherwise = button(context, "open", "menu", "meeting-otherwise")
    if member is None:
        return context.turn(Reply(context.say("meeting-nobody"), (otherwise,)))
    mine = context.world.meetings.mine(context.now)
    known = next((each for each in mine if each.other == member.person), None)
    return context.turn(Reply(card(context, member), (*actions(context, known, member.person), otherwise)))


def actions(context: Context, known: Introduction | None, person: int) -> tuple[Choice, ...]:
    """What may be done with someone, by what is between the two."""
    if known is None:
        return (button(context, "ask", person, "meeting-ask"),)
    if known.seems_open():
        return (button(context, "write", known.id, "meeting-write", who=who(context, known.who)),)
    if known.mine:
        return (button(context, "back", known.id, "meeting-take-back"),)
    return tuple(button(context, step, known.id, f"meeting-button-{step}") for step in ("yes", "no"))
