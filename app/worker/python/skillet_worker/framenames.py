# SPDX-License-Identifier: GPL-3.0-or-later
"""The names that prompt input sees inside a frame of an error."""

import builtins

# Functions below look builtins up here: the learner may delete or replace their own.
__builtins__ = dict(vars(builtins))

_NEEDED = ("__builtins__", "__name__", "__package__", "__spec__", "__loader__")  # looked for in the dict itself


def view_of(variables, module_names):
    """A dict to run code in, as its globals and locals at once, so that comprehensions and lambdas find everything: it
    holds the variables; what it lacks is looked up in the names of the module. Assignments stay in it.

    A method of a builtin serves the lookup: nothing of this module is called by the learner's code, so that no trace
    function sees it, and broken builtins do not matter.
    """
    view = type("FrameNames", (dict,), {"__missing__": staticmethod(module_names.__getitem__), "_behind": module_names})()
    for name in _NEEDED:
        if name in module_names:
            view[name] = module_names[name]
    for name, value in variables.items():
        if not name.startswith("."):  # `.0` is what a comprehension goes through
            view[name] = value
    return view


def everything(view):
    """All names that can be used there, as a dict of their own. A function that was defined in a view has one behind its
    variables in turn."""
    behind = getattr(type(view), "_behind", None)
    return {**view} if behind is None else {**everything(behind), **view}
