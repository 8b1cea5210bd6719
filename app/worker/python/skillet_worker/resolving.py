# SPDX-License-Identifier: GPL-3.0-or-later
"""What a name with dots stands for at the prompt, as far as that is known without running code."""

import builtins

from . import inspection, signatures

# Functions below look builtins up here: the learner may delete or replace their own.
__builtins__ = dict(vars(builtins))

_builtin_names = dict(vars(builtins))


def resolve(text, namespace):
    """(value,) of names with dots between them; None: it is not known."""
    first, *steps = [part.strip() for part in text.split(".")]
    entry = inspection.entry(namespace, first) or inspection.entry(_builtin_names, first)
    if entry is None:
        return None
    value = entry[1]
    for step in steps:
        found, value = inspection.attribute(value, step)
        if not found:
            return None
    return (value,)


def signature(text, namespace, preview):
    """Of what the name stands for, when it is called under that name; None: it is not known."""
    owner, _, last = text.rpartition(".")
    found = resolve(owner if owner else last, namespace)
    if found is None:
        return None
    return signatures.of_attribute(found[0], last, preview) if owner else signatures.of(found[0], preview)
