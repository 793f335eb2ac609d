"""Wakes: reads the clock and asks what is due; never sends."""
