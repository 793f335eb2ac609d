"""« Préparer mon rendez-vous »: one message made to be shown or forwarded. Nothing is sent to anyone."""

from __future__ import annotations

from handlers import calls, cards
from handlers.context import Context
from handlers.dates import in_full, local_date
from handlers.dialogues import visit_offer
from handlers.messages import Reply

_DOORS = 2


def prepare(context: Context, answers: str) -> Reply:
    """The person's answers in everyday words, the two first doors, what to bring, what to ask, the date."""
    guide = context.guide
    doors = calls.table(context).decide(context.conversation.answers).recommendations[:_DOORS]
    kind = guide.pack.scheme_by_id[doors[0].scheme].kind
    today = in_full(local_date(context.now, guide.zone), context.language)
    lines = [
        context.say("prepare-door", name=cards.name_of(context, door.scheme), reason=cards.reason_of(context, door))
        for door in doors
    ]
    parts = (
        context.say("prepare-title", date=today),
        "\n".join((context.say("prepare-situation-other" if context.memo("other") else "prepare-situation"), answers)),
        "\n".join((context.say("prepare-doors"), *lines)),
        context.say("prepare-bring"),
        context.say(
            f"prepare-questions-{kind}" if guide.wording.has(f"prepare-questions-{kind}") else "prepare-questions"
        ),
        context.say("prepare-close"),
    )
    asked = visit_offer.offered(context, guide.pack.scheme_by_id[doors[0].scheme])
    return Reply("\n\n".join(parts), (*asked, context.choice("orientation/result:show", "result-again")))
