# SPDX-License-Identifier: GPL-3.0-or-later
"""Warnings: the program goes on, so the words say what may go wrong later, and how to be rid of the warning for good."""

from .rules import simple

simple("warning.is-literal", "SyntaxWarning", r"\"(?P<word>is(?: not)?)\" with (?:a|'\w+') literal", "Values compared with `is`",
       "`{word}` asks whether two names mean the very same object, not whether the values are equal.",
       "With a literal beside it the answer depends on how Python stores values, and may differ from one run to the next.",
       "Compare values with `==` or `!=`.", "Keep `is` for `None`: `if x is None:`.")
simple("warning.escape", "SyntaxWarning DeprecationWarning", r"(?:invalid escape sequence '(?P<new>[^'`]+)'|\"(?P<next>[^\"`]+)\" is an invalid escape sequence)",
       "A backslash that begins no escape sequence", "The text holds a backslash that means nothing to Python before that character: `{new}{next}`.",
       "Python keeps the backslash for now; a later Python will refuse the text. Regular expressions and Windows paths are full of them.",
       "Put an `r` in front of the quotes: `r\"\\d+\"`.", "Or double each backslash: `\"\\\\d+\"`.")
simple("warning.octal-escape", "SyntaxWarning DeprecationWarning", r"(?:invalid octal escape sequence|\"\\[4-7]\d\d\" is an invalid octal)", "An octal escape that is too large",
       "A backslash with three digits stands for one character, and that number is too large for it.", "",
       "Double the backslash when the text shall hold one.", "Or put an `r` in front of the quotes.")
simple("warning.call-comma", "SyntaxWarning", r"'(?P<kind>\w+)' object is not callable; perhaps you missed a comma", "A comma is missing before a bracket",
       "Something that is no function has round brackets behind it: Python takes that for a call of a `{kind}`.",
       "Often a comma is missing between two items of a list.",
       "Put a comma before the bracket that opens.", "Or an operator, when it was to be a calculation.", certain=False)
simple("warning.subscript-comma", "SyntaxWarning", r"(?:'(?P<kind>\w+)' object is not subscriptable|\w+ indices must be integers or slices, not \w+); perhaps you missed a comma",
       "A comma is missing before a square bracket", "Square brackets follow a value that can't be asked for an item in this way.",
       "Often a comma is missing between two lists in a list: `[[1, 2], [3, 4]]`.",
       "Put a comma before the square bracket.", certain=False)
simple("warning.assert-tuple", "SyntaxWarning", r"assertion is always true", "An assert with brackets around both of its parts",
       "This `assert` can never fail: the brackets make a tuple of the condition and its text, and a tuple with items counts as true.", "",
       "Leave the brackets out: `assert x > 0, \"x is too small\"`.")
simple("warning.return-in-finally", "SyntaxWarning", r"'(?P<word>return|break|continue)' in a 'finally' block", "An exit from a finally block",
       "`{word}` in a `finally` block makes an error that is under way disappear.", "What went wrong in the `try` block would never be told.",
       "Put the `{word}` behind the whole `try` statement.")
simple("warning.number-and-word", "SyntaxWarning DeprecationWarning", r"invalid (?P<kind>\w+) literal", "A number and a word without a blank between them",
       "A number runs into the word behind it.", "A later Python will refuse that.", "Put a blank between the number and the word: `1 if x else 2`.")
simple("warning.never-awaited", "RuntimeWarning", r"coroutine '(?P<name>[^'`]+)' was never awaited", "A coroutine was made and never run",
       "`{name}` is an `async` function: calling it only prepares the work, and nobody has waited for it. Its code has not run.",
       "", "Write `await` in front of the call.", "From ordinary code: `asyncio.run({name}())`.")
simple("warning.numpy-zero", "RuntimeWarning", r"divide by zero encountered", "A division by zero in an array",
       "Somewhere in the array was divided by zero; NumPy put `inf` there and went on.", "{here}",
       "Look which items are 0: `(x == 0).nonzero()`.", "Or leave them out before you divide.")
simple("warning.numpy-invalid", "RuntimeWarning", r"invalid value encountered", "A calculation without a result in an array",
       "A calculation with the array has no result for some items; NumPy put `nan` there and went on.",
       "{here} Such are 0 divided by 0, and roots and logarithms of negative numbers.", "Count them: `numpy.isnan(x).sum()`.")
simple("warning.numpy-overflow", "RuntimeWarning", r"overflow encountered", "A number too large for its kind",
       "A result is too large for the kind of number that the array holds.", "{here}",
       "Use a wider kind: `x.astype(float)`.", "Look at the largest: `x.max()`.")
simple("warning.mean-of-nothing", "RuntimeWarning", r"(?:Mean of empty slice|Degrees of freedom)", "A mean of nothing",
       "A mean of no items at all was asked for; the result is `nan`.", "{here}", "Ask first whether there are any: `if len(x):`.")
simple("warning.file-left-open", "ResourceWarning", r"unclosed (?P<what>file|socket|\w+)", "Something was left open",
       "A {what} was opened and never closed.", "Python closes it at some later time; what was written may come late.",
       "Open it by `with`: `with open(name) as file:`. It is closed at the end of the block.")
simple("warning.encoding-default", "EncodingWarning", r"'encoding' argument not specified", "A file without a named encoding",
       "A file is opened without a word on its encoding, so the result depends on the computer.", "", "Say it: `open(name, encoding=\"utf-8\")`.")
simple("warning.utcnow", "DeprecationWarning", r"datetime\.datetime\.(?P<name>utcnow|utcfromtimestamp)\(\) is deprecated", "A time without its zone",
       "`{name}` gives a time that does not know its zone, and will go away.", "",
       "Use `datetime.now(timezone.utc)`, with `from datetime import datetime, timezone`.")
simple("warning.bytes-and-text", "BytesWarning", r"(?:Comparison between bytes and (?:string|int)|str\(\) on a bytes)", "Bytes and text mixed",
       "Bytes are used where a text is meant; they are never equal to one.", "", "Turn the bytes into text first: `data.decode(\"utf-8\")`.")
simple("warning.no-window", "UserWarning", r"(?:FigureCanvas\w+ is non-interactive|Matplotlib is currently using)", "A picture without a window",
       "Matplotlib has no window to show the picture in.", "", "Save it instead: `plt.savefig(\"picture.png\")`.")
simple("warning.sunk", "DeprecationWarning PendingDeprecationWarning FutureWarning", r"(?P<what>.*?)(?:;|,)? use (?P<new>[\w.]+(?:\(\))?) instead", "Something old with a named successor",
       "This still works, but is on its way out. The warning names what to use: `{new}`.", "", "Use `{new}` in its place, and look up how it differs.")
