# SPDX-License-Identifier: GPL-3.0-or-later
"""What goes on while the prompt waits for its next input: windows answer, and tasks in the background advance."""

import sys
import time

_PAUSE = 0.02  # seconds between two turns: short enough for windows to feel alive
_TURN = 0.01
_DONT_WAIT = 2  # _tkinter.DONT_WAIT

_modules = sys.modules
_excepthook = sys.excepthook


def _other_root():
    """A weak reference to a window, once one is known."""


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
    root = _root(tkinter)
    if root is None:
        return False
    end = time.monotonic() + _TURN
    while root.tk.dooneevent(_DONT_WAIT) and time.monotonic() < end:
        if _root(tkinter) is not root:  # closed by the learner
            break
    return True


def _root(tkinter):
    """One of the windows that can serve the events of all; None when there is none."""
    global _other_root
    root = getattr(tkinter, "_default_root", None)
    if root is not None or not hasattr(tkinter, "Tk"):
        return root
    known = _other_root()
    if known is not None and _is_open(known):
        return known
    import gc
    import weakref

    # The first window is closed, or NoDefaultRoot() was called: nobody but their program knows of others.
    for thing in gc.get_objects():
        if issubclass(type(thing), tkinter.Tk) and _is_open(thing):
            _other_root = weakref.ref(thing)
            return thing
    return None


def _is_open(root):
    try:
        return bool(root.tk.call("winfo", "exists", "."))
    except Exception:
        return False  # of a window that is gone, or was never made


def _advance_tasks():
    awaiting = _modules.get("skillet_worker.awaiting")
    if awaiting is None or not awaiting.has_work():
        return False
    awaiting.advance(_TURN)
    return True
