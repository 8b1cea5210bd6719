# SPDX-License-Identifier: GPL-3.0-or-later
"""The call that a caret stands in, from unfinished source."""

import builtins
import keyword
import re

# Functions below look builtins up here: the learner may delete or replace their own.
__builtins__ = dict(vars(builtins))

_FARTHEST = 20_000  # characters before the caret that are looked at
_token = re.compile(
    r"""(?P<text>'''(?:[^\\]|\\.)*?(?:'''|\Z)|\"\"\"(?:[^\\]|\\.)*?(?:\"\"\"|\Z)|'(?:[^'\\\n]|\\.)*(?:'|$)|"(?:[^"\\\n]|\\.)*(?:"|$))"""
    r"""|(?P<comment>\#[^\n]*)|(?P<open>[(\[{])|(?P<close>[)\]}])|(?P<comma>,)|(?P<lambda>\blambda\b)|(?P<colon>:)""",
    re.DOTALL | re.MULTILINE,
)
_callee = re.compile(r"(?:(\b(?:def|class)\s+))?((?:[^\W\d]\w*\s*\.\s*)*[^\W\d]\w*)\s*\Z")
_keyword_argument = re.compile(r"\s*([^\W\d]\w*)\s*=(?!=)")
_word = re.compile(r"\s*(?:[^\W\d]\w*)?\Z")
_no_callees = frozenset(keyword.kwlist)


class Call:
    """`callee` is the dotted name that is called; `position` counts the arguments before the one at the caret, and `name`
    is given when that one is written as `name=`. `given` are the names of arguments before it; `begins` says that the
    argument at the caret is a name, or the beginning of one, or nothing yet."""

    def __init__(self, callee, position, name, given, begins):
        self.callee, self.position, self.name = callee, position, name
        self.given, self.begins = given, begins


class _Bracket:
    def __init__(self, position, mark):
        self.position, self.mark = position, mark
        self.starts = [position + 1]  # of the arguments
        self.lambdas = 0  # whose commas are not the call's


def around(source, cursor):
    """The innermost call of a dotted name around the caret, or None."""
    head = source[:cursor]
    if len(head) > _FARTHEST:
        farthest = len(head) - _FARTHEST
        head = head[head.find("\n", farthest) + 1 or farthest :]
    opened = []
    for found in _token.finditer(head):
        _take(found, opened)
    for depth, bracket in enumerate(reversed(opened)):
        if bracket.mark != "(":
            continue
        callee = _callee.search(head, 0, bracket.position)
        if callee is None or callee[2] in _no_callees:
            continue
        if callee[1] or head[: callee.start(2)].rstrip().endswith("."):
            return None
        return _call("".join(callee[2].split()), head, bracket, depth == 0)
    return None


def _take(found, opened):
    kind = found.lastgroup
    if kind == "open":
        opened.append(_Bracket(found.start(), found[0]))
    elif not opened:
        return
    elif kind == "close":
        opened.pop()
    elif kind == "lambda":
        opened[-1].lambdas += 1
    elif kind == "colon":
        opened[-1].lambdas = max(0, opened[-1].lambdas - 1)
    elif kind == "comma" and not opened[-1].lambdas:
        opened[-1].starts.append(found.end())


def _call(callee, head, bracket, is_innermost):
    *before, current = [
        head[start:end] for start, end in zip(bracket.starts, [start - 1 for start in bracket.starts[1:]] + [len(head)])
    ]
    name = _keyword_argument.match(current)
    given = [found[1] for found in map(_keyword_argument.match, before) if found]
    begins = is_innermost and _word.match(current) is not None
    return Call(callee, len(before), name[1] if name else None, given, begins)
