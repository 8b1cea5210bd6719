# SPDX-License-Identifier: GPL-3.0-or-later
"""Names without a value: NameError and UnboundLocalError."""

import ast
import builtins

from . import near
from .failure import own_nodes
from .rules import listed, rule, words

_FOREIGN = {
    "true": "True", "false": "False", "null": "None", "nil": "None", "none": "None", "TRUE": "True", "FALSE": "False",
    "NULL": "None", "NONE": "None", "undefined": "None", "this": "self",
}  # fmt: skip
_OLD = {"raw_input": "input", "xrange": "range", "unicode": "str", "basestring": "str", "long": "int", "unichr": "chr",
        "reduce": "functools.reduce", "reload": "importlib.reload", "file": "open", "raw_imput": "input"}
_ELSEWHERE = {"println": "print", "printf": "print", "echo": "print", "puts": "print", "cout": "print", "strlen": "len",
              "length": "len", "size": "len", "parseInt": "int", "toString": "str", "String": "str", "Integer": "int",
              "boolean": "bool", "string": "str", "integer": "int", "double": "float", "char": "str",
              "readline": "input", "scanf": "input", "array": "list", "console": "print", "System": "print"}


def _name_nodes(failure, name):
    return [node for node in failure.nodes(ast.Name) if node.id == name]


def _replaced(failure, name, replacement):
    nodes = _name_nodes(failure, name)
    return failure.mend(nodes[0], replacement) if len(nodes) == 1 else None


_NAME = r"name '(?P<name>\w+)' is not defined"


@rule("name-error.other-language", "NameError", _NAME, "A word of another language, such as `true` or `null`")
def _foreign(failure, match):
    name = match["name"]
    if name not in _FOREIGN or (name == "this" and failure.class_around is None):
        return None
    right = _FOREIGN[name]
    return words(f"Python knows no `{name}`: it is written `{right}`.",
                 "Capitals count in Python." if right.lower() == name.lower() else "That is how other languages write it.",
                 [f"Write `{right}`.", f"Look for other places with `{name}` too."],
                 _replaced(failure, name, right))


@rule("name-error.python-2", "NameError", _NAME, "A function that only old Python 2 had, such as `raw_input`")
def _old(failure, match):
    name = match["name"]
    if name not in _OLD or (name == "reduce" and failure.tree is None):
        return None
    right = _OLD[name]
    return words(f"`{name}` was a function of Python 2. Python 3 has `{right}` instead.",
                 "The code or the page that it comes from was perhaps written before 2020.",
                 [f"Write `{right}`.", "When you follow a tutorial, see that it is for Python 3."],
                 _replaced(failure, name, right) if "." not in right else None)


@rule("name-error.other-language-function", "NameError", _NAME, "A function of another language, such as `println`")
def _elsewhere(failure, match):
    name = match["name"]
    if name not in _ELSEWHERE or name in near.visible_names(failure):
        return None
    if near.closest(name, _own_names(failure)):
        return None
    right = _ELSEWHERE[name]
    return words(f"There is no `{name}` in Python: `{right}` does that job.",
                 f"`{name}` has no value here. It may come from another language.",
                 [f"Try `{right}`, and see `help({right})`.",
                  f"If `{name}` should be a variable of yours, give it a value first."],
                 certain=False)


def _own_names(failure):
    return [name for name, kind in near.visible_names(failure).items() if kind in ("global", "local")]


@rule("name-error.deleted-except-name", "NameError UnboundLocalError",
      r"(?:name '(?P<name>\w+)' is not defined|(?:local variable|cannot access local variable) '(?P<local>\w+)')",
      "The name of a caught error was used after its `except` block")
def _except_name(failure, match):
    name = match["name"] or match["local"]
    for node in own_nodes(failure.scope) if failure.scope is not None else ():
        if isinstance(node, ast.ExceptHandler) and node.name == name and node.end_lineno < failure.line:
            return words(f"`{name}` is gone: the name in `except … as {name}` lives only inside that block.",
                         f"Python takes `{name}` away at the end of the `except` block (line {node.end_lineno}).",
                         [f"Use `{name}` inside the `except` block.",
                          f"Or keep it under another name there: `problem = {name}`."])
    return None


@rule("name-error.deleted", "NameError UnboundLocalError",
      r"(?:name '(?P<name>\w+)' is not defined|(?:local variable|cannot access local variable) '(?P<local>\w+)')",
      "The name was taken away by `del`")
def _deleted(failure, match):
    name = match["name"] or match["local"]
    for node in own_nodes(failure.scope) if failure.scope is not None else ():
        if isinstance(node, ast.Delete) and node.lineno < failure.line and any(
                isinstance(each, ast.Name) and each.id == name for each in node.targets):
            return words(f"`{name}` was taken away by `del {name}` in line {node.lineno}.",
                         "After `del` the name has no value any more.",
                         [f"Take the `del` away, or put it after the last use of `{name}`.",
                          f"Or give `{name}` a new value first."])
    return None


@rule("name-error.self-forgotten", "NameError", _NAME, "`self.` is missing in front of an attribute or method")
def _self_forgotten(failure, match):
    name, around = match["name"], failure.class_around
    if around is None or not failure.functions:
        return None
    members = near.self_names(around)
    if name not in members or "self" not in near.arguments_of(failure.functions[-1]):
        return None
    what = members[name]
    return words(f"`{name}` belongs to the object: write `self.{name}`.",
                 f"`{around.name}` has the {what} `{name}`, and inside a method Python finds it only through `self`.",
                 [f"Write `self.{name}`.", "Or use a variable of this method that has a value."],
                 _replaced(failure, name, f"self.{name}"))


@rule("name-error.self-parameter", "NameError", r"name '(?P<name>self)' is not defined", "A method has no parameter `self`")
def _self_parameter(failure, match):
    function = failure.functions[0] if failure.functions else None
    if failure.class_around is None:
        return words("`self` has a value only inside methods.",
                     "This line stands outside a method of a class" + (f", in `{function.name}`." if function else "."),
                     ["Use the name of the object instead, such as `dog.name`.",
                      "If the line belongs into a method, indent it like the method's other lines."],
                     cause="name-error.self-outside")
    if function is None:
        return words("`self` has a value only inside methods.",
                     f"This line stands in the class `{failure.class_around.name}` but in none of its methods.",
                     ["Put the line into `__init__` or another method.",
                      "For a value that all objects share, leave `self.` out here."], cause="name-error.self-outside")
    return words(f"The method `{function.name}` has no parameter `self`.",
                 "A method gets its object as its first argument, and that parameter is called `self`.",
                 [f"Write `def {function.name}(self, …):` in line {function.lineno}.",
                  "Do the same for the other methods of the class."])


@rule("name-error.self-outside", "NameError", r"name 'self' is not defined\b(?!)", "`self` was used outside a method")
def _self_outside(failure, match):
    return None


@rule("name-error.class-scope", "NameError", _NAME, "A name of the class was used in a method without the class's name")
def _class_scope(failure, match):
    name, around = match["name"], failure.class_around
    if around is None or not failure.functions:
        return None
    if near.self_names(around).get(name) is None:
        return None
    return words(f"`{name}` is a name of the class `{around.name}`, and its methods do not see it directly.",
                 "A method sees its own names and those of the whole file, but not those of the class around it.",
                 [f"Write `{around.name}.{name}`, or `self.{name}` with `self` as the first parameter."],
                 _replaced(failure, name, f"{around.name}.{name}"))


@rule("name-error.used-before", "NameError", _NAME, "The name gets its value further down")
def _used_before(failure, match):
    name = match["name"]
    if failure.tree is None:
        return None
    later = near.bound_in(failure.tree).get(name, 0)
    called_at = min((frame.line for frame in failure.frames if frame.function == "<module>"
                     and frame.file == failure.frame.file), default=failure.line)
    if later <= called_at:
        return None
    definition = failure.definition(name)
    if definition is not None and definition in failure.tree.body:
        return words(f"`{name}` is defined further down, in line {later}.",
                     f"Python reads a file from the top. When line {called_at} runs, it has not come to `{name}` yet.",
                     [f"Move the definition of `{name}` above line {called_at}.",
                      "Or put the lines that use it at the end of the file."])
    return words(f"`{name}` gets its value only in line {later}, further down.",
                 f"When line {called_at} runs, Python has not come to that line yet.",
                 [f"Move line {later} above line {called_at}.", f"Or give `{name}` a first value before."])


@rule("name-error.not-reached", "NameError", _NAME, "The line that gives the name its value was not run")
def _not_reached(failure, match):
    name = match["name"]
    if failure.tree is None:
        return None
    first = near.bound_in(failure.tree).get(name, 0)
    if not 0 < first < failure.line or (failure.functions and name in near.bound_in(failure.functions[0])):
        return None
    holder = _block_around(failure.tree, name)
    if holder is None:
        return None
    kind, line = holder
    return words(f"`{name}` has no value: the line that sets it, line {first}, was not run.",
                 f"It stands inside the `{kind}` of line {line}, and the program did not go that way.",
                 [f"Give `{name}` a first value before line {line}.",
                  f"Or use `{name}` only where it surely has a value: inside that block."])


def _block_around(scope, name):
    """(keyword, line) of the block in which each of the name's assignments stands, or None."""
    words_of = {ast.If: "if", ast.For: "for", ast.While: "while", ast.Try: "try", ast.Match: "match"}
    for statement in scope.body:
        if name not in near.bound_in(ast.Module([statement], [])):
            continue
        kind = words_of.get(type(statement))
        return (kind, statement.lineno) if kind else None
    return None


@rule("name-error.other-scope", "NameError", _NAME, "The name belongs to another function")
def _other_scope(failure, match):
    name = match["name"]
    if failure.tree is None:
        return None
    for function in failure.everything:
        if not isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)) or function in failure.functions:
            continue
        if name in near.bound_in(function):
            is_parameter = name in near.arguments_of(function)
            return words(f"`{name}` exists only inside the function `{function.name}`.",
                         ("It is a parameter of" if is_parameter else "It gets its value in")
                         + f" `{function.name}` (line {function.lineno}). Names made inside a function end with it.",
                         [f"Let `{function.name}` give it back: `return {name}`, and keep that: "
                          f"`{name} = {function.name}(…)`.",
                          "Or hand the value over as an argument to the function that needs it."],
                         certain=not near.closest(name, _own_names(failure))) | _may(failure, name)
    return None


def _may(failure, name):
    if not near.closest(name, _own_names(failure)):
        return {}
    return {"title": f"`{name}` has no value here. It may be the one from another function."}


@rule("name-error.comprehension-name", "NameError", _NAME, "The name exists only inside a comprehension")
def _comprehension(failure, match):
    name = match["name"]
    if failure.scope is None:
        return None
    for node in failure.everything if failure.scope is failure.tree else ast.walk(failure.scope):
        if isinstance(node, ast.comprehension) and node.target.lineno <= failure.line and any(
                isinstance(each, ast.Name) and each.id == name for each in ast.walk(node.target)):
            line = node.target.lineno
            return words(f"`{name}` lives only inside the comprehension in line {line}.",
                         "The loop name of a comprehension or generator ends with its brackets.",
                         [f"Use `{name}` inside the brackets.", "Or write it as a `for` loop; its name stays."])
    return None


@rule("name-error.misspelt", "NameError", _NAME, "A name is misspelt")
def _misspelt(failure, match):
    name = match["name"]
    visible = near.visible_names(failure)
    told = near.told(failure.message)
    found = [told] if told and told != name else near.closest_visible(name, visible)
    if not found or (near.home_of(name) and found[0].lower() != name.lower() and not told):
        return None
    best = found[0]
    why = {"builtin": "which Python brings along", "keyword": "a word of Python itself"}.get(
        visible.get(best), "which has a value here")
    if best.lower() == name.lower():
        return words(f"`{name}` has no value, but `{best}` has: capitals count.",
                     f"There is `{best}`, {why}.", [f"Write `{best}`.", f"Spell the name the same way everywhere."],
                     _replaced(failure, name, best))
    others = f" Alike are {listed(found)}." if len(found) > 1 else ""
    return words(f"There is no `{name}`. Perhaps `{best}` is meant?",
                 f"The name `{name}` has no value. There is `{best}`, {why}; the spelling may be off.{others}",
                 [f"Compare the two letter by letter: `{name}` and `{best}`.",
                  f"If `{name}` is meant, give it a value before line {failure.line}."],
                 _replaced(failure, name, best), certain=False)


@rule("name-error.forgotten-import", "NameError", _NAME, "An import is missing")
def _forgotten_import(failure, match):
    name = match["name"]
    line = near.home_of(name)
    if not line:
        return None
    module = line.split()[1]
    uses_attribute = any(isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == name
                         for node in (ast.walk(failure.statement) if failure.statement is not None else ()))
    if line == f"import {name}" and not uses_attribute:
        return None
    tries = [f"Put `{line}` at the top of the file."]
    if f"import {module}" in (failure.source or "").split("\n"):
        tries = [f"Write `{module}.{name}`: the module is imported, so its name goes in front.",
                 f"Or import the name itself: `{line}`."]
    else:
        tries.append(f"If `{name}` should be a variable of yours, give it a value first.")
    return words(f"`{name}` is not imported." if uses_attribute else f"`{name}` has no value here: the import is missing.",
                 f"`{name}` is the module of that name." if line == f"import {name}"
                 else f"`{name}` is found in the module `{module}`.", tries)


@rule("name-error.forgotten-quotes", "NameError", _NAME, "A text was written without its quotes")
def _quotes(failure, match):
    name = match["name"]
    nodes = _name_nodes(failure, name)
    if len(nodes) != 1 or failure.is_own is False:
        return None
    if not _looks_like_text(failure, nodes[0]):
        return None
    return words(f"`{name}` is no name that has a value. If it is meant as a text, it needs quotes.",
                 "Without quotes Python looks for a variable of that name. This may be a text.",
                 [f'For the text, write `"{name}"`.', f"For a variable, give `{name}` a value first: `{name} = …`."],
                 failure.mend(nodes[0], f'"{name}"'), certain=False)


def _looks_like_text(failure, name):
    """Stands the name where a text is likely: compared, as a key, as an argument of print, input or open, in a list?"""
    statement = failure.statement
    for node in ast.walk(statement) if statement is not None else ():
        if isinstance(node, ast.Compare) and name in (node.left, *node.comparators):
            return all(isinstance(each, (ast.Eq, ast.NotEq, ast.In, ast.NotIn)) for each in node.ops)
        if isinstance(node, ast.Subscript) and node.slice is name and len(name.id) > 1:
            return True
        if isinstance(node, ast.Dict) and name in (*node.keys, *node.values):
            return True
        if isinstance(node, (ast.List, ast.Tuple, ast.Set)) and name in node.elts:
            return True
        if isinstance(node, ast.Call) and name in node.args:
            return isinstance(node.func, ast.Name) and node.func.id in ("print", "input", "open", "len", "getattr")
        if isinstance(node, ast.Assign) and node.value is name:
            return True
    return False


@rule("name-error.no-value", "NameError", _NAME, "The name was never given a value")
def _no_value(failure, match):
    name = match["name"]
    if failure.tree is None or not failure.is_own:
        return None
    statement = failure.statement
    if isinstance(statement, ast.AugAssign) and getattr(statement.target, "id", "") == name:
        return words(f"`{name}` has no value yet, so nothing can be added to it.",
                     f"`{failure.line_text}` needs an old value of `{name}` to work on.",
                     [f"Give it a first value before: `{name} = 0`.", "In a loop, put that line above the loop."],
                     cause="name-error.no-first-value")
    if name in near.bound_in(failure.tree):
        return None
    return words(f"The name `{name}` has no value.",
                 "No line of this file gives it one, nothing imports it, and Python does not bring it along.",
                 [f"Give it a value before line {failure.line}: `{name} = …`.",
                  "Is it a text? Put it in quotes. From a module? Import it."])


@rule("name-error.no-first-value", "NameError", r"(?!)", "`+=` was used on a name without a value")
def _no_first_value(failure, match):
    return None


@rule("name-error.free-variable", "NameError",
      r"(?:free variable '(?P<name>\w+)' referenced before assignment in enclosing scope"
      r"|cannot access free variable '(?P<other>\w+)' where it is not associated)",
      "An inner function ran before the outer one gave the name its value")
def _free(failure, match):
    name = match["name"] or match["other"]
    return words(f"`{name}` of the outer function has no value yet.",
                 f"The inner function uses `{name}`, but ran before the outer one had set it.",
                 [f"Set `{name}` in the outer function before the inner one is called."])


_UNBOUND = (r"(?:local variable '(?P<name>\w+)' referenced before assignment"
            r"|cannot access local variable '(?P<other>\w+)' where it is not associated with a value)")


@rule("unbound-local.global-changed", "UnboundLocalError", _UNBOUND, "A function changes a name of the whole file")
def _global_changed(failure, match):
    name = match["name"] or match["other"]
    if failure.tree is None or not failure.functions or name not in near.bound_in(failure.tree):
        return None
    function = failure.functions[0]
    at = near.bound_in(function).get(name, function.lineno)
    return words(f"`{name}` is a local name of `{function.name}`, and it has no value there yet.",
                 f"Line {at} gives `{name}` a value inside `{function.name}`. That makes it local in the whole function, "
                 f"so the `{name}` outside is not seen.",
                 [f"Best: take it as a parameter and `return` the new value: `{name} = {function.name}({name})`.",
                  f"Or say `global {name}` as the first line of `{function.name}`.",
                  "Or use another name inside."])


@rule("unbound-local.builtin-hidden", "UnboundLocalError", _UNBOUND, "A local name hides a function of Python's")
def _builtin_hidden(failure, match):
    name = match["name"] or match["other"]
    if not hasattr(builtins, name) or not failure.functions:
        return None
    at = near.bound_in(failure.functions[0]).get(name, failure.line)
    return words(f"`{name}` is a local name here and hides Python's own `{name}`.",
                 f"Line {at} gives `{name}` a value. So inside `{failure.functions[0].name}` the name is never the builtin.",
                 [f"Choose another name in line {at}, such as `{name}_of_all` or `my_{name}`."])


@rule("unbound-local.one-branch", "UnboundLocalError", _UNBOUND, "The name gets its value in one branch only")
def _one_branch(failure, match):
    name = match["name"] or match["other"]
    if not failure.functions:
        return None
    function = failure.functions[0]
    block = _block_around(function, name)
    if block is None or block[1] >= failure.line:
        return None
    kind, line = block
    return words(f"`{name}` has no value: the lines that set it were not run.",
                 f"They stand inside the `{kind}` of line {line}, and this time the program did not go that way.",
                 [f"Give `{name}` a first value before line {line}.",
                  "Or see to it that each branch sets it (`else:`)." if kind in ("if", "match")
                  else f"What should `{name}` be when the loop never runs?" if kind in ("for", "while")
                  else "Or use it inside the `try` block only."])


@rule("unbound-local.set-later", "UnboundLocalError", _UNBOUND, "A local name is used before it gets its value")
def _set_later(failure, match):
    name = match["name"] or match["other"]
    if not failure.functions:
        return words(f"`{name}` was used before it had a value in this function.",
                     f"Somewhere in the function `{name}` is assigned, and that makes it local in all of it.",
                     [f"Give `{name}` a value at the top of the function.",
                      f"Or hand it over as a parameter, when a `{name}` from outside is meant."])
    function = failure.functions[0]
    at = near.bound_in(function).get(name, 0)
    if at < failure.line:
        return None
    return words(f"`{name}` is used in line {failure.line}, before it has a value.",
                 f"`{function.name}` sets it only in line {at}." if at > failure.line
                 else "This very line needs the old value to make the new one.",
                 [f"Give `{name}` a first value at the top of `{function.name}`.",
                  f"Or take it as a parameter: `def {function.name}({name}):`."])
