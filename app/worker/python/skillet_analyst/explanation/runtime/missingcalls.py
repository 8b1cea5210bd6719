# SPDX-License-Identifier: GPL-3.0-or-later
"""A function where its result was wanted, and a coroutine that nobody awaited: whatever the error's class."""

import ast

from .rules import rule, words

_FUNCTION = "function|method|builtin_function_or_method|method_descriptor|wrapper_descriptor"


@rule("await.forgotten", "TypeError AttributeError",
      r".*(?:'coroutine' object|\bcoroutine\b' and |and 'coroutine'|not \"coroutine\"|not coroutine\b|instances of .*coroutine)",
      "`await` is missing in front of an asynchronous call")
def _await(failure, match):
    if "object can't be" in failure.message or "was expected" in failure.message:
        return None
    awaited = _call_of_async(failure)
    call = failure.text(awaited) if awaited is not None else ""
    what = f"`{call}`" if call else "The asynchronous call"
    named = f"await {call}" if call else "await …"
    return words(f"{what} was not awaited, so there is only a coroutine and not its result.",
                 "Calling an `async def` function only prepares it. `await` runs it and gives its result.",
                 [f"Write `{named}`, in a function that is itself `async def`.",
                  "To run it from ordinary code: `asyncio.run(…)`."],
                 failure.mend(awaited, f"(await {call})") if awaited is not None and failure.functions
                 and isinstance(failure.functions[0], ast.AsyncFunctionDef) else None)


def _call_of_async(failure):
    """The call of an `async def` function in the failing line, when there is exactly one; else the assigned one."""
    if failure.tree is None:
        return None
    names = {node.name for node in failure.everything if isinstance(node, ast.AsyncFunctionDef)}

    def calls(nodes):
        return [node for node in nodes if isinstance(node, ast.Call)
                and getattr(node.func, "id", getattr(node.func, "attr", "")) in names]

    found = calls(failure.nodes(ast.Call))
    if not found:
        for name in failure.nodes(ast.Name):
            given = failure.last_assigned(name.id)
            found += calls([given]) if given is not None else []
    return found[0] if len(found) == 1 else None


@rule("brackets.forgotten", "TypeError AttributeError",
      rf".*(?:'(?:{_FUNCTION})' object (?:is not (?:subscriptable|iterable)|has no attribute|does not support item|cannot be)"
      rf"|.*unsupported operand type.*'(?:{_FUNCTION})'|.*instances of .*'(?:{_FUNCTION})'"
      rf"|.*(?:can only concatenate|must be real number|has no len|sequence item).*\b(?:{_FUNCTION})\b"
      rf"|.*of type '(?:{_FUNCTION})'|.*not '?\"?(?:{_FUNCTION})\b)",
      "The brackets that call a function or method are missing",
      also={"brackets.square-for-round": "Square brackets were used to call a function"})
def _brackets(failure, match):
    node = _function_node(failure)
    text = failure.text(node) if node is not None else ""
    if "not subscriptable" in failure.message or "does not support item" in failure.message:
        subscript = failure.only(ast.Subscript)
        text = failure.text(subscript.value) if subscript is not None else text
        inside = failure.text(subscript.slice) if subscript is not None else "…"
        what = f"`{text}` is a function" if text else "This is a function"
        return words(f"{what}: functions are called with round brackets, `(…)`.",
                     f"Square brackets take an item out of a list or dict; {'`' + text + '`' if text else 'a function'} has none.",
                     [f"To call it, write `{text or 'f'}({inside})`.",
                      f"To take an item of its result, call it first: `{text or 'f'}()[{inside}]`."],
                     failure.mend(subscript, f"{text}({inside})") if subscript is not None else None,
                     cause="brackets.square-for-round")
    if not text and not failure.is_own:
        return None
    what = f"`{text}`" if text else "A function"
    call = f"{text}()" if text else "f()"
    return words(f"{what} is a function itself, not its result: the brackets `()` are missing.",
                 "Without brackets a function is only named. With them it is called, and gives its result.",
                 [f"Write `{call}`, with what it needs between the brackets.",
                  "Is a variable of the same name meant? Then give one of them another name."],
                 failure.mend(node, call) if _no_arguments(failure, node) else None)


def _function_node(failure):
    kinds = {"function", "method", "builtin_function_or_method"}
    names = {value.name for value in failure.values.values() if value.type in kinds}
    if "has no attribute" in failure.message:
        attribute = failure.only(ast.Attribute)
        return attribute.value if attribute is not None else None
    called = {id(node.func) for node in failure.nodes(ast.Call)}
    found = [node for node in failure.nodes(ast.Name, ast.Attribute)
             if failure.text(node) in names and id(node) not in called]
    if not found:
        found = [node for node in failure.nodes(ast.Attribute) if id(node) not in called]
    return found[0] if len(found) == 1 else None


def _no_arguments(failure, node):
    if isinstance(node, ast.Attribute):
        return node.attr in ("upper", "lower", "strip", "title", "keys", "values", "items", "read", "copy", "split")
    function = failure.definition(node.id, ast.FunctionDef) if isinstance(node, ast.Name) else None
    return function is not None and not function.args.args
