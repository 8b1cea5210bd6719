# SPDX-License-Identifier: GPL-3.0-or-later
"""The texts of Python's reference on keywords, operators and topics."""

import builtins
import sys

# Functions below look builtins up here: the learner may delete or replace their own.
__builtins__ = dict(vars(builtins))

_index = None  # {topic in lower case: key of the text}
_texts = None
_path = [folder for folder in sys.path if folder]  # without the folder of the prompt
_finders = list(sys.meta_path)
_hooks = list(sys.path_hooks)


def _load():
    """Reads the texts, from Python's own library: a file of the learner's may have the name of a module in it."""
    global _index, _texts
    saved = sys.path, sys.meta_path, sys.path_hooks
    sys.path, sys.meta_path, sys.path_hooks = list(_path), list(_finders), list(_hooks)
    try:
        import pydoc
        from pydoc_data import topics
    finally:
        sys.path, sys.meta_path, sys.path_hooks = saved
    _texts = dict(topics.topics)
    index = {}
    for table in (pydoc.Helper.topics, pydoc.Helper.keywords, pydoc.Helper.symbols):
        for name, entry in table.items():
            index[name.lower()] = entry
    _index = {name: _key_of(entry, index) for name, entry in index.items()}


def _key_of(entry, index):
    """The entries are a text's key and related topics, or only the name of another entry."""
    for _ in range(5):
        if type(entry) is tuple:
            return entry[0]
        entry = entry.partition(" ")[0]
        entry = index.get(entry.lower(), (entry,))
    return ""


def text(topic):
    """Empty when there is none."""
    if _index is None:
        _load()
    found = _texts.get(_index.get(topic.lower(), topic), "")
    return found.strip("\n") + "\n" if found else ""
