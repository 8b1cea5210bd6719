# SPDX-License-Identifier: GPL-3.0-or-later
"""Statements that lack a part, or have one in the wrong place."""

import re

from .case import brief, is_keyword, rule


@rule(
    except_without_try="`except` or `finally` without a `try`",
    else_without_if="`else` or `elif` without an `if`",
    try_alone="A `try` without `except` or `finally`",
    case_without_match="A `case` without a `match`",
)
def partner(case):
    if case.says(r"^expected 'except' or 'finally' block"):
        return case.say(
            "try-alone",
            "A `try` block has no `except` and no `finally`.",
            "`try` only makes sense together with what is done when something goes wrong.",
            [
                "Write `except ValueError as error:` below it, on the same level, with the class that you expect.",
                "Or take the `try:` out.",
            ],
        )
    if not (case.vague or case.says("^invalid syntax|^expected")):
        return None
    row = case.row(case.line)
    word = row[0].text if row else ""
    partners = {"except": ("try",), "finally": ("try",), "else": ("if", "for", "while", "try"), "elif": ("if",)}
    if word in partners and case.here is row[0]:
        level = len(case.indent(case.line))
        same, deeper = [], []
        for line in sorted((n for n in case._rows if n < case.line), reverse=True):
            width = len(case.indent(line))
            if width == level:
                same.append(case.row(line)[0].text)
                if same[-1] not in ("elif", "except", "else", "finally"):
                    break
            elif width < level:
                break
            elif case.row(line)[0].text in partners[word]:
                deeper.append(line)
        if same and same[-1] in partners[word] + ("async",):
            return None
        cause, title = (
            ("except-without-try", f"This `{word}` has no `try`.")
            if word in ("except", "finally")
            else ("else-without-if", f"This `{word}` has no `if` that it belongs to.")
        )
        return case.say(
            cause,
            title,
            f"`{word}` must stand directly below the block that it belongs to, with the same indentation. A line in"
            " between, or another indentation, ends that block.",
            [f"Indent it exactly like its `{partners[word][0]}`.", "Look for a line in between that is not indented."],
            [(case.line, case.indent(d) + case.text.lstrip()) for d in deeper[:2]],
        )
    if word == "case" and row[-1].text == ":" and case.version >= (3, 10) and case.vague and not _in_match(case):
        return case.say(
            "case-without-match",
            "This `case` has no `match`.",
            "`case` lines stand indented below `match value:`.",
            ["Write `match value:` above, and indent the `case` lines."],
        )
    return None


@rule(
    def_without_name="The function has no name",
    def_without_brackets="The brackets behind the function's name are missing",
    class_without_name="The class has no name",
    parameter_value="A parameter is no plain name",
    def_name_dotted="The function's name has a dot or a hyphen",
    keyword_as_name="A word of Python's own is used as a name",
    decorator_alone="A decorator has no function below it",
)
def definition(case):
    if not (
        case.vague
        or case.says(
            r"^invalid syntax|^expected|cannot assign to|can't assign to|forgot|unexpected EOF|cannot"
            r" be|Maybe|unindent|unterminated"
        )
    ):
        return None
    for line in case.near:
        row = case.row(line)
        words = [t.text for t in row]
        if words[0] == "async" and len(words) > 1:
            row, words = row[1:], words[1:]
        if words[0] in ("def", "class") and len(words) > 1:
            what = "function" if words[0] == "def" else "class"
            if words[1] in ("(", ":"):
                return case.say(
                    f"{words[0]}-without-name",
                    f"The {what} has no name.",
                    f"Between `{words[0]}` and the bracket its name must stand.",
                    [f"Write `{words[0]} name(...):`."],
                )
            if is_keyword(words[1]):
                return _keyword_name(case, row[1], f"the {what}")
            if words[0] == "def" and row[1].kind == "name":
                if len(words) == 2 or words[2] == ":" or words[2] == "->":
                    after = case.at(line)[: row[1].end_column] + "()" + case.at(line)[row[1].end_column :]
                    after = after if words[-1] == ":" else after.rstrip() + ":"
                    return case.say(
                        "def-without-brackets",
                        f"The brackets behind `{words[1]}` are missing.",
                        "Behind a function's name its parameters stand in round brackets, also when there are none.",
                        [f"Write `def {words[1]}():`."],
                        (line, after),
                    )
                if words[2] in (".", "-"):
                    return case.say(
                        "def-name-dotted",
                        f"The name of the function holds `{words[2]}`.",
                        "A function's name is one word of letters, digits and `_`.",
                        ["Write `_` instead."],
                        (line, case.at(line).replace(words[1] + words[2], words[1] + "_", 1)),
                    )
                keyword_parameter = next(
                    (
                        t
                        for t, n in zip(row[3:], row[4:])
                        if is_keyword(t.text)
                        and t.text not in ("None", "True", "False", "lambda")
                        and n.text in (",", ")", "=", ":")
                        and row[row.index(t) - 1].text in ("(", ",", "*", "**")
                    ),
                    None,
                )
                if keyword_parameter:
                    return _keyword_name(case, keyword_parameter, "a parameter")
                wrong = next(
                    (t for p, t in zip(row[2:], row[3:]) if p.text in ("(", ",") and t.kind in ("number", "string")),
                    None,
                )
                if wrong is not None and not any(t.text in ("=", "[") for t in row[3 : row.index(wrong)]):
                    return case.say(
                        "parameter-value",
                        f"{brief(wrong.text)} stands where a parameter's name belongs.",
                        "In a `def` line names stand for what will be handed over; the values come in the call.",
                        [
                            "Write a name there: `def greet(name):`.",
                            'For a value when nothing is given: `def greet(name="you"):`.',
                        ],
                    )
        if words[0].startswith("@") and len(row) > 1 and case.vague:
            below = case.code_line_below(line)
            follows = case.row(below)[0].text if below else ""
            if (case.line != line or not below) and follows not in ("def", "class", "async") and not follows.startswith("@"):
                return case.say(
                    "decorator-alone",
                    f"Below the decorator on line {line} stands no function.",
                    "A line with `@` changes the function or class that begins on the next line.",
                    ["Write the `def` or `class` directly below it.", "Or take the line out."],
                )
        for index, token in enumerate(row):
            if (
                not is_keyword(token.text)
                or token.kind != "name"
                or token.text in ("None", "True", "False", "lambda", "not")
            ):
                continue
            following = row[index + 1].text if index + 1 < len(row) else ""
            before = row[index - 1].text if index else ""
            if (
                (following in ("=", "+=", "-=") and (not index or before in (",", "(", "as", "for")))
                or before in (".", "as")
                and not (token.text == "import" and row[0].text == "from")
                or before == "for"
                and following == "in"
                or before in ("import", "global")
                and following in ("", ",")
            ):
                return _keyword_name(case, token, "a name")
    return None


def _keyword_name(case, token, what):
    return case.say(
        "keyword-as-name",
        f"`{token.text}` cannot be {what if what.startswith('a ') else 'the name of ' + what}.",
        f"`{token.text}` is one of Python's own words.",
        [f"Use another name, or add an underscore: `{token.text}_`."],
        case.swap(token, token.text + "_"),
    )


@rule()
def after_as(case):
    """Newer versions say it themselves."""
    if not case.vague:
        return None
    for line in case.near:
        row = case.row(line)
        words = [t.text for t in row]
        if words[0] not in ("import", "from", "except") or "as" not in words[:-1]:
            continue
        at = words.index("as") + 1
        following = words[at + 1] if at + 1 < len(row) else ""
        if row[at].kind in ("number", "string") or row[at].kind == "name" and following in (".", "[", "("):
            cause = "except-target" if words[0] == "except" else "import-target"
            what = "exception" if words[0] == "except" else "module"
            sample = "except ValueError as error:" if words[0] == "except" else "import numpy as np"
            return case.say(
                cause,
                "After `as` a plain name must stand.",
                f"The {what} is stored under this name.",
                [f"Write one word: `{sample}`."],
            )
    return None


def _in_match(case):
    """Whether the line stands inside the block of a `match`."""
    width = len(case.indent(case.line))
    for line in sorted((line for line in case._rows if line < case.line), reverse=True):
        if len(case.indent(line)) < width:
            row = case.row(line)
            return row[0].text == "match" and row[-1].text == ":"
    return False


@rule(
    import_swapped="`import ... from` instead of `from ... import`",
    import_empty="Nothing follows `import`",
    import_missing="The word `import` is missing behind `from ...`",
    import_quotes="A module's name stands in quotes or has another form",
    import_as_empty="No name follows `as`",
    import_brackets="Brackets around names in an import",
    import_dotted="A name behind `import` has a dot",
    import_relative="`import` of a name that begins with a dot",
    import_hyphen="A module's name with a hyphen",
)
def importing(case):
    if not (
        case.vague or case.says(r"^invalid syntax|^Expected one or more|forgot|trailing comma|expected|Did you mean")
    ):
        return None
    for line in case.near:
        row = case.row(line)
        words = [t.text for t in row]
        if words[0] not in ("import", "from"):
            continue
        code = case.at(line)[row[0].column : case.code_end(line)]
        space = case.indent(line)
        match = re.match(r"import\s+(.+?)\s+from\s+([\w.]+)$", code)
        if match:
            return case.say(
                "import-swapped",
                "`import` and `from` are in the wrong order.",
                "Python names the module first.",
                [f"Write `from {match.group(2)} import {match.group(1)}`."],
                (line, f"{space}from {match.group(2)} import {match.group(1)}"),
            )
        if words[-1] == "as":
            return case.say(
                "import-as-empty",
                "After `as` the name is missing.",
                "`as` gives what is imported another name.",
                ["Write the name: `import numpy as np`.", "Or take `as` out."],
                (line, re.sub(r"\s+as$", "", space + code)),
            )
        if words[-1] == "import" or words == ["from"]:
            return case.say(
                "import-empty",
                "Nothing follows `import`.",
                "It must be said what to import.",
                ["Write the names: `from math import sqrt`."],
            )
        match = re.match(r"from\s+([\w.]+)\s+(?!import\b)(\*|\w+(?:\s*,\s*\w+)*)$", code)
        if match:
            return case.say(
                "import-missing",
                f"Between `{match.group(1)}` and `{match.group(2)}` the word `import` is missing.",
                "`from` names the module, `import` what is taken out of it.",
                [f"Write `from {match.group(1)} import {match.group(2)}`."],
                (line, f"{space}from {match.group(1)} import {match.group(2)}"),
                must=True,
            )
        match = re.match(r"from\s+([\w.]+)$", code)
        if match:
            return case.say(
                "import-missing",
                "The part with `import` is missing.",
                "`from` names the module, `import` what is taken out of it.",
                [f"Write `import {match.group(1)}`, or `from {match.group(1)} import name`."],
                (line, f"{space}import {match.group(1)}"),
            )
        if any(t.kind == "string" for t in row[1:2]) or "/" in words:
            return case.say(
                "import-quotes",
                "The module is not named the way Python expects.",
                "A module's name stands without quotes, without `.py` and without a path; folders are separated by"
                " dots.",
                ["For the file `tools.py` write `import tools`."],
            )
        if "(" in words and words[0] == "import" or "[" in words:
            return case.say(
                "import-brackets",
                "Brackets stand in this import.",
                "Only behind `from ... import` round brackets may stand around the names.",
                ["Write the names without brackets."],
                (line, re.sub(r"[\[\]()]", "", space + code)),
            )
        if words[0] == "import" and len(words) > 1 and words[1] in (".", ".."):
            return case.say(
                "import-relative",
                "`import` cannot begin with a dot.",
                "A dot in front means: from this package; it needs the form with `from`.",
                ["Write `from . import name`."],
                (line, re.sub(r"import\s+\.", "from . import ", space + code)),
            )
        if "-" in words and words[0] in ("import", "from"):
            return case.say(
                "import-hyphen",
                "The module's name holds a hyphen.",
                "Python reads `-` as minus. A package is often installed under a name with a hyphen, and imported under"
                " one with `_`.",
                ["Write `_` instead of `-`, or look up under which name the package is imported."],
                (line, space + re.sub(r"\s*-\s*", "_", code)),
            )
        if words[0] == "from" and "import" in words and "." in words[words.index("import") :]:
            return case.say(
                "import-dotted",
                "A name behind `import` has a dot.",
                "The dots belong behind `from`.",
                ["Write `from os.path import join`."],
            )
    return None


@rule(
    match_too_old="`match` needs Python 3.10",
    except_star_too_old="`except*` needs Python 3.11",
    type_statement_too_old="`type` statements need Python 3.12",
    type_parameters_too_old="Type parameters need Python 3.12",
    with_brackets_too_old="`with` in brackets needs Python 3.9",
    template_too_old="t-strings need Python 3.14",
)
def newer(case):
    table = (
        ("match-too-old", (3, 10), r"^\s*match\s+[\w(\[\"'].*:\s*$", "`match`"),
        ("except-star-too-old", (3, 11), r"^\s*except\s*\*", "`except*`"),
        ("type-statement-too-old", (3, 12), r"^\s*type\s+\w+(?:\[.*\])?\s*=", "The `type` statement"),
        (
            "type-parameters-too-old",
            (3, 12),
            r"^\s*(?:async\s+)?(?:def|class)\s+\w+\s*\[",
            "Type parameters in square brackets",
        ),
        ("with-brackets-too-old", (3, 9), r"^\s*with\s*\(.*\bas\b.*$", "Round brackets around the parts of `with`"),
        ("template-too-old", (3, 14), r"(?<![\w\"'])[tT][\"']", "A t-string"),
    )
    if not (case.vague or case.says("^expected|^invalid syntax|forgot a comma")):
        return None
    for name, since, pattern, what in table:
        if case.version < since and any(re.search(pattern, case.at(line)) for line in case.near):
            at = next(line for line in case.near if re.search(pattern, case.at(line)))
            if name == "template-too-old" and not any("t" in t.prefix.lower() for t in case.row(at)):
                continue
            if name == "match-too-old" and any(t.kind == "op" and t.text == "=" for t in case.row(at)):
                continue
            wanted, have = ".".join(map(str, since)), ".".join(map(str, case.version))
            return case.say(
                name,
                f"{what} needs Python {wanted} or newer.",
                f"The program was run with Python {have}.",
                [f"Run it with Python {wanted} or newer.", "Or write it in a way that older versions know."],
            )
    return None
