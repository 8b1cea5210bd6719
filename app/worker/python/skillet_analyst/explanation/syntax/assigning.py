# SPDX-License-Identifier: GPL-3.0-or-later
"""`=` in places where it means something else."""

import re

from .case import BLOCK_WORDS, brief, is_keyword, rule

_WHERE = ("if", "elif", "while", "assert", "return", "not", "and", "or")


@rule(
    equals_in_condition="`=` instead of `==` in a condition",
    equals_in_dict="`=` instead of `:` in a dict",
    walrus_statement="`:=` instead of `=`",
    walrus_brackets="`:=` needs brackets here",
    walrus_target="What stands before `:=` is no plain name",
)
def equals(case):
    if case.says("to conditional") or not (
        case.vague
        or case.says(
            r"Maybe you meant|maybe you meant|cannot use assignment expressions|cannot assign|forgot a comma|dictionary"
            r" key|invalid syntax|was never closed|expected"
        )
    ):
        return None
    match = case.says(r"cannot use assignment expressions with (.+)")
    if match:
        return case.say(
            "walrus-target",
            f"What stands before `:=` is {_a(match.group(1))}, not a plain name.",
            "`:=` stores a value under a plain name while it is used.",
            ["Write a plain name before `:=`.", "Set elements and attributes with `=` on a line of their own."],
        )
    for line in case.near:
        row = case.row(line)
        words = [token.text for token in row]
        found = _condition(case, line, row, words) or _in_dict(case, line, row) or _walrus(case, line, row, words)
        if found:
            return found
    return None


def _condition(case, line, row, words):
    start = 0
    if words[0] not in ("if", "elif", "while", "assert", "return") and not (
        {"if", "and", "or", "not", "while"} & set(words)
    ):
        return None
    if words[0] in ("if", "elif", "while"):
        row = row[: _end_of_condition(row)]
    lone = [token for token in row if token.text == "=" and _depth_is_plain(row, token)]
    inner = [token for token in lone if row.index(token) > start and not _joined(row, row.index(token))]
    if words[0] in ("if", "elif", "while", "assert", "return"):
        for token in inner:
            before = row[row.index(token) - 1]
            left = case.at(line)[row[0].end_column : token.column].strip()
            mend = case.swap(token, "==")
            every = (line, re.sub(r"(?<![=!<>:+\-*/])=(?!=)", "==", case.at(line)))
            found = case.say(
                "equals-in-condition",
                (
                    f"A single `=` stands where {brief(left)} is compared."
                    if words[0] != "return"
                    else "A single `=` stands in what is returned."
                ),
                "`=` stores a value under a name. To ask whether two values are equal, Python has `==`.",
                ["Write `==` to compare."],
                [mend, every],
                must=not case.says("'=='") or before.text in ("=",) or words[0] == "return",
            )
            if found:
                return found
    elif words[0] not in BLOCK_WORDS and len(lone) > 1:
        found = case.say(
            "equals-in-condition",
            "A single `=` stands where two values are compared.",
            "`=` stores a value under a name. To ask whether two values are equal, Python has `==`.",
            ["Write `==` to compare."],
            [case.swap(token, "==") for token in lone[1:]],
            must=True,
        )
        if found:
            return found
    elif words[0] not in BLOCK_WORDS and lone and any(t.text in ("if", "and", "or") for t in row[: row.index(lone[0])]):
        return case.say(
            "equals-in-condition",
            "A single `=` stands where two values are compared.",
            "`=` stores a value under a name. To ask whether two values are equal, Python has `==`.",
            ["Write `==` to compare."],
            [case.swap(token, "==") for token in lone],
            must=True,
        )
    return None


def _end_of_condition(row):
    """The place behind the colon that ends the condition of a line; what follows is what it does."""
    depth = lambdas = 0
    for index, token in enumerate(row):
        if token.kind == "op" and token.text in "([{":
            depth += 1
        elif token.kind == "op" and token.text in ")]}":
            depth -= 1
        elif token.text == "lambda":
            lambdas += 1
        elif token.text == ":" and depth <= 0:
            if not lambdas:
                return index + 1
            lambdas -= 1
    return len(row)


def _joined(row, index):
    """Whether another sign of comparison stands beside it: then the pair is what is wrong."""
    return any(0 <= at < len(row) and row[at].text in ("<", ">", "!", "=") for at in (index - 1, index + 1))


def _depth_is_plain(row, token):
    """Not a keyword argument: no call around it on this line, or a comparison follows in brackets of a condition."""
    depth = []
    for index, other in enumerate(row):
        if other is token:
            break
        if other.text in "([{":
            depth.append(index)
        elif other.text in ")]}" and depth:
            depth.pop()
    if not depth:
        return True
    opener = depth[-1]
    return row[opener].text != "(" or opener == 0 or row[opener - 1].is_keyword


def _in_dict(case, line, row):
    statement = case.statement(line)
    stack = []
    for index, token in enumerate(statement):
        if token.text in ("(", "[", "{") and token.kind == "op":
            stack.append(token.text)
        elif token.text in (")", "]", "}") and stack:
            stack.pop()
        elif token.text == "=" and stack and stack[-1] == "{" and token.line == line:
            key = statement[index - 1]
            inside = case.at(line)
            every = re.sub(
                r"((?:\w+|'[^']*'|\"[^\"]*\"))\s*=\s*(?!=)",
                r"\1: ",
                inside[inside.find("{") + 1 :] if "{" in inside else inside,
            )
            whole = (inside[: inside.find("{") + 1] if "{" in inside else "") + every
            quoted = re.sub(
                r"(?<![\w'\"])([A-Za-z_]\w*)\s*=\s*(?!=)",
                r'"\1": ',
                inside[inside.find("{") + 1 :] if "{" in inside else inside,
            )
            quoted = (inside[: inside.find("{") + 1] if "{" in inside else "") + quoted
            return case.say(
                "equals-in-dict",
                f"`=` stands between the key `{key.text}` and its value.",
                "In a dict `{...}` a colon stands between key and value.",
                ['Write `{"name": value}`.', "Or build it with a call: `dict(name=value)`."],
                [(line, quoted), (line, whole), case.swap(token, ":")],
                must=case.vague,
            )
    return None


def _walrus(case, line, row, words):
    if len(row) > 2 and words[1] == ":=" and row[0].kind == "name":
        return case.say(
            "walrus-statement",
            f"`{words[0]} := ...` stands as a statement of its own.",
            "`:=` stores a value in the middle of an expression. A line of its own uses the plain `=`.",
            [f"Write `{words[0]} = ...`."],
            case.swap(row[1], "="),
            must=True,
        )
    for index, token in enumerate(row):
        if token.text == ":=" and index:
            before = row[index - 1]
            if before.text in (")", "]") or index > 1 and row[index - 2].text == ".":
                return case.say(
                    "walrus-target",
                    "What stands before `:=` is not a plain name.",
                    "`:=` stores a value under a plain name while it is used.",
                    ["Write a plain name before `:=`.", "Set elements and attributes with `=` on a line of their own."],
                )
            end = next(
                (t.column for t in row[index + 1 :] if t.text in (":", ",", ")", "and", "or")), case.code_end(line)
            )
            text = case.at(line)
            inside = text[before.column : end].rstrip()
            mends = [(line, text[: before.column] + "(" + inside + ")" + text[before.column + len(inside) :])]
            end = case.code_end(line)
            mends.append((line, text[: before.column] + "(" + text[before.column : end] + ")" + text[end:]))
            found = case.say(
                "walrus-brackets",
                f"`{before.text} := ...` needs brackets here.",
                "In this place Python could not tell where the expression with `:=` ends.",
                ["Put it in round brackets: `(n := 10)`."],
                mends,
                must=True,
            )
            if found:
                return found
    return None


@rule(
    assign_to_call="A value is assigned to a call",
    assign_to_literal="A value is assigned to another value",
    assign_to_expression="A value is assigned to a calculation",
    assign_to_keyword="A value is assigned to `True`, `False` or `None`",
    assign_to_comparison="A value is assigned to a comparison",
    assign_to_text="A value is assigned to an f-string",
    assign_to_conditional="A value is assigned to `... if ... else ...`",
    assign_to_comprehension="A value is assigned to a comprehension",
    assign_to_lambda="A value is assigned to a lambda",
    assign_to_display="A value is assigned to a dict or set",
    assign_to_other="A value is assigned to something that cannot hold one",
    name_hyphen="A name with a hyphen",
    delete_target="`del` of something that is no name",
    augmented_target="`+=` and its like on something that cannot hold a value",
)
def target(case):
    match = case.says(r"^(?:cannot|can't) (assign to|delete) (.+?)(?: here\b.*)?(?:\. Maybe you meant.*)?$")
    if not match:
        match = case.says(r"^'(.+)' is an illegal expression for augmented assignment")
        if not match or "," in case.text.split("=")[0] or match.group(1) in ("tuple", "list"):
            return None
        return case.say(
            "augmented-target",
            f"`+=` and its like cannot change {_a(match.group(1))}.",
            "They read an old value and store a new one under the same name, so a name, an element or an attribute must"
            " stand on the left.",
            ["Store the value in a variable first, and change the variable."],
        )
    what = match.group(2)
    if what == "__debug__":
        return None
    if match.group(1) == "delete":
        return case.say(
            "delete-target",
            f"`del` cannot delete {_a(what)}.",
            "`del` takes a name away, or an element of a list or dict: `del scores[0]`.",
            ["Write the name of a variable or an element after `del`.", "To empty a list, call `scores.clear()`."],
        )
    row = case.row(case.line)
    if row and row[0].text == "for" and not any(token.text == "in" for token in case.statement(case.line)):
        return None  # see the rule that looks for it
    return _words_for(case, what, row)


def _words_for(case, what, row):
    text = case.text
    equals = next(
        (
            token
            for token in row
            if token.text == "="
            or token.text.endswith("=")
            and token.text[:-1] in ("+", "-", "*", "/", "//", "%", "**")
        ),
        None,
    )
    left = text[len(text) - len(text.lstrip()) : equals.column].strip() if equals else ""
    right = text[equals.end_column : case.code_end(case.line)].strip() if equals else ""
    in_call = equals is not None and case.here is not None and left.count("(") > left.count(")")
    compare = (
        [case.swap(equals, "==")]
        if equals is not None and equals.text == "=" and row[0].text in _WHERE + ("print",)
        else []
    )
    turned = []
    if equals is not None and equals.text == "=" and re.fullmatch(r"[A-Za-z_]\w*", right) and not is_keyword(right):
        turned = [(case.line, case.indent(case.line) + f"{right} = {left}")]
    swap = "Put the name on the left: `name = value`."
    compare_try = "To compare two values, write `==`."
    if row and row[0].text == "for":
        return case.say(
            "assign-to-other",
            f"After `for` stands {_a(what)}, not a name.",
            "A `for` loop stores each value under a name, so a name must stand after `for`.",
            ["Write `for item in values:`."],
        )
    if what in ("True", "False", "None", "Ellipsis", "ellipsis", "keyword"):
        return case.say(
            "assign-to-keyword",
            f"`{what}` cannot be given another value.",
            "It is one of Python's fixed values."
            + (" As the name of an argument it cannot be used either." if in_call else ""),
            ["Use a name of your own on the left of `=`.", compare_try],
            compare,
        )
    if what.startswith(("literal", "f-string", "t-string")):
        if what[1:] == "-string expression" or what.startswith(("f-", "t-")):
            return case.say(
                "assign-to-text",
                "On the left of `=` stands an f-string.",
                "`=` stores the value on the right under a name on the left; a text is no name.",
                [swap, 'For names that are made up while running, use a dict: `values[f"item{n}"] = 1`.'],
                turned,
            )
        return case.say(
            "assign-to-literal",
            f"On the left of `=` stands a value" + (f", {brief(left)}." if left and not in_call else "."),
            "`=` stores what is on its right under the name on its left. A value such as a number or a text cannot be a"
            " name.",
            [swap, compare_try],
            compare + turned,
        )
    if "call" in what:
        name = re.match(r"[\w.]+", left)
        tries = [swap, compare_try]
        if name and left.endswith(")"):
            tries.insert(
                1, f"For an element of a list or dict, use square brackets: `{name.group()}[...] = {right[:20]}`."
            )
        return case.say(
            "assign-to-call",
            f"On the left of `=` stands a call" + (f", {brief(left)}." if left and not in_call else "."),
            "A call gives back a value; it is not a place to store one.",
            tries,
            compare + turned,
        )
    if "comparison" in what:
        return case.say(
            "assign-to-comparison",
            "On the left of `=` stands a comparison.",
            "A comparison gives `True` or `False`; it is not a place to store a value.",
            [compare_try, "To store the result: `result = (a == b)`."],
            [case.swap(equals, "==")] if equals is not None and row[0].text in _WHERE else (),
        )
    if what.startswith(("operator", "expression", "unary", "binary")) or "expression" == what:
        hyphen = re.fullmatch(r"[A-Za-z_]\w*(?:-[A-Za-z_]\w*)+", left)
        if hyphen:
            better = left.replace("-", "_")
            return case.say(
                "name-hyphen",
                f"The name `{left}` holds a hyphen.",
                "Python reads `-` as minus, so it sees a calculation on the left of `=`. Names are made of letters,"
                " digits and `_`.",
                [f"Write `{better}`."],
                (case.line, case.indent(case.line) + better + text[len(text) - len(text.lstrip()) :][len(left) :]),
            )
        return case.say(
            "assign-to-expression",
            f"On the left of `=` stands a calculation" + (f", {brief(left)}." if left and not in_call else "."),
            "`=` does not solve equations: it computes the right side and stores it under the name on the left.",
            [swap, compare_try],
            compare + turned,
        )
    for start, cause in (
        ("conditional", "assign-to-conditional"),
        ("lambda", "assign-to-lambda"),
        ("generator", "assign-to-comprehension"),
        ("list comp", "assign-to-comprehension"),
        ("set comp", "assign-to-comprehension"),
        ("dict comp", "assign-to-comprehension"),
        ("set display", "assign-to-display"),
        ("dict", "assign-to-display"),
    ):
        if what.startswith(start):
            tries = {
                "assign-to-conditional": [
                    "Put the name in front: `x = 1 if condition else 2`.",
                    "Or write `if` and `else` on lines of their own.",
                ],
                "assign-to-lambda": [
                    "A lambda holds one expression. For an assignment, define a function with `def`.",
                    swap,
                ],
            }.get(cause, [swap, compare_try])
            return case.say(
                cause,
                f"On the left of `=` stands {_a(what)}.",
                "`=` stores what is on its right under the name on its left, and this is no name.",
                tries,
                compare,
            )
    return case.say(
        "assign-to-other",
        f"On the left of `=` stands {_a(what)}.",
        "`=` stores what is on its right under the name on its left, and this is no name.",
        [swap, compare_try],
        compare,
    )


def _a(what):
    return (
        what
        if what.startswith(("a ", "an ", "'", "f-")) or what[:1].isupper()
        else ("an " if what[:1] in "aeiou" else "a ") + what
    )
