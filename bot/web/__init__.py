"""Serves HTTP: the webhook, health, figures."""
