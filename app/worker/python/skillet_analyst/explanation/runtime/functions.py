# SPDX-License-Identifier: GPL-3.0-or-later
"""What built-in functions, formats and statements can't take, and attributes that a built-in type does not have."""

import ast

from . import near
from .rules import here, kind, rule, simple, words


simple("type-error.number-from-other", "TypeError", r"(?P<name>int|float|complex)\(\) (?:first )?argument must be (?P<want>[^`]*), not '?(?P<type>list|tuple|dict|set|function|type|range|map|filter|generator|builtin_function_or_method|method|_io\.TextIOWrapper|TextIOWrapper)'?",
       "A number was wanted from a list or something like it", "`{name}()` makes a number of one text or number, and this is {kind}.", "{here}",
       "For each item: `[{name}(each) for each in items]`.", "For one of them: `{name}(items[0])`.")
simple("value-error.file-direction", "UnsupportedOperation io.UnsupportedOperation", r"not (?P<what>readable|writable)|(?P<old>read|write)$",
       "A file was opened for reading and then written, or the other way round", "The file was not opened for that: it is not {what}{old}.",
       "{here} `open(name)` alone opens a file for reading.",
       'To write anew: `open(name, "w")`; to add at the end: `open(name, "a")`.', 'To do both: `open(name, "r+")`.')


@rule("type-error.percent-count", "TypeError", r"not all arguments converted during (?:string|bytes) formatting|not enough arguments for format string",
      "`%` behind a text got another number of values than it has places", also={"type-error.text-remainder": "A remainder was wanted, but the number is a text"})
def _percent(failure, match):
    node = failure.only(ast.BinOp, where=lambda each: isinstance(each.op, ast.Mod))
    left = failure.value(node.left) if node is not None else None
    whole, text = left.constant if left is not None else (False, None)
    if whole and isinstance(text, str) and "%" not in text:
        name = failure.text(node.left)
        return words(f"`{name}` is a text, and behind a text `%` fills in values; it is no remainder.", here(failure),
                     [f"Make a number of it first: `int({name})`."], failure.mend(node.left, f"int({name})"), cause="type-error.text-remainder")
    few = "enough" in match[0]
    return words("The text has more places such as `%s` than values behind it." if few
                 else "There are more values behind `%` than places such as `%s` in the text.", here(failure),
                 ["Several values stand in round brackets: `\"%s is %d\" % (name, age)`.", 'An f-string needs no counting: `f"{name} is {age}"`.'])


simple("type-error.percent-kind", "TypeError", r"%(?P<letter>[diouxXeEfFgGc])? ?format: (?P<want>[^`]*) is required, not (?P<type>[\w.]+)",
       "`%d` or its like got something that is no number", "`%{letter}` in a text stands for a number, and this is {kind}.", "{here}",
       "For a text write `%s`.", "Or make a number of it: `int(…)` or `float(…)`.")
simple("key-error.format-name", "KeyError", r"'(?P<key>\w+)'$", "`.format()` got no value for a name in the text",
       "The text has a place `{{{key}}}`, and `.format()` got no value of that name.", "{here}",
       "Write `.format({key}=…)`.", 'An f-string takes the names that are there: `f"{{{key}}}"`.',
       when=lambda failure, match: ".format(" in failure.line_text and "{" + match["key"] in failure.line_text.replace(" ", "") and "[" not in failure.line_text)
simple("type-error.one-character", "TypeError", r"ord\(\) expected a character, but string of length (?P<length>\d+) found", "`ord()` got a text of another length than 1",
       "`ord()` takes one character, and this text has {length}.", "{here}", "For each of them: `[ord(letter) for letter in text]`.", "For the first: `ord(text[0])`.")
simple("type-error.round", "TypeError", r"type (?P<type>[\w.]+) doesn't define __(?P<name>round|trunc|floor|ceil)__ method", "`round()` got something that is no number",
       "`round()` needs a number, and this is {kind}.", "{here}", "Make a number of it first: `round(float(…))`.", when=lambda failure, match: match["name"] == "round")
simple("type-error.isinstance", "TypeError", r"(?P<name>isinstance|issubclass)\(\) arg 2 must be a (?:type|class)", "`isinstance()` got something that is no class",
       "What stands second in `{name}()` must be a class, or several in round brackets.", "{here}",
       "Write the class itself, without quotes and brackets: `isinstance(x, int)`.", "Several: `isinstance(x, (int, float))`.")
simple("type-error.init-return", "TypeError", r"__init__\(\) should return None, not '(?P<type>[\w.]+)'", "`__init__` returns something",
       "`__init__` must not return a value, and it returns {kind}.", "It prepares the new object; what the call gives back is that object.",
       "Take the `return` out of `__init__`.", "Keep the value in an attribute: `self.value = …`.")
simple("type-error.slice-value", "TypeError", r"can only assign an iterable|must assign iterable to extended slice", "One value was stored in the place of a part of a list",
       "A part of a list can only be replaced by several items, such as a list.", "{here}", "For one item write one position: `items[1] = 5`.", "For a part: `items[1:2] = [5]`.")


@rule("type-error.not-a-context", "TypeError AttributeError", r"'(?P<type>[\w.]+)' object does not support the (?:asynchronous )?context manager protocol|(?P<old>__enter__|__exit__)$",
      "`with` got something that it can't open and close")
def _context(failure, match):
    statement = failure.statement
    if not isinstance(statement, (ast.With, ast.AsyncWith)):
        return None
    bare = [failure.text(each.context_expr) for each in statement.items if isinstance(each.context_expr, (ast.Name, ast.Attribute))]
    if match["type"] in ("type", "function", "builtin_function_or_method", "method", "ABCMeta") and len(bare) == 1:
        return words(f"Behind `with` stands `{bare[0]}` itself; the brackets that call it are missing.", here(failure),
                     [f"Write `with {bare[0]}(…) as name:`."])
    which = f" This is {kind(match['type'])}." if match["type"] else ""
    return words("`with` needs something that is opened and closed, such as a file or a lock." + which, here(failure),
                 ["Call what opens it behind `with`: `with open(name) as file:`.", "A plain value needs no `with`: assign it with `=`."])


simple("call.super-outside", "RuntimeError", r"super\(\): (?:no arguments|__class__ cell not found)", "`super()` outside a method",
       "`super()` only works in a method, a function inside a class with `self` as its first parameter.", "",
       "Is the `def` indented below the `class` line?", "Does it have `self` as its first parameter?")
simple("type-error.bytes-encoding", "TypeError", r"string argument without an encoding", "`bytes()` got a text and no encoding",
       "To make bytes of a text, the encoding must be said.", "{here}", 'Write `text.encode("utf-8")`.')
simple("type-error.in-number", "TypeError", r"argument of type '(?P<type>int|float|bool|function|method|builtin_function_or_method|type)' is not (?:iterable|a container or iterable)",
       "`in` behind which stands nothing that holds items", "`in` looks for something inside a list or text, and {kind} holds nothing.", "{here}",
       "Which list or text was meant behind `in`?", "To compare, write `==`; for the digits of a number `in str(n)`.")
simple("type-error.dict-pairs", "TypeError ValueError", r"cannot convert dictionary update sequence element #(?P<at>\d+) to a sequence|dictionary update sequence element #(?P<place>\d+) has length (?P<length>\d+); 2 is required|'(?P<type>[\w.]+)' object is not iterable for dict",
       "`dict()` got something other than pairs", "A dict is made of pairs, and element {at}{place} (counted from 0) is no pair.", "{here}",
       'Each element has a key and a value: `dict([("a", 1), ("b", 2)])`.', "From keys and values: `dict(zip(keys, values))`.")
simple("type-error.not-reversible", "TypeError", r"'(?P<type>[\w.]+)' object is not reversible", "`reversed()` got something without order or end",
       "What stands here is {kind}, and that has no order to turn round.", "{here}", "Make a list of it first: `reversed(list(x))`, or sorted: `sorted(x, reverse=True)`.")


@rule("call.not-callable", "TypeError", r"'(?P<type>int|float|str|list|dict|tuple|set|bool|bytes|generator|range|dict_keys|dict_values|dict_items)' object is not callable",
      "Brackets behind a value that is no function", also={"call.property": "A property was called like a method"})
def _not_callable(failure, match):
    node = failure.only(ast.Call)
    if node is None or not failure.is_own:
        return None
    name = failure.text(node.func)
    if "`" in name or len(name) > 80:
        return None
    if isinstance(node.func, ast.Attribute) and _is_property(failure, node.func.attr):
        return words(f"`{node.func.attr}` is a property: it is read like a value, without brackets.",
                     f"`{name}` gives the value already, {kind(match['type'])}, and the brackets try to call that.",
                     [f"Write `{name}` without `()`."], failure.mend(node, name), cause="call.property")
    value = failure.value(node.func)
    if value is None or value.type != match["type"]:
        return None
    return words(f"`{name}` is {kind(match['type'])}; only functions and classes can be called.", here(failure),
                 ["Take the round brackets away, if the value itself is meant.",
                  "Has a line above given the name of a function another value?"])


def _is_property(failure, name):
    found = failure.definition(name, ast.FunctionDef)
    return found is not None and any(getattr(each, "id", getattr(each, "attr", "")) in ("property", "cached_property")
                                     for each in found.decorator_list)


_BUILTIN = "int|float|str|list|dict|tuple|set|bool|bytes|range|generator|function|complex|frozenset|bytearray"


@rule("attribute-error.enum-member", "AttributeError", r"(?:type object '(?P<type>\w+)' has no attribute ')?(?P<name>\w+)'?$", "An Enum has no such member")
def _member(failure, match):
    node = failure.only(ast.Attribute, where=lambda each: each.attr == match["name"])
    found = failure.class_named(failure.text(node.value)) if node is not None else None
    if found is None or not any(ast.unparse(base).rpartition(".")[2] in ("Enum", "IntEnum", "StrEnum", "Flag", "IntFlag") for base in found.bases):
        return None
    members = [each.id for part in found.body if isinstance(part, ast.Assign) for each in part.targets if isinstance(each, ast.Name)]
    if match["name"] in members:
        return None
    alike = near.closest(match["name"], members, 1)
    shown = ", ".join(f"`{each}`" for each in members[:6])
    return words(f"`{found.name}` has no member `{match['name']}`." + (f" Perhaps `{alike[0]}` is meant?" if alike else ""),
                 f"Its members are {shown}." if shown else "", [f"Write `{found.name}.{alike[0] if alike else (members or ['NAME'])[0]}`.",
                                                                f"To go through them: `for each in {found.name}:`."], certain=not alike)


@rule("attribute-error.builtin-type", "AttributeError", rf"'(?P<type>{_BUILTIN})' object has no attribute '(?P<name>\w+)'", "A built-in type has no such attribute")
def _builtin_type(failure, match):
    node = failure.only(ast.Attribute, where=lambda each: each.attr == match["name"])
    owner = failure.text(node.value) if node is not None else ""
    what = f"`{owner}`" if owner and "`" not in owner and len(owner) < 80 else "This"
    stored = node is not None and isinstance(node.ctx, ast.Store)
    if stored:
        return words(f"{what} is {kind(match['type'])}, and on such a value no attribute can be set.", here(failure),
                     ["Values that belong together go into a dict, or into an object of a class of your own.",
                      "Was another object meant? Print what it is: `print(type(x))`."])
    return words(f"{what} is {kind(match['type'])}, and that has no `{match['name']}`.", here(failure),
                 ["Was another object meant? Look where the name got its value.", f"See all it has: `dir({owner})`." if what != "This" else "See all it has: `dir(x)`."])
