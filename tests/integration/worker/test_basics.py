# SPDX-License-Identifier: GPL-3.0-or-later
import struct
import subprocess
import sys
import time
import unittest

from harness import *


class Start(unittest.TestCase):
    def test_the_distributions_python_is_embedded(self):
        with Worker() as worker:
            version = f"{sys.version_info.major}.{sys.version_info.minor}"
            self.assertEqual(worker.welcome["prefix"], "/usr")
            self.assertEqual(worker.welcome["executable"], f"/usr/bin/python{version}")
            self.assertEqual(worker.welcome["pythonVersion"], ".".join(map(str, sys.version_info[:3])))
            run = worker.run("import sys; print(sys.prefix, sys.exec_prefix, sys.base_prefix, sys.executable)")
            self.assertEqual(run.out, f"/usr /usr /usr /usr/bin/python{version}\n")

    def test_subprocess_by_sys_executable_is_the_same_version(self):
        with Worker() as worker:
            run = worker.run(
                "import subprocess, sys\n"
                "print(sys.version)\n"
                "done = subprocess.run([sys.executable, '-c', 'import sys; print(sys.version)'])",
                PASTED,
            )
            own, child = run.out.splitlines()
            self.assertEqual(own, child)

    def test_file_names_and_text_are_utf8(self):
        with Worker() as worker:
            run = worker.run("import sys; print(sys.getfilesystemencoding(), sys.stdout.encoding, 'é😀')")
            self.assertEqual(run.out, "utf-8 utf-8 é😀\n")

    def test_welcome_comes_quickly(self):
        times = []
        for _ in range(5):
            with Worker() as worker:
                times.append(time.monotonic() - worker.started)
        # Some 25 ms on a quiet machine; the limit leaves room for a loaded one and for a build with sanitizers.
        self.assertLess(min(times), 0.4)

    def test_another_version_is_refused(self):
        with Worker(greet=False) as worker:
            worker.send("hello", version=VERSION + 1, role=0)
            message = worker.event()[1]
            self.assertEqual(message["t"], "refusal")
            self.assertIn("version", message["reason"])
            self.assertEqual(worker.last_words()[2], 1)

    def test_another_role_is_refused(self):
        with Worker(greet=False) as worker:
            worker.send("hello", version=VERSION, role=2)
            self.assertEqual(worker.event()[1]["t"], "refusal")

    def test_missing_standard_library_is_said_with_folder_and_way_out(self):
        with Worker("prompt", "--python-home", "/nonexistent", greet=False) as worker:
            worker.send("hello", version=VERSION, role=0)
            message = worker.event()[1]
            self.assertEqual(message["t"], "refusal")
            self.assertIn("/nonexistent/lib/python3", message["reason"])
            self.assertIn("apt install --reinstall", message["reason"])
            self.assertEqual(worker.last_words()[2], 1)

    def test_missing_own_modules_are_said_with_folder(self):
        with Worker(greet=False, python_path="/nonexistent") as worker:
            worker.send("hello", version=VERSION, role=0)
            message = worker.event()[1]
            self.assertEqual(message["t"], "refusal")
            self.assertIn("/nonexistent", message["reason"])

    def test_started_by_hand_it_says_what_to_do(self):
        done = subprocess.run([WORKER], capture_output=True, text=True)
        self.assertEqual(done.returncode, 2)
        self.assertIn("Start skillet instead", done.stderr)

    def test_questions_beyond_the_role_have_empty_answers(self):
        questions = {"askCompletions": "completions", "askCallTip": "callTip", "askHelp": "helpShown",
                     "askNames": "names", "askFrame": "frameState"}
        for role in ("check", "analyst"):
            with Worker(role) as worker:
                for number, (question, answer) in enumerate(questions.items()):
                    worker.send(question, request=number)
                    _, message = worker.event()
                    self.assertEqual((role, message["t"], message["request"]), (role, answer, number))
                self.assertEqual(worker.completeness("1"), COMPLETE, "the worker lives on")

    def test_analyst_greets_and_judges_completeness(self):
        with Worker("analyst") as worker:
            self.assertEqual(worker.welcome["t"], "welcome")
            self.assertEqual(worker.completeness("if x:"), INCOMPLETE)


class End(unittest.TestCase):
    def test_shutdown_ends_it(self):
        with Worker() as worker:
            worker.send("shutdown")
            self.assertEqual(worker.last_words()[2], 0)

    def test_closed_protocol_ends_it_even_in_a_loop(self):
        with Worker() as worker:
            run = worker.start("print('on', flush=True)\nwhile True: pass", PASTED)
            worker.wait_for_output(run, "on")
            worker.protocol.close()
            self.assertEqual(worker.process.wait(5), 0)

    def test_bytes_that_are_no_frame_are_refused(self):
        for data in (b"\xff\xff\xff\xff\xff", b"\0\0\0\0\x09", struct.pack("<IBI", 1, 1, 0) + b"\x80"):
            with self.subTest(data=data), Worker() as worker:
                worker.send_bytes(data)
                self.assertEqual(worker.event()[1]["t"], "refusal")
                self.assertEqual(worker.last_words()[2], 1)

    def test_a_frame_in_single_bytes_is_understood(self):
        with Worker(greet=False) as worker:
            import cbor

            payload = cbor.encode({"t": "hello", "version": VERSION, "role": 0})
            for byte in struct.pack("<IBI", len(payload), CONTROL, 0) + payload:
                worker.send_bytes(bytes([byte]))
            self.assertEqual(worker.event()[1]["t"], "welcome")


if __name__ == "__main__":
    unittest.main()
