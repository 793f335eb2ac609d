"""The one way in which questions are asked one after the other: ask, understand, take several answers,
go back, skip, say why, and finish. A dialogue that collects answers describes its fields; the rest is here."""

from __future__ import annotations

from handlers import bare, sensitive
from handlers.context import Context
from handlers.conversation import Turn
from handlers.form_fields import Asked, Field, Form, chosen, label_of, labels_of
from handlers.layout import in_paragraphs
from handlers.messages import Choice, Reply
from handlers.understand import Match, Option, key, match, number_in

DONE, SKIP, BACK = "done", "skip", "back"


def ask(form: Form, context: Context, name: str, *first: str) -> Turn:
    """Show the field `name`, after the lines `first`; it becomes the question in course."""
    context = context.at(form.dialogue, name)
    return context.turn(question(form, context, *first))


def question(form: Form, context: Context, *first: str) -> Reply:
    """The question in course, as a message."""
    field = form.field(context, context.conversation.step)
    lines = [line for line in first if line]
    asked = field.ask
    if field.most > 1:
        asked = f"{asked} {context.say('form-several', most=field.most)}"
    if field.help:
        asked = f"{asked}\n{field.help}"
    tapped = context.inbound.replies_to if context.inbound.choice else None
    return Reply("\n\n".join([*lines, asked]), _choices(form, context, field), replaces=tapped)


def _choices(form: Form, context: Context, field: Field) -> tuple[Choice, ...]:
    path = f"{form.dialogue}/{field.name}"
    already = chosen(form, context, field.name) if field.most > 1 else ()
    shown = [
        Choice(f"{path}:{o.value}", context.say("form-chosen", label=o.label) if o.value in already else o.label)
        for o in (*_candidates(context, field), *field.options)
    ]
    if already:
        shown.append(context.choice(f"{path}:{DONE}", "form-done"))
    elif field.skip_label:
        shown.append(Choice(f"{path}:{SKIP}", field.skip_label))
    if _before(form, context):
        shown.append(context.choice(f"{path}:{BACK}", "form-back"))
    return tuple(shown)


def _candidates(context: Context, field: Field) -> tuple[Option, ...]:
    """What the person was asked to choose from, while the question is in course."""
    name, *values = context.memo("candidates").split() or [""]
    shown = {option.value for option in field.options}
    known = ((value, label_of(field, value)) for value in values if name == field.name and value not in shown)
    return tuple(Option(value, label) for value, label in known if label)


def _before(form: Form, context: Context) -> str | None:
    names = form.names(context)
    step = context.conversation.step
    place = names.index(step) if step in names else len(names)
    return names[place - 1] if place > 0 else None


def choose(form: Form, context: Context, name: str, value: str) -> Turn:
    """A tap: an answer to the question in course, a way back to an older one, or nothing that holds."""
    step = context.conversation.step
    if name not in form.names(context):
        return again(form, context, context.say("form-closed"))
    if name != step:
        return _older(form, context, name, value)
    if value == BACK:
        return back(form, context)
    if value == SKIP:
        return skip(form, context)
    if value == DONE:
        return done(form, context)
    field = form.field(context, name)
    if label_of(field, value) is None:
        return again(form, context, context.say("form-unknown-choice"))
    return take(form, context, field, (value,))


def _older(form: Form, context: Context, name: str, value: str) -> Turn:
    """A tap on a button of another question. The same answer again is a double tap: nothing changes."""
    given = form.given(context).get(name)
    if given is None:
        return again(form, context, context.say("form-later"))
    if value in (DONE, SKIP) or value in given.split():
        return again(form, context)
    said = context.say("form-answered-before", topic=form.field(context, name).topic) if given else ""
    return ask(form, context, name, said)


def answer(form: Form, context: Context) -> Turn | None:
    """A typed answer to the question in course, or None if it was not understood."""
    field = form.field(context, context.conversation.step)
    text = context.inbound.text
    found = match(text, _as_shown(form, context, field), context.guide.lexicon, field.most)
    if field.is_text and found.numbered and number_in(text, context.guide.lexicon) is None:
        return write(form, context, field, found)  # « =1+1 » is no number of a button
    if field.longest and not (found.exact or found.numbered):
        return write(form, context, field, found)
    # A part of a name is looked for among all the places, not only among the few that have a button.
    if field.find and not (found.exact or found.numbered) and (asked := field.find(text)):
        return _found(form, context, field, asked)
    if len(found.values) == 1 and found.values[0] in (DONE, SKIP, BACK) and found.found:
        return choose(form, context, field.name, found.values[0])
    if found.unsure:
        return _which(form, context, field, found)
    return take(form, context, field, found.values) if found.found else None


def _as_shown(form: Form, context: Context, field: Field) -> tuple[Option, ...]:
    """The options in the order of the buttons, so that a number means the same for all."""
    known = {option.value: option for option in field.options}
    wording = context.guide.wording
    shown = ((choice.id.partition(":")[2], choice.label) for choice in _choices(form, context, field))
    return tuple(known.get(value) or Option(value, label, wording.parts(f"says-{value}")) for value, label in shown)


def _found(form: Form, context: Context, field: Field, asked: Asked) -> Turn:
    if asked.value:
        return take(form, context, field, (asked.value,), asked.confirmation)
    # Kept while the question is in course, so that a number means what is shown.
    context = context.remembering(candidates=" ".join((field.name, *asked.candidates)))
    return context.turn(question(form, context, asked.confirmation or context.say("form-which")))


def _which(form: Form, context: Context, field: Field, found: Match) -> Turn:
    labels = [option.label for option in field.options if option.value in found.values]
    several = "form-too-many" if field.most > 1 else "form-which-of"
    name = several if len(labels) > field.most else "form-denied"
    return again(form, context, context.say(name, labels=", ".join(labels), most=field.most))


def take(form: Form, context: Context, field: Field, values: tuple[str, ...], confirmation: str = "") -> Turn:
    """Keep these values of the question in course, then ask what follows."""
    noted = confirmation or context.say("form-noted", label=labels_of(field, values))
    context, already = context.remembering(candidates=""), chosen(form, context, field.name)
    if field.most > 1 and len(values) == 1 and len(already) >= field.most and values[0] not in already:
        return again(form, context, context.say("form-full", most=field.most, labels=labels_of(field, already)))
    if field.most > 1:
        if len(values) == 1 and values[0] in already:
            noted = context.say("form-taken-back")
        values, ended = _several(already, values, field.most)
        if not ended:
            kept = form.answered(context, field.name, " ".join(values)) if values else None
            context = kept or _emptied(form, context, field.name)
            more = context.say("form-another") if len(values) > len(already) else ""
            return ask(form, context, field.name, f"{noted} {more}".strip())
    return following(form, form.answered(context, field.name, " ".join(values)), noted)


def _several(already: tuple[str, ...], new: tuple[str, ...], most: int) -> tuple[tuple[str, ...], bool]:
    """The values after `new`, and whether the question ends: a chosen one is taken back."""
    if len(new) == 1 and new[0] in already:
        return tuple(value for value in already if value != new[0]), False
    values = tuple(dict.fromkeys((*already, *new)))
    if len(new) > 1:
        values = tuple(dict.fromkeys(new))
    return values[:most], len(values) >= most


def _emptied(form: Form, context: Context, name: str) -> Context:
    return form.keeping(context, {each: value for each, value in form.given(context).items() if each != name})


def write(form: Form, context: Context, field: Field, found: Match) -> Turn:
    """Keep a free text of the question in course, with what it names among the options, then ask what follows."""
    text = " ".join(context.inbound.text.split("\n"))
    if field.skip_label and _says_nothing(context, text):
        return skip(form, context)
    refused = _refused(context, field, text)
    if refused:
        return again(form, context, refused)
    if field.is_text:
        return following(form, form.answered(context, field.name, text), context.say("form-noted-text", text=text))
    named = found.values if found.found else ()
    if named and not _says_more(context, field, text, named):
        return take(form, context, field, named)
    values = tuple(dict.fromkeys((*chosen(form, context, field.name), *named)))[: field.most]
    context = form.answered(form.answered(context, field.name, " ".join(values)), field.words, text)
    said = [labels_of(field, values), context.say("form-quoted", text=text)]
    return following(form, context, context.say("form-noted", label=" ".join(part for part in said if part)))


def _says_nothing(context: Context, text: str) -> bool:
    """« rien », « pas encore »: no answer, and no word to keep."""
    return key(text) in {key(said) for said in context.guide.wording.parts("says-form-nothing")}


def _refused(context: Context, field: Field, text: str) -> str:
    """What to say of a text that is not taken; nothing for one that is."""
    if not text or not (field.is_text or any(map(str.isalnum, text))):
        return context.say("form-empty")
    if len(text) > field.longest:
        return context.say("form-too-long", most=field.longest)
    name = field.refused(text) if field.refused else sensitive.find(text, context.guide.wording)
    if name or not bare.is_yes_or_no(context, text):
        return context.say(name) if name else ""
    return bare.refusal(context, text, field.example)


def _says_more(context: Context, field: Field, text: str, named: tuple[str, ...]) -> bool:
    """True if a text holds words besides the names of the options that it names."""
    options = [option for option in field.options if option.value in named]
    lexicon = context.guide.lexicon
    known = {word for option in options for said in (option.label, *option.says) for word in key(said).split()}
    return bool(set(key(text).split()) - known - lexicon.joining - lexicon.articles)


def done(form: Form, context: Context) -> Turn:
    """The end of a question that takes several answers; with none, it is skipped."""
    name = context.conversation.step
    values = chosen(form, context, name)
    if not values:
        return skip(form, context)
    return following(form, form.answered(context, name, " ".join(values)), "")


def skip(form: Form, context: Context) -> Turn:
    """Pass the question in course."""
    name = context.conversation.step
    turn = form.skipping(context, name)
    if turn is not None:
        return turn
    words = form.field(context, name).words
    context = form.answered(context, words, "") if words else context
    return following(form, form.answered(context, name, ""), context.say("form-skipped"))


def back(form: Form, context: Context) -> Turn:
    """Show the question before; at the first one, say so."""
    if turn := form.going_back(context):
        return turn
    earlier = _before(form, context)
    if earlier is None:
        return again(form, context, context.say("form-first"))
    return ask(form, context, earlier, context.say("form-back-to"))


def why(form: Form, context: Context) -> Turn:
    """Why the question in course is asked, then the question again."""
    return again(form, context, form.field(context, context.conversation.step).why)


def again(form: Form, context: Context, *first: str) -> Turn:
    """The question in course once more, or the end if there is none."""
    if context.conversation.step in form.names(context):
        return ask(form, context, context.conversation.step, *first)
    return following(form, context, *first)


def following(form: Form, context: Context, *noted: str) -> Turn:
    """What comes after the answers so far: the next question or the end."""
    name = form.next_name(context)
    if name is None:
        return form.finish(context, in_paragraphs(noted))
    return ask(form, context, name, *noted)
