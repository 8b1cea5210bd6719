# SPDX-License-Identifier: GPL-3.0-or-later
"""What goes wrong between the braces of an f-string."""

import re

from .case import brief, rule
from .trial import complaint


def _fields(token):
    """The texts between braces of an f-string token, without conversion and format; roughly."""
    return re.findall(r"(?<!\{)\{([^{}]*)\}?", token.text)


def _texts(case):
    found = [
        token
        for line in case.near
        for token in case.row(line)
        if token.kind == "string" and "f" in token.prefix.lower()
    ]
    if not found:
        found = [token for token in case.statement(case.line) if token.kind == "string" and "f" in token.prefix.lower()]
    return found


@rule("fstring-quotes", "The quote of an f-string is used again between its braces")
def same_quote(case):
    """Before 3.12 the quote that begins an f-string cannot be used inside its braces."""
    if not (
        case.vague or case.says(r"^f-string|forgot a comma|unterminated|EOL while|never closed|expecting '}'")
    ) or case.version >= (3, 12):
        return None
    row = case.row(case.line)
    for token, following in zip(row, row[1:]):
        if token.kind != "string" or "f" not in token.prefix.lower() or not token.closed or len(token.quote) != 1:
            continue
        if (
            token.text.count("{") <= token.text.count("}")
            or not token.touches(following)
            or following.kind not in ("name", "op", "number")
        ):
            continue
        text, quote = case.at(case.line), token.quote
        if quote not in text[token.end_column :] or following.text == ")":
            continue
        other = '"' if quote == "'" else "'"
        start = token.column + len(token.prefix)
        mends = []
        for end in [at for at in range(len(text) - 1, token.end_column - 1, -1) if text[at] == quote]:
            body = text[start + 1 : end]
            inner = re.sub(r"\{[^{}]*\}", lambda field: field.group().replace(quote, other), body)
            mends.append((case.line, text[: start + 1] + inner + text[end:]))
        return case.say(
            "fstring-quotes",
            f"The f-string uses the quote `{quote}` again between its braces.",
            f"Before Python 3.12 the next `{quote}` ends the text, also inside `{{...}}`.",
            [f"Use `{other}` between the braces.", "Or compute the value before, and put only its name in the braces."],
            mends,
            certain=case.proven(mends) is not None,
        )
    return None


@rule(
    fstring_empty="Nothing stands between the braces of an f-string",
    fstring_brace_unclosed="A brace in an f-string is not closed",
    fstring_brace_alone="A single closing brace stands in an f-string",
    fstring_backslash="A backslash stands between the braces of an f-string",
    fstring_comment="A `#` stands between the braces of an f-string",
    fstring_conversion="What follows `!` in an f-string is not known",
    fstring_format="What follows `:` in an f-string is not right",
    fstring_colon="A lambda, a walrus or a dict stands between the braces of an f-string",
    fstring_assignment="`=` between the braces of an f-string",
    fstring_statement="A statement stands between the braces of an f-string",
    fstring_nested="Too many braces inside each other in an f-string",
    fstring_expression="What stands between the braces of an f-string is no expression",
)
def by_message(case):
    if case.error.file == "<fstring>":  # 3.8 compiles what stands between braces as a text of its own
        return case.say(
            "fstring-expression",
            "What stands between the braces of an f-string is no complete expression.",
            "Python read " + brief(case.error.text.strip("() \n")) + " there.",
            ["Write it as it would stand behind `print(`.", "For real braces in the text, double them: `{{` and `}}`."],
        )
    texts = _texts(case)
    mentions = case.says("f-string|format specifier|conversion character") and not case.says("assign|delete")
    if case.says(r"does not match opening parenthesis '\{'") and case.version >= (3, 12):
        mentions = any(token.text.replace("{{", "").count("{") > token.text.count("}") for token in texts)
    here = case.here
    if (
        here is not None
        and here in texts
        and case.column > here.column + len(here.prefix)
        and (case.vague or case.says("forgot a comma"))
    ):
        mentions, texts = True, [here]  # since 3.12 the parser reads on between the braces
    if not mentions:
        if (
            not (case.vague or case.says("Maybe you meant|forgot a comma|unterminated"))
            or not texts
            or case.version >= (3, 12)
        ):
            return None
        if not (case.text.strip().startswith("(") and case.error.source is not None):  # 3.8 shows the expression alone
            return None
    whole = next((token for token in texts if "{" in token.text or "}" in token.text), None)
    shown = brief(whole.text, 40) if whole else "this f-string"
    empty = (
        case.says(r"empty expression|valid expression required before '}'")
        or whole
        and re.search(r"(?<!\{)\{\s*\}", whole.text)
        and case.says("f-string: (?:invalid syntax|expression)|empty")
    )
    if empty:
        mends = []
        if whole and whole.end_line == whole.line:
            mends.append(case.swap(whole, re.sub(r"(?<!\{)\{\s*\}(?!\})", "{{}}", whole.text)))
        return case.say(
            "fstring-empty",
            f"Nothing stands between the braces in {shown}.",
            "In an f-string `{...}` shows a value, so a name or an expression must stand there.",
            ["Write the name of the value between the braces.", "For real braces in the text, double them: `{{}}`."],
            mends,
        )
    if case.says(r"single '}' is not allowed"):
        mends = (
            [case.swap(whole, re.sub(r"\}(?!\})", "}}", whole.text, count=1))]
            if whole and whole.end_line == whole.line and "{" not in whole.text
            else []
        )
        return case.say(
            "fstring-brace-alone",
            f"A single closing brace stands in {shown}.",
            "In an f-string braces come in pairs around a value.",
            ["Write the `{` that belongs to it.", "For a real brace in the text, double it: `}}`."],
            mends,
        )
    if case.says(r"backslash"):
        return case.say(
            "fstring-backslash",
            "A backslash stands between the braces of an f-string.",
            "Before Python 3.12 that is not possible, not even as `\\n`.",
            [
                'Give the text a name before: `line_break = "\\n"`, and use the name between the braces.',
                "Or let `join` be done on a line before.",
            ],
        )
    if case.says(r"cannot include '#'"):
        return case.say(
            "fstring-comment",
            "A `#` stands between the braces of an f-string.",
            "Before Python 3.12 no comment can stand there.",
            ["Take it out.", "If the `#` is part of a text, give that text a name before."],
        )
    if case.says(r"conversion character"):
        return case.say(
            "fstring-conversion",
            f"What follows `!` in {shown} is not known.",
            "Between the braces `!r`, `!s` and `!a` choose how a value is shown; there is nothing else.",
            [
                "Write `!r` to show a text with its quotes, or take the `!` out.",
                "To say not, write `not`; to compare, write `!=`.",
            ],
        )
    if case.says(r"nested too deeply|too many nested"):
        return case.say(
            "fstring-nested",
            "Too many braces stand inside each other in this f-string.",
            "Only the format behind the colon may hold braces again.",
            ["Compute the value before, and put only its name in the braces."],
        )
    if case.says(
        r"expecting '}'|'\{' was never closed|expected '}'|unterminated f-string|expecting '=', or '!'|expecting a"
        r" valid expression after '\{'|expecting '!', or ':', or '}'|does not match"
    ):
        found = _not_closed(case, whole, shown)
        if found:
            return found
    if whole:
        for field in _fields(whole):
            inside = field.strip()
            if re.match(r"(?:import|return|print|for|while|def|if|pass|del|raise)\b(?!\s*\()", inside):
                return case.say(
                    "fstring-statement",
                    f"Between the braces stands the statement {brief(inside)}.",
                    "Only something with a value can be shown in a text.",
                    ["Do it on a line before, and put the name of the result in the braces."],
                )
            if re.match(r"[A-Za-z_]\w*\s*=\s*[^=\s!:]", inside):
                return case.say(
                    "fstring-assignment",
                    f"Between the braces stands the assignment {brief(inside)}.",
                    "Between braces a value is shown; a variable is set on a line of its own. To compare, write `==`.",
                    [
                        "Set the variable before, and show its name.",
                        "To compare, write `==`.",
                        "`{name=}` shows the name together with its value.",
                    ],
                )
            if re.match(r"lambda\b", inside) or ":=" in inside:
                return case.say(
                    "fstring-colon",
                    f"Between the braces stands {brief(inside)}, whose colon is taken for the format.",
                    "In an f-string the first `:` between braces begins the format, such as `:.2f`.",
                    [
                        "Put the expression in round brackets.",
                        "Or compute the value before, and put only its name in the braces.",
                    ],
                )
            if inside.endswith("!"):
                return case.say(
                    "fstring-conversion",
                    f"Nothing follows `!` in {shown}.",
                    "Between the braces `!r`, `!s` and `!a` choose how a value is shown.",
                    ["Write `!r`, or take the `!` out."],
                )
    if not mentions:
        return None
    if case.says("format spec"):
        return case.say(
            "fstring-format",
            f"What follows `:` in {shown} is not a format.",
            "Behind the colon stands how to show the value, such as `:.2f`, `:>10` or `:,`.",
            ["Check the part between `:` and `}`."],
        )
    wrong = next(
        (
            field
            for field in (_fields(whole) if whole else ())
            if complaint("(" + re.split(r"[!:]", field)[0].strip().rstrip("=") + ")", True)
        ),
        "",
    )
    return case.say(
        "fstring-expression",
        (f"{brief(wrong)} between the braces" if wrong.strip() else f"What stands between the braces of {shown}")
        + " is no complete expression.",
        "Between the braces of an f-string stands Python: a name, a calculation or a call. For plain words no braces"
        " are needed.",
        ["Write it as it would stand behind `print(`.", "For real braces in the text, double them: `{{` and `}}`."],
    )


def _not_closed(case, whole, shown):
    mends = []
    if whole is not None and whole.end_line == whole.line:
        text = whole.text
        body_end = len(text) - len(whole.quote) if whole.closed else len(text)
        opening = text.rfind("{", 0, body_end)
        if opening >= 0 and text[: opening + 1].count("{") > text[:opening].count("}"):
            word = re.match(r"\{\s*[\w.\[\]]+(?:\(\))?(?:![rsa])?(?::[\w.,<>^+%]+)?", text[opening:])
            if word:
                at = opening + word.end()
                mends.append(case.swap(whole, text[:at] + "}" + text[at:]))
            mends.append(case.swap(whole, text[:body_end] + "}" + text[body_end:]))
        if text.count("{") - 2 * text.count("{{") <= text.count("}") - 2 * text.count("}}"):
            return None
    return case.say(
        "fstring-brace-unclosed",
        f"A brace in {shown} is not closed.",
        "Each `{` in an f-string needs its `}` behind the value.",
        ["Write `}` behind the name or expression.", "For a real brace in the text, double it: `{{`."],
        mends,
    )
