"""Wakes: reads the clock and asks what is due; never sends.

May be touched here: one file for each thing that is due some day, listed in due.py.
Never here: a call to a channel; a job kept anywhere: what is due is a query.
"""
