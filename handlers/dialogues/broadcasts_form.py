"""The form of a broadcast: its words in each language, what goes with them, for whom, and when it leaves."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from hashlib import sha256

from handlers import calendar, card_words, drafts, moments
from handlers.broadcast_words import NAME, moment
from handlers.broadcasts import LONGEST_ALT, LONGEST_TEXT, LONGEST_WITH_FILE, Broadcast, Segment
from handlers.context import Context
from handlers.dialogues.questionnaire import place_in
from handlers.form_fields import Asked, Field
from handlers.gathering_words import start, title
from handlers.messages import NO_ANSWERS
from handlers.readers import animated
from handlers.understand import Option

TEXT, JOINED, WHO, NARROW, WHEN, NETWORK = "text", "joined", "who", "narrow", "when", "network"
FILE, ALT = "file", "alt"
EVERYBODY, NOW = "all", "now"
NARROWED = ("commune", "domains", "etape", "language", "channel")
CHANNELS = ("telegram", "matrix")
NEEDED = frozenset({NETWORK, ALT, WHO, WHEN})
_STAMP = "stamp"
_OFFERED = 5
_MARK = 8
_URL = re.compile(r"(?:https?://|www\.)\S+\.\S{2,}")
_MOST: Mapping[str, int] = {"domains": 3, "etape": 3}


def network(context: Context) -> str:
    """The network of the message that is being written; nothing if its role was taken back."""
    mine = animated(context)
    chosen = given(context).get(NETWORK, "") if len(mine) > 1 else "".join(mine)
    return chosen if chosen in mine else ""


def given(context: Context) -> Mapping[str, str]:
    """What was answered so far."""
    draft = drafts.of(context, NAME)
    return draft.answers if draft else NO_ANSWERS


def languages(context: Context) -> tuple[str, ...]:
    """The languages that a network writes in, that of the territory first."""
    return context.pack.territory.languages


def texts(context: Context) -> dict[str, str]:
    """The words by language, without those that were not written."""
    held = given(context)
    return {each: text for each in languages(context) if (text := held.get(f"{TEXT}-{each}"))}


def is_text(step: str) -> bool:
    """True for a question that nearly any text answers."""
    return step.startswith(f"{TEXT}-")


def order(context: Context) -> tuple[str, ...]:
    """The questions that the answers so far lead to."""
    first = (NETWORK,) if len(animated(context)) > 1 else ()
    written = tuple(f"{TEXT}-{each}" for each in languages(context))
    held = given(context)
    narrowed = tuple(each for each in NARROWED if each in held.get(NARROW, "").split())
    shown = (FILE, ALT) if held.get(FILE) else (FILE,)
    return (*first, *written, *shown, JOINED, WHO, NARROW, *narrowed, WHEN)


def field(context: Context, name: str) -> Field:
    """How one of them is asked."""
    if is_text(name):
        return _text(context, name.partition("-")[2])
    if name in (FILE, ALT):
        return _joined_field(context, name)
    options = tuple(_options(context, name))
    return Field(
        name,
        context.say(f"broadcast-ask-{name}"),
        context.say(f"broadcast-why-{name}"),
        options,
        topic=context.say(f"broadcast-topic-{name}"),
        help=context.say("broadcast-help-when") if name == WHEN else "",
        most=len(options) if name == NARROW else _MOST.get(name, 1),
        skip_label=context.say(f"broadcast-skip-{name}") if name in (JOINED, NARROW) else "",
        find=_find(context, name),
        named=lambda value: _named(context, name, value),
    )


def _joined_field(context: Context, name: str) -> Field:
    """A picture is sent, not typed; then what it shows is written."""
    return Field(
        name,
        context.say(f"broadcast-ask-{name}", most=LONGEST_ALT),
        context.say(f"broadcast-why-{name}"),
        (),
        topic=context.say(f"broadcast-topic-{name}"),
        skip_label=context.say("broadcast-skip-file") if name == FILE else "",
        longest=LONGEST_ALT if name == ALT else 0,
        named=lambda value: _is(context, value) if value and value == given(context).get(FILE) else None,
    )


def _is(context: Context, file: str) -> str:
    return context.say("broadcast-is-file" if file.endswith(".pdf") else "broadcast-is-picture")


def longest(context: Context) -> int:
    """Characters that a text may have: fewer with a picture."""
    return LONGEST_WITH_FILE if given(context).get(FILE) else LONGEST_TEXT


def _text(context: Context, language: str) -> Field:
    said = context.say(f"language-{language}")
    first = language == languages(context)[0]
    name = "first" if first else "other"
    return Field(
        f"{TEXT}-{language}",
        context.say(f"broadcast-ask-text-{name}", language=said, most=longest(context)),
        context.say(f"broadcast-why-text-{name}"),
        (),
        topic=context.say("broadcast-topic-text", language=said),
        help=context.say("broadcast-help-text") if first and not given(context).get(FILE) else "",
        skip_label="" if first else context.say("broadcast-skip-text"),
        longest=longest(context),
    )


def _options(context: Context, name: str) -> Iterator[Option]:
    if name == NETWORK:
        guide = context.guide
        yield from (Option(each, guide.pack.network_name(each)) for each in animated(context))
    elif name == JOINED:
        for each in context.world.gatherings.coming(context.now, _OFFERED, (network(context),)):
            said = context.say("broadcast-joined-gathering", title=title(context, each), start=start(context, each))
            yield Option(str(each.id), said)
    elif name == WHO:
        yield from (Option(value, _who(context, value)) for value in segments(context))
    elif name == NARROW:
        cards = {"domains", "etape", "commune"}
        known = (each for each in NARROWED if each not in cards or card_words.options(context, each))
        yield from (Option(each, context.say(f"broadcast-narrow-{each}")) for each in known)
    elif name == "language":
        spoken = context.guide.wording.languages
        yield from (Option(each, context.say(f"language-{each}")) for each in spoken)
    elif name == "channel":
        yield from (Option(each, context.say(f"channel-{each}")) for each in CHANNELS)
    elif name == WHEN:
        yield Option(NOW, context.say("broadcast-now"))
    elif name != "commune":
        yield from card_words.options(context, name)


def segments(context: Context) -> tuple[str, ...]:
    """Whom this network may write to, as values of the form."""
    mine, pack = network(context), context.pack
    follow = [f"network/{mine}", *(f"series/{each.id}" for each in pack.gatherings.series if each.network == mine)]
    members = [f"community/{each.id}" for each in pack.community.communities if each.network == mine]
    joined = given(context).get(JOINED, "")
    coming = [f"coming/{joined}"] if joined.isdecimal() else []
    return (*follow, *members, *coming, EVERYBODY)


def _who(context: Context, value: str) -> str:
    kind, _, id = value.partition("/")
    if kind == "network":
        return context.say("broadcast-who-network", name=context.pack.network_name(id))
    if kind == "coming":
        return context.say("broadcast-who-coming")
    name = context.say(f"{kind}-{id}") if id else ""
    return context.say(f"broadcast-who-{kind}", name=name)


def _named(context: Context, name: str, value: str) -> str | None:
    """What a value without a button is called."""
    if name == "commune":
        return context.guide.places.name_by_slug.get(value)
    if name == JOINED:
        return value if _URL.fullmatch(value) else None
    if name == WHEN and (at := leaves_at(context, value)) is not None:
        return moment(context.guide, context.language, at, context.now)
    return None


def _find(context: Context, name: str) -> Callable[[str], Asked | None] | None:
    """What reads a text that names no button: a commune, a link, an hour."""
    if name == "commune":
        return lambda text: place_in(context, text)
    if name == JOINED:
        return lambda text: Asked(text) if _URL.fullmatch(text) else None
    return (lambda text: _found(context, text)) if name == WHEN else None


def read_when(context: Context, text: str) -> moments.Moment:
    """The day and the hour that a text says."""
    guide = context.guide
    here = calendar.wall(context.now, guide.zone)
    return moments.read(text, here, moments.words_of(guide.wording))


def _found(context: Context, text: str) -> Asked | None:
    said = read_when(context, text)
    return Asked(moments.written(said.start)) if said.start is not None and not said.problem else None


def leaves_at(context: Context, value: str) -> datetime | None:
    """The instant of an answer; None for « now », and for what is no hour."""
    found = moments.unwritten(value) if value != NOW else None
    return calendar.instant(found[0], context.zone) if found else None


def segment(context: Context) -> Segment:
    """Whom the answers mean."""
    held = given(context)
    kind, _, id = held.get(WHO, EVERYBODY).partition("/")
    several = {name: tuple(held.get(name, "").split()) for name in NARROWED}
    return Segment(
        follows=(f"{kind}/{id}",) if kind in ("network", "series") else (),
        communities=(id,) if kind == "community" else (),
        coming_to=int(id) if kind == "coming" else None,
        communes=several["commune"],
        domains=several["domains"],
        stages=several["etape"],
        languages=several["language"],
        channels=several["channel"],
    )


def composed(context: Context) -> Broadcast:
    """The message as it would be kept."""
    joined = given(context).get(JOINED, "")
    gathering = int(joined) if joined.isdecimal() else None
    link = "" if gathering is not None else joined
    held = given(context)
    enclosure = held.get(FILE, "")
    alt = held.get(ALT, "") if enclosure else ""
    made = Broadcast(0, network(context), "draft", texts(context), segment(context), gathering, link)
    return replace(made, enclosure=enclosure, alt=alt)


def answers_of(sent: Broadcast, *, several: bool, stale: tuple[str, ...] = ()) -> dict[str, str]:
    """The answers that made a message which is taken back. `stale`: the languages that are to be written anew."""
    whom = sent.segment
    who = (*whom.follows, *(f"community/{each}" for each in whom.communities))
    coming = f"coming/{whom.coming_to}" if whom.coming_to is not None else EVERYBODY
    kept = {"commune": whom.communes, "domains": whom.domains, "etape": whom.stages}
    narrowed = {**kept, "language": whom.languages, "channel": whom.channels}
    joined = str(sent.gathering) if sent.gathering is not None else sent.link
    answers = {f"{TEXT}-{language}": text for language, text in sent.texts.items()}
    answers |= {f"{_STAMP}-{each}": _mark(sent.texts.get(each, "")) for each in stale}
    answers |= {JOINED: joined, FILE: sent.enclosure, WHO: next(iter(who), coming), WHEN: NOW}
    answers |= {ALT: sent.alt} if sent.enclosure else {}
    answers[NARROW] = " ".join(name for name, values in narrowed.items() if values)
    answers |= {name: " ".join(values) for name, values in narrowed.items() if values}
    return {**answers, NETWORK: sent.network} if several else answers


# A translation is stale once the words that it translates were written anew.


def stamped(context: Context) -> Context:
    """The draft with what each translation was written beside."""
    held, written = dict(given(context)), texts(context)
    first, *others = languages(context)
    for each in others:
        mark = f"{_mark(written.get(each, ''))}{_mark(written.get(first, ''))}"
        kept = held.get(f"{_STAMP}-{each}", "")
        if each not in written or kept[:_MARK] != mark[:_MARK]:
            held[f"{_STAMP}-{each}"] = mark
    return drafts.keep(context, NAME, held) if held != dict(given(context)) else context


def stale(context: Context) -> tuple[str, ...]:
    """The languages whose words translate former ones."""
    first, *others = languages(context)
    written, held = texts(context), given(context)
    mark = _mark(written.get(first, ""))
    known = ((each, held.get(f"{_STAMP}-{each}", "")) for each in others if each in written)
    return tuple(each for each, kept in known if kept and kept[_MARK:] != mark)


def missing(context: Context) -> tuple[str, ...]:
    """The languages without words of their own."""
    written = texts(context)
    return tuple(each for each in languages(context) if each not in written)


def _mark(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:_MARK]
