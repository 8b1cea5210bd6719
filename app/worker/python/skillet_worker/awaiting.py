# SPDX-License-Identifier: GPL-3.0-or-later
"""asyncio at the prompt, as in `python -m asyncio`: one event loop for all inputs, made when the first needs it.

Input that holds an await runs within the loop. All other input runs as ever, with the loop resting: then it counts as
running for whoever starts a task in it, and not for those that refuse to run a loop within another, so that
asyncio.run() works too.
"""

import _thread
import asyncio
import asyncio.events as events
import contextvars

_loop = None
_context = None
_rests = False  # the prompt is being used, and not a program
_host = _thread.get_ident()
_get_running_loop, _set_running_loop = events._get_running_loop, events._set_running_loop


def prepare():
    """Before an input of the prompt. Learners may close the loop."""
    global _loop, _context, _rests
    events._get_running_loop, events._set_running_loop = _running_now, _set_running
    _rests = True
    if _loop is None or _loop.is_closed():
        _loop = asyncio.new_event_loop()
        _context = contextvars.copy_context()
        asyncio.set_event_loop(_loop)
    _set_running_loop(_loop)


def leave_prompt():
    """A program starts: it finds no loop running."""
    global _rests
    _rests = False
    _set_running_loop(None)


def _running_now():
    """In the place of asyncio's own function, for the parts of asyncio that run a loop."""
    loop = _get_running_loop()
    return None if loop is _loop and loop is not None and not loop.is_running() else loop


def _set_running(loop):
    """In the place of asyncio's own function: when another loop has ended, the one of the prompt rests again."""
    if loop is None and _rests and _thread.get_ident() == _host and not _loop.is_closed():
        loop = _loop
    _set_running_loop(loop)


def run(coroutine):
    """Runs what an input with an await in it was compiled to. Its exception starts in the input, without the loop's own
    frames."""
    prepare()
    code = coroutine.cr_code
    task = _loop.create_task(coroutine, context=_context)
    try:
        return _loop.run_until_complete(task)
    except BaseException as error:
        if not task.done():  # stopped while it waited
            error = _stopped(task, error)
        error.__traceback__ = _from(error.__traceback__, code)
        raise error


def _stopped(task, error):
    """Ends a task that still waits; returns `error` with the place in the task at which it waited."""
    task.cancel()
    try:
        _loop.run_until_complete(task)
    except asyncio.CancelledError as cancelled:
        error.__traceback__ = cancelled.__traceback__
    except BaseException as other:  # its clean-up failed
        return other
    return error


def _from(traceback, code):
    """The part of a traceback from the frame of `code` on; all of it when that has no part in it."""
    part = traceback
    while part is not None and part.tb_frame.f_code is not code:
        part = part.tb_next
    return traceback if part is None else part


def has_work():
    """Whether something may go on between two inputs: tasks, calls for later, and what waits for a connection."""
    if _loop is None or _loop.is_closed():
        return False
    return bool(asyncio.all_tasks(_loop) or _loop._ready or _loop._scheduled or len(_loop._selector.get_map()) > 1)


def advance(seconds):
    """Gives what goes on in the background that much time."""
    _loop.run_until_complete(asyncio.sleep(seconds))
