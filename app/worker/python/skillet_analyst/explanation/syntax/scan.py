# SPDX-License-Identifier: GPL-3.0-or-later
"""Words, texts and brackets of a source that need not be Python: `tokenize` gives up where the interesting part begins."""

import keyword
import re

OPENERS = {"(": ")", "[": "]", "{": "}"}
CLOSERS = {close: opener for opener, close in OPENERS.items()}

_OPERATORS = (
    "<<<<<<<",
    ">>>>>>>",
    "===",
    "!==",
    "**=",
    "//=",
    ">>=",
    "<<=",
    "...",
    "->",
    ":=",
    "==",
    "!=",
    "<=",
    ">=",
    "<>",
    "+=",
    "-=",
    "*=",
    "/=",
    "%=",
    "&=",
    "|=",
    "^=",
    "@=",
    "**",
    "//",
    "<<",
    ">>",
    "&&",
    "||",
    "++",
    "--",
    "=>",
    "/*",
    "*/",
    "??",
    "?.",
)
_TOKEN = re.compile(
    r"""(?P<space>[ \t\f]+|\\\r?\n)
    |(?P<newline>\r?\n|\r)
    |(?P<comment>\#[^\r\n]*)
    |(?P<string>(?:[rRbBuUfFtT]{1,2})?(?:\"\"\"|\'\'\'|\"|\'))
    |(?P<number>(?:\d|\.\d)(?:[eE][+-](?=\d)|\w|\.(?!\.))*)
    |(?P<name>[^\W\d]\w*)
    |(?P<op>"""
    + "|".join(re.escape(op) for op in _OPERATORS)
    + r"""|[-+*/%@&|^~<>()\[\]{}=:;,.!?$`])
    |(?P<other>.)""",
    re.VERBOSE | re.DOTALL,
)
# A line that starts with one of these is a statement of its own, however many brackets are still open above it.
_FRESH = frozenset(
    "def class return import while try raise del pass break continue global nonlocal assert except finally".split()
)
_FRESH_UNLESS_INDENTED = frozenset("for if elif else from with print".split())


class Token:
    __slots__ = ("kind", "text", "line", "column", "end_line", "end_column", "closed", "prefix", "quote")

    def __init__(self, kind, text, line, column, end_line, end_column):
        self.kind, self.text = kind, text
        self.line, self.column = line, column  # columns count characters from 0
        self.end_line, self.end_column = end_line, end_column
        self.closed, self.prefix, self.quote = True, "", ""

    def __repr__(self):
        return f"<{self.kind} {self.text!r} {self.line}:{self.column}>"

    @property
    def is_keyword(self):
        return self.kind == "name" and keyword.iskeyword(self.text)

    @property
    def is_value(self):
        """Could be the end or the beginning of an expression: a name, a number or a text."""
        if self.kind == "name":
            return not self.is_keyword or self.text in ("None", "True", "False")
        return self.kind in ("number", "string")

    def touches(self, following):
        return (self.end_line, self.end_column) == (following.line, following.column)


class Scan:
    """tokens: all but spaces and comments; a "newline" token ends each statement."""

    def __init__(self, text, version):
        self.tokens, self.unclosed, self.mismatched, self.stray, self.comments = _scan(text, version, False)
        if self.unclosed:
            self.tokens, self.unclosed, *_ = _scan(text, version, True)


def _scan(text, version, recover):
    tokens, comments, stack, unclosed, mismatched, stray = [], [], [], [], [], []
    line, start, at, size = 1, 0, 0, len(text)
    statement_column, fresh = 0, True

    def add(kind, end, end_line=None, end_column=None):
        token = Token(
            kind, text[at:end], line, at - start, end_line or line, end - start if end_column is None else end_column
        )
        tokens.append(token)
        return token

    while at < size:
        match = _TOKEN.match(text, at)
        kind, end = match.lastgroup, match.end()
        if kind == "space":
            if text[at] == "\\":
                line, start = line + 1, end
        elif kind == "newline":
            if not stack and tokens and tokens[-1].kind != "newline":
                add("newline", end)
            line, start, fresh = line + 1, end, True
        elif kind == "comment":
            comments.append(Token("comment", match.group(), line, at - start, line, end - start))
        else:
            if fresh and stack and recover and _begins_statement(text, at, at - start, match, statement_column):
                unclosed.extend((opener, line) for opener in stack)
                stack.clear()
                tokens.append(Token("newline", "", line, 0, line, 0))
            if not tokens or tokens[-1].kind == "newline":
                statement_column = at - start
            fresh = False
            if kind == "string":
                end, closed = _string_end(text, at, match.group(), version)
                passed = text.count("\n", at, end)
                last = text.rfind("\n", at, end) + 1 if passed else start
                token = add("string", end, line + passed, end - last)
                token.closed, token.prefix, token.quote = (
                    closed,
                    match.group().rstrip("'\""),
                    match.group().lstrip("rRbBuUfFtT"),
                )
                line, start = line + passed, last
            else:
                token = add(kind, end)
                if token.text in OPENERS:
                    stack.append(token)
                elif token.text in CLOSERS:
                    _close(stack, token, mismatched, stray)
        at = end
    if tokens and tokens[-1].kind != "newline":
        add("newline", size)
    unclosed.extend((opener, None) for opener in stack)
    return tokens, unclosed, mismatched, stray, comments


def _close(stack, token, mismatched, stray):
    if not stack:
        stray.append(token)
        return
    if OPENERS[stack[-1].text] == token.text:
        stack.pop()
        return
    mismatched.append((stack[-1], token))
    wanted = CLOSERS[token.text]
    if any(opener.text == wanted for opener in stack):
        while stack.pop().text != wanted:
            pass


def _begins_statement(text, at, column, match, statement_column):
    if match.lastgroup != "name":
        return text[at] == "@" and column <= statement_column
    word = match.group()
    if word in _FRESH:
        return True
    if column > statement_column:
        return (
            re.match(r"\s*(?:=(?!=)\s*\S.*[^,\s]|[-+*/]=.*)$", text[match.end() :].partition("\n")[0]) is not None
            and column == 0
        )
    return (
        word in _FRESH_UNLESS_INDENTED
        or re.match(r"\s*(?:[-+*/]?=(?!=)|[\w.]*\()", text[match.end() : match.end() + 80]) is not None
    )


def _string_end(text, at, opening, version):
    quote = opening.lstrip("rRbBuUfFtT")
    prefix = opening[: len(opening) - len(quote)].lower()
    if version >= (3, 12) and ("f" in prefix or "t" in prefix):
        end = _fields_end(text, at + len(opening), quote, 0)
        if end:
            return end, True
    at += len(opening)
    while at < len(text):
        character = text[at]
        if character == "\\":
            at += 3 if text.startswith("\r\n", at + 1) else 2
        elif text.startswith(quote, at):
            return at + len(quote), True
        elif character in "\r\n" and len(quote) == 1:
            return at, False
        else:
            at += 1
    return len(text), False


def _fields_end(text, at, quote, depth):
    """Where an f-string ends whose fields may hold quotes again; 0 when it does not."""
    braces, limit = 0, min(len(text), at + 20_000)
    while at < limit:
        character = text[at]
        if character == "\\":
            at += 2
            continue
        if not braces and text.startswith(quote, at):
            return at + len(quote)
        if character == "\n" and len(quote) == 1 and not braces:
            return 0
        if text.startswith("{{", at) and not braces:
            at += 2
            continue
        if character == "{":
            braces += 1
        elif character == "}":
            braces = max(0, braces - 1)
        elif character in "\"'" and braces and depth < 6:
            inner = text[at : at + 3] if text[at : at + 3] in ('"""', "'''") else character
            end = _fields_end(text, at + len(inner), inner, depth + 1)
            if not end:
                return 0
            at = end
            continue
        at += 1
    return 0
