"""Talks: channels, lanes, delivery, the command line."""
