# SPDX-License-Identifier: GPL-3.0-or-later
"""Names that resemble a name, and the names that are known at a place."""

import ast
import builtins
import difflib
import importlib
import keyword
import re
import sys

from .failure import own_nodes

_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
# Modules whose names may be looked at here. All of the standard library, quick to load, and without effects.
_PEEKED = frozenset(
    "math random time datetime os sys json re string itertools collections statistics functools csv pathlib decimal "
    "fractions operator copy calendar textwrap shutil glob tempfile subprocess typing dataclasses enum sqlite3 io "
    "collections.abc os.path heapq bisect secrets logging argparse types asyncio threading".split()
)
# What people write without the import: the module that has it, and whether the name itself is imported from it.
HOMES = {
    "sqrt": "math", "pi": "math", "sin": "math", "cos": "math", "floor": "math", "ceil": "math", "factorial": "math",
    "gcd": "math", "isclose": "math", "randint": "random", "choice": "random", "shuffle": "random", "uniform": "random",
    "randrange": "random", "sample": "random", "sleep": "time", "perf_counter": "time", "Path": "pathlib",
    "timedelta": "datetime", "date": "datetime", "defaultdict": "collections", "Counter": "collections",
    "deque": "collections", "namedtuple": "collections", "OrderedDict": "collections", "dataclass": "dataclasses",
    "field": "dataclasses", "Enum": "enum", "auto": "enum", "Optional": "typing", "List": "typing", "Dict": "typing",
    "Any": "typing", "Union": "typing", "Callable": "typing", "Protocol": "typing", "Decimal": "decimal",
    "Fraction": "fractions", "reduce": "functools", "partial": "functools", "lru_cache": "functools",
    "wraps": "functools", "chain": "itertools", "product": "itertools", "combinations": "itertools",
    "permutations": "itertools", "count": "itertools", "cycle": "itertools", "mean": "statistics",
    "median": "statistics", "stdev": "statistics", "deepcopy": "copy", "pprint": "pprint", "ABC": "abc",
    "abstractmethod": "abc", "contextmanager": "contextlib", "suppress": "contextlib", "Thread": "threading",
    "urlopen": "urllib.request", "ascii_letters": "string", "ascii_lowercase": "string", "digits": "string",
    "StringIO": "io", "BytesIO": "io", "ThreadPoolExecutor": "concurrent.futures", "ArgumentParser": "argparse",
    "itemgetter": "operator", "heappush": "heapq", "heappop": "heapq", "bisect_left": "bisect", "dedent": "textwrap",
}  # fmt: skip
_ALIASES = {"np": "import numpy as np", "pd": "import pandas as pd", "plt": "import matplotlib.pyplot as plt",
            "dt": "import datetime as dt", "sns": "import seaborn as sns", "tk": "import tkinter as tk"}


def told(message):
    """The name that CPython itself proposes, or ''."""
    match = re.search(r"Did you mean:? '?([\w.]+)'?\?", message)
    return match[1] if match else ""


def closest(name, candidates, most=3):
    """The candidates that resemble the name, best first. Another way of writing capitals and _ counts as most alike."""
    candidates = sorted({each for each in candidates if isinstance(each, str) and each != name})
    flat = name.lower().replace("_", "")
    same = [each for each in candidates if each.lower().replace("_", "") == flat]
    threshold = 0.66 if len(name) < 5 else 0.72
    alike = difflib.get_close_matches(name, candidates, most + 2, threshold) if len(name) > 1 else []
    return list(dict.fromkeys(same + [each for each in alike if len(name) > 2 or len(each) <= 3]))[:most]


def closest_visible(name, visible):
    """As closest(), for names in a program: Python's own words must be very much alike, as most names are others."""
    own = [each for each, kind in visible.items() if kind in ("global", "local")]
    given = [each for each in visible if each not in own]
    alike = [each for each in closest(name, given) if each.lower() == name.lower()
             or (len(name) > 3 and difflib.SequenceMatcher(None, name, each).ratio() >= 0.8)]
    return (closest(name, own) + alike)[:3]


def module_names(name):
    """The public names of a module of the standard library, or nothing. Loads none of the learner's."""
    if name not in _PEEKED:
        return []
    try:
        module = sys.modules.get(name) or importlib.import_module(name)
        file = getattr(module, "__file__", None)
        library = sys.modules["importlib"].__file__.rpartition("/importlib")[0]
        if file is not None and not file.startswith(library):
            return []
        return [each for each in dir(module) if not each.startswith("_")]
    except Exception:  # a library in pieces is no reason to explain nothing
        return []


def attributes_of(type_name):
    """The public attributes of a builtin type, or nothing."""
    kind = getattr(builtins, type_name, None)
    return [each for each in dir(kind) if not each.startswith("_")] if isinstance(kind, type) else []


def library_modules():
    return sys.stdlib_module_names


def arguments_of(function):
    every = function.args
    found = [each.arg for each in (*every.posonlyargs, *every.args, *every.kwonlyargs)]
    return found + [each.arg for each in (every.vararg, every.kwarg) if each is not None]


def bound_in(scope):
    """The names that a scope gives a value to, each with the first line that does: {name: line}."""
    known = getattr(scope, "bound_in_", None)
    if known is None:
        known = scope.bound_in_ = _find_bound_in(scope)
    return known


def _find_bound_in(scope):
    found = {}

    def add(name, line):
        found[name] = min(line, found.get(name, line))

    if isinstance(scope, _FUNCTIONS):
        for name in arguments_of(scope):
            add(name, scope.lineno)
    for node in own_nodes(scope):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            add(node.id, node.lineno)
        elif isinstance(node, (*_FUNCTIONS, ast.ClassDef)):
            add(node.name, node.lineno)
        elif isinstance(node, (ast.Import, ast.ImportFrom)):
            for each in node.names:
                add((each.asname or each.name).partition(".")[0], node.lineno)
        elif isinstance(node, ast.ExceptHandler) and node.name:
            add(node.name, node.lineno)
        elif isinstance(node, (ast.MatchAs, ast.MatchStar)) and node.name:
            add(node.name, node.lineno)
    return found


def visible_names(failure):
    """The names that the failing line could mean: {name: where it comes from}, builtins and keywords among them."""
    found = {name: "builtin" for name in dir(builtins) if not name.startswith("_") and name != "copyright"}
    found.update((name, "keyword") for name in keyword.kwlist)
    if failure.tree is not None:
        later = failure.line if not failure.functions else float("inf")
        found.update((name, "global") for name, line in bound_in(failure.tree).items() if line < later)
        for function in reversed(failure.functions):
            found.update((name, "local") for name in bound_in(function))
    found.update((value.name, "local") for value in failure.values.values() if value.known and value.name.isidentifier())
    return found


def self_names(class_node):
    """The attributes and methods that a class of the learner's has: {name: "attribute" or "method"}."""
    found = {}
    for node in ast.walk(class_node):
        if (isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store) and isinstance(node.value, ast.Name)
                and node.value.id == "self"):
            found.setdefault(node.attr, "attribute")
    for node in class_node.body:
        if isinstance(node, _FUNCTIONS):
            found[node.name] = "method"
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            found[node.target.id] = "attribute"
        elif isinstance(node, ast.Assign):
            found.update((each.id, "attribute") for each in node.targets if isinstance(each, ast.Name))
    return found


def home_of(name):
    """The import line that would bring a name, or ''."""
    if name in _ALIASES:
        return _ALIASES[name]
    if name in HOMES:
        return f"from {HOMES[name]} import {name}"
    return f"import {name}" if name in library_modules() and not name.startswith("_") else ""
