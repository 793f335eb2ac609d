"""A holder's request that a network is given: when it is reminded, when it is over, and what may be answered."""

from __future__ import annotations

from datetime import timedelta

REMINDED_AFTER = (5, 12)
"""Days without a word after which the network is reminded."""

CLOSED_AFTER = 21
"""Days without a word, or after a yes, at which it is closed and its holder told."""

IN_TIME = timedelta(days=7)
"""An answer within this is counted apart."""

MOST_TOGETHER = 3
"""Networks that may hold a request of the same person at once."""

OUTSIDE, ELSEWHERE, FULL, EARLY = "hors_criteres", "hors_zone", "complet", "trop_tot"
REASONS = (OUTSIDE, ELSEWHERE, FULL, EARLY)
"""Why a network says no, in words of ours; it may also write its own."""

LONGEST_WORDS, LONGEST_CONTACT, LONGEST_REASON = 300, 100, 200
