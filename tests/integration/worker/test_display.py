# SPDX-License-Identifier: GPL-3.0-or-later
"""Figures and tables between the output, with the real matplotlib and pandas."""

import base64
import os
import struct
import tempfile
import unittest
import zlib

import cbor
from harness import *

PYTHON = os.environ.get("SKILLET_PYTHON", "/usr/bin/python3")
PACKAGE = {"matplotlib": "python3-matplotlib", "pandas": "python3-pandas"}


def is_installed(module):
    return subprocess.run([PYTHON, "-c", f"import {module}"], stderr=subprocess.DEVNULL).returncode == 0


def needs(module):
    return unittest.skipUnless(is_installed(module), f"the package {PACKAGE[module]} is not installed")


def pictures(run):
    return [event for event in run.events if event["t"] == "displayed"]


def png(picture):
    """(width, height, texts) of a picture, whose checksums are verified."""
    data = base64.b64decode(picture["data"], validate=True)
    assert data.startswith(b"\x89PNG\r\n\x1a\n"), data[:20]
    at, texts, size = 8, {}, None
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at : at + 8])
        body = data[at + 8 : at + 8 + length]
        assert struct.unpack(">I", data[at + 8 + length : at + 12 + length])[0] == zlib.crc32(kind + body)
        if kind == b"IHDR":
            size = struct.unpack(">II", body[:8])
        elif kind == b"tEXt":
            key, _, value = body.decode("latin-1").partition("\0")
            texts[key] = value
        at += 12 + length
    return (*size, texts)


class WithWorker(unittest.TestCase):
    environment = {}

    def setUp(self):
        kept = {name: os.environ.get(name) for name in ("MPLBACKEND", "MPLCONFIGDIR", *self.environment)}
        self.addCleanup(self.restore, kept)
        os.environ.pop("MPLBACKEND", None)
        os.environ.update(self.environment)
        self.worker = Worker()
        self.addCleanup(self.worker.__exit__)

    @staticmethod
    def restore(variables):
        for name, value in variables.items():
            os.environ.pop(name, None)
            if value is not None:
                os.environ[name] = value

    def run_source(self, source, kind=INTERACTIVE, **fields):
        run = self.worker.run(source, kind, timeout=60, **fields)
        self.assertIsNone(run.exception, run.exception and run.exception["plainText"])
        return run

    def shown(self, source, kind=INTERACTIVE, **fields):
        return pictures(self.run_source(source, kind, **fields))

    def file(self, source):
        return self.run_source(source, FILE, file="/nowhere/a.py")


@needs("matplotlib")
class Figures(WithWorker):
    def plot(self):
        self.run_source("import matplotlib.pyplot as plt")

    def test_show_comes_in_its_place_between_the_output(self):
        self.plot()
        run = self.worker.start("print('before', end='')\nplt.plot([1, 2])\nplt.show()\nprint('after')\n", PASTED)
        order = []
        while "runFinished" not in order:
            kind, _, payload = self.worker.frame()
            order.append(cbor.decode(payload)["t"] if kind == CONTROL else payload.decode())
        self.assertEqual(order, ["before", "displayed", "after\n", "runFinished"])
        self.worker.runs[run].events.clear()

    def test_a_picture_has_the_figures_size_twice_as_fine(self):
        self.plot()
        [picture] = self.shown("f = plt.figure(figsize=(4, 3), dpi=50); f.gca().plot([1]); plt.show()")
        self.assertEqual(picture["mimeType"], "image/png")
        width, height, texts = png(picture)
        self.assertEqual((width, height, texts["Skillet-Scale"]), (400, 300, "2"))
        self.assertEqual(self.run_source("int(f.dpi), f.get_size_inches().tolist()").out, "(50, [4.0, 3.0])\n")

    def test_the_text_names_size_axes_and_titles(self):
        self.plot()
        [picture] = self.shown("f, a = plt.subplots(1, 2); a[0].set_title('Left\\nside'); a[1].plot([1]); f.suptitle('All'); plt.show()")
        self.assertEqual(picture["text"], "<Figure size 640x480 with 2 Axes>: All, Left side")

    def test_a_statement_shows_the_figures_it_changed(self):
        self.plot()
        self.assertEqual(len(self.shown("p = plt.plot([1, 2])")), 1)
        self.assertEqual(len(self.shown("1 + 1")), 0)
        self.assertEqual(len(self.shown("t = plt.title('A')")), 1)
        self.assertEqual(len(self.shown("plt.show()")), 1)
        self.assertEqual(len(self.shown("plt.get_fignums() == [] or 1/0")), 0)

    def test_an_empty_figure_waits_for_something_to_show(self):
        self.plot()
        self.assertEqual(len(self.shown("f, a = plt.subplots()")), 0)
        self.assertEqual(len(self.shown("t = a.set_title('A')")), 0)
        self.assertEqual(len(self.shown("b = a.bar([1, 2], [3, 4])")), 1)

    def test_a_figure_is_its_own_value(self):
        self.plot()
        self.run_source("from matplotlib.figure import Figure; f = Figure(); a = f.add_subplot()")
        run = self.run_source("f")
        self.assertEqual([picture["text"] for picture in pictures(run)], ["<Figure size 640x480 with 1 Axes>"])
        self.assertEqual(run.out, "")
        self.assertEqual(self.run_source("_ is f").out, "True\n")

    def test_a_figure_shows_itself_also_after_it_was_closed(self):
        self.plot()
        self.run_source("f, a = plt.subplots(); l = a.plot([1]); plt.close(f)")
        self.assertEqual(len(self.shown("f.show()")), 1)

    def test_saving_neither_shows_nor_hides(self):
        self.plot()
        with tempfile.TemporaryDirectory() as folder:
            self.assertEqual(len(self.shown(f"p = plt.plot([1]); plt.savefig('{folder}/a.png'); plt.savefig('{folder}/a.svg')")), 1)
            self.assertEqual(sorted(os.listdir(folder)), ["a.png", "a.svg"])
            self.assertEqual(len(self.shown(f"plt.savefig('{folder}/b.pdf')")), 0)

    def test_a_closed_figure_does_not_appear(self):
        self.plot()
        self.assertEqual(len(self.shown("p = plt.plot([1]); plt.close()")), 0)

    def test_a_program_shows_only_what_it_says(self):
        source = "import matplotlib.pyplot as plt\nplt.plot([1, 2])\nprint(plt.get_backend())\n"
        self.assertEqual(len(pictures(self.file(source))), 0)
        self.assertEqual(len(self.shown("1 + 1")), 0)
        self.assertEqual(len(pictures(self.file(source + "plt.show()\nplt.show()\n"))), 1)

    def test_a_statement_that_fails_shows_nothing(self):
        self.plot()
        run = self.worker.run("plt.plot([1, 2], [1, 2]); plt.plot([1, 2], [1])")
        self.assertEqual((run.exception["exceptions"][0]["type"], pictures(run)), ("ValueError", []))
        self.assertEqual(len(self.shown("1 + 1")), 0)
        self.assertEqual(len(self.shown("t = plt.title('A')")), 1)

    def test_a_figure_that_cannot_be_drawn_says_why_once(self):
        self.plot()
        run = self.worker.run("p = plt.plot([1]); t = plt.title(r'$\\nothing$')")
        self.assertEqual(run.exception["exceptions"][0]["type"], "ValueError")
        self.assertEqual(len(self.shown("1 + 1")), 0)

    def test_interactive_mode_keeps_figures_open(self):
        self.plot()
        self.run_source("plt.ion() and None; p = plt.plot([1])")
        self.assertEqual(len(self.shown("plt.show()")), 0)
        self.assertEqual(len(self.shown("plt.title('A'); plt.show()")), 1)
        self.assertEqual(self.run_source("plt.get_fignums()").out, "[1]\n")

    def test_pausing_shows_each_step(self):
        self.plot()
        source = "for i in range(3):\n    plt.plot([i, 1])\n    plt.pause(0.01)\n"
        self.assertEqual(len(pictures(self.file("import matplotlib.pyplot as plt\n" + source))), 3)

    def test_a_huge_figure_is_drawn_coarser(self):
        self.plot()
        [picture] = self.shown("f = plt.figure(figsize=(100, 100)); f.gca().plot([1]); plt.show()")
        width, height, texts = png(picture)
        self.assertLessEqual(width * height, 8_100_000)
        self.assertLess(float(texts["Skillet-Scale"]), 1)

    def test_many_figures_end_in_words(self):
        self.plot()
        source = "f = plt.figure(figsize=(1, 1)); a = f.gca()\nfor i in range(103):\n    f.show()\n"
        run = self.run_source(source, PASTED)
        self.assertEqual(len(pictures(run)), 100)
        self.assertEqual(run.out.count("<Figure size 100x100 with 1 Axes> (not drawn: this run has shown too many pictures already)\n"), 3)
        self.assertEqual(len(self.shown("f.show()")), 1)

    def test_stop_ends_drawing(self):
        self.plot()
        self.run_source("f = plt.figure(figsize=(1, 1)); a = f.gca()")
        for round in range(10):
            run = self.worker.start("while True:\n    f.show()\n")
            for _ in range(round + 1):
                self.assertEqual(self.worker.event()[1]["t"], "displayed")
            self.worker.interrupt()
            self.assertEqual(self.worker.finish(run).end, INTERRUPTED)
        self.assertEqual(self.run_source("1 + 1").out, "2\n")

    def test_a_forked_child_writes_words_instead(self):
        self.plot()
        run = self.run_source("import os\nif os.fork() == 0:\n    plt.plot([1]); plt.show(); os._exit(0)\nelse: os.wait()[1]\n", PASTED)
        self.assertEqual(pictures(run), [])
        self.assertIn("<Figure size 640x480 with 1 Axes>\n", run.out)

    def test_a_program_that_is_started_knows_nothing_of_it(self):
        self.plot()
        run = self.run_source("import os, subprocess, sys\n"
                              "print(sorted(n for n in os.environ if 'MPL' in n))\n"
                              "subprocess.run([sys.executable, '-c', 'import matplotlib; print(matplotlib.get_backend().lower())'], "
                              "env={**os.environ, 'DISPLAY': ''}).returncode\n", PASTED)
        self.assertEqual(run.out.split("\n")[0], "[]")
        self.assertNotIn("skillet", run.out)
        self.assertTrue(run.out.endswith("\n0\n"), run.out)

    def test_a_backend_that_the_program_chose_stays(self):
        self.run_source("import matplotlib; matplotlib.use('svg')")
        self.plot()
        self.assertEqual(self.run_source("plt.get_backend()").out, "'svg'\n")
        self.assertEqual(len(self.shown("p = plt.plot([1])")), 0)

    def test_another_can_be_chosen_later(self):
        self.plot()
        self.run_source("plt.switch_backend('agg')")
        self.assertEqual(len(self.shown("p = plt.plot([1])")), 0)

    def test_nothing_is_there_before_it_is_needed(self):
        run = self.run_source("import sys\n[n for n in sys.modules if 'matplotlib' in n or 'figures' in n], sys.displayhook is sys.__displayhook__", PASTED)
        self.assertEqual(run.out, "([], True)\n")


@needs("matplotlib")
class FiguresOfSettings(WithWorker):
    environment = {"MPLBACKEND": "pdf"}

    def test_a_backend_that_the_environment_names_stays(self):
        self.run_source("import matplotlib.pyplot as plt")
        self.assertEqual(self.run_source("plt.get_backend()").out, "'pdf'\n")


@needs("pandas")
class Tables(WithWorker):
    def setUp(self):
        super().setUp()
        self.run_source("import pandas as pd; t = pd.DataFrame({'name': ['a', '<b>'], 'n': [1, 2]})")

    def test_a_table_comes_as_html_and_text(self):
        run = self.run_source("t")
        [table] = pictures(run)
        self.assertEqual(table["mimeType"], "text/html")
        self.assertIn("&lt;b&gt;", table["data"])
        self.assertEqual(table["text"], "  name  n\n0    a  1\n1  <b>  2")
        self.assertEqual(run.out, "")
        self.assertEqual(self.run_source("_ is t").out, "True\n")

    def test_a_column_is_a_table_too(self):
        [table] = self.shown("t['n']")
        self.assertIn("<th>n</th>", table["data"])
        self.assertEqual(table["text"], "0    1\n1    2\nName: n, dtype: int64")
        self.assertEqual(len(self.shown("pd.Series([1, 2])")), 1)

    def test_print_stays_text(self):
        run = self.run_source("print(t)")
        self.assertEqual((pictures(run), run.out), ([], "  name  n\n0    a  1\n1  <b>  2\n"))

    def test_a_redirected_value_goes_where_it_is_sent(self):
        source = "import contextlib, io\nwith contextlib.redirect_stdout(io.StringIO()) as f:\n    t\n\n"
        self.assertEqual(self.shown(source), [])
        self.assertIn("<b>", self.run_source("f.getvalue()").out)

    def test_the_learners_own_display_hook_stays(self):
        self.run_source("import sys; sys.displayhook = lambda v: print('mine')")
        run = self.run_source("t")
        self.assertEqual((pictures(run), run.out), ([], "mine\n"))

    def test_a_class_of_the_learners_is_not_asked(self):
        self.run_source("class A:\n    def _repr_html_(self): print('asked'); return '<b>x</b>'\n    def __repr__(self): return 'A!'\n")
        run = self.run_source("A()")
        self.assertEqual((pictures(run), run.out), ([], "A!\n"))

    def test_a_broken_table_shows_its_text(self):
        self.run_source("class Broken(pd.DataFrame):\n    def _repr_html_(self): raise RuntimeError('no')\n")
        run = self.run_source("Broken({'a': [1]})")
        self.assertEqual((pictures(run), run.out), ([], "   a\n0  1\n"))

    def test_a_broken_text_fails_as_anywhere(self):
        self.run_source("class Broken(pd.DataFrame):\n    def __repr__(self): raise RuntimeError('no')\n")
        run = self.worker.run("Broken({'a': [1]})")
        self.assertEqual(run.exception["exceptions"][0]["type"], "RuntimeError")
        self.assertNotIn("skillet_worker", run.exception["plainText"])

    def test_a_huge_table_is_written_as_text(self):
        run = self.run_source("pd.set_option('display.max_rows', None)\npd.DataFrame({'n': range(50_000)})", PASTED)
        self.assertEqual(pictures(run), [])
        self.assertEqual(run.out.count("\n"), 50_001)


if __name__ == "__main__":
    unittest.main()
