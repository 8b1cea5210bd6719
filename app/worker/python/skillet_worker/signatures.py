# SPDX-License-Identifier: GPL-3.0-or-later
"""The parameters of whatever can be called, as inspect.signature() tells them, from what functions and classes store.
Runs none of the learner's code."""

import builtins
import re
import sys
import types

from . import inspection

# Functions below look builtins up here: the learner may delete or replace their own.
__builtins__ = dict(vars(builtins))

POSITIONAL, EITHER, REST, KEYWORD, REST_KEYWORDS = range(5)
_MOST_STEPS = 20  # of wrappers around wrappers
_LONGEST_VALUE = 40

_function = types.FunctionType.__dict__
_code_of = _function["__code__"].__get__
_defaults_of = _function["__defaults__"].__get__
_keyword_defaults_of = _function["__kwdefaults__"].__get__
_annotations_of = _function["__annotations__"].__get__
# From 3.14 on, asking for annotations runs the code that computes them.
_annotations_are_stored = sys.version_info < (3, 14)
_method_function = types.MethodType.__dict__["__func__"].__get__
_class_signature = type.__dict__["__text_signature__"].__get__
_compiled_types = (
    types.BuiltinFunctionType,
    types.MethodDescriptorType,
    types.WrapperDescriptorType,
    types.MethodWrapperType,
    types.ClassMethodDescriptorType,
)
_documented = (types.FunctionType, *_compiled_types)


class Parameter:
    """`text` is what stands in the signature."""

    def __init__(self, kind, name, text):
        self.kind, self.name, self.text = kind, name, text


class Signature:
    """Parameters, or only a text where Python itself knows no more."""

    def __init__(self, parameters, returns="", text=""):
        self.parameters, self.returns, self.text = parameters, returns, text

    def parts(self):
        """[(text, parameter or None)]: what stands between the parentheses, without commas."""
        found = []
        seen = -1
        for parameter in self.parameters:
            if seen == POSITIONAL and parameter.kind != POSITIONAL:
                found.append(("/", None))
            if parameter.kind == KEYWORD and seen not in (KEYWORD, REST):
                found.append(("*", None))
            found.append((parameter.text, parameter))
            seen = parameter.kind
        if seen == POSITIONAL:
            found.append(("/", None))
        return found


def of_attribute(owner, name, preview):
    """The signature of owner.name when it is called there; None: not known."""
    found = inspection.find(owner, name)
    if found is None:
        return None
    stored, place = found
    signature = of_stored(stored, place, preview)
    if signature is None and inspection.attribute(owner, name)[0]:
        return of(stored, preview)
    return signature


def of_stored(stored, place, preview):
    """As of_attribute(), for what inspection.find() found."""
    kind = type(stored)
    if place == "own":
        return of(stored, preview)
    if kind is staticmethod:
        return of(inspection.inner_function(stored), preview)
    if kind is classmethod:
        return of(inspection.inner_function(stored), preview, 1)
    if kind is types.FunctionType:
        return of(stored, preview, 1 if place == "type" else 0)
    if kind is types.MethodDescriptorType or kind is types.WrapperDescriptorType:
        return _of_compiled(stored, place == "type")
    return None


def of(value, preview, bound=0):
    """The signature of a value that is called itself. `bound` parameters at its beginning are given already."""
    for _ in range(_MOST_STEPS):
        kind = type(value)
        wrapped = _stored(value, "__wrapped__")
        if wrapped is not None:
            value = wrapped[0]
        elif kind is types.MethodType:
            value, bound = _method_function(value), bound + 1
        elif kind is types.FunctionType:
            return _of_function(value, bound, preview)
        elif inspection.is_one_of(kind, _compiled_types):
            return _of_compiled(value, kind is not types.MethodDescriptorType and kind is not types.WrapperDescriptorType)
        elif inspection.is_kind(value, type):
            return _of_class(value, preview)
        elif kind is staticmethod or kind is classmethod:
            value = inspection.inner_function(value)
        else:
            return _of_instance(value, preview)
    return None


def documentation(value):
    """The text stored as the documentation of a function, class or module; None: there is none."""
    for _ in range(_MOST_STEPS):
        kind = type(value)
        if kind is types.MethodType:
            value = _method_function(value)
        elif kind is staticmethod or kind is classmethod:
            value = inspection.inner_function(value)
        else:
            break
    if inspection.is_kind(value, type):
        own = inspection.lookup(inspection.type_attributes(value), "__doc__")
        text = own.__get__(type) if value is type else own
    elif inspection.is_kind(value, types.ModuleType):
        text = inspection.lookup(inspection.own_attributes(value), "__doc__")
    elif inspection.is_kind(value, property):
        text = property.__dict__["__doc__"].__get__(value)
    elif inspection.is_one_of(kind, _documented) or inspection.is_one_of(kind, inspection.SLOT_TYPES):
        text = kind.__dict__["__doc__"].__get__(value)
    else:
        text = inspection.lookup(inspection.type_attributes(kind), "__doc__")
    return clean(text) if type(text) is str else None


def clean(text):
    """Without the indent that a text has in its source."""
    first, *rest = text.expandtabs().split("\n")
    widths = [len(line) - len(line.lstrip()) for line in rest if line.strip()]
    margin = min(widths) if widths else 0
    lines = [first.strip(), *[line[margin:].rstrip() for line in rest]]
    return "\n".join(lines).strip("\n")


def _stored(value, name):
    own = inspection.own_attributes(value)
    if own is None or inspection.is_kind(value, type) or inspection.is_kind(value, types.ModuleType):
        return None
    found = inspection.lookup(own, name)
    return None if found is None else (found,)


def _of_function(function, bound, preview):
    code = _code_of(function)
    names = code.co_varnames
    defaults = _defaults_of(function) or ()
    keyword_defaults = _keyword_defaults_of(function) or {}
    annotations = _annotations_of(function) if _annotations_are_stored else {}
    if type(annotations) is not dict:
        annotations = {}
    parameters = []

    def add(kind, name, default=()):
        annotation = annotation_text(inspection.lookup(annotations, name))
        text = {REST: "*", REST_KEYWORDS: "**"}.get(kind, "") + name
        text += ": " + annotation if annotation else ""
        if default:
            text += (" = " if annotation else "=") + _value_text(default[0], preview)
        parameters.append(Parameter(kind, name, text))

    count, positional = code.co_argcount, code.co_posonlyargcount
    for index in range(count):
        default = index - (count - len(defaults))
        add(POSITIONAL if index < positional else EITHER, names[index], defaults[default : default + 1] if default >= 0 else ())
    last = count + code.co_kwonlyargcount
    if code.co_flags & 4:  # *args
        add(REST, names[last])
    for name in names[count:last]:
        found = [value for key, value in list(keyword_defaults.items()) if type(key) is str and key == name]
        add(KEYWORD, name, found)
    if code.co_flags & 8:  # **kwargs
        add(REST_KEYWORDS, names[last + bool(code.co_flags & 4)])
    returns = annotation_text(inspection.lookup(annotations, "return"))
    return Signature(_without_bound(parameters, bound), returns)


def _without_bound(parameters, bound):
    while bound and parameters and parameters[0].kind in (POSITIONAL, EITHER):
        parameters = parameters[1:]
        bound -= 1
    return parameters


def _of_compiled(value, is_bound):
    text = type(value).__dict__["__text_signature__"].__get__(value)
    if type(text) is str:
        return _of_text(text, is_bound)
    return _from_documentation(documentation(value), type(value).__dict__["__name__"].__get__(value))


_result = re.compile(r"\s+-+>")
_part = re.compile(r"""(?:[^,()\[\]{}'"]|'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|\([^()]*\)|\[[^\[\]]*\]|\{[^{}]*\})+""")
_parameter = re.compile(r"(\$?)(\**)(\w+)(.*)", re.DOTALL)


def _of_text(text, is_bound):
    """From a text as compiled functions have it: `($self, object, /)`."""
    parameters = []
    kind = EITHER
    for part in [part.strip() for part in _part.findall(text.strip()[1:-1])]:
        found = _parameter.match(part)
        if part == "/":
            for parameter in parameters:
                parameter.kind = POSITIONAL
        elif part == "*":
            kind = KEYWORD
        elif found and not (found[1] and is_bound):
            own = {"*": REST, "**": REST_KEYWORDS}.get(found[2], kind)
            if own == REST:
                kind = KEYWORD
            parameters.append(Parameter(own, found[3], part.lstrip("$")))
    return Signature(parameters)


def _from_documentation(text, name):
    """Some compiled functions and classes tell their parameters in the first lines of their documentation only."""
    lines = []
    for line in (text or "").split("\n"):
        if line.startswith(name + "("):
            lines.append(_result.split(line, 1)[0])
        elif not line.startswith(" "):
            break
    return Signature([], text="\n".join(lines)) if lines else None


def _of_class(value, preview):
    order = inspection.type_order(value)
    for base in inspection.type_order(type(value)):
        call = inspection.lookup(inspection.type_attributes(base), "__call__")
        if type(call) is types.FunctionType:
            return of(call, preview, 1)
    for base in order:
        stored = inspection.type_attributes(base)
        for name in ("__new__", "__init__"):
            maker = inspection.lookup(stored, name)
            if type(maker) is staticmethod:
                maker = inspection.inner_function(maker)
            if type(maker) is types.FunctionType:
                return of(maker, preview, 1)
    for base in order:
        if base is object:
            continue
        text = _class_signature(base)
        if type(text) is str:
            return _of_text(text, True)
        found = _from_documentation(documentation(base), inspection.class_name(base))
        if found is not None:
            return found
    return Signature([]) if _is_made_as_object(order) else None


def _is_made_as_object(order):
    for base in order[:-1]:
        stored = inspection.type_attributes(base)
        if inspection.lookup(stored, "__new__") is not None or inspection.lookup(stored, "__init__") is not None:
            return False
    return True


def _of_instance(value, preview):
    for base in inspection.type_order(type(value)):
        call = inspection.lookup(inspection.type_attributes(base), "__call__")
        if call is not None:
            return of(call, preview, 1) if type(call) is types.FunctionType else None
    return None


def annotation_text(value, depth=0):
    """An annotation as it is written; empty where that is not known without asking it."""
    kind = type(value)
    if depth > 3:
        return "..."
    if kind is str:
        return value[:_LONGEST_VALUE]
    if inspection.is_kind(value, type):
        return "None" if value is type(None) else inspection.class_name(value)
    if kind is types.GenericAlias:
        origin = annotation_text(kind.__dict__["__origin__"].__get__(value), depth + 1)
        parts = [_part_text(part, depth) for part in kind.__dict__["__args__"].__get__(value)[:8]]
        return f"{origin}[{', '.join(parts)}]" if origin and all(parts) else ""
    if kind is types.UnionType:
        parts = [_part_text(part, depth) for part in kind.__dict__["__args__"].__get__(value)[:8]]
        return " | ".join(parts) if all(parts) else ""
    return ""


def _part_text(part, depth):
    return "..." if part is Ellipsis else annotation_text(part, depth + 1)


def _value_text(value, preview):
    text = preview(value)
    return text if len(text) <= _LONGEST_VALUE else text[: _LONGEST_VALUE - 1] + "…"
