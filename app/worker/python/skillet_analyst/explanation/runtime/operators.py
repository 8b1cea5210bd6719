# SPDX-License-Identifier: GPL-3.0-or-later
"""TypeErrors of operators: +, -, *, comparisons."""

import ast

from .rules import describe, here, kind, rule, simple, words

_NUMBERS = "int|float|bool|complex|decimal.Decimal|Fraction|fractions.Fraction"


def _sides(failure):
    """The two operands of the failing operation, each as (node, Value or None); or None."""
    if isinstance(failure.statement, ast.AugAssign) and (failure.node is None or failure.node is failure.statement):
        pair = (failure.statement.target, failure.statement.value)
    else:
        node = failure.only(ast.BinOp)
        if node is None:
            return None
        pair = (node.left, node.right)
    return [(node, failure.value(node)) for node in pair]


def _facts(failure):
    sides = _sides(failure)
    known = [value for _, value in sides if value is not None] if sides else []
    if len(known) == 2:
        return f"Here {describe(known[0])}, and {describe(known[1])}."
    return here(failure)


def _input_of(failure, node):
    """The input() call that a name was given, or None."""
    given = failure.last_assigned(node.id) if isinstance(node, ast.Name) else node
    return given if isinstance(given, ast.Call) and getattr(given.func, "id", "") == "input" else None


def _converter(value):
    """Which of "int" and "float" makes a number of this text; "" when neither does, None when the text isn't known."""
    known, text = value.constant if value is not None else (False, None)
    if not known or not isinstance(text, str):
        return None
    for number in (int, float):
        try:
            number(text)
        except ValueError:
            continue
        return number.__name__
    return ""


@rule("type-error.text-plus-number", "TypeError",
      rf'(?:can only concatenate str \(not "(?P<kind>{_NUMBERS})"\) to str|must be str, not (?P<old>int|float)$)',
      "Text and a number were joined by `+`")
def _text_plus_number(failure, match):
    name = match["kind"] or match["old"]
    sides = _sides(failure)
    number = failure.text(sides[1][0]) if sides else "number"
    suggestion = failure.mend(sides[1][0], f"str({number})") if sides else None
    asked = sides and _input_of(failure, sides[0][0])
    tries = [f"Join text with text: `str({number})`.",
             f'Or write the value into an f-string: `f"… {{{number}}}"`.'.replace('""', '"') if '"' not in number
             else "Or write the value into an f-string."]
    if asked:
        text = failure.text(sides[0][0])
        number = _converter(sides[0][1]) or "int"
        return words(f"`{text}` is a text, and {kind(name)} can't be added to it.",
                     f"{_facts(failure)} `input()` always gives a text, also when digits are typed.",
                     [f"To calculate, make it a number first: `{number}({text})`.", *tries[:1]],
                     failure.mend(sides[0][0], f"{number}({text})"), cause="type-error.input-not-converted")
    return words(f"A text and {kind(name)} can't be joined by `+`.",
                 f"{_facts(failure)} Python does not turn numbers into text by itself.".strip(), tries, suggestion)


@rule("type-error.input-not-converted", "TypeError",
      r"unsupported operand type\(s\) for (?P<op>\S+): '(?P<left>\w+)' and '(?P<right>\w+)'",
      "What `input()` gave was used as a number")
def _input_number(failure, match):
    sides = _sides(failure)
    if sides is None or "str" not in (match["left"], match["right"]):
        return None
    for node, value in sides:
        if _input_of(failure, node) is not None:
            text = failure.text(node)
            number = _converter(value) or "int"
            return words(f"`{text}` is a text: `input()` always gives text, also when digits are typed.",
                         f"{_facts(failure)} `{match['op']}` needs numbers.",
                         [f"Make it a number first: `int({text})`, or `float({text})` with decimals.",
                          f"Best right where it is read: `{number}(input(…))`."],
                         failure.mend(node, f"{number}({text})"))
    return None


simple("type-error.text-plus-other", "TypeError", r'can only concatenate str \(not "(?P<kind>[\w.]+)"\) to str',
       "Text was joined with something that is no text by `+`",
       "Only a text can be joined to a text by `+`, and this is `{kind}`.", "{here} Python does not turn it into text by itself.",
       "Turn it into text: `str(…)`, or use an f-string.", "For a list of texts: `\", \".join(items)`.")
simple("type-error.list-plus-item", "TypeError", r'can only concatenate list \(not "(?P<kind>[\w.]+)"\) to list',
       "Something that is no list was added to a list by `+`", "Only a list can be added to a list by `+`, and this is `{kind}`.",
       "{here} `+` joins two lists into a new one.", "To add one item: `items.append(item)`.",
       "Or put it in brackets: `items + [item]`.", "To add the items of another collection: `items.extend(other)`.")
simple("type-error.tuple-plus-item", "TypeError", r'can only concatenate tuple \(not "(?P<kind>[\w.]+)"\) to tuple',
       "Something that is no tuple was added to a tuple", "Only a tuple can be added to a tuple by `+`, and this is `{kind}`.",
       "{here}", "A tuple of one item is written with a comma: `(item,)`.", "Or use a list, when items come and go.")
simple("type-error.bytes-plus-text", "TypeError", r"can't concat (?P<kind>\w+) to bytes(?:array)?|can only concatenate str \(not \"bytes",
       "Bytes and text were joined", "Bytes and text can't be joined.", "{here} A text in `b\"…\"` is bytes.",
       "Turn bytes into text: `data.decode(\"utf-8\")`.", "Or text into bytes: `text.encode(\"utf-8\")`.")


@rule("type-error.number-plus-text", "TypeError",
      r"unsupported operand type\(s\) for \+=?: '(?P<number>int|float|bool)' and 'str'",
      "A number and a text were joined by `+`", also={"type-error.sum-of-texts": "`sum()` was used on texts"})
def _number_plus_text(failure, match):
    if isinstance(failure.node, ast.Call) and getattr(failure.node.func, "id", "") == "sum":
        items = failure.text(failure.node.args[0]) if failure.node.args else "items"
        return words("`sum()` adds numbers, and these are texts.",
                     f"{here(failure)} `sum()` starts at 0, and 0 can't be added to a text.",
                     [f"Are they digits? `sum(int(each) for each in {items})`.", f'To join texts: `"".join({items})`.'],
                     cause="type-error.sum-of-texts")
    sides = _sides(failure)
    left, right = (failure.text(node) for node, _ in sides) if sides else ("number", "text")
    number = _converter(sides[1][1]) if sides else None
    tries = [f"To join: `str({left})`, or an f-string."]
    if number:
        tries.append(f"To add: `{number}({right})`.")
    elif number is None:
        tries.append(f"To add, when the text holds digits: `int({right})`, or `float({right})` with decimals.")
    return words(f"{kind(match['number']).capitalize()} and a text can't be joined by `+`.",
                 f"{_facts(failure)} Python does not guess whether you want to add or to join.",
                 tries)


@rule("type-error.multiply-text", "TypeError", r"can't multiply sequence by non-int of type '(?P<kind>[\w.]+)'",
      "A text or list was multiplied by something that is no whole number")
def _multiply(failure, match):
    sides = _sides(failure)
    for node, _ in sides or ():
        if _input_of(failure, node) is not None:
            text = failure.text(node)
            return words(f"`{text}` is a text: `input()` always gives text, also when digits are typed.",
                         f"{_facts(failure)} A text can only be repeated, by a whole number.",
                         [f"Make it a number first: `float({text})`, or `int({text})`."],
                         failure.mend(node, f"float({text})"), cause="type-error.input-not-converted")
    return words(f"A text or list can't be multiplied by {kind(match['kind'])}.",
                 f"{_facts(failure)} `*` repeats a text or list, and that needs a whole number: `3 * \"ab\"`.",
                 ["To calculate, turn the text into a number: `int(…)` or `float(…)`.",
                  "To repeat, use a whole number: `int(…)` or `//`."])


simple("type-error.dict-plus-dict", "TypeError", r"unsupported operand type\(s\) for \+=?: 'dict' and 'dict'",
       "Two dicts were added by `+`", "Dicts can't be added by `+`.", "{here} Which value should win when both have a key?",
       "For a new dict: `{{**first, **second}}`, or `first | second` (Python 3.9 and newer). The second one wins.",
       "To change the first: `first.update(second)`.")
simple("type-error.set-plus-set", "TypeError", r"unsupported operand type\(s\) for \+=?: 'set' and '(?P<kind>\w+)'",
       "Sets were added by `+`", "Sets are not joined by `+`.", "{here}", "All items of both: `first | second`.",
       "To add one item: `items.add(item)`.")
simple("type-error.list-minus", "TypeError", r"unsupported operand type\(s\) for -=?: 'list' and '(?P<kind>\w+)'",
       "Something was subtracted from a list", "Nothing can be subtracted from a list.", "{here}",
       "Keep what is wanted: `[each for each in items if each not in unwanted]`.",
       "To take one item out: `items.remove(item)`.", "With sets `-` works: `set(items) - set(unwanted)`.")
simple("type-error.text-minus", "TypeError",
       r"unsupported operand type\(s\) for (?P<op>-=?|/=?|//=?|\*\*=?|%=?|\*\* or pow\(\)): '(?:str' and '(?:int|float|str)|(?:int|float)' and 'str)'",
       "A text was used in a calculation", "`{op}` calculates with numbers, and one side is a text.",
       "{here} Digits in quotes, or from a file or `input()`, are a text.", "Turn the text into a number: `int(…)` or `float(…)`.",
       "To take a part out of a text: `text.replace(part, \"\")`, or `text.removesuffix(part)`.")
simple("type-error.decimal-and-float", "TypeError",
       r"unsupported operand type\(s\) for \S+: '(?:decimal\.Decimal' and 'float'|float' and 'decimal\.Decimal')",
       "`Decimal` and `float` were mixed", "A `Decimal` and a `float` can't be mixed in a calculation.",
       "{here} A `float` is only nearly exact, and would spoil the exact `Decimal`.",
       "Make both exact: `Decimal(\"0.1\")`, with the number in quotes.", "Or both inexact: `float(amount)`.")
simple("type-error.date-arithmetic", "TypeError",
       r"unsupported operand type\(s\) for (?P<op>\S+): '(?:datetime\.)?(?P<left>datetime|date|time|timedelta)(?:\.\w+)?' and '(?P<right>[\w.]+)'",
       "A date or time was calculated with something that does not fit",
       "`{op}` does not work between a `{left}` and a `{right}`.", "{here}",
       "To move by days: `day + timedelta(days=3)`.", "To get the time between two: subtract a `date` from a `date`, or a "
       "`datetime` from a `datetime`.", "`moment.date()` makes a `date` of a `datetime`.")
simple("type-error.naive-and-aware", "TypeError", r"can't (?P<what>compare|subtract) offset-naive and offset-aware (?P<kind>\w+)",
       "A time with and one without a time zone were mixed",
       "One of these times knows its time zone and the other does not, so they can't be {what}d.".replace("{what}d", "put in relation"),
       "{here} `tzinfo` is set in one of them only.", "Make both aware: `datetime.now(timezone.utc)` instead of `datetime.now()`.",
       "Or give the naive one its zone: `moment.replace(tzinfo=timezone.utc)`.")
simple("type-error.datetime-and-date", "TypeError", r"can't compare (?:datetime\.)?\w+ to (?:datetime\.)?\w+"
       r"|'[<>]=?' not supported between instances of '(?:datetime\.datetime' and 'datetime\.date|datetime\.date' and 'datetime\.datetime)'",
       "A `datetime` was compared with a `date` or something else", "A `datetime` and a `date` can't be compared.",
       "{here} The one has a time of day, the other has none.", "Compare the days: `moment.date() < day`.",
       "Look at what each of them is: `print(type(moment), type(day))`.")


@rule("type-error.compare-text-number", "TypeError",
      r"'(?P<op>[<>]=?)' not supported between instances of '(?P<left>str|int|float)' and '(?P<right>str|int|float)'",
      "A text was compared with a number by size")
def _compare_text(failure, match):
    node = failure.only(ast.Compare)
    pair = [node.left, node.comparators[0]] if node is not None and len(node.ops) == 1 else []
    asked = [each for each in pair if _input_of(failure, each) is not None]
    text = [each for each in pair if (value := failure.value(each)) is not None and value.type == "str"] or asked
    name = failure.text(text[0]) if text else ""
    if asked:
        why = "`input()` always gives a text, also when digits are typed."
    elif node is None:
        why = "Texts and numbers stand together in what is sorted or searched."
    else:
        why = "Python does not read digits in a text as a number by itself."
    return words(f"A text and a number can't be compared by `{match['op']}`.", f"{here(failure)} {why}".strip(),
                 [f"Turn the text into a number: `int({name or 'text'})`.",
                  f"Look at the types: `print(type({name or 'x'}))`."],
                 failure.mend(text[0], f"int({name})") if text and isinstance(text[0], (ast.Name, ast.Call)) else None)


@rule("type-error.compare-objects", "TypeError",
      r"'(?P<op>[<>]=?)' not supported between instances of '(?P<left>[\w.]+)' and '(?P<right>[\w.]+)'",
      "Values that have no order were compared by size", also={"type-error.sort-dicts": "Dicts were sorted without a key"})
def _compare_objects(failure, match):
    left, right = match["left"], match["right"]
    call = failure.only(ast.Call)
    sorts = call is not None and getattr(call.func, "id", getattr(call.func, "attr", "")) in ("sorted", "sort", "min", "max")
    if left == right == "dict":
        return words("Dicts have no order, so they can't be compared by size.",
                     f"{here(failure)} Python does not know by which key to compare.".strip(),
                     ['Say by what: `sorted(rows, key=lambda row: row["name"])`.',
                      'The same works for `min`, `max` and `rows.sort`.'], cause="type-error.sort-dicts")
    if left == right and failure.class_named(left.rpartition(".")[2]) is not None:
        return words(f"Objects of your class `{left}` have no order yet.",
                     f"`{match['op']}` was asked of two of them, and the class does not say how to compare.",
                     [f"Say by what to sort: `sorted(items, key=lambda each: each.name)`.",
                      f"Or write `__lt__(self, other)` in `{left}`; a dataclass can have `@dataclass(order=True)`."])
    where = "in what is sorted" if sorts else "here"
    return words(f"`{match['op']}` can't compare {kind(left)} with {kind(right)}.",
                 f"{here(failure)} There is no order between the two {where}.".strip(),
                 ["Look at the types of both: `print(type(a), type(b))`.",
                  "Compare a part of them that has an order, such as a number or a text."])


simple("type-error.unary", "TypeError", r"bad operand type for (?P<op>unary [-+~]|abs\(\)): '(?P<kind>[\w.]+)'",
       "A sign or `abs()` was used on something that is no number", "`{op}` works on numbers, and this is `{kind}`.", "{here}",
       "Turn a text into a number first: `int(…)` or `float(…)`.", "To reverse a list or text: `items[::-1]`.")


@rule("type-error.own-class-operator", "TypeError",
      r"unsupported operand type\(s\) for (?P<op>\S+)(?: or pow\(\))?: '(?P<left>[\w.]+)' and '(?P<right>[\w.]+)'",
      "An operator was used on objects of an own class that does not say how",
      also={"type-error.unsupported-operands": "An operator was used on types that do not fit together"})
def _operands(failure, match):
    op, left, right = match["op"], match["left"], match["right"]
    methods = {"+": "__add__", "-": "__sub__", "*": "__mul__", "/": "__truediv__", "//": "__floordiv__", "%": "__mod__",
               "**": "__pow__", "@": "__matmul__", "|": "__or__", "&": "__and__"}
    method = methods.get(op.rstrip("=") or "=")
    if method and failure.class_named(left) is not None:
        return words(f"Your class `{left}` does not say what `{op}` means.",
                     f"{_facts(failure)} Python looks for a method `{method}` in `{left}`.",
                     [f"Write `def {method}(self, other):` in `{left}`, and `return` the result.",
                      "Or calculate with attributes of the objects."])
    return words(f"`{op}` does not work between {kind(left)} and {kind(right)}.", _facts(failure),
                 ["Look at the types of both sides: `print(type(a), type(b))`.",
                  "Turn one of them into the type of the other, or take out the part that you need."],
                 cause="type-error.unsupported-operands")
