"""A person with an encrypted direct room is answered, whatever way they choose to say it."""

from __future__ import annotations

import pytest

from bot.channels import Blocked, Outgoing
from bot.channels.matrix.render import Placed, contents
from handlers.messages import Address, Choice, Reply
from tests.channels.matrix.rig import Rig
from tests.synapse.heard import Heard
from tests.synapse.people import Person

KEYCAP = "\ufe0f\u20e3"


async def begun(bot: Rig, name: str = "holder", *, encrypted: bool = True) -> tuple[Person, str, Heard]:
    """Somebody who was asked the first question."""
    person, room = await bot.meets(name, encrypted=encrypted)
    await person.says(room, "bonjour")
    return person, room, (await person.hears(room, 2))[1]


async def next_said(person: Person, room: str) -> str:
    """The first line of what is heard next."""
    return (await person.hears(room))[0].body.splitlines()[0]


@pytest.mark.parametrize("encrypted", [True, False])
async def test_a_direct_room_is_answered(bot: Rig, encrypted: bool) -> None:
    """The body says everything, quietly, as encrypted as the room is; the list is there too (MX4, MX5)."""
    holder, room, question = await begun(bot, encrypted=encrypted)
    assert question.encrypted == encrypted
    assert question.body.splitlines()[1] == "  1. J’ai une idée"
    assert "<ol><li>J’ai une idée</li>" in question.formatted_body
    assert (question.msgtype, question.mentions) == ("m.notice", {})
    assert holder.unreadable(room) == []


async def test_a_reaction_chooses_and_taking_it_back_returns_to_the_question(bot: Rig) -> None:
    """The number of the answer, under the question (MX6, MX7); a feeling says nothing."""
    holder, room, question = await begun(bot)
    await holder.reacts(room, question.event_id, "❤️")
    reaction = await holder.reacts(room, question.event_id, f"1{KEYCAP}")
    assert await next_said(holder, room) == "Noté : J’ai une idée."
    await holder.takes_back(room, reaction)
    assert "Question 1. Où en êtes-vous ?" in (await holder.hears(room))[0].body


async def test_a_reaction_under_an_old_question_goes_back_to_it(bot: Rig) -> None:
    """As a tap on an old button; a reaction taken back late undoes nothing."""
    holder, room, question = await begun(bot)
    reaction = await holder.reacts(room, question.event_id, f"1{KEYCAP}")
    await holder.hears(room)
    await holder.says(room, "lille")
    await holder.hears(room)
    await holder.takes_back(room, reaction)
    await holder.reacts(room, question.event_id, f"2{KEYCAP}")
    heard = (await holder.hears(room))[0].body
    assert "Je prépare la création" in heard
    assert "Revenons" not in heard


async def test_one_of_several_answers_is_taken_back_by_taking_the_reaction_back(bot: Rig) -> None:
    """The question stays open."""
    holder, room, _ = await begun(bot)
    for answer in ("1", "lille", "oui", "utile", "2 à 4"):
        await holder.says(room, answer)
    question = (await holder.hears(room, 5))[-1]
    assert "besoin" in question.body.casefold()
    reaction = await holder.reacts(room, question.event_id, f"1{KEYCAP}")
    chosen = (await holder.hears(room))[0]
    assert "(choisi)" in chosen.body
    await holder.takes_back(room, reaction)
    assert "(choisi)" not in (await holder.hears(room))[0].body


@pytest.mark.row("I29", "I30")
async def test_a_correction_is_heard_as_such_and_only_from_its_author(bot: Rig) -> None:
    """Anybody may change anybody's message, as far as the server is concerned (faults I29, I30)."""
    holder, room, question = await begun(bot)
    await holder.edits(room, question.event_id, "canari")
    mine = await holder.says(room, "1")
    await holder.hears(room)
    await holder.edits(room, mine, "2")
    assert await next_said(holder, room) == bot.said("edited")


@pytest.mark.row("I31")
async def test_what_is_erased_is_not_answered(bot: Rig) -> None:
    """Nothing of it was kept (faults I31)."""
    holder, room, _ = await begun(bot)
    mine = await holder.says(room, "1")
    await holder.hears(room)
    await holder.takes_back(room, mine)
    await holder.says(room, "lille")
    assert await next_said(holder, room) == "Noté : Lille."


@pytest.mark.row("I32")
async def test_a_thread_is_answered_in_it(bot: Rig) -> None:
    """And the main line, on it (MX9)."""
    holder, room, question = await begun(bot)
    await holder.says(room, "1", thread=question.event_id)
    assert (await holder.hears(room))[0].thread == question.event_id
    await holder.says(room, "lille")
    assert (await holder.hears(room))[0].thread == ""


@pytest.mark.row("I9")
async def test_a_file_and_a_place_are_answered(bot: Rig) -> None:
    """That only text is read."""
    holder, room, _ = await begun(bot)
    await holder.sends_file(room, "canari.pdf", b"x")
    assert await next_said(holder, room) == bot.said("only-text")
    await holder.shares_location(room, 50.63, 3.06)
    assert await next_said(holder, room) == bot.said("only-text")


@pytest.mark.row("F5")
async def test_the_same_name_twice_is_one_message(bot: Rig) -> None:
    """The server drops the repeat: nothing is doubled after a crash (MX19)."""
    holder, room, _ = await begun(bot)
    outgoing = Outgoing(
        "k/1", "reminder", Address("matrix", holder.user_id), Reply("à demain", (Choice("a/b:c", "Oui"),))
    )
    assert await bot.channel.send(outgoing) == await bot.channel.send(outgoing)
    (heard,) = await holder.hears(room)
    assert (heard.msgtype, heard.mentions) == ("m.text", {"user_ids": [holder.user_id]})
    await holder.says(room, "1")
    assert await next_said(holder, room) == "Noté : J’ai une idée."


async def test_a_long_text_comes_in_pieces_whole_and_in_order(bot: Rig) -> None:
    """MX21: an event holds 64 KiB."""
    holder, room, _ = await begun(bot)
    text = "\n".join(f"ligne {number} " + "é" * 90 for number in range(200))
    await bot.channel.send(Outgoing("k/2", "broadcast", Address("matrix", holder.user_id), Reply(text)))
    heard = await holder.hears(room, len(contents("broadcast", Reply(text), Placed())))
    assert len(heard) > 3
    assert "\n".join(each.body for each in heard) == text


async def test_nobody_is_written_to_where_they_are_not(bot: Rig) -> None:
    """A person who was never met, or a room where the bot is not."""
    for peer in ("@nobody:a.org", "!nowhere:a.org"):
        with pytest.raises(Blocked):
            await bot.channel.send(Outgoing("k/3", "reminder", Address("matrix", peer), Reply("x")))


@pytest.mark.row("F45")
async def test_a_new_phone_reads_what_follows(bot: Rig) -> None:
    """Unverified, as all phones of the public are (faults F45, MX22)."""
    holder, room, _ = await begun(bot)
    phone = await bot.synapse.device(holder.user_id)
    await holder.says(room, "1")
    assert await next_said(holder, room) == "Noté : J’ai une idée."
    heard = await phone.hears(room)
    assert heard[-1].body.startswith("Noté : J’ai une idée.")


@pytest.mark.row("F40")
async def test_a_homeserver_that_wants_a_slower_pace_is_obeyed(bot: Rig) -> None:
    """Everything arrives, later, and once (faults F40)."""
    holder, room, _ = await begun(bot)
    await bot.synapse.limit(bot.user_id, 1, 1)
    for number in range(3):
        await holder.says(room, f"canari {number}")
    assert len(await holder.hears(room, 3)) == 3
    await bot.synapse.limit(bot.user_id, 0, 0)
    assert bot.rows("SELECT DISTINCT state FROM outbox") == [("sent",)]
