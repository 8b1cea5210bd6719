# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the learner's code in a process of its own.

The checks stay here, with the exercise and the verdict; over there is nothing but the learner's files, so that code
which reaches into its interpreter finds no expected value and nothing that says "passed". Plain values go over as
copies, everything else is asked for where it lives.
"""

from .client import Player, PlayerGone
from .nursery import Nursery

__all__ = ["Nursery", "Player", "PlayerGone"]
