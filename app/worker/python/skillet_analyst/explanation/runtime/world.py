# SPDX-License-Identifier: GPL-3.0-or-later
"""Modules, files, text encodings, other programs, and what goes wrong while a program runs on."""

import ast
import os
import re

from . import near
from .rules import here, rule, simple, words

_PACKAGES = {"PIL": "pillow", "cv2": "opencv-python", "sklearn": "scikit-learn", "yaml": "PyYAML", "bs4": "beautifulsoup4",
             "dotenv": "python-dotenv", "dateutil": "python-dateutil", "serial": "pyserial", "docx": "python-docx"}
_OLD = {"urllib2": "urllib.request", "Tkinter": "tkinter", "ConfigParser": "configparser", "Queue": "queue",
        "cPickle": "pickle", "StringIO": "io", "imp": "importlib", "distutils": "setuptools"}
_KNOWN = ("numpy pandas requests matplotlib pytest flask django fastapi scipy seaborn sqlalchemy pydantic rich "
          "httpx uvicorn torch tensorflow").split()


@rule("import.python-2", "ModuleNotFoundError ImportError", r"No module named '?(?P<name>[\w.]+)'?(?P<rest>.*)",
      "A module that newer Pythons no longer have",
      also={"import.hidden-package": "A file of the program hides a package", "import.misspelt": "A module's name is misspelt",
            "import.not-installed": "A package is not installed"})
def _no_module(failure, match):
    name = match["name"]
    top = name.partition(".")[0]
    if "is not a package" in match["rest"]:
        return words(f"`{name.rpartition('.')[0]}` is a single file, not a package with modules inside.",
                     f"Perhaps a file `{top}.py` of your own hides the package.",
                     [f"Look for `{top}.py` beside your program, and give it another name."], certain=False,
                     cause="import.hidden-package")
    if top in _OLD:
        return words(f"This Python has no `{top}` any more: use `{_OLD[top]}`.", "The code was written for an older one.",
                     [f"Write `import {_OLD[top]}`, and see its documentation: names inside may differ."])
    alike = near.closest(top, [*near.library_modules(), *_KNOWN, *_files(failure)], 1)
    if top not in _PACKAGES and top not in _KNOWN and alike and not alike[0].startswith("_"):
        return words(f"There is no module `{name}`. Perhaps `{alike[0]}` is meant?", "The spelling may be off.",
                     [f"Write `import {alike[0]}`.", f"Is `{top}` a package? Then install it: `python3 -m pip install {top}`."],
                     certain=False, cause="import.misspelt")
    package = _PACKAGES.get(top, top)
    return words(f"Python finds no module `{name}`.",
                 "Neither a file beside the program nor an installed package of the Python that ran it has this name.",
                 [f"A package is installed into the same Python: `python3 -m pip install {package}`.",
                  f"A file of your own must be `{top}.py` in the program's folder."], cause="import.not-installed")


def _folder(failure):
    if failure.folder:
        return failure.folder
    file = failure.frame.file if failure.frame else ""
    return os.path.dirname(file) if os.path.isabs(file) else None


def _names_in(folder):
    """The names in a folder, at most 2,000; none when it can't be read."""
    found = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                found.append(entry.name)
                if len(found) >= 2000:
                    break
    except (OSError, ValueError):
        return []
    return found


def _files(failure):
    folder = _folder(failure)
    return [name[:-3] for name in _names_in(folder) if name.endswith(".py")] if folder else []


@rule("import.circular", "ImportError", r"cannot import name '(?P<name>\w+)' from (?P<partly>partially initialized module )?'(?P<module>[\w.]+)'",
      "Two files import each other", also={"import.shadowed": "A file of the program stands in the way of a library module",
                                           "import.name-misspelt": "A name to import is misspelt",
                                           "import.name-missing": "A module does not have the name to import"})
def _cannot_import(failure, match):
    name, module = match["name"], match["module"]
    own = f"{module}.py"
    hidden = any(not frame.is_library and os.path.basename(frame.file) == own for frame in failure.frames)
    place = re.search(r"\(([^()]*[/\\])" + re.escape(own) + r"\)", failure.message)
    if module in near.library_modules() and (hidden or "consider renaming" in failure.message or (
            place and failure.frame and os.path.dirname(failure.frame.file) + os.sep == place[1])):
        return words(f"Your file `{own}` hides the library's module `{module}`.",
                     f"`{name}` is looked for in your own file, which is found first.",
                     [f"Give your file another name, such as `my_{own}`."], cause="import.shadowed")
    if match["partly"]:
        return words(f"`{module}` is still being loaded, and has no `{name}` yet: two files import each other.",
                     "Each of the two waits for the other to be ready.",
                     ["Move what both need into a third file, and import that in both.",
                      f"Or import later: put the import into the function that uses `{name}`."])
    alike = [near.told(failure.message)] if near.told(failure.message) else near.closest(name, near.module_names(module))
    if alike:
        return words(f"`{module}` has no `{name}`. Perhaps `{alike[0]}` is meant?", "The spelling may be off.",
                     [f"Write `from {module} import {alike[0]}`.", f"See all it has: `import {module}` and `dir({module})`."],
                     certain=False, cause="import.name-misspelt")
    return words(f"The module `{module}` has no `{name}`.", "The module itself was found.",
                 [f"See what it has: `import {module}` and `dir({module})`.", "Another version of it may have the name."],
                 cause="import.name-missing")


simple("import.relative", "ImportError", r"attempted relative import", "A relative import in a program that is no package",
       "An import with a leading dot works only inside a package.", "{here} Perhaps this file was started as a program by itself, or it has more dots than there are folders.",
       "Write the import without the dot.", "Or start it as part of its package: `python3 -m package.module`.", certain=False)


@rule("file.near-name", "FileNotFoundError", r"\[Errno 2\] [^:]*: (?P<path>'[^'`]*')", "A file's name is misspelt",
      also={"file.no-folder": "The folder of the file does not exist", "file.missing": "A file is not there",
            "file.no-command": "A program to start was not found"})
def _no_file(failure, match):
    path = match["path"][1:-1]
    if failure.frames and os.path.basename(failure.frames[-1].file) == "subprocess.py":
        return words(f"There is no program `{path}` to start.", "It is not in any folder that the system looks in.",
                     ["Is it installed? Ask at the terminal: `which " + path.partition(" ")[0] + "`.",
                      "Give program and arguments as a list: `[\"ls\", \"-l\"]`."], cause="file.no-command")
    base = failure.folder if failure.folder else None
    full = path if os.path.isabs(path) else os.path.join(base, path) if base else None
    folder = os.path.dirname(full) if full else None
    if folder and os.path.isdir(folder):
        alike = near.closest(os.path.basename(path), _names_in(folder), 2)
        if alike:
            return words(f"There is no `{path}`. Perhaps `{alike[0]}` is meant?",
                         "A file of that name lies in the same folder; the spelling may be off.",
                         [f"Compare `{os.path.basename(path)}` with `{alike[0]}`: capitals and endings count."],
                         certain=False)
    elif folder and base and os.path.isdir(base):
        return words(f"The folder of `{path}` is not there.", f"`{os.path.dirname(path)}` does not exist.",
                     ["Make it first: `os.makedirs(folder, exist_ok=True)`.", "Compare the path with the folders you have."],
                     cause="file.no-folder")
    return words(f"There is no file or folder `{path}`.",
                 "" if os.path.isabs(path) else "A name without a folder is looked up in the working folder.",
                 ["See where the program looks: `print(os.getcwd())` and `print(os.listdir())`.",
                  "Does the name have an ending, such as `.txt`?"], cause="file.missing")


simple("file.not-allowed", "PermissionError", r"\[Errno (?:13|1)\][^:]*(?:: (?P<path>'[^'`]*'))?", "The system does not allow it",
       "The system does not allow this: {path}.".replace(": {path}", " {path}"), "{here}", "Use a file in a folder of your own.", "See who owns it: `ls -l`.")
simple("window.no-display", "TclError", r"no display name|couldn't connect to display", "A window where there is no display",
       "There is no display on which Python could open a window.",
       "A window needs the desktop that it is to stand on. In a container, or over `ssh`, there is none.",
       "Start Skillet on the desktop itself, or use `ssh -X`.", "To save a figure without a window: `plt.savefig('figure.png')`.")
simple("file.is-folder", "IsADirectoryError", r"\[Errno 21\][^:]*(?:: (?P<path>'[^'`]*'))?", "A folder was opened like a file",
       "{path} is a folder, not a file.", "{here}", "Add the file's name to the path.", "To see what is in it: `os.listdir(path)`.")
simple("file.not-a-folder", "NotADirectoryError", r"\[Errno 20\][^:]*(?:: (?P<path>'[^'`]*'))?", "A file was used like a folder",
       "A part of {path} is a file and no folder.", "{here}", "Check the path piece by piece.")
simple("file.exists", "FileExistsError", r"\[Errno 17\][^:]*(?:: (?P<path>'[^'`]*'))?", "It is there already",
       "{path} is there already.", "{here}", "For a folder: `os.makedirs(path, exist_ok=True)`.", "For a file: another name, or mode `\"w\"` to write it anew.")
simple("network.refused", "ConnectionRefusedError", r"\[(?:Errno|WinError) \d+\]", "Nothing listens at that address", "Nothing listens at that address and port.",
       "{here}", "Start the server first.", "Compare address and port on both sides.")
simple("network.no-such-host", "gaierror socket.gaierror", r"\[Errno -?\d+\]", "A computer's name is not known", "The name of that computer is not known, or it can't be looked up now.",
       "{here} The name may be misspelt, or there may be no network.", "Check the spelling; a host's name has no `http://` in front.", "Is there a network?", certain=False)
simple("network.timeout", "TimeoutError socket.timeout", r"(?:timed out|\[Errno 110\])", "No answer in time", "There was no answer in the time allowed.",
       "{here}", "Allow more time.", "Is the other side running, and reachable?")


@rule("encoding.not-utf-8", "UnicodeDecodeError", r"'(?P<codec>[\w-]+)' codec can't decode bytes? (?P<byte>\S+) in position (?P<at>[\d-]+)",
      "A file in another encoding than the one it is read with")
def _decode(failure, match):
    codec, byte = match["codec"], match["byte"]
    tries = ['Older Windows files often need `open(name, encoding="cp1252")`.', "Pictures and the like are no text: open them with `\"rb\"`."]
    if byte in ("0xff", "0xfe") and match["at"].startswith("0"):
        tries.insert(0, 'These bytes often begin a UTF-16 file: `open(name, encoding="utf-16")`.')
    elif codec == "ascii":
        tries.insert(0, 'Say the encoding: `open(name, encoding="utf-8")`.')
    return words(f"The byte `{byte}` at position {match['at']} is no text in `{codec}`.", "The file was written with another encoding, or is no text.", tries)


simple("encoding.surrogate", "UnicodeEncodeError", r"'(?P<codec>[\w-]+)' codec can't encode characters? .*surrogates not allowed", "Half a character in a text",
       "The text has half of a character, which no encoding can write.", "{here} Such halves come from names or texts that were read with a wrong encoding.",
       "Find where the text was read, and say the right encoding there.", "To show it all the same: `print(ascii(text))`.")
simple("encoding.cannot-write", "UnicodeEncodeError", r"'(?P<codec>[\w-]+)' codec can't encode characters? (?P<what>'[^'`]*')?", "A character that the encoding does not have",
       "The encoding `{codec}` has no bytes for a character of this text: {what}.", "{here}", "Write with `encoding=\"utf-8\"`.")


@rule("recursion.no-end", "RecursionError", r"maximum recursion depth exceeded|Stack overflow", "A function calls itself without end",
      also={"recursion.too-deep": "A function calls itself too often for this input", "recursion.property": "A property or `__getattr__` asks for itself"})
def _recursion(failure, match):
    frame = next((each for each in failure.frames if each.repeated and not each.is_library), failure.frame)
    name = frame.function.rpartition(".")[2] if frame else ""
    function = failure.definition(name, ast.FunctionDef)
    if function is None:
        return None
    decorated = any(getattr(each, "id", getattr(each, "attr", "")) in ("property", "setter") for each in function.decorator_list)
    if decorated or name in ("__getattr__", "__getattribute__", "__setattr__"):
        return words(f"`{name}` asks for itself without end.", "Inside it, the same attribute is used again through `self`.",
                     [f"Keep the value under another name: `self._{name.strip('_')}`."], cause="recursion.property")
    branches = [node for node in ast.walk(function) if isinstance(node, (ast.If, ast.IfExp, ast.Match, ast.While, ast.For, ast.BoolOp))]
    if not branches:
        return words(f"`{name}` calls itself every time, so it never ends.", "It has no case in which it returns without calling itself.",
                     [f"Begin `{name}` with the simplest case: `if …: return …`."])
    return words(f"`{name}` called itself too often.", "Perhaps the case that ends it is never reached, or the data is very deep.",
                 ["Print the argument at each call: does it come nearer to the end?", "Is the ending condition right for 0, negative or empty input?",
                  "For long data use a loop."], cause="recursion.too-deep", certain=False)


simple("loop.changed-while-looping", "RuntimeError", r"(?:dictionary|Set|OrderedDict|deque|dictionary keys) (?:changed|mutated)(?: size)? during iteration", "A dict or set was changed inside a loop over it",
       "A dict or set was changed while a loop went over it.", "{here}", "Loop over a copy: `for key in list(d):`.", "Or make a new one by a comprehension.")
simple("iteration.stop-in-generator", "RuntimeError", r"(?:async )?generator raised StopIteration", "`next()` ran out inside a generator", "`next()` found nothing more, inside a generator.",
       "", "Give a default: `next(it, None)`.", "To end a generator write `return`.")
simple("iteration.nothing-left", "StopIteration", r"$", "`next()` found nothing more", "`next()` found nothing more.", "{here} An iterator can be gone through once only.",
       "Use a `for` loop.", "Or give a default: `next(it, None)`.", when=lambda failure, match: "next(" in failure.line_text)
simple("async.running-loop", "RuntimeError", r"asyncio\.run\(\) cannot be called from a running event loop|This event loop is already running", "`asyncio.run()` inside asynchronous code", "An event loop is running already.",
       "", "Inside `async def` write `await …` instead of `asyncio.run(…)`.")
simple("async.no-loop", "RuntimeError", r"no running event loop", "Asynchronous work was started outside `async` code", "There is no event loop to run this in.",
       "", "Put it into `async def main():` and start that by `asyncio.run(main())`.")
simple("thread.started-twice", "RuntimeError", r"threads can only be started once", "A thread was started twice", "A thread can be started only once.", "{here}", "Make a new `Thread` for each start.")
simple("input.ended", "EOFError", r"EOF when reading a line", "`input()` found no more input", "`input()` wanted a line, and the input has ended.", "{here}", "Is `input()` called more often than there are lines?", "Catch it: `except EOFError:`.")
simple("memory.too-much", "MemoryError", r"$|(?i:unable to allocate|out of memory|cannot allocate)", "More memory than there is", "The program asked for more memory than it may have.", "{here}", "Work on one part at a time, with a generator.", "Look for a list that grows without end.")


@rule("assertion.compared", "AssertionError", r"", "An `assert` compared two values that differ", also={"assertion.false": "An `assert` was not true"})
def _assert(failure, match):
    statement = failure.statement
    if not isinstance(statement, ast.Assert):
        return None
    test, facts = statement.test, here(failure)
    text = failure.text(test)
    if "`" in text or len(text) > 150:
        return None
    if isinstance(test, ast.Compare) and len(test.ops) == 1:
        tries = [f"Print both sides: `print({failure.text(test.left)}, {failure.text(test.comparators[0])})`."]
        if any(value.type == "float" for value in failure.values.values()):
            tries.append("Decimal numbers are rarely equal to the last digit: `math.isclose(a, b)`.")
        return words(f"`{text}` is not true.", facts, tries)
    return words(f"`{text}` is not true.", facts, ["Print its parts just before the `assert`."], cause="assertion.false")


simple("process.failed", "CalledProcessError subprocess.CalledProcessError", r"Command (?P<what>.*?) returned non-zero exit status (?P<status>\d+)", "A started program ended with an error", "The program that was started ended with status {status}, which means failure.",
       "{here}", "See what it wrote: `capture_output=True, text=True`, then `error.stderr`.", "Run the same command at the terminal.")
simple("process.killed", "CalledProcessError subprocess.CalledProcessError", r"Command .* died with <Signals\.(?P<signal>\w+): \d+>", "A started program was ended from outside", "The program that was started was ended by the signal {signal}.",
       "{here} `SIGKILL` and `SIGTERM` come from outside, `SIGSEGV` from a crash in C code.", "Run the same command at the terminal.", "Was there enough memory? The system ends the largest program with `SIGKILL`.")
simple("process.too-slow", "TimeoutExpired subprocess.TimeoutExpired", r".*timed out after (?P<time>[\d.]+) seconds", "A started program did not end in time", "The program that was started did not end within {time} seconds.", "{here}", "Does it wait for input? Give it `input=\"\"`.", "Allow a longer `timeout`.")
simple("sql.no-table", "OperationalError sqlite3.OperationalError", r"no such (?P<what>table|column): (?P<name>[\w.]+)", "A table or column that the database does not have", "The database has no {what} `{name}`.", "{here}", "Is it the right file? SQLite makes a new, empty one when the name is wrong.", "A text in SQL stands in single quotes, or better: `?` and a parameter.")
simple("sql.syntax", "OperationalError sqlite3.OperationalError", r"near \"(?P<near>[^\"`]*)\": syntax error", "SQL that is not well formed", "SQL can't be read near `{near}`.", "{here}", "Print the SQL text before it runs.", "Commas and brackets in order? Words such as `order` or `group` need quotes as names.")
simple("sql.bindings", "ProgrammingError sqlite3.ProgrammingError", r"Incorrect number of bindings supplied.*uses (?P<want>\d+), and there (?:are|is) (?P<got>\d+)", "Another number of `?` than of values", "The SQL has {want} places for values, and {got} were given.", "{here}", "One value still needs a tuple: `(name,)` with a comma.", "A bare text counts as many single letters.")
simple("sql.constraint", "IntegrityError sqlite3.IntegrityError", r"(?P<kind>UNIQUE|NOT NULL|FOREIGN KEY|CHECK) constraint failed(?:: (?P<where>[\w., ]+))?", "A row breaks a rule of its table", "The row breaks a {kind} rule of its table.", "{here}", "Look for a row with the same key, or an empty value.", "`INSERT OR IGNORE` passes over rows that are there already.")
simple("decimal.bad-text", "InvalidOperation decimal.InvalidOperation", r"\[<class 'decimal\.ConversionSyntax'>\]", "A text that is no `Decimal`", "`Decimal()` can't read this text as a number.", "{here}", "A decimal point, no comma and no unit: `Decimal(\"3.50\")`.")
simple("pattern.bad", "error re.error PatternError re.PatternError", r"(?P<what>[^`]*) at position (?P<at>\d+)", "A regular expression that is not well formed", "The pattern can't be read at position {at}: {what}.", "{here}", "Write patterns as `r\"…\"`.", "To look for a sign itself, put `\\` before it, or use `re.escape(text)`.")
simple("statistics.no-data", "StatisticsError statistics.StatisticsError", r".*requires at least", "Statistics of too few values", "There are too few values for this.", "{here}", "Ask first how many there are: `if len(data) > 1:`.")
simple("csv.bad-row", "Error csv.Error _csv.Error", r"(?P<what>iterator should return strings[^`]*|line contains NUL[^`]*|new-line character seen[^`]*)", "A CSV file that can't be read", "The CSV reader says: {what}.", "{here}", "Open the file as text with `newline=\"\"`, not with `\"rb\"`.", when=lambda failure, match: "csv" in failure.full_type)
