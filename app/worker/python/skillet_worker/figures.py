# SPDX-License-Identifier: GPL-3.0-or-later
"""A backend of matplotlib: figures appear between the output of the program.

plt.show() shows all open figures and closes them, as a window that the learner has closed; with plt.ion() or
block=False they stay open. At the end of a statement at the prompt, open figures that it changed are shown.
"""

import base64
import io
import math

import matplotlib
from matplotlib._pylab_helpers import Gcf
from matplotlib.backend_bases import FigureManagerBase
from matplotlib.backends.backend_agg import FigureCanvasAgg

from . import showing

_SCALE = 2  # drawn that much finer than it is shown, for screens with small pixels and for zooming in
_MOST_PIXELS = 8_000_000
_LONGEST_SIDE = 16_000
_LONGEST_TITLE = 200


class FigureManager(FigureManagerBase):
    """What Figure.show() and pyplot turn to."""

    def show(self):
        figure = self.canvas.figure
        showing.show("image/png", drawn(figure), _described(figure))


class FigureCanvas(FigureCanvasAgg):
    """A canvas that knows whether the figure has changed since it was last shown."""

    manager_class = FigureManager
    asked_to_draw = False

    def draw(self):
        super().draw()
        self.asked_to_draw = True

    def draw_idle(self, *args, **kwargs):
        """There is no window to refresh. What has changed is known without it: plt.savefig() asks for it too."""

    def flush_events(self):
        pass

    def print_figure(self, *args, **kwargs):
        """Saving changes nothing of what is to be seen."""
        figure = self.figure
        stale = figure.stale
        try:
            return super().print_figure(*args, **kwargs)
        finally:
            figure.stale = stale

    def is_changed(self):
        return self.figure.stale or self.asked_to_draw


def show(block=None):
    """Show all open figures."""
    closes = not matplotlib.is_interactive() if block is None else block
    managers = Gcf.get_all_fig_managers()
    try:
        for manager in managers:
            if closes or not isinstance(manager, FigureManager) or manager.canvas.is_changed():
                manager.show()
    finally:
        if closes:
            for manager in managers:
                if isinstance(manager, FigureManager):
                    Gcf.destroy(manager)


def show_changed():
    """At the end of a statement at the prompt. Figures in which nothing is drawn yet are left for later."""
    for canvas in _open_canvases():
        if canvas.is_changed() and any(axes.has_data() for axes in canvas.figure.axes):
            canvas.manager.show()


def settle():
    """The program has ended, or failed: what it has not shown does not appear by itself after a later statement."""
    for canvas in _open_canvases():
        _note_shown(canvas.figure)


def drawn(figure):
    """The figure as PNG in base64. Its text chunk "Skillet-Scale" says how much finer it is than it is to be shown."""
    # First, so that a figure that cannot be drawn does not fail after each statement.
    _note_shown(figure)
    width, height = figure.get_size_inches() * figure.dpi
    scale = min(_SCALE, math.sqrt(_MOST_PIXELS / (width * height)), _LONGEST_SIDE / max(width, height))
    file = io.BytesIO()
    figure.canvas.print_figure(
        file,
        format="png",
        dpi=figure.dpi * scale,
        facecolor="auto",
        edgecolor="auto",
        metadata={"Skillet-Scale": f"{scale:.6g}"},
    )
    _note_shown(figure)
    return base64.b64encode(file.getvalue()).decode("ascii")


def _open_canvases():
    managers = Gcf.get_all_fig_managers()
    return [manager.canvas for manager in managers if isinstance(manager, FigureManager)]


def _note_shown(figure):
    figure.stale = False
    figure.canvas.asked_to_draw = False


def _described(figure):
    """Also for those who cannot see it: its titles."""
    titles = [axes.get_title() for axes in figure.axes]
    if figure._suptitle is not None:
        titles.insert(0, figure._suptitle.get_text())
    title = ", ".join(filter(None, titles)).replace("\n", " ")
    return repr(figure) + (": " + title[:_LONGEST_TITLE] if title else "")
