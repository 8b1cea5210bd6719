# SPDX-License-Identifier: GPL-3.0-or-later
import builtins
import os
import sys
import tempfile
import unittest

from skillet_worker import completion


class Ran(BaseException):
    """Code of the learner's was run."""


def run(*_arguments):
    raise Ran


class Hostile:
    __getattribute__ = __getattr__ = __dir__ = __eq__ = __len__ = __repr__ = __bool__ = run
    __hash__ = object.__hash__
    __class__ = property(run)
    price = property(run)

    def total(self):
        return 1


class Completion(unittest.TestCase):
    def complete(self, source, **names):
        start, items, more = completion.complete(source, len(source), names)
        self.start, self.more, self.kinds = start, more, {text: kind for text, kind, _ in items}
        self.details = {text: detail for text, _, detail in items}
        return [text for text, _, _ in items]

    def test_names_keywords_and_builtins(self):
        self.assertEqual(self.complete("x = orde", orders=[1])[0], "orders")
        self.assertEqual(self.start, 4)
        self.assertIn("lambda", self.complete("lamb"))
        self.assertEqual(self.kinds["lambda"], "keyword")
        self.assertIn("len", self.complete("1 + le"))
        self.assertEqual(self.kinds["len"], "function")

    def test_attributes_of_values_and_of_attributes(self):
        self.assertEqual(self.complete("orders.app", orders=[]), ["append"])
        self.assertEqual(self.complete("o.pathse", o=os), ["pathsep"])
        self.assertIn("join", self.complete("o . path.jo", o=os))

    def test_properties_are_listed_and_nothing_is_run(self):
        found = self.complete("h.", h=object.__new__(Hostile))
        self.assertEqual(found[:2], ["price", "total"])
        self.assertEqual(self.kinds["price"], "property")
        self.assertEqual(self.complete("h.price.", h=object.__new__(Hostile)), [])
        self.assertIn("hostile", self.complete("hos", hostile=object.__new__(Hostile)))

    def test_what_is_computed_is_not_known(self):
        self.assertEqual(self.complete("f().x", f=len, x=1, xs=2), [])
        self.assertEqual(self.complete("1.", x=1), [])

    def test_private_names_come_last_unless_asked_for(self):
        self.assertEqual(self.complete("zz", zzb=1, ZZa=1, _zz=1), ["zzb", "ZZa"])
        self.assertTrue(self.complete("orders.", orders=[])[-1].startswith("_"))
        self.assertEqual(self.complete("orders.__le", orders=[]), ["__le__", "__len__"])

    def test_keys_of_a_dict(self):
        prices = {"apple": 1, "pear": 2, 3: 4, 'a"b': 5}
        self.assertEqual(self.complete('prices["', prices=prices), ["apple", "pear"])
        self.assertEqual(self.complete("prices['p", prices=prices), ["pear"])
        self.assertEqual(self.start, len("prices['"))

    def test_keys_of_a_dict_inside_others(self):
        orders = {"open": [{"sku": 1, "price": 2}, {"size": 3}], 7: {"seven": 1}, "empty": {}}
        self.assertEqual(self.complete('orders["open"][0]["', orders=orders), ["price", "sku"])
        self.assertEqual(self.complete("x = orders['open'][-1]['s", orders=orders), ["size"])
        self.assertEqual(self.start, len("x = orders['open'][-1]['"))
        self.assertEqual(self.complete("orders[7] [ '", orders=orders), ["seven"])
        self.assertEqual(self.complete("row['o]'][\"", row={"o]": {"odd": 1}}), ["odd"])
        for unknown in ('["none"]["', '["open"][9]["', '["open"]["', '["open"][0]["sku"]["', '["empty"]["'):
            self.assertEqual(self.complete("orders" + unknown, orders=orders), [], unknown)

    def test_keys_inside_are_found_without_running_anything(self):
        class Held(dict):
            __getitem__ = __eq__ = __iter__ = keys = items = values = run

        hostile = object.__new__(Hostile)
        self.assertEqual(self.complete('d["a"]["', d={hostile: 1, "a": {hostile: 2, "b": 3}}), ["b"])
        self.assertEqual(self.complete('d["a"]["', d={"a": Held(b=1)}), [])
        self.assertEqual(self.complete('d["a"]["', d=hostile), [])

    def test_functions_show_what_they_take(self):
        def total(orders, rate=0.2, *, tax: bool = True, made=object()):
            pass

        class Shop:
            def add(self, item, count=1):
                pass

            @staticmethod
            def open(at):
                pass

            @classmethod
            def named(cls, name):
                pass

        self.complete("tot", total=total)
        self.assertEqual(self.details["total"], "(orders, rate=0.2, *, tax: bool = True, made=…)")
        self.complete("shop.", shop=Shop())
        self.assertEqual([self.details[name] for name in ("add", "open", "named")], ["(item, count=1)", "(at)", "(name)"])
        self.complete("Shop.", Shop=Shop)
        self.assertEqual([self.details[name] for name in ("add", "open", "named")], ["(self, item, count=1)", "(at)", "(name)"])
        self.complete("orders.", orders=[])
        self.assertEqual(self.details["append"], "(object, /)")
        self.assertEqual(self.details["sort"], "(*, key=None, reverse=False)")
        self.complete("le")
        self.assertEqual(self.details["len"], "(obj, /)")
        self.complete("Sho", Shop=Shop)
        self.assertEqual(self.details["Shop"], "")

    def test_values_that_parameters_have_from_the_start_are_not_asked(self):
        hostile = object.__new__(Hostile)
        Hostile.__str__ = run

        def total(orders, rate=hostile):
            pass

        self.complete("tot", total=total)
        self.assertEqual(self.details["total"], "(orders, rate=…)")
        self.assertEqual(self.complete("total(ra", total=total)[0], "rate=")

    def test_modules_are_found_and_not_imported(self):
        with tempfile.TemporaryDirectory() as folder:
            package = os.path.join(folder, "shop_of_test")
            os.mkdir(package)
            for name in ("__init__", "orders"):
                with open(os.path.join(package, name + ".py"), "w") as file:
                    file.write("raise SystemExit\n")
            sys.path.insert(0, folder)
            self.addCleanup(sys.path.remove, folder)
            self.assertEqual(self.complete("import shop_of_t"), ["shop_of_test"])
            self.assertEqual(self.complete("from shop_of_test.or"), ["orders"])
            self.assertEqual(self.complete("from shop_of_test import o"), ["orders"])
            self.assertEqual(self.complete("import os, shop_of_test.o"), ["orders"])
        self.assertNotIn("shop_of_test", sys.modules)
        self.assertIn("path", self.complete("from os import pat"))

    def test_files_in_a_string(self):
        with tempfile.TemporaryDirectory() as folder:
            os.mkdir(os.path.join(folder, "data"))
            self.assertEqual(self.complete(f'open("{folder}/da'), ["data/"])
            self.assertEqual(self.start, len(f'open("{folder}/'))
        self.assertEqual(self.complete('open("\0/x'), [])

    def test_comments_and_numbers_are_left_alone(self):
        self.assertEqual(self.complete("x = 1  # le"), [])
        self.assertEqual(self.complete("1e"), [])
        self.assertIn("len", self.complete("'#' + le"))

    def test_the_number_of_items_is_bounded(self):
        self.assertEqual(len(self.complete("many", **{f"many{n}": n for n in range(501)})), 500)
        self.assertTrue(self.more)

    def test_positions_count_from_the_beginning_of_the_source(self):
        self.complete("if x:\n    orde", orders=1)
        self.assertEqual(self.start, 10)

    def test_broken_builtins_do_no_harm(self):
        saved = dict(vars(builtins))
        try:
            builtins.len = builtins.type = builtins.list = builtins.dir = run
            found = completion.complete("orders.app", 10, {"orders": []})
        finally:
            vars(builtins).update(saved)
        self.assertEqual(found, (7, [("append", "function", "(object, /)")], False))


if __name__ == "__main__":
    unittest.main()
