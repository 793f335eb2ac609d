"""The card of a door: what it gives, what to do, what to say, and where each fact comes from."""

from __future__ import annotations

from handlers import calls, facts
from handlers.context import Context
from handlers.dates import in_words
from handlers.decide import Recommendation
from handlers.layout import whole_words
from handlers.pack import Fact, Resource, Scheme, Section

_SHORT_LABEL = 40


def name_of(context: Context, scheme: str) -> str:
    """The name of a scheme, as people read it."""
    return context.say(f"scheme-{scheme}")


def short(label: str) -> str:
    """A name as a button can carry it: without what follows it, else cut between two words."""
    for end in (" (", ", "):
        if len(label) > _SHORT_LABEL:
            label = label.partition(end)[0]
    return whole_words(label, _SHORT_LABEL)


def scheme_of(context: Context, id: str) -> Scheme:
    """The card of a scheme, with the dates and marks that its network gave it since the pack was written."""
    confirmed = context.world.desk.confirmed()
    return facts.current(context.pack.scheme_by_id[id], f"{facts.SCHEME}.{id}", confirmed, context.zone)


def place_of(context: Context, place: Resource) -> Resource:
    """The same of a place."""
    name = facts.fact_name(f"{facts.PLACE}.{place.id}", 0)
    return facts.renewed(place, context.world.desk.confirmed().get(name), context.zone)


def reason_of(context: Context, found: Recommendation) -> str:
    """The reason of a recommendation in the language of the conversation, with its mark."""
    said = context.say(found.text)
    scheme = scheme_of(context, found.scheme)
    return f"{said} {context.say('mark-to-check')}" if found.to_confirm or overdue(context, scheme) else said


def overdue(context: Context, fact: Fact) -> bool:
    """True once the fact should have been reviewed."""
    return context.today > fact.review_by


def uncertain(context: Context, fact: Fact) -> bool:
    """True while no network has confirmed the fact, or once it should have been reviewed."""
    return not fact.confirmed or overdue(context, fact)


def first_door(context: Context, found: Recommendation) -> str:
    """The first door in full, as the result shows it."""
    scheme = scheme_of(context, found.scheme)
    lines = [
        context.say("result-first", name=name_of(context, scheme.id)),
        reason_of(context, found),
        context.say(f"scheme-{scheme.id}-gives"),
        *([dated] if (dated := calls.line(context, scheme)) else []),
        *steps(context, scheme),
        context.say("card-say", said=context.say(f"scheme-{scheme.id}-say")),
    ]
    return "\n".join(lines)


def card(context: Context, scheme: Scheme) -> str:
    """Everything known of a door that a person can use."""
    scheme = scheme_of(context, scheme.id)
    name = f"scheme-{scheme.id}"
    head = [context.say("card-title", name=context.say(name), operator=scheme.operator), context.say(f"{name}-gives")]
    about = [context.say("card-for-whom", said=context.say(f"{name}-for-whom"))]
    if scheme.conditions:
        about.append(context.say("card-conditions", said=context.say(f"{name}-conditions")))
    about += [dated] if (dated := calls.line(context, scheme)) else []
    doing = [*steps(context, scheme), context.say("card-say", said=context.say(f"{name}-say"))]
    if scheme.with_others:
        doing.append(context.say("card-with-others", said=context.say(f"{name}-with-others")))
    return "\n\n".join("\n".join(lines) for lines in (head, about, doing, [origin(context, scheme)]))


def steps(context: Context, scheme: Scheme) -> list[str]:
    """What to do next, a line each, with year and mark."""
    return [
        context.say(
            "card-step",
            said=context.say(f"scheme-{scheme.id}-step-{number}"),
            address=f" {step.address}" if step.address else "",
            year=year_of(context, step),
            mark=_mark(context, step),
        )
        for number, step in enumerate(scheme.next_steps, 1)
    ]


def _mark(context: Context, fact: Fact) -> str:
    return f" {context.say('mark-to-check')}" if uncertain(context, fact) else ""


def year_of(context: Context, fact: Fact) -> str:
    """The year of the first source of a fact."""
    return str(context.pack.territory.sources[fact.source[0]].year)


def origin(context: Context, fact: Fact) -> str:
    """Where a fact comes from, when it was last read, and whether it is still to be checked."""
    sources = context.pack.territory.sources
    said = " ; ".join(f"{sources[code].title} ({sources[code].year})" for code in fact.source[:2])
    read_on = in_words(fact.verified_on, context.language)
    return context.say("card-source", source=said, date=read_on) + _mark(context, fact)


def section(context: Context, page: str, part: Section) -> str:
    """One screen of a page."""
    name = f"page-{page}-section-{part.id}"
    return f"{context.say(name)}\n{context.say(f'{name}-text')}\n{origin(context, part)}"


def resource(context: Context, place: Resource) -> str:
    """A place where one can go."""
    name = f"resource-{place.id}"
    lines = [
        context.say("place-title", name=place.name, address=place.address, commune=place.commune),
        context.say(name),
        context.say("place-access", said=context.say(f"{name}-access")),
        origin(context, place_of(context, place)),
    ]
    return "\n".join(lines)
