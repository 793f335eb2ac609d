"""B: python-telegram-bot at its best stock setting, what it knows of people in its own memory.

Eight updates at a time is where it is fastest: with its default, one at a time, it waits for the network; with
256 its transport spends its time looking for a free connection. `sniffio` is installed, as httpx wants it.
"""

from __future__ import annotations

from typing import Any

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import Application, CallbackQueryHandler, CommandHandler

from benchmarks.peers.script import SERVER, TOKEN, WELCOME, fits, shown


def keyboard(choices: list[tuple[str, str]]) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton(label, callback_data=data)] for label, data in choices])


async def start(update: Update, context: Any) -> None:
    context.user_data["chosen"] = []
    await welcome(update)


async def welcome(update: Update) -> None:
    assert update.message is not None
    text, choices = shown([])
    await update.message.reply_text(WELCOME)
    await update.message.reply_text(text, reply_markup=keyboard(choices))


async def tap(update: Update, context: Any) -> None:
    query = update.callback_query
    assert query is not None
    await query.answer()
    chosen = context.user_data["chosen"]
    if fits(chosen, query.data):
        chosen.append(query.data)
    text, choices = shown(chosen)
    await query.edit_message_text(text, reply_markup=keyboard(choices))


def run(on_start: Any, on_tap: Any, **hooks: Any) -> None:
    """The application; also used by the variant that stores."""
    builder = Application.builder().token(TOKEN).base_url(f"{SERVER}/bot").concurrent_updates(8)
    for name, hook in hooks.items():
        builder = getattr(builder, name)(hook)
    application = builder.build()
    application.add_handler(CommandHandler("start", on_start))
    application.add_handler(CallbackQueryHandler(on_tap))
    application.run_polling(allowed_updates=["message", "callback_query"])


if __name__ == "__main__":
    run(start, tap)
