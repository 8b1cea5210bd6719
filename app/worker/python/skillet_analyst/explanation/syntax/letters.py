# SPDX-License-Identifier: GPL-3.0-or-later
"""Characters that only look like Python's, and text that was copied along with the code."""

import re
import unicodedata

from .case import rule

_QUOTES = {**dict.fromkeys("“”„‟«»″＂", '"'), **dict.fromkeys("‘’‚‛′´", "'")}
_SPACES = dict.fromkeys(
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "
)
_INVISIBLE = dict.fromkeys(
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff",
    "",
)
_DASHES = dict.fromkeys("‐‑‒–—―−", "-")
_SIGNS = {
    "×": "*",
    "⋅": "*",
    "·": "*",
    "÷": "/",
    "∕": "/",
    "≤": "<=",
    "≥": ">=",
    "≠": "!=",
    "→": "->",
    "…": "...",
    "²": "**2",
    "³": "**3",
}
_WIDE = {
    **{chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
    "、": ",",
    "。": ".",
    "「": '"',
    "」": '"',
    "；": ";",
}
_FAMILIES = (
    (
        _QUOTES,
        "smart-quotes",
        "a curly quote",
        (
            'Word processors and web pages turn straight quotes into curly ones. Python only knows the straight `"`'
            " and `'`."
        ),
        'Write straight quotes instead: `"text"`.',
    ),
    (
        _SPACES,
        "odd-space",
        "a special space",
        "It looks like a space but is another character, often copied from a web page.",
        "Delete the space and type it again.",
    ),
    (
        _INVISIBLE,
        "invisible-character",
        "an invisible character",
        "It takes no room on the screen, and was probably copied from a web page or a chat.",
        "Delete the line and type it again, or let the suggestion take the character out.",
    ),
    (
        _DASHES,
        "dash",
        "a long dash",
        "Word processors turn a minus into a dash. Python only knows the minus of the keyboard, `-`.",
        "Write `-` instead.",
    ),
    (
        _SIGNS,
        "math-sign",
        "a sign from mathematics",
        "Python writes it with the characters of the keyboard: `*`, `/`, `<=`, `>=`, `!=`, `**`.",
        "Write Python's form instead.",
    ),
    (
        _WIDE,
        "wide-character",
        "a full-width character",
        "It comes from an East Asian keyboard and only looks like the plain one.",
        "Switch the keyboard to plain letters and type it again.",
    ),
)


def _odd(token):
    """The first character of a token that Python does not take; None when there is none."""
    if token.kind == "other":
        return token.text
    if token.kind == "name" and not token.text.isidentifier():
        return next((char for char in token.text if not ("_" + char).isidentifier()), None)
    if token.kind in ("number", "op") and not token.text.isascii():
        return next(char for char in token.text if not char.isascii())
    return None


@rule(
    smart_quotes="Curly quotes instead of straight ones",
    odd_space="A special space that Python does not take",
    invisible_character="An invisible character in the code",
    dash="A long dash instead of a minus",
    math_sign="A sign from mathematics that Python writes differently",
    wide_character="A full-width character instead of a plain one",
    currency_sign="A currency sign beside a number",
    unknown_character="A character that Python does not use outside texts",
)
def odd_character(case):
    if not (
        case.vague
        or case.says(
            r"^invalid (?:(?:non-printable )?character|decimal)|unterminated|EOL while|never closed|forgot a comma"
        )
    ):
        return None
    if case.version >= (3, 12) and case.says("^f-string"):
        return None
    for line in case.near if case.vague else case.near[:1]:
        for token in case.row(line):
            odd = _odd(token)
            if odd is None or odd in "\\":
                continue
            named = f"U+{ord(odd):04X} {unicodedata.name(odd, 'without a name').lower()}"
            where = f"Line {line} holds"
            for table, cause, what, why, fix in _FAMILIES:
                if odd in table:
                    return case.say(
                        cause,
                        f"{where} {what}" + (f", `{odd}`." if table not in (_SPACES, _INVISIBLE) else "."),
                        f"It is the character {named}. {why}",
                        [fix, "If it came with copied code, look at the lines around it too."],
                        _plain_forms(case, line),
                    )
            if unicodedata.category(odd) == "Sc" or odd == "%":
                return case.say(
                    "currency-sign",
                    f"{where} the sign `{odd}` beside the code.",
                    "Python's numbers are digits alone; what they count is not part of them.",
                    [f"Write the number without `{odd}`.", f'To show it, put it in a text: `print("{odd}", price)`.'],
                    [case.swap(token, "")],
                )
            return case.say(
                "unknown-character",
                f"{where} the character `{odd}`, which Python does not use.",
                f"It is {named}. Outside of texts and comments Python only takes letters, digits and its own signs.",
                ["If it belongs to a text, put the text in quotes.", "Else take it out."],
            )
    return None


def _plain_forms(case, line):
    """The line with the odd characters outside of texts in plain form."""
    old = case.at(line)
    new = list(old)
    every = {**_QUOTES, **_SPACES, **_INVISIBLE, **_DASHES, **_SIGNS, **_WIDE}
    for token in case.row(line):
        for column in range(token.column, token.end_column if token.end_line == line else len(old)):
            if token.kind != "string" and column < len(old):
                new[column] = every.get(old[column], old[column])
    first = "".join(new)
    yield line, first
    yield line, "".join(every.get(char, char) for char in old)
    if '"' in first:  # a text in curly quotes that holds an apostrophe
        yield line, "".join(every.get(char, char) if char not in "‘’" else "'" for char in old)


_COPIED = (
    (
        re.compile(r"^\s*(>>>|\.\.\.)(?: |$)"),
        "copied-prompt",
        "begins with the prompt `{0}`",
        "The prompt was copied along with the code. It shows where to type, and is not part of Python.",
    ),
    (
        re.compile(r"^\s*(In \[\d*\]:|Out\[\d*\]:) ?"),
        "copied-prompt",
        "begins with the prompt `{0}`",
        "The prompt was copied along with the code. It shows where to type, and is not part of Python.",
    ),
    (
        re.compile(r"^\s*([-+])(?=\s*(?:def|class|if|for|while|return|import|from|else|elif|try|with|\w+ ?=)\b|\w+ =)"),
        "copied-diff",
        "begins with a `{0}` from a list of changes",
        "Lists of changes mark each line with `+` or `-`. The mark was copied along with the code.",
    ),
)


@rule(
    copied_prompt="A prompt such as `>>>` was copied along with the code",
    copied_diff="The mark of a list of changes was copied along",
)
def copied_mark(case):
    for line in case.near:
        for pattern, cause, what, why in _COPIED:
            match = pattern.match(case.at(line))
            if match and case.row(line) and case.row(line)[0].kind != "string":
                rest = case.at(line)
                start = match.start(1)
                mended = (rest[:start] if cause == "copied-diff" else "") + rest[match.end() :]
                return case.say(
                    cause,
                    f"Line {line} {what.format(match.group(1))}.",
                    why,
                    [
                        f"Take `{match.group(1)}` out of this line, and of the others that begin so.",
                        "Lines that only show a result go as well.",
                    ],
                    (line, mended),
                    must=cause == "copied-diff",
                )
    return None


@rule("copied-line-number", "Line numbers were copied along with the code")
def copied_number(case):
    for line in case.near:
        match = re.match(r"^\s*(\d+)[.:|)]?(?:\s|$)", case.at(line))
        if not match or not case.row(line) or case.row(line)[0].kind != "number":
            continue
        number = int(match.group(1))
        beside = [re.match(r"^\s*(\d+)[.:|)]?(?:\s|$)", case.at(other)) for other in (line - 1, line + 1)]
        in_row = any(other and abs(int(other.group(1)) - number) == 1 for other in beside)
        if in_row:
            return case.say(
                "copied-line-number",
                f"Line {line} begins with a line number, `{number}`.",
                "The numbers were copied along with the code; Python does not count lines that way.",
                ["Take the number out of this line and of the others."],
                (line, case.at(line)[match.end() :]),
            )
    return None


_WHOLE_LINES = (
    (
        re.compile(r"^\s*(?:```|~~~)"),
        "copied-fence",
        "A mark of copied text stands on line {0}",
        "Line {0} is a mark that chats and documents put around code.",
        "Three backticks say where code begins and ends in a document. They are not part of Python.",
        True,
    ),
    (
        re.compile(r"^(?:<{7}|>{7}|={7}|\|{7})(?:\s|$)"),
        "merge-conflict",
        "The marks of a merge conflict",
        "Line {0} is a mark that Git left when two versions did not fit together.",
        "Between `<<<<<<<` and `=======` stands one version, from there to `>>>>>>>` the other.",
        False,
    ),
    (
        re.compile(r"^\s*(?:Traceback \(most recent call last\):|File \".*\", line \d+)"),
        "copied-traceback",
        "An error report was pasted into the code",
        "Line {0} belongs to an error report.",
        "It was probably pasted or copied along with the code.",
        False,
    ),
    (
        re.compile(r"^@@ .* @@"),
        "copied-diff",
        "",
        "Line {0} belongs to a list of changes.",
        "Such lines say where the changes are. They are not part of Python.",
        True,
    ),
    (
        re.compile(
            r"^\s*(?:[$%]"
            r" )?(?:python[\d.]*|py|pip[\d.]*|conda|git|cd|ls|mkdir|sudo|npm|source|apt|apt-get|brew|uv|pytest)"
            r" +(?!=|in\b|is\b|and\b|or\b|not\b|if\b)[-\w./~]"
        ),
        "shell-command",
        "",
        "Line {0} is a command for the terminal, not Python.",
        (
            "Commands such as `pip install` or `python program.py` are typed into a terminal. A Python file only holds"
            " Python."
        ),
        False,
    ),
)


@rule(
    copied_fence="Marks around code were copied from a chat or document",
    merge_conflict="The marks of a Git merge conflict are still in the file",
    copied_traceback="An error report was pasted into the code",
    shell_command="A command for the terminal stands in the code",
)
def copied_line(case):
    if not (
        case.vague
        or case.says(
            "^invalid|forgot a comma|unterminated|leading zeros|unindent|unexpected indent|cannot assign|Missing"
            " paren|never closed|expected"
        )
    ):
        return None
    for line in case.near:
        row = case.row(line)
        if not row or row[0].kind == "string":
            continue
        for pattern, cause, _, title, why, goes in _WHOLE_LINES:
            if pattern.match(case.at(line)):
                tries = {
                    "merge-conflict": [
                        "Keep the version that is meant, and take out the other one and the three marks."
                    ],
                    "shell-command": ["Type the line into a terminal instead.", "Take it out of the file."],
                }.get(cause, ["Take the line out, and look for others like it."])
                return case.say(cause, title.format(line), why, tries, [(line, "")] if goes else ())
    return None


@rule(html_entity="A code for a web page stands in the code", backtick="Backticks stand around code")
def web_marks(case):
    for line in case.near:
        match = re.search(r"&(lt|gt|amp|quot|nbsp);", case.at(line))
        if match and (case.vague or case.says("forgot a comma|invalid")):
            signs = {"&lt;": "<", "&gt;": ">", "&amp;": "&", "&quot;": '"', "&nbsp;": " "}
            mended = re.sub(r"&(?:lt|gt|amp|quot|nbsp);", lambda found: signs[found.group()], case.at(line))
            return case.say(
                "html-entity",
                f"Line {line} holds `{match.group()}`, a code for web pages.",
                f"On a web page `{match.group()}` shows as `{signs[match.group()]}`. It was copied from the page's"
                " source.",
                [f"Write `{signs[match.group()]}` instead of `{match.group()}`."],
                (line, mended),
                must=True,
            )
        ticks = [token for token in case.row(line) if token.text == "`"]
        if ticks and (case.vague or case.says("^invalid")):
            mended = None
            if len(ticks) == 2:
                mended = case.swap(ticks[0], '"' + case.at(line)[ticks[0].end_column : ticks[1].column] + '"', ticks[1])
            return case.say(
                "backtick",
                f"Line {line} holds a backtick.",
                "Texts stand between straight quotes in Python. Backticks are for JavaScript and for chats.",
                ["Write `\"text\"` or `'text'`.", 'To put values into a text, write `f"...{name}..."`.'],
                [mended],
            )
    return None
