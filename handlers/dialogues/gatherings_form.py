"""The form of a gathering: what is asked of it, in which order, and what the series or an earlier date answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from handlers import drafts, forms, gathering_fields, gathering_lines
from handlers.calendar import wall
from handlers.change_words import Known, change, place_of
from handlers.context import Context
from handlers.conversation import Turn
from handlers.drafts import DraftForm
from handlers.form_fields import Asked, Field
from handlers.gathering_fields import NETWORK, SEATS, STOPS, WHAT, WHEN
from handlers.gatherings import SEATED, Gathering
from handlers.messages import NO_ANSWERS
from handlers.places import Found
from handlers.readers import animated
from handlers.understand import Option

NAME = "gatherings"
NEW, COPY, EDIT = "new", "copy", "edit"
"""What a draft is for; `edit` is followed by the number of the gathering and the version that was read."""

PRICE, _ACCESS = "price", "access"
_WALK = ("distance", "pace", "toilets", "rain_plan", "joining_late", "end_point")
_MORE = ("about", "address", "meeting_point", "audience", "topics", "languages", "contact", "link")
ALL = (WHAT, "title", WHEN, "place", "commune", STOPS, SEATS, PRICE, _ACCESS, *_MORE, *_WALK)
"""All that can be said of a gathering, as lines too."""
NEEDED = frozenset({WHAT, NETWORK, "title", WHEN, "place", STOPS})


def networks(context: Context) -> tuple[str, ...]:
    """Those of the pack that the person animates now."""
    return tuple(each for each in animated(context) if each in context.pack.network_by_id)


def told(context: Context, before: Gathering, after: Gathering) -> str:
    """What those who come will read of a change, word for word; nothing if it is none to them."""
    start, end = (wall(each, before.zone) for each in (before.starts_at, before.ends_at))
    point = " ".join(before.text("meeting_point").split())
    known = Known(start, place_of(before), point, end, SEATED)
    said = change(context.guide, context.language, after, known, context.now)
    return said.text if said else ""


def given(context: Context) -> Mapping[str, str]:
    """The answers of the draft."""
    draft = drafts.of(context, NAME)
    return draft.answers if draft else NO_ANSWERS


def asked(context: Context, answers: Mapping[str, str]) -> tuple[str, ...]:
    """What is asked of everyone, in order."""
    kind, _ = gathering_fields.chosen(context, answers)
    several = len(networks(context)) > 1 and not answers.get(WHAT, "").startswith(gathering_fields.SERIES)
    walk = kind is not None and kind.form == "walk"
    seats = () if (kind is not None and kind.form == "programme") else (SEATS,)
    return (
        WHAT,
        *((NETWORK,) if several else ()),
        "title",
        WHEN,
        *((STOPS,) if walk else ("place",)),
        "commune",
        *seats,
        PRICE,
        _ACCESS,
    )


def order(context: Context) -> tuple[str, ...]:
    """The fields of the draft: what is asked, and what was said besides."""
    answers, step = given(context), context.conversation.step
    more = (name for name in details(context, answers) if answers.get(name) or name == step)
    what = (each for each in asked(context, answers) if each not in (WHAT, NETWORK) or not _edits(context))
    return (*what, *more)


def _edits(context: Context) -> bool:
    draft = drafts.of(context, NAME)
    return draft is not None and draft.what.startswith(EDIT)


def details(context: Context, answers: Mapping[str, str]) -> tuple[str, ...]:
    """What may be said besides."""
    kind, _ = gathering_fields.chosen(context, answers)
    walk = kind is not None and kind.form == "walk"
    return (*_MORE, *(_WALK if walk else ()), *(("place",) if walk else ()))


def field(context: Context, name: str) -> Field:
    """How a field is asked."""
    options = {WHAT: _what, NETWORK: _networks}.get(name)
    place = context.guide.places.name_by_slug
    named = {"commune": place.get, WHEN: lambda value: gathering_fields.hours_in_words(context, value)}.get(name)
    example = context.say(f"gathering-help-{name}") if context.guide.wording.has(f"gathering-help-{name}") else ""
    return Field(
        name=name,
        ask=context.say(f"gathering-ask-{name}") if name in asked(context, given(context)) else _asks(context, name),
        why=context.say("gathering-why"),
        options=options(context) if options else (),
        topic=context.say(f"gathering-topic-{name}"),
        help=example,
        skip_label="" if name in NEEDED else context.say(f"gathering-skip-{name if name in _SKIPPED else 'other'}"),
        find=(lambda text: _found(context, name, text)) if named else None,
        named=named,  # type: ignore[arg-type]  # both take a value and give its label, or None
        longest=0 if options or named else gathering_fields.LONGEST.get(name, 120),
        refused=lambda _: None,
    )


_SKIPPED = frozenset({SEATS, PRICE, _ACCESS})


def _asks(context: Context, name: str) -> str:
    return context.say("gathering-ask-other", topic=context.say(f"gathering-topic-{name}"))


def _what(context: Context) -> tuple[Option, ...]:
    return gathering_fields.what_options(context, networks(context))


def _networks(context: Context) -> tuple[Option, ...]:
    return tuple(Option(each, context.pack.network_name(each)) for each in networks(context))


def _found(context: Context, name: str, text: str) -> Asked | None:
    found = gathering_fields.read(context, name, text, given(context))
    if found.problem:
        return None
    return Asked(found.value, found.noted, found.others)


@dataclass(frozen=True, slots=True)
class GatheringForm(DraftForm):
    """The same form, in which an answer may answer other questions too."""

    def answered(self, context: Context, name: str, value: str) -> Context:
        """The draft with one more answer, and with what follows from it."""
        return self.keeping(context, _and_more(context, {**self.given(context), name: value}, name, value))

    def skipping(self, context: Context, name: str) -> Turn | None:
        """What a question means when it is passed: no limit, free, or nothing said."""
        if name in self.needed:
            return forms.ask(self, context, name, context.say("form-needed"))
        if name == PRICE:
            free = context.say("gathering-free")
            return forms.following(self, self.answered(context, name, free), context.say("form-noted", label=free))
        if name == SEATS:
            return forms.following(self, self.answered(context, name, ""), context.say("seats-none-noted"))
        return None


def _and_more(context: Context, answers: Mapping[str, str], name: str, value: str) -> dict[str, str]:
    if name == WHAT:
        return {**_usual(context, {**answers, WHAT: value}), **_own_network(context, value)}
    if name == "place":
        return {**answers, **_commune_in(context, value, answers)}
    if name == SEATS and gathering_lines.is_link(value):
        return {**answers, SEATS: "", "link": value}
    if name == SEATS and value:
        return {**answers, "link": ""}
    if name == "link" and value:
        return {**answers, SEATS: ""}
    return dict(answers)


def _usual(context: Context, answers: Mapping[str, str]) -> dict[str, str]:
    """What the series says already, where nothing was answered yet."""
    _, series = gathering_fields.chosen(context, answers)
    if series is None:
        return dict(answers)
    said = {
        "title": context.say(f"series-{series.id}"),
        "about": context.say(f"series-{series.id}-about") if series.about else "",
        "place": series.place or "",
        "address": series.address or "",
        "commune": series.commune or "",
        SEATS: str(series.seats) if series.seats else "",
        gathering_fields.USUAL: series.first[-5:] if series.first else "",
    }
    return {**{name: value for name, value in said.items() if value}, **answers}


def _own_network(context: Context, what: str) -> dict[str, str]:
    own, series = networks(context), context.pack.gatherings.series_by_id
    if what.startswith(gathering_fields.SERIES):
        return {NETWORK: series[what.removeprefix(gathering_fields.SERIES)].network}
    return {NETWORK: own[0]} if len(own) == 1 else {}


def _commune_in(context: Context, place: str, answers: Mapping[str, str]) -> dict[str, str]:
    """The commune that the end of a place names; what stands before it is the place, then its address."""
    parts = [part.strip() for part in place.split(",") if part.strip()]
    found = context.guide.places.find(parts[-1]) if parts else None
    if not isinstance(found, Found) or found.slug not in _communes(context) or len(parts) == 1:
        return {}
    split = {"commune": found.slug, "place": parts[0]}
    return {**split, "address": ", ".join(parts[1:-1])} if len(parts) > 2 else split


def _communes(context: Context) -> frozenset[str]:
    elsewhere = {each.id for each in context.pack.places.elsewhere}
    return frozenset(context.guide.places.name_by_slug) - elsewhere


def former(context: Context) -> tuple[Gathering | None, int]:
    """The gathering that the draft changes, as it is now, and the version that was read when it was begun."""
    draft = drafts.of(context, NAME)
    kind, _, rest = draft.what.partition(" ") if draft else ("", "", "")
    if kind != EDIT:
        return None, 0
    id, _, version = rest.partition(" ")
    return context.world.gatherings.find(int(id)), int(version)
