# SPDX-License-Identifier: GPL-3.0-or-later
"""Brackets, colons and indentation: what holds a program together."""

from .case import BLOCK_WORDS, causes, rule
from .scan import CLOSERS, OPENERS

_NAMES = {"(": ("parenthesis", "round bracket"), "[": ("bracket", "square bracket"), "{": ("brace", "curly brace")}


@rule(
    parenthesis_unclosed="A round bracket is never closed",
    bracket_unclosed="A square bracket is never closed",
    brace_unclosed="A curly brace is never closed",
    bracket_mismatched="A bracket is closed by one of another kind",
    bracket_extra="A closing bracket too many",
)
def brackets(case):
    if case.says(r"^f-string") or not (
        case.vague
        or case.says(
            r"never closed|does not match|unmatched|unexpected EOF|forgot a comma|invalid"
            r" syntax|unterminated|unexpected indent|expected|EOF in multi|Maybe you meant|unindent"
        )
    ):
        return None
    scan = case.scan
    if scan.mismatched and case.says("does not match|never closed|^invalid|unmatched|forgot a comma"):
        opener, closer = scan.mismatched[0]
        if closer.line <= case.line + 1 or case.says("does not match"):
            wanted = OPENERS[opener.text]
            mends = [case.put(closer.line, closer.column, wanted), case.swap(closer, wanted)]
            return case.say(
                "bracket-mismatched",
                f"The `{opener.text}` of line {opener.line} is closed by `{closer.text}` on line {closer.line}.",
                f"Brackets close in the reverse order in which they were opened, each by its own kind: `{opener.text}`"
                f" by `{wanted}`.",
                [f"Write `{wanted}` where the `{opener.text}` is meant to end.", f"Or take one of the two away."],
                mends,
            )
    if scan.stray and case.says("unmatched|^invalid"):
        closer = scan.stray[0]
        if closer.line <= case.line and closer.line >= case.line - 1:
            return case.say(
                "bracket-extra",
                f"There is one `{closer.text}` too many on line {closer.line}.",
                f"No `{CLOSERS[closer.text]}` is open that it could close.",
                [
                    f"Take this `{closer.text}` out.",
                    f"Or write the `{CLOSERS[closer.text]}` that is missing before it.",
                ],
                [case.swap(closer, "")] if _doubled(case, closer) else (),
                must=case.vague,
            )
    if scan.unclosed and not case.says("^unterminated|does not match"):
        return _unclosed(case)
    return None


def _doubled(case, closer):
    """Whether another closing bracket stands directly before it, so that it is the one too many."""
    return any(token.text in CLOSERS and token.touches(closer) for token in case.row(closer.line))


def _unclosed(case):
    opener, found_at = next(((o, at) for o, at in reversed(case.scan.unclosed) if o.line <= case.line), (None, None))
    if opener is None:
        return None
    group = [o for o, at in case.scan.unclosed if at == found_at and o.line == opener.line]
    closing = "".join(OPENERS[o.text] for o in reversed(group))
    lines = [opener.line]
    last = case.code_line_above(found_at) if found_at else max(case._rows)
    lines += [n for n in range(last, opener.line, -1) if case.row(n)][:4]
    mends = []
    for line in lines:
        row = case.row(line)
        if not row:
            continue
        end = case.code_end(line)
        if row[-1].text == ":" and row[0].text in BLOCK_WORDS + ("async",):
            mends.append(case.put(line, row[-1].column, closing))
        inner = next(
            (
                t
                for t in row
                if t.text in (":", "=", "==", "<", ">", "<=", ">=", "and", "or", "for")
                and t.line == opener.line
                and t.column > opener.column + 1
            ),
            None,
        )
        mends.append(case.put(line, end, closing))
        if row[0].text in BLOCK_WORDS and row[-1].text == ":" and inner is not None and inner is not row[-1]:
            mends.append(case.put(line, len(case.at(line)[: inner.column].rstrip()), closing))
    kind, name = _NAMES[opener.text]
    suggestion = case.proven(mends)
    sure = suggestion is not None or bool(case.says("never closed|unexpected EOF"))
    if not sure and not (case.vague or case.says("forgot a comma")):
        return None
    return case.say(
        f"{kind}-unclosed",
        f"The `{opener.text}` in column {opener.column + 1} of line {opener.line} is never closed.",
        f"Python goes on looking for its `{OPENERS[opener.text]}`, over the ends of lines, and takes everything after"
        " it as part of it."
        + (" That is why it complains only further down." if case.line > opener.line else ""),
        [
            f"Write `{OPENERS[opener.text]}` where the {name} is meant to end.",
            "Count the brackets of that line: each opening one needs a closing one.",
        ],
        mends,
        certain=sure,
    )


@rule("line-broken", "A line is broken without brackets")
def broken_line(case):
    if not (case.vague or case.says(r"^invalid syntax|^expected ':'|unexpected indent")):
        return None
    above = case.code_line_above(case.line)
    below = case.code_line_below(case.line)
    joins = ("and", "or", ".", "==", "*", "/", "%", "<", ">", "<=", ">=", "!=")
    for first, second in ((above, case.line), (case.line, below)):
        begins = case.row(second)[0] if second and case.row(second) else None
        if first and begins is not None and begins.text in joins and case.statement(first)[-1].line == first:
            return case.say(
                "line-broken",
                f"Line {second} goes on with what line {first} began.",
                f"Without brackets a statement ends with its line, so line {second} cannot begin with `{begins.text}`.",
                [
                    "Put the whole expression in round brackets: then it may go over several lines.",
                    "Or write it on one line.",
                ],
            )
    return None


_OPENING = {
    "if": "an `if`",
    "elif": "an `elif`",
    "else": "an `else`",
    "for": "a `for` loop",
    "while": "a `while` loop",
    "def": "a function",
    "class": "a class",
    "try": "a `try`",
    "except": "an `except`",
    "finally": "a `finally`",
    "with": "a `with`",
    "match": "a `match`",
    "case": "a `case`",
}
causes({f"missing-colon.{word}": f"The colon is missing after {what}" for word, what in _OPENING.items()})
causes(
    {
        "missing-colon.lambda": "The colon is missing in a lambda",
        "colon-replaced": "Another sign stands where the colon belongs",
        "colon-extra": "A colon where none belongs",
    }
)


@rule()
def colon(case):
    if not (
        case.vague
        or case.says(
            r"^expected ':'|^invalid syntax|forgot a comma|expected an indented|unexpected indent|Maybe you"
            r" meant|expected 'else'|forgot parentheses|was never closed"
        )
    ):
        return None
    for line in case.near:
        row = [t for t in case.statement(line)]
        if not row:
            continue
        word = row[1].text if row[0].text == "async" and len(row) > 1 else row[0].text
        if word in _OPENING:
            found = _block_colon(case, row, word)
            if found:
                return found
        for index, token in enumerate(row):
            if token.text == "lambda" and token.line == line:
                mends = [
                    case.put(line, other.end_column, ":")
                    for other in row[index : index + 12]
                    if other.line == line and (other.kind == "name")
                ]
                found = case.say(
                    "missing-colon.lambda",
                    "The colon of this `lambda` is missing.",
                    "A colon stands between the parameters of a `lambda` and its value.",
                    ["Write `lambda x: x + 1`."],
                    mends,
                    must=True,
                )
                if found:
                    return found
        if row[-1].text == ":" and word not in _OPENING:
            found = case.say(
                "colon-extra",
                f"Line {row[-1].line} ends with a colon.",
                "A colon at the end opens a block, and only lines such as `if`, `for` and `def` do that.",
                ["Take the colon out."],
                case.swap(row[-1], ""),
                must=True,
            )
            if found:
                return found
    return None


def _has_colon(row):
    """Whether a colon stands outside of all brackets, other than that of a lambda."""
    depth = lambdas = 0
    for token in row:
        if token.kind == "op" and token.text in "([{":
            depth += 1
        elif token.kind == "op" and token.text in ")]}":
            depth -= 1
        elif token.text == "lambda":
            lambdas += 1
        elif token.text == ":" and depth <= 0:
            if not lambdas:
                return True
            lambdas -= 1
    return False


def _block_colon(case, row, word):
    last = row[-1]
    if last.text == ":" or last.end_line != last.line and last.kind == "string":
        return None
    why = f"A line that begins with `{word}` opens a block, and Python looks for a colon at its end."
    tries = ["Write `:` at the end of the line.", "Indent the lines that belong to it."]
    title = f"The colon is missing at the end of line {last.line}."
    if last.text in (";", ",", ".", "=", "->", "{"):
        found = case.say(
            "colon-replaced",
            f"Line {last.line} ends with `{last.text}` where a colon belongs.",
            why,
            ["Write `:` instead."],
            case.swap(last, ":"),
            must=True,
        )
        if found:
            return found
    if not _has_colon(row) or word not in ("if", "while", "for", "else"):
        said = (
            case.says("^expected ':'")
            and case.line == last.line
            and (case.here is None or case.here.column >= last.end_column)
        )
        found = case.say(
            "missing-colon." + word, title, why, tries, [case.put(last.line, last.end_column, ":")], must=not said
        )
        if found:
            return found
    if _has_colon(row) and word != "def" and word != "class":
        return None
    between = [t for t in row[1:] if t.line == last.line]
    mends = [case.put(t.line, t.column, ": ") for t in between[:16]] if word not in ("def",) else []
    mends = [(line, after.replace(" : ", ": ")) for line, after in mends]
    named = [m for t, m in zip(between, mends) if t.text in ("print", "return", "break", "continue", "pass", "raise")]
    return case.say(
        "missing-colon." + word,
        f"The colon is missing on line {last.line}.",
        f"A colon must stand between the `{word}` and what it does.",
        ["Write `:` behind the condition, and what belongs to it on the next line."],
        named or mends[:6],
        must=True,
    )


_KINDS = (
    ("function definition", "function", "a function"),
    ("class definition", "class", "a class"),
    ("'if'", "if", "an `if`"),
    ("'elif'", "elif", "an `elif`"),
    ("'else'", "else", "an `else`"),
    ("'for'", "for", "a `for` loop"),
    ("'while'", "while", "a `while` loop"),
    ("'try'", "try", "a `try`"),
    ("'except", "except", "an `except`"),
    ("'finally'", "finally", "a `finally`"),
    ("'with'", "with", "a `with`"),
    ("'match'", "match", "a `match`"),
    ("'case'", "case", "a `case`"),
)
causes({f"block-missing.{cause}": f"Nothing is indented below {what}" for _, cause, what in _KINDS})
_BY_WORD = {
    "def": "function",
    **{
        word: word
        for word in ("if", "elif", "else", "for", "while", "class", "try", "except", "finally", "with", "match", "case")
    },
}


@rule(
    block_missing="Nothing is indented below a line that opens a block",
    block_only_comment="A block holds nothing but comments",
    unexpected_indent="A line is indented without a reason",
    indent_first_line="The first line is indented",
    unindent_mismatch="A line goes back to an indentation that no line above has",
    tabs_mixed="Tabs and spaces are mixed",
    unexpected_unindent="A `try` block ends without `except`",
)
def indentation(case):
    if case.error.type == "TabError" or case.says("inconsistent use of tabs"):
        mend = case.indent(case.line).expandtabs(4) + case.text.lstrip()
        return case.say(
            "tabs-mixed",
            f"Line {case.line} mixes tabs and spaces in its indentation.",
            "They look alike, but Python cannot tell how wide a tab is meant to be.",
            ["Indent with four spaces everywhere.", "Most editors can turn all tabs into spaces at once."],
            [(case.line, mend), (case.line, case.indent(case.line).expandtabs(8) + case.text.lstrip())],
        )
    last = case.row(case.line or 0)
    if (
        case.says("^unexpected EOF")
        and last
        and last[-1].text == ":"
        and last[0].text in BLOCK_WORDS
        and not case.scan.unclosed
    ):
        return _no_block(case)
    if case.says("^expected an indented block"):
        return _no_block(case)
    if case.says("^unindent does not match"):
        widths = []
        for line in sorted(n for n in case._rows if n < case.line):
            if case.indent(line) not in widths:
                widths.append(case.indent(line))
        here = len(case.indent(case.line))
        mends = [(case.line, width + case.text.lstrip()) for width in sorted(widths, key=lambda w: abs(len(w) - here))]
        return case.say(
            "unindent-mismatch",
            f"Line {case.line} is indented by {here} spaces, and no block above begins there.",
            "When a block ends, the next line must go back exactly to where an earlier line begins.",
            ["Indent the line exactly like the lines that it belongs to.", "Use four spaces for each level."],
            mends,
        )
    if case.says("^unexpected indent") or case.vague and case.error.type == "IndentationError":
        above = case.code_line_above(case.line)
        if not above:
            return case.say(
                "indent-first-line",
                f"Line {case.line}, the first line of code, is indented.",
                "Indentation says that a line belongs to one above, and there is none.",
                [
                    "Take the spaces at its beginning out.",
                    "Pasted code is often indented as a whole: move all of it to the left.",
                ],
                (case.line, case.text.lstrip()),
            )
        return case.say(
            "unexpected-indent",
            f"Line {case.line} is indented further than line {above}, without a reason.",
            "Only lines below one that ends with a colon are indented further.",
            [
                f"Indent it exactly like line {above}.",
                f"Or, if it belongs to line {above}, that line needs a colon and a word such as `if`.",
            ],
            (case.line, case.indent(above) + case.text.lstrip()),
        )
    if case.says("^unexpected unindent"):
        return case.say(
            "unexpected-unindent",
            f"The block ends too early, before line {case.line}.",
            "A `try` must be followed by `except` or `finally` on the same level.",
            ["Write `except ...:` below the `try` block."],
        )
    return None


def _no_block(case):
    match = case.says(r"after (.+?)(?: statement)? on line (\d+)")
    opener = int(match.group(2)) if match else case.code_line_above(case.line)
    row = case.row(case.line)
    if not match and row and row[-1].text == ":" and not case.code_line_below(case.line):
        opener = case.line
    row = case.row(opener)
    first = row[0].text if row else ""
    kind = next((cause for words, cause, _ in _KINDS if match and words in match.group(1)), None) or _BY_WORD.get(first)
    what = next((text for _, cause, text in _KINDS if cause == kind), "a line with a colon")
    following = case.code_line_below(opener) if opener else 0
    between = [
        c
        for c in case.scan.comments
        if opener < c.line < (following or 10**9) and len(case.indent(c.line)) > len(case.indent(opener))
    ]
    if between:
        return case.say(
            "block-only-comment",
            f"The block below line {opener} holds nothing but a comment.",
            "Comments do not count: a block needs at least one statement.",
            ["Write the statement that is missing.", "To do nothing for now, write `pass`."],
            (between[-1].line, case.at(between[-1].line) + "\n" + case.indent(between[-1].line) + "pass"),
        )
    mends = []
    if following:
        mends.append((following, case.indent(opener) + "    " + case.at(following).lstrip()))
    mends.append((opener, case.at(opener) + "\n" + case.indent(opener) + "    pass"))
    return case.say(
        "block-missing." + kind if kind else "block-missing",
        f"Nothing is indented below {what} on line {opener}.",
        "The colon opens a block, and the lines that belong to it must be indented."
        + (f" Line {following} is not." if following else ""),
        ["Indent the lines that belong to it by four spaces.", "To do nothing for now, write `pass` there."],
        mends,
    )
