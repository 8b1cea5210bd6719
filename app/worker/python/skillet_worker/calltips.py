# SPDX-License-Identifier: GPL-3.0-or-later
"""Which parameters the call around the caret takes, from the live names of the prompt. Runs none of the learner's code."""

import builtins

from . import calls, resolving, signatures

# Functions below look builtins up here: the learner may delete or replace their own.
__builtins__ = dict(vars(builtins))

_NOTHING = ("", 0, 0, "")
_LONGEST_SIGNATURE = 2000
_LONGEST_DOCUMENTATION = 2000


def call_tip(source, cursor, namespace, preview):
    """(signature, first and last character of the parameter at the caret, first paragraph of the documentation)."""
    call = calls.around(source, cursor)
    if call is None:
        return _NOTHING
    signature = resolving.signature(call.callee, namespace, preview)
    if signature is None:
        return _NOTHING
    found = resolving.resolve(call.callee, namespace)
    about = signatures.documentation(found[0]) if found is not None else None
    if not signature.parameters and signature.text:
        return signature.text[:_LONGEST_SIGNATURE], 0, 0, _first_paragraph(about, signature.text.partition("(")[0])
    name = call.callee.rpartition(".")[2]
    text, start, end = _marked(name, signature, _active(signature.parameters, call))
    if len(text) > _LONGEST_SIGNATURE:
        text = text[: _LONGEST_SIGNATURE - 1] + "…"
    return text, min(start, len(text)), min(end, len(text)), _first_paragraph(about, name)


def plain(name, signature):
    """The signature in one text."""
    return signature.text or _marked(name, signature, None)[0]


def names_to_give(call, namespace, preview):
    """The names that can be written as `name=` for the argument at the caret."""
    signature = resolving.signature(call.callee, namespace, preview)
    if signature is None:
        return []
    positional = [one for one in signature.parameters if one.kind in (signatures.POSITIONAL, signatures.EITHER)]
    filled = [one.name for one in positional[: call.position - len(call.given)]]
    return [
        one.name
        for one in signature.parameters
        if one.kind in (signatures.EITHER, signatures.KEYWORD) and one.name not in (*filled, *call.given)
    ]


def _active(parameters, call):
    if call.name is not None:
        for kinds in ((signatures.EITHER, signatures.KEYWORD), (signatures.REST_KEYWORDS,)):
            for parameter in parameters:
                if parameter.kind in kinds and (parameter.name == call.name or len(kinds) == 1):
                    return parameter
        return None
    positional = [one for one in parameters if one.kind in (signatures.POSITIONAL, signatures.EITHER)]
    if call.position < len(positional):
        return positional[call.position]
    for parameter in parameters:
        if parameter.kind == signatures.REST:
            return parameter
    return None


def _marked(name, signature, active):
    text = name + "("
    start = end = 0
    for index, (part, parameter) in enumerate(signature.parts()):
        text += ", " if index else ""
        if parameter is not None and parameter is active:
            start, end = len(text), len(text) + len(part)
        text += part
    text += ")" + (" -> " + signature.returns if signature.returns else "")
    return text, start, end


def _first_paragraph(about, name):
    """Without the lines at its beginning that only tell the parameters once more."""
    lines = (about or "").strip().split("\n")
    while lines and (lines[0].startswith(name + "(") or not lines[0].strip()):
        lines.pop(0)
        while lines and lines[0].startswith("    "):
            lines.pop(0)
    return "\n".join(lines).split("\n\n")[0][:_LONGEST_DOCUMENTATION]
