"""What the conversations about requests share: who may touch one, how it is named, and how either side is told."""

from __future__ import annotations

from datetime import datetime

from handlers.context import Context
from handlers.dates import at_hour, day_of, in_full, local_date
from handlers.effects import Record, TellPerson
from handlers.messages import Choice, Reply, number_of
from handlers.readers import networks_of, readers, role_for
from handlers.requests import ACCEPTED, VISIT, Request

Buttons = tuple[tuple[str, str], ...]
"""`<dialogue>/<step>` and the name of a label."""
_MOST_TOLD = 5


def claimed(context: Context, value: str) -> Request | None:
    """The request that a button names, locked; None if it is gone."""
    number = number_of(value)
    return context.world.requests.claim(number) if number is not None else None


def own(context: Context, value: str) -> Request | None:
    """The same, if the person of the turn asked it."""
    found = claimed(context, value)
    return found if found is not None and found.own else None


def handled(context: Context, value: str) -> Request | None:
    """The same, if the person of the turn answers for its network, as things are now."""
    found = claimed(context, value)
    held = networks_of(context.world.roles.mine(), context.pack)
    return found if found is not None and found.network in held else None


def used(context: Context, request: Request, action: str) -> tuple[Record, ...]:
    """That a role was used on a request."""
    role = role_for(context.world.roles.mine(), request.network, context.pack)
    return (Record(role.name, request.network, action),) if role is not None else ()


def about(context: Context, request: Request) -> str:
    """What a request is about: the scheme, else the network."""
    known = request.scheme in context.pack.scheme_by_id
    return context.say(f"scheme-{request.scheme}") if known else context.pack.network_name(request.network)


def kind_of(context: Context, request: Request) -> str:
    """« Rendez-vous », « Question », « Demande transmise »."""
    return context.say(f"request-kind-{request.kind}")


def age(context: Context, request: Request) -> str:
    """« depuis 3 jours »: of the request, in days of the territory."""
    return context.say("request-age", days=context.days_since(request.asked_at))


def day(context: Context, moment: datetime) -> str:
    """A day in words."""
    return day_of(moment, context.zone, context.language, context.now)


def when(context: Context, moment: datetime) -> str:
    """« mardi 1er décembre 2026 à 14 h »."""
    zone, language = context.zone, context.language
    said, hour = in_full(local_date(moment, zone), language), at_hour(moment, zone, language)
    return context.say("gathering-start", day=said, hour=hour)


def meeting(context: Context, request: Request) -> str:
    """The hour and the place of a rendez-vous, in one line."""
    if request.visit_at is None:
        return ""
    place = context.say("visit-place", place=request.place) if request.place else ""
    return context.say("visit-when", when=when(context, request.visit_at), place=place)


def has_date(request: Request) -> bool:
    """True of a rendez-vous that has its date."""
    return request.kind == VISIT and request.state == ACCEPTED and request.visit_at is not None


def holder_told(
    context: Context, request: Request, what: str, name: str, buttons: Buttons = (), /, **values: str
) -> TellPerson:
    """Tell who asked, in their language and by day."""
    return _told(context, request, (request.person, request.language), what, name, buttons, values)


def readers_told(
    context: Context, request: Request, what: str, name: str, buttons: Buttons = (), /, **values: str
) -> tuple[TellPerson, ...]:
    """Tell those who answer for its network, without who asked."""
    whom = [each for each in readers(context.world, request.network) if not each.own][:_MOST_TOLD]
    return tuple(_told(context, request, (each.person, each.language), what, name, buttons, values) for each in whom)


def _told(
    context: Context,
    request: Request,
    to: tuple[int, str],
    what: str,
    name: str,
    buttons: Buttons,
    values: dict[str, str],
) -> TellPerson:
    there = context.speaking(to[1])
    known = {"network": there.pack.network_name(request.network), "about": about(there, request), **values}
    if request.visit_at is not None:
        known["when"] = when(there, request.visit_at)
    choices = tuple(Choice(f"{where}:{request.id}", there.say(label)) for where, label in buttons)
    # The version is what is read now: the same thing said of the next one is another message.
    key = f"request/{request.id}/{what}.{request.version}/{to[0]}"
    return TellPerson(to[0], Reply(there.say(name, **known), choices), due=context.world.morning, key=key)
