"""« confidentialité »: who answers for the data, why, for how long, and every right, one short message each."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from handlers.context import Context
from handlers.conversation import Turn
from handlers.messages import Choice, Reply

AT = "privacy/notice"
_CHANNELS = ("telegram", "matrix")


def notice(context: Context, argument: str = "") -> Turn:
    """The notice in short, and a button for each of its parts."""
    known = context.world.notice
    who = [context.say("notice-controller", controller=known.controller)] if known.controller else []
    return context.turn(Reply("\n".join((*who, context.say("privacy-notice", **_values(context)))), _ways(context)))


def part(context: Context, name: str) -> Turn | None:
    """One part of the notice; None if there is none of this name."""
    told = _PARTS.get(name)
    return context.turn(Reply(told(context), _ways(context, but=name))) if told else None


def named(context: Context) -> str:
    """Who answers for the data and where the rest is read, for the first message; nothing where nobody is named."""
    known = context.world.notice.controller
    return context.say("welcome-notice", controller=known) if known else ""


def short(context: Context) -> str:
    """What a service of others carries, said once, at the first message; nothing where the service is ours."""
    name = f"welcome-{context.world.person.channel}"
    if not context.guide.wording.has(name):
        return ""
    other = {channel: at for channel, at in context.world.notice.addresses.items() if channel == "matrix"}
    lines = [context.say(name), *(context.say("welcome-elsewhere", address=at) for at in other.values())]
    return "\n".join(lines)


def _ways(context: Context, but: str = "") -> tuple[Choice, ...]:
    named = (context.choice(f"{AT}:{name}", f"notice-{name}-button") for name in _PARTS if name != but)
    return (*named, context.choice("privacy/data:show", "privacy-data-button"))


def _who(context: Context) -> str:
    known = context.world.notice
    lines = [
        _named(context, "controller", controller=known.controller),
        _named(context, "contact", contact=known.contact),
        _named(context, "dpo", dpo=known.dpo),
        _named(context, "basis", basis=known.legal_basis),
    ]
    return "\n".join(lines)


def _named(context: Context, name: str, **value: str) -> str:
    """What the operator filled in; said as it is when nobody did."""
    return context.say(f"notice-{name}", **value) if all(value.values()) else context.say(f"notice-{name}-none")


def _given(context: Context) -> str:
    known = context.world.notice
    lines = [context.say("notice-given")]
    if known.processors:
        lines.append(context.say("notice-processors"))
        lines += [context.say("notice-processor", name=each) for each in known.processors]
    else:
        lines.append(context.say("notice-processors-none"))
    if known.transfers:
        lines.append(context.say("notice-transfers", transfers=known.transfers))
    through = {context.world.person.channel, *known.addresses}
    lines += [context.say(f"notice-through-{channel}") for channel in _CHANNELS if channel in through]
    return "\n".join(lines)


def _durations(context: Context) -> str:
    return "\n".join(context.say(name, **_values(context)) for name in ("notice-durations", "notice-durations-more"))


def _rights(context: Context) -> str:
    return f"{context.say('notice-rights')}\n{_named(context, 'contact', contact=context.world.notice.contact)}"


def _complain(context: Context) -> str:
    return f"{_named(context, 'contact', contact=context.world.notice.contact)}\n{context.say('notice-complain')}"


def _plain(name: str) -> Callable[[Context], str]:
    return lambda context: context.say(f"notice-{name}", **_values(context))


def _values(context: Context) -> dict[str, object]:
    kept = context.world.durations
    first, *others = kept.days_before_ending
    return {
        "hours": kept.hours_without_yes,
        "days": kept.days_with_keep,
        "months": kept.months_of_silence,
        "replies": kept.hours_of_replies,
        "texts": kept.days_of_texts,
        "backups": kept.days_of_backups,
        "counted": kept.months_of_intake,
        "journal": kept.months_of_journal,
        "logs": kept.months_of_logs,
        "first": first,
        "second": others[-1] if others else first,
    }


_PARTS: Mapping[str, Callable[[Context], str]] = {
    "who": _who,
    "what": _plain("what"),
    "given": _given,
    "durations": _durations,
    "rights": _rights,
    "complain": _complain,
    "easy": _plain("easy"),
}
