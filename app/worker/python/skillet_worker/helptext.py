# SPDX-License-Identifier: GPL-3.0-or-later
"""The help on a name of the prompt, laid out as help() does it, from what objects store. Runs none of the learner's code,
which help() itself would: it asks objects for their attributes and for their text."""

import builtins
import sys
import types

from . import calltips, helptopics, inspection, resolving, signatures

# Functions below look builtins up here: the learner may delete or replace their own.
__builtins__ = dict(vars(builtins))

_LONGEST = 200_000  # characters
_MOST_MEMBERS = 400
_modules = sys.modules


def help_text(topic, namespace, preview):
    """(title, text); the text is empty when there is no help on the topic."""
    topic = topic.strip()
    found = _find(topic, namespace)
    if found is None:
        return topic, _cut(helptopics.text(topic))
    title, lines = _about(topic, found[0], namespace, preview)
    return title, _cut("\n".join(lines).rstrip() + "\n")


def _cut(text):
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "\n…\n"


def _find(topic, namespace):
    """(what is stored under a dotted name,); None: there is no such name, or it cannot be known."""
    for part in topic.split("."):
        if not part.isidentifier():
            return None
    owner_name, _, name = topic.rpartition(".")
    owner = resolving.resolve(owner_name, namespace) if owner_name else None
    stored = inspection.find(owner[0], name) if owner is not None else None
    if stored is not None:
        return stored[:1]
    found = resolving.resolve(topic, namespace)
    if found is None:
        module = inspection.entry(_modules, topic)
        found = None if module is None else module[1:]
    return found


def _about(topic, value, namespace, preview):
    """(title, lines)."""
    name = topic.rpartition(".")[2]
    if inspection.is_kind(value, types.ModuleType):
        return "module " + topic, _module(topic, value, preview)
    kind = inspection.kind(value)
    if kind == "class":
        return f"class {inspection.class_name(value)}{_where(value)}", _class(value, preview)
    if kind == "function":
        signature = resolving.signature(topic, namespace, preview) or signatures.of(value, preview)
        return "function " + topic, _function(name, signature, value)
    if kind == "property":
        return "property " + topic, [name, *_indented(signatures.documentation(value))]
    made_of = type(value)
    return f"{topic}: {inspection.class_name(made_of)}", [f"{topic} = {preview(value)}", "", *_class(made_of, preview)]


def _where(kind):
    module = inspection.lookup(inspection.type_attributes(kind), "__module__")
    return " in module " + module if type(module) is str else ""


def _function(name, signature, value):
    head = name + "(...)" if signature is None else calltips.plain(name, signature)
    return [*head.split("\n"), *_indented(signatures.documentation(value)), ""]


def _indented(text):
    return ["    " + line if line else "" for line in text.split("\n")] if text else []


def _class(value, preview):
    name = inspection.class_name(value)
    order = inspection.type_order(value)
    bases = [inspection.class_name(base) for base in order[1:]]
    head = f"class {name}"
    if bases and bases != ["object"]:
        head += f"({bases[0]})"
    inner = []
    signature = signatures.of(value, preview)
    if signature is not None:
        inner += [*calltips.plain(name, signature).split("\n"), ""]
    about = signatures.documentation(value)
    if about:
        inner += [*about.split("\n"), ""]
    if len(bases) > 1:
        inner += ["Method resolution order:", *["    " + one for one in (name, *bases)], ""]
    seen = set()
    for base in order:
        if base is object:
            break
        members = _members(base, seen, preview)
        if members:
            title = "defined here" if base is value else "inherited from " + inspection.class_name(base)
            inner += ["-" * 70, f"Methods and attributes {title}:", "", *members]
    return [head, *[" |  " + line if line else " |" for line in inner]]


def _members(owner, seen, preview):
    """Lines on what a class itself stores, without the methods behind operators."""
    lines = []
    for key, value in list(inspection.type_attributes(owner).items())[:_MOST_MEMBERS]:
        if type(key) is not str or key in seen or key.startswith("_"):
            continue
        seen.add(key)
        kind = inspection.kind(value)
        if kind == "function":
            lines += _function(key, signatures.of_attribute(owner, key, preview), value)
        elif kind == "property":
            lines += [key, *_indented(signatures.documentation(value)), ""]
        elif kind == "class":
            lines += ["class " + key, ""]
        else:
            lines += [f"{key} = {preview(value)}", ""]
    return lines


def _module(name, value, preview):
    stored = inspection.own_attributes(value)
    about = signatures.documentation(value) or ""
    first, _, more = about.partition("\n")
    lines = ["NAME", "    " + name + (" - " + first if first else ""), ""]
    if more.strip():
        lines += ["DESCRIPTION", *_indented(more.strip("\n")), ""]
    groups = {"class": [], "function": [], "variable": []}
    exported = inspection.lookup(stored, "__all__")
    wanted = [one for one in exported if type(one) is str] if type(exported) is list else None
    for key, member in list(stored.items())[: 5 * _MOST_MEMBERS]:
        if type(key) is not str or (key.startswith("_") if wanted is None else key not in wanted):
            continue
        kind = inspection.kind(member)
        if kind == "function":
            groups[kind] += _function(key, signatures.of(member, preview), member)
        elif kind == "class":
            signature = signatures.of(member, preview)
            groups[kind] += ["class " + line for line in _function(key, signature, member)[:1]]
            groups[kind] += [*_indented(_first_paragraph(member)), ""]
        elif kind == "variable":
            groups[kind].append(f"{key} = {preview(member)}")
    for kind, title in (("class", "CLASSES"), ("function", "FUNCTIONS"), ("variable", "DATA")):
        if groups[kind]:
            lines += [title, *["    " + line if line else "" for line in groups[kind]], ""]
    file = inspection.lookup(stored, "__file__")
    return lines + (["FILE", "    " + file] if type(file) is str else [])


def _first_paragraph(value):
    return (signatures.documentation(value) or "").split("\n\n")[0]
