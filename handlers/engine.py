"""One message in, one turn out: stop words and commands first, then the question in course, then help."""

from __future__ import annotations

from dataclasses import replace

from handlers import commands, forms, offers, sensitive
from handlers.context import Context, before
from handlers.conversation import Conversation, Turn
from handlers.dialogue import Dialogue
from handlers.dialogues import (
    BY_NAME,
    COMMANDS,
    codes,
    explanations,
    glossary,
    handoff,
    help,
    linking,
    orientation,
    pages,
    questionnaire,
    result,
    roles,
)
from handlers.effects import Effect, Forget, Say, Unlink
from handlers.messages import Address, Inbound, Reply, choice_parts, cleaned
from handlers.understand import Option, key
from handlers.world import World

READABLE = frozenset({"text", "choice", "edit"})


def respond(conversation: Conversation, inbound: Inbound, world: World) -> Turn:
    """What this message causes. A function of what it reads: no clock, no chance, no I/O."""
    context = Context(conversation, cleaned(inbound), world)
    if not inbound.private:
        return _in_a_room(context)
    context = questionnaire.arriving(_spoken(context))
    return _finished(context, _turn(context))


def sorry(conversation: Conversation, world: World) -> Turn:
    """The honest sentence after a failure of ours, with the way to a human; nothing else changes."""
    nothing = Inbound(Address(world.person.channel, ""), "")
    context = _spoken(Context(conversation, nothing, world))
    return context.turn(Reply(f"{context.say('engine-failed')}\n\n{handoff.contacts(context)}"))


def nudge(conversation: Conversation, inbound: Inbound, world: World) -> Reply | None:
    """The one reminder of an unfinished orientation, for a person who asked to keep their answers."""
    return orientation.nudge(Context(conversation, inbound, world))


def _in_a_room(context: Context) -> Turn:
    """In a room of several people nothing personal is asked or read; a command is answered by the way out."""
    command = _spoken(context).world.guide.commands.find(context.inbound.text)
    # People greet each other there: only a mark, or the bare word of the command, is meant for us.
    bare = command is not None and command.name in ("start", "aide") and key(context.inbound.text) == command.name
    if command is None or not (command.marked or bare):
        return Turn(context.conversation)
    # A command that we do not know, and that does not name us, is meant for another program.
    if command.name == "" and "@" not in context.inbound.text:
        return Turn(context.conversation)
    return Turn(context.conversation, (Say(Reply(_spoken(context).say("room-private"))),))


def _spoken(context: Context) -> Context:
    """The context with a language: the one chosen, else the client's if the pack has it, else the first."""
    if context.conversation.language:
        return context
    languages = context.world.guide.wording.languages
    hint = (context.inbound.hint or "").partition("-")[0].casefold()
    return context.having(language=hint if hint in languages else languages[0])


def _turn(context: Context) -> Turn:
    if not context.memo("welcomed"):
        return _first_contact(context.remembering(welcomed="1"))
    return _answer(context)


def _first_contact(context: Context) -> Turn:
    """The welcome comes before anything else, but not before an answer to distress. A command, a button,
    or something known by its name is then answered as usual."""
    said = help.welcome(context)
    command = roles.allowed(context, context.world.guide.commands.find(context.inbound.text))
    if context.inbound.choice or (command and command.name not in ("", "start", "retour", "passer")):
        return before(_answer(context), said)
    if (turn := codes.read(context)) is not None:
        return before(_with_question(context, roles.DIALOGUE, turn), said)
    if (turn := _sensitive(context)) is not None:
        return turn if sensitive.is_distress(context.inbound.text, context.world.guide.wording) else before(turn, said)
    return before(_named(context, None) or orientation.first(_after_greeting(context)), said)


def _answer(context: Context) -> Turn:
    if context.inbound.kind not in READABLE:
        return _asking_again(context, context.say("only-text"))
    if context.inbound.choice is not None:
        return _chosen(context, context.inbound.choice)
    if context.inbound.kind == "edit":
        return _asking_again(context, context.say("edited"))
    return _typed(context)


def _chosen(context: Context, choice: str) -> Turn:
    parts = choice_parts(choice)
    dialogue = BY_NAME.get(parts[0]) if parts else None
    turn = dialogue.choose(context.remembering(unclear=""), parts[1], parts[2]) if dialogue and parts else None
    if turn is None or dialogue is None:
        return _asking_again(context, context.say("button-closed"))
    return _with_question(context, dialogue, turn)


def _typed(context: Context) -> Turn:
    context = linking.awaiting(_after_greeting(context))
    asking = _asking(context)
    for read in (_code, _command, _letter, _sensitive, _changed, _in_course, _offered, _named, _asked_for):
        turn = read(context.remembering(unclear=""), asking)
        if turn is not None:
            return turn
    return _unclear(context, asking)


def _after_greeting(context: Context) -> Context:
    """« Bonjour, j'ai une idée » is read as what follows the greeting."""
    command = context.world.guide.commands.find(context.inbound.text)
    if command is None or command.name != "start" or not command.argument or command.marked:
        return context
    return replace(context, inbound=replace(context.inbound, text=command.argument))


def _asking(context: Context) -> Dialogue | None:
    dialogue = BY_NAME.get(context.conversation.dialogue)
    return dialogue if dialogue and dialogue.asks(context.conversation) else None


def _code(context: Context, asking: Dialogue | None) -> Turn | None:
    turn = codes.read(context)
    return _with_question(context, roles.DIALOGUE, turn) if turn is not None else None


def _command(context: Context, asking: Dialogue | None) -> Turn | None:
    command = roles.allowed(context, context.world.guide.commands.find(context.inbound.text))
    if command is None:
        return None
    if command.name == "" and command.marked:
        return _asking_again(context, context.say("unknown-command")) if asking else help.help_words(context)
    if asking and command.name != commands.STOP and not command.marked and _is_an_answer(context, asking):
        return None
    return _run(context, asking, command)


def _run(context: Context, asking: Dialogue | None, command: commands.Command) -> Turn | None:
    dialogue = COMMANDS[command.name]
    if asking is pages.DIALOGUE and (turn := _in_check(context, command)):
        return turn
    turn = dialogue.commands[command.name](context, command.argument)
    return _with_question(context, dialogue, turn) if turn is not None else None


def _in_check(context: Context, command: commands.Command) -> Turn | None:
    if command.name in pages.MOVES and not command.argument:
        return pages.MOVES[command.name](context)
    return _with_question(context, pages.DIALOGUE, pages.leave(context)) if command.name == "arreter" else None


def _is_an_answer(context: Context, asking: Dialogue) -> bool:
    """True if the whole text is exactly a label or synonym of the question in course."""
    turn = asking.show(context)
    options = [
        Option(choice.id, choice.label) for s in turn.effects if isinstance(s, Say) for choice in s.reply.choices
    ]
    return key(context.inbound.text) in {
        key(option.label) for option in options if not option.value.endswith((":back", ":skip"))
    }


def _letter(context: Context, asking: Dialogue | None) -> Turn | None:
    chosen = offers.lettered(context)
    if chosen is None and not (asking and _is_an_answer(context, asking)):
        chosen = offers.labelled(context) or (None if asking else offers.agreed(context))
    return _chosen(context, chosen) if chosen is not None else None


def _changed(context: Context, asking: Dialogue | None) -> Turn | None:
    """An answer to a question that another pack asked, or a number of a list that it showed: asked again."""
    numbered = context.memo("changed") and not any(letter.isalpha() for letter in context.inbound.text)
    if questionnaire.is_adrift(context.conversation) or (asking and numbered):
        return _asking_again(context, context.say("orientation-changed"))
    return None


def _in_course(context: Context, asking: Dialogue | None) -> Turn | None:
    text = context.inbound.text
    if asking and _asks_place(context) and (pages.find(context, text) or glossary.find(context, text)):
        return None  # a word we know is not a commune written with an error
    turn = asking.answer(context) if asking else None
    return _with_question(context, asking, turn) if asking and turn is not None else None


def _offered(context: Context, asking: Dialogue | None) -> Turn | None:
    if asking:
        return None
    chosen = offers.numbered(context)
    return _chosen(context, chosen) if chosen is not None else None


def _named(context: Context, asking: Dialogue | None) -> Turn | None:
    """A page, a door or a term named alone, wherever one stands."""
    text = context.inbound.text
    if page := pages.find(context, text):
        return _with_question(context, pages.DIALOGUE, pages.open_page(context, page))
    scheme = explanations.named(context, text)
    if scheme and (reply := result.door(context, scheme.id)):
        return _with_question(context, help.DIALOGUE, context.turn(reply))
    if term := glossary.find(context, text):
        return _with_question(context, glossary.DIALOGUE, context.turn(Reply(glossary.definition(context, term))))
    return None


def _asked_for(context: Context, asking: Dialogue | None) -> Turn | None:
    """A command asked for inside a sentence, when nothing else was understood."""
    command = roles.allowed(context, context.world.guide.commands.inside(context.inbound.text))
    return _run(context, asking, command) if command else None


def _sensitive(context: Context, asking: Dialogue | None = None) -> Turn | None:
    """Distress and data that nobody should write here get a fixed answer; nothing of the text is kept."""
    found = sensitive.find(context.inbound.text, context.world.guide.wording)
    if found == sensitive.DISTRESS:
        # A question right after would be heard as indifference; it stays open, and any answer is welcome.
        return context.turn(Reply(context.say(found)))
    return _asking_again(context, context.say(found)) if found else None


def _unclear(context: Context, asking: Dialogue | None) -> Turn:
    place = asking is orientation.DIALOGUE and _asks_place(context)
    hint = context.say("unclear-place") if place else "" if context.inbound.text else context.say("unclear-empty")
    context, said, lost = help.unclear(context, hint)
    if lost:
        # The question is left, so that a number answers the menu and nothing else.
        return before(help.menu(questionnaire.left(context)), Reply(said))
    if asking:
        return asking.show(context, said)
    if questionnaire.is_paused(context.conversation):
        return orientation.come_back(context)
    if not context.conversation.answers:
        return orientation.first(context.remembering(unclear=""))
    return before(help.menu(context), Reply(said))


def _asks_place(context: Context) -> bool:
    question = context.world.guide.pack.question_by_fact.get(context.conversation.step)
    return question is not None and question.kind == "place"


def _asking_again(context: Context, said: str) -> Turn:
    asking = _asking(context)
    if asking:
        return asking.show(context, said)
    if questionnaire.is_adrift(context.conversation):
        return forms.following(questionnaire.FORM, context, said)
    return context.turn(Reply(said))


def _with_question(context: Context, answering: Dialogue, turn: Turn) -> Turn:
    """If another dialogue answered while a question stays open, its buttons take letters and the
    question is shown again, in the language of the turn."""
    asking = _asking(_after(context, turn))
    if asking is None or asking is answering or any(map(_leaves, turn.effects)):
        return turn
    effects = tuple(replace(e, kind="notice") if isinstance(e, Say) and e.reply.choices else e for e in turn.effects)
    shown = asking.show(_after(context, turn))
    return Turn(shown.conversation, effects + shown.effects)


def _leaves(effect: Effect) -> bool:
    """True if what was asked is no longer asked here."""
    return isinstance(effect, Forget) or (isinstance(effect, Unlink) and effect.here)


def _finished(context: Context, turn: Turn) -> Turn:
    """The turn with what was offered last remembered, so that a number, a letter or a label finds it."""
    if any(isinstance(effect, Forget) for effect in turn.effects):
        return turn
    memo = {name: kept for name, kept in turn.conversation.memo.items() if name != "changed"}
    said = [effect for effect in turn.effects if isinstance(effect, Say)]
    asking = _asking(_after(context, turn)) is not None
    memo = offers.keep(memo, said, turn.conversation.version, asking=asking)
    return Turn(replace(turn.conversation, memo=memo), turn.effects)


def _after(context: Context, turn: Turn) -> Context:
    return Context(turn.conversation, context.inbound, context.world)
