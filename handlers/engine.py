"""One message in, one turn out: stop words and commands first, then the question in course, then help."""

from __future__ import annotations

import json
from dataclasses import replace

from handlers import commands, sensitive
from handlers.context import Context, before
from handlers.conversation import Conversation, Turn
from handlers.dialogue import Dialogue
from handlers.dialogues import BY_NAME, COMMANDS, glossary, handoff, help, orientation, pages, questionnaire, result
from handlers.effects import Forget, Say
from handlers.messages import Address, Inbound, Reply, choice_parts, cleaned
from handlers.understand import Option, key, letter_in, match
from handlers.world import World

READABLE = frozenset({"text", "choice", "edit"})


def respond(conversation: Conversation, inbound: Inbound, world: World) -> Turn:
    """What this message causes. A function of what it reads: no clock, no chance, no I/O."""
    context = Context(conversation, cleaned(inbound), world)
    if not inbound.private:
        return _in_a_room(context)
    context = _arriving(context)
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
    if command is None or not (command.marked or command.name in ("start", "aide")):
        return Turn(context.conversation)
    return Turn(context.conversation, (Say(Reply(_spoken(context).say("room-private"))),))


def _spoken(context: Context) -> Context:
    """The context with a language: the one chosen, else the client's if the pack has it, else the first."""
    if context.conversation.language:
        return context
    languages = context.world.guide.wording.languages
    hint = (context.inbound.hint or "").partition("-")[0].casefold()
    return context.having(language=hint if hint in languages else languages[0])


def _arriving(context: Context) -> Context:
    context = _spoken(context)
    revision = context.world.guide.pack.revision
    if context.conversation.pack_revision not in ("", revision):
        context = questionnaire.settle(context)
    return context.having(pack_revision=revision, version=context.conversation.version + 1)


def _turn(context: Context) -> Turn:
    if not context.memo("welcomed"):
        return _first_contact(context.remembering(welcomed="1"))
    return _answer(context)


def _first_contact(context: Context) -> Turn:
    """The welcome comes before anything else. A command or a button is then answered as usual."""
    said = help.welcome(context)
    command = context.world.guide.commands.find(context.inbound.text)
    if context.inbound.choice or (command and command.name not in ("", "start", "retour", "passer")):
        return before(_answer(context), said)
    return before(_sensitive(context) or orientation.first(context), said)


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
    asking = _asking(context)
    for read in (_command, _letter, _sensitive, _in_course, _offered, _named):
        turn = read(context.remembering(unclear=""), asking)
        if turn is not None:
            return turn
    return _unclear(context, asking)


def _asking(context: Context) -> Dialogue | None:
    dialogue = BY_NAME.get(context.conversation.dialogue)
    return dialogue if dialogue and dialogue.asks(context.conversation) else None


def _command(context: Context, asking: Dialogue | None) -> Turn | None:
    command = context.world.guide.commands.find(context.inbound.text)
    if command is None:
        return None
    if command.name == "" and command.marked:
        return _asking_again(context, context.say("unknown-command")) if asking else help.help_words(context)
    if asking and command.name != commands.STOP and not command.marked and _is_an_answer(context, asking):
        return None
    dialogue = COMMANDS[command.name]
    if asking is pages.DIALOGUE and (turn := _leaving_check(context, command.name)):
        return turn
    turn = dialogue.commands[command.name](context, command.argument)
    return _with_question(context, dialogue, turn) if turn is not None else None


def _leaving_check(context: Context, name: str) -> Turn | None:
    if name == "retour":
        return pages.back(context)
    return _with_question(context, pages.DIALOGUE, pages.leave(context)) if name == "arreter" else None


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
    offered = _remembered(context, "lettered")
    place = letter_in(context.inbound.text)
    if place is not None and place < len(offered):
        return _chosen(context, offered[place].value)
    found = match(context.inbound.text, offered, context.world.guide.lexicon) if not asking else None
    exact = found and found.found and key(context.inbound.text) in {key(o.label) for o in offered}
    return _chosen(context, found.values[0]) if found and exact else None


def _in_course(context: Context, asking: Dialogue | None) -> Turn | None:
    turn = asking.answer(context) if asking else None
    return _with_question(context, asking, turn) if asking and turn is not None else None


def _offered(context: Context, asking: Dialogue | None) -> Turn | None:
    if asking:
        return None
    found = match(context.inbound.text, _remembered(context, "offered"), context.world.guide.lexicon)
    return _chosen(context, found.values[0]) if found.found else None


def _named(context: Context, asking: Dialogue | None) -> Turn | None:
    """A page, a door or a term named alone, wherever one stands."""
    text = context.inbound.text
    if page := pages.find(context, text):
        return _with_question(context, pages.DIALOGUE, pages.open_page(context, page))
    for scheme in context.world.guide.pack.schemes:
        names = {key(name) for name in (scheme.name, *scheme.also, context.say(f"scheme-{scheme.id}"))}
        if key(text) in names and (reply := result.door(context, scheme.id)):
            return _with_question(context, help.DIALOGUE, context.turn(reply))
    if term := glossary.find(context, text):
        return _with_question(context, glossary.DIALOGUE, context.turn(Reply(glossary.definition(context, term))))
    return None


def _sensitive(context: Context, asking: Dialogue | None = None) -> Turn | None:
    """Distress and data that nobody should write here get a fixed answer; nothing of the text is kept."""
    found = sensitive.find(context.inbound.text, context.world.guide.wording)
    return _asking_again(context, context.say(found)) if found else None


def _unclear(context: Context, asking: Dialogue | None) -> Turn:
    place = asking is orientation.DIALOGUE and _asks_place(context)
    hint = context.say("unclear-place") if place else "" if context.inbound.text else context.say("unclear-empty")
    context, said, lost = help.unclear(context, hint)
    if lost:
        return before(help.menu(context), Reply(said))
    if asking:
        return asking.show(context, said)
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
    return context.turn(Reply(said))


def _with_question(context: Context, answering: Dialogue, turn: Turn) -> Turn:
    """If another dialogue answered while a question stays open, its buttons take letters and the
    question is shown again, in the language of the turn."""
    asking = _asking(replace(context, conversation=turn.conversation))
    if asking is None or asking is answering or any(isinstance(effect, Forget) for effect in turn.effects):
        return turn
    effects = tuple(replace(e, kind="notice") if isinstance(e, Say) and e.reply.choices else e for e in turn.effects)
    shown = asking.show(replace(context, conversation=turn.conversation))
    return Turn(shown.conversation, effects + shown.effects)


def _finished(context: Context, turn: Turn) -> Turn:
    """The turn with what was offered last remembered, so that a number, a letter or a label finds it."""
    if any(isinstance(effect, Forget) for effect in turn.effects):
        return turn
    memo = dict(turn.conversation.memo)
    said = [effect for effect in turn.effects if isinstance(effect, Say) and effect.reply.choices]
    asking = _asking(replace(context, conversation=turn.conversation))
    if asking:
        memo.pop("offered", None)
    for effect in said:
        if effect.kind == "notice":
            memo["lettered"] = _kept(effect.reply)
        elif not asking:
            memo["offered"] = _kept(effect.reply)
    return replace(turn, conversation=replace(turn.conversation, memo=memo))


def _kept(reply: Reply) -> str:
    return json.dumps([[choice.id, choice.label] for choice in reply.choices], ensure_ascii=False)


def _remembered(context: Context, name: str) -> tuple[Option, ...]:
    kept = context.memo(name)
    return tuple(Option(id, label) for id, label in json.loads(kept)) if kept else ()
