# SPDX-License-Identifier: GPL-3.0-or-later
"""Keys and positions that are not there, and values that do not work: KeyError, IndexError, ValueError, arithmetic."""

import ast
import re

from . import near
from .rules import count, here, listed, rule, short, simple, words


@rule("key-error.near-key", "KeyError", r"(?P<key>.+)", "A key is misspelt or written in another way",
      also={"key-error.other-type": "A key of another type was used, such as `1` for `\"1\"`",
            "key-error.missing": "A key is not in the dict"})
def _key(failure, match):
    node = failure.only(ast.Subscript)
    value = failure.value(node.value) if node is not None else None
    if value is None:
        return _unseen_key(failure, match["key"])
    if value.type not in ("dict", "defaultdict", "Counter", "OrderedDict") or not failure.is_own:
        return None
    name, key = value.name, short(match["key"])
    if "`" in key:
        return None
    is_whole, content = value.constant
    keys = list(content) if is_whole and isinstance(content, dict) else []
    if value.length == 0:
        return words(f"`{name}` has no key `{key}`: it is empty.", here(failure),
                     [f"Which line should have filled `{name}`? See whether it was run.",
                      f"Or take a default: `{name}.get({key}, …)`."], cause="key-error.missing")
    try:
        wanted = ast.literal_eval(match["key"])
    except (ValueError, SyntaxError):
        wanted = None
    other = [each for each in keys if type(each) is not type(wanted) and str(each) == str(wanted)]
    if other:
        return words(f"`{name}` has the key `{other[0]!r}`, not `{key}`.",
                     f"The two look alike, but one is a `{type(wanted).__name__}` and the other a "
                     f"`{type(other[0]).__name__}`: for a dict these are different keys.",
                     [f"Use the type that the keys have: `{name}[{other[0]!r}]`."], cause="key-error.other-type")
    alike = near.closest(wanted.strip(), [each for each in keys if isinstance(each, str)]) if isinstance(wanted, str) else []
    if not alike and isinstance(wanted, str):
        alike = [each for each in keys if isinstance(each, str) and each.strip() == wanted.strip()]
    if alike:
        return words(f"`{name}` has no key `{key}`. Perhaps `{alike[0]!r}` is meant?",
                     f"Keys must be the same letter by letter; this may be a matter of spelling. "
                     f"`{name}` has {count(value.length, 'key')}.",
                     [f"Compare `{key}` with `{alike[0]!r}`: capitals and spaces count.",
                      f"Look at all keys: `print(list({name}))`."],
                     failure.mend(node.slice, _quoted(alike[0], failure.text(node.slice))) if isinstance(node.slice, ast.Constant) else None, certain=False)
    shown = f" Its keys are {listed([repr(each) for each in keys])}." if keys else ""
    return words(f"`{name}` has no key `{key}`.", f"{here(failure)}{shown}".strip(),
                 [f"Ask first: `if {key} in {name}:`.", f"Or take a default: `{name}.get({key}, …)`.",
                  f"Look at all keys: `print(list({name}))`."], cause="key-error.missing")


def _unseen_key(failure, key):
    """Of a traceback without values: the line alone tells which of its square brackets it was."""
    if not failure.is_own or "`" in key or failure.says_it_itself:
        return None
    asked = [each for each in failure.nodes(ast.Subscript) if isinstance(each.ctx, ast.Load)]
    same = [each for each in asked if isinstance(each.slice, ast.Constant) and repr(each.slice.value) == key]
    found = same if same else [each for each in asked if not isinstance(each.slice, (ast.Constant, ast.Slice))]
    if len(found) != 1 or not same and len(asked) != 1:
        return None
    name, key = failure.text(found[0].value), short(key)
    if "`" in name or len(name) > 60:
        return None
    return words(f"`{name}` has no key `{key}`.", "", [f"Ask first: `if {key} in {name}:`.", f"Or take a default: `{name}.get({key}, …)`.",
                                                      f"Look at all keys: `print(list({name}))`."], cause="key-error.missing")


def _quoted(text, like):
    """A text as a literal, in the quotes that the learner uses."""
    return f'"{text}"' if like.startswith('"') and text.isprintable() and not set(text) & set('"\\') else repr(text)


simple("key-error.empty", "KeyError", r"['\"]?(?:pop from an empty set|popitem\(\): dictionary is empty|pop from an empty dict)",
       "Something was taken out of an empty set or dict", "Nothing can be taken out: it is empty.", "{here}",
       "Ask first: `if items:`.", "In a loop: `while items:`.")
simple("key-error.environment", "KeyError", r"'(?P<key>\w+)'$", "An environment variable is not set",
       "The environment variable `{key}` is not set.", "`os.environ` holds only what was set before the program started.",
       "Take a default: `os.environ.get(\"{key}\", \"…\")`.", "Or set it first, in the terminal: `export {key}=…`.",
       when=lambda failure, match: any(frame.function.endswith("__getitem__") and "os" in frame.file
                                       for frame in failure.frames[-1:] if frame.is_library) and "environ" in failure.line_text)
simple("key-error.set-remove", "KeyError", r"(?P<key>.+)", "An item that is not in a set was removed from it",
       "There is no such item to remove: `{key}`.", "{here} `.remove()` insists on the item being there.",
       "Use `.discard(…)`: it does nothing when the item is missing.", "Or ask first with `in`.",
       when=lambda failure, match: "`" not in match["key"] and ".remove(" in failure.line_text and failure.of_type("set"))


@rule("loop.shrunk-while-looping", "IndexError", r"(?:list (?:assignment )?|pop )index out of range", "A list became shorter inside a loop over its positions")
def _shrunk(failure, match):
    loops = [each for each in (failure.everything if failure.tree is not None else ())
             if isinstance(each, ast.For) and each.lineno < failure.line <= each.end_lineno]
    for loop in sorted(loops, key=lambda each: -each.lineno):
        over = re.fullmatch(r"range\((?:0, )?len\(([\w.]+)\)\)", ast.unparse(loop.iter))
        if not over:
            continue
        name = over[1]
        for node in ast.walk(loop):
            taken = ast.unparse(node.func) if isinstance(node, ast.Call) else ""
            if taken in (f"{name}.pop", f"{name}.remove") or isinstance(node, ast.Delete) and any(
                    isinstance(each, ast.Subscript) and ast.unparse(each.value) == name for each in node.targets):
                return words(f"`{name}` became shorter inside the loop over its positions.",
                             f"{here(failure)} `range(len({name}))` was counted once, before the loop in line {loop.lineno} began; "
                             f"line {node.lineno} takes items away.".strip(),
                             [f"Make a new list of what stays: `[each for each in {name} if …]`.",
                              f"Or loop over a copy: `for each in list({name}):`, with `{name}.remove(each)`."])
    return None


@rule("index-error.one-too-far", "IndexError", r"(?P<kind>list|string|tuple) (?:assignment )?index out of range",
      "A position is one too far: counting starts at 0",
      also={"index-error.empty": "An item was taken from something empty",
            "index-error.arguments": "`sys.argv` holds fewer arguments than were read",
            "index-error.out-of-range": "A position is outside a list or text"})
def _index(failure, match):
    kind = {"string": "text"}.get(match["kind"], match["kind"])
    node = failure.only(ast.Subscript)
    value = failure.value(node.value) if node is not None else None
    name = failure.text(node.value) if node is not None else ""
    if name in ("sys.argv", "argv"):
        return words("The program was started with fewer arguments than it reads.",
                     f"`{name}[0]` is the program itself; what was typed after it follows.",
                     ["Start it with the arguments, or count them first: `if len(sys.argv) > 1:`."],
                     cause="index-error.arguments")
    place = failure.value(node.slice) if node is not None else None
    number = place.constant[1] if place is not None and isinstance(place.constant[1], int) else None
    if value is None or value.length < 0:
        return words(f"There is no item at that position of the {kind}.", here(failure),
                     ["Print its length and the position just before: `len(…)`.",
                      "Positions go from 0 to the length minus 1."], cause="index-error.out-of-range")
    if value.length == 0:
        return words(f"`{name}` is empty, so it has no item at any position.", here(failure),
                     [f"Ask first: `if {name}:`.", f"Which line should have filled `{name}`?"], cause="index-error.empty")
    size, last = count(value.length, "character" if kind == "text" else "item"), value.length - 1
    if number == value.length:
        return words(f"`{name}` has {size}: the last position is {last}, and {number} was asked for.",
                     f"{here(failure)} Counting starts at 0.",
                     [f"For the last one: `{name}[-1]`.",
                      f"In a loop: `range(len({name}))` ends in time, and `for each in {name}:` needs no positions."])
    which = f", and {number} was asked for" if number is not None else ""
    return words(f"`{name}` has {size}: positions go from 0 to {last}{which}.", here(failure),
                 [f"Print the position before line {failure.line}: where does it come from?",
                  f"Ask first whether it is below `len({name})`."], cause="index-error.out-of-range")


simple("index-error.pop-empty", "IndexError", r"pop from an? empty (?P<kind>list|deque)|pop from empty list",
       "`.pop()` found nothing to take", "There is no item that `.pop()` could take.", "{here}",
       "Ask first: `if items:`.", "In a loop: `while items:`.")
simple("index-error.pop-position", "IndexError", r"pop index out of range", "`.pop()` was given a position outside the list",
       "The list has no item at the position that `.pop()` was given.", "{here} Positions go from 0 to the length minus 1.",
       "For the last one write `.pop()` with nothing between the brackets.", "Ask first: `if position < len(items):`.")
simple("index-error.choice-empty", "IndexError", r"Cannot choose from an empty sequence", "A random choice from nothing",
       "`random.choice()` can't choose: there is nothing to choose from.", "{here}", "Ask first: `if items:`.",
       "Which line should have filled it?")
simple("index-error.format-fields", "IndexError", r"Replacement index (?P<at>\d+) out of range|tuple index out of range",
       "`.format()` has more `{}` than values", "The text has more places `{{}}` than `.format()` got values.", "{here}",
       "Count the `{{}}` and the values between the brackets.", "An f-string needs no counting: `f\"{{name}}\"`.",
       when=lambda failure, match: ".format(" in failure.line_text and (match["at"] is not None or failure.line_text.count("[") == 0))
simple("index-error.no-group", "IndexError", r"no such group", "A group that the pattern does not have",
       "The pattern has no such group.", "{here} Groups are counted from 1, by their opening brackets.",
       "Count the round brackets in the pattern.", "`found.groups()` shows them all.")


@rule("value-error.int-decimal", "ValueError", r"invalid literal for int\(\) with base (?P<base>\d+): (?P<text>.*)",
      "`int()` got a text with a decimal point",
      also={"value-error.int-empty": "`int()` got an empty text",
            "value-error.int-unit": "`int()` got digits with something beside them",
            "value-error.int-base": "`int()` got digits that its base does not have",
            "value-error.int-text": "`int()` got a text that is no number"})
def _int(failure, match):
    try:
        text = str(ast.literal_eval(match["text"]))
    except (ValueError, SyntaxError):
        return None
    shown, bare = short(repr(text)).replace("`", "'"), text.strip()
    call = failure.only(ast.Call, where=lambda node: getattr(node.func, "id", "") == "int")
    inside = failure.text(call.args[0]) if call is not None and call.args else "text"
    if match["base"] != "10":
        return words(f"`{shown}` is no number in base {match['base']}.", here(failure),
                     ["Which digits does that base have? Base 2 has only 0 and 1."], cause="value-error.int-base")
    if not bare:
        return words("`int()` got an empty text, and that is no number.",
                     f"{here(failure)} Perhaps Enter was pressed without typing, or a line of a file is empty.",
                     [f"Ask first: `if {inside}.strip():`.", "Or catch it: `try:` … `except ValueError:`."],
                     cause="value-error.int-empty")
    try:
        float(bare)
    except ValueError:
        pass
    else:
        return words(f"`{shown}` is a decimal number, and `int()` reads only whole ones from a text.", here(failure),
                     [f"Read it with `float({inside})`.", f"To drop the decimals: `int(float({inside}))`."],
                     failure.mend(call.func, "float") if call is not None else None)
    if any(letter.isdigit() for letter in bare):
        return words(f"`{shown}` holds more than digits, so `int()` can't read it.", here(failure),
                     ["Take the rest away first: `text.replace(\",\", \"\")`, or cut the unit off.",
                      "Print it with `print(repr(text))` to see every character."], cause="value-error.int-unit")
    return words(f"`{shown}` is no number, so `int()` can't read it.", here(failure),
                 ["Is it the right part of the input? Print it with `print(repr(text))`.",
                  "When a person types it, catch it: `try:` … `except ValueError:` and ask again."],
                 cause="value-error.int-text")


simple("value-error.float-comma", "ValueError", r"could not convert string to float: (?P<text>'[^'`]*\d,\d[^'`]*')",
       "`float()` got a number with a comma", "`float()` can't read `{text}`: it wants a point, not a comma.", "{here}",
       "A decimal comma: `float(text.replace(\",\", \".\"))`.", "Commas between thousands: `float(text.replace(\",\", \"\"))`.")
simple("value-error.float-text", "ValueError", r"could not convert string to float: (?P<text>[^`]*)",
       "`float()` got a text that is no number", "`float()` can't read `{text}` as a number.", "{here}",
       "Print it with `print(repr(text))`: is it the part that you mean?",
       "When a person types it, catch it: `try:` … `except ValueError:` and ask again.")


@rule("value-error.dict-items", "ValueError", r"(?:too many|not enough) values to unpack \(expected (?P<want>\d+)",
      "`.items()` is missing in a loop over a dict",
      also={"value-error.too-many-to-unpack": "There are more values than names to unpack them into",
            "value-error.too-few-to-unpack": "There are fewer values than names to unpack them into"})
def _unpack(failure, match):
    statement, want = failure.statement, match["want"]
    if isinstance(statement, ast.For) and (value := failure.value(statement.iter)) is not None and value.type == "dict":
        text = failure.text(statement.iter)
        return words(f"A loop over the dict `{text}` gives only its keys, not pairs.", here(failure),
                     [f"For key and value write `in {text}.items():`."], failure.mend(statement.iter, f"{text}.items()"))
    if failure.message.startswith("too many"):
        return words(f"There are more values than the {want} names on the left.", here(failure),
                     ["Print the right side first: how many values has it?",
                      "Take the rest into a list: `first, *rest = values`."], cause="value-error.too-many-to-unpack")
    return words(f"There are fewer values than the {want} names on the left.", here(failure),
                 ["Print the right side first: how many values has it?",
                  "Does `split()` use the right separator? Is a line empty?"], cause="value-error.too-few-to-unpack")


simple("value-error.remove-missing", "ValueError", r"list\.remove\(x\): x not in list", "`.remove()` of an item that is not in the list",
       "The list has no such item to remove.", "{here}", "Ask first: `if item in items:`.",
       "Items must be equal, also in type: `3` is not `\"3\"`.")
simple("value-error.index-missing", "ValueError", r"(?P<item>[^`]*) is not in list|(?:tuple|list)\.index\(x\): x not in (?:tuple|list)",
       "`.index()` of an item that is not there", "There is no such item, so it has no position.", "{here}",
       "Ask first: `if item in items:`.", "Look at what is there: `print(items)`.")
simple("value-error.substring-missing", "ValueError", r"sub(?:string|section) not found", "A part that the text does not have was looked up",
       "The text does not hold that part.", "{here} `.index()` insists on finding it; capitals count.",
       "`text.find(part)` gives -1 instead.", "Or ask first: `if part in text:`.")
simple("value-error.math-domain", "ValueError", r"math domain error|expected a (?:nonnegative|positive) input, got (?P<got>\S+)",
       "A mathematical function has no result for this number", "This function has no result for that number.",
       "{here} `sqrt` needs a number from 0 on, `log` one above 0.", "Print the number first: where does it come from?",
       "Ask first: `if x >= 0:`.")
simple("value-error.empty-maximum", "ValueError", r"(?P<name>min|max)\(\) (?:arg is an empty sequence|iterable argument is empty)",
       "`max()` or `min()` of nothing", "`{name}()` found nothing to choose from.", "{here}",
       "Give a value for that case: `{name}(items, default=0)`.", "Which line should have filled it?")
simple("value-error.step-zero", "ValueError", r"(?:range\(\) arg 3 must not|slice step cannot) be zero", "A step of 0",
       "The step is 0, so nothing would ever move on.", "{here}", "Use a step of 1 or more, or -1 to go backwards.")
simple("value-error.closed-file", "ValueError", r"I/O operation on closed file|read of closed file|write to closed file",
       "A file was used after it was closed", "The file is closed already.", "{here} `with open(…)` closes it at the end of its block.",
       "Indent this line, so that it belongs to the `with` block.", "Or keep what was read in a variable.")
simple("value-error.file-mode", "ValueError", r"invalid mode: '(?P<mode>[^`']*)'|must have exactly one of create/read/write/append mode|binary mode doesn't take an? (?P<what>\w+)",
       "`open()` got a mode that it does not know", "`open()` does not know this mode.", "{here}",
       "`\"r\"` reads, `\"w\"` writes anew, `\"a\"` appends; with `b` for bytes.", "The mode is the second argument; an encoding is "
       "named: `encoding=\"utf-8\"`.")
simple("value-error.date-parts", "ValueError", r"(?P<part>month|day|hour|minute|second|year)\b.*(?:must be in|is out of range)|day is out of range for month",
       "A date or time that does not exist", "There is no such date or time.", "{here} The order is year, month, day.",
       "Print the parts: are month and day swapped?", "Catch it when people type it: `except ValueError:`.")
simple("value-error.date-format", "ValueError", r"time data (?P<text>'[^'`]*') does not match format (?P<format>'[^'`]*')",
       "A date in another form than `strptime()` was told", "`{text}` does not look like `{format}`.",
       "Each letter and separator must fit the text.", "Write the form as in the text: `%d` day, `%m` month, `%Y` year with four digits.",
       "For `2026-01-31` there is `date.fromisoformat(text)`.")
simple("value-error.iso-date", "ValueError", r"Invalid isoformat string: (?P<text>'[^'`]*')", "A date that is not written as 2026-01-31",
       "`{text}` is not written in the form `2026-01-31`.", "{here}", "For another form use `datetime.strptime(text, \"%d.%m.%Y\")`.",
       "Print it with `print(repr(text))`: spaces and line ends count.")
simple("value-error.empty-separator", "ValueError", r"empty separator", "`split(\"\")`", "A text can't be split at an empty text.",
       "{here}", "To get single characters: `list(text)`.", "To split at spaces: `text.split()`.")
simple("value-error.format-code", "ValueError", r"Unknown format code '(?P<code>[^'`]*)' for object of type '(?P<kind>\w+)'",
       "A format after `:` that does not fit the value's type", "The format `{code}` does not work on `{kind}`.", "{here}",
       "`d` is for whole numbers, `.2f` for decimals, none of them for texts.", "Turn a text into a number first.")
simple("value-error.enum", "ValueError", r"(?P<value>[^`]*) is not a valid (?P<name>[\w.]+)", "A value that an Enum does not have",
       "`{value}` is none of the values of `{name}`.", "{here}", "Look at what it has: `list({name})`.",
       "By its name it is found with square brackets: `{name}[\"NAME\"]`.",
       when=lambda failure, match: failure.frames and failure.frames[-1].file.endswith("enum.py"))
simple("value-error.sample-too-large", "ValueError", r"Sample larger than population or is negative", "`random.sample()` wants more than there is",
       "There are fewer items than the sample should have.", "{here}", "Ask for `len(items)` at most.",
       "With repeats: `random.choices(items, k=…)`.")
simple("value-error.character-number", "ValueError", r"chr\(\) arg not in range", "`chr()` of a number that is no character",
       "There is no character with that number.", "{here}", "Characters have the numbers 0 to 1114111.")
simple("value-error.digits-limit", "ValueError", r"Exceeds the limit \(?(?P<most>\d+)", "A whole number with thousands of digits was turned into text",
       "This whole number has too many digits to be written out.", "Python stops at {most} digits, as it would take very long.",
       "Print a part: `n % 1000` or `n.bit_length()`.", "To allow more: `sys.set_int_max_str_digits(0)`.")
simple("value-error.mutable-default", "ValueError", r"mutable default <class '(?P<kind>\w+)'> for field (?P<field>\w+) is not allowed",
       "A list or dict as default in a dataclass", "The field `{field}` can't have a {kind} as its default.",
       "All objects would share the one {kind}.", "Write `{field}: {kind} = field(default_factory={kind})`.", "Import it: `from dataclasses import field`.")


@rule("zero-division.empty-average", "ZeroDivisionError decimal.DivisionByZero decimal.InvalidOperation",
      r".*(?:division|modulo)|.*by zero|.*zero to a negative|\[<class 'decimal\.Division(?:ByZero|Undefined)'>",
      "The average of nothing", also={"zero-division.divisor": "The divisor is 0", "zero-division.modulo": "The remainder by 0"})
def _zero(failure, match):
    if not failure.is_own or "negative power" in failure.message:
        return None
    node = failure.only(ast.BinOp, where=lambda each: isinstance(each.op, (ast.Div, ast.FloorDiv, ast.Mod)))
    if node is None:
        return None
    text = failure.text(node.right)
    if isinstance(node.right, ast.Call) and getattr(node.right.func, "id", "") == "len" and node.right.args:
        items = failure.text(node.right.args[0])
        return words(f"`{items}` is empty, so there is no average: `{text}` is 0.", here(failure),
                     [f"Ask first: `if {items}:`.", f"Which line should have filled `{items}`?"])
    cause = "zero-division.modulo" if isinstance(node.op, ast.Mod) else "zero-division.divisor"
    if isinstance(node.right, ast.Constant):
        return words("Nothing can be divided by 0.", here(failure), ["Which number is meant here?"], cause=cause)
    return words(f"`{text}` is 0, and nothing can be divided by 0.", here(failure),
                 [f"Ask first: `if {text} != 0:`.",
                  f"Why is it 0? Print what it is made of just before line {failure.line}."], cause=cause)


simple("overflow.math-range", "OverflowError", r"math range error|\(34, |.*[Nn]umerical result out of range", "A decimal number became too large",
       "The result is larger than any decimal number can be (about 1.8e308).", "{here}", "Print the numbers that go in.",
       "Whole numbers have no such limit: `10 ** 400` works.")
simple("overflow.int-to-float", "OverflowError", r"int too large to convert to float|integer division result too large", "A whole number too large for a decimal one",
       "The whole number is too large to become a decimal number.", "{here}", "Stay with whole numbers: `//` instead of `/`.",
       "Or use `decimal.Decimal`.")
