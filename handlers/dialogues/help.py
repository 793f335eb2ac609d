"""Welcome, menu, help, small talk, and what to say when nothing was understood."""

from __future__ import annotations

from handlers.context import Context
from handlers.conversation import Turn
from handlers.dialogue import Dialogue
from handlers.dialogues import handoff, informing, roles
from handlers.layout import in_lines
from handlers.messages import Reply

_TWICE, _LOOP = 2, 5


def welcome(context: Context) -> Reply:
    """Few lines: what this is, that it is a program, what it keeps, how to stop, a human, who answers for the data."""
    said = context.say("welcome", hours=context.world.durations.hours_without_yes)
    return Reply(in_lines((said, informing.named(context), informing.short(context))))


def menu(context: Context, argument: str = "") -> Turn:
    """All that can be done, as buttons."""
    begun = bool(context.conversation.answers)
    ended = begun and context.guide.table.next_question(context.conversation.answers) is None
    go_on = context.choice("orientation/resume:go", "menu-continue" if begun else "menu-start")
    open_to = context.pack.community.communities
    community = (context.choice("community/open:list", "menu-community"),) if open_to else ()
    dated = context.pack.gatherings.kinds
    gatherings = (context.choice("coming/page:0", "menu-gatherings"),) if dated else ()
    choices = (
        context.choice("orientation/result:show", "result-again") if ended else go_on,
        context.choice("orientation/for:other", "menu-other"),
        context.choice("glossary/open:terms", "menu-glossary"),
        context.choice("places/open:needs", "menu-places"),
        context.choice("pages/open:list", "menu-pages"),
        *community,
        *gatherings,
        context.choice("handoff/open:contacts", "menu-human"),
        context.choice("privacy/data:show", "menu-data"),
        context.choice("linking/open:code", "menu-link"),
        *roles.menu(context),
    )
    return context.turn(Reply(context.say("menu"), choices))


def help_words(context: Context, argument: str = "") -> Turn:
    """The words that work everywhere, in one screen."""
    several = len(context.guide.wording.languages) > 1
    words = f"{context.say('help')} {context.say('help-language')}" if several else context.say("help")
    # A language of courtesy has only what it needs: its words of command are in the first lines.
    full = context.language in context.pack.territory.languages
    more = context.say("help-more") if full else ""
    return context.turn(Reply(in_lines((words, more, roles.words(context)))))


def is_known(context: Context) -> bool:
    """True for a member, or who holds a role: the questions are not always what they come for."""
    return bool(context.world.members.mine()) or bool(context.world.roles.mine())


def thanks(context: Context, argument: str = "") -> Turn:
    """« merci »."""
    return context.turn(Reply(context.say("thanks")))


def not_here_yet(context: Context, argument: str = "") -> Turn:
    """The pack has no community: the entry networks tell more."""
    return context.turn(Reply("\n".join((context.say("not-here-yet"), handoff.contacts(context)))))


def unclear(context: Context, hint: str = "", *, passes: bool = False) -> tuple[Context, str, bool]:
    """The context with one more misunderstanding, what to say, and whether to fall back on the menu. « Passer » is
    said of a question that can be passed only."""
    count = int(context.memo("unclear") or "0") + 1
    context = context.remembering(unclear=str(count))
    if count >= _LOOP:
        return context.remembering(unclear=""), context.say("unclear-loop"), True
    simpler = context.say("unclear-again" if passes else "unclear-still")
    said = simpler if count >= _TWICE else hint or context.say("unclear")
    return context, said, False


def _choose(context: Context, step: str, value: str) -> Turn | None:
    return menu(context)


DIALOGUE = Dialogue(
    name="help",
    choose=_choose,
    commands={
        "menu": menu,
        "aide": help_words,
        "merci": thanks,
    },
)
