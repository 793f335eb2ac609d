"""aiogram as its documentation begins: polling, each update in a task of its own, what it knows in its memory."""

from __future__ import annotations

import asyncio

from aiogram import Bot, Dispatcher, F
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.filters import CommandStart
from aiogram.fsm.context import FSMContext
from aiogram.fsm.storage.memory import MemoryStorage
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from benchmarks.peers.script import SERVER, TOKEN, WELCOME, fits, shown


def keyboard(choices: list[tuple[str, str]]) -> InlineKeyboardMarkup:
    rows = [[InlineKeyboardButton(text=label, callback_data=data)] for label, data in choices]
    return InlineKeyboardMarkup(inline_keyboard=rows)


async def start(message: Message, state: FSMContext) -> None:
    await state.set_data({"chosen": []})
    text, choices = shown([])
    await message.answer(WELCOME)
    await message.answer(text, reply_markup=keyboard(choices))


async def tap(query: CallbackQuery, state: FSMContext) -> None:
    await query.answer()
    chosen = (await state.get_data())["chosen"]
    if fits(chosen, query.data):
        chosen = [*chosen, query.data]
        await state.update_data(chosen=chosen)
    text, choices = shown(chosen)
    assert isinstance(query.message, Message)
    await query.message.edit_text(text, reply_markup=keyboard(choices))


async def main() -> None:
    """Until a signal."""
    dispatcher = Dispatcher(storage=MemoryStorage())
    dispatcher.message.register(start, CommandStart())
    dispatcher.callback_query.register(tap, F.data)
    async with Bot(TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(SERVER))) as bot:
        await dispatcher.start_polling(bot)


if __name__ == "__main__":
    asyncio.run(main())
