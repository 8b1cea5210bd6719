# SPDX-License-Identifier: GPL-3.0-or-later
"""Words and signs of other languages: what Python has in their place."""

import re

from .case import BLOCK_WORDS, causes, rule

_SYNTAX = (
    r"^invalid syntax|forgot a comma|expected ':'|expected '\('|was never closed|Maybe you meant|^cannot"
    r" assign|unmatched|^illegal target|invalid (?:decimal|character)|unindent|expected an indented|unexpected"
    r" (?:indent|EOF)|unterminated|EOL while|expected 'except'|forgot parentheses|cannot delete|annotated"
)

# What follows a word that is the program's own name, and not another language's.
_NAMED = r"\s*(?:[-=+*/%.,<>)\]&|^@!:;]|(?:in|is|and|or|not|if)\b|$)"


def _block(text):
    """A line that opens a block, with Python's colon in place of another language's sign."""
    return re.sub(r"\s*(?:\{|:|\bthen\b|\bdo\b|;)*\s*$", "", text) + ":"


def _bare(text):
    """The condition of a block line without the brackets around the whole of it."""
    return re.sub(r"^(\s*\w+)\s*\((.*)\)\s*$", r"\1 \2", text)


def _for_range(match):
    space, name, first, last = match.group(1, 2, 3, 4)
    last = str(int(last) + 1) if last.isdigit() else f"{last} + 1"
    return f"{space}for {name} in range({first}, {last}):"


def _c_loop(match):
    space, name, first, sign, last = match.group(1, 2, 3, 4, 5)
    last = last.strip() + (" + 1" if sign == "<=" else "")
    if last.endswith(" + 1") and last[:-4].isdigit():
        last = str(int(last[:-4]) + 1)
    return f"{space}for {name} in range({last if first == '0' else first + ', ' + last}):"


# id, summary, pattern of the line without its comment, title, why, tries, the mended line (template or function), whether
# the mended line must be proven for the rule to speak
_LINES = [
    (
        "for-counting",
        "A `for` loop with three parts, as in C",
        r"^(\s*)for\s*\(?\s*(?:(?:var|let|int|const|auto)\s+)?(\w+)\s*:?=\s*([^;]+?)\s*;\s*\w+\s*(<=?)\s*([^;]+?)\s*;[^)]*\)?\s*[{:]?\s*$",
        "This `for` loop is written as in C or JavaScript.",
        "Python's `for` goes through values: `range()` counts for it.",
        ["Write `for i in range(10):` to count from 0 to 9."],
        _c_loop,
        False,
    ),
    (
        "for-counting",
        "",
        r"^\s*for\s*\(.*;.*;.*\)",
        "This `for` loop is written as in C or JavaScript.",
        "Python's `for` goes through values: `range()` counts for it.",
        [
            "Write `for i in range(10):` to count from 0 to 9.",
            "For another step: `range(0, 10, 2)`, or backwards `range(10, 0, -1)`.",
        ],
        None,
        False,
    ),
    (
        "for-to",
        "A `for` loop with `=` and `to`",
        r"^(\s*)for\s+(\w+)\s*:?=\s*(\w+)\s*(?:to|,|\.\.\.?)\s*(\w+).*$",
        "This `for` loop is written as in another language.",
        "In Python a `for` loop goes through values with `in`; `range(1, 11)` gives the numbers from 1 to 10.",
        ["Write `for i in range(1, 11):`; the end of a range does not belong to it."],
        _for_range,
        False,
    ),
    (
        "for-dots",
        "A range written with dots",
        r"^(\s*)for\s+(\w+)\s+in\s+\(?(\w+?)\s*\.\.\.?[=<]?\s*(\w+)\)?.*$",
        "This range is written with dots.",
        "Python writes a range as `range(first, end)`, where the end does not belong to it.",
        ["Write `for i in range(1, 11):` for 1 to 10."],
        _for_range,
        False,
    ),
    (
        "for-of",
        "A `for ... of` loop",
        r"^(\s*)for\s*\(?\s*(?:(?:var|let|const)\s+)?(\w+)\s+(?:of|from)\s+(.+?)\)?\s*[{:]?\s*$",
        "This `for` loop uses `of`.",
        "Python writes `in` between the name and the values.",
        ["Write `for x in values:`."],
        r"\1for \2 in \3:",
        True,
    ),
    (
        "for-colon",
        "A `for` loop with a colon in place of `in`",
        r"^(\s*)for\s*\(?\s*(?:\w+\s+)?(\w+)\s*:\s*([^:]+?)\)?\s*[{:]?\s*$",
        "This `for` loop uses `:` where Python writes `in`.",
        "Python writes `in` between the name and the values, and a colon at the end.",
        ["Write `for x in values:`."],
        r"\1for \2 in \3:",
        True,
    ),
    (
        "for-var",
        "A `for` loop in brackets, as in JavaScript",
        r"^(\s*)for\s*\(\s*(?:(?:var|let|const)\s+)?(\w+)\s+in\s+(.+?)\)\s*[{:]?\s*$",
        "This `for` loop is written as in JavaScript.",
        "Python's `for` needs no brackets and no `let`.",
        ["Write `for x in values:`."],
        r"\1for \2 in \3:",
        True,
    ),
    (
        "foreach",
        "`foreach`",
        (
            r"^(\s*)(?:foreach|forEach|for each|for"
            r" all)\b\s*\(?\s*(?:(?:var|let|const)\s+)?(\w+)\s+(?:in|of|as)\s+(.+?)\)?\s*[{:]?\s*$"
        ),
        "Python has no `foreach`.",
        "Its `for` always goes through each value.",
        ["Write `for x in values:`."],
        r"\1for \2 in \3:",
        False,
    ),
    (
        "foreach",
        "",
        r"^\s*(?:foreach|forEach|for each)\b(?!" + _NAMED + ")",
        "Python has no `foreach`.",
        "Its `for` always goes through each value.",
        ["Write `for x in values:`."],
        None,
        False,
    ),
    (
        "else-if",
        "`else if` in two words",
        r"^(\s*)else[ \t]+if\b(.*)$",
        "Python writes `else if` as one word, `elif`.",
        "After `else` Python expects the colon, and finds `if`.",
        ["Write `elif` instead of `else if`."],
        lambda m: _block(m.group(1) + "elif" + m.group(2)),
        False,
    ),
    (
        "elseif",
        "`elseif` or `elsif`",
        r"^(\s*)(?:elseif|elsif|elseIf|ElseIf|elif if|elsel?f)\b(.*)$",
        "Python's word for this is `elif`.",
        "Other languages write `elseif` or `elsif`.",
        ["Write `elif`."],
        lambda m: _block(m.group(1) + "elif" + m.group(2)),
        True,
    ),
    (
        "function",
        "A function is defined with another language's word",
        r"^(\s*)(?:export\s+)?(async\s+)?(?:function|func|fn|fun|sub|proc|procedure|define|defun|method|Function)\s+(\w+\s*\(.*?\))\s*(?:->.*|:\s*\w+\s*)?[{:]?\s*$",
        "Python defines a function with `def`.",
        "The word at the beginning of this line belongs to another language.",
        ["Write `def name(a, b):` with a colon at the end, and indent the body."],
        lambda m: m.group(1) + (m.group(2) or "") + "def " + m.group(3) + ":",
        False,
    ),
    (
        "function",
        "",
        r"^\s*(?:export\s+)?(?:async\s+)?(?:function|func|fn|fun|procedure)\s+\w+\s*[({]",
        "Python defines a function with `def`.",
        "The word at the beginning of this line belongs to another language.",
        [
            "Write `def name(a, b):` with a colon at the end, and indent the body.",
            "For a small function without a name: `lambda a, b: a + b`.",
        ],
        None,
        False,
    ),
    (
        "declaration",
        "A variable is declared with `var`, `let` or `const`",
        (
            r"^(\s*)(?:var|let|const|val|dim|Dim|local|final|auto|declare|mut|let"
            r" mut)\s+(\w+)\s*(?::\s*\w+\s*)?(=(?!=).*?);?\s*$"
        ),
        "Python needs no word such as `var`, `let` or `const` to make a variable.",
        "A variable begins to exist when it gets its first value.",
        ["Write `name = value` alone."],
        r"\1\2 \3",
        True,
    ),
    (
        "declaration",
        "",
        r"^(\s*)(?:var|let|const|dim|Dim|declare)\s+(\w+)(?:\s+as\s+\w+|\s*,.*)?\s*;?\s*$",
        "Python needs no word such as `var` or `let` to make a variable.",
        "A variable begins to exist when it gets its first value.",
        ["Write `name = value`; for a variable that has no value yet, `name = None`."],
        r"\1\2 = None",
        True,
    ),
    (
        "type-first",
        "A variable is declared with its type in front",
        (
            r"^(\s*)(?:int|float|double|[Ss]tring|str|bool|boolean|char|long|list|dict|set|tuple|List|Dict|Array|unsigned"
            r" int|Integer|object|var)(?:<.*?>|\[.*?\])?\s+(\w+)\s*(=(?!=).*?);?\s*$"
        ),
        "Python needs no type in front of a variable.",
        "A variable takes whatever value it is given. A hint for readers would come behind the name: `age: int = 5`.",
        ["Write `name = value`."],
        r"\1\2 \3",
        True,
    ),
    (
        "modifier",
        "A word such as `public` or `static`",
        r"^(\s*)(?:(?:public|private|protected|static|final|override|abstract|export|default|extern|virtual|inline)\b\s*)+(?!"
        + _NAMED
        + r")(.*)$",
        "Python has no words such as `public`, `private` or `static`.",
        (
            "Everything in a class can be reached. A name that begins with `_` tells readers to keep away;"
            " `@staticmethod` above a `def` stands for static."
        ),
        ["Take the word out.", "Write methods as `def name(self):`."],
        r"\1\2",
        False,
    ),
    (
        "void",
        "A function is defined with its type in front",
        r"^(\s*)(?:void|int|float|double|String|string|bool|boolean)\s+(\w+\s*\()(.*?)\)\s*[{:]?\s*$",
        "Python defines a function with `def`, and no type in front.",
        "What a function gives back is not declared; a hint would be `def f() -> int:`.",
        ["Write `def name(a, b):`."],
        None,
        False,
    ),
    (
        "def-type",
        "A type stands between `def` and the name",
        r"^(\s*)def\s+(?:void|int|float|double|String|string|str|bool|boolean|list|dict)\s+(\w+\s*\(.*)$",
        "A type stands between `def` and the function's name.",
        "What a function gives back is not declared in front; a hint would be `def f() -> int:`.",
        ["Take the type out."],
        r"\1def \2",
        True,
    ),
    (
        "arrow-brace",
        "A brace after `->`",
        r"^(\s*def\s+\w+\s*\(.*?\))\s*->\s*\{?\s*:?\s*$",
        "After `->` a type must stand.",
        (
            "`->` tells readers what a function gives back: `def f() -> int:`. The body begins with a colon, not with a"
            " brace."
        ),
        ["Write `def name():` without `->`."],
        r"\1:",
        False,
    ),
    (
        "switch",
        "`switch`",
        r"^\s*(?:switch|select(?: case)?|when)\b(?!\s*[=.)\],])\s*\(?\w",
        "Python has no `switch`.",
        "Since Python 3.10 there is `match`; before, and often simpler, a row of `if` and `elif`.",
        [
            "Write `match value:` and indent each `case 1:` below it.",
            "Or write `if value == 1:`, `elif value == 2:`, `else:`.",
        ],
        lambda m: _block(
            _bare(re.sub(r"^(\s*)(?:switch|select(?: case)?|when)\b", r"\1match", m.string.rstrip(" {:")))
        ),
        False,
    ),
    (
        "default",
        "`default:` in a match",
        r"^(\s*)default\s*:\s*$",
        "Python writes `case _:` for all the rest.",
        "`default:` belongs to the `switch` of other languages.",
        ["Write `case _:`."],
        r"\1case _:",
        True,
    ),
    (
        "unless",
        "`unless` or `until`",
        r"^(\s*)(unless|until)\b\s*(.+?)\s*(?:then|do|\{|:)?\s*$",
        "Python has no `unless` and no `until`.",
        "It writes them with `not`.",
        ["Write `if not condition:` for unless.", "Write `while not condition:` for until."],
        lambda m: f"{m.group(1)}{'if' if m.group(2) == 'unless' else 'while'} not ({m.group(3)}):",
        True,
    ),
    (
        "do-loop",
        "A loop with `do`, `repeat` or `loop`",
        r"^(\s*)(?:do|repeat|loop|forever)\s*(?:\{|:|while.*)?\s*$",
        "Python has no loop that begins with `do` or `repeat`.",
        "A loop that runs at least once is written with `while True:` and a `break`.",
        ["Write `while True:`, and at the end of its body `if done:` with `break`."],
        None,
        False,
    ),
    (
        "catch",
        "`catch` or `rescue`",
        r"^(\s*\}?\s*)(?:catch|rescue)\b\s*(?:\(?\s*(\w+)?(?:\s+(?:as\s+|=>\s*)?(\w+))?\s*\)?)?\s*[{:]?\s*$",
        "Python's word for catching an error is `except`.",
        "`catch` and `rescue` belong to other languages.",
        ["Write `except ValueError as error:` with the class that you expect."],
        lambda m: m.group(1).replace("}", "").rstrip("\n")
        + (f"except {m.group(2)} as {m.group(3)}:" if m.group(3) else "except Exception as error:"),
        False,
    ),
    (
        "throw",
        "`throw`",
        r"^(\s*)throw\s+(?!" + _NAMED + r")(?:new\s+)?(.+?);?\s*$",
        "Python raises an error with `raise`.",
        "`throw` belongs to other languages.",
        ['Write `raise ValueError("what is wrong")`.'],
        r"\1raise \2",
        False,
    ),
    (
        "new",
        "`new` in front of a class",
        r"^(.*?[=(,\s:])new\s+([A-Za-z_][\w.]*\s*\(.*)$",
        "Python makes an object by calling its class, without `new`.",
        "`new` belongs to other languages.",
        ["Write `Name(...)` alone."],
        lambda m: (m.group(1) + m.group(2)).rstrip(";"),
        True,
    ),
    (
        "delete",
        "`delete`",
        r"^(\s*)(?:delete|unset)\s+([\w.\[\]\"']+)\s*;?\s*$",
        "Python's word for this is `del`.",
        "`delete` belongs to other languages.",
        ["Write `del name`."],
        r"\1del \2",
        True,
    ),
    (
        "include",
        "Another language's word for import",
        r"^(\s*)(?:using|require|include|use|package|uses|library|load)\s+[\"'<]?([A-Za-z_][\w.]*)[\"'>]?\s*;?\s*$",
        "Python loads a module with `import`.",
        "The word at the beginning of this line belongs to another language.",
        ["Write `import math`."],
        r"\1import \2",
        True,
    ),
    (
        "output",
        "Another language's word for print",
        r"^(\s*)(?:echo|puts|say|println|printf|console\.log|output|PRINT|Print|display|cout)\s+(?![=.+\-*/(\[]|\w+\()(.+?);?\s*$",
        "Python shows something with `print(...)`.",
        "The word at the beginning of this line belongs to another language.",
        ['Write `print("text")`.'],
        r"\1print(\2)",
        True,
    ),
    (
        "class-word",
        "Another language's word for class",
        r"^(\s*)(?:struct|interface|enum|trait|record|module|namespace|object|Class)\s+(\w+)\s*[{:]?\s*$",
        "Python has no such declaration.",
        "Its word for a type of one's own is `class`; a folder or file makes a module.",
        ["Write `class Name:`.", "For a class of plain data, `@dataclass` above it saves the `__init__`."],
        r"\1class \2:",
        False,
    ),
    (
        "extends",
        "`extends` or `implements` in a class line",
        r"^(\s*)class\s+(\w+)\s+(?:extends|implements|inherits(?: from)?|<)\s+([\w., ]+?)\s*[{:]?\s*$",
        "Python writes the parent class in brackets.",
        "`extends` and `implements` belong to other languages.",
        ["Write `class Dog(Animal):`."],
        r"\1class \2(\3):",
        False,
    ),
    (
        "end-word",
        "A word that ends a block in another language",
        (
            r"^\s*(?:end|endif|end if|endfor|endwhile|end for|end while|end function|fi|done|wend|loop|next(?:"
            r" \w+)?|esac|End \w+|END)\s*;?\s*$"
        ),
        "Python has no word that ends a block.",
        "A block ends where the indentation goes back.",
        ["Take the line out."],
        lambda m: "",
        True,
    ),
    (
        "closing-brace",
        "A brace ends a block",
        r"^\s*\}\s*;?\s*$",
        "A brace ends a block here.",
        "In Python a block ends where the indentation goes back; braces are for dicts and sets.",
        ["Take the brace out.", "Look for the `{` that it belongs to, and write a colon there."],
        lambda m: "",
        True,
    ),
    (
        "comment-lines",
        "A comment between `/*` and `*/`",
        r"^\s*(?:/\*|\*/|\*\s+\w|<!--|-->|\{-|=begin)",
        "This comment is written as in another language.",
        "In Python a comment begins with `#` and goes to the end of the line.",
        ["Write `#` in front of each line of the comment."],
        None,
        False,
    ),
    (
        "comment-slashes",
        "A comment that begins with `//`",
        r"^(\s*(?=//)|.*?\S(?=\s*//\s*[A-Za-z]+ [A-Za-z]))\s*//(?!=)(.*)$",
        "This comment begins with `//`.",
        "In Python a comment begins with `#`; `//` divides and rounds down.",
        ["Write `#` instead of `//`."],
        lambda m: (
            (m.group(1) + "  #" + m.group(2))
            if m.group(1).strip()
            else m.group(1) + re.match(r"\s*", m.string).group() + "#" + m.group(2)
        ),
        True,
    ),
    (
        "comment-dashes",
        "A comment that begins with `--` or `;`",
        r"^(.*?)\s*(?:--\s+(?=[A-Za-z])|;;?\s+(?=[A-Za-z'-]+ [A-Za-z][^=()+*/]*$))(.*)$",
        "This comment is written as in another language.",
        "In Python a comment begins with `#`.",
        ["Write `#` in front of the comment."],
        lambda m: (m.group(1) + "  # " if m.group(1).strip() else re.match(r"\s*", m.string).group() + "# ")
        + m.group(2),
        True,
    ),
    (
        "arrow-function",
        "A small function written with an arrow",
        r"^(?!\s*(?:if|elif|while|assert)\b)(.*?)(?:\(([\w, ]*)\)|\b(\w+))\s*[=-]>\s*(?!\{)(.+?)([)\]}]*);?\s*$",
        "This small function is written with an arrow.",
        "Python writes a function without a name with `lambda`.",
        ["Write `lambda x: x + 1`.", "Or define it with `def`."],
        lambda m: (
            f"{m.group(1)}lambda {m.group(2) if m.group(2) is not None else m.group(3)}: {m.group(4)}{m.group(5)}"
            .replace("lambda :", "lambda:")
        ),
        True,
    ),
    (
        "arrow-function",
        "",
        r"=>\s*\{",
        "This function is written with an arrow.",
        "Python writes a function with `def`, or a small one with `lambda`.",
        ["Write `def name(x):` on a line above, and use its name here."],
        None,
        False,
    ),
    (
        "lambda-block",
        "A lambda with a block",
        r"\blambda\b[^:]*:\s*\{?\s*(?:return|if|for|while|print\s+\w|raise|pass|del|assert|import|try)\b(?!.*\belse\b.*\bif\b)",
        "A `lambda` can only hold one expression.",
        "Statements such as `return`, `if` or `for` cannot stand in it; its value is given back by itself.",
        ["Take `return` out: `lambda x: x + 1`.", "For more than one expression, define it with `def`."],
        lambda m: re.sub(r"(\blambda\b[^:]*:\s*)return\s+", r"\1", m.string),
        False,
    ),
    (
        "conditional-sign",
        "A condition written with `?` and `:`",
        r"^(.*?[=(,]\s*|\s*return\s+|)([^=?(,]*(?:[=!<>]=[^=?(,]*)?)\?\s*([^:]+?)\s*:\s*(.+?)([)\]}]*);?\s*$",
        "Python does not choose between two values with `?` and `:`.",
        "It writes `a if condition else b`.",
        ["Write `value = a if condition else b`."],
        lambda m: f"{m.group(1)}{m.group(3)} if {m.group(2).strip()} else {m.group(4)}{m.group(5)}",
        True,
    ),
    (
        "null-signs",
        "`??` or `?.`",
        r"\?\?|\?\.",
        "Python has no `??` and no `?.`.",
        "What to do when a value is `None` is written out.",
        ["Write `a if a is not None else b`."],
        None,
        False,
    ),
    (
        "dollar",
        "A `$` in front of a name",
        r"(?:^|[\s(\[=,+])\$\w",
        "A `$` stands in front of a name.",
        "Names in Python have no such sign.",
        ["Take the `$` out."],
        lambda m: re.sub(r"\$(?=\w)", "", m.string),
        False,
    ),
    (
        "at-name",
        "An `@` in front of a name",
        r"(?:^\s*@\w+\s*=(?!=)|[=(,]\s*@\w+)",
        "An `@` stands in front of a name.",
        "Names in Python have no such sign. For an attribute write `self.name`.",
        ["Write `self.name`, or take the `@` out."],
        lambda m: re.sub(r"(?<![\w)\]])@(?=\w)", "self.", m.string),
        True,
    ),
    (
        "sql",
        "SQL stands in the code",
        r"^\s*(?:SELECT\s+.+\s+FROM|INSERT\s+INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|CREATE\s+TABLE|DROP\s+TABLE)\b",
        "This line is SQL, not Python.",
        "Commands for a database are texts in Python.",
        ['Put the command in quotes, and hand it to the database: `cursor.execute("SELECT ...")`.'],
        None,
        False,
    ),
    (
        "html",
        "HTML stands in the code",
        r"^\s*<\s*/?\s*(?:!DOCTYPE|html|head|body|div|p|h[1-6]|a|span|script|table|ul|li|form|title|br|img|\?xml|\?php)\b",
        "This line is HTML, not Python.",
        "A page for a browser is a text or a file for Python.",
        ["Put it into a file of its own that ends in `.html`, or in quotes."],
        None,
        False,
    ),
    (
        "then",
        "`then` or `do` at the end of a line that opens a block",
        r"^(\s*(?:if|elif|while|for|else|with)\b.*?)\s*\b(?:then|do|begin)\b\s*:?\s*$",
        "Python has no `then` and no `do`.",
        "A line that opens a block ends with a colon.",
        ["Write `:` instead."],
        r"\1:",
        True,
    ),
    (
        "braces",
        "A brace opens a block",
        r"^(\s*(?:\}\s*)?(?:" + "|".join(BLOCK_WORDS) + r")\b(?:.*[^\s=,(\[:+|])?)\s*\{\s*$",
        "A brace opens a block here.",
        "In Python a colon opens a block, the indentation shows how far it goes, and braces are for dicts and sets.",
        ["Write `:` instead of `{`.", "Take the closing `}` out, and indent the lines between."],
        lambda m: re.sub(r"^(\s*)\}\s*", r"\1", m.group(1)) + ":",
        False,
    ),
    (
        "braces",
        "",
        r"^(\s*(?:\}\s*)?(?:"
        + "|".join(BLOCK_WORDS)
        + r")\b[^{]*?)\s*\{\s*[^{}]*(?:;|\b(?:return|print|pass|break|continue|raise)\b)[^{}]*\}\s*$",
        "Braces stand around a block here.",
        "In Python a colon opens a block; what belongs to it is indented below.",
        ["Write a colon, and the statement on the next line, indented."],
        None,
        False,
    ),
]
causes({"other-language." + name: summary for name, summary, *_ in _LINES if summary})
_COMPILED = [
    (name, re.compile(pattern), title, why, tries, mend, must)
    for name, _, pattern, title, why, tries, mend, must in _LINES
]


def _code(case, line):
    row = case.row(line)
    comment = next((t for t in case.scan.comments if t.line == line), None)
    text = case.at(line)
    return (text[: comment.column].rstrip() if comment else text.rstrip()) if row else ""


@rule()
def lines(case):
    if not case.says(_SYNTAX):
        return None
    for line in case.near:
        if case.row(line)[0].kind == "string" or any(t.kind == "string" and not t.closed for t in case.row(line)):
            continue
        code = _code(case, line)
        for name, pattern, title, why, tries, mend, must in _COMPILED:
            match = pattern.search(code)
            if not match or _in_text(case, line, match):
                continue
            after = (match.expand(mend) if isinstance(mend, str) else mend(match)) if mend else None
            strict = must or line != case.line
            found = case.say(
                "other-language." + name, title, why, tries, [(line, after)] if after is not None else (), must=strict
            )
            if found:
                return found
    return None


def _in_text(case, line, match):
    """Whether what was found lies within a text in quotes."""
    end = match.end()
    return any(
        t.kind == "string" and t.column < match.start() and (end <= t.end_column or t.end_line > line)
        for t in case.row(line)
    )


_SIGNS = {
    "&&": ("and-sign", "`&&`", "and"),
    "||": ("or-sign", "`||`", "or"),
    "===": ("equal-sign", "`===`", "=="),
    "!==": ("equal-sign", "`!==`", "!="),
    "<>": ("unequal-sign", "`<>`", "!="),
}
causes(
    {
        "other-language.and-sign": "`&&` instead of `and`",
        "other-language.or-sign": "`||` instead of `or`",
        "other-language.equal-sign": "`===` or `!==`",
        "other-language.unequal-sign": "`<>` instead of `!=`",
        "other-language.not-sign": "`!` instead of `not`",
        "other-language.increment": "`++` or `--`",
    }
)


@rule()
def signs(case):
    if not case.says(r"^invalid syntax|expected|forgot a comma"):
        return None
    for line in case.near:
        row = case.row(line)
        for index, token in enumerate(row):
            if token.text in _SIGNS:
                cause, sign, python = _SIGNS[token.text]
                text = case.at(line)
                mended = (
                    re.sub(r"\s*" + re.escape(token.text) + r"\s*", f" {python} ", text)
                    if token.text not in "".join(t.text for t in row if t.kind == "string")
                    else case.swap(token, python)[1]
                )
                every = re.sub(
                    r"!\s*(?=[\w(])", "not ", re.sub(r"\s*\|\|\s*", " or ", re.sub(r"\s*&&\s*", " and ", text))
                )
                return case.say(
                    "other-language." + cause,
                    f"Python writes {sign} as `{python}`.",
                    "The sign belongs to another language.",
                    [f"Write `{python}`."],
                    [(line, mended), (line, every)],
                )
            if token.text == "!" and index + 1 < len(row) and (row[index + 1].is_value or row[index + 1].text == "("):
                found = case.say(
                    "other-language.not-sign",
                    "Python writes `!` as `not`.",
                    "`!` in front of a value belongs to other languages; only `!=` is a sign of Python's.",
                    ["Write `not`."],
                    [(line, re.sub(r"!\s*(?=[\w(])", "not ", case.at(line)))],
                    must=True,
                )
                if found:
                    return found
            if (
                token.text in ("++", "--")
                and (index + 1 == len(row) or row[index + 1].text in (")", ";", ",", "]"))
                and index
            ):
                name = case.at(line)[row[index - 1].column : row[index - 1].end_column]
                mend = (
                    [case.swap(row[index - 1], f"{name} {token.text[0]}= 1", row[-1])]
                    if index + 1 == len(row) or row[index + 1].text == ";"
                    else ()
                )
                return case.say(
                    "other-language.increment",
                    f"Python has no `{token.text}`.",
                    "A number is counted up or down by an assignment.",
                    [f"Write `{name} {token.text[0]}= 1` on a line of its own."],
                    mend,
                )
    return None
