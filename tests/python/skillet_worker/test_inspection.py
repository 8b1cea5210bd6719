# SPDX-License-Identifier: GPL-3.0-or-later
import builtins
import types
import unittest

from skillet_worker import inspection


class Ran(BaseException):
    """Code of the learner's was run."""


def run(*_arguments):
    raise Ran


class HostileMeta(type):
    __eq__ = __getattribute__ = __instancecheck__ = __subclasscheck__ = __dir__ = run
    __hash__ = type.__hash__


class Hostile(metaclass=HostileMeta):
    __getattribute__ = __getattr__ = __dir__ = __eq__ = __len__ = __repr__ = __bool__ = run
    __hash__ = object.__hash__
    __class__ = property(run)
    price = property(run)

    def total(self):
        return 1


class Slotted:
    __slots__ = ("count", "unset")


class HostileKey:
    def __hash__(self):
        return hash("count")

    def __eq__(self, other):
        run()


class Inspection(unittest.TestCase):
    def test_nothing_of_a_hostile_object_is_run(self):
        value = object.__new__(Hostile)
        object.__setattr__(value, "size", 3)
        found = inspection.attributes(value)
        self.assertIn("total", found)
        self.assertEqual(inspection.attribute(value, "size"), (True, 3))
        self.assertEqual(inspection.attribute(value, "price"), (False, None))
        self.assertEqual(inspection.kind(found["price"][0]), "property")
        self.assertIn("total", inspection.attributes(Hostile))
        self.assertEqual(inspection.kind(Hostile), "class")
        self.assertEqual(inspection.kind(value), "variable")

    def test_a_dict_that_is_a_property_is_not_asked(self):
        class Lazy:
            __dict__ = property(run)

        self.assertIsNone(inspection.own_attributes(Lazy()))

    def test_slots_are_read_and_unset_ones_are_not(self):
        value = Slotted()
        value.count = 4
        self.assertEqual(inspection.attribute(value, "count"), (True, 4))
        self.assertEqual(inspection.attribute(value, "unset"), (False, None))

    def test_keys_with_a_hostile_comparison_are_passed_over(self):
        self.assertEqual(inspection.lookup({HostileKey(): 1, "count2": 2}, "count"), None)

    def test_modules_and_their_functions(self):
        found, value = inspection.attribute(types, "new_class")
        self.assertTrue(found)
        self.assertEqual(inspection.kind(value), "function")
        self.assertEqual(inspection.kind(types), "module")
        self.assertEqual(inspection.attribute(types, "nothing"), (False, None))

    def test_methods_of_builtins(self):
        self.assertEqual(inspection.kind(inspection.attribute([], "append")[1]), "function")
        self.assertEqual(inspection.kind(inspection.attribute("", "join")[1]), "function")

    def test_broken_builtins_do_no_harm(self):
        saved = dict(vars(builtins))
        try:
            builtins.type = builtins.list = builtins.AttributeError = None
            found = inspection.attribute(Slotted(), "unset")
        finally:
            vars(builtins).update(saved)
        self.assertEqual(found, (False, None))


if __name__ == "__main__":
    unittest.main()
