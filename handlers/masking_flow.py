"""Tells whether hidden numbers of tables that add up could be others: a circulation that keeps all that is seen.

Each hidden number is an arc that carries it; each sum that is seen is an arc that cannot change. A number may be one
more or one less exactly when there is a way round through the others, and whole numbers are all that there is.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

from handlers.masking import LEAST

Node = str
Move = dict[int, int]


@dataclass(slots=True)
class Arc:
    """A number between two nodes, and the least and most that everybody knows of it (`most` None: no limit)."""

    tail: Node
    head: Node
    value: int
    least: int
    most: int | None

    def may(self, by: int, moved: int) -> bool:
        """True if one more (or less) is still possible, after it was already moved."""
        value = self.value + moved + by
        return value >= self.least and (self.most is None or value <= self.most)


@dataclass(slots=True)
class Flow:
    """The numbers as they are, with what is known of each. `proofs`: how each guarded arc could be another."""

    arcs: list[Arc] = field(default_factory=list)
    beside: dict[Node, list[tuple[int, int]]] = field(default_factory=dict)
    guarded: dict[int, int] = field(default_factory=dict)
    proofs: dict[int, Move] = field(default_factory=dict)

    def add(self, arc: Arc, *, reach: int | None = None) -> int:
        """One more arc; with `reach`, it is guarded: it must be able to reach it, or else to change at all if less
        than five is all that its limits allow."""
        self.arcs.append(arc)
        if reach is not None:
            self.guarded[len(self.arcs) - 1] = reach
        return len(self.arcs) - 1

    def connect(self) -> None:
        """To be done once all arcs are there."""
        self.beside.clear()
        for at, arc in enumerate(self.arcs):
            self.beside.setdefault(arc.tail, []).append((at, 1))
            self.beside.setdefault(arc.head, []).append((at, -1))

    def fixes(self, at: int) -> bool:
        """True if this number may be seen as it is: it then stays fixed. Else nothing changes."""
        arc = self.arcs[at]
        before = arc.least, arc.most
        arc.least = arc.most = arc.value
        if not self.holds():
            arc.least, arc.most = before
            return False
        return True

    def holds(self) -> bool:
        """True if each guarded number could be another; what proves it is kept for the next time."""
        return all(self._proved(at, reach) for at, reach in self.guarded.items())

    def _proved(self, at: int, reach: int) -> bool:
        proof = self.proofs.get(at)
        if proof is not None and self._possible(proof):
            return True
        proof = self._to(at, LEAST) or (self._by_one(at) if reach < LEAST else None)
        if proof is None:
            return False
        self.proofs[at] = proof
        return True

    def _possible(self, move: Move) -> bool:
        return all(self.arcs[at].may(0, by) for at, by in move.items())

    def _to(self, at: int, aim: int) -> Move | None:
        """How the arc reaches `aim`."""
        move: Move = {}
        while self.arcs[at].value + move.get(at, 0) < aim:
            if not self._round(at, 1, move):
                return None
        return move

    def _by_one(self, at: int) -> Move | None:
        """How the arc becomes one more, or one less."""
        for by in (1, -1):
            move: Move = {}
            if self._round(at, by, move):
                return move
        return None

    def _round(self, at: int, by: int, move: Move) -> bool:
        """Adds to `move` a way round that changes the arc by one; False if there is none."""
        arc = self.arcs[at]
        if not arc.may(by, move.get(at, 0)):
            return False
        start, end = (arc.head, arc.tail) if by > 0 else (arc.tail, arc.head)
        came: dict[Node, tuple[Node, int, int]] = {}
        seen, waiting = {start}, deque([start])
        while waiting and end not in seen:
            node = waiting.popleft()
            for other, way in self.beside[node]:
                next_arc = self.arcs[other]
                there = next_arc.head if way > 0 else next_arc.tail
                if there in seen or other == at or not next_arc.may(way, move.get(other, 0)):
                    continue
                seen.add(there)
                came[there] = (node, other, way)
                waiting.append(there)
        if end not in seen:
            return False
        self._walk_back(start, end, came, move)
        move[at] = move.get(at, 0) + by
        return True

    @staticmethod
    def _walk_back(start: Node, end: Node, came: dict[Node, tuple[Node, int, int]], move: Move) -> None:
        node = end
        while node != start:
            node, other, way = came[node]
            move[other] = move.get(other, 0) + way
