# SPDX-License-Identifier: GPL-3.0-or-later
"""What is always true of a class of errors, for when nothing more specific is known."""

from .model import Explanation
from .runtime.rules import here

# class: (what it means, what to try)
TEXTS = {
    "BaseException": ("This is the root of all exceptions; programs hardly ever raise it themselves.",
                      "Find the `raise` in the last frame: the text beside it says what was wrong."),
    "Exception": ("The code raised this itself, with a text of its own.",
                  "Find the `raise` in the last frame and the `if` around it: it names what was not as expected."),
    "ArithmeticError": ("A calculation has no result that a number could hold.",
                        "Print the numbers that go into the calculation."),
    "AssertionError": ("An `assert` found its condition false.",
                       "Print both sides of the condition just before the `assert`."),
    "AttributeError": ("The object has no attribute or method of that name.",
                       "Ask the object: `type(x)` says what it is, `dir(x)` what it has."),
    "BaseExceptionGroup": ("Several exceptions happened together; one, such as `KeyboardInterrupt`, ends programs.",
                           "Look at each of the exceptions inside; each has its own traceback."),
    "BlockingIOError": ("An operation would have had to wait, and waiting was switched off.",
                        "Try the operation again later, or let it wait."),
    "BrokenPipeError": ("The program at the other end of the pipe or connection has stopped reading.",
                        "Find out why the other program ended first."),
    "BufferError": ("Memory that is still in use by another object can't be changed now.",
                    "Let go of views such as `memoryview` first."),
    "BytesWarning": ("Bytes and text were mixed in a way that is probably a mistake.",
                     "Turn bytes into text with `.decode()`, text into bytes with `.encode()`."),
    "ChildProcessError": ("A child process that was waited for is not there.",
                          "See whether it was waited for twice."),
    "ConnectionAbortedError": ("The connection was ended by this side's system.",
                               "Try again; when it repeats, look at the network."),
    "ConnectionError": ("A network connection failed.", "Check the address, the port and that the other program runs."),
    "ConnectionRefusedError": ("Nothing listens at that address and port.",
                               "Start the server first, and compare the port numbers."),
    "ConnectionResetError": ("The other side ended the connection suddenly.",
                             "Look at the log of the other program: it may have failed."),
    "DeprecationWarning": ("This still works, but will go away in a later Python or library.",
                           "The warning's text often names what to use instead."),
    "EOFError": ("The input ended while the program wanted more.",
                 "See whether `input()` or the file is read more often than there is something to read."),
    "EncodingWarning": ("A file was opened without saying its encoding.", 'Say it: `open(name, encoding="utf-8")`.'),
    "EnvironmentError": ("The operating system could not do what was asked.", "Read the last words: they are its reason."),
    "ExceptionGroup": ("Several exceptions happened together, and this one holds them.",
                       "Look at each of the exceptions inside; each has its own traceback. `except*` catches some of them."),
    "FileExistsError": ("A file or folder of that name is there already.",
                        "Choose another name, or open the file with another mode."),
    "FileNotFoundError": ("There is no file or folder at that path.",
                          "Print `os.getcwd()`: names without a folder are looked up there."),
    "FloatingPointError": ("A calculation with decimal numbers failed.", "Print the numbers that go into it."),
    "FutureWarning": ("This will mean something else in a later version.",
                      "The warning's text often names how to keep today's meaning."),
    "GeneratorExit": ("A generator was closed while it was still at work.",
                      "Normal at the end of a loop; don't catch it inside the generator."),
    "IOError": ("The operating system could not do what was asked.", "Read the last words: they are its reason."),
    "ImportError": ("Python found the module, but not the name in it, or could not load it.",
                    "Look at the spelling of the name, and whether another file has the module's name."),
    "ImportWarning": ("Something about an import is probably a mistake.", "Look at the module that the warning names."),
    "IndentationError": ("The spaces at the start of a line do not fit the lines around it.",
                         "Indent each block by four spaces, and the lines of one block alike."),
    "IndexError": ("There is no item at that position.", "Print `len(x)`: positions go from 0 to `len(x) - 1`."),
    "InterruptedError": ("A signal interrupted an operation of the system.", "Do the operation again."),
    "IsADirectoryError": ("A file was wanted, but the path leads to a folder.", "Add the file's name to the path."),
    "KeyError": ("There is no such key.", "Look at the keys that are there: `print(list(d))`."),
    "KeyboardInterrupt": ("The program was stopped with Ctrl+C or the Stop button.",
                          "The last frame shows where it was at that moment; nothing has to be wrong."),
    "LookupError": ("A key or position was not found.", "Print what it was looked up in."),
    "MemoryError": ("The program asked for more memory than it may have.",
                    "Work on a part at a time, and look for a list that grows without end."),
    "ModuleNotFoundError": ("Python finds no module of that name.",
                            "Check the spelling, and whether the package is installed: `pip list`."),
    "NameError": ("A name was used that has no value.", "Check its spelling, and that a line above gives it a value."),
    "NotADirectoryError": ("A part of the path is a file, where a folder was wanted.", "Check the path piece by piece."),
    "NotImplementedError": ("This method is only a placeholder so far.",
                            "Write it, or call the method of a class that has it."),
    "OSError": ("The operating system could not do what was asked.", "Read the last words: they are its reason."),
    "OverflowError": ("The result is too large for that kind of number.", "Print the numbers that go into it."),
    "PendingDeprecationWarning": ("This will be marked as outdated in a later version.",
                                  "Look up what the documentation recommends now."),
    "PermissionError": ("The operating system does not allow this.",
                        "Choose a file or folder of your own, or ask who owns this one."),
    "ProcessLookupError": ("There is no process of that number (any more).", "It may have ended by itself already."),
    "PythonFinalizationError": ("Python is shutting down, and this can't be started any more.",
                                "Wait for threads and processes before the program ends."),
    "RecursionError": ("Functions called each other too deep.",
                       "Look for the case in which the function should return without calling itself."),
    "ReferenceError": ("The object behind a weak reference is gone.", "Keep the object in a variable while it is used."),
    "ResourceWarning": ("A file or connection was left open.", "Open it by `with …:`; it is closed at the end then."),
    "RuntimeError": ("Something went wrong that fits no other class; the message says what.",
                     "Read the message word by word, then the line it came from."),
    "RuntimeWarning": ("Something doubtful happened while the program ran.", "Look at the values in the line named."),
    "StopAsyncIteration": ("An asynchronous iterator has no more items.", "Use `async for`, which ends by itself."),
    "StopIteration": ("`next()` was asked for an item, and there is none left.",
                      "Use a `for` loop, or give a default: `next(it, None)`."),
    "SyntaxError": ("Python can't read this text as a program.",
                    "Look at the marked place and the end of the line before it."),
    "SyntaxWarning": ("This can be read as a program, but is probably a mistake.",
                      "Look at the marked line: the warning says what is unusual in it."),
    "SystemError": ("Something inside Python or a library written in C went wrong.",
                    "Make the program smaller until it no longer happens; it is probably not a mistake of yours."),
    "SystemExit": ("The program ended itself, by `sys.exit()` or `exit()`.",
                   "Status 0 means that all is well; look for the call that gave another one."),
    "TabError": ("Tabs and spaces are mixed at the start of lines.", "Let the editor turn all tabs into four spaces."),
    "TimeoutError": ("Something took longer than it was allowed to.", "Allow more time, or find out what it waits for."),
    "TypeError": ("An operation or function got a value of a type that it can't use.",
                  "Print `type(x)` of each value in the line."),
    "UnboundLocalError": ("A local name was used before it had a value.", "Give it a value at the top of the function."),
    "UnicodeDecodeError": ("These bytes are no text in the encoding that was used.",
                           "Find out the file's encoding and say it: `open(name, encoding=…)`."),
    "UnicodeEncodeError": ("The text has a character that the encoding can't write.", 'Write with `encoding="utf-8"`.'),
    "UnicodeError": ("Text and bytes could not be turned into each other.", "Check which encoding is used at both ends."),
    "UnicodeTranslateError": ("A character could not be replaced by another.", "Look at the character that is named."),
    "UnicodeWarning": ("Something about text and encodings is probably a mistake.", "Look at the line that is named."),
    "UserWarning": ("The code itself warns of something; its text says what.",
                    "Read the text; the program goes on all the same."),
    "ValueError": ("The type is right, but the value is not one that works here.", "Print the value: `print(repr(x))`."),
    "Warning": ("A warning: the program goes on, but something is worth a look.", "Read the text and the line it names."),
    "WindowsError": ("The operating system could not do what was asked.", "Read the last words: they are its reason."),
    "ZeroDivisionError": ("Something was divided by zero, and that has no result.",
                          "Print the divisor, and decide what should happen when it is 0."),
    "_IncompleteInputError": ("The text ends in the middle of a statement.",
                              "Close the brackets and quotes, and give each block its lines."),
    # Of the standard library
    "JSONDecodeError": ("The text is not JSON.", "Print the text with `print(repr(text[:200]))` and look at its start."),
    "CalledProcessError": ("A program that was started ended with an error status.", "Look at what it wrote to `stderr`."),
    "TimeoutExpired": ("A program that was started did not end in time.", "Allow it more time, or see what it waits for."),
    "CancelledError": ("An asynchronous task was cancelled.", "Find out who called `.cancel()`, or which timeout ran out."),
}  # fmt: skip


def explanation(failure):
    known = TEXTS.get(failure.type)
    said = f"`{failure.type}`" + (f" with the message “{_shortened(failure.message)}”" if failure.message else "")
    where = f"`{failure.line_text}`" if failure.line_text and "`" not in failure.line_text else ""
    place = f" in line {failure.line}: {where}" if failure.line > 0 and where else ""
    why = " ".join(part for part in (here(failure), "Nothing more specific is known about this one; what follows is "
                                     "true of every such error." if known else "") if part)
    if known is None:
        title = f"{said} was raised{place}"
        return Explanation("", title if title.endswith("`") else title + ".",
                           f"{why} This class of errors belongs to the program or to a library it uses; its meaning is "
                           "in its message and in the code that raises it.".strip(),
                           ("Read the message word by word: it was written for this case.",
                            "Look at the last frame: there stands the `raise`, and above it the condition for it."))
    meaning, attempt = known
    tries = [attempt]
    if failure.values:
        names = [name for name, value in failure.values.items() if value.known and "`" not in name][:3]
        if names:
            tries.append(f"Look at the values just before it: `print({', '.join(names)})`.")
    if len(tries) == 1:
        tries.append("Make the program smaller until only the failing line and what it needs is left.")
    return Explanation("", f"{meaning} Python says: {said}.", why, tuple(tries))


def _shortened(message):
    line = message.strip().partition("\n")[0].replace("`", "'")
    return line if len(line) <= 160 else line[:159] + "…"
