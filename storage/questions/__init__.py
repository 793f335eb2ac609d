"""Answers the questions of the World inside the transaction of the turn, one file per subject."""
