# SPDX-License-Identifier: GPL-3.0-or-later
"""`await` at the prompt, as in `python -m asyncio`: one event loop for all inputs, made when the first needs it.

Only input that holds an await runs within the loop; everything else runs as ever, so that `asyncio.run()` works too.
"""

import asyncio
import contextvars

_loop = None
_context = None


def run(coroutine):
    """Runs what an input with an await in it was compiled to. Its exception starts in the input, without the loop's own
    frames."""
    global _loop, _context
    if _loop is None or _loop.is_closed():
        _loop = asyncio.new_event_loop()
        _context = contextvars.copy_context()
        asyncio.set_event_loop(_loop)
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


def has_tasks():
    """Whether something runs in the background, between two inputs."""
    return _loop is not None and not _loop.is_closed() and bool(asyncio.all_tasks(_loop))


def advance(seconds):
    """Gives the tasks in the background that much time."""
    _loop.run_until_complete(asyncio.sleep(seconds))
