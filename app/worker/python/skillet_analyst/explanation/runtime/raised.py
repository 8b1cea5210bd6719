# SPDX-License-Identifier: GPL-3.0-or-later
"""Errors that a program raises itself, and those that hold several others."""

from .rules import count, here, rule, words

# Of these the class alone says more than that somebody raised it.
_SAYS_ENOUGH = frozenset("NotImplementedError SystemExit KeyboardInterrupt GeneratorExit StopIteration StopAsyncIteration AssertionError".split())


def _named(raised, most=70):
    """`KeyError: 'b'`"""
    message = raised.message.strip().partition("\n")[0].replace("`", "'")
    said = f"{raised.type}: {message}" if message else raised.type
    return f"`{said if len(said) <= most else said[: most - 1] + '…'}`"


@rule("group.members", "ExceptionGroup BaseExceptionGroup", r"(?P<said>.*) \((?P<number>\d+) sub-exceptions?\)$", "Several errors came together in one group")
def _group(failure, match):
    number = int(match["number"])
    inside = [each for each in failure.chain[1:] if each.member_of == 0 and not each.link]
    shown = ", ".join(_named(each) for each in inside[:4]) + (", …" if number > 4 else "")
    why = f"Inside {'is' if number == 1 else 'are'} {shown}." if shown else ""
    first = f", first at {_named(inside[0])}" if inside else ""
    return words(f"This group holds {count(number, 'error')}" + (" that happened together." if number > 1 else " from a task or call of several."),
                 why, [f"Look at each of them{first}: each has its own traceback." if number > 1 else f"Look at the error inside{first.replace(', first at', ':')}.",
                       f"To catch some of them: `except* {inside[0].type if inside else 'ValueError'}:`."], proven=True)


@rule("raised.by-program", "*", r"", "The program raised the error itself, with words of its own")
def _raised(failure, match):
    if not failure.says_it_itself or not failure.is_own or failure.frame.is_library or failure.type in _SAYS_ENOUGH:
        return None
    behind = next((each for each in failure.chain[1:] if each.member_of < 0 and each.link), None)
    led = {"cause": "It was raised because of {}.", "context": "It came up while {} was being handled."}
    why = [f"In line {failure.line} stands the `raise`; the lines above it decide that it is reached.", here(failure),
           led[behind.link].format(_named(behind)) if behind is not None and behind.link in led else ""]
    caller = next((each for each in reversed(failure.frames[:-1]) if not each.is_library), None)
    tries = []
    if behind is not None:
        tries.append(f"Look at the error behind it first: {_named(behind)}.")
    tries.append("Read its message word by word: it was written for this case." if failure.message.strip()
                 else f"Give it words that say what was wrong: `raise {failure.type}(\"…\")`.")
    if caller is not None and caller.text.strip() and "`" not in caller.text and len(caller.text.strip()) <= 80 and caller.line > 0:
        tries.append(f"Look at what was handed over in line {caller.line}: `{caller.text.strip()}`.")
    else:
        tries.append("Which value made the condition above the `raise` true? Print it there.")
    return words(f"The program raised this error itself: {_named(failure.raised, 160)}.", " ".join(part for part in why if part), tries, proven=True)
