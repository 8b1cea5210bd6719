# SPDX-License-Identifier: GPL-3.0-or-later
"""What goes on while the prompt waits for its next input: windows answer, and tasks in the background advance."""

import sys
import time

_PAUSE = 0.02  # seconds between two turns: short enough for windows to feel alive
_TURN = 0.01
_DONT_WAIT = 2  # _tkinter.DONT_WAIT

_modules = sys.modules
_excepthook = sys.excepthook


def turn():
    """Does a little of it. Returns the seconds until the next turn, or 0 when there is nothing to do."""
    wanted = False
    for work in (_serve_windows, _advance_tasks):
        try:
            wanted = work() or wanted
        except BaseException as error:  # of the learner's callbacks; also a Stop that came while nothing ran
            _excepthook(type(error), error, error.__traceback__)
            wanted = True
    return _PAUSE if wanted else 0.0


def _serve_windows():
    """Tk's events, of turtle's windows too."""
    tkinter = _modules.get("tkinter")
    root = getattr(tkinter, "_default_root", None)
    if root is None:
        return False
    end = time.monotonic() + _TURN
    while root.tk.dooneevent(_DONT_WAIT) and time.monotonic() < end:
        if tkinter._default_root is not root:  # closed by the learner
            break
    return True


def _advance_tasks():
    awaiting = _modules.get("skillet_worker.awaiting")
    if awaiting is None or not awaiting.has_work():
        return False
    awaiting.advance(_TURN)
    return True
