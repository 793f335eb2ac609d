"""Serves HTTP: the webhook, health, figures, the public pages, the summary.

May be touched here: pages, their words aside, and who may open them.
Never here: personal data on a public page; a script: every page works without.
"""
