# SPDX-License-Identifier: GPL-3.0-or-later
"""What a program does line by line: how often each line runs, and what a name stands for at a line."""

import ast
from collections import Counter
from dataclasses import dataclass

from .attempt import current
from .world import World, compile_file, execute, new_module

_HIDDEN = ("<listcomp>", "<setcomp>", "<dictcomp>", "<genexpr>", "<lambda>")


@dataclass
class TracedRun:
    output: str
    exception: BaseException | None
    names: dict  # at the end


def run_traced(path, stdin, trace):
    """Runs a program of the author's, in this process, under `trace`: a function for sys.settrace() or None."""
    attempt = current()
    main = new_module("__main__", path)
    world = World(attempt, stdin=stdin, main=main)
    exception = execute(world, compile_file(path), main, trace=trace)
    attempt.keep_output(world.out.text())
    return TracedRun(world.out.text(), exception, dict(vars(main)))


class Recorder:
    """Give its `trace` to sys.settrace(). `wanted` holds triples of an expression, a line and which time, from 1."""

    def __init__(self, path, wanted=()):
        self._file = str(path)
        self._wanted = {}
        for expression, line, time in wanted:
            self._wanted.setdefault((line, time), []).append(expression)
        self.times = Counter()  # line -> how often it ran
        self.values = {}  # (expression, line, time) -> repr; missing: it had no value there

    def trace(self, frame, event, _argument):
        code = frame.f_code
        if code.co_filename != self._file or code.co_name in _HIDDEN:
            return None
        if event == "line":
            line = frame.f_lineno
            self.times[line] += 1
            for expression in self._wanted.get((line, self.times[line]), ()):
                value = value_of(expression, frame.f_globals, frame.f_locals)
                if value is not None:
                    self.values[expression, line, self.times[line]] = value
        return self.trace


def value_of(expression, names, local=None):
    """repr() of `expression` with these names, or None when it has no value."""
    try:
        return repr(eval(compile(expression, "<question>", "eval"), names, names if local is None else local))
    except Exception:
        return None


def lines_with_code(source):
    """The numbers of lines that can be reached, and of those the ones that hold a comprehension or a lambda: how often
    such a line runs differs between versions of Python."""
    reached, vague = set(), set()
    code = [compile(source, "program", "exec", dont_inherit=True)]
    while code:
        one = code.pop()
        reached |= {line for _, _, line in one.co_lines() if line}
        code += [part for part in one.co_consts if hasattr(part, "co_lines")]
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp, ast.Lambda)):
            vague |= set(range(node.lineno, node.end_lineno + 1))
    return reached, vague
