"""Messages that are hard to answer: each gets its sentence, calmly, and nothing of them is kept."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from handlers import sensitive
from tests.conversation import Talk, guide
from tests.players import by_program
from tests.transcript import ME, Message

WORDING = guide("lille").wording
FOUND = {
    "distress-answer": [
        "je veux mourir", "j'en peux plus", "Je n’en peux plus du tout !", "J'AI ENVIE DE CREVER", "I want to die",
        "i cant take it anymore", "أريد أن أموت", "لم أعد أحتمل", "je veux mourir, il me frappe",
        "envie d'en finir", "je voudrais être morte",
        "je fais de la prévention du suicide mais moi je veux mourir",
    ],
    "violence-answer": ["on me frappe", "mon mari me frappe", "il va me tuer", "he hits me", "زوجي يضربني"],
    "insult-answer": ["espèce de con", "Va te faire voir", "fuck you", "يا حمار"],
    "health-answer": ["je suis en dépression", "mes papiers sont perdus", "I am muslim", "أنا مريض",
        "j'ai un casier judiciaire", "Je suis syndiquée à mon travail", "I have a criminal record", "أنا نقابي"],
    "personal-answer": ["2 85 05 78 006 084 36", "FR76 3000 6000 0112 3456 7890 189", "moi@exemple.example",
        "06 39 98 00 01"],
    "minor-answer": ["j'ai 13 ans", "j'ai 5 ans",
        "Bonjour, j’ai treize ans et une idée", "je n'ai que 14 ans", "I'm 12 years old"],
    None: [
        "j'ai 15 ans", "j'ai 10 ans d'expérience", "6 ans", "j'ai 12 ans dans le métier", "mon association a 13 ans",
        "une idée", "prévention du suicide", "un lieu contre les violences", "je suis motivé", "732 829 320 00074",
        "552100554",
        "73280123456789", "une idée pour des sortants de prison", "avec un syndicat de quartier",
        "un projet pour des personnes malades", "je vais mieux", "les papiers peints",
    ],
}  # fmt: skip


@pytest.mark.row("I43", "I44", "I45")
@pytest.mark.parametrize(("name", "text"), [(name, text) for name, texts in FOUND.items() for text in texts])
def test_each_difficult_text_is_known_for_what_it_is(name: str | None, text: str) -> None:
    assert sensitive.find(text, WORDING) == name


@pytest.mark.parametrize("text", ["ils ont refusé mon dossier", "On m’a dit NON", "they said no", "رفضوا ملفي"])
def test_a_refusal_is_heard(text: str) -> None:
    assert sensitive.is_refusal(text, WORDING)
    assert not sensitive.is_refusal("un refuge pour animaux", WORDING)


@pytest.mark.parametrize("text", ["Quel temps fait-il ?", "écris-moi un poème", "tell me a joke", "كم الساعة"])
def test_what_is_off_topic_is_told_and_the_question_stays(text: str) -> None:
    talk = Talk(guide("lille"))
    talk.say("/start")
    for _ in range(6):  # never taken for a misunderstanding, which would end with the menu
        (heard,) = talk.say(text)
        assert heard.text.startswith("Je ne connais que les projets")
        assert "Question 1" in heard.text


@pytest.mark.row("D25")
def test_who_says_an_age_under_15_hears_that_a_parent_is_needed_and_the_question_stays() -> None:
    talk = Talk(guide("lille"))
    talk.say("/start")
    (heard,) = talk.say("j'ai 13 ans")
    assert heard.text.startswith("Avant 15 ans, on ne s'inscrit pas sans un parent.")
    assert "Question 1" in heard.text


@pytest.mark.row("D23")
@pytest.mark.parametrize("text", ["tu es qui ?", "Es-tu une intelligence artificielle ?", "are you a robot"])
def test_who_asks_what_is_speaking_is_told_and_the_question_stays(text: str) -> None:
    """Nobody is left to believe that a person answers."""
    talk = Talk(guide("lille"))
    talk.say("/start")
    (heard,) = talk.say(text)
    assert heard.text.startswith("Je suis un programme, pas une personne.")
    assert "Question 1" in heard.text


def test_a_project_that_only_looks_off_topic_is_an_answer() -> None:
    talk = Talk(guide("lille"))
    talk.say("/start")
    talk.say("j'ai une idée de radio pour la météo")
    assert talk.answers() == {"etape": "idee"}


@pytest.mark.row("I43")
@pytest.mark.parametrize("text", FOUND["insult-answer"][:3])
def test_insulted_again_and_again_the_answer_stays_the_same(text: str) -> None:
    talk = Talk(guide("lille"))
    talk.say("/start")
    heard = [talk.say(text)[-1].text for _ in range(6)]
    assert len(set(heard)) == 1
    assert heard[0].startswith("Je reste à votre disposition")


@pytest.mark.row("I43")
@pytest.mark.parametrize("text", [*FOUND["distress-answer"], *FOUND["violence-answer"]])
def test_nothing_is_asked_after_a_cry_for_help_even_as_the_first_word(text: str) -> None:
    talk = Talk(guide("lille"))
    (first,) = talk.say(text)
    assert "Question" not in first.text
    assert first.choices == ()
    assert any(number in first.text for number in ("3114", "3919"))
    assert "112" in first.text
    assert "15" in first.text or "17" in first.text
    talk.say("menu")
    talk.tap("Commencer les questions")
    (later,) = talk.say(text)
    assert later.text == first.text
    assert talk.conversation().step == "etape"


@pytest.mark.row("I43", "I44")
def test_nothing_of_a_difficult_message_is_written_anywhere(tmp_path: Path) -> None:
    texts = [text for name, each in FOUND.items() if name is not None for text in each]
    texts += [
        "ils ont refusé mon dossier lilas",
        "quel temps fait-il à pâquerette",
        "Mijn zus kookt elke zondag voor tulpen",
    ]

    async def talk() -> None:
        async with by_program(guide("lille"), None, tmp_path) as player:
            for text in ("bonjour", "1", *texts, "Lille"):
                await player.send(Message(ME, text))

    with capture_logs() as logs:
        asyncio.run(talk())
    written = b"".join(file.read_bytes() for file in sorted(tmp_path.rglob("*")) if file.is_file())
    assert b"commune" in written
    assert [text for text in texts if text.encode() in written or text in str(logs)] == []
