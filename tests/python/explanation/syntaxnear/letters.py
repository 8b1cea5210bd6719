# SPDX-License-Identifier: GPL-3.0-or-later
"""Near misses: letters, quotes, f-strings and numbers."""

NEAR_MISSES = {
    # Letters and copies
    "smart-quotes": [
        ("comma-missing-list", "x = [1 2]  # he said “hello”\n"),
        ("parenthesis-unclosed", "print('“hello”'\nx = 1\n"),
    ],
    "odd-space": [("bracket-unclosed", "x = ['a\u00a0b', 2\ny = 1\n")],
    "invisible-character": [("missing-colon.if", "x = 'a\u200bb'\nif x\n    pass\n")],
    "dash": [("operator-dangling", "x = 'a – b'\ny = 3 -\n"), ("parenthesis-unclosed", "print('1 – 2'\ny = 3\n")],
    "math-sign": [("comma-missing-call", "print('3 × 2' x)\n"), ("missing-colon.if", "if 3 > 2  # 3 ≥ 2\n    pass\n")],
    "wide-character": [("parenthesis-unclosed", "print('（1）'\nx = 1\n")],
    "currency-sign": [("quote-unclosed", "print('5 €)\n"), ("times-missing", "price = 5eur  # 5€\n")],
    "unknown-character": [("bracket-extra", "print('☃'))\n"), ("smart-quotes", "print(“☃”)\n")],
    "copied-diff": [("operator-dangling", "x = 1\ny = x\n+\n"), ("parenthesis-unclosed", "x = (1\n+2\ny = 3\n")],
    "copied-fence": [("backtick", "x = `abc`\n"), ("quote-unclosed", "x = '```python\ny = 1\n")],
    "merge-conflict": [("", "x = 1 <<<< 2\n"), ("parenthesis-unclosed", "print('<<<<<<< HEAD'\nx = 1\n")],
    "copied-traceback": [
        ("parenthesis-unclosed", "print('Traceback (most recent call last):'\nx = 1\n"),
        ("missing-colon.if", "# Traceback (most recent call last):\nif 1\n    pass\n"),
    ],
    "html-entity": [
        ("missing-colon.if", "x = '&gt;'\nif x\n    pass\n"),
        ("operator-dangling", "x = 3\ny = x & gt +\n"),
    ],
    "backtick": [("missing-colon.if", "x = 'a `b` c'\nif x\n    pass\n"), ("copied-fence", "```python\nx = 1\n```\n")],
    "shell-command": [("parenthesis-unclosed", "print('pip install x'\n")],
    "copied-prompt": [("operator-missing", "s = '>>> x' y\n")],
    "copied-line-number": [("", "1 x = 1\n")],
    # Quotes
    "triple-quote-unclosed": [("quote-unclosed", "x = 'abc\n"), ("parenthesis-unclosed", "print('''abc'''\nx = 1\n")],
    "quote-inside": [("comma-missing-call", "print('a' x)\n"), ("quote-unclosed", "print('hello)\n")],
    "quote-escaped": [
        ("parenthesis-unclosed", "x = ('C:\\\\dir\\\\'\ny = 1\n"),
        ("quote-unclosed", "x = 'C:\\\\dir\n"),
    ],
    "quote-mismatched": [("quote-inside", "x = 'don't'\n"), ("quote-unclosed", "x = \"it's\n")],
    "text-over-lines": [
        ("quote-unclosed", "x = 'one\ny = 'two'\n"),
        ("missing-colon.if", "x = '''one\ntwo'''\nif x\n    pass\n"),
    ],
    "quote-unclosed": [
        ("parenthesis-unclosed", "print('hello'\nx = 1\n"),
        ("triple-quote-unclosed", "x = '''abc\n"),
        ("text-over-lines", "x = 'one\ntwo'\n"),
    ],
    "prefix-apart": [("operator-missing", "b = 1\na = b 'x'\n"), ("bracket-unclosed", "x = [f'{1}', 2\ny = 3\n")],
    "path-without-quotes": [
        (None, "x = %*s%s:\\n' % (1, 2, 3)\n"),
        ("misspelt-keyword", "def f(x):\n    rteurn '%s:\\n' % x\n"),
        ("after-backslash", "x = \\037\\213'\n"),
        ("missing-colon.if", "x = 'C:\\\\data'\nif x\n    pass\n"), ("", "x = a:b\n"),
    ],
    "after-backslash": [("backslash-at-end", "x = 1 + \\"), ("quote-unclosed", "x = 'a\\ b\n")],
    "backslash-at-end": [("after-backslash", "x = 1 + \\ \n    2\n"), ("quote-escaped", "x = 'C:\\dir\\'\n")],
    "quote-missing-opening": [("quote-unclosed", "print('it is', x's)\n")],
    # f-strings
    "fstring-empty": [
        ("comma-missing-call", "print('a {} b' x)\n"),
        ("fstring-brace-alone", "x = f'a } b'\n"),
        ("missing-colon.if", "x = f'{{}}'\nif x\n    pass\n"),
    ],
    "fstring-brace-alone": [
        ("fstring-empty", "x = f'a {} b'\n"),
        ("bracket-mismatched", "x = ['a } b', 2)\n"),
        ("missing-colon.if", "x = f'a }} b'\nif x\n    pass\n"),
    ],
    "fstring-backslash": [("fstring-empty", "x = f'\\n{}'\n"), ("missing-colon.if", "x = f'\\n{1}'\nif x\n    pass\n")],
    "fstring-comment": [("fstring-empty", "x = f'# {}'\n"), ("parenthesis-unclosed", "print(f'#{1}'  # one\nx = 1\n")],
    "fstring-conversion": [
        ("missing-colon.if", "x = f'{1!r}'\nif x\n    pass\n"),
        ("fstring-empty", "x = f'hello! {}'\n"),
        ("other-language.not-sign", "x = 1\nif !x:\n    pass\n"),
    ],
    "fstring-format": [
        ("missing-colon.if", "x = f'{1:>{9}}'\nif x\n    pass\n"),
        ("fstring-brace-unclosed", "n = 1\nx = f'{n:.2f'\n"),
    ],
    "fstring-colon": [
        ("missing-colon.if", "x = f'{(lambda y: 1)}'\nif x\n    pass\n"),
        ("missing-colon.lambda", "f = lambda x x + 1\n"),
    ],
    "fstring-assignment": [
        ("missing-colon.if", "a = 1\nx = f'{a = }'\nif x\n    pass\n"),
        ("fstring-empty", "x = f'a = {}'\n"),
    ],
    "fstring-statement": [
        ("missing-colon.if", "x = f'import {1}'\nif x\n    pass\n"),
        ("fstring-expression", "x = f'{imports b}'\n"),
    ],
    "fstring-nested": [
        ("missing-colon.if", "x = f'{1:{2}}'\nif x\n    pass\n"),
        ("fstring-brace-unclosed", "n = 1\nx = f'{n:{n}'\n"),
    ],
    "fstring-expression": [("operator-missing", "x = f'{a}' b\n")],
    "fstring-brace-unclosed": [("operator-missing", "x = 'f{' b\n")],
    "fstring-quotes": [("fstring-brace-unclosed", "n = 1\nprint(f\"total: {n:.2f\")\n")],
    # Numbers
    "number-leading-zero": [
        ("number-octal-digit", "x = 0o9\n"),
        ("missing-colon.if", "x = '012'\nif x\n    pass\n"),
        ("comma-missing-list", "x = [0.12 3]\n"),
    ],
    "number-thousands": [("comma-missing-list", "x = [1,050.5 3]\n"), ("parenthesis-unclosed", "print(1,500\nx = 1\n")],
    "number-underscore": [("missing-colon.if", "x = 1_000\nif x\n    pass\n"), ("name-digit", "1_st = 3\n")],
    "number-dots": [("number-thousands", "x = 1,050\n"), ("missing-colon.if", "x = '1.2.3'\nif x\n    pass\n")],
    "number-incomplete": [("missing-colon.if", "x = 0xe\nif x\n    pass\n"), ("times-missing", "x = 1em\n")],
    "number-unit": [
        ("times-missing", "x = 1\ny = 2x + 1\n"),
        ("name-digit", "2nd = 1\n"),
        ("parenthesis-unclosed", "print('5px'\nx = 1\n"),
    ],
    "times-missing": [
        ("number-unit", "width = 5px\n"),
        ("name-digit", "def 1st():\n    pass\n"),
        ("operator-missing", "x = 3 4\n"),
    ],
    "number-octal-digit": [("number-leading-zero", "x = 012\n"), ("comma-missing-list", "x = [0b11 0o7]\n")],
    "number-too-long": [
        ("comma-missing-list", "x = [" + "9" * 4000 + " 1]\n"),
        ("missing-colon.if", "x = '" + "9" * 5000 + "'\nif x\n    pass\n"),
    ],
    "name-digit": [("number-dots", "x = 3.14.15\n")],
}  # fmt: skip
