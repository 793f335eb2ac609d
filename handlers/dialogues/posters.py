"""« affiche »: the page of a gathering or of the bot, to print and to paste, for the animators of a network."""

from __future__ import annotations

from handlers import posters
from handlers.context import Context
from handlers.conversation import Turn
from handlers.dialogue import Dialogue
from handlers.dialogues import coming_organise
from handlers.dialogues.coming_words import short
from handlers.effects import Record
from handlers.gathering_words import line
from handlers.gatherings import PAGE, Gathering
from handlers.messages import Choice, Reply, number_of
from handlers.posters import BOT, PDF, PNG, POSTER, Poster
from handlers.readers import animated
from handlers.roles import ANIMATOR

NAME = "poster"


def page(context: Context, skipped: str = "") -> Turn | None:
    """The gatherings to come of the person's networks, and the bot itself."""
    networks, first = animated(context), number_of(skipped or "0")
    if not networks or first is None:
        return None
    ahead = _ahead(context)
    shown = ahead[first : first + PAGE]
    lines = [context.say("poster-which" if ahead else "poster-none")]
    lines += [f"{number}. {line(context, each)}" for number, each in enumerate(shown, 1)]
    ways = [Choice(f"{NAME}/make:{each.id}", short(context, each)) for each in shown]
    if len(ahead) > first + PAGE:
        ways.append(context.choice(f"{NAME}/page:{first + PAGE}", "poster-more"))
    ways.append(context.choice(f"{NAME}/make:{BOT}", "poster-of-bot"))
    return context.turn(Reply("\n".join(lines), tuple(ways)))


def _ahead(context: Context) -> tuple[Gathering, ...]:
    return tuple(each for each in coming_organise.mine(context) if context.now < each.ends_at)


def _make(context: Context, which: str) -> Turn | None:
    """The files, the text to paste, and a line in the journal."""
    networks = animated(context)
    if not networks:
        return None
    if which == BOT:
        return _made(context, networks[0], which, posters.of_bot(context, context.world.ours.names()))
    number = number_of(which)
    gathering = context.world.gatherings.find(number) if number is not None else None
    if gathering is None or gathering.network not in networks:
        return None
    if not gathering.takes_place or context.now >= gathering.ends_at:
        return context.turn(Reply(context.say("poster-gone"), _ways(context)))
    poster = posters.of_gathering(context, gathering, context.world.ours.names())
    return _made(context, gathering.network, str(gathering.id), poster)


def _made(context: Context, network: str, which: str, poster: Poster) -> Turn:
    lines = [context.say("poster-made")]
    if not poster.ways:
        lines.append(context.say("poster-unreached"))
    files = tuple(f"{POSTER}:{which}.{form}" for form in (PDF, PNG))
    paste = f"{context.say('poster-paste')}\n\n{posters.newsletter(poster)}"
    page, text = Reply("\n".join(lines), attachments=files), Reply(paste, _ways(context))
    return context.turn(Record(ANIMATOR, network, "poster"), page, text)


def _ways(context: Context) -> tuple[Choice, ...]:
    return (context.choice(f"{NAME}/page:0", "poster-others"),)


def _command(context: Context, argument: str = "") -> Turn | None:
    return page(context)


def _choose(context: Context, step: str, value: str) -> Turn | None:
    if step == "make":
        return _make(context, value)
    return page(context, value) if step == "page" else None


DIALOGUE = Dialogue(name=NAME, choose=_choose, commands={"affiche": _command})
