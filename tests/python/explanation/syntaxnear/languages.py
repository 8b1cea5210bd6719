# SPDX-License-Identifier: GPL-3.0-or-later
"""Near misses: words and signs of other languages."""

NEAR_MISSES = {
    # Python 2
    "print-without-brackets": [
        ("comma-missing-call", "print('a' x)\n"),
        ("parenthesis-unclosed", "print('a'\nx = 1\n"),
        ("operator-missing", "printer = 1\nprinter 'a'\n"),
        ("operator-dangling", "print = 1\nprint +\n"),
    ],
    "exec-without-brackets": [
        ("parenthesis-unclosed", "exec('x = 1'\ny = 2\n"),
        ("operator-missing", "execute = 1\nexecute 'a'\n"),
    ],
    "raise-comma": [
        ("parenthesis-unclosed", "raise ValueError('a, b'\nx = 1\n"),
        ("comma-missing-call", "raise ValueError('a' b)\n"),
    ],
    "except-comma": [
        ("missing-colon.except", "try:\n    x = 1\nexcept (ValueError, TypeError)\n    pass\n"),
        ("block-missing.except", "try:\n    pass\nexcept (ValueError, TypeError):\nx = 1\n"),
    ],
    "except-several": [("missing-colon.except", "try:\n    x = 1\nexcept (ValueError, TypeError) as e\n    pass\n")],
    "tuple-parameter": [
        ("comma-missing-parameters", "def f(a b, c=(1, 2)):\n    pass\n"),
        ("parenthesis-unclosed", "def f(a, b=(1, 2):\n    pass\n"),
    ],
    # Other languages
    "other-language.for-counting": [
        ("missing-colon.for", "for i in range(0, 3, 1)\n    print(i)\n"),
        ("parenthesis-unclosed", "for i in range(len('a; b; c'):\n    pass\n"),
    ],
    "other-language.for-to": [
        ("missing-colon.for", "to = 10\nfor i in range(to)\n    pass\n"),
        ("equals-in-condition", "to = 1\nif to = 10:\n    pass\n"),
    ],
    "other-language.for-dots": [("missing-colon.for", "for i in '1..10'\n    pass\n"), ("number-dots", "x = 1.2.3\n")],
    "other-language.for-colon": [
        ("missing-colon.for", "for i in [1]\n    pass\n"),
        ("missing-colon.for", "for x in {1: 2}\n    pass\n"),
    ],
    "other-language.for-var": [
        ("missing-colon.for", "let = 1\nfor let in [1]\n    pass\n"),
        ("parenthesis-unclosed", "for x in (1, 2:\n    pass\n"),
    ],
    "other-language.foreach": [
        ("missing-colon.for", "foreach = [1]\nfor each in foreach\n    pass\n"),
        ("operator-dangling", "foreach = 1\nforeach +\n"),
    ],
    "other-language.elseif": [
        ("missing-colon.elif", "if 1:\n    pass\nelif 2\n    pass\n"),
        ("operator-dangling", "elseif = 1\nelseif +\n"),
    ],
    "other-language.function": [
        ("parenthesis-unclosed", "function = len\nfunction('a'\nx = 1\n"),
        ("missing-colon.def", "def function(x)\n    return x\n"),
    ],
    "other-language.type-first": [
        ("parenthesis-unclosed", "x = int('5'\ny = 1\n"),
        ("name-space", "my name = 5\n"),
        ("comma-missing-call", "print(int x)\n"),
    ],
    "other-language.modifier": [
        ("operator-dangling", "public = 1\npublic +\n"),
        ("missing-colon.def", "def static(x)\n    return x\n"),
    ],
    "other-language.void": [
        ("missing-colon.def", "def void()\n    pass\n"),
        ("operator-dangling", "void = 1\nvoid +\n"),
    ],
    "other-language.def-type": [
        ("missing-colon.def", "def f(x: int) -> int\n    return x\n"),
        ("def-name-dotted", "def int.f():\n    pass\n"),
    ],
    "other-language.arrow-brace": [
        ("missing-colon.def", "def f() -> int\n    return 1\n"),
        ("brace-unclosed", "d = {'a->': 1\nprint(d)\n"),
    ],
    "other-language.switch": [
        ("missing-colon.match", "x = 1\nmatch x\n    case 1:\n        pass\n"),
        ("operator-dangling", "switch = 1\nswitch +\n"),
    ],
    "other-language.default": [
        ("missing-colon.case", "x = 1\nmatch x:\n    case default\n        pass\n"),
        ("missing-colon.if", "default = 1\nif default\n    pass\n"),
    ],
    "other-language.unless": [
        ("missing-colon.if", "unless = 1\nif not unless\n    pass\n"),
        ("operator-dangling", "until = 1\nuntil +\n"),
    ],
    "other-language.catch": [
        ("missing-colon.except", "try:\n    catch = 1\nexcept ValueError\n    pass\n"),
        ("operator-dangling", "catch = 1\ncatch +\n"),
    ],
    "other-language.throw": [
        ("operator-dangling", "throw = 1\nthrow +\n"),
        ("parenthesis-unclosed", "throw = len\nthrow('x'\ny = 1\n"),
    ],
    "other-language.delete": [
        ("parenthesis-unclosed", "delete = len\ndelete('x'\ny = 1\n"),
        ("delete-target", "del f()\n"),
    ],
    "other-language.include": [
        ("operator-dangling", "include = 1\ninclude +\n"),
        ("import-quotes", "import 'math'\n"),
        ("misspelt-keyword", "improt os\n"),
    ],
    "other-language.class-word": [
        ("missing-colon.class", "class struct\n    pass\n"),
        ("parenthesis-unclosed", "struct = len\nstruct('x'\ny = 1\n"),
    ],
    "other-language.extends": [
        ("missing-colon.class", "class A(B)\n    pass\n"),
        ("missing-colon.class", "class extends(object)\n    pass\n"),
    ],
    "other-language.end-word": [
        ("operator-dangling", "end = 1\nend +\n"),
        ("parenthesis-unclosed", "print('a', end=''\nx = 1\n"),
    ],
    "other-language.closing-brace": [("bracket-extra", "x = {1: 2}}\n"), ("brace-unclosed", "d = {'a': 1\nprint(d)\n")],
    "other-language.comment-lines": [
        ("operator-doubled", "x = 3 * / 2\n"),
        ("parenthesis-unclosed", "print('/* a */'\nx = 1\n"),
    ],
    "other-language.comment-dashes": [
        ("missing-colon.if", "x = 1 - -2\nif x\n    pass\n"),
        ("other-language.increment", "x = 1\nx--\n"),
        ("parenthesis-unclosed", "print('-- a'\nx = 1\n"),
    ],
    "other-language.arrow-function": [
        ("missing-colon.lambda", "f = lambda x x + 1\n"),
        ("operator-turned", "x = 1\nif x => 1:\n    pass\n"),
        ("missing-colon.def", "def f(x) -> int\n    return x\n"),
    ],
    "other-language.lambda-block": [
        ("missing-colon.lambda", "f = lambda x x + 1\n"),
        ("parenthesis-unclosed", "f = (lambda x: x\nreturned = 1\n"),
    ],
    "other-language.null-signs": [
        ("other-language.conditional-sign", "a = 1\nx = a > 0 ? 1 : 2\n"),
        ("parenthesis-unclosed", "print('a ?? b'\nx = 1\n"),
    ],
    "other-language.dollar": [
        ("shell-command", "$ python main.py\n"),
        ("parenthesis-unclosed", "print('$x = 1'\nx = 1\n"),
    ],
    "other-language.at-name": [("decorator-alone", "@property\nx = 1\n"), ("operator-dangling", "a = b @\n")],
    "other-language.sql": [
        ("parenthesis-unclosed", "print('SELECT name FROM users'\nx = 1\n"),
        ("operator-dangling", "SELECT = 1\nSELECT +\n"),
        ("import-empty", "from math import\n"),
    ],
    "other-language.html": [
        ("parenthesis-unclosed", "print('<html>'\nx = 1\n"),
        ("other-language.unequal-sign", "if 1 <> 2:\n    pass\n"),
        ("operator-dangling", "x = 1 < html >\n"),
    ],
    "other-language.then": [
        ("missing-colon.if", "then = 1\nif then\n    pass\n"),
        ("operator-dangling", "then = 1\nthen +\n"),
    ],
    "other-language.or-sign": [
        ("other-language.and-sign", "if 1 && 2:\n    pass\n"),
        ("missing-colon.if", "if 1 | 2\n    pass\n"),
        ("parenthesis-unclosed", "print('a || b'\nx = 1\n"),
    ],
    "other-language.equal-sign": [
        ("missing-colon.if", "if 1 == 2\n    pass\n"),
        ("parenthesis-unclosed", "print('==='\nx = 1\n"),
        ("merge-conflict", "x = 1\n<<<<<<< HEAD\ny = 1\n=======\ny = 2\n>>>>>>> other\n"),
    ],
    "other-language.unequal-sign": [
        ("missing-colon.if", "if 1 < 2 > 1\n    pass\n"),
        ("parenthesis-unclosed", "print('<>'\nx = 1\n"),
    ],
    "other-language.not-sign": [
        ("missing-colon.if", "if 1 != 2\n    pass\n"),
        ("fstring-conversion", "x = 1\ny = f'{x!z}'\n"),
        ("parenthesis-unclosed", "print('!x'\nx = 1\n"),
    ],
    "other-language.increment": [
        ("operator-space", "x = 1\nx + = 1\n"),
        ("operator-dangling", "x = 3 +\n"),
        ("parenthesis-unclosed", "print('x++'\nx = 1\n"),
    ],
    "other-language.comment-slashes": [
        ("operator-dangling", "x = 10 // 3 +\n"),
        ("operator-missing", "x = 'a // b' c\n"),
    ],
    "other-language.braces": [
        (None, "def f(a b={\n    1: 2}):\n    pass\n"),
        ("brace-unclosed", "x = {1: 2\n"),
    ],
    "other-language.else-if": [("operator-missing", "x = 'else if' y\n")],
    "other-language.and-sign": [("operator-missing", "a = 'x && y' b\n")],
    "other-language.declaration": [("operator-dangling", "var = 3\nvar +\n")],
    "other-language.new": [("comma-missing-call", "new = 1\nprint(new x)\n")],
    "other-language.do-loop": [("operator-missing", "do = 1\ndo x\n")],
    "other-language.output": [
        ("operator-missing", "x = print\noutput write('a')\n"),
        ("operator-dangling", "echo = 1\necho +\n"),
    ],
    "other-language.conditional-sign": [("", "a = b ? c\n")],
    "other-language.for-of": [("bracket-unclosed", "lst = [x for x in y\nprint(lst)\n")],
}  # fmt: skip
