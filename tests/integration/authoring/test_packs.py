# SPDX-License-Identifier: GPL-3.0-or-later
"""`skillet course pack` and `skillet course install`: good packs, and those that mean no good."""

import os
import stat
import subprocess
import tempfile
import unittest
import zipfile
from pathlib import Path

SKILLET = os.environ["SKILLET"]
PATIENCE = 120  # seconds


class PackTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="skillet pack é ")
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name).resolve()
        self.course = self.folder / "demo"
        self.pack = self.folder / "demo.zip"
        self.data = self.folder / "data"
        self.installed = self.data / "skillet/courses"
        self.run_course("new", self.course)

    def run_course(self, *arguments):
        done = subprocess.run(
            [SKILLET, "course", *map(str, arguments)],
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            env={**os.environ, "XDG_DATA_HOME": str(self.data)},
        )
        return done.returncode, done.stdout, done.stderr

    def make_pack(self, change=None, top=""):
        """A zip of the course, which `change(archive)` may add to."""
        with zipfile.ZipFile(self.pack, "w", zipfile.ZIP_DEFLATED) as archive:
            for path in sorted(self.course.rglob("*")):
                if path.is_file():
                    archive.write(path, top + str(path.relative_to(self.course)))
            if change:
                change(archive)

    def assert_refused(self, *words):
        status, out, err = self.run_course("install", self.pack)
        self.assertEqual((status, out), (2, ""), err)
        for word in words:
            self.assertIn(word, err)
        left = [path for path in self.installed.rglob("*")] if self.installed.exists() else []
        self.assertEqual(left, [])
        self.assertFalse((self.folder / "evil.txt").exists())


class Good(PackTest):
    def test_a_course_is_packed_installed_and_still_proven(self):
        (self.course / ".git").mkdir()
        (self.course / ".git/config").write_text("private")
        status, out, err = self.run_course("pack", self.course, self.pack)
        self.assertEqual((status, err), (0, ""))
        self.assertIn("files", out)
        status, out, err = self.run_course("install", self.pack)
        self.assertEqual((status, err), (0, ""))
        self.assertIn(f"My course 0.1.0 is in {self.installed}/my-course", out)
        self.assertFalse((self.installed / "my-course/.git").exists())
        self.assertEqual([p.name for p in self.installed.iterdir()], ["my-course"])
        self.assertEqual(self.run_course("check", self.installed / "my-course")[0], 0)

    def test_a_newer_pack_takes_the_place_of_the_older(self):
        self.make_pack()
        self.run_course("install", self.pack)
        toml = self.course / "course.toml"
        toml.write_text(toml.read_text().replace("0.1.0", "0.2.0"))
        (self.installed / "my-course/old.txt").write_text("old")
        self.make_pack()
        self.assertIn("0.2.0", self.run_course("install", self.pack)[1])
        self.assertFalse((self.installed / "my-course/old.txt").exists())
        self.assertEqual([p.name for p in self.installed.iterdir()], ["my-course"])

    def test_one_folder_at_the_top_is_left_out(self):
        self.make_pack(lambda archive: archive.writestr("demo-main/.github/x.yml", "x"), top="demo-main/")
        self.assertEqual(self.run_course("install", self.pack)[0], 0)
        self.assertTrue((self.installed / "my-course/course.toml").is_file())
        self.assertFalse((self.installed / "my-course/.github").exists())

    def test_a_broken_exercise_is_told_and_the_rest_is_installed(self):
        (self.course / "first/exercises/greeting/exercise.toml").write_text("title = ")
        self.make_pack()
        status, out, _ = self.run_course("install", self.pack)
        self.assertEqual(status, 1)
        self.assertIn(f"{self.installed}/my-course/first/exercises/greeting/exercise.toml:1: ", out)

    def test_no_code_is_run(self):
        proof = self.folder / "evil.txt"
        (self.course / "first/exercises/greeting/checks.py").write_text(f"open({str(proof)!r}, 'w')\n")
        self.make_pack()
        self.run_course("install", self.pack)
        self.assertFalse(proof.exists())

    def test_what_is_there_is_not_overwritten_by_a_pack(self):
        self.pack.write_text("mine")
        status, _, err = self.run_course("pack", self.course, self.pack)
        self.assertEqual((status, self.pack.read_text()), (2, "mine"))
        self.assertIn("cannot be made", err)


class Hostile(PackTest):
    def test_names_that_lead_out_are_refused(self):
        for name in (
            "../evil.txt",
            "/evil.txt",
            "first/../../evil.txt",
            "first/..",
            "a\\..\\evil.txt",
            "first//x",
            "ä.txt",
        ):
            with self.subTest(name):
                self.make_pack(lambda archive: archive.writestr(name, "x"))
                self.assert_refused("may not be used as a name")

    def test_links_are_refused(self):
        def link(archive):
            info = zipfile.ZipInfo("first/link")
            info.create_system = 3
            info.external_attr = (stat.S_IFLNK | 0o777) << 16
            archive.writestr(info, "/etc/passwd")

        self.make_pack(link)
        self.assert_refused("first/link", "is a link")

    def test_bombs_are_stopped(self):
        self.make_pack(lambda archive: archive.writestr("bomb.bin", b"\0" * (60 << 20)))
        self.assertLess(self.pack.stat().st_size, 200_000)
        self.assert_refused("unpacks to more than a course can be")

    def test_a_file_that_is_too_large_is_stopped(self):
        noise = os.urandom(1 << 20)
        self.make_pack(lambda archive: archive.writestr("big.bin", noise * 65))
        self.assert_refused("unpacks to more than a course can be", "big.bin")

    def test_many_files_are_refused(self):
        def many(archive):
            for number in range(20_001):
                archive.writestr(f"x/{number}", "")

        self.make_pack(many)
        self.assert_refused("more than 20000 files")

    def test_twice_the_same_name_is_refused(self):
        self.make_pack(lambda archive: archive.writestr("Course.toml", "format = 1"))
        self.assert_refused("Course.toml twice")

    def test_damage_is_told(self):
        self.make_pack()
        data = bytearray(self.pack.read_bytes())
        for broken in (data[: len(data) // 2], b"", b"PK\x03\x04" + os.urandom(500)):
            self.pack.write_bytes(broken)
            self.assert_refused("cannot be read as a zip file")
        data[200:220] = os.urandom(20)
        self.pack.write_bytes(data)
        self.assert_refused("demo.zip")

    def test_what_is_no_course_is_refused(self):
        with zipfile.ZipFile(self.pack, "w") as archive:
            archive.writestr("readme.txt", "x")
        self.assert_refused("it has no course.toml")
        with zipfile.ZipFile(self.pack, "w") as archive:
            archive.writestr("course.toml", "format = ")
        self.assert_refused("course.toml:1: ")
        self.pack.unlink()
        self.assert_refused("cannot be read as a zip file")

    def test_an_id_that_leads_out_is_refused(self):
        toml = self.course / "course.toml"
        toml.write_text(toml.read_text().replace('"my-course"', '"../my-course"'))
        self.make_pack()
        self.assert_refused("cannot be the name of a folder")

    def test_a_failing_pack_leaves_the_installed_course_whole(self):
        self.make_pack()
        self.run_course("install", self.pack)
        self.make_pack(lambda archive: archive.writestr("bomb.bin", b"\0" * (60 << 20)))
        self.assertEqual(self.run_course("install", self.pack)[0], 2)
        self.assertTrue((self.installed / "my-course/course.toml").is_file())
        self.assertEqual([p.name for p in self.installed.iterdir()], ["my-course"])


if __name__ == "__main__":
    unittest.main()
