# SPDX-License-Identifier: GPL-3.0-or-later
"""None where a value was wanted: what matters is where the None came from, whatever the error's class."""

import ast

from .failure import own_nodes
from .rules import here, rule, words

IN_PLACE = {
    "append": "list", "extend": "list", "insert": "list", "sort": "list", "reverse": "list", "clear": "container",
    "remove": "container", "add": "set", "discard": "set", "update": "container", "shuffle": "list",
}  # fmt: skip
_MATCHERS = {"match", "search", "fullmatch"}


def _walks_to_end(statements):
    """Can the last of these statements be left without a return or raise? A rough answer, on the careful side."""
    last = statements[-1] if statements else None
    if isinstance(last, (ast.Return, ast.Raise, ast.While)):
        return False
    if isinstance(last, ast.If):
        return not last.orelse or _walks_to_end(last.body) or _walks_to_end(last.orelse)
    if isinstance(last, (ast.With, ast.AsyncWith)):
        return _walks_to_end(last.body)
    if isinstance(last, (ast.Try, ast.Match)):
        return False
    return True


def returns(function):
    """"always", "sometimes" or "never": does a function of the learner's give something back?"""
    nodes = list(own_nodes(function))
    if any(isinstance(node, (ast.Yield, ast.YieldFrom)) for node in nodes):
        return "always"
    given = [node for node in nodes if isinstance(node, ast.Return) and node.value is not None
             and not (isinstance(node.value, ast.Constant) and node.value.value is None)]
    if not given:
        return "never"
    return "sometimes" if _walks_to_end(function.body) else "always"


def _called_name(node):
    if not isinstance(node, ast.Call):
        return ""
    if isinstance(node.func, ast.Name):
        return node.func.id
    return node.func.attr if isinstance(node.func, ast.Attribute) else ""


def _from_call(failure, call, what):
    """Words on a call that gave None, or None when it is not known why."""
    name = _called_name(call)
    text = failure.text(call)
    method = isinstance(call.func, ast.Attribute)
    if method and name in IN_PLACE and failure.definition(name) is None:
        return _in_place(failure, call, what)
    if name == "print" and not method:
        return words("`print()` shows a value but gives `None` back.",
                     f"{what} is the result of `{text}`, and that is always `None`.",
                     ["Keep the value first, then print it: `x = …` and `print(x)` on two lines.",
                      "Move the rest of the expression inside the brackets of `print(…)`."], cause="none.print-result")
    if method and name in _MATCHERS and len(call.args) >= 1 and failure.definition(name) is None:
        return words("The pattern was not found, so there is no match to work with.",
                     f"{what} is `None`: `{text}` gives `None` when the text does not match.",
                     ["Ask first: `if found:` and only then use `found.group(…)`.",
                      "Print the text with `print(repr(text))` and compare it with the pattern."],
                     cause="none.no-match", certain=False if not _imports(failure, "re") else True)
    if method and name == "get" and call.args:
        return words("`.get()` found no such key and gave `None`.",
                     f"{what} comes from `{text}`. A dict's `.get()` may give `None` instead of raising a KeyError.",
                     [f"Give a value for a missing key: `{failure.text(call.func)}({failure.text(call.args[0])}, …)`.",
                      f"Look at the keys that are there: `print({failure.text(call.func.value)}.keys())`."],
                     cause="none.get-missing", certain=False)
    return _own_function(failure, call, name, what)


def _imports(failure, module):
    return failure.tree is None or any(
        isinstance(node, ast.Import) and any(each.name == module for each in node.names)
        for node in failure.everything)


def _in_place(failure, call, what):
    name, owner = call.func.attr, failure.text(call.func.value)
    if name == "shuffle":
        owner = failure.text(call.args[0]) if call.args else "items"
    tries = [f"Call it on a line of its own, `{failure.text(call)}`, and go on with `{owner}`."]
    if name == "sort":
        tries.append(f"Or make a new, sorted list: `sorted({owner})`.")
    elif name == "reverse":
        tries.append(f"Or take a reversed copy: `{owner}[::-1]`.")
    elif name in ("append", "extend") and call.args:
        item = failure.text(call.args[0])
        tries.append(f"Or make a new list: `{owner} + {'[' + item + ']' if name == 'append' else item}`.")
    else:
        tries.append(f"Look at `{owner}` afterwards: `print({owner})`.")
    return words(f"`.{name}()` changes the {IN_PLACE[name]} itself and gives `None` back.",
                 f"{what} is the result of `{failure.text(call)}`, so it is `None`. The change itself was made in `{owner}`.",
                 tries, cause="none.in-place-method")


def _own_function(failure, call, name, what):
    function = failure.definition(name, ast.FunctionDef) if name else None
    if function is None:
        return None
    answer = returns(function)
    if answer == "never":
        return words(f"`{name}()` has no `return`, so it gives `None` back.",
                     f"{what} is the result of `{failure.text(call)}`. Without `return value` a function's result is `None`.",
                     [f"End `{name}` (line {function.lineno}) with `return` and the value it works out.",
                      f"Does it print its result? Printing is not returning: `return` what it prints."],
                     cause="none.forgotten-return")
    if answer == "sometimes":
        return words(f"`{name}()` gave `None` back this time.",
                     f"{what} is the result of `{failure.text(call)}`. There is a way through `{name}` "
                     "that may have ended without a `return`.",
                     [f"Follow `{name}` (line {function.lineno}) with these arguments: which branch has no `return`?",
                      "Give each branch a `return`, or put one at the end for all that is left."],
                     cause="none.forgotten-branch", certain=False)
    return None


def _origin(failure, node, what):
    """Words on where the None of this expression came from, or None."""
    if isinstance(node, ast.Await):
        return None
    if isinstance(node, ast.Call):
        return _from_call(failure, node, what)
    if isinstance(node, ast.Name):
        given = failure.last_assigned(node.id)
        if isinstance(given, ast.Call):
            return _from_call(failure, given, what)
        return _still_none(failure, node.id, what) or _parameter(failure, node.id, what)
    return None


def _still_none(failure, name, what):
    scope = failure.scope if failure.scope is not None and failure.assignments(name) else failure.tree
    if scope is None:
        return None
    given = [pair for pair in failure.assignments(name, scope) if pair[0].lineno < failure.line]
    empty = [statement.lineno for statement, value in given if isinstance(value, ast.Constant) and value.value is None]
    if not empty:
        return None
    certain = len(empty) == len(given)
    how = "and got no other value" if certain else "and perhaps got no other value"
    return words(f"{what} is still `None`." if certain else f"{what} is `None`.",
                 f"It was set to `None` in line {empty[-1]}, {how} on the way here.",
                 ["Which line should have given it a value? See whether that line was run.",
                  f"If `None` is a good value here, ask first: `if {name} is not None:`."],
                 cause="none.still-none", certain=certain)


def _parameter(failure, name, what):
    function = failure.scope
    arguments = getattr(function, "args", None)
    if arguments is None or failure.assignments(name, function):
        return None
    plain = [*arguments.posonlyargs, *arguments.args]
    defaults = dict(zip([each.arg for each in plain][::-1], arguments.defaults[::-1]))
    defaults.update((each.arg, value) for each, value in zip(arguments.kwonlyargs, arguments.kw_defaults) if value)
    default = defaults.get(name)
    if isinstance(default, ast.Constant) and default.value is None:
        label = getattr(function, "name", "the function")
        return words(f"The parameter {what} is `None` in this call.",
                     f"`{label}` was perhaps called without it; its default is `None` then.",
                     [f"Ask first: `if {name} is None:` and give it a value.",
                      f"Or hand a value over where `{label}` is called (the frame before)."],
                     cause="none.default-parameter", certain=False)
    return None


def _wanted(failure):
    """The expression that is None, or None when in doubt."""
    empty = {value.name for value in failure.of_type("NoneType")}
    attribute = failure.only(ast.Attribute, where=lambda node: isinstance(node.ctx, (ast.Load, ast.Store)))
    subscript = failure.only(ast.Subscript)
    inside = []
    if "has no attribute" in failure.message and attribute is not None:
        inside = [attribute.value]
    elif ("subscriptable" in failure.message or "item " in failure.message) and subscript is not None:
        inside = [subscript.value]
    elif "callable" in failure.message and isinstance(failure.node, ast.Call):
        inside = [failure.node.func]
    elif "iterable" in failure.message or "unpack" in failure.message:
        inside = _iterated(failure)
    elif isinstance(failure.node, ast.BinOp):
        inside = [failure.node.left, failure.node.right]
    elif isinstance(failure.node, ast.Compare):
        inside = [failure.node.left, *failure.node.comparators]
    elif isinstance(failure.node, ast.Call):
        inside = failure.node.args
    sure = [node for node in inside if failure.text(node) in empty]
    if sure:
        return sure[0]
    calls = [node for node in inside if isinstance(node, ast.Call)]
    if len(inside) == 1:
        return inside[0]
    if len(calls) == 1:
        return calls[0]
    names = [node for node in failure.nodes(ast.Name) if node.id in empty]
    return names[0] if len({node.id for node in names}) == 1 else None


def _iterated(failure):
    statement = failure.statement
    if isinstance(statement, (ast.For, ast.AsyncFor)):
        return [statement.iter]
    if isinstance(statement, ast.Assign) and isinstance(statement.targets[0], (ast.Tuple, ast.List)):
        return [statement.value]
    if isinstance(failure.node, ast.Call):
        return failure.node.args[:1]
    if isinstance(failure.node, ast.Compare):
        return failure.node.comparators[-1:]
    return [failure.node] if failure.node is not None else []


_OTHER = {
    "none.in-place-method": "The result of a method that changes things in place, such as `.sort()`, was used",
    "none.print-result": "The result of `print()` was used as a value",
    "none.no-match": "A pattern was not found, so the match is `None`",
    "none.get-missing": "`.get()` found no such key and gave `None`",
    "none.forgotten-return": "A function has no `return`",
    "none.forgotten-branch": "One way through a function has no `return`",
    "none.still-none": "A name still has its first value `None`",
    "none.default-parameter": "A parameter was left at its default `None`",
}


@rule("none.used", "TypeError AttributeError",
      r"(?:'NoneType' object |.*\bNoneType\b)(?!.*JSON)",
      "`None` was used as if it were a value", also=_OTHER)
def _none_used(failure, match):
    if failure.message.startswith("can only concatenate") and '"NoneType"' not in failure.message:
        return None
    node = _wanted(failure)
    what = f"`{failure.text(node)}`" if node is not None else "A value"
    found = _origin(failure, node, what) if failure.is_own else None
    if found is not None:
        return found
    if not failure.is_own:
        return None
    doing = _doing(failure.message)
    subject = what if node is not None else "A value here"
    where = here(failure)
    return words(f"{subject} is `None`, and `None` {doing}.",
                 f"{where} " .lstrip() + "Something that should have given a value gave nothing.",
                 [f"Look one step back: which line gives {what if node is not None else 'it'} its value, and does that "
                  "function `return` something?",
                  f"Print it just before line {failure.line}." if node is None
                  else f"Print it just before line {failure.line}: `print({failure.text(node)})`.",
                  "If nothing is a good answer there, ask first: `if x is not None:`."])


def _doing(message):
    for part, said in (("has no attribute", "has hardly any attributes"), ("not subscriptable", "has no items"),
                       ("item assignment", "has no items to set"), ("not callable", "can't be called"),
                       ("iterable", "can't be gone through"), ("has no len", "has no length"),
                       ("not supported between", "can't be compared by size"), ("concatenate", "can't be joined on"),
                       ("unpack", "can't be unpacked"), ("context manager", "can't be used in `with`")):
        if part in message:
            return said
    return "can't be used there"


