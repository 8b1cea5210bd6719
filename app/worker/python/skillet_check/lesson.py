# SPDX-License-Identifier: GPL-3.0-or-later
"""Proves lessons: every runnable block shows what the lesson says it shows.

Each block runs in a process of its own, so that a reader may run any of them first; and then once more after
all blocks before it, since in the workbench they share the prompt with its names.
"""

import re
import subprocess
import sys
import tempfile
import tomllib
from dataclasses import dataclass
from pathlib import Path

from .problem import Problem

SECONDS = 20
WORDS = (250, 600)
FENCE = re.compile(r"^```(\w*)\s*(.*)$")
RAW_HTML = re.compile(r"</?[a-zA-Z][^>]*>|<!--")
MARKERS = re.compile(r"^[\s~^]+$")  # the range under a line of a traceback: drawn differently by each Python

# Runs the file as the prompt does: the value of a last expression is shown, a traceback has no frame of ours.
DRIVER = """
import ast, contextlib, io, sys
*earlier, name = sys.argv[1:]
names = {"__name__": "__main__", "__builtins__": __builtins__}
def run(name):
    tree = ast.parse(open(name, encoding="utf-8").read(), name)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, name, "exec"), names)
    if last is not None:
        exec(compile(ast.Interactive([last]), name, "single"), names)
for other in earlier:
    with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(BaseException):
        run(other)
try:
    run(name)
except BaseException as error:
    frames = error.__traceback__
    while frames is not None and frames.tb_frame.f_code.co_filename != name:
        frames = frames.tb_next
    error.__traceback__ = frames
    sys.__excepthook__(type(error), error, frames)  # as Python itself prints it, with its guess at a misspelled name
"""


@dataclass
class Block:
    language: str
    flags: str
    text: str
    line: int  # of the opening fence
    end: int  # of the closing fence


def prove(path):
    """What is wrong with the lesson at `path`: sentences, each with its line; empty when it is proven."""
    return [str(problem) for problem in find_problems(path)]


def find_problems(path):
    """As prove(), as a list of Problem."""
    text = Path(path).read_text(encoding="utf-8")
    lines = text.splitlines()
    problems, start = _front_matter(lines)
    blocks, prose = _split(lines, start)
    words = len(" ".join(line for _, line in prose).split())
    if not WORDS[0] <= words <= WORDS[1]:
        problems.append((1, f"{words} words of prose; a lesson has {WORDS[0]} to {WORDS[1]}"))
    problems += [(n, "raw HTML is not shown") for n, line in prose if RAW_HTML.search(re.sub(r"`[^`]*`", "", line))]
    if not any(_runnable(block) for block in blocks):
        problems.append((1, "a lesson needs at least one block that runs"))
    for index, block in enumerate(blocks):
        earlier = [other.text for other in blocks[:index] if _runnable(other)]
        problems += _prove_block(block, _announced(blocks, index, lines), earlier)
    return [Problem(str(path), line, problem) for line, problem in sorted(problems)]


def _front_matter(lines):
    if not lines or lines[0] != "+++" or "+++" not in lines[1:]:
        return [(1, "the lesson must begin with its front matter between two lines +++")], 0
    end = lines.index("+++", 1)
    try:
        table = tomllib.loads("\n".join(lines[1:end]))
    except tomllib.TOMLDecodeError as error:
        return [(1, f"front matter: {error}")], end + 1
    wanted = {"title": str, "minutes": int, "concepts": list}
    missing = [key for key, kind in wanted.items() if not isinstance(table.get(key), kind)]
    problems = [(1, f"front matter: {key} is missing") for key in missing]
    heading = next((line for line in lines[end + 1 :] if line.strip()), "")
    if heading != f"# {table.get('title')}":
        problems.append((end + 2, "the text must begin with the title as its heading"))
    return problems, end + 1


def _split(lines, start):
    """The fenced blocks, and the lines of prose between them with their numbers."""
    blocks, prose = [], []
    number = start
    while number < len(lines):
        fence = FENCE.match(lines[number])
        if not fence:
            prose.append((number + 1, lines[number]))
            number += 1
            continue
        end = next((n for n in range(number + 1, len(lines)) if lines[n].rstrip() == "```"), len(lines))
        body = "\n".join(lines[number + 1 : end]) + "\n"
        blocks.append(Block(fence[1], fence[2].strip(), body, number + 1, end + 1))
        number = end + 1
    return blocks, prose


def _runnable(block):
    return block.language == "python" and block.flags != "norun"


def _announced(blocks, index, lines):
    """The output and traceback blocks that follow block `index` with nothing but empty lines between."""
    found = {}
    end = blocks[index].end
    for block in blocks[index + 1 :]:
        between = lines[end : block.line - 1]
        if block.language not in ("output", "traceback") or block.language in found or "".join(between).strip():
            break
        found[block.language] = block
        end = block.end
    return found


def _prove_block(block, announced, earlier):
    if block.language not in ("python", "output", "traceback", "text", ""):
        return [(block.line, f"unknown kind of block: {block.language}")]
    if block.language != "python":
        return []
    if block.flags not in ("", "norun"):
        return [(block.line, f"unknown word after python: {block.flags}")]
    if not _runnable(block) and not announced:
        return []
    traceback = announced["traceback"].text if "traceback" in announced else ""
    output = announced["output"].text if "output" in announced else ""
    files = re.findall(r'^  File "([\w-]+\.py)"', traceback, re.MULTILINE)
    for others, when in (([], ""), (earlier, ", run after the blocks before it,")):
        shown, error = _run(block.text, files[0] if files else "lesson.py", others)
        if _lines(shown) != _lines(output):
            return [(block.line, f"the block{when} prints {shown!r}, the lesson says {output!r}")]
        if _without_markers(error) != _without_markers(traceback):
            return [(block.line, f"the block{when} ends with {error!r}, the lesson says {traceback!r}")]
    return []


def _run(source, name, earlier):
    with tempfile.TemporaryDirectory(prefix="skillet-lesson-") as folder:
        names = [f"earlier{number}.py" for number in range(len(earlier))] + [name]
        for file, text in zip(names, [*earlier, source]):
            (Path(folder) / file).write_text(text, encoding="utf-8")
        try:
            done = subprocess.run(
                [sys.executable, "-X", "utf8", "-c", DRIVER, *names],
                cwd=folder,
                capture_output=True,
                encoding="utf-8",
                timeout=SECONDS,
                stdin=subprocess.DEVNULL,
            )
        except subprocess.TimeoutExpired:
            return "", f"it was still running after {SECONDS} seconds"
    return done.stdout, done.stderr


def _lines(text):
    return [line.rstrip() for line in text.rstrip().splitlines()]


def _without_markers(text):
    return [line for line in _lines(text) if not MARKERS.match(line)]
