# SPDX-License-Identifier: GPL-3.0-or-later
"""Proves a mended line by compiling the text with it. Compiling runs nothing of the text."""

import ast
import re
import time
import warnings

_MOST_TRIALS = 40
_MOST_SECONDS = 0.02  # of the processor's time, so that a busy machine gives the same answers
_LONGEST = 60_000
# What CPython complains about only after the whole text has been parsed.
_AFTER_PARSING = re.compile(
    r"outside|not properly in loop|global declaration|nonlocal|no binding|is parameter and|duplicate argument|import \*"
    r" only"
    r"|__future__|future feature|yield.* inside|with value in async|asynchronous|starred expressions in assignment"
    r"|cannot contain.*(?:within|expression)|binds? different names|unreachable|must be last"
    r"|multiple assignments to name|cannot assign to __debug__|annotated name|keyword argument repeated|rebind"
)


class Complaint:
    def __init__(self, error):
        self.message = str(getattr(error, "msg", None) or error)
        self.line = getattr(error, "lineno", None) or 0
        self.column = getattr(error, "offset", None) or 0
        self.parsed = bool(_AFTER_PARSING.search(self.message))


def complaint(text, only_parse=False):
    """What this Python says against a text, None when it has nothing to say."""
    flags = ast.PyCF_ONLY_AST if only_parse else 0
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            compile(text, "<trial>", "exec", flags, dont_inherit=True)
    except (SyntaxError, ValueError, OverflowError) as error:
        return Complaint(error)
    except (RecursionError, MemoryError):
        return Complaint(ValueError("too deeply nested"))
    return None


class Trial:
    """A text that does not compile, to be tried with other lines in it."""

    def __init__(self, lines, alone):
        """`alone`: one line whose surroundings are not known."""
        self._lines, self._alone = lines, alone
        self._left, self._spent = _MOST_TRIALS, 0.0
        self._before, self._known = None, False

    @property
    def before(self):
        """The complaint about the text as it is; None where this Python would accept it."""
        if not self._known:
            self._before, self._known = self._ask(self._lines), True
        return self._before

    def _ask(self, lines):
        text = "\n".join(lines) + "\n"
        if len(text) > _LONGEST or self._left <= 0 or self._spent > _MOST_SECONDS:
            return Complaint(ValueError("not tried"))
        self._left -= 1
        began = time.thread_time()
        found = complaint(_dressed(text) if self._alone else text, self._alone)
        self._spent += time.thread_time() - began
        return found

    def proves(self, line, after):
        """Whether the complaint is gone, or is another one further down, once `line` reads `after`."""
        if self.before is None or not 1 <= line <= len(self._lines):
            return False
        lines = list(self._lines)
        lines[line - 1 : line] = after.split("\n") if after else []
        found = self._ask(lines)
        if found is None:
            return True
        if found.message == "not tried" or self._alone:
            return False
        if found.message.startswith("unexpected indent") and found.line == line + 1:
            return False  # the mended line cuts off its own continuation
        if found.parsed != self.before.parsed:
            return found.parsed
        grown = len(lines) - len(self._lines)
        return found.line > max(self.before.line, line) + max(grown, 0)


_ABOVE = {
    "elif": "if _:\n pass\n",
    "else": "if _:\n pass\n",
    "except": "try:\n pass\n",
    "finally": "try:\n pass\n",
    "case": "match _:\n ",
}


def _dressed(text):
    """A line whose surroundings are not known, with the least that it needs around it."""
    text = text.strip()
    word = re.match(r"\w*", text).group()
    above = _ABOVE.get(word, "")
    block = re.match(r"(?:async\s+)?(?:def|class|if|elif|else|for|while|with|try|except|finally|match|case)\b", text)
    below = ""
    if block and re.search(r":\s*(?:#.*)?$", text):
        below = "\n case _: pass" if word == "match" else "\n  pass"
        below += "\nfinally: pass" if word == "try" else ""
    if text.startswith("@"):
        below = "\ndef _(): pass"
    return above + text + below + "\n"
