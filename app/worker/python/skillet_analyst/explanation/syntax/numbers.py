# SPDX-License-Identifier: GPL-3.0-or-later
"""Numbers that are not written the way Python reads them, and names that begin with a digit."""

import re

from .case import rule

_GOOD = re.compile(
    r"(?:0[xX](?:_?[\da-fA-F])+|0[bB](?:_?[01])+|0[oO](?:_?[0-7])+|(?:(?:0(?:_?0)*|[1-9](?:_?\d)*)|(?:\d(?:_?\d)*)?\.(?:\d(?:_?\d)*)?(?:[eE][+-]?\d+)?|\d(?:_?\d)*[eE][+-]?\d+)[jJ]?|\d(?:_?\d)*[jJ])$"
)
_UNITS = {
    "px",
    "cm",
    "mm",
    "km",
    "kg",
    "g",
    "s",
    "ms",
    "min",
    "h",
    "m",
    "k",
    "K",
    "M",
    "GB",
    "MB",
    "KB",
    "kb",
    "mb",
    "gb",
    "Hz",
    "USD",
    "EUR",
    "f",
    "L",
    "l",
    "u",
    "d",
    "F",
    "th",
    "st",
    "nd",
    "rd",
    "am",
    "pm",
    "years",
    "days",
}


@rule(
    number_leading_zero="A number begins with zero",
    number_thousands="A comma or point separates the thousands of a number",
    number_underscore="An underscore in a number is in the wrong place",
    number_dots="A number has more than one decimal point",
    number_incomplete="A number is not complete",
    number_unit="A unit is written at a number",
    name_digit="A name begins with a digit",
    times_missing="A number stands directly in front of a name or bracket",
)
def number(case):
    if not (
        case.vague
        or case.says(
            r"^invalid (?:decimal|hexadecimal|octal|binary|imaginary|token|character)|leading zeros|forgot a"
            r" comma|cannot assign|invalid number|expected|was never closed|unmatched"
        )
    ):
        return None
    for line in case.near:
        row = case.row(line)
        for index, token in enumerate(row):
            if token.kind != "number" or _GOOD.match(token.text) or not token.text.isascii():
                continue
            before = row[index - 1] if index else None
            after = row[index + 1] if index + 1 < len(row) else None
            return _number(case, token, before, after)
    return None


def _number(case, token, before, after):
    text = token.text
    if re.fullmatch(r"0[\d_]+", text):
        if (
            before
            and before.text == ","
            and before.touches(token)
            and case.at(token.line)[: before.column][-1:].isdigit()
            and len(text) == 3
        ):
            start = re.search(r"[\d,]+$", case.at(token.line)[: token.end_column]).start()
            whole = case.at(token.line)[start : token.end_column]
            return case.say(
                "number-thousands",
                f"A comma stands inside the number `{whole}`.",
                "For Python a comma separates two values. So the second one is `"
                + text
                + "`, and a number may not begin with zero.",
                ["Write the number without commas, or with underscores: `1_000`."],
                (
                    token.line,
                    case.at(token.line)[:start] + whole.replace(",", "_") + case.at(token.line)[token.end_column :],
                ),
            )
        return case.say(
            "number-leading-zero",
            f"The number `{text}` begins with zero.",
            "Whole numbers cannot begin with zero in Python 3, because in other languages that meant base 8.",
            [
                f"Write `{text.lstrip('0_') or '0'}`.",
                f'For a code or a date in which the zero counts, write a text: `"{text}"`.',
                f"For a number in base 8, write `0o{text.lstrip('0_') or '0'}`.",
            ],
            case.swap(token, text.lstrip("0_") or "0"),
        )
    if text.count(".") > 1:
        return case.say(
            "number-dots",
            f"`{text}` has more than one point.",
            "A number has at most one decimal point. The thousands can be separated by underscores: `1_000_000`.",
            [f'For a version, a date or an address, write a text: `"{text}"`.', "For a number, keep one point."],
            case.swap(token, f'"{text}"'),
        )
    if re.fullmatch(r"[\d_.]+", text):
        return case.say(
            "number-underscore",
            f"An underscore in `{text}` is in the wrong place.",
            "Underscores may only stand between two digits, one at a time.",
            ["Write it as in `1_000_000`."],
            case.swap(token, re.sub(r"_+(?=\.|$)|(?<=\.)_+", "", re.sub(r"__+", "_", text))),
        )
    if re.fullmatch(r"0[xXbBoO]_?", text):
        return case.say(
            "number-incomplete",
            f"After `{text}` the digits are missing.",
            "`0x` begins a number in base 16, `0b` in base 2 and `0o` in base 8.",
            ["Write the digits: `0xff`, `0b101`."],
        )
    base = re.fullmatch(r"0([xXbBoO])\w+", text)
    if base:
        kind, digits = {
            "x": ("hexadecimal", "0 to 9 and a to f"),
            "b": ("binary", "0 and 1"),
            "o": ("octal", "0 to 7"),
        }[base.group(1).lower()]
        return case.say(
            "number-octal-digit",
            f"`{text}` is not a {kind} number.",
            f"A {kind} number has the digits {digits}.",
            ["Correct the digits.", "For an ordinary number, take the prefix away."],
        )
    if re.fullmatch(r"[\d.]+[eE][+-]?", text):
        return case.say(
            "number-incomplete",
            f"After `{text}` the exponent is missing.",
            "`1e6` means 1 with 6 zeros; the number behind `e` must be there.",
            ["Write it, as in `1e6`."],
        )
    digits, letters = re.match(r"([\d_.]*)(.*)", text).groups()
    names_it = (
        after is not None
        and (after.text in ("=", ":", "+=", "-=") or after.text == "(" and before is not None and before.text == "def")
        or before is not None
        and before.text in ("def", "class", "import", "for", "as", "global")
    )
    if names_it:
        better = "_" + text
        return case.say(
            "name-digit",
            f"The name `{text}` begins with a digit.",
            "Python reads a digit as the beginning of a number, so names begin with a letter or `_`.",
            [f"Begin it with `_` or a letter: `{better}`.", "Or write the digit at the end."],
            case.swap(token, better),
        )
    if "." in digits and letters and text[len(digits) - 1] == "." and letters not in _UNITS:
        return None  # an attribute of something that is missing
    if letters in _UNITS:
        return case.say(
            "number-unit",
            f"The letters `{letters}` are written at the number `{digits}`.",
            "Python's numbers are digits alone; what they count is not part of them.",
            [
                f"Write `{digits}`, and put the unit in the variable's name: `width_{letters.lower()} = {digits}`.",
                f'Or write a text: `"{text}"`.',
            ],
            case.swap(token, digits),
        )
    return case.say(
        "times-missing",
        f"In `{text}` the number and the name touch.",
        "Nothing may be left out between two values; `2x` means nothing to Python.",
        [
            f"To multiply, write `{digits} * {letters}`.",
            f"A name must begin with a letter: `{letters}{digits}`.",
            f'For a text, write `"{text}"`.',
        ],
        case.swap(token, f"{digits} * {letters}") if letters.isidentifier() else (),
    )
