# SPDX-License-Identifier: GPL-3.0-or-later
"""What a text is made of: the classes, functions and names of a program, the headings of a Markdown text.

A program that does not compile yet has an outline too: what its lines look like, by their indentation.
"""

import ast
import re
import warnings

_MOST = 5000
_LONGEST = 1_000_000  # characters; a text beyond that is data
_LONGEST_DETAIL = 120
_TRIPLE = re.compile(r'("""|\'\'\')(?:\\.|(?!\1).)*\1', re.DOTALL)
_DEFINED = re.compile(r"([ \t]*)(?:async[ \t]+)?(def|class)[ \t]+(\w+)[ \t]*(\(.*\))?")
_ASSIGNED = re.compile(r"([ \t]*)(\w+)[ \t]*(?::[^=]+)?=(?!=)")
_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*$")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_BLOCKS = ("body", "orelse", "handlers", "finalbody", "cases")


def outline(source, language):
    """[(kind, name, detail, depth, line, end line, column)] by place, or None: there is none of this text.

    Lines count from 1, columns in UTF-8 bytes from 0. `kind` is "class", "function", "method", "constant", "variable" or
    "heading".
    """
    if len(source) > _LONGEST:
        return None
    if language == "Markdown":
        return _headings(source.split("\n"))[:_MOST]
    if language != "Python":
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(source)
    except (SyntaxError, ValueError):
        return _by_lines(source)[:_MOST]
    except (MemoryError, RecursionError):
        return None  # nested deeper than anybody writes
    found = []
    _add_parts(tree, 0, "module", source.split("\n"), set(), found)
    return found[:_MOST]


def _add_parts(node, depth, inside, lines, seen, found):
    for field in _BLOCKS:
        for part in getattr(node, field, ()):
            if isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef):
                kind = "method" if inside == "class" else "function"
                found.append(_defined(kind, part, _between_brackets(part.args), depth, lines))
                _add_parts(part, depth + 1, "function", lines, set(), found)
            elif isinstance(part, ast.ClassDef):
                found.append(_defined("class", part, _bases(part), depth, lines))
                _add_parts(part, depth + 1, "class", lines, set(), found)
            elif inside != "function" and isinstance(part, ast.Assign | ast.AnnAssign):
                _add_names(part, depth, seen, found)
            else:
                _add_parts(part, depth, inside, lines, seen, found)


def _defined(kind, node, detail, depth, lines):
    """The name comes behind `def` or `class`, which is where the node begins."""
    line = node.lineno
    text = lines[line - 1].encode()
    name = re.compile(rb"(?<!\w)%s(?!\w)" % re.escape(node.name.encode())).search(text, node.col_offset + 4)
    column = name.start() if name else node.col_offset
    return kind, node.name, detail[:_LONGEST_DETAIL], depth, line, node.end_lineno, column


def _between_brackets(arguments):
    return f"({ast.unparse(arguments)})"


def _bases(node):
    bases = ", ".join(ast.unparse(base) for base in node.bases)
    return f"({bases})" if bases else ""


def _add_names(statement, depth, seen, found):
    """The names that get their first value here."""
    targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
    for name in (node for target in targets for node in _names(target)):
        if name.id not in seen:
            seen.add(name.id)
            found.append((_kind_of(name.id), name.id, "", depth, name.lineno, statement.end_lineno, name.col_offset))


def _names(target):
    if isinstance(target, ast.Name):
        yield target
    elif isinstance(target, ast.Tuple | ast.List):
        for element in target.elts:
            yield from _names(element)
    elif isinstance(target, ast.Starred):
        yield from _names(target.value)


def _kind_of(name):
    return "constant" if name.isupper() and len(name) > 1 else "variable"


def _by_lines(source):
    """Of a program that somebody is in the middle of."""
    if all(source.count(quotes) % 2 == 0 for quotes in ('"""', "'''")):
        source = _TRIPLE.sub(lambda text: re.sub(r"[^\n]", "", text.group()), source)
    found, around, seen = [], [], set()  # around: (indentation, kind, index) of what the line is in
    lines = source.split("\n")
    last = 1
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        indentation = len(line.expandtabs(8)) - len(line.expandtabs(8).lstrip())
        while around and indentation <= around[-1][0]:
            _close(found, around.pop()[2], last)
        last = number
        within = around[-1][1] if around else "module"
        if match := _DEFINED.match(line):
            blank, word, name, brackets = match.groups()
            kind = "class" if word == "class" else "method" if within == "class" else "function"
            around.append((indentation, kind, len(found)))
            found.append((kind, name, (brackets or "")[:_LONGEST_DETAIL], len(around) - 1, number, number,
                          len(line[: match.start(3)].encode())))  # fmt: skip
        elif within in ("module", "class") and (match := _ASSIGNED.match(line)):
            name, place = match.group(2), (len(around), around[-1][2] if around else 0, match.group(2))
            if place not in seen and (around or not indentation):
                seen.add(place)
                found.append((_kind_of(name), name, "", len(around), number, number, len(match.group(1).encode())))
    while around:
        _close(found, around.pop()[2], last)
    return found


def _close(found, index, last):
    kind, name, detail, depth, line, _, column = found[index]
    found[index] = kind, name, detail, depth, line, max(line, last), column


def _headings(lines):
    found, fence = [], None
    for number, line in enumerate(lines, 1):
        mark = _FENCE.match(line)
        if fence:
            if mark and mark.group(1).startswith(fence):
                fence = None
        elif mark:
            fence = mark.group(1)
        elif match := _HEADING.match(line):
            found.append((len(match.group(1)), (match.group(2) or "").strip(), number))
        elif (match := _UNDERLINE.match(line)) and number > 1 and _is_paragraph(lines, number - 1):
            found.append((1 if "=" in match.group(1) else 2, lines[number - 2].strip(), number - 1))
    return _nested(found, len(lines))


def _is_paragraph(lines, number):
    """Whether the line is one of text: what is underlined then is a heading."""
    text = lines[number - 1].strip()
    return bool(text) and not text.startswith(("#", ">", "-", "*", "+", "|", "`")) and not _UNDERLINE.match(text)


def _nested(headings, last):
    found, around = [], []
    for index, (level, name, line) in enumerate(headings):
        while around and around[-1] >= level:
            around.pop()
        end = next((other - 1 for rank, _, other in headings[index + 1 :] if rank <= level), last)
        found.append(("heading", name or "...", "", len(around), line, max(line, end), 0))
        around.append(level)
    return found
