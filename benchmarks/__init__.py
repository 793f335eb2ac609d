"""Measures; nothing here passes or fails.

May be touched here: what is measured and beside whom.
Never here: a threshold: tests judge, figures are printed.
"""
