# SPDX-License-Identifier: GPL-3.0-or-later
"""Texts whose quotes do not match."""

import re

from .case import brief, rule

_UNCLOSED = r"^(?:unterminated (?:[ft]-)?string|unterminated f-string literal|EOL while scanning string literal)"
_TRIPLE = r"^(?:unterminated triple-quoted|EOF while scanning triple-quoted)"


def _open_text(case):
    return next(
        (
            token
            for token in case.row(case.line)
            if token.kind == "string" and not token.closed and len(token.quote) == 1
        ),
        None,
    )


@rule("triple-quote-unclosed", "A text in three quotes never ends")
def triple(case):
    if not case.says(_TRIPLE):
        return None
    token = next((t for t in reversed(case.tokens) if t.kind == "string" and len(t.quote) == 3 and not t.closed), None)
    if token is None:
        return case.say(
            "triple-quote-unclosed",
            "A text that begins with three quotes never ends.",
            "Everything after it counts as part of the text, up to the end of the file.",
            ["Close it with the same three quotes."],
        )
    mends = []
    if (
        case.at(token.line)[token.end_column if token.end_line == token.line else token.column + 3 :].strip()
        or token.end_line > token.line
    ):
        mends.append((token.line, case.at(token.line).rstrip() + token.quote))
    last = max(number for number in range(case.first, case.first + len(case.lines)) if case.at(number).strip())
    mends.append((last, case.at(last).rstrip() + token.quote))
    return case.say(
        "triple-quote-unclosed",
        f"The text that begins on line {token.line} with `{token.quote}` never ends.",
        "Everything after it counts as part of the text, up to the end of the file.",
        [
            f"Write `{token.quote}` where the text is meant to end.",
            "Check that it begins and ends with the same three quotes.",
        ],
        mends if len(case.at(token.line).strip()) > 3 else mends[-1:],
    )


@rule("quote-inside", "A quote inside a text ends it too early")
def inside(case):
    """'don't': the text ends at the apostrophe."""
    if not (case.says(_UNCLOSED) or case.vague or case.says("forgot a comma|was never closed|expected|part of the string")):
        return None
    row = case.row(case.line)
    for token, following in zip(row, row[1:]):
        if token.kind != "string" or not token.closed or len(token.quote) != 1 or not token.touches(following):
            continue
        if "f" in token.prefix.lower() and token.text.count("{") > token.text.count("}"):
            continue
        if following.kind not in ("name", "number") and not (following.kind == "string" and following.prefix):
            continue
        line, quote, text = token.line, token.quote, case.at(token.line)
        ended = re.search(r"\s*,\s*$", token.text[:-1])
        if ended and case.says(_UNCLOSED):
            found = case.say(
                "quote-unclosed",
                f"The text that begins with {brief(token.text[: ended.start()], 30)} has no quote at its end.",
                f"So it goes on to the next `{quote}`, which was meant to begin another text.",
                [f"Write `{quote}` where the text ends, in front of the comma."],
                case.put(line, token.column + ended.start(), quote),
                must=True,
            )
            if found:
                return found
        other = '"' if quote == "'" else "'"
        start = token.column + len(token.prefix)
        ends = [at for at in range(len(text) - 1, start, -1) if text[at] == quote and at >= token.end_column]
        mends = []
        for end in ends:
            body = text[start + 1 : end]
            mends.append(
                (line, text[:start] + other + body + other + text[end + 1 :])
                if other not in body
                else (line, text[:start] + quote + body.replace(quote, "\\" + quote) + quote + text[end + 1 :])
            )
        found = case.say(
            "quote-inside",
            f"The text {brief(token.text)} ends earlier than it looks.",
            f"It begins with `{quote}`, so the next `{quote}` ends it, also when that is an apostrophe or a quote"
            f" inside the text. What follows, {brief(following.text, 20)}, is no longer part of it.",
            [
                f"Put the whole text between `{other}` instead.",
                f"Or write `\\{quote}` for each such sign inside the text.",
            ],
            mends,
            must=True,
        )
        if found:
            return found
    return None


@rule(
    quote_escaped="A backslash in front of the last quote keeps the text open",
    quote_mismatched="A text begins with one kind of quote and ends with the other",
    quote_missing_opening="The quote at the beginning of a text is missing",
    text_over_lines="A text in single quotes goes over several lines",
    quote_unclosed="The quote at the end of a text is missing",
)
def unclosed(case):
    token = _open_text(case) if case.says(_UNCLOSED) else None
    if token is None:
        return None
    text, line, quote = case.at(case.line), case.line, token.quote
    content = text[token.column + len(token.prefix) + 1 :]
    bare = content.rstrip(" \t)]}:,;")
    if bare.endswith("\\" + quote):
        at = token.column + len(token.prefix) + 1 + len(bare) - 2
        return case.say(
            "quote-escaped",
            "The text is not ended by its last quote, because a backslash stands before it.",
            f"`\\{quote}` means a quote inside the text, so Python goes on looking for the end.",
            [
                "Write `\\\\` for a backslash at the end of a text.",
                'In paths, forward slashes work everywhere: `"C:/data/"`.',
            ],
            [(line, text[:at] + "\\\\" + text[at + 1 :])],
        )
    other = '"' if quote == "'" else "'"
    if bare.endswith(other) and bare.count(other) % 2:
        at = token.column + len(token.prefix) + 1 + len(bare) - 1
        found = case.say(
            "quote-mismatched",
            f"The text begins with `{quote}` but ends with `{other}`.",
            f"Only another `{quote}` can end it; `{other}` is an ordinary character in it.",
            ["Use the same quote at both ends."],
            [
                (line, text[:at] + quote + text[at + 1 :]),
                (line, text[: token.column + len(token.prefix)] + other + text[token.column + len(token.prefix) + 1 :]),
            ],
            must=True,
        )
        if found:
            return found
    if not bare:
        found = _missing_opening(case, token)
        if found:
            return found
    below = case.code_line_below(line)
    ended_below = below and any(t.kind == "string" and not t.closed and t.quote == quote for t in case.row(below))
    if ended_below and not re.search(r"[)\]}:]\s*$", text):
        return case.say(
            "text-over-lines",
            f"The text that begins on line {line} goes on over the end of the line.",
            f"A text between `{quote}` must end on the line where it begins.",
            [
                f"For a text over several lines, use three quotes at both ends: `{quote * 3}`.",
                "For a line break inside a text, write `\\n`.",
            ],
        )
    start = token.column + len(token.prefix) + 1
    ends = [at for at in range(start, len(text) + 1) if not text[at:].strip(" \t)]}:,;")]
    ends.sort(key=lambda at: text[at - 1] == " " and text[at:].strip() != "")  # first where no space is taken in
    found = case.say(
        "quote-unclosed",
        f"The text that begins with {brief(token.prefix + quote + bare, 30)} has no quote at its end.",
        f"It begins with `{quote}` in column {token.column + 1} and must end with `{quote}` on the same line.",
        [f"Write `{quote}` where the text ends.", f"For a text over several lines, use `{quote * 3}` at both ends."],
        [(line, text[:at] + quote + text[at:]) for at in ends],
    )
    return found


def _missing_opening(case, token):
    row = [t for t in case.row(token.line) if t.column < token.column]
    text = case.at(token.line)
    at = next(
        (t.end_column for t in reversed(row) if t.text in ("(", "=", ",", "[", ":", "{", "+", "==", "return", "in")),
        None,
    )
    if at is None or not row or row[-1].text in ("(", "=", ","):
        return None
    at += len(text[at:]) - len(text[at:].lstrip())
    word = text[at : token.column]
    return case.say(
        "quote-missing-opening",
        f"The text {brief(word)} has a quote at its end, but none at its beginning.",
        f"So the `{token.quote}` begins a new text, and that one does not end.",
        [f"Write `{token.quote}` in front of it."],
        (token.line, text[:at] + token.quote + text[at:]),
        must=True,
    )


@rule("prefix-apart", "A space stands between the `f` and its text")
def prefix_apart(case):
    for line in case.near:
        row = case.row(line)
        for token, following in zip(row, row[1:]):
            if (
                token.text in ("f", "r", "b", "F", "R", "fr", "rf", "u")
                and following.kind == "string"
                and not following.prefix
                and not token.touches(following)
                and not case.gives_value(token.text)
            ):
                found = case.say(
                    "prefix-apart",
                    f"A space stands between `{token.text}` and its text.",
                    f'The letter must touch the quote: `{token.text}"..."`. By itself `{token.text}` is just a name.',
                    ["Take the space out."],
                    (
                        case.swap(token, token.text + case.at(line)[following.column : following.end_column], following)
                        if following.end_line == line
                        else ()
                    ),
                    must=True,
                )
                if found:
                    return found
    return None


@rule()
def path_escape(case):
    if not case.says(r"'unicodeescape' codec"):
        return None
    mends = [
        case.put(case.line, token.column, "r")
        for token in case.row(case.line)
        if token.kind == "string" and not token.prefix and "\\" in token.text
    ]
    whole = next((token.text for token in case.row(case.line) if token.kind == "string" and "\\" in token.text), "")
    return case.say(
        "escape-path",
        "A backslash in this text begins a special code that is not complete.",
        (f"In {brief(whole)}" if whole else "In this text")
        + " a `\\U`, `\\u`, `\\x` or `\\N` introduces the code of a character. In a Windows path that is not meant.",
        ['Put an `r` before the quote: `r"C:\\Users\\me"`.', 'Or use forward slashes: `"C:/Users/me"`.'],
        mends,
    )


@rule(
    path_without_quotes="A path stands in the code without quotes",
    after_backslash="Something follows a backslash at the end of a line",
    backslash_at_end="A backslash is the last thing of the file",
)
def backslash(case):
    if (
        case.says("^unexpected EOF")
        and case.text.rstrip().endswith("\\")
        or case.says("unexpected EOF.*continuation|EOF in multi-line")
    ):
        return case.say(
            "backslash-at-end",
            "The file ends after a backslash.",
            "A backslash at the end of a line says that the statement goes on in the next line, and there is none.",
            ["Take the backslash out, or write the rest of the statement."],
            (case.line, case.text.rstrip().rstrip("\\").rstrip()) if case.text.rstrip().endswith("\\") else (),
        )
    text = case.text
    drive = re.search(r"(?<![\w'\"%])[A-Za-z]:\\\w", text)
    if drive and any(t.closed and t.column < drive.start() < t.end_column for t in case.row(case.line) if t.kind == "string"):
        drive = None
    if not case.says("unexpected character after line continuation") and not (case.vague and drive):
        return None
    if re.search(r"\\[ \t]+$", text):
        return case.say(
            "after-backslash",
            "A space follows the backslash at the end of the line.",
            "The backslash joins two lines only when it is the very last character.",
            [
                "Take the spaces after the backslash out.",
                "Or put the whole expression in round brackets: then no backslash is needed.",
            ],
            (case.line, text.rstrip()),
        )
    path = re.search(r"(?<![\w'\"%])(?:[A-Za-z]:|\.{1,2})?[\w.]*(?:\\[\w.]+)+", text)
    texts = [token for token in case.row(case.line) if token.kind == "string"]
    quoted = bool(texts)
    inside = path is not None and any(token.closed and token.column < path.start() < token.end_column for token in texts)
    if path and not inside and (re.match(r"[A-Za-z]:\\", path.group()) or path.group().count("\\") > 1 and not quoted):
        return case.say(
            "path-without-quotes",
            f"The path {brief(path.group())} stands in the code without quotes.",
            "Paths are texts. Outside of quotes a backslash only joins lines.",
            [f'Write `r"{path.group()}"`.'],
            (case.line, text[: path.start()] + f'r"{path.group()}"' + text[path.end() :]),
        )
    return case.say(
        "after-backslash",
        "Something follows a backslash.",
        "Outside of texts a backslash joins two lines, and must be the last character of the line. To divide, write"
        " `/`; a line break is `\\n` inside quotes.",
        [
            "To divide, write `/`.",
            "If it belongs to a text, put the text in quotes.",
            "If nothing is meant, take it out.",
        ],
        (
            [(case.line, text.replace("\\", "/"))]
            if re.search(r"\w\s*\\\s*\w", text) and "n" != text[text.index("\\") + 1 :][:1]
            else ()
        ),
    )
