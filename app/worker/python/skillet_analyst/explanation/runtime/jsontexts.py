# SPDX-License-Identifier: GPL-3.0-or-later
"""JSON: texts that are none, and values that have no form in it."""

import ast

from .rules import here, kind, rule, simple, words

_DECODE = "JSONDecodeError json.decoder.JSONDecodeError"
_LOOK = "Look at that place: `print(repr(text[:200]))`."


def _call(failure, *names):
    """The call of json.loads() and the like in the failing line, and what it was given; None when in doubt."""
    node = failure.only(ast.Call, where=lambda each: getattr(each.func, "attr", getattr(each.func, "id", "")) in names)
    return (node, node.args[0]) if node is not None and node.args else (None, None)


def _text(failure):
    """(the argument as written, the whole text that json.loads() was given), or ("", None)."""
    node, given = _call(failure, "loads")
    value = failure.value(given)
    if value is None or value.type != "str":
        return "", None
    known, content = value.constant
    return failure.text(given), content if known and isinstance(content, str) and len(content) == value.length else None


simple("type-error.not-json", "TypeError", r"Object of type '?(?P<type>[\w.]+)'? is not JSON serializable", "A value that JSON has no form for",
       "JSON has no form for `{type}`.", "{here} It knows texts, numbers, lists, dicts, true, false and null.",
       "Turn it into one of those: `list(…)`, `str(…)` or a dict.", "Or say how: `json.dumps(data, default=str)`.")
simple("json.key-type", "TypeError", r"keys must be str, int, float, bool or None, not (?P<type>[\w.]+)", "A key that JSON has no form for",
       "A key in JSON is a text, and this dict has a `{type}` as a key.", "{here}",
       "Make a text of each key: `{{str(key): value for key, value in data.items()}}`.",
       "Or write a list of pairs: `json.dumps(list(data.items()))`.")


@rule("json.not-text", "TypeError", r"the JSON object must be str, bytes or bytearray, not '?(?P<type>[\w.]+)'?", "`json.loads()` got something that is no text")
def _not_text(failure, match):
    type_name = match["type"]
    node, given = _call(failure, "loads")
    name = failure.text(given) if given is not None else "it"
    what = f"`{name}`" if given is not None else "What it got"
    if type_name.rpartition(".")[2] in ("TextIOWrapper", "BufferedReader"):
        return words(f"{what} is an open file, and `json.loads()` reads a text.", "The `s` in `loads` stands for string.",
                     [f"For a file there is `json.load({name})`, without the `s`."],
                     failure.mend(node.func, "json.load") if node is not None and failure.text(node.func) == "json.loads" else None)
    if type_name in ("dict", "list"):
        return words(f"{what} is {kind(type_name)} already, and no JSON text.",
                     f"{here(failure)} `json.loads()` makes such data out of a text.".strip(),
                     [f"Use it as it is: {what} needs no `json.loads()`.", "To make a JSON text of it: `json.dumps(data)`."])
    return words(f"`json.loads()` reads a text, and this is {kind(type_name)}.", here(failure),
                 ["Print what it is, and where it comes from: `print(repr(data))`.",
                  "An answer of `requests` has `.text` and `.json()`."])


@rule("json.no-file", "AttributeError", r"'(?P<type>str|dict|list|bytes|PosixPath)' object has no attribute '(?P<name>read|write)'",
      "`json.load()` or `json.dump()` got something that is no open file")
def _no_file(failure, match):
    reads = match["name"] == "read"
    function = "load" if reads else "dump"
    node, given = _call(failure, function)
    if node is None or "json" not in failure.text(node.func) and failure.is_own:
        return None
    if not reads:
        given = node.args[1] if len(node.args) > 1 else None
    name = failure.text(given) if given is not None else "name"
    mode = "" if reads else ', "w"'
    rest = "" if reads else f"{failure.text(node.args[0])}, "
    return words(f"`json.{function}()` wants an open file, and got {kind(match['type'])}.", here(failure),
                 [f'Open the file first: `with open({name}{mode}, encoding="utf-8") as file:`, '
                  f"then `json.{function}({rest}file)`." if "`" not in rest + name else "Open the file first.",
                  "For a text there is `json.loads(text)`, with an `s`." if reads
                  else "To get a text there is `json.dumps(data)`, with an `s`."])


_WORDS = {"True": "true", "False": "false", "None": "null", "undefined": "null", "nan": "null"}


@rule("json.bad-text", _DECODE, r"(?P<what>.+): line (?P<line>\d+) column (?P<column>\d+) \(char (?P<at>\d+)\)", "A text is not JSON",
      also={"json.empty": "The text that should be JSON is empty",
            "json.file-name": "`json.loads()` got the name of a file, not its text",
            "json.single-quotes": "JSON wants double quotes",
            "json.trailing-comma": "A comma before the closing bracket in JSON",
            "json.python-word": "A word of Python's in JSON, such as `True`",
            "json.comment": "A comment in JSON",
            "json.missing-comma": "A comma or bracket is missing in JSON",
            "json.missing-colon": "A colon is missing in JSON",
            "json.open-text": "A text in JSON has no quote at its end",
            "json.control-character": "A line break within a text in JSON",
            "json.bad-escape": "A backslash in JSON that begins no escape",
            "json.extra": "There is more after the end of the JSON"})
def _decode(failure, match):
    place, what, at = f"line {match['line']}, column {match['column']}", match["what"], int(match["at"])
    name, text = _text(failure)
    rest = text[at:] if text is not None else None
    for answer in (_of_whole, _of_place):
        found = answer(failure, what, place, at, name, text, rest)
        if found is not None:
            return found
    return words(f"The text is not JSON: at {place} stands something else ({what.replace('`', '')}).", here(failure),
                 [_LOOK, "An error page in HTML begins with `<`; JSON mostly with a bracket.",
                  "Is it empty? A file that has been read once has no more text."][: 2 if at else 3])


def _of_whole(failure, what, place, at, name, text, rest):
    empty = at == 0 and any(value.length == 0 for value in failure.of_type("str")) or text is not None and not text.strip()
    if what == "Expecting value" and empty:
        return words("The text is empty, so there is no JSON in it.", here(failure),
                     ["See where the text comes from: print it first."], cause="json.empty")
    if what == "Expecting value" and text and text.lower().endswith((".json", ".txt")) and not set(text) & set("{}[]\n`"):
        return words(f"`json.loads()` got the text `{text}` itself, and not what is in the file of that name.",
                     "The `s` in `loads` stands for string: it reads the text that it is given.",
                     [f'Open the file: `with open({name}, encoding="utf-8") as file:`, then `json.load(file)`.'],
                     cause="json.file-name")
    if what == "Extra data":
        return words(f"The JSON ends before {place}, but the text goes on.", here(failure),
                     ["One JSON value per line? Then read line by line: `json.loads(line)`."], cause="json.extra")
    return None


def _of_place(failure, what, place, at, name, text, rest):
    facts = here(failure)
    before = text[:at].rstrip() if text is not None else ""
    if what.startswith("Illegal trailing comma") or rest and rest[0] in "]}" and before.endswith(","):
        return words(f"At {place} a comma stands before the closing bracket.", f"{facts} Python allows that, JSON does not.".strip(),
                     ["Take that comma away.", "Let `json.dumps(data)` write JSON instead of writing it by hand."],
                     cause="json.trailing-comma")
    if rest and rest.startswith(("//", "#", "/*")):
        return words(f"At {place} stands a comment, and JSON has none.", facts,
                     ["Take it out of the text.", "For settings with comments there is TOML: `tomllib`."], cause="json.comment")
    if "double quotes" in what:
        return words(f"At {place} JSON wants a key in double quotes.", f"{facts} Single quotes, bare words and a comma "
                     "before the closing bracket are not JSON.".strip(),
                     ["Write keys and texts in double quotes.", "Take a last comma away.",
                      "To make JSON, use `json.dumps(data)`, not `str(data)`."], cause="json.single-quotes")
    word = next((each for each in _WORDS if rest and rest.startswith(each)), None)
    if what == "Expecting value" and word:
        return words(f"At {place} stands `{word}`, which JSON writes `{_WORDS[word]}`.", facts,
                     ["To make JSON, use `json.dumps(data)`, not `str(data)`.",
                      "For the text of a Python value there is `ast.literal_eval(text)`."], cause="json.python-word")
    if what == "Expecting value" and rest and rest[0] == "'":
        return words(f"At {place} stands a single quote, and JSON wants double ones.", facts,
                     ["Write keys and texts in double quotes.", "To make JSON, use `json.dumps(data)`, not `str(data)`."],
                     cause="json.single-quotes")
    for said, cause, title, tries in _SAID:
        if what.startswith(said):
            return words(title.format(place=place), facts, tries, cause=cause)
    return None


# What CPython's words begin with, the cause, what happened, what to try
_SAID = (
    ("Expecting ',' delimiter", "json.missing-comma", "At {place} a comma or a closing bracket is missing.",
     [_LOOK, "Count the brackets; a double quote inside a text needs a backslash before it."]),
    ("Expecting ':' delimiter", "json.missing-colon", "At {place} the colon between a key and its value is missing.",
     [_LOOK, 'In a dict each element is `"key": value`; for single values take square brackets.']),
    ("Unterminated string", "json.open-text", "The text that begins at {place} has no quote at its end.",
     [_LOOK, "Was the text cut off? Compare its length with what was sent."]),
    ("Invalid control character", "json.control-character", "At {place} a line break or tab stands within a text.",
     ["JSON writes a line break as `\\n` and a tab as `\\t`.", "To let it pass: `json.loads(text, strict=False)`."]),
    ("Invalid \\", "json.bad-escape", "At {place} stands a backslash that begins no escape.",
     ["In JSON a backslash itself is written twice, as in `C:\\\\data`.",
      'In Python code write JSON as a raw text: `r\'{"a": "…"}\'`.']),
)
