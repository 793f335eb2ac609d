"""Answers the questions of the World inside the transaction of the turn, one file per subject.

May be touched here: one file for each subject of the World, at most ten questions each.
Never here: a write; an answer without a limit.
"""
