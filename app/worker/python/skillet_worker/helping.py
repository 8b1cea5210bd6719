# SPDX-License-Identifier: GPL-3.0-or-later
"""What help() has to say goes to the window, to be read page by page, in place of a pager's terminal."""

import sys

from . import streams

_show = None
_prepared = False


def install(show):
    """`show(text)` hands the text over; False: it is to be printed."""
    global _show
    _show = show
    helper = type(sys.modules["builtins"].help)
    original = helper.__call__

    def __call__(self, *args, **kwds):
        _prepare()
        return original(self, *args, **kwds)

    helper.__call__ = __call__


def _prepare():
    """Sets the pager once: a learner's own stays."""
    global _prepared
    if not _prepared:
        import pydoc

        pydoc.pager = _page
        _prepared = True


def _page(text, title=""):
    text = _plain(text)
    stdout = sys.stdout
    if streams.is_own(stdout):
        streams.hand_on()
        if _show(text):
            return
    encoding = getattr(stdout, "encoding", None) or "utf-8"
    stdout.write(text.encode(encoding, "backslashreplace").decode(encoding))


def _plain(text):
    """Without the backspaces by which a typewriter writes in bold."""
    parts = text.split("\b")
    return "".join([part[:-1] for part in parts[:-1]] + parts[-1:])
