# SPDX-License-Identifier: GPL-3.0-or-later
"""Windows of Tk that notice a Stop.

Tk waits for events of the display; that a signal has come it sees only with the next of them, which may be never. A
timer of Tcl's own is such an event. It calls nothing of Python, and every interpreter of Tcl has one.
"""

import sys

_BEAT = "proc ::skillet_beat {} {after 100 ::skillet_beat}; ::skillet_beat"  # milliseconds


def prepare():
    """While tkinter is imported: what makes the interpreters of Tcl is replaced by what makes them with a timer."""
    _tkinter = sys.modules["_tkinter"]
    create = _tkinter.create

    def create_with_beat(*arguments):
        tcl = create(*arguments)
        tcl.eval(_BEAT)
        return tcl

    create_with_beat.__name__ = create_with_beat.__qualname__ = "create"
    create_with_beat.__doc__ = create.__doc__
    _tkinter.create = create_with_beat
