# SPDX-License-Identifier: GPL-3.0-or-later
"""How values and errors are put into words for the learner."""

VALUE_SHOWN = 400  # characters of a value
MESSAGE_SHOWN = 300  # characters of an exception's own text


def show(value, limit=VALUE_SHOWN):
    """repr(value), on one line and bounded; it survives a __repr__ that fails."""
    try:
        text = repr(value)
        if not isinstance(text, str):
            raise TypeError
    except KeyboardInterrupt:
        raise
    except BaseException:  # whatever the learner's __repr__ does
        return f"a {type(value).__name__} that cannot be shown"
    text = text.replace("\n", "\\n")
    if len(text) > limit:
        text = f"{text[: limit * 3 // 4]} ... {text[-limit // 4 :]}"
    return text


def describe(exception):
    """`NameError: name 'nmae' is not defined`"""
    name = type(exception).__name__
    try:
        text = str(exception)
    except KeyboardInterrupt:
        raise
    except BaseException:  # whatever the learner's __str__ does
        text = ""
    if len(text) > MESSAGE_SHOWN:
        text = text[:MESSAGE_SHOWN] + " ..."
    return f"{name}: {text}" if text else name


def learner_line(exception, attempt):
    """Line of the innermost frame in the learner's files, or None."""
    if hasattr(exception, "skillet_line"):
        return exception.skillet_line
    line = None
    entry = exception.__traceback__
    while entry is not None:
        if attempt.owns(entry.tb_frame.f_code.co_filename):
            line = entry.tb_lineno
        entry = entry.tb_next
    return line


def without_our_frames(exception, attempt):
    """`exception` with a traceback that begins in the learner's code, where it has any.

    Of one that was raised in a player it is fetched as a picture and as text, while the player is there.
    """
    if hasattr(exception, "skillet_player"):
        exception.skillet_picture, exception.skillet_text = exception.skillet_player.picture(exception.skillet_number)
        return exception
    entry = exception.__traceback__
    while entry is not None and not attempt.owns(entry.tb_frame.f_code.co_filename):
        entry = entry.tb_next
    return exception.with_traceback(entry)


def explain_syntax_error(error, name):
    where = f"line {error.lineno} of {name}" if error.lineno else name
    return f"Python cannot read {where}: {error.msg}. Nothing of the program has run yet."


def explain_stop(exception, attempt, *, subject="The program", lines_given=None):
    """Why `subject` ended in `exception`, in words for the learner."""
    line = learner_line(exception, attempt)
    where = f" in line {line}" if line else ""
    if isinstance(exception, SystemExit):
        return (
            f"{subject} ended itself early{where}, by exit(), quit() or sys.exit(). "
            "Take that call out, so that everything after it runs too."
        )
    if isinstance(exception, EOFError) and lines_given is not None:
        given = {0: "no answers", 1: "one answer"}.get(lines_given, f"{lines_given} answers")
        return (
            f"{subject} asks for input() more often than this task has answers: it gives {given}, "
            f"and then{where} one more was wanted."
        )
    if isinstance(exception, RecursionError):
        return f"{subject} stopped{where}: a function kept calling itself, until Python ended it (RecursionError)."
    return f"{subject} stopped{where} with {describe(exception)}"
