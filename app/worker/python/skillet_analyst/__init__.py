# SPDX-License-Identifier: GPL-3.0-or-later
"""What the analyst knows: it reads errors and source text, and never runs the learner's code."""
