# SPDX-License-Identifier: GPL-3.0-or-later
"""What somebody who does not see the window is told, over AT-SPI as screen readers are."""

import unittest

import pyatspi
from reader import Reader

PROGRAM = """\
def price_of(order, name):
    return order[name] * 1.2

def total(order):
    return sum(price_of(order, name) for name in ["tea", "mlik"])

print(total({"tea": 2, "milk": 3}))
"""
# These are spoken by what is in them.
NAMELESS = {"filler", "panel", "frame", "scroll pane", "viewport", "split pane", "separator", "scroll bar", "image", "layered pane"}


def is_spoken(event, role, name):
    """Whether a screen reader says `name` by itself."""
    return event.startswith("object:announcement") or (event.startswith("object:state-changed:showing") and role == "alert")


class ScreenReader(unittest.TestCase):
    def open(self, source=PROGRAM, settings=""):
        return self.enterContext(Reader(source, settings=settings))

    def names_below(self, reader, node):
        return [child.name for child in reader.walk(node) if child.name]

    def test_all_that_takes_the_focus_has_a_name(self):
        reader = self.open()
        reader.find("push button", "Run").queryAction().doAction(0)
        reader.wait_for(lambda: reader.find("heading", "KeyError"), "picture of the error")
        nameless = [(child.getRoleName(), child.parent.name, child.parent.getRoleName())
                    for child in reader.walk()
                    if not child.name and child.getRoleName() not in NAMELESS
                    and child.getState().contains(pyatspi.STATE_FOCUSABLE)]
        self.assertEqual(nameless, [])

    def test_an_error_is_said_and_reads_in_the_order_of_the_picture(self):
        reader = self.open()
        reader.find("push button", "Run").queryAction().doAction(0)
        reader.wait_to_hear(lambda event, role, name, data: is_spoken(event, role, name) and "KeyError: 'mlik'" in (name, str(data)),
                            "word of the error")
        picture = reader.wait_for(lambda: reader.find("panel", "KeyError: 'mlik'"), "picture of the error")
        reader.wait_for(lambda: reader.find("label", "Things to try", picture), "explanation")
        names = self.names_below(reader, picture)
        order = ["KeyError: 'mlik'", "order has no key 'mlik'. Perhaps 'milk' is meant?",
                 "Where to look first: order.py, line 2 in price_of. return order[name] * 1.2. The failing part is order[name].",
                 "Why here", "Things to try", "How it got there", "order.py, line 7 at the top level.", "order.py, line 5 in total."]
        places = [next((i for i, name in enumerate(names) if name.startswith(start)), None) for start in order]
        self.assertNotIn(None, places, names)
        self.assertEqual(places, sorted(places), names)
        # The values that made it fail are said with the place.
        self.assertIn("name = 'mlik'", names[places[2]])

    def test_the_calls_are_walked_by_key(self):
        reader = self.open()
        reader.find("push button", "Run").queryAction().doAction(0)
        picture = reader.wait_for(lambda: reader.find("panel", "KeyError: 'mlik'"), "picture of the error")
        reader.wait_for(lambda: reader.find("label", "Things to try", picture), "explanation")
        reader.focus(reader.find("push button", "Where to look first", picture))
        for start in ("order.py, line 7 at the top level", "order.py, line 5 in total", "order.py, line 5 in a generator"):
            reader.heard.clear()
            reader.person.press("Down")
            reader.wait_to_hear(lambda event, role, name, data: event == "object:state-changed:focused" and name.startswith(start),
                                start)

    def test_the_editor_tells_its_text_its_caret_and_what_is_typed(self):
        reader = self.open("first = 1\n")
        editor = reader.wait_for(lambda: reader.find("text", "Editor of order.py"), "text of the editor")
        self.assertEqual(editor.queryText().getText(0, -1), "first = 1\n")
        reader.focus(editor)
        reader.heard.clear()
        reader.person.type("x")
        reader.wait_to_hear(lambda event, role, name, data: event == "object:text-changed:insert" and data == "x", "letter typed")
        self.assertEqual(editor.queryText().getText(0, -1), "xfirst = 1\n")
        reader.wait_for(lambda: editor.queryText().caretOffset == 1, "caret behind the letter")

    def test_what_completes_a_word_is_said(self):
        reader = self.open("import math\n")
        editor = reader.wait_for(lambda: reader.find("text", "Editor of order.py"), "text of the editor")
        reader.focus(editor)
        reader.person.press("Down")
        reader.person.type("math.fl")
        reader.heard.clear()
        reader.person.press(" ", "Control")
        reader.wait_to_hear(lambda event, role, name, data: role in ("list item", "list") and "floor" in name, "suggestion")

    def test_the_prompt_says_its_answer(self):
        reader = self.open()
        prompt = reader.find("text", "Python prompt")
        reader.focus(prompt)
        reader.person.type("6*7")
        reader.heard.clear()
        reader.person.press("Return")
        reader.wait_to_hear(lambda event, role, name, data: event == "object:text-changed:insert" and "42" in str(data), "answer")

    def test_text_of_300_percent_fits_a_small_screen(self):
        reader = self.open(settings="[appearance]\nzoom=300\n")
        frame = reader.wait_for(lambda: next((node for node in reader.program if node.getRoleName() == "frame"), None), "window")
        screen = (1366, 768)

        def size(node):
            extents = node.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
            return extents.width, extents.height
        reader.wait_for(lambda: size(frame)[0] <= screen[0] and size(frame)[1] <= screen[1], "window within the screen")
        for role, name in (("text", "Editor of order.py"), ("text", "Python prompt"), ("push button", "Run")):
            width, height = size(reader.find(role, name))
            self.assertGreater(width, 150, name)
            self.assertGreater(height, 40, name)


if __name__ == "__main__":
    unittest.main()
