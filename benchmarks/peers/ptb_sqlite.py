"""B again, with the storage that comes to mind first: an asynchronous session and a commit for each turn.

SQLite as it comes: a commit survives a loss of power there, as ours do (`synchronous=FULL` is its default).
"""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from benchmarks.peers.ptb_memory import keyboard, run, welcome
from benchmarks.peers.script import FOLDER, fits, shown

engine = create_async_engine(f"sqlite+aiosqlite:///{FOLDER}/peer.db")
sessions = async_sessionmaker(engine, expire_on_commit=False)


class Base(DeclarativeBase):
    """The tables."""


class Person(Base):
    """What somebody answered."""

    __tablename__ = "people"
    id: Mapped[int] = mapped_column(primary_key=True)
    chosen: Mapped[str]


async def create(_: Any) -> None:
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)


async def start(update: Any, _: Any) -> None:
    async with sessions() as session:
        await session.merge(Person(id=update.effective_user.id, chosen="[]"))
        await session.commit()
    await welcome(update)


async def tap(update: Any, _: Any) -> None:
    query = update.callback_query
    await query.answer()
    async with sessions() as session:
        person = await session.get_one(Person, query.from_user.id)
        chosen = json.loads(person.chosen)
        if fits(chosen, query.data):
            chosen.append(query.data)
            person.chosen = json.dumps(chosen)
        await session.commit()
    text, choices = shown(chosen)
    await query.edit_message_text(text, reply_markup=keyboard(choices))


if __name__ == "__main__":
    run(start, tap, post_init=create)
