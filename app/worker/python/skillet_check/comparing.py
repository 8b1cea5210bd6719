# SPDX-License-Identifier: GPL-3.0-or-later
"""Comparisons that tell the learner what was wanted and what came back, and the rewriting of plain asserts."""

import ast

from .attempt import CheckFailed, current, shorten_text
from .words import describe, show

TEXT_SHOWN = 2000  # characters of an expected or actual output

_OPERATORS = {
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.Is: "is",
    ast.IsNot: "is not",
    ast.In: "in",
    ast.NotIn: "not in",
}

_WANTED = {
    "==": "{}",
    "is": "{}",
    "!=": "anything but {}",
    "is not": "anything but {}",
    "<": "less than {}",
    "<=": "at most {}",
    ">": "more than {}",
    ">=": "at least {}",
}


def fail(message, *, expected="", actual=""):
    """Ends the check with `message` for the learner."""
    raise CheckFailed(message, call=current().call, expected=expected, actual=actual)


def expect_value(actual, expected, message=""):
    """Like `assert actual == expected`, and the type counts too: 3 is not 3.0, and 1 is not True."""
    if actual == expected and type(actual) is type(expected):
        return
    if actual == expected and not message:
        message = f"The value is right, its type is not: {type(actual).__name__} instead of {type(expected).__name__}."
    _fail_compare("==", actual, expected, message)


def expect_output(run, expected, message=""):
    """The program printed `expected`, a text of one or more lines.

    Spaces at the ends of lines and empty lines at the end do not count, everything else does.
    """
    expect_lines(run, expected.splitlines(), message)


def expect_lines(run, expected, message=""):
    """The program printed these lines; see expect_output()."""
    wanted = _trimmed(expected)
    got = _trimmed(run.lines)
    if wanted == got:
        return
    fail(
        message or _difference(wanted, got),
        expected=shorten_text("\n".join(wanted), TEXT_SHOWN),
        actual=shorten_text("\n".join(got), TEXT_SHOWN),
    )


def expect_line(run, number, expected, message=""):
    """Line `number`, from 1, of what the program printed is `expected`; spaces at its end do not count."""
    lines = run.lines
    if number > len(lines):
        shown = {0: "nothing", 1: "one line"}.get(len(lines), f"{len(lines)} lines")
        fail(message or f"The program printed {shown}, and line {number} is missing.", expected=expected)
    got = lines[number - 1].rstrip()
    if got != expected.rstrip():
        how = f"Line {number} of the output differs{_manner(expected, got)}."
        fail(message or how, expected=expected, actual=shorten_text(got, TEXT_SHOWN))


def _trimmed(lines):
    lines = [line.rstrip() for line in lines]
    while lines and not lines[-1]:
        lines.pop()
    return lines


def _difference(wanted, got):
    if not got:
        return "The program printed nothing. print(...) is what shows a value."
    for number, (want, have) in enumerate(zip(wanted, got), start=1):
        if want != have:
            return f"Line {number} of the output differs{_manner(want, have)}."
    if len(got) < len(wanted):
        missing = len(wanted) - len(got)
        return f"The output ends too early: {_lines(missing)} missing."
    return f"The output goes on too long: {_lines(len(got) - len(wanted))} more than wanted."


def _lines(count):
    return "one line is" if count == 1 else f"{count} lines are"


def _manner(want, have):
    if want.casefold() == have.casefold():
        return ": only capital and small letters are not as wanted"
    if "".join(want.split()) == "".join(have.split()):
        return ": only the spaces are not as wanted"
    letters = [[c for c in text if c.isalnum()] for text in (want, have)]
    if letters[0] == letters[1]:
        return ": the words are right, look at the punctuation"
    return ""


class raises:
    """`with raises(ValueError):` passes when the learner's code in the block raises that error."""

    def __init__(self, kind):
        self._kind = kind
        self.exception = None

    def __enter__(self):
        return self

    def __exit__(self, _kind, exception, _traceback):
        call = current().call
        wanted = self._kind.__name__
        if exception is None:
            raise CheckFailed(
                f"{call} should raise {wanted}, but it came to an end without an error.", call=call, expected=wanted
            )
        if isinstance(exception, self._kind):
            self.exception = exception
            return True
        if exception is current().called_exception and isinstance(exception, Exception):
            raise CheckFailed(
                f"{call} should raise {wanted}, but it raised another error.",
                call=call,
                expected=wanted,
                actual=describe(exception),
            ) from None
        return False


# ---- plain asserts ---------------------------------------------------------------------------------------

_COMPARE, _TRUTH, _LEFT, _RIGHT = "@compare", "@truth", "@left", "@right"


def _fail_compare(operator, left, right, message=""):
    if operator in ("in", "not in"):
        # `assert "Ada" in text`: what came back stands on the right.
        expected = f"{'something with' if operator == 'in' else 'nothing with'} {show(left)} in it"
        actual = show(right)
    else:
        expected = _WANTED[operator].format(show(right))
        actual = show(left)
    fail(_text(message) or f"Wanted {expected}, got {actual}.", expected=expected, actual=actual)


def _fail_truth(source, message=""):
    fail(_text(message) or f"This should hold, but does not: {source}")


def _text(message):
    return message if isinstance(message, str) else show(message)


class _Asserts(ast.NodeTransformer):
    """`assert a == b` becomes: keep a and b, and when they differ, fail with both values."""

    def visit_Assert(self, node):
        message = node.msg or ast.Constant("")
        test = node.test
        if isinstance(test, ast.Compare) and len(test.ops) == 1:
            operator = _OPERATORS[type(test.ops[0])]
            keep = [_store(_LEFT, test.left), _store(_RIGHT, test.comparators[0])]
            holds = ast.Compare(_load(_LEFT), test.ops, [_load(_RIGHT)])
            complaint = _call(_COMPARE, [ast.Constant(operator), _load(_LEFT), _load(_RIGHT), message])
        else:
            keep = []
            holds = test
            complaint = _call(_TRUTH, [ast.Constant(ast.unparse(test)), message])
        block = [*keep, ast.If(ast.UnaryOp(ast.Not(), holds), [ast.Expr(complaint)], [])]
        for statement in block:
            for part in ast.walk(statement):
                if not hasattr(part, "lineno"):
                    ast.copy_location(part, node)
        return block


def _store(name, value):
    return ast.Assign([ast.Name(name, ast.Store())], value)


def _load(name):
    return ast.Name(name, ast.Load())


def _call(name, arguments):
    return ast.Call(_load(name), arguments, [])


def compile_checks(source, file_name):
    """The code of a checks.py, and the names it needs beside its own."""
    tree = _Asserts().visit(ast.parse(source, filename=file_name))
    code = compile(ast.fix_missing_locations(tree), file_name, "exec", dont_inherit=True)
    return code, {_COMPARE: _fail_compare, _TRUTH: _fail_truth}
