# SPDX-License-Identifier: GPL-3.0-or-later
"""Words of Python's that are misspelt. A trial compile proves each answer."""

import builtins
import keyword

from .case import causes, rule

_SOFT = ("match", "case")
_KEYWORDS = [word for word in keyword.kwlist if word not in ("None", "True", "False")] + list(_SOFT)
causes(
    {
        "misspelt-keyword": "A word of Python's is misspelt",
        "capital-keyword": "A word of Python's is written with capital letters",
    }
)


def _near(word, target):
    """Whether one letter less, more, other or two swapped make the one word of the other."""
    if abs(len(word) - len(target)) > 1 or word == target:
        return False
    if len(word) == len(target):
        wrong = [i for i, (a, b) in enumerate(zip(word, target)) if a != b]
        return (
            len(wrong) == 1
            and len(word) > 2
            or len(wrong) == 2
            and wrong[1] == wrong[0] + 1
            and word[wrong[0]] == target[wrong[1]]
            and word[wrong[1]] == target[wrong[0]]
            or len(word) > 3
            and sorted(word) == sorted(target)
        )
    short, long = sorted((word, target), key=len)
    return len(long) > 2 and any(long[:i] + long[i + 1 :] == short for i in range(len(long)))


@rule()
def misspelt(case):
    if not (
        case.vague
        or case.says(
            r"^invalid syntax|forgot a comma|expected|unexpected indent|unindent|Maybe|was never|illegal target|cannot"
            r" assign|annotated|outside|^Invalid star"
        )
    ):
        return None
    below = case.code_line_below(case.line)
    goes_on = [below] if below and any(token.line == below for token in case.statement(case.line)) else []
    for line in case.near + goes_on:
        row = case.row(line)
        for before, token in zip([None, *row], row):
            if token.kind != "name" or token.is_keyword or len(token.text) > 10:
                continue
            if before is not None and before.text == "." or case.gives_value(token.text):
                continue
            lower = token.text.lower()
            if lower != token.text and lower in keyword.kwlist:
                found = case.say(
                    "capital-keyword",
                    f"`{token.text}` must be written `{lower}`.",
                    "Python tells capital and small letters apart, and its own words are small.",
                    [f"Write `{lower}`."],
                    case.swap(token, lower),
                    must=True,
                )
                if found:
                    return found
            if hasattr(builtins, token.text):
                continue
            following = row[row.index(token) + 1] if token is not row[-1] else None
            called = following is not None and following.text == "(" and token.touches(following)
            for word in _KEYWORDS:
                if not _near(lower, word) or called and word in ("and", "or", "in", "is"):
                    continue
                found = case.say(
                    "misspelt-keyword",
                    f"`{token.text}` is probably meant to be `{word}`.",
                    f"Python has no word `{token.text}`, so it reads it as a name, and a name cannot stand here.",
                    [f"Write `{word}`."],
                    case.swap(token, word),
                    must=True,
                )
                if found:
                    return found
    return None
