# SPDX-License-Identifier: GPL-3.0-or-later
"""Figures and tables of the learner's program, shown in their place between its output.

Nothing of it is at work before the program imports matplotlib.pyplot or pandas. Programs that it starts are not
concerned: no environment variable is set.
"""

import os
import sys

from . import streams

_BACKEND = "module://skillet_worker.figures"  # of matplotlib

_MOST_PIECES = 100  # in one run
_MOST_BYTES = 64 * 1024 * 1024  # in one run
_LARGEST = 8 * 1024 * 1024  # characters of one picture
_LARGEST_TABLE = 2 * 1024 * 1024
_LONGEST_TEXT = 1024 * 1024
_PLAIN_HOOK = sys.displayhook

_send = None
_pieces = 0
_bytes = 0


class _Listener:
    """Stands among the finders of modules, finds none, and learns which are looked for."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        prepare = _PREPARATIONS.get(name)
        if prepare is not None:
            try:
                prepare()
            except Exception:
                pass  # of a version that is made otherwise: it works as it would without Skillet
        return None


def install(send):
    """`send(mime_type, data, text)` shows a piece, and says whether it could."""
    global _send
    _send = send
    sys.meta_path.insert(0, _Listener)


def begin_run():
    """What one run may show is counted anew."""
    global _pieces, _bytes
    _pieces = _bytes = 0


def show(mime_type, data, text):
    """Shows a piece, or writes its text when there is no more room."""
    global _pieces, _bytes
    fits = len(data) <= _LARGEST and _pieces < _MOST_PIECES and _bytes + len(data) <= _MOST_BYTES
    streams.hand_on()
    if fits and _send(mime_type, data, text):
        _pieces += 1
        _bytes += len(data)
        return
    if not fits:
        why = "it is too large" if len(data) > _LARGEST else "this run has shown too many pictures already"
        text += f" (not drawn: {why})"
    sys.stdout.write(text + "\n")


def _prepare_pyplot():
    matplotlib = sys.modules["matplotlib"]
    if not _has_chosen(matplotlib):
        matplotlib.rcParams["backend"] = _BACKEND
    _prepare_values()


def _has_chosen(matplotlib):
    """Whether the program or the learner's settings name a backend. That of a distribution's settings is no choice."""
    now = dict.__getitem__(matplotlib.rcParams, "backend")
    first = dict.__getitem__(matplotlib.rcParamsOrig, "backend")
    if os.environ.get("MPLBACKEND") or not matplotlib.rcParams["backend_fallback"] or now != first:
        return True
    is_default = matplotlib.matplotlib_fname().startswith(("/etc/", matplotlib.get_data_path()))
    return not is_default and first is not matplotlib.rcsetup._auto_backend_sentinel


def _prepare_values():
    if sys.displayhook is _PLAIN_HOOK:
        sys.displayhook = displayhook


def _prepare_windows():
    from . import tkwindows

    tkwindows.prepare()


_PREPARATIONS = {"matplotlib.pyplot": _prepare_pyplot, "pandas": _prepare_values, "tkinter.constants": _prepare_windows}


def displayhook(value):
    """Print an object to sys.stdout and also save it in builtins._; figures and tables of pandas are drawn."""
    piece = None
    if _writes_to_window():
        try:
            piece = _figure(value) or _table(value)
        except Exception:
            pass  # the plain text comes instead, or its own error
    if piece is None:
        _PLAIN_HOOK(value)
        return
    show(*piece)
    sys.modules["builtins"]._ = value


def _writes_to_window():
    return streams.is_own(sys.stdout)


def _figure(value):
    matplotlib = sys.modules.get("matplotlib")
    module = sys.modules.get("matplotlib.figure")
    if module is None or not issubclass(type(value), module.Figure):
        return None
    if dict.__getitem__(matplotlib.rcParams, "backend") != _BACKEND:
        return None
    from . import figures

    return "image/png", figures.drawn(value), repr(value)


def _table(value):
    """Of classes of pandas, and of those made from them. Others print what they print in any terminal."""
    kind = type(value)
    pandas = sys.modules.get("pandas")
    if pandas is None or not issubclass(kind, _table_kinds(pandas)):
        return None
    text = repr(value)
    if len(text) > _LONGEST_TEXT:
        return None
    if issubclass(kind, pandas.Series):
        value = value.to_frame("" if value.name is None else value.name)
    html = value._repr_html_()
    if not isinstance(html, str) or len(html) > _LARGEST_TABLE:
        return None
    return "text/html", html, text


def _table_kinds(pandas):
    style = sys.modules.get("pandas.io.formats.style")
    kinds = (pandas.DataFrame, pandas.Series)
    return kinds if style is None else (*kinds, style.Styler)
