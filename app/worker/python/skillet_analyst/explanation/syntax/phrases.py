# SPDX-License-Identifier: GPL-3.0-or-later
"""Signs and values within a line: missing, doubled or in the wrong order. Each answer here is proven by a trial."""

import dataclasses
import re

from .case import BLOCK_WORDS, brief, rule

_VALUE_SIGNS = ("=", "(", "[", ",", "return", "+", "+=", "==", "and", "or", "not")
_STATEMENTS = (
    "import",
    "return",
    "while",
    "def",
    "class",
    "raise",
    "pass",
    "break",
    "continue",
    "del",
    "assert",
    "try",
    "with",
)


@rule(
    plain_text="Plain words stand in the code",
    condition_missing="The condition is missing",
    statement_as_value="A statement stands where a value belongs",
)
def shape(case):
    if not (case.vague or case.says(r"^invalid syntax|^expected|forgot a comma|unexpected indent")):
        return None
    for line in case.near:
        row = case.row(line)
        words = [t.text for t in row]
        if words in (["if"], ["elif"], ["while"], ["if", ":"], ["elif", ":"], ["while", ":"]):
            tries = [f"Write it between `{words[0]}` and the colon: `{words[0]} x > 3:`."]
            if words[0] == "elif":
                tries.append("For all the rest, write `else:`.")
            return case.say(
                "condition-missing",
                f"The condition behind `{words[0]}` is missing.",
                f"`{words[0]}` must say when its block runs.",
                tries,
            )
        alone = case.statement(line)[:1] == row[:1] and not any(o.line < line for o, _ in case.scan.unclosed)
        dotted = any(two.text == "." and one.touches(two) and two.touches(three) for one, two, three in zip(row, row[1:], row[2:]))
        if alone and not dotted and sum(t.kind == "name" for t in row) >= 4 and all(t.kind == "name" or t.text in ",.?!;" for t in row):
            if not row[0].is_keyword:
                return case.say(
                    "plain-text",
                    f"Line {line} looks like plain words.",
                    "Python reads everything outside of quotes and comments as code.",
                    [
                        'To show it, write it in quotes: `print("...")`.',
                        "For a note to readers, write `#` in front of it.",
                    ],
                    (line, case.indent(line) + "# " + case.at(line).lstrip()),
                    certain=False,
                )
        for one, two in zip(row, row[1:]):
            if one.text in _VALUE_SIGNS and two.kind == "name" and two.text in _STATEMENTS:
                return case.say(
                    "statement-as-value",
                    f"`{two.text}` stands where a value belongs.",
                    f"`{two.text}` begins a statement. A statement has no value, so it cannot stand behind"
                    f" `{one.text}`.",
                    ["Write it on a line of its own."],
                )
    return None


@rule(
    operator_space="A sign of two characters has a space in it",
    operator_turned="A sign of comparison is turned round",
    operator_doubled="Two signs follow each other",
    operator_dangling="A value is missing behind a sign",
    not_in_order="`not` and `in` or `is` are in the wrong order",
    comparison_side="One side of a comparison is missing",
    comma_extra="A comma too many",
    for_in_missing="The `in` of a `for` loop is missing",
)
def operators(case):
    if not (case.vague or case.says(r"^invalid syntax|^expected|'in' expected|forgot a comma|Maybe|cannot assign|was never")):
        return None
    for line in case.near:
        text = case.at(line)
        row = case.row(line)
        for index, (one, two) in enumerate(zip(row, row[1:])):
            if (
                one.text == "="
                and two.text in (")", ",")
                and index > 1
                and row[index - 1].kind == "name"
                and row[index - 2].text in ("(", ",")
                and (row[0].text == "def" or "(" in [t.text for t in row[: index - 1]])
            ):
                return _empty_argument(case, row)
            pair = one.text + " " + two.text
            joined = one.text + two.text
            turned = {"=<": "<=", "=>": ">=", "=!": "!=", "=+": "+=", "=*": "*=", "=/": "/="}
            if one.line == two.line and one.kind == two.kind == "op":
                if joined in (
                    "==",
                    "!=",
                    "<=",
                    ">=",
                    "+=",
                    "-=",
                    "*=",
                    "/=",
                    "//",
                    "**",
                    "//=",
                    "**=",
                    "->",
                    ":=",
                ) and not one.touches(two):
                    found = case.say(
                        "operator-space",
                        f"A space stands within `{joined}`.",
                        f"The characters of `{joined}` must touch.",
                        [f"Write `{joined}`."],
                        case.swap(one, joined, two),
                        must=True,
                    )
                    if found:
                        return found
                if joined in turned:
                    found = case.say(
                        "operator-turned",
                        f"`{joined}` is turned round.",
                        f"Python writes `{turned[joined]}`.",
                        [f"Write `{turned[joined]}`."],
                        case.swap(one, turned[joined], two),
                        must=True,
                    )
                    if found:
                        return found
            if one.text == two.text and one.text in (";", ":"):
                found = case.say(
                    "operator-doubled",
                    f"`{one.text}` stands twice.",
                    "One is enough here.",
                    ["Take one of them out."],
                    case.swap(two, ""),
                    must=True,
                )
                if found:
                    return found
            if one.text == "=>":
                found = case.say(
                    "operator-turned",
                    "`=>` is turned round.",
                    "Python writes greater or equal as `>=`.",
                    ["Write `>=`."],
                    case.swap(one, ">="),
                    must=True,
                )
                if found:
                    return found
            right = {"in not": "not in", "not is": "is not", "is not not": "is not"}.get(pair)
            if right:
                found = case.say(
                    "not-in-order",
                    f"`{pair}` is in the wrong order.",
                    f"Python writes `{right}`.",
                    [f"Write `{right}`."],
                    case.swap(one, right, two),
                    must=True,
                )
                if found:
                    return found
            if one.text in ("and", "or") and two.text in ("<", ">", "<=", ">=", "==", "!="):
                left = re.search(r"([\w.\[\]]+)\s*(?:[<>]=?|[=!]=)\s*[^<>=]*$", text[: one.column])
                return case.say(
                    "comparison-side",
                    f"Behind `{one.text}` one side of the comparison is missing.",
                    f"Each side of `{one.text}` must be a whole comparison.",
                    ["Write the name again: `x > 5 and x < 10`.", "Or as one chain: `5 < x < 10`."],
                    [case.put(line, two.column, left.group(1) + " ")] if left else (),
                )
            if one.text == "," and two.text in (",", ")") or one.text in ("(", "[", "{") and two.text == ",":
                extra = two if two.text == "," else one
                found = case.say(
                    "comma-extra",
                    "A comma too many stands here.",
                    "Between two commas, and before the first value, there must be a value.",
                    ["Take one comma out.", "Or write the value that is missing."],
                    case.swap(extra, ""),
                    must=True,
                )
                if found:
                    return found
            signs = ("+", "*", "/", "//", "%", "==", "!=", "<", ">", "<=", ">=", "and", "or", "=", "**", "&", "|", "+=")
            if one.text in signs and two.text in (
                "*",
                "/",
                "//",
                "%",
                "==",
                "!=",
                "<",
                ">",
                "<=",
                ">=",
                "and",
                "or",
                "=",
                "|",
                "&",
            ):
                return case.say(
                    "operator-doubled",
                    f"Two signs, `{one.text}` and `{two.text}`, follow each other.",
                    "Between two signs there must be a value.",
                    ["Take one of them out, or write the value that is missing."],
                    [case.swap(two, ""), case.swap(one, "")],
                )
            if (
                one.text in signs
                and two.text in (")", "]", "}", ":")
                and not (one.text in ("*", "/") and row[0].text in ("def", "lambda"))
            ):
                return case.say(
                    "operator-dangling",
                    f"Behind `{one.text}` a value is missing.",
                    f"`{one.text}` stands between two values.",
                    [f"Write the value behind `{one.text}`, or take the sign out."],
                )
        if row[-1].text in (
            "+",
            "-",
            "*",
            "/",
            "//",
            "%",
            "**",
            "=",
            "==",
            "!=",
            "<",
            ">",
            "<=",
            ">=",
            "and",
            "or",
            "not",
            "in",
            "is",
            "+=",
            "-=",
            "*=",
            "/=",
            ".",
            "@",
            "|",
            "&",
            "^",
            "<<",
            ">>",
        ) and not any(o.line <= line for o, _ in case.scan.unclosed) and case.statement(line)[-1] is row[-1]:
            if row[0].text != "import" and (row[-1].text != "*" or row[0].text != "from"):
                return case.say(
                    "operator-dangling",
                    f"Behind `{row[-1].text}` at the end of line {line} a value is missing.",
                    f"The line ends where Python still expects something.",
                    [
                        "Write the value, or take the sign out.",
                        "To go on in the next line, put the whole expression in round brackets.",
                    ],
                )
        inner = [i for i, t in enumerate(row[:-2]) if t.text == "for" and row[i + 1].kind == "name" and row[i + 2].text not in ("in", ",", "=")
                 and row[i + 3 : i + 4] and row[i + 3].text not in ("in", ",")]
        if inner and inner[0] and row[0].text != "for":
            found = case.say(
                "for-in-missing",
                "The `in` of this `for` is missing.",
                "It stands between the name and the values.",
                ["Write `[x for x in values]`."],
                case.put(line, row[inner[0] + 2].column, "in "),
                must=True,
            )
            if found:
                return found
        if row[0].text == "for" and "in" not in [t.text for t in row] and len(row) > 2:
            found = case.say(
                "for-in-missing",
                "The `in` of this `for` loop is missing.",
                "It stands between the name and the values.",
                ["Write `for x in values:`."],
                case.put(line, row[2].column, "in "),
                must=True,
            )
            if found:
                return found
    return None


def _empty_argument(case, row):
    """Newer versions say it themselves."""
    if row[0].text == "def":
        return case.say(
            "default-missing",
            "After `=` a default value is missing.",
            "`name=` in a `def` line must be followed by the value to use when none is given.",
            ["Write the value: `name=0` or `name=None`.", "Or take the `=` out."],
        )
    return case.say(
        "argument-missing",
        "After `=` a value is missing in this call.",
        "`name=` must be followed by the value that the argument is to have.",
        ["Write the value after the `=`.", "Or take `name=` out."],
    )


@rule(
    conditional_no_else="`... if ...` in a value without `else`",
    conditional_order="The parts of a conditional value are in the wrong order",
    comprehension_pair="A pair in a comprehension needs brackets",
    comprehension_else="`else` stands at the end of a comprehension",
    comprehension_colon="A colon stands in a comprehension",
    dict_value_missing="A value or colon is missing in a dict",
    colon_in_call="A colon instead of `=` in a call",
    dict_and_set="A dict and a set are mixed",
    two_statements="Two statements stand on one line",
    name_space="A name with a space",
    comma_missing_list="A comma is missing in a list",
    comma_missing_call="A comma is missing in a call",
    comma_missing_dict="A comma is missing in a dict or set",
    comma_missing_tuple="A comma is missing between values in brackets",
    comma_missing_parameters="A comma is missing between parameters",
    comma_missing_import="A comma is missing between imported names",
    operator_missing="Something is missing between two values",
)
def gaps(case):
    if case.says(r"^expected 'else' after 'if'"):
        return case.say(
            "conditional-no-else",
            "The `else` part of this value is missing.",
            "`a if condition` must also say what the value is otherwise.",
            ["Write `a if condition else b`.", "Or write an `if` statement on a line of its own."],
            [case.append(case.line, " else None")],
        )
    if case.says("forget parentheses around the comprehension target|forgot parentheses"):
        match = re.search(r"([\[{(])\s*([\w.]+(?:\s*,\s*[\w.]+)+)\s+for\b", case.text)
        return case.say(
            "comprehension-pair",
            "The pair at the beginning of this comprehension needs brackets.",
            "Otherwise the comma would end the first element.",
            ["Write `[(a, b) for a, b in pairs]`."],
            (
                [(case.line, case.text[: match.start(2)] + "(" + match.group(2) + ")" + case.text[match.end(2) :])]
                if match
                else ()
            ),
        )
    if case.says(r"dictionary key|after dictionary"):
        colons = _colons(case, case.line)
        if not _mixed(case.statement(case.line)) or case.proven(colons):
            return _dict_value(case, colons)
    if not (case.vague or case.says(r"^invalid syntax|forgot a comma|expected|Maybe|was never|illegal target")):
        return None
    for line in case.near:
        row = case.row(line)
        text = case.at(line)
        words = [t.text for t in row]
        pair = re.search(r"([\[{(])\s*([\w.]+(?:\s*,\s*[\w.]+)+)\s+for\b", text)
        if pair:
            found = case.say(
                "comprehension-pair",
                "The pair at the beginning of this comprehension needs brackets.",
                "Otherwise the comma would end the first element.",
                ["Write `[(a, b) for a, b in pairs]`."],
                (line, text[: pair.start(2)] + "(" + pair.group(2) + ")" + text[pair.end(2) :]),
                must=True,
            )
            if found:
                return found
        if (
            "if" in words[1:]
            and "else" not in words
            and words[0] not in ("if", "elif", "while", "for")
            and "for" not in words
        ):
            found = case.say(
                "conditional-no-else",
                "The `else` part of this value is missing.",
                "`a if condition` must also say what the value is otherwise.",
                ["Write `a if condition else b`.", "Or write an `if` statement on a line of its own."],
                case.append(line, " else None"),
                must=True,
            )
            if found:
                return found
        match = re.match(r"^(\s*(?:\w+\s*=|return)\s*)if\s+(.+?)(?:\s+then|:)?\s+(\S+)\s*:?\s*else:?\s+(\S+)$", text)
        if match:
            found = case.say(
                "conditional-order",
                "The parts of this choice are in the wrong order.",
                "In a value Python puts the condition in the middle.",
                ["Write `a if condition else b`."],
                (line, f"{match.group(1)}{match.group(3)} if {match.group(2)} else {match.group(4)}"),
                must=True,
            )
            if found:
                return found
        match = re.search(r"([\[{(])\s*(.+?)\s+for\s+(.+?)\s+in\s+(.+?)\s+if\s+(.+?)\s+else\s+(.+?)([\]})])", text)
        if match:
            found = case.say(
                "comprehension-else",
                "`else` stands at the end of this comprehension.",
                "At the end an `if` only says which elements are taken. To choose between two values, put `a if"
                " condition else b` in front of `for`.",
                ["Write `[a if condition else b for x in values]`."],
                (
                    line,
                    text[: match.start()]
                    + f"{match[1]}{match[2]} if {match[5]} else {match[6]} for {match[3]} in {match[4]}{match[7]}"
                    + text[match.end() :],
                ),
                must=True,
            )
            if found:
                return found
        match = re.search(r"([\[({])\s*(for\s+[\w, ]+\s+in\s+[^:\[\]]+?)\s*:\s*(.+?)([\])}])", text)
        if match:
            found = case.say(
                "comprehension-colon",
                "This comprehension is written like a loop.",
                "In a comprehension the value stands first, and there is no colon.",
                ["Write `[x * 2 for x in values]`."],
                (line, text[: match.start(2)] + match[3] + " " + match[2] + text[match.end(3) :]),
                must=True,
            )
            if found:
                return found
        colons = _colons(case, line)
        if _mixed(case.statement(line)) and case.proven(colons):
            return _dict_value(case, colons)
        if _mixed(case.statement(line)):
            return case.say(
                "dict-and-set",
                "Between these braces some elements have a colon and some have none.",
                "With `key: value` they make a dict, with values alone a set. It can only be one of them.",
                ["For a dict, write `key: value` each time.", "For a set, leave the colons out."],
            )
        found = _between(case, line, row)
        if found:
            return found
    return None


def _colons(case, line):
    """The lines with a colon between two values that stand side by side."""
    statement = case.statement(line)
    return [
        case.put(one.line, one.end_column, ":")
        for one, two in zip(statement, statement[1:])
        if one.is_value and (two.is_value or two.text in ("[", "{", "(")) and one.end_line == two.line
    ]


def _dict_value(case, colons):
    return case.say(
        "dict-value-missing",
        "In this dict a colon or a value is missing.",
        "Each element of a dict is `key: value`; an element without a colon would belong to a set.",
        ["Write `key: value` for each element.", "For a set, leave all the colons out."],
        colons,
    )


def _mixed(statement):
    """Whether braces hold both pairs and single values."""
    stack = []
    for before, token in zip([None, *statement], statement):
        if token.kind != "op":
            continue
        if token.text in "([{":
            stack.append([token.text, [False]])
        elif token.text in ")]}" and stack:
            opener, pairs = stack.pop()
            pairs = pairs[:-1] if before.text == "," else pairs
            if opener == "{" and token.text == "}" and len(set(pairs)) > 1:
                return True
        elif stack and token.text == ":":
            stack[-1][1][-1] = True
        elif stack and token.text == "," and stack[-1][0] == "{":
            stack[-1][1].append(False)
        elif stack and token.text == "**":
            stack[-1][0] = "**"
    return False


def _between(case, line, row):
    """Two values side by side: what belongs between them depends on the bracket around them."""
    stack = []
    statement = case.statement(line)
    head = statement[0].text if statement else ""
    flat = [t for t in statement if t.kind != "newline"]
    for index, token in enumerate(flat):
        if token.text in ("(", "[", "{") and token.kind == "op":
            before = flat[index - 1] if index else None
            call = (
                before is not None
                and token.text == "("
                and (before.kind == "name" and not before.is_keyword or before.text in (")", "]"))
            )
            stack.append(
                ("call" if call else "tuple")
                if token.text == "("
                else (
                    "subscript"
                    if token.text == "[" and _follows_value(before)
                    else "list" if token.text == "[" else "dict"
                )
            )
        elif token.text in (")", "]", "}") and stack:
            stack.pop()
        if index + 1 >= len(flat):
            break
        after = flat[index + 1]
        if (
            token.text == ":"
            and stack
            and stack[-1] == "call"
            and after.text not in (")", "]")
            and head not in ("def", "lambda")
            and after.line == line
        ):
            found = case.say(
                "colon-in-call",
                "A colon stands between an argument's name and its value.",
                "In a call `=` stands there; the colon is for dicts.",
                ["Write `name=value`."],
                (line, case.at(line)[: token.column].rstrip() + "=" + case.at(line)[after.column :]),
                must=True,
            )
            if found:
                return found
        if (
            token.kind == after.kind == "string"
            or index + 2 < len(flat)
            and stack[-1:] == ["tuple"]
            and flat[index + 2].text == "="
        ):
            continue  # texts side by side are one text
        ends = token.is_value or token.text in (")", "]", "}")
        if (
            ends
            and not stack
            and after.kind == "name"
            and after.text in _STATEMENTS
            and after.line == token.line == line
            and head not in (*BLOCK_WORDS, "from", "import")
        ):
            found = _second_statement(case, flat[0], token, after)
            if found:
                return found
        begins = (
            after.is_value
            or after.text in ("{", "lambda")
            or after.text in ("(", "[")
            and token.kind in ("number", "string")
        )
        if (
            not (ends and begins)
            or after.line < case.near[-1]
            or token.line not in case.near
            and after.line not in case.near
        ):
            continue
        where = stack[-1] if stack else ""
        if where and where != "subscript":
            cause = {
                "list": "comma-missing-list",
                "call": "comma-missing-call",
                "dict": "comma-missing-dict",
                "tuple": "comma-missing-tuple",
            }[where]
            if head == "def" and len(stack) == 1:
                cause = "comma-missing-parameters"
            elif head == "from" and len(stack) == 1:
                cause = "comma-missing-import"
            found = case.say(
                cause,
                f"Between {brief(token.text, 24)} and {brief(after.text, 24)} something is missing, probably a comma.",
                "Values in brackets are separated by commas.",
                [
                    f"Write a comma behind {brief(token.text, 24)}.",
                    "To join or calculate, write a sign such as `+` there.",
                ],
                [case.put(token.end_line, token.end_column, ","), _all_commas(case, line)],
                must=True,
            )
            if found and where == "tuple" and head not in ("def", "from") and not any(t.text == "," for t in flat):
                return dataclasses.replace(_without_suggestion(found), certain=False)
            if found:
                return found
            continue
        if head in ("from", "import") and "import" in [t.text for t in flat[:index]]:
            return case.say(
                "comma-missing-import",
                f"Between `{token.text}` and `{after.text}` a comma is missing.",
                "Several imported names are separated by commas.",
                ["Write `from math import sin, cos`."],
                case.put(token.line, token.end_column, ","),
                must=True,
            )
        if (
            after.kind == "name"
            and index + 2 < len(flat)
            and (flat[index + 2].text == "=" or flat[index + 2].text == "(" and after.text == "print")
        ):
            if index == 0 and token.kind == "name" and not any(t.text == "," for t in flat):
                return case.say(
                    "name-space",
                    f"A space, and nothing else, stands within `{token.text} {after.text}`.",
                    "A name is one word. Python reads two names here, and does not know what to do with them.",
                    [
                        f"For one name, write `{token.text}_{after.text}`.",
                        "For two variables, write a comma between them.",
                    ],
                    case.swap(token, f"{token.text}_{after.text}", after),
                    must=True,
                    certain=False,
                )
            whole = any(t.text in ("=", ")") for t in flat[: index + 1])
            if whole and head not in ("if", "for", "while", "def", "class"):
                found = _second_statement(case, flat[0], token, after)
                if found:
                    return found
        mends = [case.put(token.end_line, token.end_column, sign) for sign in (" +", ",")]
        found = case.say(
            "operator-missing",
            f"Between {brief(token.text, 24)} and {brief(after.text, 24)} something is missing.",
            "Two values cannot stand side by side: a sign or a comma belongs between them.",
            [
                "To calculate or to join texts, write a sign such as `+` or `*`.",
                "To make a pair, write a comma.",
                "If it is plain text, put it in quotes.",
            ],
            mends,
            must=True,
        )
        if found:
            return _without_suggestion(found)
    return None


def _second_statement(case, first, token, after):
    return case.say(
        "two-statements",
        "Two statements stand on one line.",
        "Python expects each statement on a line of its own.",
        [f"Begin a new line in front of `{after.text}`."],
        (
            token.line,
            case.at(token.line)[: token.end_column]
            + "\n"
            + case.indent(first.line)
            + case.at(token.line)[after.column :],
        ),
        must=True,
    )


def _follows_value(before):
    return before is not None and (before.kind == "name" and not before.is_keyword or before.text in (")", "]"))


def _all_commas(case, line):
    """The line with a comma in each gap between two values."""
    row, text = case.row(line), case.at(line)
    for one, two in reversed(list(zip(row, row[1:]))):
        if one.is_value and two.is_value and one.end_line == line and not one.kind == two.kind == "string":
            text = text[: one.end_column] + "," + text[one.end_column :]
    return line, text


def _without_suggestion(found):
    """Several signs would do equally well, so none is proposed."""
    return dataclasses.replace(found, suggestion=None)
