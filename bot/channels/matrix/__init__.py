"""The bot on Matrix; the rest of the program needs one name of it only."""

from bot.channels.matrix.channel import MatrixChannel

__all__ = ["MatrixChannel"]
