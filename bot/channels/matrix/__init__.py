"""The bot on Matrix; the rest of the program needs one name of it only.

May be touched here: how Matrix is synchronised, encrypted and written to.
Never here: another channel, a sentence, a decision about what to answer.
"""

from bot.channels.matrix.channel import MatrixChannel

__all__ = ["MatrixChannel"]
