# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of what was measured, what was aimed at, and whether it was met, in words."""


class Aim:
    """At most `limit` of Skillet's unit, or at most `limit` times what `peer` takes."""

    def __init__(self, limit, peer=None):
        self.limit, self.peer = limit, peer

    def verdict(self, value, peers, unit):
        if self.peer is None:
            return f"aim: at most {self.limit:g} {unit}: " + ("met" if value <= self.limit else "not met")
        peer = peers.get(self.peer)
        if not isinstance(peer, (int, float)) or not peer:
            return f"aim: at most {self.limit:g} of {self.peer}, which was not measured here"
        ratio = value / peer
        return (f"aim: at most {self.limit:g} of {self.peer} ({peer:.4g}): {ratio:.2f}, "
                + ("met" if ratio <= self.limit else "not met"))


class Report:
    def __init__(self):
        self.failures = []

    def head(self, text):
        print(f"\n{text}", flush=True)

    def row(self, what, value, unit="ms", aims=(), **peers):
        """One line, and one for each aim. `peers` by name: a number, a text, or None for not measured."""
        shown = "no answer" if value is None else f"{value:.4g} {unit}"
        others = ", ".join(f"{name} {self._shown(peer)}" for name, peer in peers.items() if peer is not None)
        print(f"  {what:52} Skillet {shown:>12}" + (f"   {others}" if others else ""))
        if value is not None:
            for aim in aims:
                print(f"  {'':52} {aim.verdict(value, peers, unit)}")
        print(end="", flush=True)

    @staticmethod
    def _shown(peer):
        return peer if isinstance(peer, str) else f"{peer:.4g}"

    def note(self, text):
        print("  " + text, flush=True)

    def fail(self, text):
        """Something does not work at all, however long it takes."""
        self.failures.append(text)
        print("  FAILED: " + text, flush=True)
