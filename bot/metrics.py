"""Figures for whoever watches the machine: turns, their latency, the ledger, the loop; never a person."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol, runtime_checkable

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector, generate_latest

from bot.health import Health
from bot.sentences import sentence
from handlers.broadcasts import PAUSED, SENDING, STOPPED, WAITING
from handlers.gatherings import BOOKINGS
from handlers.gatherings import STATES as GATHERINGS
from storage.overview import Figures

# Seconds: what people do not notice, what they do, what is wrong.
_TURN = (0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
UNDER_WAY = (WAITING, SENDING, PAUSED, STOPPED)


@runtime_checkable
class Withholds(Protocol):
    """A channel that lets some devices read what it says, and not others."""

    @property
    def withheld(self) -> int:
        """How many cannot."""
        ...


class Metrics:
    """One set of figures for one process, in a registry of its own."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        ProcessCollector(registry=self._registry)
        self.turn = Histogram(
            "boussole_turn_seconds", sentence("cli-metric-turn"), buckets=_TURN, registry=self._registry
        )
        self._outbox = self._gauge("outbox_messages", "state")
        self._channels = self._gauge("channel_up", "channel")
        self._lag = self._gauge("loop_lag_seconds")
        self._tick = self._gauge("tick_age_seconds")
        self._aside = self._gauge("updates_set_aside")
        self._unreadable = self._gauge("messages_unreadable")
        self.withheld = self._gauge("devices_withheld")
        self._gatherings = self._gauge("gatherings", "state")
        self._seats = self._gauge("gathering_seats", "state")
        self._broadcasts = self._gauge("broadcasts", "state")
        self._to_send = self._gauge("broadcast_messages_to_send")
        self.dropped = Counter(
            "boussole_messages_dropped", sentence("cli-metric-messages-dropped"), registry=self._registry
        )

    def _gauge(self, name: str, *labels: str) -> Gauge:
        said = sentence(f"cli-metric-{name.replace('_', '-')}")
        return Gauge(f"boussole_{name}", said, labels, registry=self._registry)

    def text(
        self, health: Health, tick_age: float, ledger: Mapping[str, int], aside: int, unreadable: int = 0
    ) -> bytes:
        """Everything, in the form that Prometheus reads."""
        for state, count in ledger.items():
            self._outbox.labels(state).set(count)
        for channel, state in health.channels.items():
            self._channels.labels(channel).set(state == "up")
        self._lag.set(health.lag)
        self._tick.set(tick_age)
        self._aside.set(aside)
        self._unreadable.set(unreadable)
        return generate_latest(self._registry)

    def plans(self, figures: Figures) -> None:
        """What is ahead, and what is being sent to many; a state that nothing is in any more is at zero."""
        for gauge, counted, states in (
            (self._gatherings, figures.gatherings, GATHERINGS),
            (self._seats, figures.seats, BOOKINGS),
            (self._broadcasts, figures.broadcasts, UNDER_WAY),
        ):
            for state in states:
                gauge.labels(state).set(counted.get(state, 0))
        self._to_send.set(figures.to_send)
