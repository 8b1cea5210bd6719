# SPDX-License-Identifier: GPL-3.0-or-later
"""How the word before the caret could go on, from the live names of the prompt. Runs none of the learner's code."""

import builtins
import keyword
import os
import pkgutil
import re
import sys

from . import inspection

# Functions below look builtins up here: the learner may delete or replace their own.
__builtins__ = dict(vars(builtins))

_MOST = 500
_builtin_names = dict(vars(builtins))
_keywords = (*keyword.kwlist, *keyword.softkwlist)
_modules = sys.modules
_word = re.compile(r"\w*\Z")
_chain = re.compile(r"((?:[^\W\d]\w*\s*\.\s*)+)\Z")
_import = re.compile(r"\s*(?:import\s+(?:[\w.]+(?:\s+as\s+\w+)?\s*,\s*)*|from\s+)([\w.]*)\Z")
_from_import = re.compile(r"\s*from\s+([\w.]+)\s+import\s+(?:\(\s*)?(?:\w+(?:\s+as\s+\w+)?\s*,\s*)*(\w*)\Z")
_key = re.compile(r"((?:[^\W\d]\w*\s*\.\s*)*[^\W\d]\w*)\s*\[\s*(['\"])([^'\"\\]*)\Z")
_string = re.compile(r"(['\"])((?:(?!\1)[^\\])*)\Z")
_strings_and_comment = re.compile(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"|(#.*)")


def complete(source, cursor, namespace):
    """(`from` in characters, [(text, kind, detail)], whether there are more) for the caret behind `cursor` characters."""
    head = source[:cursor]
    line = head[head.rfind("\n") + 1 :]
    start, word, found = _candidates(line, namespace)
    items = _best(found, word)
    return len(head) - len(line) + start, items[:_MOST], len(items) > _MOST


def _candidates(line, namespace):
    """(where the word begins in the line, the word, {text: (kind, detail)})."""
    key = _key.search(line)
    if key:
        return key.start(3), key[3], _keys(_resolve(key[1], namespace), key[2])
    rest = _strings_and_comment.sub(lambda match: "#" if match[1] else " " * len(match[0]), line)
    if "#" in rest and not _string.search(rest.split("#", 1)[0]):
        return len(line), "", {}
    text = _string.search(rest)
    if text:
        folder, _, word = text[2].rpartition("/")
        return len(line) - len(word), word, _files(folder + "/" if "/" in text[2] else "")
    wanted = _from_import.match(line)
    if wanted:
        return wanted.start(2), wanted[2], _of_module(wanted[1])
    wanted = _import.match(line)
    if wanted:
        package, _, word = wanted[1].rpartition(".")
        return len(line) - len(word), word, _submodules(package)
    start = _word.search(rest).start()
    word = rest[start:]
    if word[:1].isdigit():
        return len(line), "", {}
    chain = _chain.search(rest[:start])
    if chain and not rest[: chain.start()].rstrip().endswith("."):
        owner = _resolve(chain[1].strip().rstrip("."), namespace)
        return start, word, {} if owner is None else _attributes(owner[0])
    if rest[:start].rstrip().endswith("."):
        return start, word, {}
    return start, word, _names(namespace)


def _resolve(text, namespace):
    """(value,) of names with dots between them; None: it is not known without running code."""
    first, *steps = [part.strip() for part in text.split(".")]
    value = inspection.lookup(namespace, first)
    if value is None:
        value = _builtin_names.get(first)
    for step in steps:
        found, value = inspection.attribute(value, step)
        if not found:
            return None
    return None if value is None else (value,)


def _names(namespace):
    found = {word: ("keyword", "") for word in _keywords}
    for name, value in _builtin_names.items():
        found.setdefault(name, _described(value))
    for name, value in list(namespace.items()):
        if type(name) is str:
            found[name] = _described(value)
    return found


def _attributes(owner):
    return {
        name: _described(value) for name, (value, _) in inspection.attributes(owner).items() if name.isidentifier()
    }


def _described(value):
    kind = inspection.kind(value)
    return kind, inspection.type_name(value) if kind == "variable" else ""


def _keys(owner, quote):
    if owner is None or type(owner[0]) is not dict:
        return {}
    return {
        key: ("variable", inspection.type_name(value))
        for key, value in list(owner[0].items())
        if type(key) is str and key.isprintable() and quote not in key and "\\" not in key
    }


def _files(folder):
    found = {}
    try:
        with os.scandir(os.path.expanduser(folder) or ".") as entries:
            for count, entry in enumerate(entries):
                if count >= 10 * _MOST:
                    break
                found[entry.name + ("/" if entry.is_dir() else "")] = ("file", "")
    except (OSError, ValueError):
        pass
    return found


def _of_module(name):
    found = _submodules(name)
    module = inspection.lookup(_modules, name)
    if module is not None:
        found.update(_attributes(module))
    return found


def _submodules(package):
    """Modules by their files alone; none is imported."""
    path = None
    if package:
        module = inspection.lookup(_modules, package)
        path = inspection.attribute(module, "__path__")[1] if module is not None else _folders(package)
        if type(path) is not list:
            return {}
    found = {} if package else {name: ("module", "") for name in sys.stdlib_module_names}
    for folder in sys.path if path is None else path:
        if type(folder) is str:
            for info in pkgutil.iter_modules([folder]):
                found[info.name] = ("module", "")
    return found


def _folders(package):
    parts = package.split(".")
    folders = [os.path.join(folder, *parts) for folder in sys.path if type(folder) is str]
    return [folder for folder in folders if os.path.isdir(folder)]


def _best(found, word):
    """Those that begin with the word as it is written come first, private ones last."""
    folded = word.casefold()
    hidden = not word.startswith("_")
    ranked = []
    for text, (kind, detail) in found.items():
        if text.casefold().startswith(folded) and text != word:
            rank = (hidden and text.startswith("_"), not text.startswith(word), text.casefold(), text)
            ranked.append((rank, (text, kind, detail)))
    ranked.sort(key=lambda entry: entry[0])
    return [item for _, item in ranked]
