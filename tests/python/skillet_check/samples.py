# SPDX-License-Identifier: GPL-3.0-or-later
"""A small, proven exercise of each kind, as files; tests change what they are about."""

HEAD = """title = "Sample"
minutes = 5
concepts = ["x"]
prerequisites = []
hints = ["a", "b", "c"]
"""
TASK = "Do it.\n\n```\n1\n```\n"

PREDICT = {
    "exercise.toml": HEAD
    + """kind = "predict"
files = ["program.py"]
stdin = "Ada\\n"

[[questions]]
ask = "What does it print?"
about = "output"
answer = "Ada\\n6"
why = "The loop adds 1, 2 and 3."

[[questions.wrong]]
answer = "Ada\\n3"
feedback = "That is the last number only."

[[questions]]
ask = "Does line 7 run?"
about = "runs 7"
choices = ["yes", "no"]
answer = "no"
why = "6 is not above 10."

[[questions.wrong]]
answer = "yes"
feedback = "total is 6 there."

[[questions]]
ask = "What is total before line 5, the third time?"
about = "value total at 5 time 3"
answer = "3"
why = "1 and 2 are in it."

[[questions]]
ask = "What is name in the end?"
about = "value name"
answer = "'Ada'"
why = "input() gives a text."
""",
    "task.md": TASK,
    "starter/program.py": """name = input()
print(name)
total = 0
for number in [1, 2, 3]:
    total = total + number
if total > 10:
    print("much")
print(total)
""",
}

RECALL = {
    "exercise.toml": HEAD
    + """kind = "recall"
files = ["program.py"]

[[wrong]]
file = "wrong/minus.py"
feedback = "Added, not taken away."

[[wrong]]
file = "wrong/no_colon.py"
feedback = "A for line ends with a colon."
""",
    "task.md": TASK,
    "solution/program.py": "total = 0\nfor price in [3, 4]:\n    total += price\nprint(total)\n",
    "wrong/minus.py": "total = 0\nfor price in [3, 4]:\n    total -= price\nprint(total)\n",
    "wrong/no_colon.py": "total = 0\nfor price in [3, 4]\n    total += price\nprint(total)\n",
}

FIX = {
    "exercise.toml": HEAD
    + """kind = "fix"
files = ["program.py"]

[cause]
ask = "What is the cause?"
choices = ["a text", "a name", "a number"]
answer = "a text"
why = "The quotes."

[[cause.wrong]]
choice = "a name"
feedback = "All names are there."

[[wrong]]
file = "wrong/typed.py"
match = "code"
feedback = "Typed."

[[wrong]]
file = "wrong/four.py"
feedback = "Four."
""",
    "task.md": TASK,
    "checks.py": '''from skillet_check import *


def test_sum():
    """It adds"""
    expect_lines(run_program(), ["3"])


def test_other():
    assert run_program(change={"a": 5}).lines == ["7"]
''',
    "starter/program.py": 'a = 1\nprint(a + "2")\n',
    "solution/program.py": "a = 1\nprint(a + 2)\n",
    "wrong/typed.py": "a = 1\nprint(3)\n",
    "wrong/four.py": "a = 1\nprint(4)\n",
}

TEST = {
    "exercise.toml": HEAD
    + """kind = "test"
files = ["test_stock.py"]

[[mutants]]
file = "mutants/last.py"
replaces = "stock.py"
about = "It forgets the last item."

[[mutants]]
file = "mutants/endless.py"
replaces = "stock.py"
about = "It never ends when the list is empty."

[[wrong]]
file = "wrong/weak.py"
feedback = "The empty list is not tried."

[[wrong]]
file = "wrong/false.py"
feedback = "1 and 2 are 3."
""",
    "task.md": TASK,
    "data/stock.py": """def total(items):
    result = 0
    for item in items:
        result += item
    return result
""",
    "mutants/last.py": """def total(items):
    result = 0
    for item in items[:-1]:
        result += item
    return result
""",
    "mutants/endless.py": """def total(items):
    while not items:
        pass
    return sum(items)
""",
    "starter/test_stock.py": "from stock import total\n\n\ndef test_none():\n    assert total([0]) == 0\n",
    "solution/test_stock.py": """from stock import total


def test_two():
    assert total([1, 2]) == 3


def test_none():
    assert total([]) == 0
""",
    "wrong/weak.py": "from stock import total\n\n\ndef test_two():\n    assert total([1, 2]) == 3\n",
    "wrong/false.py": "from stock import total\n\n\ndef test_two():\n    assert total([1, 2]) == 4\n",
}

REVIEW = {
    "exercise.toml": HEAD
    + """kind = "review"
files = ["program.py", "test_program.py"]

[flaw]
lines = [4]
why = "An empty list has no length to divide by."

[[flaw.wrong]]
line = 1
feedback = "The head is right."

[[wrong]]
file = "wrong/minus.py"
feedback = "Nothing costs less than nothing."

[[wrong]]
file = "wrong/test_easy.py"
replaces = "test_program.py"
feedback = "Try the empty list."
""",
    "task.md": TASK,
    "checks.py": '''from skillet_check import *


def test_mean():
    """It finds the mean"""
    assert load_function("mean")([2, 4]) == 3


def test_empty():
    """No prices give 0"""
    assert load_function("mean")([]) == 0
''',
    "starter/program.py": '''def mean(prices):
    """The mean price."""
    total = sum(prices)
    return total / len(prices)
''',
    "starter/test_program.py": "from program import mean\n",
    "solution/program.py": '''def mean(prices):
    """The mean price."""
    if not prices:
        return 0
    return sum(prices) / len(prices)
''',
    "solution/test_program.py": "from program import mean\n\n\ndef test_empty():\n    assert mean([]) == 0\n",
    "wrong/minus.py": """def mean(prices):
    if not prices:
        return -1
    return sum(prices) / len(prices)
""",
    "wrong/test_easy.py": "from program import mean\n\n\ndef test_two():\n    assert mean([2, 4]) == 3\n",
}

EXPLAIN = {
    "exercise.toml": HEAD
    + """kind = "explain"
files = ["program.py"]
points = ["says that it adds", "says that the loop ends", "says what is printed"]

[[misreadings]]
says = "It prints three lines."
feedback = "print stands after the loop."

[[misreadings]]
says = "It multiplies."
feedback = "The sign is a plus."
""",
    "task.md": TASK,
    "model.md": "The program adds the numbers 1, 2 and 3, one after the other, and prints the sum, 6, once at last.\n",
    "starter/program.py": "total = 0\nfor number in [1, 2, 3]:\n    total += number\nprint(total)\n",
}

PROJECT = {
    "exercise.toml": HEAD
    + """kind = "project"
files = ["program.py", "report.py"]

[[milestones]]
title = "Read"
text = "milestones/read.md"
minutes = 10
checks = ["test_read"]

[[milestones]]
title = "Count"
text = "milestones/count.md"
minutes = 10
checks = ["test_count"]

[[milestones]]
title = "Report"
text = "milestones/report.md"
minutes = 10
checks = ["test_report", "test_says_lines"]

[[wrong]]
file = "wrong/twice.py"
replaces = "report.py"
feedback = "Each line is counted twice."

[[wrong]]
file = "wrong/no_report.py"
feedback = "The report is not printed."
""",
    "task.md": TASK,
    "milestones/read.md": "Read the log.\n",
    "milestones/count.md": "Count.\n",
    "milestones/report.md": "Print.\n",
    "data/log.txt": "a\nb\n",
    "checks.py": '''from skillet_check import *


def test_read():
    """It reads"""
    assert run_program().value("lines") == ["a", "b"]


def test_count():
    """It counts"""
    assert load_function("count", file="report.py")(["a"]) == 1


def test_report():
    """It prints"""
    assert run_program().lines[:1] == ["2 lines"]


def test_says_lines():
    assert "lines" in run_program().output
''',
    "starter/program.py": "",
    "starter/report.py": "",
    "solution/program.py": """from report import count

lines = open("log.txt").read().split()
print(count(lines), "lines")
""",
    "solution/report.py": "def count(lines):\n    return len(lines)\n",
    "wrong/twice.py": "def count(lines):\n    return 2 * len(lines)\n",
    "wrong/no_report.py": """from report import count

lines = open("log.txt").read().split()
print()
""",
}

SAMPLES = {
    "predict": PREDICT,
    "recall": RECALL,
    "fix": FIX,
    "test": TEST,
    "review": REVIEW,
    "explain": EXPLAIN,
    "project": PROJECT,
}


def write(folder, files):
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
