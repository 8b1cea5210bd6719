# SPDX-License-Identifier: GPL-3.0-or-later
"""Calls with the wrong arguments, things that can't be called, and types that an operation can't use."""

import ast
import builtins

from . import near
from .rules import here, kind, rule, simple, words


@rule("call.module", "TypeError", r"'(?P<type>[\w.]+)' object is not callable", "A module was called",
      also={"call.hidden-builtin": "A variable hides the function of the same name",
            "call.round-for-square": "Round brackets were used to take an item",
            "call.missing-operator": "An operator is missing before a bracket"})
def _not_callable(failure, match):
    node, type_name = failure.only(ast.Call), match["type"]
    if node is None or not failure.is_own:
        return None
    name = failure.text(node.func)
    inside = failure.text(node.args[0]) if len(node.args) == 1 and not node.keywords else ""
    if not _may_stand_for(failure, node, type_name):
        return None
    if type_name == "module":
        return _module_called(failure, node, name)
    if isinstance(node.func, ast.Name) and hasattr(builtins, name):
        return words(f"`{name}` is {kind(type_name)} now, and no longer Python's function.",
                     f"{here(failure)} A line above gave the name `{name}` a value of its own.",
                     [f"Choose another name for that variable, such as `my_{name}`.",
                      f"At the prompt, `del {name}` brings the function back."], cause="call.hidden-builtin")
    if type_name in ("list", "tuple", "dict", "str") and inside and not isinstance(node.func, ast.Constant):
        return words(f"`{name}` is {kind(type_name)}: an item is taken with square brackets.", here(failure),
                     [f"Write `{name}[{inside}]`.", "Is a comma missing between two items? That looks like a call too."],
                     failure.mend(node, f"{name}[{inside}]"), cause="call.round-for-square")
    if type_name in ("int", "float") and inside:
        return words(f"`{name}` is {kind(type_name)}, and a number can't be called.",
                     f"{here(failure)} In Python a product needs its `*`.",
                     [f"Write `{name} * ({inside})`."], failure.mend(node, f"{name} * ({inside})"),
                     cause="call.missing-operator")
    return None


def _may_stand_for(failure, call, type_name):
    """Whether what is called is a value of this type; the complaint may also be about what a function was given to call."""
    value = failure.value(call.func)
    if value is not None:
        return value.type == type_name
    if any(each.arg in ("key", "target", "default_factory", "func", "command") for each in call.keywords):
        return False
    if not isinstance(call.func, ast.Name):
        return True
    name = call.func.id
    if failure.tree is None:
        return not (hasattr(builtins, name) and any(isinstance(each, ast.Call) for each in call.args))
    if failure.definition(name) is not None:
        return False
    return not hasattr(builtins, name) or any(name in near.bound_in(scope) for scope in (failure.tree, *failure.functions))


def _module_called(failure, node, name):
    last = name.rpartition(".")[2]
    same = last in near.module_names(last) or near.HOMES.get(last) == last
    return words(f"`{name}` is a module, and a module can't be called.", "The function or class that you want is inside it.",
                 [f"Write `{name}.{last}(…)`." if same else f"Write the name of what you want from it, as in `{name}.…(…)`.",
                  f"See what it has: `dir({name})`."], failure.mend(node.func, f"{name}.{last}") if same else None)


@rule("call.missing-self", "TypeError", r"(?P<name>[\w.<>]+)\(\) takes (?P<want>\d+) positional arguments? but (?P<got>\d+) (?:was|were) given",
      "A method is defined without `self`", also={"call.too-many": "A function got too many arguments"})
def _too_many(failure, match):
    name, want, got = match["name"], int(match["want"]), int(match["got"])
    function = failure.definition(name.rpartition(".")[2], ast.FunctionDef)
    if function is not None and got == want + 1:
        first = near.arguments_of(function)[:1]
        is_method = failure.tree is not None and any(
            isinstance(each, ast.ClassDef) and function in each.body for each in failure.everything)
        if is_method and first not in (["self"], ["cls"]):
            return words(f"The method `{function.name}` has no parameter `self`.",
                         "A method gets its object as first argument, in front of those in the brackets.",
                         [f"Write `def {function.name}(self, …):` in line {function.lineno}."])
    return words(f"`{name}()` takes {want} arguments, and {got} were given.",
                 "In a method call the object itself counts as one." if "." in name else here(failure),
                 [f"Compare the call with the `def` line" + (f" (line {function.lineno})." if function else "."),
                  "Several values for one parameter go in as one list."], cause="call.too-many")


def _through_class(failure, name):
    """Whether a method that begins with `self` was called on its class, in which case the first argument was taken for it."""
    node, method = failure.only(ast.Call), name.rpartition(".")[2]
    if node is None or not isinstance(node.func, ast.Attribute) or node.func.attr != method or method == "__init__":
        return False
    found = failure.class_named(failure.text(node.func.value))
    methods = [each for each in (found.body if found is not None else ()) if isinstance(each, ast.FunctionDef) and each.name == method]
    return bool(methods) and not methods[0].decorator_list and near.arguments_of(methods[0])[:1] == ["self"]


@rule("call.class-for-object", "TypeError", r"(?P<name>[\w.<>]+)\(\) missing (?P<count>\d+) required (?P<how>positional|keyword-only) arguments?: (?P<which>.+)",
      "A method was called on the class and not on an object",
      also={"call.missing-argument": "An argument is missing", "call.missing-keyword": "An argument that must be named is missing"})
def _missing(failure, match):
    name, which = match["name"], match["which"].replace("'", "`")
    if which.startswith("`self`") or _through_class(failure, name):
        owner = name.rpartition(".")[0].rpartition(".")[2] or "Name"
        return words(f"`{name}` was called on the class, so there is no object for `self`.",
                     "Brackets behind the class's name make an object; only then it can do things.",
                     [f"Make an object first: `one = {owner}(…)`, then `one.{name.rpartition('.')[2]}(…)`."])
    if match["how"] == "keyword-only":
        return words(f"`{name}()` wants {which}, given by name.", "Parameters after `*` must be named in the call.",
                     ["Write it with its name: `f(…, name=value)`."], cause="call.missing-keyword")
    what = name.rpartition(".")[0] if name.endswith("__init__") and "." in name else name
    return words(f"`{what}()` was called without {which}.", here(failure) or "Each parameter without a default needs a value.",
                 ["Add the value to the call, in the order of the `def` line.",
                  "Or give the parameter a default there: `def f(x=0):`."], cause="call.missing-argument")


simple("call.no-init", "TypeError", r"(?P<name>\w+)(?:\(\) takes no arguments|\(\) takes no parameters)", "A class without `__init__` got arguments",
       "`{name}()` takes no arguments: the class has no `__init__` that would.", "Two underscores stand before and after `init`.",
       "Look at the spelling: `def __init__(self, …):`.", "Is it indented, so that it belongs to the class?")


@rule("call.unknown-option", "TypeError",
      r"'(?P<which>\w+)' is an invalid keyword argument for (?P<name>\w+)\(\)|(?P<other>print|sorted|sort|open|input|max|min|sum|int)\(\) got an unexpected keyword argument '(?P<what>\w+)'",
      "A built-in function does not know a named argument")
def _option(failure, match):
    name, which = match["name"] or match["other"], match["which"] or match["what"]
    if failure.definition(name) is not None:
        return None
    options = {"print": ("sep", "end", "file", "flush"), "sorted": ("key", "reverse"), "sort": ("key", "reverse"),
               "open": ("mode", "buffering", "encoding", "errors", "newline", "closefd", "opener"), "max": ("key", "default"),
               "min": ("key", "default")}.get(name, ())
    alike = [near.told(failure.message)] if near.told(failure.message) else near.closest(which, options, 1)
    named = f" It knows {', '.join(f'`{each}`' for each in options)}." if options else ""
    return words(f"`{name}()` has no argument `{which}`." + (f" Perhaps `{alike[0]}` is meant?" if alike else ""),
                 f"A name in front of `=` in a call must be one that the function knows.{named}",
                 [f"Write `{alike[0]}=`." if alike else f"See what it knows: `help({name})`."], certain=not alike)


@rule("call.unexpected-keyword", "TypeError", r"(?P<name>[\w.<>]+)\(\) got an unexpected keyword argument '(?P<which>\w+)'",
      "A function does not know a named argument")
def _unexpected(failure, match):
    name, which = match["name"], match["which"]
    function = failure.definition(name.rpartition(".")[2], ast.FunctionDef) or failure.class_named(name.partition(".")[0])
    known = near.arguments_of(function) if isinstance(function, ast.FunctionDef) else []
    alike = [near.told(failure.message)] if near.told(failure.message) else near.closest(which, known, 1)
    if alike:
        return words(f"`{name}()` has no parameter `{which}`. Perhaps `{alike[0]}` is meant?", f"{here(failure)} The spelling may be off.".strip(),
                     [f"Write `{alike[0]}=`.", f"Compare the call with the `def` line, or see `help({name})`."], certain=False)
    return words(f"`{name}()` has no parameter `{which}`.", here(failure),
                 [f"Compare the spelling with the `def` line, or see `help({name})`."])


simple("call.given-twice", "TypeError", r"(?P<name>[\w.<>]+)\(\) got multiple values for (?:keyword )?argument '(?P<which>\w+)'",
       "An argument was given twice", "`{name}()` got `{which}` twice: by its place and by its name.", "{here}",
       "Leave one of the two out.", "In a method: is `self` the first parameter?")

_DECIMAL = "With `/` numbers become decimal ones; `//` keeps them whole."


def _whole_division(failure, place):
    """The place with `//` where it divides by `/`, or None."""
    divided = [each for each in ast.walk(place) if isinstance(each, ast.BinOp) and isinstance(each.op, ast.Div)]
    if len(divided) != 1:
        return None
    left, right = failure.text(divided[0].left), failure.text(divided[0].right)
    return failure.mend(divided[0], f"{left} // {right}")


@rule("type-error.list-index", "TypeError", r"(?P<kind>list|tuple|string|byte) indices must be integers(?: or slices)?(?:, not '?(?P<type>[\w.]+)'?)?",
      "A position that is no whole number")
def _list_index(failure, match):
    node, type_name = failure.only(ast.Subscript), match["type"]
    title = f"A position in a {match['kind']} must be a whole number" + (f", and this is {kind(type_name)}." if type_name else ".")
    tries = [_DECIMAL, "In a loop over items the name is the item itself, not a position.",
             'A list of dicts: first the position, then the key: `rows[0]["name"]`.']
    if type_name == "float":
        return words(title, here(failure), [_DECIMAL, "Or turn it into a whole number: `int(…)`."],
                     _whole_division(failure, node.slice) if node is not None else None)
    if type_name in ("str", "tuple"):
        tries = tries[1:] if type_name == "str" else ["For a list in a list: `rows[0][1]`, one pair of brackets for each.",
                                                      "A part is written with a colon: `rows[0:1]`."]
    return words(title, here(failure), tries)


@rule("type-error.slice-index", "TypeError", r"slice indices must be integers or None or have an __index__ method",
      "The beginning or end of a part is no whole number")
def _slice_index(failure, match):
    node = failure.only(ast.Subscript)
    return words("The beginning and end of a part must be whole numbers.", here(failure), [_DECIMAL, "Or turn it into a whole number: `int(…)`."],
                 _whole_division(failure, node.slice) if node is not None else None)


simple("type-error.not-subscriptable", "TypeError", r"'(?P<type>[\w.]+)' object is not subscriptable", "Square brackets behind something that has no items",
       "`{type}` has no items that `[…]` could take.", "{here}", "A generator, set or `map` becomes a list with `list(…)`.",
       "Look at what it is: `print(type(x))`.", when=lambda failure, match: match["type"] not in ("NoneType", "coroutine"))
simple("type-error.no-item-assignment", "TypeError", r"'(?P<type>str|tuple|bytes|range|set|frozenset)' object (?:does not|doesn't) support item (?P<what>assignment|deletion)",
       "A part of something that can't be changed was set", "A `{type}` can't be changed in place.", "{here}",
       "Make a new one: for a text `text.replace(old, new)`.", "Or work with a list: `items = list(x)`.")
simple("type-error.loop-over-number", "TypeError", r"'(?P<type>int|float|bool)' object is not iterable", "A loop over a number",
       "A number (`{type}`) holds no items to go through.", "{here}", "To count: `for i in range(n):`.", "For its digits: `for digit in str(n):`.")
simple("type-error.not-iterable", "TypeError", r"'(?P<type>[\w.]+)' object is not iterable", "Something without items was gone through",
       "`{type}` can't be gone through item by item.", "{here}", "Which attribute of it holds the items?", "An own class needs `__iter__`.",
       when=lambda failure, match: match["type"] not in ("NoneType", "coroutine"))
simple("type-error.unpack-number", "TypeError", r"cannot unpack non-iterable (?P<type>[\w.]+) object", "One value was unpacked into several names",
       "One `{type}` can't be spread over several names.", "{here}", "Does the function `return a, b`?", "For keys and positions: `enumerate(items)`, `d.items()`.",
       when=lambda failure, match: match["type"] not in ("NoneType", "coroutine"))
simple("type-error.unhashable", "TypeError", r".*unhashable type: '(?P<type>\w+)'", "A list, dict or set as a key or in a set",
       "A `{type}` can't be a key or an item of a set: it can change.", "{here}", "Instead of a list use a tuple: `tuple(items)`.",
       "Instead of a set use `frozenset(items)`.", when=lambda failure, match: match["type"] in ("list", "dict", "set", "bytearray"))
simple("type-error.no-hash", "TypeError", r".*unhashable type: '(?P<type>\w+)'", "A value without a hash as a key or in a set",
       "A `{type}` can't be a key or an item of a set.", "{here} A class that says what is equal by `__eq__`, and nothing about "
       "`__hash__`, may be the reason.", "Use a part of it as the key: a name or a number.",
       "An own class can have `__hash__` beside `__eq__`; a dataclass can be `@dataclass(frozen=True)`.", certain=False)
simple("type-error.no-length", "TypeError", r"object of type '(?P<type>[\w.]+)' has no len\(\)", "The length of something that has none",
       "`{type}` has no length.", "{here}", "The number of digits: `len(str(n))`.", "A generator must be stored first: `len(list(x))`.",
       when=lambda failure, match: match["type"] != "NoneType")
simple("type-error.join-items", "TypeError", r"sequence item (?P<at>\d+): expected (?P<want>[\w-]+)(?: instance)?, (?P<type>\w+) found", "`join()` found something that is no text",
       "`join()` joins texts, and item {at} is `{type}`.", "{here}", "Make texts of them: `\", \".join(str(each) for each in items)`.")
simple("type-error.float-as-count", "TypeError", r"'(?P<type>float|str|list)' object cannot be interpreted as an integer", "A whole number was wanted",
       "A whole number is wanted here, and this is `{type}`.", "{here}", "Turn it into one: `int(…)`.", "`//` divides without decimals.",
       "For a list, count its items: `range(len(items))`.")
simple("type-error.write-text", "TypeError", r"write\(\) argument must be str, not (?P<type>\w+)", "Something that is no text was written to a text file",
       "`write()` takes a text, and this is `{type}`.", "{here}", "Make a text of it: `file.write(str(x))`.", "Bytes need a file opened with `\"wb\"`.")
simple("type-error.bytes-wanted", "TypeError", r"a bytes-like object is required, not '(?P<type>\w+)'", "Bytes were wanted",
       "Bytes are wanted here, and this is `{type}`.", "{here}", "Turn text into bytes: `text.encode(\"utf-8\")`.", "Or open the file without `b` in its mode.")
simple("type-error.raise-text", "TypeError", r"exceptions must (?:derive from BaseException|be classes)", "Something that is no exception was raised",
       "Only exceptions can be raised.", "{here}", "Wrap the text: `raise ValueError(\"what is wrong\")`.")
simple("type-error.abstract", "TypeError", r"Can't instantiate abstract class (?P<name>\w+)", "An object of an abstract class",
       "`{name}` is abstract: methods of it are still to be written.", "The message names them.", "Write them in a class that inherits from `{name}`.", "Compare their spelling.")
simple("type-error.dataclass-order", "TypeError", r"non-default argument '(?P<name>\w+)' follows default argument", "A field without a default after one with",
       "The field `{name}` has no default, but one before it has.", "Arguments are given in order, so those that may be left out come last.",
       "Move `{name}` up, above the fields with defaults.", "Or give it a default.")
simple("type-error.in-text", "TypeError", r"'in <string>' requires string as left operand, not (?P<type>\w+)", "Something that is no text was looked for in a text",
       "Only a text can be looked for in a text, and this is `{type}`.", "{here}", "Turn it into text: `str(x) in text`.")
simple("type-error.not-an-iterator", "TypeError", r"'(?P<type>\w+)' object is not an iterator", "`next()` on something that is no iterator",
       "`next()` needs an iterator, and this is `{type}`.", "{here}", "Make one first: `it = iter(items)`, then `next(it)`.")
simple("type-error.awaited-value", "TypeError", r"object (?P<type>\w+) can't be used in 'await' expression|'(?P<new>\w+)' object can't be awaited",
       "`await` before something that is not asynchronous", "This can't be awaited: it is an ordinary value.", "{here}",
       "Leave `await` out.", "Or make the function asynchronous: `async def`.")
simple("type-error.builtin-arguments", "TypeError", r"(?P<name>[\w.]+?)(?:\(\))? (?:takes|expected) (?:exactly |at most |at least |no )?(?:\w+ )?(?:positional |keyword )?arguments?(?:,? \(?(?:got )?(?P<got>\d+))?",
       "A built-in function got another number of arguments than it takes", "`{name}()` got another number of arguments than it takes.", "{here}",
       "See what it takes: `help({name})`.", "Several values go in as one list, or joined by an f-string.")
