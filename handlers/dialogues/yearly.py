"""« Bilan annuel »: an agent or an administrator enters a figure that the bot cannot know; the report says by whom."""

from __future__ import annotations

from handlers import drafts, form_moves, form_review, forms
from handlers.context import Context
from handlers.conversation import Turn
from handlers.dates import in_words, local_date
from handlers.dialogue import Dialogue, asking
from handlers.dialogues.roles import name_of
from handlers.drafts import DraftForm
from handlers.effects import Record
from handlers.effects_yearly import EnterFigure
from handlers.form_fields import Asked, Field, of_years
from handlers.messages import Reply
from handlers.pack_yearly import ByHand
from handlers.roles import ADMIN, AGENT, YEARLY, Role
from handlers.understand import Option
from handlers.yearly import FIRST_YEAR, Entered, by_hand, number_in, written

NAME = "yearly"
YEAR, FIGURE, VALUE = "year", "figure", "value"
ERASE = "erase"
_YEARS_SHOWN = 3


def figures(context: Context) -> dict[str, ByHand]:
    """What the pack lets be entered, by name."""
    return {each.id: each for each in by_hand(context.guide)}


def said(figure: ByHand, value: str) -> str:
    """A number with its unit."""
    return f"{written(value)}\u202f{figure.unit}" if figure.unit else written(value)


def _years(context: Context) -> list[str]:
    this = local_date(context.now, context.zone).year
    return [str(year) for year in range(this, FIRST_YEAR - 1, -1)]


def _there(context: Context) -> Entered | None:
    """What was entered before for the figure of the draft."""
    given = FORM.given(context)
    year = given.get(YEAR, "")
    return context.world.yearly.of(int(year)).get(given.get(FIGURE, "")) if year in _years(context) else None


def _field(context: Context, name: str) -> Field:
    topic, why = context.say(f"yearly-{name}-topic"), context.say(f"yearly-{name}-why")
    if name == YEAR:
        plain = Field(name, context.say("yearly-year", first=str(FIRST_YEAR)), why, (), topic)
        return of_years(plain, _years(context), _years(context)[:_YEARS_SHOWN])
    if name == FIGURE:
        options = tuple(Option(each.id, each.label) for each in figures(context).values())
        return Field(name, context.say("yearly-figure"), why, options, topic)
    return _value(context, topic, why)


def _how(context: Context, figure: ByHand | None) -> str:
    unit = figure.unit if figure else ""
    return context.say("yearly-value-unit", unit=unit) if unit else context.say("yearly-value")


def _value(context: Context, topic: str, why: str) -> Field:
    figure = figures(context).get(FORM.given(context).get(FIGURE, ""))
    former = _there(context)
    lines = [figure.label if figure else "", _how(context, figure)]
    if figure and former:
        day = in_words(local_date(former.at, context.zone), context.language)
        who = name_of(context, Role(former.role, former.network))
        lines.append(context.say("yearly-there", value=said(figure, former.value), role=who, day=day))
    options = (Option(ERASE, context.say("yearly-erase")),) if former else ()

    def named(value: str) -> str | None:
        return said(figure, value) if figure and number_in(value) == value else None

    def find(text: str) -> Asked | None:
        number = number_in(text)
        return Asked(number) if number is not None else None

    return Field(VALUE, "\n".join(lines), why, options, topic, find=find, named=named)


def _done(form: DraftForm, context: Context, noted: str) -> Turn:
    return form_review.show(form, context, noted)


FORM = DraftForm(
    NAME, order=lambda _: (YEAR, FIGURE, VALUE), make=_field, done=_done, needed=frozenset({YEAR, FIGURE, VALUE})
)


def begin(context: Context, argument: str = "") -> Turn:
    """« bilan annuel »."""
    if not figures(context):
        return context.turn(Reply(context.say("yearly-none")))
    return forms.following(FORM, drafts.begin(context, NAME, "new"))


def _whose(context: Context) -> Role | None:
    """The role that enters it: of who keeps the figures first."""
    held = context.world.roles.mine()
    return next((role for name in (AGENT, ADMIN) for role in held if role.name == name), None)


def _entered(context: Context) -> EnterFigure | None:
    """What the draft says; None if it is not whole, or no longer holds."""
    given, role = FORM.given(context), _whose(context)
    year, figure, value = (given.get(name, "") for name in (YEAR, FIGURE, VALUE))
    if role is None or year not in _years(context) or figure not in figures(context):
        return None
    if value != ERASE and number_in(value) != value:
        return None
    return EnterFigure(int(year), figure, "" if value == ERASE else value, role.name, role.network)


def _sent(context: Context) -> Turn | None:
    effect = _entered(context)
    if effect is None:
        return None
    figure = figures(context)[effect.figure]
    left = drafts.drop(context, NAME)
    name = "yearly-kept" if effect.value else "yearly-erased"
    value = said(figure, effect.value) if effect.value else ""
    text = left.say(name, label=figure.label, value=value, year=str(effect.year))
    again = left.choice(f"{NAME}/again:{effect.year}", "yearly-another")
    return left.turn(Reply(text, (again,)), effect, Record(effect.role, effect.network, "yearly"))


asks = asking(NAME)


def answer(context: Context) -> Turn | None:
    """A typed answer: a number is one, never that of a button."""
    if context.conversation.step != VALUE:
        return form_review.answer(FORM, context, _sent)
    number = number_in(context.inbound.text)
    if number is not None:
        return forms.take(FORM, context, FORM.field(context, VALUE), (number,))
    return forms.answer(FORM, context) or forms.again(FORM, context, context.say("yearly-unread"))


def _choose(context: Context, step: str, value: str) -> Turn | None:
    if step == "again":
        begun = drafts.begin(context, NAME, "new")
        return forms.following(FORM, FORM.answered(begun, YEAR, value)) if value in _years(context) else begin(context)
    if step == "open":
        return begin(context)
    return form_review.choose(FORM, context, step, value, _sent)


DIALOGUE = Dialogue(
    name=NAME,
    choose=_choose,
    commands={YEARLY: begin},
    asks=asks,
    answer=answer,
    show=lambda context, *first: form_moves.resume(FORM, context, *first),
    moves=form_moves.moves(FORM),
)
