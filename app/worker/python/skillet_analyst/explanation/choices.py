# SPDX-License-Identifier: GPL-3.0-or-later
"""Causes that an error could have had but has not, for learners who name the cause before they are told it.

What is offered must be believable, and wrong: a cause that is true as well would punish who knows more. So only what is
refuted is offered: Python's message would read otherwise, or the rule that looks for it has looked and not found it.
"""

import re
import zlib

from . import runtime, syntax
from .problem import syntax_problem_of
from .runtime import rules
from .syntax.case import RULES as SYNTAX_RULES
from .syntax.case import Case

MOST = 3
FEWEST = 2  # of a single one nothing is learned

# True of so many errors that they are never wrong enough.
_VAGUE = frozenset(
    "type-error.unsupported-operands type-error.compare-objects type-error.not-subscriptable type-error.not-iterable "
    "type-error.text-minus type-error.float-as-count type-error.own-class-operator none.used brackets.forgotten "
    "await.forgotten call.missing-operator call.hidden-builtin key-error.missing index-error.out-of-range "
    "value-error.int-text value-error.float-text value-error.index-missing name-error.no-value name-error.not-reached "
    "attribute-error.own-class file.missing json.bad-text import.name-missing import.not-installed assertion.false "
    "zero-division.divisor recursion.too-deep network.timeout".split()
)

# Causes of one such set can be true together.
_TOGETHER = [
    frozenset(words.split())
    for words in (
        "type-error.text-plus-number type-error.number-plus-text type-error.text-plus-other type-error.sum-of-texts "
        "type-error.input-not-converted type-error.multiply-text type-error.compare-text-number",
        "type-error.list-plus-item type-error.tuple-plus-item type-error.text-plus-other type-error.bytes-plus-text "
        "type-error.set-plus-set",
        "type-error.text-plus-other type-error.bytes-plus-text type-error.join-items type-error.in-text "
        "type-error.bytes-wanted type-error.write-text type-error.text-plus-number",
        "type-error.date-arithmetic type-error.naive-and-aware type-error.datetime-and-date",
        "type-error.compare-text-number type-error.sort-dicts type-error.datetime-and-date",
        "call.missing-self call.too-many call.class-for-object call.missing-argument call.missing-keyword call.no-init "
        "call.unexpected-keyword call.given-twice type-error.builtin-arguments type-error.abstract",
        "call.module call.round-for-square brackets.square-for-round type-error.raise-text",
        "type-error.loop-over-number type-error.unpack-number type-error.no-length type-error.list-index "
        "brackets.square-for-round type-error.not-an-iterator",
        "attribute-error.no-setter attribute-error.frozen attribute-error.class-for-object attribute-error.parent-init "
        "attribute-error.own-misspelt attribute-error.init-misspelt",
        "attribute-error.module-for-class attribute-error.shadowed-module attribute-error.module-misspelt",
        "attribute-error.misspelt attribute-error.python-2 attribute-error.text-method-on-list "
        "attribute-error.list-method-on-other attribute-error.number attribute-error.file-not-read",
        "name-error.other-language name-error.other-language-function name-error.python-2",
        "name-error.self-forgotten name-error.self-parameter name-error.self-outside name-error.class-scope",
        "name-error.deleted name-error.deleted-except-name name-error.used-before name-error.no-first-value "
        "name-error.comprehension-name name-error.other-scope name-error.free-variable",
        "unbound-local.global-changed unbound-local.builtin-hidden unbound-local.one-branch unbound-local.set-later "
        "name-error.deleted name-error.deleted-except-name",
        "value-error.int-decimal value-error.int-unit value-error.int-base value-error.int-empty",
        "value-error.remove-missing value-error.substring-missing value-error.enum",
        "value-error.date-parts value-error.date-format value-error.iso-date",
        "key-error.near-key key-error.other-type",
        "index-error.one-too-far index-error.empty index-error.pop-empty index-error.choice-empty",
        "value-error.empty-maximum value-error.sample-too-large index-error.choice-empty",
        "import.circular import.shadowed import.name-misspelt import.relative import.hidden-package import.misspelt",
        "recursion.no-end recursion.property",
        "async.running-loop async.no-loop",
        "value-error.negative value-error.math-domain value-error.step-zero value-error.empty-range",
        "loop.shrunk-while-looping index-error.one-too-far index-error.empty index-error.pop-empty index-error.pop-position "
        "index-error.range",
        "type-error.list-index type-error.slice-index",
        "call.method-of-class call.class-for-object call.missing-argument call.missing-option call.missing-self",
        "call.unknown-option call.unexpected-keyword call.missing-keyword type-error.builtin-arguments",
        "type-error.loop-over-number type-error.unpack-number type-error.in-number type-error.spread type-error.join-one "
        "type-error.no-length type-error.not-reversible type-error.dict-pairs",
        "type-error.bytes-encoding type-error.bytes-plus-text type-error.bytes-wanted",
        "type-error.percent-count type-error.percent-kind type-error.text-remainder type-error.text-plus-number "
        "type-error.multiply-text type-error.input-not-converted type-error.compare-text-number type-error.unary",
        "type-error.number-from-other type-error.round type-error.date-part type-error.input-not-converted "
        "type-error.text-plus-number type-error.unary type-error.path-wanted type-error.one-character",
        "type-error.join-items type-error.join-one",
        "json.not-text json.key-type json.no-file type-error.not-json",
        "value-error.no-whole-number overflow.math-range overflow.int-to-float",
        "value-error.byte-range value-error.character-number",
        "value-error.file-direction value-error.file-mode value-error.closed-file",
        "attribute-error.enum-member attribute-error.own-misspelt attribute-error.class-for-object attribute-error.own-class",
        "attribute-error.builtin-type attribute-error.other-way attribute-error.misspelt attribute-error.number "
        "attribute-error.text-method-on-list attribute-error.list-method-on-other attribute-error.python-2",
        "attribute-error.init-without-self attribute-error.parent-init attribute-error.own-misspelt name-error.self-forgotten",
        "attribute-error.module-other-name attribute-error.module-misspelt attribute-error.python-2",
        "key-error.format-name key-error.near-key",
    )
]

# Their rules see from the message and the failing line alone that they do not hold, though the message fits them.
_DECISIVE = frozenset(
    "name-error.other-language name-error.python-2 name-error.other-language-function name-error.self-outside "
    "name-error.self-parameter key-error.environment key-error.set-remove attribute-error.python-2 "
    "attribute-error.text-method-on-list attribute-error.list-method-on-other attribute-error.number "
    "attribute-error.file-not-read attribute-error.dict-key attribute-error.module-for-class index-error.arguments "
    "value-error.int-empty value-error.int-base json.empty json.single-quotes json.extra "
    "unbound-local.builtin-hidden".split()
)
# These need the whole program for that.
_DECISIVE_WITH_SOURCE = frozenset(
    "name-error.deleted name-error.deleted-except-name name-error.comprehension-name name-error.class-scope".split()
)

# Of texts that do not compile, the causes that everybody meets; most of the others would be seen at a glance.
_SYNTAX_OFFERED = (
    "missing-colon.if", "missing-colon.for", "missing-colon.def", "parenthesis-unclosed", "bracket-unclosed",
    "quote-unclosed", "quote-inside", "bracket-extra", "misspelt-keyword", "equals-in-condition", "block-missing.if",
    "block-missing.function", "unexpected-indent", "unindent-mismatch", "comma-missing-call", "comma-missing-list",
    "print-without-brackets", "return-outside", "else-without-if", "assign-to-call", "assign-to-literal",
    "keyword-as-name", "name-hyphen", "smart-quotes", "other-language.else-if",
)  # fmt: skip
# By their first word; what stands together can be two names for one mistake.
_SYNTAX_TOGETHER = [
    frozenset(words.split())
    for words in (
        "missing-colon colon-replaced block-missing other-language unexpected-indent else-without-if line-broken",
        "parenthesis-unclosed bracket-unclosed brace-unclosed bracket-mismatched bracket-extra line-broken comma-missing-call "
        "comma-missing-list missing-colon",
        "quote-unclosed quote-inside quote-escaped quote-mismatched quote-missing-opening text-over-lines smart-quotes "
        "triple-quote-unclosed comma-missing-call operator-missing backtick fstring-quotes parenthesis-unclosed",
        "block-missing unexpected-indent unindent-mismatch tabs-mixed indent-first-line unexpected-unindent try-alone "
        "except-without-try else-without-if return-outside copied-prompt block-only-comment case-without-match",
        "equals-in-condition assign-to-call assign-to-literal assign-to-expression assign-to-comparison assign-to-other "
        "assign-to-keyword name-hyphen equals-in-dict expression-for-keyword argument-missing keyword-as-name",
        "print-without-brackets exec-without-brackets parenthesis-unclosed operator-missing two-statements other-language",
        "misspelt-keyword capital-keyword keyword-as-name other-language operator-missing two-statements plain-text "
        "name-space print-without-brackets missing-colon",
        "comma-missing-call comma-missing-list comma-missing-dict comma-missing-tuple operator-missing",
        "name-hyphen keyword-as-name name-digit name-space number-unit parameter-value def-name-dotted",
        "return-outside yield-outside await-outside break-outside continue-outside misspelt-keyword",
    )
]


def choices(problem, cause):
    """(what names the cause, wrong causes), all in plain words; nothing when there is nothing to choose from."""
    causes = {**runtime.CAUSES, **syntax.CAUSES}
    if cause not in causes:
        return "", []
    wrong = _of_syntax(problem, cause) if problem.is_syntax_error else _of_runtime(problem, cause)
    wrong = [each for each in wrong if causes[each] != causes[cause]]
    if len(wrong) < FEWEST:
        return "", []
    return causes[cause], [causes[each] for each in _some(wrong, causes, cause, problem.message)]


def _some(wrong, causes, cause, message):
    """The most like the right one, but not always the same."""
    own = _words(causes[cause])
    ranked = sorted(wrong, key=lambda each: (each.partition(".")[0] != cause.partition(".")[0],
                                             -len(own & _words(causes[each])), zlib.crc32((each + message).encode())))
    likely = ranked[: 2 * MOST]
    return sorted(likely, key=lambda each: zlib.crc32((message + each).encode("utf-8", "replace")))[:MOST]


def _words(label):
    return {word for word in re.findall(r"[\w.]+", label.lower()) if len(word) > 3}


def _of_runtime(problem, cause):
    if cause.startswith(("raised.", "group.")):  # what its words mean, only the program knows
        return []
    also_true = {cause} | {each for group in _TOGETHER if cause in group for each in group} | _VAGUE
    if cause.startswith("none."):  # the message is that of whatever was done with the None
        also_true |= {each for each in runtime.CAUSES if each.startswith(("none.", "attribute-error."))}
    fits = set()
    offered = []
    for classes, pattern, first, function in rules.RULES:
        if problem.type not in classes and problem.full_type not in classes:
            continue
        ids = rules.ANSWERS[first]
        if pattern.match(problem.message) is not None:
            answer = _ask(function, problem, pattern)
            if answer is not None:
                also_true.add(answer["cause"] or first)
            known = _DECISIVE | (_DECISIVE_WITH_SOURCE if problem.tree is not None else frozenset())
            fits.update(each for each in ids if each not in known)
        offered.extend(ids)
    return [each for each in offered if each not in also_true and each not in fits]


def _ask(function, problem, pattern):
    try:
        return function(problem, pattern.match(problem.message))
    except Exception:  # it met something that its author did not think of
        return None


def _of_syntax(problem, cause):
    case = Case(syntax_problem_of(problem))
    family = cause[len("syntax."):].partition(".")[0]
    also_true = {family} | {each for group in _SYNTAX_TOGETHER if family in group for each in group}
    for attempt in SYNTAX_RULES:
        try:
            found = attempt(case)
        except Exception:  # as above
            found = None
        if found is not None:
            other = found.cause[len("syntax."):].partition(".")[0]
            also_true |= {other} | {each for group in _SYNTAX_TOGETHER if other in group for each in group}
    return ["syntax." + each for each in _SYNTAX_OFFERED if each.partition(".")[0] not in also_true]
