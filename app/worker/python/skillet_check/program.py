# SPDX-License-Identifier: GPL-3.0-or-later
"""Has the learner's code run, and puts its end into words. It runs in a process of its own; see player."""

from .attempt import CheckFailed, LearnerStopped, current
from .words import show
from .world import OUTPUT_LIMIT, compile_file

_TOO_MUCH = "TooMuchOutput"


class ProgramRun:
    """One finished run of the learner's program."""

    def __init__(self, end, player):
        self.output = end["output"]  #: everything it printed, prompts of input() included
        self.errors = end["errors"]  #: what it wrote to sys.stderr
        self.exception = end["raised"]  #: what ended it, or None (see may_fail)
        self.commands = [list(words) for words in end["commands"]]  #: of other programs that it started, see commands
        self.seconds = end["seconds"]  #: that it took
        self.memory = end["memory"]  #: bytes that its objects held at most, see measure_memory
        self._player = player
        self._module = end["module"]

    @property
    def lines(self):
        """The output's lines without their line ends."""
        return self.output.splitlines()

    def value(self, name):
        """The value that `name` has at the end of the program."""
        found, value, _ = self._player.name(self._module, name)
        if not found:
            raise CheckFailed(f"When the program ends, it has no name {name}. Is it spelled exactly like that?")
        return value


def run_program(stdin="", *, file=None, arguments=(), change=None, may_fail=False, commands=None, measure_memory=False):
    """Runs the learner's program from a fresh start, as the Run button does.

    stdin: the lines that input() gets, each ended by a newline.
    change: {"price": 4.5} runs it as if the program's first `price = ...` had set 4.5.
    commands: {"git status": "clean\\n"} stands in for other programs: none is started, each is answered with this text
        (or with a tuple of status, output and errors), and they are listed in `.commands`.
    may_fail: True when the check itself looks at `.exception`; else an exception ends the check.
    """
    attempt = current()
    path = attempt.path(file)
    attempt.call = _call_text(path.name if file else attempt.exercise.files[0], stdin, change)
    compile_file(path, change)  # what cannot be read or changed is told before anything runs
    player = attempt.player()
    answers = None if commands is None else [_answer(line, answer) for line, answer in commands.items()]
    end = player.program(path, stdin, [str(argument) for argument in arguments], change, answers, measure_memory)
    attempt.keep_output(end["output"])
    if is_too_much(end["raised"]):
        raise CheckFailed(
            f"The program printed more than {OUTPUT_LIMIT:,} characters and was stopped. Does a loop never end?",
            call=attempt.call,
        )
    if end["raised"] is not None and not may_fail:
        raise LearnerStopped(end["raised"], len(stdin.splitlines()))
    return ProgramRun(end, player)


def _answer(line, answer):
    """{"git status": "clean"} or {"git push": (1, "", "no network")}: status, output, errors."""
    status, output, errors = (0, answer, "") if isinstance(answer, str) else answer
    return [line, status, output, errors]


def is_too_much(exception):
    return type(exception).__name__ == _TOO_MUCH


def _call_text(name, stdin, change):
    text = f"run {name}"
    if change:
        text += " with " + ", ".join(f"{key} = {show(value)}" for key, value in change.items())
    if stdin:
        text += ", typing " + ", ".join(stdin.splitlines())
    return text


class LearnerFunction:
    """A function of the learner's; each call is noted for the messages, and what it prints is kept."""

    def __init__(self, name, module, attempt):
        self._name = name
        self._module = module
        self._attempt = attempt
        self.printed = ""  #: what the last call printed
        self.seconds = 0.0  #: that the last call took

    def __call__(self, *arguments, **keywords):
        return self.call(arguments, keywords)

    def call(self, arguments, keywords, *, seconds=None, with_memory=False):
        """As calling it; it may take so many seconds. Afterwards `memory` is told too when wanted."""
        attempt = self._attempt
        player = attempt.player()
        parts = [show(value, 120) for value in arguments]
        parts += [f"{key}={show(value, 120)}" for key, value in keywords.items()]
        attempt.call = f"{self._name}({', '.join(parts)})"
        try:
            return player.call_name(
                self._module, self._name, arguments, keywords, seconds=seconds, with_memory=with_memory
            )
        except BaseException as exception:
            if is_too_much(exception):
                raise CheckFailed(
                    f"{attempt.call} printed more than {OUTPUT_LIMIT:,} characters and was stopped.", call=attempt.call
                ) from None
            raise
        finally:
            self.printed, self.seconds, self.memory = player.output, player.seconds, player.memory
            attempt.keep_output(self.printed)


def load_function(name, *, file=None):
    """The learner's function `name`, ready to be called. The program runs once, as an import would run it."""
    attempt = current()
    path = attempt.path(file)
    attempt.call = f"import {path.stem}"
    player = attempt.player()
    end = player.module(path)
    if is_too_much(end["raised"]):
        raise CheckFailed(f"The program printed more than {OUTPUT_LIMIT:,} characters and was stopped.")
    if end["raised"] is not None:
        raise LearnerStopped(end["raised"], 0)
    found, _, kind = player.name(end["module"], name)
    if not found:
        raise CheckFailed(f"There is no function {name} in {path.name} yet. It begins with def {name}(")
    if not player.is_function(end["module"], name):
        raise CheckFailed(f"{name} is a {kind} here, not a function. A function begins with def {name}(")
    return LearnerFunction(name, end["module"], attempt)


def write_file(name, content, *, encoding="utf-8"):
    """Puts a file beside the learner's program, in place of one of data/ or of an earlier run's: text, bytes, or None
    for no file."""
    path = current().scratch() / name
    if content is None:
        path.unlink(missing_ok=True)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))


def read_file(name, *, encoding="utf-8"):
    """The text of a file that the learner's code wrote."""
    path = current().scratch() / name
    try:
        return path.read_text(encoding=encoding)
    except FileNotFoundError:
        raise CheckFailed(f"The program wrote no file with the name {name}.") from None
    except (OSError, UnicodeError) as error:
        raise CheckFailed(f"The file {name} that the program wrote cannot be read: {error}") from None
