# SPDX-License-Identifier: GPL-3.0-or-later
"""Methods that other types or other languages have, and what Python writes for them."""

import ast

from .rules import here, kind, rule, words

_ATTRIBUTE = r"'(?P<type>[\w.]+)' object has no attribute '(?P<name>\w+)'"
_LENGTH = "len({owner})"
_TABLE = {
    "str": {
        "length": _LENGTH, "size": _LENGTH, "len": _LENGTH, "trim": "{owner}.strip()", "toUpperCase": "{owner}.upper()",
        "toLowerCase": "{owner}.lower()", "toupper": "{owner}.upper()", "tolower": "{owner}.lower()",
        "uppercase": "{owner}.upper()", "lowercase": "{owner}.lower()", "contains": "{given} in {owner}",
        "includes": "{given} in {owner}", "indexOf": "{owner}.find({given})", "substring": "{owner}[first:end]",
        "substr": "{owner}[first:end]", "charAt": "{owner}[{given}]", "startsWith": "{owner}.startswith({given})",
        "endsWith": "{owner}.endswith({given})", "replaceAll": "{owner}.replace(old, new)", "reverse": "{owner}[::-1]",
        "push": "{owner} + {given}", "add": "{owner} + {given}", "concat": "{owner} + {given}", "sort": 'sorted({owner})',
        "remove": '{owner}.replace({given}, "")', "pop": "{owner}[:-1]", "toString": "str({owner})",
        "isNumeric": "{owner}.isnumeric()", "isEmpty": "not {owner}",
    },
    "list": {
        "length": _LENGTH, "size": _LENGTH, "len": _LENGTH, "add": "{owner}.append({given})", "push": "{owner}.append({given})",
        "push_back": "{owner}.append({given})", "put": "{owner}.append({given})", "addAll": "{owner}.extend({given})",
        "concat": "{owner} + {given}", "contains": "{given} in {owner}", "includes": "{given} in {owner}",
        "indexOf": "{owner}.index({given})", "find": "{owner}.index({given})", "shift": "{owner}.pop(0)",
        "unshift": "{owner}.insert(0, {given})", "isEmpty": "not {owner}", "slice": "{owner}[first:end]",
        "map": "[… for each in {owner}]", "filter": "[each for each in {owner} if …]", "forEach": "for each in {owner}:",
        "sum": "sum({owner})", "max": "max({owner})", "min": "min({owner})", "mean": "sum({owner}) / len({owner})",
        "sorted": "sorted({owner})", "delete": "del {owner}[position]", "get": "{owner}[{given}]", "toString": "str({owner})",
    },
    "dict": {
        "length": _LENGTH, "size": _LENGTH, "len": _LENGTH, "add": "{owner}[key] = value", "put": "{owner}[key] = value",
        "set": "{owner}[key] = value", "push": "{owner}[key] = value", "contains": "{given} in {owner}",
        "containsKey": "{given} in {owner}", "hasOwnProperty": "{given} in {owner}", "remove": "del {owner}[{given}]",
        "delete": "del {owner}[{given}]", "entries": "{owner}.items()", "sort": "sorted({owner})", "isEmpty": "not {owner}",
        "index": "list({owner}).index({given})",
    },
    "set": {
        "length": _LENGTH, "size": _LENGTH, "contains": "{given} in {owner}", "has": "{given} in {owner}",
        "delete": "{owner}.discard({given})", "isEmpty": "not {owner}", "sort": "sorted({owner})", "push": "{owner}.add({given})",
        "index": "{given} in {owner}", "get": "{given} in {owner}",
    },
    "tuple": {
        "length": _LENGTH, "size": _LENGTH, "contains": "{given} in {owner}", "sort": "sorted({owner})",
        "remove": "[each for each in {owner} if each != {given}]", "pop": "{owner}[:-1]", "reverse": "{owner}[::-1]",
        "add": "{owner} + ({given},)", "push": "{owner} + ({given},)",
    },
    "int": {"length": "len(str({owner}))", "toString": "str({owner})", "sqrt": "{owner} ** 0.5", "abs": "abs({owner})",
            "round": "round({owner})", "pow": "{owner} ** {given}"},
    "float": {"toString": "str({owner})", "toFixed": 'f"{{{owner}:.2f}}"', "sqrt": "{owner} ** 0.5", "abs": "abs({owner})",
              "round": "round({owner})", "floor": "math.floor({owner})", "ceil": "math.ceil({owner})", "pow": "{owner} ** {given}"},
    "_io.TextIOWrapper": {"writerow": "csv.writer({owner}).writerow({given})", "readLine": "{owner}.readline()",
                          "println": "print({given}, file={owner})", "print": "print({given}, file={owner})",
                          "append": '{owner}.write({given})', "size": "os.path.getsize(name)", "readall": "{owner}.read()"},
}  # fmt: skip


@rule("attribute-error.other-way", "AttributeError", _ATTRIBUTE, "A method that this type does not have; Python writes it in another way")
def _other_way(failure, match):
    type_name, name = match["type"], match["name"]
    table = _TABLE.get("_io." + type_name if type_name == "TextIOWrapper" else type_name)
    if table is None or name not in table:
        return None
    node = failure.only(ast.Attribute, where=lambda each: each.attr == name)
    owner = failure.text(node.value) if node is not None else ""
    owner = owner if owner and "`" not in owner and len(owner) < 60 else "x"
    around = failure.statement if node is not None else None
    call = next((each for each in ast.walk(around) if isinstance(each, ast.Call) and each.func is node), None) if around is not None else None
    given = ", ".join(failure.text(each) for each in call.args) if call is not None and call.args else "item"
    given = given if "`" not in given and len(given) < 60 else "item"
    written = table[name].format(owner=owner, given=given)
    whole = call is not None and owner != "x" and not any(sign in table[name] for sign in ("…", "first", "key", ":", "del", "name", "old", "position"))
    if "{given}" in table[name] and given == "item":
        whole = False
    mend = failure.mend(call, written) if whole else None
    what = "an open file" if type_name.endswith("TextIOWrapper") else kind(type_name)
    return words(f"{what[0].upper()}{what[1:]} has no `{name}`.",
                 f"{here(failure)} Other languages or types have it; Python writes it in another way.".strip(),
                 [f"Write `{written}`.", "See all it has: `dir(x)`." if "." in type_name or "IO" in type_name else f"See all it has: `help({type_name})`."], mend)
