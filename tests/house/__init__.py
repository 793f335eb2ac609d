"""Tests over the source itself: what the house rules say is checked, not remembered."""
