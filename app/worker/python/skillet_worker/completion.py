# SPDX-License-Identifier: GPL-3.0-or-later
"""How the word before the caret could go on, from the live names of the prompt. Runs none of the learner's code."""

import builtins
import keyword
import os
import re
import sys
from importlib import machinery
from itertools import islice

from . import calls, calltips, inspection, resolving, signatures

# Functions below look builtins up here: the learner may delete or replace their own.
__builtins__ = dict(vars(builtins))

_MOST = 500
_MOST_FILES = 10_000  # looked at in one folder
_MOST_MATCHES = 5_000  # put in order
_KEYWORD, _MODULE, _FILE = [((word, ""),) for word in ("keyword", "module", "file")]
_builtin_names = dict(vars(builtins))
_keywords = dict.fromkeys((*keyword.kwlist, *keyword.softkwlist), _KEYWORD)
_modules = sys.modules
_standard_modules = dict.fromkeys(sys.stdlib_module_names, _MODULE)
_suffixes = tuple(machinery.all_suffixes())
_scandir = os.scandir
_home = os.path.expanduser("~")
_word = re.compile(r"\w*\Z")
_chain = re.compile(r"((?:[^\W\d]\w*\s*\.\s*)+)\Z")
_import = re.compile(r"\s*(?:import\s+(?:[\w.]+(?:\s+as\s+\w+)?\s*,\s*)*|from\s+)([\w.]*)\Z")
_from_import = re.compile(r"\s*from\s+([\w.]+)\s+import\s+(?:\(\s*)?(?:\w+(?:\s+as\s+\w+)?\s*,\s*)*(\w*)\Z")
_literal_key = r"\[\s*(?:-?\d{1,9}|'[^'\\]*'|\"[^\"\\]*\")\s*\]"
_key = re.compile(
    rf"((?:[^\W\d]\w*\s*\.\s*)*[^\W\d]\w*)((?:\s*{_literal_key})*)\s*\[\s*(['\"])([^'\"\\]*)\Z"
)
_step = re.compile(r"\[\s*(?:(-?\d+)|(['\"])(.*?)\2)\s*\]")
_LONGEST_DETAIL = 80
_MOST_SIGNATURES = 200  # nobody reads on; each takes time
_string = re.compile(r"(['\"])((?:(?!\1)[^\\])*)\Z")
_strings_and_comment = re.compile(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"|(#.*)")


def complete(source, cursor, namespace):
    """(`from` in characters, [(text, kind, detail)], whether there are more) for the caret behind `cursor` characters."""
    head = source[:cursor]
    line = head[head.rfind("\n") + 1 :]
    start, word, found = _candidates(line, namespace)
    items, more = _best(found, word)
    if start == len(line) - len(word) and _is_free(line[:start]):
        items[:0] = _parameters(head, word, namespace)
    return len(head) - len(line) + start, items[:_MOST], more or len(items) > _MOST


# What could be written is a dict from the text to either ((kind, detail),) or (value, place as in inspection.find()),
# described when it is shown: there may be a great many.


def _candidates(line, namespace):
    """(where the word begins in the line, the word, what could be written)."""
    key = _key.search(line)
    if key:
        owner = resolving.resolve(key[1], namespace)
        for number, quote, text in _step.findall(key[2]):
            owner = _inside(owner, text if quote else int(number))
        return key.start(4), key[4], _keys(owner, key[3], key[4])
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
        owner = resolving.resolve(chain[1].strip().rstrip("."), namespace)
        return start, word, {} if owner is None else _attributes(owner[0])
    if rest[:start].rstrip().endswith("."):
        return start, word, {}
    return start, word, _names(namespace, word)


def _names(namespace, word):
    found = dict(_keywords)
    found.update(_beginning_with(word, _builtin_names))
    found.update(_beginning_with(word, namespace))
    return found


def _beginning_with(word, mapping):
    """Entries whose name may begin with the word in some spelling: those with another first letter are no candidates."""
    firsts = (word[:1], word[:1].lower(), word[:1].upper())
    names = list(islice(mapping, inspection.MOST_LOOKED_AT))
    values = list(islice(mapping.values(), inspection.MOST_LOOKED_AT))
    size = len(word[:1])
    return {
        name: (value, "own")
        for name, value in zip(names, values)
        if type(name) is str and (name[:size] in firsts or not name.isascii())
    }


def _attributes(owner):
    place = "class" if inspection.is_kind(owner, type) else "type"
    return {
        name: (value, "own" if is_own else place)
        for name, (value, is_own) in inspection.attributes(owner).items()
        if name.isidentifier()
    }


def _described(entry, with_signature):
    if len(entry) == 1:
        return entry[0]
    value, place = entry
    kind = inspection.kind(value)
    if kind == "function":
        return kind, _signature_text(value, place) if with_signature else ""
    return kind, inspection.type_name(value) if kind == "variable" else ""


def _signature_text(value, place):
    signature = signatures.of_stored(value, place, _default_text)
    if signature is None:
        return ""
    text = signature.text.partition("\n")[0] or calltips.plain("", signature)
    text = text[max(text.find("("), 0) :]
    return text if len(text) <= _LONGEST_DETAIL else text[: _LONGEST_DETAIL - 1] + "…"


def _default_text(value):
    """Of what has a text of its own only."""
    return repr(value) if inspection.is_one_of(type(value), _plain_types) else "…"


_plain_types = (int, float, bool, str, type(None))


def _inside(owner, key):
    """(owner[key],) of a dict, list or tuple; None: it is not known."""
    if owner is None:
        return None
    kind, held = type(owner[0]), owner[0]
    if kind is dict:
        keys = list(islice(held, inspection.MOST_LOOKED_AT))
        for index, one in enumerate(keys):
            if type(one) is type(key) and one == key:
                return (next(islice(held.values(), index, None)),)
    elif type(key) is int and (kind is list or kind is tuple) and -len(held) <= key < len(held):
        return (held[key],)
    return None


def _keys(owner, quote, word):
    if owner is None or type(owner[0]) is not dict:
        return {}
    return {
        key: entry
        for key, entry in _beginning_with(word, owner[0]).items()
        if key.startswith(word) and key.isprintable() and quote not in key and "\\" not in key
    }


def _is_free(before):
    """Whether the word after this text is a name of its own, and no attribute or part of a string or import."""
    text = before.rstrip()
    return text.endswith(("(", ",")) or not text


def _parameters(head, word, namespace):
    call = calls.around(head, len(head))
    if call is None or not call.begins:
        return []
    names = calltips.names_to_give(call, namespace, _default_text)
    return [(name + "=", "parameter", "") for name in names if name.startswith(word)]


def _files(folder):
    if folder.startswith("~/"):
        folder = _home + folder[1:]
    found = {}
    for entry in _entries(folder or "."):
        name = entry.name
        try:
            found[name + ("/" if entry.is_dir() else "")] = _FILE
        except OSError:
            found[name] = _FILE
    return found


def _entries(folder):
    try:
        with _scandir(folder) as entries:
            return list(islice(entries, _MOST_FILES))
    except (OSError, ValueError):
        return []


def _of_module(name):
    found = _submodules(name)
    module = inspection.lookup(_modules, name)
    if module is not None:
        found.update(_attributes(module))
    return found


def _submodules(package):
    """Modules by their files alone; none is imported."""
    folders = None
    if package:
        module = inspection.lookup(_modules, package)
        folders = inspection.attribute(module, "__path__")[1] if module is not None else _folders(package)
        if type(folders) is not list:
            return {}
    found = {} if package else dict(_standard_modules)
    for folder in _search_path() if folders is None else folders:
        if type(folder) is str:
            for entry in _entries(folder or "."):
                _add_module(found, entry)
    return found


def _add_module(found, entry):
    name = entry.name
    for suffix in _suffixes:
        if name.endswith(suffix):
            name = name[: -len(suffix)]
            break
    else:
        try:
            if not entry.is_dir():
                return
        except OSError:
            return
    if name.isidentifier() and name != "__init__" and name != "__pycache__":
        found.setdefault(name, _MODULE)


def _search_path():
    path = inspection.lookup(inspection.own_attributes(sys), "path")
    return list(path) if type(path) is list else []


def _folders(package):
    inner = package.replace(".", "/")
    return [(folder or ".") + "/" + inner for folder in _search_path() if type(folder) is str]


def _best(found, word):
    """([(text, kind, detail)], whether there are more). Those that begin with the word as it is written come first,
    private ones last."""
    folded = word.casefold()
    matches = []
    for text in found:
        if text.startswith(word) or text.casefold().startswith(folded):
            matches.append(text)
            if len(matches) > _MOST_MATCHES:
                break
    more = len(matches) > _MOST_MATCHES
    hidden = not word.startswith("_")
    ranked = [
        (hidden and text.startswith("_"), not text.startswith(word), text.casefold(), text)
        for text in matches[:_MOST_MATCHES]
        if text != word
    ]
    ranked.sort()
    shown = [text for *_, text in ranked[: _MOST + 1]]
    return [(text, *_described(found[text], at < _MOST_SIGNATURES)) for at, text in enumerate(shown)], more
