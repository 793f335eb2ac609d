"""Pages of facts outside the table, and self-checks: no score, no verdict, no answer kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from handlers import cards, forms
from handlers.context import Context
from handlers.conversation import Turn
from handlers.dialogue import Dialogue, asking
from handlers.form_fields import Field
from handlers.messages import NO_ANSWERS, Choice, Reply
from handlers.pack import Page
from handlers.understand import key

NAME = "pages"


@dataclass(frozen=True, slots=True)
class SelfCheck:
    """The items of one page as a form. Only the item reached is remembered, and whether every answer
    so far is among those that call for a closer look."""

    page: Page
    dialogue: str = NAME

    def names(self, context: Context) -> tuple[str, ...]:
        """All the items, in order, whatever the answers."""
        return tuple(f"{self.page.id}.{item.id}" for item in self.page.items)

    def next_name(self, context: Context) -> str | None:
        """The item after the last one answered."""
        names = self.names(context)
        reached = context.memo("item")
        place = names.index(reached) + 1 if reached in names else 0
        return names[place] if place < len(names) else None

    def field(self, context: Context, name: str) -> Field:
        """An item with the answers of the page."""
        wording, language = context.guide.wording, context.language
        number = self.names(context).index(name) + 1
        asked = context.say(f"page-{self.page.id}-item-{name.partition('.')[2]}")
        return Field(
            name=name,
            ask=context.say("page-item", number=number, count=len(self.page.items), ask=asked),
            why=context.say("page-item-why"),
            options=tuple(
                wording.option(language, f"page-{self.page.id}-answer", answer.value, answer.says)
                for answer in self.page.answers
            ),
        )

    def given(self, context: Context) -> Mapping[str, str]:
        """Nothing: answers are not kept."""
        return NO_ANSWERS

    def keeping(self, context: Context, answers: Mapping[str, str]) -> Context:
        """Nothing is kept."""
        return context

    def going_back(self, context: Context) -> Turn | None:
        """To the item before."""
        return None

    def answered(self, context: Context, name: str, value: str) -> Context:
        """The item is passed; of the answer, only what the concern of the page needs."""
        concern = self.page.concern
        item = name.partition(".")[2]
        expected = concern.answers.get(item) if concern else None
        clear = context.memo("clear") or ("1" if expected is not None and expected != value else "")
        return context.remembering(item=name, clear=clear)

    def skipping(self, context: Context, name: str) -> Turn | None:
        """Skipping is answering nothing."""
        return None

    def finish(self, context: Context, noted: str) -> Turn:
        """The closing sentence, with the concern if all its answers were given."""
        lines = [context.say(f"page-{self.page.id}-closing")] if self.page.closing else []
        if self.page.concern and not context.memo("clear"):
            lines.insert(0, context.say(f"page-{self.page.id}-concern"))
        left = context.returned().remembering(item="", clear="")
        return left.turn(Reply("\n\n".join([*lines, context.say("page-nothing-kept")])))


def find(context: Context, text: str) -> Page | None:
    """The page whose word a whole text is."""
    asked = key(text)
    wording = context.guide.wording
    for page in context.pack.pages:
        words = (page.title, *page.words, *wording.parts(f"page-{page.id}"), *wording.parts(f"page-{page.id}-words"))
        if asked in {key(word) for word in words}:
            return page
    return None


def open_page(context: Context, page: Page) -> Turn:
    """The first screen of a page, or the first item of a self-check."""
    if page.items:
        begun = context.leaving_for(NAME, "").remembering(item="", clear="")
        return forms.following(SelfCheck(page), begun, context.say(f"page-{page.id}-intro"))
    choices = tuple(
        Choice(f"{NAME}/section:{page.id}.{part.id}", context.say(f"page-{page.id}-section-{part.id}"))
        for part in page.sections
    )
    said = f"{context.say(f'page-{page.id}')}\n\n{context.say(f'page-{page.id}-intro')}"
    return context.turn(Reply(said, choices))


def pages(context: Context, argument: str = "") -> Turn:
    """The list of the pages."""
    known = context.pack.pages
    choices = tuple(Choice(f"{NAME}/open:{page.id}", context.say(f"page-{page.id}")) for page in known)
    return context.turn(Reply(context.say("pages-intro" if known else "pages-none"), choices))


def _choose(context: Context, step: str, value: str) -> Turn | None:
    by_id = {page.id: page for page in context.pack.pages}
    if step == "open":
        return open_page(context, by_id[value]) if value in by_id else pages(context)
    if step == "section":
        page = by_id.get(value.partition(".")[0])
        for part in page.sections if page else ():
            if page and part.id == value.partition(".")[2]:
                return context.turn(Reply(cards.section(context, page.id, part), _others(context, page, part.id)))
        return pages(context)
    if asks(context.conversation) and step.partition(".")[0] in by_id:
        return forms.choose(SelfCheck(by_id[step.partition(".")[0]]), context, step, value)
    return None


def _others(context: Context, page: Page, read: str) -> tuple[Choice, ...]:
    return tuple(
        Choice(f"{NAME}/section:{page.id}.{part.id}", context.say(f"page-{page.id}-section-{part.id}"))
        for part in page.sections
        if part.id != read
    )


asks = asking(NAME)


def _form(context: Context) -> SelfCheck | None:
    wanted = context.conversation.step.partition(".")[0]
    return next((SelfCheck(page) for page in context.pack.pages if page.id == wanted), None)


def answer(context: Context) -> Turn | None:
    """A typed answer to the item in course."""
    form = _form(context)
    return forms.answer(form, context) if form else leave(context)


def show(context: Context, *first: str) -> Turn:
    """The item in course again."""
    form = _form(context)
    return forms.again(form, context, *first) if form else leave(context)


def leave(context: Context, argument: str = "") -> Turn:
    """Back to where the person was before the self-check."""
    return context.returned().remembering(item="", clear="").turn(Reply(context.say("page-left")))


def back(context: Context, argument: str = "") -> Turn | None:
    """The item before."""
    form = _form(context)
    return None if argument else forms.back(form, context) if form else leave(context)


def why(context: Context, argument: str = "") -> Turn | None:
    """Why these items are asked."""
    form = _form(context)
    return None if argument else forms.why(form, context) if form else leave(context)


def skip(context: Context, argument: str = "") -> Turn | None:
    """The next item."""
    form = _form(context)
    return None if argument else forms.skip(form, context) if form else leave(context)


DIALOGUE = Dialogue(
    name=NAME,
    choose=_choose,
    commands={"pages": pages},
    asks=asks,
    answer=answer,
    show=show,
    moves={"retour": back, "passer": skip, "pourquoi": why, "arreter": leave},
)
