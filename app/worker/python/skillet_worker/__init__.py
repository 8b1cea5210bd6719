# SPDX-License-Identifier: GPL-3.0-or-later
"""The parts of the worker that are easier said in Python than in C++.

Each module stands alone and is tested alone. The learner's code runs beside them in one interpreter and may break
whatever it can reach, so they take what they need from builtins at import, and none of them is needed for a run to
end in order.
"""
