"""Talks: channels, lanes, delivery, the command line.

May be touched here: what people and programs reach us by, and how the running process is built.
Never here: a rule of the conversation (handlers), a query (storage), the hour or chance (scheduler/clock.py).
"""
