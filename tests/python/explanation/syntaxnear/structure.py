# SPDX-License-Identifier: GPL-3.0-or-later
"""Near misses: colons, brackets, indentation and whole statements."""

NEAR_MISSES = {
    # Colons
    "missing-colon.elif": [
        ("parenthesis-unclosed", "if 1:\n    pass\nelif (2:\n    pass\n"),
        ("equals-in-condition", "x = 1\nif 1:\n    pass\nelif x = 2:\n    pass\n"),
    ],
    "missing-colon.else": [
        ("parenthesis-unclosed", "if 1:\n    pass\nelse:\n    print((1)\n"),
        ("other-language.else-if", "if 1:\n    pass\nelse if 2:\n    pass\n"),
        ("conditional-no-else", "x = 1 if True\n"),
    ],
    "missing-colon.class": [
        ("parenthesis-unclosed", "class A(object:\n    pass\n"),
        ("class-without-name", "class:\n    pass\n"),
        ("other-language.extends", "class A extends B:\n    pass\n"),
    ],
    "missing-colon.try": [
        ("try-alone", "try:\n    x = 1\ny = 2\n"),
        ("except-without-try", "x = 1\nexcept ValueError:\n    pass\n"),
        ("operator-dangling", "trying = 1\ntrying +\n"),
    ],
    "missing-colon.except": [
        ("parenthesis-unclosed", "try:\n    x = 1\nexcept (ValueError:\n    pass\n"),
        ("except-without-try", "x = 1\nexcept ValueError:\n    pass\n"),
    ],
    "missing-colon.finally": [
        ("operator-dangling", "try:\n    x = 1\nfinally:\n    x = 1 +\n"),
        ("except-without-try", "x = 1\nfinally:\n    pass\n"),
    ],
    "missing-colon.with": [
        ("parenthesis-unclosed", "with open('a' as f:\n    pass\n"),
        ("block-missing.with", "with open('a') as f:\nx = 1\n"),
    ],
    "missing-colon.match": [
        ("block-missing.match", "x = 1\nmatch x:\ncase 1:\n    pass\n"),
        ("operator-dangling", "match = 1\nmatch +\n"),
        ("parenthesis-unclosed", "match = len\nmatch('a'\nx = 1\n"),
    ],
    "missing-colon.case": [
        ("missing-colon.match", "x = 1\nmatch x\n    case 1:\n        pass\n"),
        ("operator-dangling", "case = 1\ncase +\n"),
        ("bracket-unclosed", "match 1:\n    case [1, 2:\n        pass\n"),
    ],
    "missing-colon.lambda": [
        ("parenthesis-unclosed", "f = (lambda x: x\ny = 1\n"),
        ("other-language.lambda-block", "f = lambda x: return x\n"),
        ("comma-missing-call", "f(lambda x: x 1)\n"),
    ],
    "colon-replaced": [
        ("missing-colon.if", "if 1\n    pass\n"),
        ("operator-doubled", "x = 5;;\n"),
        ("comma-missing-call", "print('if 1;' x)\n"),
    ],
    "colon-extra": [
        ("missing-colon.if", "if 1\n    pass\n"),
        ("parenthesis-unclosed", "if (1:\n    pass\n"),
        ("misspelt-keyword", "whlie True:\n    break\n"),
        ("equals-in-condition", "x = 1\nif x = 1:\n    pass\n"),
    ],
    "missing-colon.if": [("equals-in-condition", "if x = 1:\n    pass\n")],
    "missing-colon.def": [("parenthesis-unclosed", "def f(x:\n    return x\n")],
    "missing-colon.while": [("parenthesis-unclosed", "while (True:\n    break\n")],
    "missing-colon.for": [("parenthesis-unclosed", "for i in range(3:\n    pass\n")],
    # Brackets
    "parenthesis-unclosed": [
        ("bracket-unclosed", "x = (1, [2\ny = 3\n"),
        ("bracket-mismatched", "print([1, 2)\n"),
        ("quote-unclosed", "print('(a)\n"),
        ("bracket-extra", "print(1))\n"),
        ("comma-missing-call", "print('(' x)\n"),
    ],
    "bracket-unclosed": [
        ("bracket-mismatched", "x = [1, (2]\ny = 3\n"),
        ("bracket-extra", "a = [1]]\n"),
        ("quote-unclosed", "a = ['x, 1]\n"),
        ("comma-missing-call", "print('[' x)\n"),
    ],
    "bracket-mismatched": [
        ("bracket-extra", "print(1))\n"),
        ("parenthesis-unclosed", "print((1, 2)\nx = 1\n"),
        ("comma-missing-call", "print('(]' x)\n"),
    ],
    "brace-unclosed": [("bracket-unclosed", "x = [1, 2, 3\ny = {1}\n")],
    "bracket-extra": [("parenthesis-unclosed", "print(1 +\n")],
    # Indentation
    "block-missing.function": [
        ("missing-colon.def", "def f()\n    return 1\n"),
        ("block-only-comment", "def f():\n    # later\n\nx = 1\n"),
        ("block-missing.if", "def f():\n    if 1:\n    return 2\n"),
    ],
    "block-missing.class": [
        ("block-missing.function", "class A:\n    def f(self):\n    x = 1\n"),
        ("missing-colon.class", "class A\n    x = 1\n"),
    ],
    "block-missing.if": [
        ("block-missing.else", "if 1:\n    pass\nelse:\nx = 1\n"),
        ("unexpected-indent", "if 1: pass\n    x = 1\n"),
        ("missing-colon.if", "if 1\n    x = 1\n"),
    ],
    "block-missing.elif": [
        ("block-missing.if", "if 1:\nelif 2:\n    pass\n"),
        ("missing-colon.elif", "if 1:\n    pass\nelif 2\n    pass\n"),
    ],
    "block-missing.else": [
        ("block-missing.if", "if 1:\nelse:\n    pass\n"),
        ("else-without-if", "x = 1\nelse:\n    pass\n"),
    ],
    "block-missing.for": [
        ("block-missing.if", "for i in [1]:\n    if i:\n    print(i)\n"),
        ("missing-colon.for", "for i in [1]\n    print(i)\n"),
    ],
    "block-missing.while": [
        ("block-missing.if", "while 1:\n    if 2:\n    break\n"),
        ("unindent-mismatch", "while 1:\n        x = 1\n    y = 2\n"),
    ],
    "block-missing.try": [
        ("block-missing.except", "try:\n    pass\nexcept ValueError:\nx = 1\n"),
        ("try-alone", "try:\n    x = 1\ny = 2\n"),
    ],
    "block-missing.except": [
        ("block-missing.try", "try:\nexcept ValueError:\n    pass\n"),
        ("block-missing.finally", "try:\n    pass\nfinally:\nx = 1\n"),
    ],
    "block-missing.finally": [
        ("block-missing.except", "try:\n    pass\nexcept ValueError:\nfinally:\n    pass\n"),
        ("missing-colon.finally", "try:\n    x = 1\nfinally\n    pass\n"),
    ],
    "block-missing.with": [
        ("missing-colon.with", "with open('a') as f\n    pass\n"),
        ("block-missing.for", "with open('a') as f:\n    for line in f:\n    print(line)\n"),
    ],
    "block-missing.match": [
        ("block-missing.case", "x = 1\nmatch x:\n    case 1:\n    case 2:\n        pass\n"),
        ("missing-colon.match", "x = 1\nmatch x\n    case 1:\n        pass\n"),
    ],
    "block-missing.case": [
        ("block-missing.match", "x = 1\nmatch x:\ncase 1:\n    pass\n"),
        ("block-missing.if", "match 1:\n    case 1:\n        if 2:\n        x = 1\n"),
        ("case-without-match", "case 1:\n    pass\n"),
    ],
    "block-missing": [
        ("block-missing.if", "if 1:\nx = 1\n"),
        ("unexpected-indent", "x = 1\n    y = 2\n"),
        ("unindent-mismatch", "if 1:\n        x = 1\n    y = 2\n"),
    ],
    "block-only-comment": [
        ("block-missing.function", "def f():\n# later\nx = 1\n"),
        ("block-missing.if", "# about it\nif 1:\nx = 1\n"),
        ("missing-colon.def", "def f()\n    # later\n    x = 1\n"),
    ],
    "unexpected-indent": [
        ("indent-first-line", "    x = 1\n"),
        ("unindent-mismatch", "if 1:\n        x = 1\n    y = 2\n"),
        ("missing-colon.if", "if 1\n    x = 1\n"),
        ("block-missing.if", "if 1:\nx = 1\n"),
    ],
    "indent-first-line": [
        ("unexpected-indent", "x = 1\n    y = 2\n"),
        ("missing-colon.if", "# first\n\nif 1\n    x = 1\n"),
        ("unexpected-indent", "'''Doc'''\n    x = 1\n"),
    ],
    "unindent-mismatch": [
        ("unexpected-indent", "if 1:\n    x = 1\n        y = 2\n"),
        ("block-missing.if", "if 1:\nx = 1\n"),
        ("tabs-mixed", "if 1:\n        x = 1\n\ty = 2\n"),
    ],
    "tabs-mixed": [
        ("unindent-mismatch", "if 1:\n        x = 1\n    y = 2\n"),
        ("missing-colon.if", "if 1:\n\tx = '\t'\nif 2\n\ty = 2\n"),
        ("comma-missing-call", "print('\t' x)\n"),
    ],
    "unexpected-unindent": [
        ("try-alone", "try:\n    x = 1\ny = 2\n"),
        ("unindent-mismatch", "try:\n        x = 1\n    y = 2\nexcept ValueError:\n    pass\n"),
    ],
    # Blocks and definitions
    "except-without-try": [
        ("missing-colon.except", "try:\n    x = 1\nexcept ValueError\n    pass\n"),
        ("except-default-not-last", "try:\n    pass\nexcept:\n    pass\nexcept ValueError:\n    pass\n"),
        ("comma-missing-call", "print('except' x)\n"),
    ],
    "else-without-if": [
        ("missing-colon.else", "if 1:\n    pass\nelse\n    pass\n"),
        ("missing-colon.if", "if 1\n    pass\nelse:\n    pass\n"),
        ("conditional-no-else", "x = 1 if True\n"),
        ("other-language.else-if", "if 1:\n    pass\nelse if 2:\n    pass\n"),
    ],
    "try-alone": [
        ("missing-colon.try", "try\n    x = 1\nexcept ValueError:\n    pass\n"),
        ("missing-colon.except", "try:\n    x = 1\nexcept ValueError\n    pass\n"),
        ("parenthesis-unclosed", "try:\n    print((1)\nexcept ValueError:\n    pass\n"),
    ],
    "case-without-match": [
        ("operator-missing", "match 1:\n    case 2 3:\n        pass\n"),
        ("missing-colon.case", "x = 1\nmatch x:\n    case 1\n        pass\n"),
        ("operator-dangling", "case = 1\ncase +\n"),
        ("colon-extra", "x = f(3):\n"),
    ],
    "def-without-name": [
        ("def-without-brackets", "def f:\n    pass\n"),
        ("missing-colon.def", "def f()\n    pass\n"),
        ("missing-colon.lambda", "f = lambda x x\n"),
    ],
    "class-without-name": [
        ("missing-colon.class", "class A\n    pass\n"),
        ("keyword-as-name", "class = 1\n"),
        ("parenthesis-unclosed", "class A(:\n    pass\n"),
    ],
    "parameter-value": [
        ("default-missing", "def f(a=):\n    pass\n"),
        ("comma-missing-parameters", "def f(a b=5):\n    pass\n"),
        ("", "def f(a=5 b):\n    pass\n"),
        ("missing-colon.def", "def f(a=5)\n    pass\n"),
        ("comma-missing-call", "f(5 'x')\n"),
    ],
    "def-name-dotted": [
        ("def-without-name", "def (x):\n    pass\n"),
        ("missing-colon.def", "def f(a=b.c)\n    pass\n"),
        ("missing-colon.def", "def f(a=b-c)\n    pass\n"),
        ("name-digit", "def 1st():\n    pass\n"),
    ],
    "decorator-alone": [
        ("comma-missing-parameters", "class A:\n    @classmethod\n    def f(cls it):\n        pass\n"),
        ("missing-colon.def", "@property\ndef f(x)\n    return x\n"),
        ("other-language.at-name", "@name = 1\n"),
        ("parenthesis-unclosed", "@decorate(1\ndef f():\n    pass\n"),
    ],
    "import-swapped": [
        ("import-missing", "from math sqrt\n"),
        ("comma-missing-import", "from math import sin cos\n"),
        ("import-quotes", "import 'math'\n"),
    ],
    "import-missing": [
        ("import-swapped", "import sqrt from math\n"),
        ("misspelt-keyword", "from math improt sqrt\n"),
        ("import-empty", "from math import\n"),
    ],
    "import-quotes": [
        ("operator-missing", "x = 'import' math\n"),
        ("import-swapped", "import sqrt from math\n"),
        ("import-dotted", "from os import path.join\n"),
    ],
    "import-as-empty": [
        ("operator-dangling", "import math as m\nm +\n"),
        ("import-empty", "from math import\n"),
        ("missing-colon.with", "with open('a') as f\n    pass\n"),
    ],
    "import-brackets": [
        ("comma-missing-import", "from math import (sin cos)\n"),
        ("parenthesis-unclosed", "from math import (sin, cos\nx = 1\n"),
    ],
    "import-dotted": [
        ("operator-dangling", "import os.path\nos.path +\n"),
        ("import-relative", "import .tools\n"),
        ("import-empty", "from os.path import\n"),
    ],
    "import-relative": [
        ("import-dotted", "from os import path.join\n"),
        ("import-empty", "from . import\n"),
        ("import-brackets", "import (math)\n"),
    ],
    "import-hyphen": [
        ("name-hyphen", "my-var = 1\n"),
        ("def-name-dotted", "def my-f():\n    pass\n"),
        ("import-quotes", "import 'my-module'\n"),
    ],
    "import-empty": [("parenthesis-unclosed", "import os\nos.path(\n")],
    "def-without-brackets": [("parenthesis-unclosed", "class A:\n    def f(self:\n        pass\n")],
    # Exceptions and patterns
    "except-default-not-last": [
        ("missing-colon.except", "try:\n    pass\nexcept ValueError:\n    pass\nexcept\n    pass\n"),
        ("block-missing.except", "try:\n    pass\nexcept:\nx = 1\n"),
    ],
    "except-mixed": [
        ("missing-colon.except", "try:\n    pass\nexcept* ValueError:\n    pass\nexcept* TypeError\n    pass\n"),
        ("except-default-not-last", "try:\n    pass\nexcept:\n    pass\nexcept ValueError:\n    pass\n"),
    ],
    "except-star-class": [
        ("missing-colon.except", "try:\n    pass\nexcept* ValueError\n    pass\n"),
        ("missing-colon.except", "try:\n    pass\nexcept\n    pass\n"),
    ],
    "case-name-catches-all": [
        ("case-wildcard-not-last", "match 1:\n    case _:\n        pass\n    case 2:\n        pass\n"),
        ("missing-colon.case", "match 1:\n    case 2:\n        pass\n    case x\n        pass\n"),
        ("case-name-twice", "match 1:\n    case [x, x]:\n        pass\n    case 2:\n        pass\n"),
    ],
    "case-wildcard-not-last": [
        ("case-name-catches-all", "match 1:\n    case x:\n        pass\n    case 2:\n        pass\n"),
        ("missing-colon.case", "match 1:\n    case 2:\n        pass\n    case _\n        pass\n"),
    ],
    "case-or-names": [
        ("case-name-twice", "match 1:\n    case [x, x] | [x]:\n        pass\n"),
        ("missing-colon.case", "match 1:\n    case 1 | 2\n        pass\n"),
    ],
    "case-name-twice": [
        ("case-or-names", "match 1:\n    case [x] | 2:\n        pass\n"),
        ("duplicate-parameter", "def f(x, x):\n    pass\n"),
        ("missing-colon.case", "match 1:\n    case [x, y]\n        pass\n"),
    ],
    "case-positional-after-keyword": [
        ("positional-after-keyword", "match 1:\n    case 2:\n        f(x=1, 2)\n"),
        ("missing-colon.case", "match 1:\n    case A(2, x=1)\n        pass\n"),
    ],
    "case-lookup": [
        ("missing-colon.case", "match 1:\n    case a.b\n        pass\n"),
        ("case-name-catches-all", "match 1:\n    case x:\n        pass\n    case 2:\n        pass\n"),
        ("operator-missing", "match 1:\n    case 2:\n        x = 1 2\n"),
    ],
    "case-underscore": [
        ("case-wildcard-not-last", "match 1:\n    case _:\n        pass\n    case 2:\n        pass\n"),
        ("missing-colon.case", "match 1:\n    case [_, 1]\n        pass\n"),
        ("operator-dangling", "_ = 1\n_ +\n"),
    ],
    # Of other versions
    "match-too-old": [
        ("operator-dangling", "match = 1\nmatch +\n", (3, 9)),
        ("missing-colon.match", "x = 1\nmatch x\n    case 1:\n        pass\n"),
        ("parenthesis-unclosed", "import re\nre.match('a'\nx = 1\n", (3, 9)),
    ],
    "except-star-too-old": [
        ("missing-colon.except", "try:\n    pass\nexcept* ValueError\n    pass\n"),
        ("missing-colon.except", "try:\n    pass\nexcept ValueError\n    pass\n", (3, 10)),
    ],
    "type-statement-too-old": [
        ("operator-dangling", "type = 1\ntype +\n", (3, 11)),
        ("parenthesis-unclosed", "type(1\nx = 2\n", (3, 11)),
        ("operator-dangling", "x = type = 3 *\n", (3, 11)),
    ],
    "type-parameters-too-old": [
        ("bracket-unclosed", "x = a[1\ny = 2\n", (3, 11)),
        ("def-without-brackets", "def f:\n    pass\n", (3, 11)),
        ("missing-colon.def", "def f(x: list[int])\n    pass\n", (3, 11)),
    ],
    "with-brackets-too-old": [
        ("missing-colon.with", "with (open('a')) as f\n    pass\n", (3, 8)),
        ("parenthesis-unclosed", "with open('a' as f:\n    pass\n", (3, 8)),
    ],
    "template-too-old": [
        ("comma-missing-parameters", "def f(a b=' \\t'):\n    pass\n", (3, 13)),
        ("operator-missing", "x = y 't'\n", (3, 13)),
        ("quote-inside", "x = 'don't'\n", (3, 13)),
        ("parenthesis-unclosed", "print('t'\nx = 1\n", (3, 13)),
    ],
}  # fmt: skip
