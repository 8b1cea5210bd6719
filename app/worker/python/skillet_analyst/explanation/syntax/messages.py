# SPDX-License-Identifier: GPL-3.0-or-later
"""Causes that CPython's own words already tell apart. {0}, {1} stand for the groups of the pattern."""

import re

from .case import causes, rule

_TABLE = [
    # Statements in the wrong place
    (
        "return-outside",
        "`return` stands outside a function",
        r"'return' outside function",
        "This `return` is not inside a function.",
        (
            "`return` hands a value back to whoever called the function. Here there is no function around it; often the"
            " line is only indented too little."
        ),
        [
            "Indent the line so that it belongs to the `def` above it.",
            "To show a value at the top of a file, write `print(...)`.",
            "To end a program early, use `sys.exit()`.",
        ],
    ),
    (
        "yield-outside",
        "`yield` stands outside a function",
        r"'yield(?: from)?' outside function",
        "This `yield` is not inside a function.",
        "`yield` hands out values from a generator function, and there is no function around it.",
        ["Indent the line so that it belongs to the `def` above it.", "To show a value, write `print(...)`."],
    ),
    (
        "yield-in-comprehension",
        "`yield` stands inside a comprehension",
        r"'yield' inside (.+)",
        "`yield` may not stand inside a {0}.",
        "A {0} makes its values by itself; it cannot hand out others in between.",
        ["Write a plain `for` loop with `yield` in its body."],
    ),
    (
        "await-outside",
        "`await` stands outside an async function",
        r"'await' outside (?:async )?function",
        "This `await` is not inside an `async def` function.",
        "Only a function that begins with `async def` can wait for something with `await`.",
        [
            "Write `async def` instead of `def` for the function around this line.",
            "At the top of a program, put the code in `async def main():` and start it with `asyncio.run(main())`.",
        ],
    ),
    (
        "async-outside",
        "`async for` or `async with` stands outside an async function",
        r"'async (for|with)' outside async function",
        "This `async {0}` is not inside an `async def` function.",
        "Only a function that begins with `async def` can use `async {0}`.",
        [
            "Write `async def` instead of `def` for the function around this line.",
            "If nothing asynchronous is meant, write `{0}` alone.",
        ],
    ),
    (
        "async-comprehension-outside",
        "An async comprehension stands outside an async function",
        r"asynchronous comprehension outside",
        "This asynchronous comprehension is not inside an `async def` function.",
        "`async for` in a comprehension needs an `async def` around it.",
        [
            "Write `async def` for the function around this line.",
            "If nothing asynchronous is meant, leave `async` out.",
        ],
    ),
    (
        "break-outside",
        "`break` stands outside a loop",
        r"'break' outside loop",
        "This `break` is not inside a loop.",
        "`break` leaves a `for` or `while` loop, and there is none around this line. An `if` alone is no loop.",
        ["Indent the line so that it belongs to the loop.", "To leave a function, write `return`."],
    ),
    (
        "continue-outside",
        "`continue` stands outside a loop",
        r"'continue' not properly in loop",
        "This `continue` is not inside a loop.",
        "`continue` goes on with the next round of a `for` or `while` loop, and there is none around this line.",
        ["Indent the line so that it belongs to the loop.", "If nothing is to be done here, write `pass`."],
    ),
    (
        "leave-except-star",
        "`break`, `continue` or `return` leaves an except* block",
        r"'break', 'continue' and 'return' cannot appear in an except\* block",
        "`break`, `continue` and `return` may not stand in an `except*` block.",
        "Several `except*` blocks may run for one group, so none of them may jump away.",
        ["Remember the result in a variable, and act on it after the `try` statement."],
    ),
    (
        "return-value-in-async-generator",
        "An async generator returns a value",
        r"'return' with value in async generator",
        "An `async def` function with `yield` cannot `return` a value.",
        "It hands its values out with `yield`; there is nobody to take a returned one.",
        ["Write `yield` for the last value too, then `return` alone."],
    ),
    (
        "yield-from-in-async",
        "`yield from` stands in an async function",
        r"'yield from' inside async function",
        "`yield from` may not stand in an `async def` function.",
        "An asynchronous generator hands out its values one by one.",
        ["Write `async for value in source:` with `yield value` in its body."],
    ),
    (
        "import-star-inside",
        "`import *` stands inside a function or class",
        r"import \* only allowed at module level",
        "`from ... import *` may only stand at the top level of a file.",
        "Inside a function Python must know the names beforehand, and `*` does not tell them.",
        ["Name what you need: `from math import sqrt`.", "Or move the line to the top of the file."],
    ),
    (
        "future-not-first",
        "A `from __future__` import is not at the beginning",
        r"from __future__ imports must occur at the beginning",
        "`from __future__ import ...` must be the first statement of the file.",
        "It changes how the whole file is read, so nothing but comments and the docstring may come before it.",
        ["Move the line to the top of the file."],
    ),
    (
        "future-unknown",
        "There is no such future feature",
        r"future feature (\S+) is not defined",
        "There is no feature called `{0}` in `__future__`.",
        "`__future__` only has a fixed list of names, such as `annotations`.",
        ["Check the spelling of `{0}`.", "If a module of your own is meant, import it without `__future__`."],
    ),
    (
        "future-braces",
        "Python is not going to use braces for blocks",
        r"not a chance",
        "Python does not, and will not, use braces for blocks.",
        "This import is a little joke inside Python. Blocks are made with a colon and indentation.",
        ["Take the line out."],
    ),
    # Names
    (
        "global-after-use",
        "A name is used before its `global` line",
        r"name '(.+)' is (used|assigned to) (?:prior to|before) (global|nonlocal) declaration",
        "`{0}` is {1} before the line `{2} {0}`.",
        "`{2} {0}` says what `{0}` means in the whole function, so it must come before the first use.",
        ["Move `{2} {0}` to the first line of the function."],
    ),
    (
        "global-parameter",
        "A parameter is also declared global or nonlocal",
        r"name '(.+)' is parameter and (global|nonlocal)",
        "`{0}` is a parameter of this function, and `{1}` as well.",
        "A name in a function is either its own or one from outside, not both.",
        ["Give the parameter another name.", "Or take out the `{1} {0}` line."],
    ),
    (
        "nonlocal-and-global",
        "A name is both nonlocal and global",
        r"name '(.+)' is nonlocal and global",
        "`{0}` is declared both `nonlocal` and `global`.",
        (
            "`global` means the name of the file, `nonlocal` that of the function around this one. It can only be one"
            " of them."
        ),
        ["Keep the one that is meant."],
    ),
    (
        "nonlocal-at-top",
        "`nonlocal` stands at the top level",
        r"nonlocal declaration not allowed at module level",
        "`nonlocal` only has a meaning inside a function that is inside another function.",
        "At the top level of a file there is no function around.",
        ["Take the line out: names at the top level need no declaration."],
    ),
    (
        "nonlocal-missing",
        "No outer function has this name",
        r"no binding for nonlocal '(.+)' found",
        "No function around this one has a variable `{0}`.",
        "`nonlocal {0}` looks for `{0}` in the functions around this one, not at the top level of the file.",
        [
            "If `{0}` is a variable of the file, write `global {0}`.",
            "Or give `{0}` a first value in the outer function: `{0} = 0`.",
        ],
    ),
    (
        "global-annotated",
        "A global name has a type hint inside a function",
        r"annotated name '(.+)' can't be (global|nonlocal)",
        "`{0}` cannot have a type hint where it is declared `{1}`.",
        "The hint belongs where the variable is made.",
        ["Write the type hint where `{0}` gets its first value, and here `{0} = ...` alone."],
    ),
    (
        "duplicate-parameter",
        "Two parameters have the same name",
        r"duplicate (?:argument|parameter) '(.+)' in (?:function|class) definition",
        "Two parameters of this function are called `{0}`.",
        "Inside the function `{0}` could not mean both.",
        ["Give one of them another name."],
    ),
    (
        "debug-name",
        "`__debug__` cannot be changed",
        r"cannot (?:assign to|delete) __debug__",
        "`__debug__` cannot be changed by a program.",
        "Python sets it itself: it is `False` only when started with `-O`.",
        ["Use a name of your own, such as `debug`."],
    ),
    # Calls and parameters
    (
        "keyword-repeated",
        "The same keyword argument is given twice",
        r"keyword argument repeated(?:: (\w+))?",
        "The same keyword argument is given twice in one call.",
        "A call can give each name only one value.",
        ["Take one of the two out, or correct its name."],
    ),
    (
        "positional-after-unpacking",
        "A plain argument follows `**`",
        r"positional argument follows keyword argument unpacking",
        "A plain argument stands after `**...` in this call.",
        "First come the plain arguments, then those with a name, and `**` last.",
        ["Move the plain argument in front.", "Or give it its name: `name=value`."],
    ),
    (
        "positional-after-keyword",
        "A plain argument follows one with a name",
        r"positional argument follows keyword argument",
        "An argument without a name stands after one with a name.",
        "Once an argument has a name (`name=value`), Python can no longer tell by position what the next one is for.",
        [
            "Move the arguments without a name to the front.",
            "Or give each of the later ones its name too: `name=value`.",
        ],
    ),
    (
        "unpacking-after-keyword-unpacking",
        "`*` follows `**` in a call",
        r"iterable argument unpacking follows keyword argument unpacking",
        "`*...` stands after `**...` in this call.",
        "The arguments by position come first, those by name last.",
        ["Move the `*...` in front of the `**...`."],
    ),
    (
        "default-before-plain",
        "A parameter without default follows one with a default",
        (
            r"(?:non-default argument follows default argument|parameter without a default follows parameter with a"
            r" default|non-default parameter follows default)"
        ),
        "A parameter without a default value stands after one with a default value.",
        "Arguments are matched from left to right, so those that may be left out come last.",
        ["Move the parameters without a default to the front.", "Or give the later one a default too: `name=None`."],
    ),
    (
        "star-alone",
        "A lonely `*` without named parameters",
        r"named (?:arguments|parameters) must follow bare \*",
        "After a lonely `*` there must be at least one parameter.",
        "The `*` says: the following parameters must be given by name. Here nothing follows.",
        [
            "Name a parameter after it: `def f(a, *, b):`.",
            "Or take the `*` out, or write `*args` for any number of arguments.",
        ],
    ),
    (
        "star-twice",
        "`*` stands twice among the parameters",
        r"\* (?:argument|may appear only once)|bare \* has associated type comment",
        "`*` may stand only once among the parameters.",
        "It marks the place where the parameters by position end.",
        ["Keep one `*`."],
    ),
    (
        "slash-place",
        "`/` is in the wrong place among the parameters",
        r"^(?:at least one (?:argument|parameter) must precede /|/ must be ahead of \*|/ may appear only once)",
        "The `/` is in the wrong place among the parameters.",
        (
            "`/` ends the parameters that can only be given by position: it comes once, after at least one of them and"
            " before any `*`."
        ),
        ["Move it, as in `def f(a, /, b, *, c):`.", "Or take it out: most functions need none."],
    ),
    (
        "star-default",
        "`*args` or `**kwargs` has a default",
        r"var-(positional|keyword) (?:argument|parameter) cannot have default value",
        "`*args` and `**kwargs` cannot have a default value.",
        "When nothing is given they are empty by themselves.",
        ["Take the `= ...` out."],
    ),
    (
        "after-kwargs",
        "Something follows `**kwargs`",
        r"(?:arguments|parameters) cannot follow var-keyword (?:argument|parameter)",
        "Nothing may follow the `**` parameter.",
        "It takes all the remaining arguments, so it stands last.",
        ["Move it to the end of the parameters."],
    ),
    (
        "parameter-brackets",
        "Parameters are in brackets of their own",
        (
            r"(?:(?:Function|Lambda expression|Lambda) )?parameters cannot be parenthesized|(?:Function|Lambda"
            r" expression) parameters"
        ),
        "Parameters cannot stand in brackets of their own.",
        "Python 3 no longer takes a parameter apart by itself.",
        ["Take one pair of brackets away.", "To take a pair apart, do it inside: `a, b = pair`."],
    ),
    (
        "default-missing",
        "A default value is missing after `=`",
        r"expected default value expression",
        "After `=` a default value is missing.",
        "`name=` in a `def` line must be followed by the value to use when none is given.",
        ["Write the value: `name=0` or `name=None`.", "Or take the `=` out."],
    ),
    (
        "argument-missing",
        "A value is missing after `=` in a call",
        r"expected argument value expression",
        "After `=` a value is missing in this call.",
        "`name=` must be followed by the value that the argument is to have.",
        ["Write the value after the `=`.", "Or take `name=` out."],
    ),
    (
        "generator-not-alone",
        "A generator stands beside other arguments without brackets",
        r"Generator expression must be parenthesized",
        "A `... for ... in ...` beside other arguments needs its own brackets.",
        "Otherwise Python cannot tell where it ends and the next argument begins.",
        [
            "Put it in brackets: `sum((x * x for x in numbers), 10)`.",
            "Or make a list of it: `[x * x for x in numbers]`.",
        ],
    ),
    (
        "expression-for-keyword",
        "The name of an argument is an expression",
        r"expression cannot contain assignment, perhaps you meant \"==\"|keyword can't be an expression",
        "What stands before `=` in this call is not a plain name.",
        "In a call `name=value` gives an argument its value. To compare two values, use `==`.",
        [
            "To compare, write `==`.",
            "To give an argument by name, write its bare name, without quotes, dots or brackets.",
        ],
    ),
    # Assignments
    (
        "two-stars",
        "Two starred names on the left",
        r"(?:multiple|two) starred expressions in (?:assignment|.*assignment)",
        "Only one name on the left of `=` can have a star.",
        "The star takes all that is left over; with two Python could not tell how to share.",
        ["Take one of the stars away."],
    ),
    (
        "two-stars-pattern",
        "Two stars in a pattern",
        r"multiple starred (?:expressions|names) in sequence pattern",
        "Only one name in a pattern can have a star.",
        "The star takes all that is left over; with two Python could not tell how to share.",
        ["Take one of the stars away."],
    ),
    (
        "star-target-alone",
        "A starred name stands alone on the left",
        r"starred assignment target must be in a list or tuple",
        "A starred name cannot stand alone on the left of `=`.",
        "The star takes what is left over beside other names.",
        ["Write `first, *rest = values`.", "For a list of them all: `names = list(values)`."],
    ),
    (
        "star-here",
        "A star stands where nothing can be spread",
        r"can't use starred expression here",
        "A star cannot be used here.",
        "`*values` spreads values into a call, a list, a tuple or a set; here there is none of them around it.",
        ["Put it in one: `[*values]` or `print(*values)`.", "Or take the star away."],
    ),
    (
        "star-unpack-in-comprehension",
        "A star stands in a comprehension",
        r"iterable unpacking cannot be used in comprehension",
        "A comprehension cannot spread values with `*`.",
        "It makes one element per round.",
        ["Write two loops: `[x for row in rows for x in row]`."],
    ),
    (
        "dict-unpack-in-comprehension",
        "`**` stands in a comprehension",
        r"dict unpacking cannot be used in dict comprehension",
        "A comprehension cannot spread a dict with `**`.",
        "It makes one pair per round.",
        ["Write two loops: `{{k: v for d in dicts for k, v in d.items()}}`."],
    ),
    (
        "hint-on-several",
        "A type hint stands on several names",
        r"only single target \(not (tuple|list)\) can be annotated",
        "A type hint can only stand on a single name.",
        "Here several names stand before the colon.",
        ["Write one line for each: `a: int = 1`."],
    ),
    (
        "hint-target",
        "A type hint stands on something that is no name",
        r"illegal target for annotation",
        "What stands before the colon cannot have a type hint.",
        (
            "`name: type` describes a variable. Here something else stands there. If a dict was meant, its `{{` may be"
            " missing."
        ),
        ["Write a plain name before the colon.", "For a dict, write `{{key: value}}`."],
    ),
    (
        "unpacked-augmented",
        "`+=` and its like with several names",
        (
            r"'(tuple|list|list comprehension|generator expression|function call|.*)' is an illegal expression for"
            r" augmented assignment|^illegal expression for augmented assignment"
        ),
        "`+=` and its like change one variable; here stands something else.",
        (
            "Python would have to read the old value and store the new one, which needs a name, an element or an"
            " attribute."
        ),
        ["Change the values one by one: `a += 1`, then `b += 1`."],
    ),
    # Exceptions
    (
        "except-several",
        "Several exceptions without brackets",
        r"(?:multiple )?exception types must be parenthesized",
        "Several exceptions after `except` must stand in brackets.",
        "Without them Python 3 before 3.14 does not know whether the second is another class or a name for the first.",
        ["Write `except (ValueError, TypeError):`.", "For a name write `except ValueError as error:`."],
    ),
    (
        "except-default-not-last",
        "The bare `except:` is not the last",
        r"default 'except:' must be last",
        "`except:` without a class must be the last of them.",
        "It catches everything, so the ones after it would never run.",
        ["Move it to the end.", "Better: name the class that you expect there."],
    ),
    (
        "except-mixed",
        "`except` and `except*` are mixed",
        r"cannot have both 'except' and 'except\*'",
        "One `try` cannot have both `except` and `except*`.",
        "`except*` is for groups of exceptions, `except` for single ones.",
        ["Use one kind in the whole `try` statement."],
    ),
    (
        "except-star-class",
        "`except*` without a class",
        r"expected one or more exception types",
        "`except*` must name at least one exception class.",
        "It picks the exceptions of this class out of a group.",
        ["Write the class: `except* ValueError:`."],
    ),
    # Patterns
    (
        "case-name-catches-all",
        "A bare name in a case catches everything",
        r"name capture '(.+)' makes remaining patterns unreachable",
        "`case {0}:` matches everything, so the cases after it can never run.",
        "A bare name in a pattern is not compared: it is a new name for whatever comes.",
        [
            'To compare with a value, write the value: `case "{0}":`.',
            "To compare with a constant, write it with a dot: `case Colour.RED:`.",
            "To catch the rest, move it to the end.",
        ],
    ),
    (
        "case-wildcard-not-last",
        "`case _` is not the last",
        r"wildcard makes remaining patterns unreachable",
        "`case _:` matches everything, so the cases after it can never run.",
        "`_` stands for all the rest.",
        ["Move `case _:` to the end."],
    ),
    (
        "case-or-names",
        "Alternatives of a pattern bind different names",
        r"alternative patterns bind different names",
        "The alternatives around `|` give different names.",
        "Whichever matches, the same names must exist afterwards.",
        ["Use the same names in each alternative, or write two cases."],
    ),
    (
        "case-name-twice",
        "A name stands twice in one pattern",
        r"multiple assignments to name '(.+)' in pattern",
        "`{0}` stands twice in one pattern.",
        "A name in a pattern is filled once; it does not compare two places.",
        ["Use two names, and compare them: `case [a, b] if a == b:`."],
    ),
    (
        "case-positional-after-keyword",
        "Patterns by position follow named ones",
        r"positional patterns follow keyword patterns",
        "In this pattern a part without a name follows one with a name.",
        "As in a call, the parts by position come first.",
        ["Move it to the front, or give it its name."],
    ),
    (
        "case-lookup",
        "A pattern holds something to calculate",
        r"patterns may only match literals and attribute lookups",
        "A pattern cannot calculate.",
        "After `case` only values, names, dotted names and shapes can stand.",
        ["Calculate it first, or use a guard: `case x if x == limit + 1:`."],
    ),
    (
        "case-underscore",
        "`_` is used as a name in a pattern",
        r"cannot use '_' as a target",
        "`_` cannot be given a value in a pattern.",
        "It means: whatever this is, I do not need it.",
        ["Use another name after `as`."],
    ),
    # Numbers and texts
    (
        "number-octal-digit",
        "A digit that does not fit the base",
        r"invalid digit '(.)' in (binary|octal|hexadecimal) literal",
        "`{0}` is not a digit of a {1} number.",
        "A number that begins with `0b` has the digits 0 and 1, one with `0o` those from 0 to 7.",
        ["Correct the digit.", "For an ordinary number, take the prefix away."],
    ),
    (
        "number-too-long",
        "A whole number is too long",
        r"Exceeds the limit .* for integer string conversion",
        "This whole number has too many digits to be read from text.",
        "Python limits them to 4300, because reading longer ones is slow.",
        ["Write it as a calculation, such as `10 ** 5000`.", "Or write it in hexadecimal: `0x...`."],
    ),
    (
        "bytes-not-ascii",
        "A bytes text holds other letters than ASCII",
        r"bytes can only contain ASCII literal characters",
        'A `b"..."` text can only hold plain ASCII characters.',
        "Bytes are numbers from 0 to 255, and other letters have no fixed number.",
        ["Take the `b` away to have ordinary text.", 'For bytes, encode it: `"...".encode("utf-8")`.'],
    ),
    (
        "bytes-and-text",
        "Bytes and text stand side by side",
        r"cannot mix (?:bytes and nonbytes|t-string literals with string or bytes) literals",
        "Two kinds of texts that stand side by side cannot be joined.",
        "Texts that follow each other become one, and that needs the same kind.",
        ["Use the same prefix for both.", "If two values are meant, put a comma between them."],
    ),
    (
        "escape-path",
        "A backslash in a text begins an escape",
        r"\(unicode error\) 'unicodeescape' codec can't decode bytes.*(?:truncated|malformed|illegal|unknown)",
        "A backslash in this text begins a special code that is not complete.",
        (
            "In a text `\\U`, `\\u`, `\\x` and `\\N` introduce the code of a character. In a Windows path such as"
            " `C:\\Users` that is not meant."
        ),
        [
            'Put an `r` before the quote: `r"C:\\Users\\me"`.',
            'Or use forward slashes: `"C:/Users/me"`.',
            "Or double each backslash.",
        ],
    ),
    (
        "escape-bytes",
        "A backslash in a bytes text begins an escape",
        r"\(value error\) invalid \\x escape",
        "A `\\x` in this bytes text is not followed by two hexadecimal digits.",
        "`\\x41` stands for one byte; both digits are needed.",
        ["Write both digits.", 'For a real backslash, double it or use `rb"..."`.'],
    ),
    # The file itself
    (
        "encoding-unknown",
        "The coding line names an unknown encoding",
        r"(?:unknown encoding|encoding problem): ?(\S+)?",
        "The first lines name an encoding that Python does not know.",
        "A comment such as `# -*- coding: ... -*-` tells how the file's letters are stored.",
        ["Take that comment out: without it Python reads UTF-8.", "Or write `# -*- coding: utf-8 -*-`."],
    ),
    (
        "encoding-not-utf8",
        "The file is not stored as UTF-8",
        (
            r"\(unicode error\) 'utf-8' codec can't decode byte|Non-UTF-8 code starting with|invalid or missing"
            r" encoding declaration"
        ),
        "The file holds bytes that are not UTF-8 text.",
        "It was probably saved by a program with another encoding, or it is not a text file.",
        [
            "Save the file again as UTF-8 in the editor.",
            "Look for letters with accents, quotes or signs such as € on the line.",
        ],
    ),
    (
        "null-bytes",
        "The file holds null bytes",
        r"(?:source code (?:string )?cannot contain null bytes|null byte)",
        "The file holds zero bytes, which no Python text can have.",
        "It may have been saved as UTF-16, or damaged while it was written, or it is no text file.",
        ["Save it again as UTF-8.", "Or copy the text into a new file."],
    ),
    (
        "too-many-blocks",
        "Too many blocks inside each other",
        r"too many statically nested blocks",
        "More than 20 blocks stand inside each other.",
        "Python sets this limit for loops, `try` and `with` together.",
        ["Move the inner part into a function of its own."],
    ),
    (
        "too-deep-indent",
        "Too many levels of indentation",
        r"too many levels of indentation",
        "The code is indented more than 100 levels deep.",
        "Python sets this limit.",
        ["Move the inner part into a function of its own."],
    ),
    (
        "too-many-brackets",
        "Too many brackets inside each other",
        r"too many nested parentheses|too deeply nested|parser stack overflow|s_push",
        "Too many brackets stand inside each other.",
        "Python sets a limit for how deep they go. A closing one may be missing further up.",
        ["Look for a bracket that is never closed.", "Or compute parts first and give them names."],
    ),
    (
        "several-at-prompt",
        "Several statements were entered at once",
        r"multiple statements found while compiling a single statement",
        "Several statements were entered as one.",
        "The prompt takes one statement at a time.",
        ["Enter them one after the other.", "Or run them as a file."],
    ),
    (
        "walrus-rebinds",
        "A walrus changes the comprehension's own variable",
        r"assignment expression cannot rebind comprehension iteration variable '(.+)'",
        "`:=` cannot change `{0}`, the comprehension's own loop variable.",
        "The comprehension sets `{0}` anew in each round.",
        ["Use another name on the left of `:=`."],
    ),
    (
        "walrus-in-comprehension-source",
        "A walrus stands in the source of a comprehension",
        r"assignment expression cannot be used in a comprehension iterable expression",
        "`:=` cannot stand in the part after `in` of a comprehension.",
        "That part is computed before the comprehension begins.",
        ["Give the value its name on a line before."],
    ),
    (
        "walrus-in-class-comprehension",
        "A walrus stands in a comprehension of a class body",
        r"assignment expression within a comprehension cannot be used in a class body",
        "`:=` cannot stand in a comprehension of a class body.",
        "It would not be clear whose name it is.",
        ["Compute it outside the class, or in a method."],
    ),
    (
        "elif-after-else",
        "`elif` follows `else`",
        r"'elif' block follows an 'else' block",
        "This `elif` comes after the `else` of the same `if`.",
        "`else` stands for all the rest, so it comes last.",
        ["Move the `else` block to the end."],
    ),
    (
        "conditional-statement",
        "A statement stands in a conditional expression",
        r"expected expression (?:before 'if'|after 'else'), but statement is given",
        "A statement such as `pass` or `return` stands inside a `... if ... else ...`.",
        "Both sides must be values.",
        ["Write the `if` and `else` as statements on lines of their own."],
    ),
    (
        "import-target",
        "A name after `as` is not a plain name",
        r"cannot use (.+) as import target",
        "After `as` a plain name must stand, not {0}.",
        "The module is stored under this name.",
        ["Write one word: `import numpy as np`."],
    ),
    (
        "except-target",
        "A name after `as` of except is not a plain name",
        r"cannot use except(?:\*)? statement with (.+)",
        "After `as` of this `except` a plain name must stand, not {0}.",
        "The exception is stored under this name.",
        ["Write one word: `except ValueError as error:`."],
    ),
    (
        "from-import-comma",
        "A comma ends a from-import",
        r"trailing comma not allowed without surrounding parentheses",
        "This import ends with a comma.",
        "A comma at the end is only allowed when the names stand in brackets.",
        ["Take the last comma away.", "Or put the names in brackets: `from math import (sin, cos)`."],
    ),
]

causes({name: summary for name, summary, *_ in _TABLE})
_COMPILED = [(name, re.compile(pattern), title, why, tries) for name, _, pattern, title, why, tries in _TABLE]


@rule()
def by_message(case):
    for name, pattern, title, why, tries in _COMPILED:
        match = pattern.search(case.message)
        if match:
            words = [group or "" for group in match.groups()]
            return case.say(name, title.format(*words), why.format(*words), [text.format(*words) for text in tries])
    return None
