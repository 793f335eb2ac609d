"""Decides. A message, a conversation and a world in; a turn out. No I/O, no clock, no chance.

May be touched here: what the bot answers and why. Never here: a database, a network, a file, the hour.
"""
