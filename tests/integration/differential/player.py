# SPDX-License-Identifier: GPL-3.0-or-later
"""Plays a session to a program and says what it wrote.

Standard input is a terminal that does not echo: it hands out a line at a read, to whichever process reads, so that the
order of reading is the same for both programs. Standard output and standard error are pipes.
"""

import os
import re
import subprocess
import tempfile
import termios
import threading
from dataclasses import dataclass
from pathlib import Path

PATIENCE = 60  # seconds; a session takes one at most
_ENVIRONMENT = ".venv"
ENDS = b"\x04" * 40  # the end of input, for all that may read on


@dataclass
class Played:
    stdout: str
    stderr: str
    status: int
    files: str = ""  # what the working folder holds in the end


def play(command, session, creator=None):
    """Runs `command` with the session's arguments in a working folder of its own. ENVIRONMENT in it is the virtual
    environment there, made by the Python `creator` if the session wants one."""
    with tempfile.TemporaryDirectory(prefix="session-") as folder:
        _write(Path(folder), session.files)
        if session.packages:
            environment = Path(folder, _ENVIRONMENT)
            subprocess.run([creator, "-m", "venv", "--without-pip", environment], check=True)
            _write(next(environment.glob("lib/python*/site-packages")), session.packages)
            command = [part.replace("ENVIRONMENT", str(environment)) for part in command]
        arguments = [argument.replace("DIR", folder) for argument in session.arguments]
        # The prompt of Python 3.13 and later needs a terminal at every descriptor; this asks for the one it had before.
        environment = {**os.environ, "PYTHON_BASIC_REPL": "1", **session.environment}
        played = _play([*command, *arguments], session.lines, folder, environment)
        texts = [played.stdout.replace(folder, "DIR"), played.stderr.replace(folder, "DIR")]
        return Played(*texts, played.status, _files(Path(folder)))


def _write(folder, files):
    for name, text in files.items():
        path = Path(folder, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def _files(folder):
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc")
    paths = [path for path in paths if path.relative_to(folder).parts[0] != _ENVIRONMENT]
    return "".join(f"== {path.relative_to(folder)} ==\n{path.read_text(errors='replace')}\n" for path in paths)


def _play(command, lines, folder, environment):
    master, slave = os.openpty()
    try:
        mode = termios.tcgetattr(slave)
        mode[3] &= ~termios.ECHO
        termios.tcsetattr(slave, termios.TCSANOW, mode)
        typed = lines.encode().replace(b"^D\n", b"\x04") + ENDS
        process = subprocess.Popen(
            command, stdin=slave, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=folder, env=environment,
            start_new_session=True,
        )
        threading.Thread(target=_type, args=(master, typed), daemon=True).start()
        try:
            stdout, stderr = process.communicate(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            stdout, stderr = process.communicate()
            stderr += b"\n(did not come to an end)\n"
        return Played(stdout.decode(errors="replace"), stderr.decode(errors="replace"), process.returncode)
    finally:
        os.close(slave)
        os.close(master)


def _type(master, typed):
    try:
        while typed:
            typed = typed[os.write(master, typed[:512]):]
    except OSError:
        pass  # the program has ended before all was typed


_PROMPT_FILE = re.compile(r"(?:DIR/)?<(?:stdin|python-input)(?:-\d+)?>(?:-\d+)?")
_FRAME = re.compile(r'^(.*?)  File "<stdin>", line \d+, in ')
_PROMPTS = re.compile(r"^(?:>>> |\.\.\. )+")
_WARNING = re.compile(r"^<stdin>:\d+: \w*Warning: ")


_SYNTAX = re.compile(r'^(?:>>> |\.\.\. )*  File "<stdin>", line \d+$')
_PDB = re.compile(r"> <stdin>\(\d+\)")


def comparable(wanted, found):
    """Both texts without what may differ: see normalised(). Also, where Python shows no source for a SyntaxError at
    the prompt, which it cannot do for those found after parsing, Skillet's is left out."""
    wanted, found = normalised(wanted), normalised(found)
    quotes = [quoted for _, quoted in _syntax_errors(wanted.split("\n"))]
    lines = found.split("\n")
    for index, (place, quoted) in reversed(list(enumerate(_syntax_errors(lines)))):
        if index < len(quotes) and not quotes[index]:
            del lines[place + 1:place + 1 + quoted]
    return wanted, "\n".join(lines)


def _syntax_errors(lines):
    """(index of the line that names the place, number of lines quoted after it) of each SyntaxError at the prompt."""
    found = []
    for index, line in enumerate(lines):
        if _SYNTAX.match(line):
            quoted = 0
            while index + 1 + quoted < len(lines) and lines[index + 1 + quoted].startswith("    "):
                quoted += 1
            found.append((index, quoted))
    return found


def normalised(text):
    """Without addresses, and without how input typed at the prompt is named and quoted in tracebacks, warnings and by
    pdb. Python up to 3.12 cannot show these lines of source, Skillet always does."""
    text = re.sub(r"\b0x[0-9a-f]+", "0x...", text)
    text = _PROMPT_FILE.sub("<stdin>", text)
    kept = []
    indent = None  # of the source lines of the last line of the prompt
    for line in text.split("\n"):
        if indent is not None and line.startswith(indent):
            continue
        if line.startswith("-> ") and kept and _PDB.search(kept[-1]):
            continue
        bare = _PROMPTS.sub("", line)
        frame = _FRAME.match(bare)
        indent = frame[1] + "    " if frame else "  " if _WARNING.match(bare) else None
        kept.append(line)
    return "\n".join(kept)
