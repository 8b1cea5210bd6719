# SPDX-License-Identifier: GPL-3.0-or-later
"""How a program in the editor could go on, by jedi, which reads source and runs none of it. Where jedi is not installed,
or fails, nothing is known."""

import os
import sys

_MOST = 500
_LONGEST_SIGNATURE = 2000
_LONGEST_DOCUMENTATION = 2000
_OWN_FOLDER = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_NO_COMPLETIONS = (0, [], False)
_NO_TIP = ("", 0, 0, "")
_KINDS = {
    "module": "module",
    "namespace": "module",
    "class": "class",
    "function": "function",
    "keyword": "keyword",
    "property": "property",
    "path": "file",
    "param": "variable",
}
_state = {}  # of jedi: the module (None: there is none) and the interpreter it reads for


def complete(source, cursor, file):
    """(`from` in characters, [(text, kind, detail)], whether there are more) for the caret behind `cursor` characters."""
    reader = script(source, file)
    if reader is None:
        return _NO_COMPLETIONS
    line, column = _place(source, cursor)
    found = reader.complete(line, column)
    if not found:
        return _NO_COMPLETIONS
    length = found[0].get_completion_prefix_length()
    items = [_item(one) for one in found[:_MOST]]
    return cursor - length, items, len(found) > _MOST


def call_tip(source, cursor, file):
    """(signature, first and last character of the parameter at the caret, first paragraph of the documentation)."""
    reader = script(source, file)
    if reader is None:
        return _NO_TIP
    signatures = reader.get_signatures(*_place(source, cursor))
    if not signatures:
        return _NO_TIP
    signature = signatures[0]
    text = signature.to_string()[:_LONGEST_SIGNATURE]
    start, end = _active(signature, text)
    about = signature.docstring(raw=True).strip().split("\n\n")[0]
    return text, start, end, about[:_LONGEST_DOCUMENTATION]


def script(source, file, project_folder=""):
    """What jedi reads `source` with; None: jedi is not installed. Modules are looked for beside `file` and in the
    project."""
    if not _state:
        try:
            import jedi
        except ImportError:
            jedi = None
        _state.update(jedi=jedi, environment=jedi and jedi.InterpreterEnvironment())
    jedi = _state["jedi"]
    if jedi is None:
        return None
    folder = os.path.dirname(os.path.abspath(file)) if file else ""
    library = [path for path in sys.path if path and os.path.abspath(path) != _OWN_FOLDER]
    project_folder = os.path.abspath(project_folder) if file and project_folder else ""
    within = bool(project_folder) and folder.startswith(project_folder.rstrip(os.sep))
    root = project_folder if within else folder
    near = [folder, root] if root != folder else [folder]
    project = jedi.Project(root or os.sep, sys_path=[*near, *library] if folder else library, smart_sys_path=False)
    return jedi.Script(source, path=file or None, environment=_state["environment"], project=project)


def _place(source, cursor):
    """(line from 1, column from 0)."""
    head = source[:cursor]
    return head.count("\n") + 1, len(head) - head.rfind("\n") - 1


def _item(completion):
    text = completion.name_with_symbols
    kind = "parameter" if text.endswith("=") else _KINDS.get(completion.type, "variable")
    # The quote behind a file's name is left to who types.
    return text.rstrip("'\"") if kind == "file" else text, kind, ""


def _active(signature, text):
    """Where the parameter stands in the signature's text."""
    if signature.index is None or signature.index >= len(signature.params):
        return 0, 0
    start = end = text.find("(") + 1
    for parameter in signature.params[: signature.index + 1]:
        part = parameter.to_string()
        start = text.find(part, end)
        if start < 0:
            return 0, 0
        end = start + len(part)
    return start, end
