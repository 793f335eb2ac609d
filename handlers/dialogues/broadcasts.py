"""« Diffuser »: an animator writes to many, sees what becomes of it, and may pause, stop or take it back."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from handlers import broadcast_words, drafts, form_moves, forms
from handlers.broadcast_words import NAME, moment
from handlers.broadcasts import DRAFT, GOES, LONGEST_WITH_FILE, PAUSED, SENDING, STOPPED, WAITING, Broadcast
from handlers.context import Context, before
from handlers.conversation import Conversation, Turn
from handlers.dialogue import Dialogue, asking
from handlers.dialogues import broadcasts_form, broadcasts_review
from handlers.dialogues.broadcasts_form import ALT, FILE, WHEN
from handlers.dialogues.broadcasts_review import FORM, LACKING, NUMBER, REVIEW, SEND
from handlers.effects import Record, Say
from handlers.effects_broadcasts import SendUncertainAgain, TurnBroadcast
from handlers.layout import cut
from handlers.messages import Choice, Reply, number_of
from handlers.readers import animated
from handlers.roles import ANIMATOR
from handlers.understand import Option, key, match, number_in

_LISTED = 3
_STATES = {"draft": DRAFT, "pause": PAUSED, "resume": SENDING, "stop": STOPPED}
_TURNED = {"draft": "take-back", "pause": "pause", "resume": "resume", "stop": "stop"}
_SHORT, _FEWEST_LETTERS = 60, 3
_SHOWN: Mapping[str, Callable[..., Turn]] = {
    REVIEW: broadcasts_review.show,
    LACKING: broadcasts_review.show_lacking,
    NUMBER: broadcasts_review.show_number,
}


def open_list(context: Context, argument: str = "") -> Turn:
    """What was sent last, and a new message."""
    context = drafts.leave(context, NAME)
    mine = animated(context)
    if not mine:
        return context.turn(Reply(context.say("broadcast-no-network")))
    found = context.world.broadcasts.of_network(mine, _LISTED)
    lines = [_line(context, each, several=len(mine) > 1) for each in found]
    said = "\n\n".join([context.say("broadcast-hello"), *lines] if lines else [context.say("broadcast-first")])
    choices = [context.choice(f"{NAME}/new:go", "broadcast-new")]
    if drafts.of(context, NAME) is not None:
        choices.insert(0, context.choice(f"{NAME}/resume:go", "broadcast-resume"))
    for each in found:
        choices += _numbered(context, each) if len(found) > 1 else _buttons(context, each)
    return context.turn(Reply(said, tuple(choices)))


def _line(context: Context, each: Broadcast, *, several: bool) -> str:
    guide, language, now = context.guide, context.language, context.now
    text = " ".join(next(iter(each.texts.values())).split())
    short = cut(text, _SHORT)
    day = moment(guide, language, each.confirmed_at or now, now)
    values = {"number": str(each.id), "text": short, "when": day}
    head = context.say("broadcast-line", **values)
    of = [context.say("broadcast-line-network", network=guide.pack.network_name(each.network))] if several else []
    return "\n".join([head, *of, broadcast_words.state(guide, language, each, now)])


def _buttons(context: Context, each: Broadcast) -> tuple[Choice, ...]:
    return broadcast_words.buttons(context.guide, context.language, each)


def _numbered(context: Context, each: Broadcast) -> tuple[Choice, ...]:
    return tuple(
        context.choice(
            f"{NAME}/{step}:{each.id}",
            "broadcast-do-one",
            said=context.say(f"broadcast-do-{step}"),
            number=str(each.id),
        )
        for step in broadcast_words.steps(each)
    )


def _claimed(context: Context, value: str) -> Broadcast | None:
    """One of a network that the person animates now, locked. `at…`: the one that was confirmed at that instant."""
    id = value
    if value.startswith("at"):
        mine = context.world.broadcasts.of_network(animated(context), _LISTED)
        known = {broadcasts_review.mark(each.confirmed_at): each.id for each in mine if each.confirmed_at}
        id = str(known.get(value, ""))
    number = number_of(id)
    found = context.world.broadcasts.claim(number) if number is not None else None
    return found if found is not None and found.network in animated(context) else None


def _turned(context: Context, step: str, value: str) -> Turn | None:
    found = _claimed(context, value)
    if found is None:
        return None
    state = _STATES[step]
    if found.state not in GOES[state]:
        said = broadcast_words.state(context.guide, context.language, found, context.now)
        late = context.say(f"broadcast-too-late-{step}") if found.state != state else context.say("broadcast-already")
        return context.turn(Reply(f"{late}\n\n{said}", _buttons(context, found)))
    used = Record(ANIMATOR, found.network, f"broadcast-{_TURNED[step]}")
    if step == "draft":
        return before(_taken_back(context, found), TurnBroadcast(found.id, DRAFT), used)
    choices = [context.choice(f"{NAME}/open:list", "broadcast-list")]
    if step == "pause":
        choices.insert(0, context.choice(f"{NAME}/resume-sending:{found.id}", "broadcast-do-resume"))
    done = "broadcast-done-stop-before" if step == "stop" and found.state == WAITING else f"broadcast-done-{step}"
    return context.turn(TurnBroadcast(found.id, state), used, Reply(context.say(done), tuple(choices)))


def _taken_back(context: Context, found: Broadcast) -> Turn:
    """The draft as it was before it was confirmed."""
    stale = broadcasts_review.sent_stale(context, found)
    answers = broadcasts_form.answers_of(found, several=len(animated(context)) > 1, stale=stale)
    begun = drafts.begin(context, NAME, "new", answers)
    said = context.say("broadcast-taken-back")
    if FORM.next_name(begun) is None:
        return broadcasts_review.show(begun, said, fresh=True)
    return forms.following(FORM, begun.at(NAME, ""), said)


def _again(context: Context, value: str) -> Turn | None:
    """Someone decides to send again to those of whom nothing is known: some may read it twice."""
    found = _claimed(context, value)
    if found is None:
        return None
    if found.finished_at is None or not found.again or found.state == STOPPED:
        return context.turn(Reply(context.say("broadcast-again-none")))
    used = Record(ANIMATOR, found.network, "broadcast-again", found.again)
    return context.turn(
        SendUncertainAgain(found.id), used, Reply(context.say("broadcast-done-again", count=found.again))
    )


def _resumed(context: Context, value: str) -> Turn | None:
    """The draft where it was left; a broadcast that was paused goes on."""
    if value != "go":
        return _turned(context, "resume", value)
    return form_moves.resume(FORM, context) if drafts.of(context, NAME) is not None else open_list(context)


def _write(context: Context) -> Turn:
    """The words that were typed, with their lines."""
    step, text = context.conversation.step, context.inbound.text
    # The number of a button, or of nothing.
    if number_in(text, context.guide.lexicon) is not None and (turn := _button(context)):
        return turn
    if sum(each.isalpha() for each in text) < _FEWEST_LETTERS:
        return forms.again(FORM, context, context.say("broadcast-text-short"))
    if len(text) > broadcasts_form.longest(context):
        return forms.again(FORM, context, context.say("form-too-long", most=broadcasts_form.longest(context)))
    return forms.following(FORM, FORM.answered(context, step, text), context.say("broadcast-text-kept"))


def _button(context: Context) -> Turn | None:
    """The button of the question whose number was typed."""
    reply = forms.question(FORM, context)
    options = [Option(each.id.rpartition(":")[2], each.label) for each in reply.choices]
    found = match(context.inbound.text, options, context.guide.lexicon)
    return forms.choose(FORM, context, context.conversation.step, found.values[0]) if found.numbered else None


def _when(context: Context) -> Turn | None:
    """The hour that was typed, or why it cannot be one."""
    turn = forms.answer(FORM, context)
    if turn is not None:
        return turn
    problem = broadcasts_form.read_when(context, context.inbound.text).problem
    name = "broadcast-when-past" if problem == "when-past" else "broadcast-when-unread"
    return forms.again(FORM, context, context.say(name))


def _begin(context: Context, answers: Mapping[str, str] | None = None) -> Turn:
    """A new message, or one that is taken back."""
    # A picture is not asked for: it may come at any moment, or from the review.
    begun = drafts.begin(context, NAME, "new", {FILE: "", **(answers or {})})
    return forms.following(FORM, begun.at(NAME, ""))


def joined(context: Context) -> Turn | None:
    """A picture or a file, at any question of the form: it goes with the message. None if it is for nobody."""
    file, step = context.inbound.file, context.conversation.step
    if file is None or not asks(context.conversation) or drafts.of(context, NAME) is None:
        return None
    if file.problem or not animated(context):
        return show(context, context.say(f"broadcast-file-{file.problem or 'unreadable'}"))
    longest = max(map(len, broadcasts_form.texts(context).values()), default=0)
    if longest > LONGEST_WITH_FILE:
        return show(context, context.say("broadcast-file-text-long", most=LONGEST_WITH_FILE, count=longest))
    kept = {each: value for each, value in FORM.given(context).items() if each != ALT} | {FILE: file.kept}
    context = FORM.keeping(context, kept)
    name = "broadcast-file-kept" if file.kept.endswith(".pdf") else "broadcast-picture-kept"
    return forms.ask(FORM, context.at(NAME, step), ALT, context.say(name))


asks = asking(NAME)


def free(conversation: Conversation) -> bool:
    """True while the words are asked."""
    step = conversation.step
    return conversation.dialogue == NAME and (broadcasts_form.is_text(step) or step == ALT)


def show(context: Context, *first: str) -> Turn:
    """What is asked, again."""
    if drafts.of(context, NAME) is None:
        return open_list(context)
    shown = _SHOWN.get(context.conversation.step)
    return shown(context, *first) if shown is not None else forms.again(FORM, context, *first)


def answer(context: Context) -> Turn | None:
    """A typed answer to what is asked."""
    step = context.conversation.step
    if drafts.of(context, NAME) is None:
        return open_list(context)
    if step == NUMBER and (turn := broadcasts_review.typed(context)) is not None:
        return turn
    if step in _SHOWN:
        return _named(context, step)
    if step not in FORM.names(context):
        return show(context)
    if _skips(context):
        return forms.skip(FORM, context)
    if broadcasts_form.is_text(step):
        return _write(context)
    return _when(context) if step == WHEN else forms.answer(FORM, context)


def _skips(context: Context) -> bool:
    """« pas de traduction », « non »."""
    label, wording = FORM.field(context, context.conversation.step).skip_label, context.guide.wording
    said = key(context.inbound.text)
    return bool(label) and said in {key(each) for each in (label, *wording.parts("says-non"))}


def _named(context: Context, step: str) -> Turn | None:
    """A button by its number or its label."""
    said = [effect.reply for effect in show(context).effects if isinstance(effect, Say)]
    wording = context.guide.wording
    options = [
        Option(value, each.label, wording.parts(f"says-form-{value}"))
        for reply in said
        for each in reply.choices
        if (value := each.id.rpartition(":")[2])
    ]
    if step == REVIEW and all(each.value != SEND for each in options):
        # Nobody would receive it: that is said.
        options.append(Option(SEND, "", wording.parts(f"says-form-{SEND}")))
    found = match(context.inbound.text, options, context.guide.lexicon)
    return choose(context, step, found.values[0]) if found.found else None


def choose(context: Context, step: str, value: str) -> Turn | None:
    """A button, checked again as if it had been typed."""
    if step == "open":
        return open_list(context)
    if step == "new":
        return _begin(context) if animated(context) else open_list(context)
    if step in ("resume", "resume-sending"):
        return _resumed(context, value)
    if step in _STATES:
        return _turned(context, step, value)
    if step == "again":
        return _again(context, value)
    if drafts.of(context, NAME) is None:
        return None
    if step in (REVIEW, LACKING, NUMBER):
        return broadcasts_review.choose(context, step, value)
    return forms.choose(FORM, context, step, value) if step in FORM.names(context) else None


def _back(context: Context, argument: str) -> Turn:
    """« retour »: from what is asked before it leaves, to the message itself."""
    if context.conversation.step in (LACKING, NUMBER):
        return broadcasts_review.show(context, context.say("broadcast-not-sent"))
    return form_moves.back(FORM, context)


DIALOGUE = Dialogue(
    name=NAME,
    choose=choose,
    commands={"diffuser": open_list},
    asks=asks,
    answer=answer,
    show=show,
    moves={**form_moves.moves(FORM), "retour": _back},
    free=free,
)
