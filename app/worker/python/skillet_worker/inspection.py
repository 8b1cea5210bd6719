# SPDX-License-Identifier: GPL-3.0-or-later
"""What objects store, read without running any code of the learner's: no `__getattr__`, `__dir__`, `__class__`, property,
metaclass or comparison of theirs is asked. Types are compared by identity, and text only where it is exactly a str."""

import builtins
import types
from itertools import islice as _islice

# Functions below look builtins up here: the learner may delete or replace their own.
__builtins__ = dict(vars(builtins))

# Entries of one dict: time is bounded.
MOST_LOOKED_AT = 100_000
_MOST_SEARCHED = 1_000_000

type_order = type.__dict__["__mro__"].__get__
type_attributes = type.__dict__["__dict__"].__get__
_module_attributes = types.ModuleType.__dict__["__dict__"].__get__
SLOT_TYPES = (types.GetSetDescriptorType, types.MemberDescriptorType)
_function_types = (
    types.FunctionType,
    types.BuiltinFunctionType,
    types.MethodType,
    types.MethodDescriptorType,
    types.WrapperDescriptorType,
    types.MethodWrapperType,
    types.ClassMethodDescriptorType,
    staticmethod,
    classmethod,
)


def is_one_of(found, wanted):
    """Whether the type `found` is one of `wanted`, by identity: `in` would ask a metaclass's `__eq__`."""
    for kind in wanted:
        if found is kind:
            return True
    return False


def is_kind(value, wanted):
    """isinstance(), from the real type alone."""
    for base in type_order(type(value)):
        if base is wanted:
            return True
    return False


def own_attributes(value):
    """The dict (or a read-only view of it) in which the object itself keeps attributes; None: it has none."""
    if is_kind(value, type):
        return type_attributes(value)
    if is_kind(value, types.ModuleType):
        return _module_attributes(value)
    for base in type_order(type(value)):
        slot = lookup(type_attributes(base), "__dict__")
        if slot is None:
            continue
        # Anything else of that name is the learner's own, and would run.
        stored = type(slot).__get__(slot, value) if type(slot) is types.GetSetDescriptorType else None
        return stored if type(stored) is dict else None
    return None


def lookup(mapping, name):
    """mapping[name], or None. Goes through the keys: a lookup could call the `__eq__` of one with the same hash."""
    found = entry(mapping, name)
    return None if found is None else found[1]


def entry(mapping, name):
    """(name, mapping[name]), or None."""
    for index, key in enumerate(list(_islice(mapping, _MOST_SEARCHED))):
        if type(key) is str and key == name:
            return key, next(_islice(mapping.values(), index, None))
    return None


def attributes(value):
    """{name: (value or descriptor, where it was found is the object itself)} of all that is stored for `value`."""
    found = {}
    own = own_attributes(value)
    orders = [type_order(type(value))]
    if is_kind(value, type):
        own = None
        orders.insert(0, type_order(value))
    if own is not None:
        _add(found, own, True)
    for order in orders:
        for base in order:
            _add(found, type_attributes(base), False)
    return found


def _add(found, mapping, is_own):
    for key, value in list(_islice(mapping.items(), MOST_LOOKED_AT)):
        if type(key) is str and key not in found:
            found[key] = (value, is_own)


def find(value, name):
    """(what is stored, where) for an attribute, or None. Where: "own" is the object itself, "class" the object, which is
    a class, or one of its bases, "type" the object's type or one of its bases."""
    if is_kind(value, type):
        places = [("class", type_attributes(base)) for base in type_order(value)]
    else:
        own = own_attributes(value)
        places = [] if own is None else [("own", own)]
    places += [("type", type_attributes(base)) for base in type_order(type(value))]
    for place, mapping in places:
        found = entry(mapping, name)
        if found is not None:
            return found[1], place
    return None


def attribute(value, name):
    """(True, the attribute) when it can be had without running code, else (False, None)."""
    found = find(value, name)
    if found is None:
        return False, None
    stored, place = found
    if place == "own":
        return True, stored
    if type(stored) is types.MemberDescriptorType and place == "type":
        try:
            return True, type(stored).__get__(stored, value)
        except AttributeError:
            return False, None
    if type(stored) is staticmethod or type(stored) is classmethod:
        return True, inner_function(stored)
    if is_one_of(type(stored), _function_types):
        return True, stored
    for base in type_order(type(stored)):
        if lookup(type_attributes(base), "__get__") is not None:
            return False, None
    return True, stored


def inner_function(method):
    """What a staticmethod or classmethod was made of."""
    return type(method).__dict__["__func__"].__get__(method)


def kind(value):
    """One of variable, function, class, module, property: what the stored value is to who uses it."""
    if is_kind(value, type):
        return "class"
    if is_kind(value, types.ModuleType):
        return "module"
    if is_one_of(type(value), _function_types):
        return "function"
    if is_kind(value, property) or is_one_of(type(value), SLOT_TYPES):
        return "property"
    return "variable"


_type_name = type.__dict__["__name__"].__get__


def class_name(value):
    """The short name of a class."""
    return _type_name(value)


def type_name(value):
    """The short name of the real type."""
    return _type_name(type(value))
