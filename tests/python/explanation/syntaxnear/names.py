# SPDX-License-Identifier: GPL-3.0-or-later
"""Near misses: names, places, calls and values."""

NEAR_MISSES = {
    # Words
    "misspelt-keyword": [
        ("operator-missing", "x = 2  ord('a')\n"),
        ("operator-missing", "x = []\nx add(3)\n"),
        ("comma-missing-call", "end = 1\nprint('a' end + 1)\n"),
        ("comma-missing-call", "def f(form, text):\n    print(form text)\n"),
        ("operator-missing", "fort = 1\nfort 2\n"),
        ("capital-keyword", "If 1:\n    pass\n"),
        ("comma-missing-call", "print('whlie' True)\n"),
        ("operator-dangling", "retrun = 1\nretrun +\n"),
        ("missing-colon.if", "esle = 1\nif esle\n    pass\n"),
    ],
    "capital-keyword": [
        ("misspelt-keyword", "whlie True:\n    break\n"),
        ("operator-dangling", "For = 1\nFor +\n"),
        ("missing-colon.if", "If = 1\nif If\n    pass\n"),
        ("comma-missing-call", "print('If' x)\n"),
    ],
    "keyword-as-name": [
        ("comma-missing-call", "f(class_='a' b=2)\n"),
        ("missing-colon.class", "class A(object)\n    pass\n"),
        ("brace-unclosed", "d = {'class': 1, 'from': 2\nx = 1\n"),
        ("return-outside", "return 5\n"),
        ("assign-to-keyword", "None = 1\n"),
    ],
    "plain-text": [
        ("comma-missing-call", "f(a.b.c,\n  a.b.c d,\n  e)\n"),
        ("", "if a b c d:\n    pass\n"),
    ],
    # Equals
    "walrus-statement": [
        ("equals-in-condition", "x = 1\nif x = 5:\n    pass\n"),
        ("missing-colon.if", "if (x := 5) > 2\n    pass\n"),
        ("walrus-target", "a = [1]\nif (a[0] := 2):\n    pass\n"),
    ],
    "walrus-brackets": [("walrus-statement", "x := 5\n"), ("missing-colon.if", "if (x := 5)\n    pass\n")],
    "walrus-target": [("missing-colon.if", "a = [1]\nif (b := a[0])\n    pass\n"), ("walrus-statement", "x := 5\n")],
    "assign-to-call": [
        ("missing-colon.if", "if len('a') == 3\n    pass\n"),
        ("comma-missing-call", "f(a=1 b=2)\n"),
        ("assign-to-expression", "f() + 1 = x\n"),
        ("delete-target", "del f()\n"),
    ],
    "assign-to-literal": [
        ("equals-in-condition", "x = 5\nif x = 5:\n    pass\n"),
        ("assign-to-keyword", "None = 1\n"),
        ("delete-target", "del 5\n"),
        ("positional-after-keyword", "f(a=1, 2)\n"),
    ],
    "assign-to-expression": [
        ("name-hyphen", "my-var = 1\n"),
        ("assign-to-comparison", "a == b = 1\n"),
        ("operator-dangling", "x = a +\n"),
    ],
    "assign-to-keyword": [
        ("assign-to-literal", "5 = x\n"),
        ("missing-colon.if", "if None == 1\n    pass\n"),
        ("keyword-as-name", "class = 1\n"),
    ],
    "assign-to-comparison": [
        ("assign-to-expression", "x + 1 = y\n"),
        ("equals-in-condition", "x = 1\nif x = 1:\n    pass\n"),
    ],
    "assign-to-text": [("assign-to-literal", "'a' = 3\n"), ("comma-missing-call", "print(f'{1} = 1' x)\n")],
    "assign-to-conditional": [("conditional-no-else", "c = a if b\n"), ("missing-colon.if", "if a == c\n    pass\n")],
    "assign-to-comprehension": [
        ("bracket-unclosed", "x = [x for x in y\nz = 1\n"),
        ("assign-to-display", "{1: 2} = 1\n"),
    ],
    "assign-to-lambda": [("missing-colon.lambda", "x = lambda y y\n"), ("assign-to-call", "f() = 1\n")],
    "assign-to-display": [
        ("brace-unclosed", "x = {1: 2\ny = 1\n"),
        ("assign-to-comprehension", "[x for x in y] = 1\n"),
        ("equals-in-dict", "d = {'a' = 1}\n"),
    ],
    "assign-to-other": [
        ("for-in-missing", "for name ('a', 'b'):\n    pass\n"),
        ("for-in-missing", "for i range(3):\n    pass\n"), ("assign-to-literal", "5 = x\n"),
    ],
    "name-hyphen": [
        ("assign-to-expression", "x + 1 = y\n"),
        ("operator-dangling", "x = a -\n"),
        ("import-hyphen", "import my-module\n"),
        ("missing-colon.if", "if a-b == 1\n    pass\n"),
    ],
    "delete-target": [
        ("operator-dangling", "x = [1]\ndel x +\n"),
        ("other-language.delete", "delete x\n"),
        ("assign-to-call", "f() = 1\n"),
    ],
    "augmented-target": [
        ("unpacked-augmented", "a, b += 1\n"),
        ("operator-space", "x = 1\nx + = 1\n"),
        ("assign-to-call", "f() = 1\n"),
    ],
    "equals-in-condition": [
        (None, "if x[-1: == 'a': x = x[:-1]\ny = 2\n"),
        ("missing-colon.if", "x = 1\nif x == 1\n    pass\n"),
        ("missing-colon.for", "if x is None: x = {}\nfor y in x\n    pass\n"),
        ("parenthesis-unclosed", "x = (1,\ny = 2\n"),
    ],
    "equals-in-dict": [("comma-missing-call", "f(a=1 b=2)\n")],
    # Places
    "return-outside": [("keyword-as-name", "return = 5\n")],
    "yield-outside": [
        ("return-outside", "return 1\n"),
        ("yield-in-comprehension", "def f():\n    return [(yield x) for x in y]\n"),
        ("yield-from-in-async", "async def f():\n    yield from x\n"),
        ("parenthesis-unclosed", "def f():\n    yield (1\nx = 2\n"),
    ],
    "yield-in-comprehension": [
        ("yield-outside", "yield [x for x in y]\n"),
        ("bracket-unclosed", "def f():\n    yield [x for x in y\nz = 1\n"),
    ],
    "await-outside": [
        ("async-outside", "def f():\n    async for x in y:\n        pass\n"),
        ("async-comprehension-outside", "def f():\n    return [x async for x in y]\n"),
        ("parenthesis-unclosed", "async def f():\n    await (x\ny = 1\n"),
    ],
    "async-outside": [
        ("await-outside", "def f():\n    await x\n"),
        ("missing-colon.for", "async def f():\n    async for x in y\n        pass\n"),
        ("async-comprehension-outside", "def f():\n    return [x async for x in y]\n"),
    ],
    "async-comprehension-outside": [
        ("async-outside", "def f():\n    async for x in y:\n        pass\n"),
        ("bracket-unclosed", "async def f():\n    return [x async for x in y\nz = 1\n"),
    ],
    "break-outside": [
        ("continue-outside", "continue\n"),
        ("two-statements", "for i in x:\n    y = 1 break\n"),
        ("return-outside", "for i in [1]:\n    break\nreturn 2\n"),
    ],
    "continue-outside": [
        ("break-outside", "break\n"),
        ("block-missing.if", "for i in [1]:\n    if i:\n    continue\n"),
        ("return-outside", "for i in [1]:\n    continue\nreturn 2\n"),
    ],
    "leave-except-star": [
        ("break-outside", "try:\n    pass\nexcept* ValueError:\n    pass\nbreak\n"),
        ("return-outside", "try:\n    pass\nexcept ValueError:\n    pass\nreturn\n"),
    ],
    "return-value-in-async-generator": [
        ("yield-from-in-async", "async def f():\n    yield from x\n    return\n"),
        ("return-outside", "async def f():\n    yield 1\nreturn 2\n"),
    ],
    "yield-from-in-async": [
        ("return-value-in-async-generator", "async def f():\n    yield 1\n    return 2\n"),
        ("yield-outside", "yield from x\n"),
    ],
    "import-star-inside": [
        ("import-missing", "def f():\n    from math *\n"),
        ("future-unknown", "from __future__ import nothing\nfrom math import *\n"),
        ("operator-dangling", "from math import *\nx = 2 *\n"),
    ],
    "future-not-first": [
        ("future-unknown", "from __future__ import nothing\n"),
        ("import-empty", "from __future__ import\n"),
        ("operator-dangling", "'''Doc'''\nfrom __future__ import annotations\nx = 1 +\n"),
    ],
    "future-unknown": [
        ("future-braces", "from __future__ import braces\n"),
        ("future-not-first", "x = 1\nfrom __future__ import annotations\n"),
        ("import-missing", "from __future__ annotations\n"),
    ],
    "future-braces": [
        ("future-unknown", "from __future__ import brace\n"),
        ("operator-dangling", "from __future__ import annotations\nbraces = 1 +\n"),
    ],
    "return-outside": [("keyword-as-name", "return = 5\n")],
    # Names
    "global-after-use": [
        ("global-parameter", "def f(x):\n    print(x)\n    global x\n"),
        ("nonlocal-missing", "def f():\n    nonlocal x\n    print(x)\n"),
        ("comma-missing-call", "def f():\n    global x\n    print(x 1)\n"),
        ("global-annotated", "def f():\n    global x\n    x: int = 1\n"),
    ],
    "global-parameter": [
        ("global-after-use", "def f(y):\n    x = 1\n    global x\n"),
        ("duplicate-parameter", "def f(x, x):\n    pass\n"),
        ("missing-colon.def", "def f(x)\n    global y\n"),
    ],
    "nonlocal-and-global": [
        ("nonlocal-missing", "def f():\n    global y\n    nonlocal x\n"),
        ("nonlocal-at-top", "global y\nnonlocal x\n"),
    ],
    "nonlocal-at-top": [
        ("nonlocal-missing", "def f():\n    nonlocal x\n"),
        ("operator-dangling", "x = 'nonlocal'\ny = x +\n"),
        ("operator-missing", "def g():\n    x = 1\n    def f():\n        nonlocal x\n        x = 1 2\n"),
    ],
    "nonlocal-missing": [
        ("nonlocal-at-top", "nonlocal x\n"),
        ("global-parameter", "def g():\n    x = 1\n    def f(x):\n        nonlocal x\n"),
        ("global-after-use", "def g():\n    x = 1\n    def f():\n        print(x)\n        nonlocal x\n"),
    ],
    "global-annotated": [
        ("hint-on-several", "def f():\n    global a\n    a, b: int = 1\n"),
        ("global-after-use", "def f():\n    x: int = 1\n    print(x)\n    y = 2\n    global y\n"),
    ],
    "duplicate-parameter": [
        ("keyword-repeated", "f(a=1, a=2)\n"),
        ("default-before-plain", "def f(a=1, b):\n    pass\n"),
        ("missing-colon.def", "def f(a, aa)\n    pass\n"),
    ],
    "debug-name": [
        ("operator-dangling", "x = __debug__ +\n"),
        ("missing-colon.if", "if __debug__\n    pass\n"),
        ("assign-to-keyword", "None = 1\n"),
    ],
    # Calls
    "keyword-repeated": [
        ("duplicate-parameter", "def f(a, a):\n    pass\n"),
        ("positional-after-keyword", "f(a=1, b=2, a)\n"),
        ("comma-missing-call", "f(a=1 a=2)\n"),
    ],
    "positional-after-unpacking": [
        ("positional-after-keyword", "f(a=1, 2)\n"),
        ("unpacking-after-keyword-unpacking", "f(**a, *b)\n"),
        ("parenthesis-unclosed", "f(*a, 2\nx = 1\n"),
    ],
    "positional-after-keyword": [
        ("positional-after-unpacking", "f(**a, 2)\n"),
        ("default-before-plain", "def f(a=1, b):\n    pass\n"),
        ("", "f(a=1 2)\n"),
        ("keyword-repeated", "f(a=1, a=2)\n"),
    ],
    "unpacking-after-keyword-unpacking": [
        ("positional-after-unpacking", "f(**a, b)\n"),
        ("parenthesis-unclosed", "f(*b, **a\nx = 1\n"),
        ("comma-missing-call", "f(*b, **a, c=1 d=2)\n"),
    ],
    "generator-not-alone": [
        ("parenthesis-unclosed", "sum(x for x in y\nz = 1\n"),
        ("comma-missing-call", "sum((x for x in y) 1)\n"),
        ("comprehension-pair", "x = [a, b for a, b in c]\n"),
    ],
    "expression-for-keyword": [
        ("keyword-repeated", "f(a=1, a=2)\n"),
        ("argument-missing", "f(a=)\n"),
        ("assign-to-expression", "a + b = 1\n"),
    ],
    "argument-missing": [
        ("default-missing", "def f(a=):\n    pass\n"),
        ("parenthesis-unclosed", "f(a=1\nx = 2\n"),
        ("operator-dangling", "x =\n"),
    ],
    # Parameters
    "default-before-plain": [
        ("positional-after-keyword", "f(a=1, b)\n"),
        ("duplicate-parameter", "def f(a=1, a=2):\n    pass\n"),
        ("missing-colon.def", "def f(a, b=1)\n    pass\n"),
    ],
    "star-alone": [
        ("comma-extra", "def f(a, *, , b):\n    pass\n"),
        ("missing-colon.def", "def f(a, *, b)\n    pass\n"),
        ("star-here", "x = *[1]\n"),
    ],
    "star-twice": [
        ("missing-colon.def", "def f(*a, **b)\n    pass\n"),
        ("two-stars", "*a, *b = [1]\n"),
        ("star-alone", "def f(a, *):\n    pass\n"),
    ],
    "slash-place": [
        ("missing-colon.def", "def f(a, /, *, b)\n    pass\n"),
        ("operator-dangling", "x = 1 /\n"),
        ("star-alone", "def f(a, /, *):\n    pass\n"),
    ],
    "star-default": [
        ("missing-colon.def", "def f(*a, b=1)\n    pass\n"),
        ("default-missing", "def f(*a, b=):\n    pass\n"),
        ("after-kwargs", "def f(**k, a=1):\n    pass\n"),
    ],
    "after-kwargs": [("missing-colon.def", "def f(a, **k)\n    pass\n"), ("positional-after-unpacking", "f(**k, a)\n")],
    "parameter-brackets": [
        ("tuple-parameter", "def f(a, (b, c)):\n    pass\n"),
        ("missing-colon.def", "def f(a=(1))\n    pass\n"),
        ("parenthesis-unclosed", "def f(a=(1):\n    pass\n"),
    ],
    "default-missing": [
        ("argument-missing", "f(a=)\n"),
        ("missing-colon.def", "def f(a=1)\n    pass\n"),
        ("parameter-value", "def f(5):\n    pass\n"),
    ],
    # Stars and hints
    "two-stars": [
        ("two-stars-pattern", "match 1:\n    case [*a, *b]:\n        pass\n"),
        ("star-target-alone", "*a = [1]\n"),
        ("operator-missing", "x = [*a, *b] c\n"),
    ],
    "two-stars-pattern": [
        ("two-stars", "*a, *b = [1]\n"),
        ("missing-colon.case", "match 1:\n    case [*a, b]\n        pass\n"),
    ],
    "star-target-alone": [
        ("two-stars", "*a, *b = [1]\n"),
        ("operator-missing", "*a, b = [1] c\n"),
        ("star-here", "x = *[1]\n"),
    ],
    "star-here": [
        ("misspelt-keyword", "dfe f(*, a):\n    pass\n"),
        ("star-target-alone", "*a = [1]\n"),
        ("parenthesis-unclosed", "print(*[1]\nx = 2\n"),
        ("operator-dangling", "x = 2 *\n"),
    ],
    "star-unpack-in-comprehension": [
        ("dict-unpack-in-comprehension", "x = {**a for a in b}\n"),
        ("bracket-unclosed", "x = [2*a for a in b\ny = 1\n"),
        ("comma-missing-list", "x = [*a 1]\n"),
    ],
    "dict-unpack-in-comprehension": [
        ("star-unpack-in-comprehension", "x = [*a for a in b]\n"),
        ("operator-missing", "x = {a: 2**a for a in b} c\n"),
        ("brace-unclosed", "x = {**a, 'b': 1\ny = 2\n"),
    ],
    "hint-on-several": [
        ("hint-target", "f(): int = 1\n"),
        ("missing-colon.for", "for a, b in c\n    pass\n"),
        ("unpacked-augmented", "a, b += 1\n"),
    ],
    "hint-target": [
        ("hint-on-several", "a, b: int = 1\n"),
        ("colon-extra", "x = f(3):\n"),
        ("assign-to-call", "f() = 1\n"),
    ],
    "unpacked-augmented": [
        ("augmented-target", "f() += 1\n"),
        ("operator-missing", "a, b = 1, 2 3\n"),
        ("hint-on-several", "a, b: int = 1\n"),
    ],
    # Values and signs
    "condition-missing": [
        ("operator-dangling", "if 1 +:\n    pass\n"),
        ("missing-colon.if", "if 1\n    pass\n"),
        ("equals-in-condition", "x = 1\nif x = 1:\n    pass\n"),
        ("missing-colon.else", "if 1:\n    pass\nelse\n    pass\n"),
    ],
    "statement-as-value": [
        ("comma-missing-call", "print('import os' x)\n"),
        ("return-outside", "return 1\n"),
        ("import-missing", "from math sqrt\n"),
        ("misspelt-keyword", "improt os\n"),
    ],
    "operator-space": [
        ("operator-turned", "if 1 =< 2:\n    pass\n"),
        ("operator-doubled", "x = 3 * / 2\n"),
        ("missing-colon.if", "if 1 <= 2\n    pass\n"),
        ("missing-colon.if", "if '< =' == 2\n    pass\n"),
    ],
    "operator-turned": [
        ("operator-space", "if 1 < = 2:\n    pass\n"),
        ("missing-colon.if", "if 1 >= 2\n    pass\n"),
        ("other-language.arrow-function", "f = x => x + 1\n"),
    ],
    "operator-doubled": [
        ("operator-dangling", "x = 3 +\n"),
        ("missing-colon.if", "if 2 ** 3 == -1\n    pass\n"),
        ("other-language.increment", "x = 1\nx++\n"),
        ("operator-space", "x = 1\nx + = 1\n"),
    ],
    "operator-dangling": [
        ("comma-missing-call", "x = 1 or \\\n  print(2 3)\n"),
        ("parenthesis-unclosed", "x = (1 +\n2\ny = 3\n"),
        ("operator-doubled", "x = 3 * / 2\n"),
        ("after-backslash", "x = 1 + \\ \n    2\n"),
        ("comma-missing-call", "f(1 +\n  g(2 3))\n"),
        ("comma-missing-call", "print('3 +' x)\n"),
    ],
    "not-in-order": [
        ("missing-colon.if", "if 1 not in [2]\n    pass\n"),
        ("other-language.not-sign", "x = 1\nif !x:\n    pass\n"),
        ("missing-colon.if", "if x is not None\n    pass\n"),
    ],
    "comparison-side": [
        ("missing-colon.if", "x = 3\nif 1 < x < 5\n    pass\n"),
        ("operator-dangling", "x = 3\nif x > 1 and:\n    pass\n"),
        ("missing-colon.if", "x = 3\nif x > 1 and x < 5\n    pass\n"),
    ],
    "comma-extra": [
        ("bracket-unclosed", "a = [1, 2,\nb = 3\n"),
        ("comma-missing-list", "a = [1, 2 3,]\n"),
        ("from-import-comma", "from math import sin,\n"),
        ("comma-missing-call", "f(',,' x)\n"),
    ],
    "for-in-missing": [
        ("comma-missing-list", "x = [a for a b in c]\n"),
        ("other-language.for-of", "for x of [1]:\n    pass\n"),
        ("missing-colon.for", "for i in range(3)\n    pass\n"),
        ("other-language.for-colon", "for x : [1]:\n    pass\n"),
        ("misspelt-keyword", "fro i in [1]:\n    pass\n"),
    ],
    "conditional-order": [
        ("conditional-no-else", "x = 1 if True\n"),
        ("missing-colon.if", "if a\n    pass\nelse:\n    pass\n"),
        ("operator-missing", "x = 1 if a else 2 3\n"),
    ],
    "comprehension-pair": [
        ("bracket-unclosed", "x = [(a, b) for a, b in c\ny = 1\n"),
        ("generator-not-alone", "sum(x for x in y, 1)\n"),
        ("comma-missing-list", "x = [a, b c]\n"),
    ],
    "comprehension-else": [
        ("operator-missing", "x = [a if a else 0 for a in b] c\n"),
        ("bracket-unclosed", "x = [a for a in b if a\ny = 1\n"),
    ],
    "comprehension-colon": [
        ("missing-colon.for", "for a in b\n    x = [a]\n"),
        ("operator-missing", "x = {a: 1 for a in b} c\n"),
        ("bracket-unclosed", "x = [a[1:] for a in b\ny = 1\n"),
    ],
    "dict-value-missing": [
        ("dict-and-set", "a = {1: 2, 3}\n"),
        ("comma-missing-dict", "d = {'a': 1 'b': 2}\n"),
        ("equals-in-dict", "d = {'a' = 1}\n"),
        ("brace-unclosed", "d = {'a': 1,\nx = 2\n"),
    ],
    "colon-in-call": [
        ("missing-colon.if", "if dict(a=1)\n    pass\n"),
        ("operator-missing", "x = f(a[1:2]) b\n"),
        ("parenthesis-unclosed", "f({'a': 1}\nx = 2\n"),
        ("missing-colon.def", "def f(a: int)\n    pass\n"),
    ],
    "two-statements": [
        ("operator-missing", "x = 3 4\n"),
        ("name-space", "my var = 5\n"),
        ("comma-missing-call", "f(a=1 b=2)\n"),
        ("print-without-brackets", "x = 1\nprint x\n"),
    ],
    "name-space": [
        ("two-statements", "x = 1 y = 2\n"),
        ("other-language.declaration", "var x = 1\n"),
        ("misspelt-keyword", "improt os\n"),
        ("comma-missing-import", "from math import sin cos\n"),
    ],
    "comma-missing-dict": [
        ("dict-value-missing", "d = {'a': }\n"),
        ("comma-missing-list", "d = {'a': [1 2]}\n"),
        ("comma-missing-call", "d = {'a': f(1 2)}\n"),
        ("brace-unclosed", "d = {'a': 1, 'b': 2\nx = 1\n"),
    ],
    "comma-missing-tuple": [
        ("comma-missing-call", "f(1 2)\n"),
        ("comma-missing-list", "t = ([1 2])\n"),
        ("parenthesis-unclosed", "t = (1, 2\nx = 3\n"),
    ],
    "comma-missing-parameters": [
        ("comma-missing-call", "f(a b)\n"),
        ("missing-colon.def", "def f(a, b)\n    pass\n"),
        ("parenthesis-unclosed", "def f(a, b:\n    pass\n"),
        ("comma-missing-call", "def f(a=g(1 2)):\n    pass\n"),
    ],
    "comma-missing-import": [
        ("import-missing", "from math sqrt\n"),
        ("import-swapped", "import sqrt from math\n"),
        ("comma-missing-call", "import math\nprint(math 1)\n"),
        ("misspelt-keyword", "import math sa m\n"),
    ],
    "operator-missing": [
        ("comma-missing-list", "a = [1 2]\n"),
        ("print-without-brackets", "print 'hello'\n"),
        ("quote-inside", "x = 'don't'\n"),
        ("times-missing", "x = 1\ny = 2x\n"),
        ("misspelt-keyword", "x = 1\nif x adn x:\n    pass\n"),
    ],
    "comma-missing-call": [
        ("misspelt-keyword", "x = list((a)\n  fro a in b)\n"),
        ("parenthesis-unclosed", "print('a' 'b'\nx = 1\n"),
    ],
    "conditional-no-else": [("misspelt-keyword", "x = 5 if y els 6\n")],
    "comma-missing-list": [("dict-value-missing", "d = {'a': 1, 'b' 2}\n")],
    "dict-and-set": [
        ("dict-value-missing", "d = {'a' 'x', 'b': 1}\n"),
        ("operator-missing", "x = {**a, 1: 2} b\n"),
        ("operator-missing", "x = {1: [2, 3], 4: (5, 6)} b\n"),
        ("operator-missing", "x = {f(a, b): lambda: 1} c\n"),
    ],
    "line-broken": [("operator-missing", "a = 1\nb = 2 3\n")],
    # Bytes, escapes, files and limits
    "bytes-not-ascii": [
        ("bytes-and-text", "x = b'a' 'é'\n"),
        ("comma-missing-call", "print('é' b)\n"),
        ("quote-unclosed", "x = b'a\n"),
    ],
    "bytes-and-text": [
        ("bytes-not-ascii", "x = b'é'\n"),
        ("comma-missing-list", "x = [b'a', 'b' c]\n"),
        ("parenthesis-unclosed", "x = (b'a', 'b'\ny = 1\n"),
    ],
    "escape-path": [
        ("escape-bytes", "x = b'\\xg'\n"),
        ("quote-unclosed", "x = 'C:\\dir\n"),
        ("path-without-quotes", "x = C:\\data\\a.txt\n"),
        ("comma-missing-call", "print(r'C:\\Users' x)\n"),
    ],
    "escape-bytes": [
        ("escape-path", "x = 'C:\\Users\\me'\n"),
        ("bytes-not-ascii", "x = b'\\xe9é'\n"),
        ("operator-missing", "x = b'\\x41' y\n"),
    ],
    "encoding-unknown": [
        ("parenthesis-unclosed", "# coding: utf-8\nprint('a'\nx = 1\n"),
        ("missing-colon.if", "# the encoding: klingon is spoken here\nif 1\n    pass\n"),
        ("comma-missing-call", "print('unknown encoding: klingon' x)\n"),
    ],
    "encoding-not-utf8": [
        ("missing-colon.if", "# é\nif 'é'\n    pass\n"),
        ("escape-bytes", "x = b'\\xg'\n"),
        ("escape-path", "x = 'C:\\Users\\me'\n"),
    ],
    "null-bytes": [("comma-missing-call", "print('\\0' x)\n"), ("missing-colon.if", "if '\\x00'\n    pass\n")],
    "too-many-blocks": [
        ("block-missing.if", "".join(" " * n + "if 1:\n" for n in range(15))),
        ("missing-colon.if", "".join(" " * n + "if 1:\n" for n in range(15)) + " " * 15 + "if 1\n" + " " * 16 + "pass\n"),
        ("break-outside", "if 1:\n    if 2:\n        break\n"),
    ],
    "too-deep-indent": [
        ("unexpected-indent", "x = 1\n                                                                                          y = 2\n"),
        ("unindent-mismatch", "if 1:\n        if 2:\n            x = 1\n    y = 2\n"),
    ],
    "too-many-brackets": [
        ("parenthesis-unclosed", "x = ((((((((((((((((((((1)))))))))))))))))))\ny = 2\n"),
        ("bracket-extra", "x = ((((((((((((((((((((1)))))))))))))))))))))\n"),
    ],
    "several-at-prompt": [
        ("two-statements", "x = 1 y = 2\n"),
        ("operator-dangling", "x = 1; y = 2 +\n"),
        ("copied-prompt", ">>> x = 1\n>>> y = 2\n"),
    ],
    "walrus-rebinds": [
        ("bracket-unclosed", "x = [(b := a) for a in c\ny = 1\n"),
        ("walrus-in-comprehension-source", "x = [a for a in (a := b)]\n"),
        ("walrus-statement", "x := [a for a in b]\n"),
    ],
    "walrus-in-comprehension-source": [
        ("walrus-rebinds", "x = [a := 1 for a in b]\n"),
        ("operator-missing", "x = [(b := a) for a in c] d\n"),
    ],
    "walrus-in-class-comprehension": [
        ("walrus-rebinds", "class A:\n    x = [a := 1 for a in b]\n"),
        ("bracket-unclosed", "class A:\n    def f(self):\n        return [(b := a) for a in c\n    y = 1\n"),
    ],
    "elif-after-else": [
        ("missing-colon.elif", "if 1:\n    pass\nelif 2\n    pass\nelse:\n    pass\n"),
        ("block-missing.else", "if 1:\n    pass\nelse:\nif 2:\n    pass\n"),
        ("other-language.else-if", "if 1:\n    pass\nelse if 2:\n    pass\n"),
    ],
    "conditional-statement": [
        ("conditional-no-else", "x = 1 if True\n"),
        ("conditional-order", "x = if a then 1 else 2\n"),
        ("statement-as-value", "x = import os\n"),
    ],
    "import-target": [
        ("import-as-empty", "import math as\n"),
        ("except-target", "try:\n    pass\nexcept ValueError as a.b:\n    pass\n"),
        ("operator-dangling", "import os.path as p\np.x +\n"),
    ],
    "except-target": [
        ("missing-colon.except", "try:\n    pass\nexcept ValueError as e\n    pass\n"),
        ("missing-colon.except", "try:\n    pass\nexcept a.Error as e\n    pass\n"),
    ],
    "from-import-comma": [
        ("parenthesis-unclosed", "from math import (sin,\nx = 1\n"),
        ("comma-missing-import", "from math import sin cos\n"),
        ("import-empty", "from math import\n"),
    ],
}  # fmt: skip
