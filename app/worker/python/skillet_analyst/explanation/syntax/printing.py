# SPDX-License-Identifier: GPL-3.0-or-later
"""What Python 2 wrote differently."""

import re

from .case import brief, rule


@rule(print_without_brackets="`print` without brackets", exec_without_brackets="`exec` without brackets")
def without_brackets(case):
    named = case.says(r"^Missing parentheses in call to '(print|exec)'")
    if not (named or case.vague or case.says("forgot a comma|invalid syntax|expected|cannot assign|unterminated")):
        return None
    for line in case.near:
        row = case.row(line)
        for index, token in enumerate(row):
            if token.text not in ("print", "exec") or token.kind != "name" or index + 1 >= len(row):
                continue
            after = row[index + 1]
            if (
                index
                and row[index - 1].text not in (":", ";", "else")
                or not (
                    after.is_value
                    or after.text in ("not", "lambda", "[", "{", "-", "%", "~", "(")
                    or after.text == ">>"
                )
            ):
                continue
            if after.text == "(" and not named:
                continue
            what = case.at(line)[after.column : case.code_end(line)]
            ends = [case.code_end(line)]
            bare = what.rstrip(";").rstrip()
            shown = bare.rstrip(",").rstrip()
            extra = ', end=" "' if bare.endswith(",") else ""
            if after.text == ">>":
                match = re.match(r">>\s*([\w.]+)\s*,\s*(.*)", shown)
                shown = f"{match.group(2)}, file={match.group(1)}" if match else shown
            cause = "print-without-brackets" if token.text == "print" else "exec-without-brackets"
            mend = (line, case.at(line)[: token.end_column] + "(" + shown + extra + ")" + case.at(line)[ends[0] :])
            found = case.say(
                cause,
                f"The brackets around what `{token.text}` gets are missing.",
                f"`{token.text}` is a function in Python 3, and functions are called with round brackets. Without them"
                " it was right in Python 2, which old books and pages still show.",
                [f"Write {brief(f'{token.text}({shown}{extra})')}."],
                mend,
                must=not named or line != case.line,
            )
            if found:
                return found
    return None


@rule(
    raise_comma="`raise` with a comma",
    except_comma="`except` with a comma and a name",
    tuple_parameter="A parameter that is a pair",
)
def python_two(case):
    for line in case.near:
        text = case.at(line)
        match = re.match(r"^(\s*)raise\s+([\w.]+)\s*,\s*(.+?)\s*$", text)
        if match and case.vague:
            return case.say(
                "raise-comma",
                "`raise` has a comma between the class and its text.",
                "Python 2 wrote it so. Now the class is called with the text.",
                [f"Write {brief(f'raise {match.group(2)}({match.group(3)})')}."],
                (line, f"{match.group(1)}raise {match.group(2)}({match.group(3)})"),
                must=True,
            )
        match = re.match(r"^(\s*)except\s+([\w.]+)\s*,\s*([\w.]+)\s*:(.*)$", text)
        if match and (case.vague or case.says("parenthesized")):
            first, second = match.group(2, 3)
            is_class = second[:1].isupper()
            after = (
                f"{match.group(1)}except ({first}, {second}):{match.group(4)}"
                if is_class
                else f"{match.group(1)}except {first} as {second}:{match.group(4)}"
            )
            if is_class:
                return case.say(
                    "except-several",
                    "Several exceptions after `except` must stand in brackets.",
                    "Without them Python 3 before 3.14 does not know whether the second is another class or a name for"
                    " the first.",
                    [f"Write `except ({first}, {second}):`."],
                    (line, after),
                )
            return case.say(
                "except-comma",
                f"A comma stands in front of the name `{second}`.",
                "Python 2 wrote it so. Now `as` stands between the class and the name for the error.",
                [f"Write `except {first} as {second}:`."],
                (line, after),
            )
    row = case.row(case.line)
    if (
        row
        and row[0].text == "def"
        and re.match(r"\s*def\s+\w+\s*\((?:[\w\s:=,'\".*]*,)?\s*\(\s*\w+\s*(?:,\s*\w+\s*)*,?\s*\)", case.text)
        and (case.vague or case.says("parenthesized"))
    ):
        return case.say(
            "tuple-parameter",
            "A pair in brackets stands among the parameters.",
            "Python 2 took it apart by itself. Now a parameter is one name.",
            ["Write one name, such as `pair`, and in the body `a, b = pair`."],
        )
    return None
