# SPDX-License-Identifier: GPL-3.0-or-later
"""Attributes and methods that an object does not have."""

import ast
import os

from . import near
from .rules import here, kind, listed, rule, simple, words

_ATTRIBUTE = r"'(?P<type>[\w.]+)' object has no attribute '(?P<name>\w+)'"


def _owner(failure, name):
    node = failure.only(ast.Attribute, where=lambda each: each.attr == name)
    return node, failure.text(node.value) if node is not None else ""


@rule("attribute-error.text-method-on-list", "AttributeError", _ATTRIBUTE, "A method of texts was used on a list",
      also={"attribute-error.list-method-on-other": "A method of lists was used on something else",
            "attribute-error.dict-key": "A dict's key was read like an attribute",
            "attribute-error.file-not-read": "A file was used as if it were its text",
            "attribute-error.number": "A number was used like a text or list"})
def _other_type(failure, match):
    type_name, name = match["type"], match["name"]
    node, owner = _owner(failure, name)
    what = f"`{owner}`" if owner else "This"
    if type_name in ("list", "tuple", "set") and hasattr(str, name) and not hasattr(list, name) and not hasattr(set, name):
        return words(f"{what} is {kind(type_name)}, and `.{name}()` is a method of texts.", here(failure),
                     [f"For each item: `[each.{name}() for each in {owner or 'items'}]`.",
                      f"For one item: `{owner or 'items'}[0].{name}()`." if type_name != "set" else "Loop over it with `for`."])
    if type_name == "dict":
        value = failure.value(node.value) if node is not None else None
        whole, content = value.constant if value is not None else (False, None)
        if whole and name in content:
            return words(f"`{name}` is a key of {what}, and keys are read with square brackets.", here(failure),
                         [f'Write `{owner}["{name}"]`.'],
                         failure.mend(node, f'{owner}["{name}"]'), cause="attribute-error.dict-key")
    if type_name in ("str", "tuple", "set", "dict", "int", "float") and name in ("append", "extend", "insert"):
        other = {"str": "Texts can't be changed; make a new one: `text = text + more`.",
                 "set": "Sets take items with `.add(item)`.", "dict": "Dicts take values with `d[key] = value`.",
                 "tuple": "Tuples can't be changed; use a list."}.get(type_name, "Make it a list from the start: `items = []`.")
        return words(f"{what} is {kind(type_name)}, and `.{name}()` is a method of lists.", here(failure), [other],
                     cause="attribute-error.list-method-on-other")
    if type_name in ("_io.TextIOWrapper", "TextIOWrapper") and hasattr(str, name):
        return words(f"{what} is an open file, not its text.", "A text has that method, a file has not.",
                     [f"Read it first: `{owner or 'file'}.read().{name}()`.", "Line by line: `for line in file:`."],
                     cause="attribute-error.file-not-read")
    if type_name in ("int", "float") and (hasattr(str, name) or hasattr(list, name)):
        return words(f"{what} is {kind(type_name)}, and numbers have no `.{name}()`.", here(failure),
                     ["For its digits make a text of it: `str(number)`.", "Has the name been given a number by mistake?"],
                     cause="attribute-error.number")
    return None


simple("attribute-error.python-2", "AttributeError", r"'(?P<type>dict|str|list|generator)' object has no attribute '(?P<name>has_key|iteritems|itervalues|iterkeys|decode|next)'",
       "A method that only Python 2 had", "`.{name}()` was a method of Python 2; Python 3 has none for `{type}`.", "",
       "Instead: `key in d`, `d.items()`, `d.values()`, `next(it)`; a text is decoded already.")


@rule("attribute-error.class-for-object", "AttributeError", r"type object '(?P<type>\w+)' has no attribute '(?P<name>\w+)'",
      "A class was used where an object of it was meant")
def _class_for_object(failure, match):
    found = failure.class_named(match["type"])
    if found is None or match["name"] not in near.self_names(found):
        return None
    return words(f"`{match['type']}` is the class; `{match['name']}` belongs to its objects.",
                 "`__init__` sets it for each object. The class itself has no such value.",
                 [f"Make an object first: `one = {match['type']}(…)`, then `one.{match['name']}`."])


def _lies_beside(failure, file):
    """Whether a file of this name lies where the program's own modules are found first."""
    folders = [failure.folder] if failure.folder else []
    folders += [os.path.dirname(frame.file) for frame in failure.frames if not frame.is_library and os.path.isabs(frame.file)]
    return any(os.path.isfile(os.path.join(folder, file)) for folder in dict.fromkeys(folders))


@rule("attribute-error.module-for-class", "AttributeError", r"(?:partially initialized )?module '(?P<module>[\w.]+)'(?: from '[^']*')? has no attribute '(?P<name>\w+)'",
      "The module was used where its class of the same name was meant",
      also={"attribute-error.shadowed-module": "A file of the program has the name of a library module",
            "attribute-error.module-misspelt": "A name of a module is misspelt"})
def _module(failure, match):
    module, name = match["module"], match["name"]
    own = f"{module}.py"
    hidden = any(not frame.is_library and frame.file.replace("\\", "/").rpartition("/")[2] == own for frame in failure.frames)
    known = near.module_names(module)
    beside = module in near.library_modules() and (name in known or not known) and _lies_beside(failure, own)
    if module in near.library_modules() and (hidden or beside or "consider renaming" in failure.message
                                             or ("partially initialized" in failure.message and hidden)):
        sure = hidden or name in known or "consider renaming" in failure.message
        return words(f"Your file `{own}` {'hides' if sure else 'may hide'} the library's module `{module}`.",
                     f"`import {module}` finds your own file first, and that has no `{name}`.",
                     [f"Give your file another name, such as `my_{own}`.", "Then start the program again."],
                     cause="attribute-error.shadowed-module",
                     certain=sure)
    if failure.message.startswith("partially initialized") and module not in near.library_modules():
        return words(f"`{module}` is still being loaded, and has no `{name}` yet: two files import each other.",
                     "Each of the two waits for the other to be ready.",
                     ["Move what both need into a third file, and import that in both.",
                      f"Or use `{module}.{name}` only inside functions, which run when both are loaded."], cause="import.circular")
    if module in ("datetime", "time", "pprint", "glob", "copy", "random", "decimal", "fractions") and module == "datetime" and name in (
            "now", "today", "strptime", "fromisoformat", "fromtimestamp", "utcnow", "combine"):
        node, owner = _owner(failure, name)
        return words(f"`{name}` belongs to the class `datetime` inside the module `datetime`.",
                     "Module and class have the same name here.",
                     [f"Write `datetime.datetime.{name}(…)`.", f"Or import the class: `from datetime import datetime`."],
                     failure.mend(node, f"datetime.datetime.{name}") if owner == "datetime" else None)
    alike = [near.told(failure.message)] if near.told(failure.message) else near.closest(name, near.module_names(module))
    if not alike or hidden:
        return None
    node, owner = _owner(failure, name)
    return words(f"The module `{module}` has no `{name}`. Perhaps `{alike[0]}` is meant?", "The spelling may be off.",
                 [f"Write `{module}.{alike[0]}`.", f"See all it has: `dir({module})`."],
                 failure.mend(node, f"{owner}.{alike[0]}") if node is not None else None, certain=False,
                 cause="attribute-error.module-misspelt")


simple("attribute-error.no-setter", "AttributeError", r"can't set attribute(?: '(?P<old>\w+)')?$|property (?:'(?P<name>\w+)' )?of '(?P<type>\w+)' object has no setter",
       "A property without a setter was set", "This is a property that can only be read.", "{here} The class gives no way to set it.",
       "Set what it is worked out from instead.", "Or write a setter: `@name.setter` above a second method `name(self, value)`.",
       when=lambda failure, match: failure.type == "AttributeError")
simple("attribute-error.frozen", "FrozenInstanceError dataclasses.FrozenInstanceError", r"cannot (?:assign to|delete) field '(?P<name>\w+)'",
       "A field of a frozen dataclass was set", "`{name}` can't be changed: the dataclass is frozen.", "{here}",
       "Make a changed copy: `dataclasses.replace(x, {name}=…)`.", "Or leave out `frozen=True`.")


@rule("attribute-error.parent-init", "AttributeError", _ATTRIBUTE, "`super().__init__()` is missing",
      also={"attribute-error.own-class": "An object of an own class has no such attribute (yet)",
            "attribute-error.own-misspelt": "An attribute of an own class is misspelt",
            "attribute-error.init-misspelt": "`__init__` is misspelt",
            "attribute-error.init-without-self": "`__init__` sets a plain name where `self.` was meant"})
def _own_class(failure, match):
    name, found = match["name"], failure.class_named(match["type"].rpartition(".")[2])
    if found is None:
        return None
    members = near.self_names(found)
    methods = {node.name: node for node in found.body if isinstance(node, ast.FunctionDef)}
    wrong = [each for each in methods if each in ("init", "_init_", "__int__", "__inti__", "_init__", "__init_", "__init")]
    if wrong and name in members and "__init__" not in methods:
        line = methods[wrong[0]].lineno
        return words(f"`{wrong[0]}` in line {line} is not `__init__`, so it is not run for new objects.",
                     "The method that prepares an object has two underscores before and after `init`.",
                     [f"Write `def __init__` in line {line}."], cause="attribute-error.init-misspelt")
    for base in found.bases:
        parent = failure.class_named(getattr(base, "id", ""))
        if parent is not None and name in near.self_names(parent) and "__init__" in methods and "__init__" not in ast.unparse(
                ast.Module(methods["__init__"].body, [])):
            return words(f"`{name}` is set by `__init__` of `{parent.name}`, and that was not run.",
                         f"`{found.name}` has an `__init__` of its own, which takes its place.",
                         [f"Write `super().__init__(…)` as the first line of `__init__` in `{found.name}`."])
    first = methods.get("__init__")
    plain = first is not None and name not in members and near.bound_in(first).get(name)
    if plain and any(isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store) and each.id == name for each in ast.walk(first)):
        line = next(each.lineno for each in ast.walk(first) if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store) and each.id == name)
        return words(f"`__init__` sets a plain name `{name}`, which is gone when it ends, and no attribute of the object.",
                     f"In line {line} the `self.` in front of `{name}` is missing.",
                     [f"Write `self.{name} = …` in line {line}."], cause="attribute-error.init-without-self")
    alike = near.closest(name, members)
    node, owner = _owner(failure, name)
    if alike and name not in members:
        return words(f"`{found.name}` has no `{name}`. Perhaps `{alike[0]}` is meant?", "The spelling may be off.",
                     [f"Compare `{name}` with `{alike[0]}`.", f"See all it has: `dir({owner or 'x'})`."],
                     failure.mend(node, f"{owner}.{alike[0]}") if node is not None else None, certain=False,
                     cause="attribute-error.own-misspelt")
    shown = f" It has {listed(sorted(members))}." if members else ""
    return words(f"This `{found.name}` object has no attribute `{name}` (yet).",
                 ("A method sets it, but that was perhaps not run." if name in members
                  else f"No line of the class sets `self.{name}`.") + shown,
                 [f"Set it in `__init__`: `self.{name} = …`.", "Is it the right object? Print `type(x)`."],
                 cause="attribute-error.own-class", certain=name not in members)


@rule("attribute-error.misspelt", "AttributeError", _ATTRIBUTE, "A method of a builtin type is misspelt")
def _misspelt(failure, match):
    alike = near.closest(match["name"], near.attributes_of(match["type"]))
    if not alike:
        return None
    node, owner = _owner(failure, match["name"])
    return words(f"{kind(match['type']).capitalize()} has no `{match['name']}`. Perhaps `{alike[0]}` is meant?",
                 f"{here(failure)} The spelling may be off.".strip(),
                 [f"Write `.{alike[0]}`.", f"See all it has: `dir({match['type']})`."],
                 failure.mend(node, f"{owner}.{alike[0]}") if node is not None else None, certain=False)
