# SPDX-License-Identifier: GPL-3.0-or-later
import collections
import dataclasses
import functools
import inspect
import unittest

from skillet_worker import calls, calltips, completion, signatures


class Ran(BaseException):
    """Code of the learner's was run."""


def run(*_arguments, **_more):
    raise Ran


class Shop:
    """A shop.

    With more to say.
    """

    def __init__(self, name: str, *goods, tax=0.2, **more):
        pass

    @classmethod
    def open(cls, where, /, when=None):
        """Opens one."""

    @staticmethod
    def price(net, tax=0.2):
        pass

    def sell(self, what: list[int] | None = None) -> "Bill":
        pass

    def __call__(self, customer):
        pass


class Made:
    def __new__(cls, first):
        return object.__new__(cls)


class CountingMeta(type):
    def __call__(cls, only):
        pass


class ByMeta(metaclass=CountingMeta):
    pass


class Hostile:
    __getattribute__ = __getattr__ = __repr__ = __eq__ = __len__ = __bool__ = run
    __hash__ = None
    __class__ = __doc__ = __signature__ = __wrapped__ = __text_signature__ = property(run)

    def total(self, orders):
        pass


@functools.wraps(Shop.price)
def wrapped(*arguments, **more):
    pass


@functools.lru_cache
def cached(key, *, size=0):
    pass


def plain(a, b=(1, 2), /, c="x", *, d, e=Hostile):
    pass


def tip(source, **names):
    text, start, end, about = calltips.call_tip(source, len(source), names, repr)
    return text, text[start:end], about


class CallTips(unittest.TestCase):
    def test_positions_names_and_stars(self):
        self.assertEqual(tip("Shop(", Shop=Shop), ("Shop(name: str, *goods, tax=0.2, **more)", "name: str", "A shop."))
        self.assertEqual(tip("Shop('a', ", Shop=Shop)[1], "*goods")
        self.assertEqual(tip("Shop('a', 1, 2, 3", Shop=Shop)[1], "*goods")
        self.assertEqual(tip("Shop('a', tax=", Shop=Shop)[1], "tax=0.2")
        self.assertEqual(tip("Shop('a', other = 1", Shop=Shop)[1], "**more")
        self.assertEqual(tip("Shop('a', x == 1", Shop=Shop)[1], "*goods")

    def test_methods_leave_out_what_they_are_bound_to(self):
        shop = Shop("")
        self.assertEqual(tip("shop.sell(", shop=shop)[0], "sell(what: list[int] | None = None) -> Bill")
        self.assertEqual(tip("Shop.sell(", Shop=Shop)[:2], ("sell(self, what: list[int] | None = None) -> Bill", "self"))
        self.assertEqual(tip("sell(", sell=shop.sell)[0], "sell(what: list[int] | None = None) -> Bill")
        for source in ("shop.open(", "Shop.open("):
            self.assertEqual(tip(source, shop=shop, Shop=Shop), ("open(where, /, when=None)", "where", "Opens one."))
        self.assertEqual(tip("shop.price(1,", shop=shop)[:2], ("price(net, tax=0.2)", "tax=0.2"))
        self.assertEqual(tip("shop(", shop=shop)[0], "shop(customer)")

    def test_classes_are_called_by_what_makes_their_objects(self):
        self.assertEqual(tip("Made(", Made=Made)[0], "Made(first)")
        self.assertEqual(tip("ByMeta(", ByMeta=ByMeta)[0], "ByMeta(only)")
        point = collections.namedtuple("Point", "x y")
        self.assertEqual(tip("Point(1, ", Point=point)[:2], ("Point(x, y)", "y"))
        record = dataclasses.make_dataclass("Record", [("a", int), ("b", str, "z")])
        self.assertEqual(tip("Record(", Record=record)[0], "Record(a: int, b: str = 'z')")
        self.assertEqual(tip("Empty(", Empty=type("Empty", (), {}))[0], "Empty()")

    def test_wrapped_functions_show_the_inner_one(self):
        self.assertEqual(tip("wrapped(", wrapped=wrapped)[0], "wrapped(net, tax=0.2)")
        self.assertEqual(tip("cached(", cached=cached)[0], "cached(key, *, size=0)")

    def test_builtins(self):
        self.assertEqual(tip("len(")[:2], ("len(obj, /)", "obj"))
        self.assertEqual(tip("x.append(", x=[])[:2], ("append(object, /)", "object"))
        self.assertEqual(tip("str.split(")[0], "split(self, /, sep=None, maxsplit=-1)")
        self.assertEqual(tip("print(1, end=")[1], "end='\\n'")
        self.assertTrue(tip("range(")[0].startswith("range(stop)"))
        self.assertTrue(tip("int(")[2].startswith("Convert a number or string"))

    def test_as_inspect_tells_them(self):
        for function in (plain, Shop.sell, Shop.price, Shop.open, run, sorted, str.split, [].insert, wrapped):
            text = calltips.plain("", signatures.of(function, repr)).replace("-> Bill", "-> 'Bill'")
            self.assertEqual(text, str(inspect.signature(function)))

    def test_nothing_of_a_hostile_object_is_run(self):
        hostile = object.__new__(Hostile)
        self.assertEqual(tip("h.total(", h=hostile)[0], "total(orders)")
        self.assertEqual(tip("h(", h=hostile)[0], "")
        self.assertEqual(tip("Hostile(", Hostile=Hostile)[2], "")
        shown = signatures.of(lambda x=hostile: 0, lambda value: "safe")
        self.assertEqual(calltips.plain("f", shown), "f(x=safe)")

    def test_names_of_parameters_that_are_left(self):
        def names(source):
            return [text for text, kind, _ in completion.complete(source, len(source), {"plain": plain})[1] if kind == "parameter"]

        self.assertEqual(names("plain("), ["c=", "d=", "e="])
        self.assertEqual(names("plain(1, 2, 3, "), ["d=", "e="])
        self.assertEqual(names("plain(1, d=2, "), ["c=", "e="])
        self.assertEqual(names("plain(1 + "), [])
        self.assertEqual(names("plain((1, "), [])
        self.assertEqual(names("plain('"), [])


class Calls(unittest.TestCase):
    def callee(self, source):
        call = calls.around(source, len(source))
        return call and (call.callee, call.position)

    def test_the_innermost_call_counts(self):
        self.assertEqual(self.callee("f(1, g(2), "), ("f", 2))
        self.assertEqual(self.callee("f(1, g(2, 3"), ("g", 1))
        self.assertEqual(self.callee("f(1, [2, 3"), ("f", 1))
        self.assertEqual(self.callee("f((1, 2), {3: (4, "), ("f", 1))
        self.assertEqual(self.callee("a . b(1,\n  2,\n"), ("a.b", 2))

    def test_what_is_no_call(self):
        for source in ("", "f", "f(1)", "def f(a, ", "class A(", "if (a, ", "return (", "f(1)(", "x[0](", "f().g(", "(1, "):
            self.assertIsNone(self.callee(source), source)

    def test_text_comments_and_lambdas(self):
        self.assertEqual(self.callee("f('a, (b', \"c, \\\", d\", "), ("f", 2))
        self.assertEqual(self.callee("f('''a,\n(b''', "), ("f", 1))
        self.assertEqual(self.callee("f(  # a, (\n 1, "), ("f", 1))
        self.assertEqual(self.callee("f(lambda a, b: a, "), ("f", 1))
        self.assertEqual(self.callee("x = ')'; f("), ("f", 0))

    def test_a_long_source_is_looked_at_from_near_the_caret(self):
        self.assertEqual(self.callee("x = (1)\n" * 100_000 + "f(1, "), ("f", 1))
        self.assertIsNone(self.callee("f(" + "1, " * 100_000))


if __name__ == "__main__":
    unittest.main()
