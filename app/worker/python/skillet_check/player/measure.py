# SPDX-License-Identifier: GPL-3.0-or-later
"""How long something took, and how much memory Python's objects held at most meanwhile."""

import time
import tracemalloc


class Measure:
    """`with Measure(True) as measure: ...`, then `measure.seconds` and `measure.memory` in bytes. Memory is only looked
    at when wanted: that makes the code several times as slow."""

    _clock = time.perf_counter

    def __init__(self, with_memory):
        self._with_memory = with_memory
        self.seconds = 0.0
        self.memory = 0

    def __enter__(self):
        if self._with_memory:
            tracemalloc.start()
            self._before = tracemalloc.get_traced_memory()[0]
        self._begun = Measure._clock()
        return self

    def __exit__(self, *_):
        self.seconds = Measure._clock() - self._begun
        if self._with_memory and tracemalloc.is_tracing():
            self.memory = max(0, tracemalloc.get_traced_memory()[1] - self._before)
            tracemalloc.stop()
