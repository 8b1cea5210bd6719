# SPDX-License-Identifier: GPL-3.0-or-later
"""How a rule is written.

A rule has the id of the cause that it recognises, the classes of errors it looks at, a pattern for the message, and a line
that names the cause. Its function gets the Failure and the match, and answers with words() or with None when it was
another cause after all. Rules are asked in the order in which they are written; the first answer counts.
"""

import re

from ..model import Explanation

CAUSES = {}  # id -> one short line
RULES = []  # (classes, pattern, id, function)
ANSWERS = {}  # id of a rule -> the ids that its function answers with


def words(title, why="", tries=(), suggestion=None, certain=True, cause=None, proven=False):
    """What a rule answers; `cause` when it recognises several, `proven` when the message alone does not carry it."""
    return {"title": title, "why": why, "tries": tuple(tries), "suggestion": suggestion, "certain": certain,
            "cause": cause, "proven": proven}


def rule(cause, classes, pattern, label, also=None):
    """`also`: further causes that the function answers with, by id. The class `*` stands for all of them."""
    classes = frozenset(classes.split())

    def register(function):
        for key, line in {cause: label, **(also or {})}.items():
            if key in CAUSES:
                raise ValueError(f"two rules for {key}")
            CAUSES[key] = line
        ANSWERS[cause] = (cause, *(also or ()))
        RULES.append((classes, re.compile(pattern, re.DOTALL), cause, function))
        return function

    return register


def simple(cause, classes, pattern, label, title, why, *tries, certain=True, when=None):
    """A rule whose words need no more than the message's parts ({name}), {here} (the values in the failing line), {code}
    (the failing expression), {line} and {kind} (the type of the message in plain words). `when(failure, match)` says whether it applies at all."""

    def answer(failure, match):
        if when is not None and not when(failure, match):
            return None
        parts = {key: value or "" for key, value in match.groupdict().items()}
        if parts.get("type"):
            parts.setdefault("kind", kind(parts["type"]))
        parts.update(here=here(failure), code=failure.text(failure.node) or failure.line_text, line=failure.line)
        return words(title.format_map(parts), " ".join(why.format_map(parts).split()),
                     [text.format_map(parts) for text in tries], certain=certain)

    rule(cause, classes, pattern, label)(answer)


def find(failure):
    for classes, pattern, cause, function in RULES:
        if failure.type not in classes and failure.full_type not in classes and "*" not in classes:
            continue
        match = pattern.match(failure.message)
        if match is None:
            continue
        answer = function(failure, match)
        if answer is not None:
            answer = _as_guess(failure, answer)
            del answer["proven"]
            return Explanation(**{**answer, "cause": answer["cause"] or cause})
    return None


def _as_guess(failure, answer):
    """The answer, told as a guess where the message is not Python's own: a program may write what it likes."""
    if not failure.says_it_itself or answer["proven"]:
        return answer
    doubt = "The error comes from a `raise`, so its words may also mean something else here."
    return {**answer, "certain": False, "why": f"{answer['why']} {doubt}".strip()}


# Words

_KINDS = {
    "str": "a text (`str`)",
    "int": "a whole number (`int`)",
    "float": "a decimal number (`float`)",
    "bool": "a truth value (`bool`)",
    "NoneType": "`None`",
    "list": "a list",
    "tuple": "a tuple",
    "dict": "a dict",
    "set": "a set",
    "function": "a function",
    "method": "a method",
    "builtin_function_or_method": "a built-in function",
    "generator": "a generator",
    "module": "a module",
    "bytes": "bytes",
    "type": "a class",
    "coroutine": "a coroutine",
}


def kind(type_name):
    """A type in plain words: "a text (`str`)"."""
    if type_name in _KINDS:
        return _KINDS[type_name]
    article = "an" if type_name[:1].lower() in "aeiou" else "a"
    return f"{article} `{type_name}`"


def kinds(type_name):
    """The same without its article."""
    return kind(type_name).removeprefix("a ").removeprefix("an ")


def short(preview, most=60):
    return preview if len(preview) <= most else preview[: most - 1] + "…"


def describe(value):
    """`ages` is the list [1, 2] with 2 items."""
    if value.type == "NoneType":
        return f"`{value.name}` is `None`"
    if value.name == value.preview:  # written out as it is
        return f"`{short(value.name)}` is {kind(value.type)}"
    if value.type in ("list", "tuple", "dict", "set", "frozenset"):
        items = "item" if value.length == 1 else "items"
        return f"`{value.name}` is {kind(value.type)} with {value.length} {items}: `{short(value.preview)}`"
    return f"`{value.name}` is {kind(value.type)}: `{short(value.preview)}`"


def here(failure, most=3):
    """The values in the failing line as a sentence, or nothing."""
    known = [value for value in failure.values.values() if value.known and value.preview
             and (value.type != "module" or "module" in failure.message)][:most]
    if not known:
        return ""
    parts = [describe(value) for value in known]
    return "Here " + (", ".join(parts[:-1]) + " and " if parts[1:] else "") + parts[-1] + "."


def count(number, one, many=None):
    return f"{number} {one if number == 1 else many or one + 's'}"


def listed(names, most=5):
    """`a`, `b` and `c`"""
    names = [f"`{name}`" for name in names]
    if len(names) > most:
        return ", ".join(names[:most]) + ", …"
    return ", ".join(names[:-1]) + " and " + names[-1] if len(names) > 1 else "".join(names)


def ordinal(number):
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
