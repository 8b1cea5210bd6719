# SPDX-License-Identifier: GPL-3.0-or-later
"""A program starts: everything is as for `python3 file.py arguments`."""

import _signal  # the module signal would load enum, at a cost that is felt at the start
import os
import sys
import types

from . import forking, sources

_library_path = list(sys.path)
_has_prompts = False
_replaced = {}  # what variables were before the last program's settings; None: absent


def new_main(file=None):
    """A fresh __main__ module in its place; returns its namespace. Without `file`, that of the prompt."""
    module = types.ModuleType("__main__")
    module.__builtins__ = sys.modules["builtins"]
    module.__annotations__ = {}
    if file is not None:
        module.__file__ = file
        module.__cached__ = None
    sys.modules["__main__"] = module
    return module.__dict__


def prepare_prompt():
    """The prompt finds modules in its current folder."""
    sys.argv = [""]
    sys.orig_argv = [sys.executable, "-i"]
    sys.path[:] = ["", *_library_path]


def prepare_input(text):
    """Before `text` runs at the prompt. The texts of the prompt are there from the first on, as a sign to libraries that
    somebody types; a program does not have them."""
    global _has_prompts
    make_interruptible()
    forking.expect_own_threads()
    if not _has_prompts:
        _has_prompts = True
        sys.ps1, sys.ps2 = ">>> ", "... "
    if "asyncio" in sys.modules or ("asyncio" in text and "import" in text):
        try:
            _prepare_tasks()
        except Exception:
            pass  # no descriptor was left, or their own modules are broken: the input runs all the same


def _prepare_tasks():
    """asyncio.create_task() works at the prompt, also in the input that imports asyncio."""
    asyncio = sys.modules.get("asyncio")
    if asyncio is None:
        import importlib.util

        spec = importlib.util.find_spec("asyncio")
    else:
        spec = getattr(asyncio, "__spec__", None)
    if spec is not None and sources.origin(spec.origin or "") == sources.LIBRARY:  # no asyncio.py of the learner's
        from . import awaiting

        awaiting.prepare()


def prepare_file(file, arguments, environment=()):
    """Settings for a program file; returns the namespace to run it in. The learner's modules that an earlier run loaded
    are forgotten, so that a change in one of them counts. sys.argv has the file as it was typed, __file__ with the folder
    before it."""
    _set_environment(environment)
    _start(os.path.dirname(os.path.realpath(file)), [file, *arguments])
    return new_main(os.path.join(os.getcwd(), file))


def prepare_module(arguments, environment=()):
    """As prepare_file(), for `python -m`."""
    _set_environment(environment)
    _start(os.getcwd(), ["-m", *arguments])
    return new_main()


def load_module(name, namespace):
    """The code of the module or package `name` as a program, to be run in `namespace`. Ends as Python does when there is
    none."""
    import runpy

    try:
        _, spec, code = runpy._get_module_details(name, runpy._Error)
    except runpy._Error as error:
        sys.exit(f"{sys.executable}: {error}")
    sys.orig_argv = [sys.executable, "-i", "-m", name, *sys.argv[1:]]
    sys.argv[0] = spec.origin
    namespace.update(
        __file__=spec.origin,
        __cached__=spec.cached,
        __loader__=spec.loader,
        __package__=spec.parent,
        __spec__=spec,
    )
    return code


def _set_environment(settings):
    """The variables of a program's own, NAME=value, in place of those of the program before."""
    for name, value in _replaced.items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value
    _replaced.clear()
    for setting in settings:
        name, _, value = setting.partition("=")
        _replaced.setdefault(name, os.environ.get(name))
        os.environ[name] = value


def _start(folder, arguments):
    global _has_prompts
    _has_prompts = False
    for name in ("ps1", "ps2"):
        sys.__dict__.pop(name, None)
    for name in sources.learner_modules():
        sys.modules.pop(name, None)
    if awaiting := sys.modules.get("skillet_worker.awaiting"):
        awaiting.leave_prompt()
    sys.orig_argv = [sys.executable, "-i", *arguments]
    sys.argv = arguments
    sys.path[:] = [folder, *_library_path]
    _signal.signal(_signal.SIGINT, _signal.default_int_handler)
    forking.expect_own_threads()


def make_interruptible():
    """Stop is a SIGINT. A learner's own handler stays; ignoring it would leave only killing."""
    if _signal.getsignal(_signal.SIGINT) in (_signal.SIG_IGN, _signal.SIG_DFL, None):
        _signal.signal(_signal.SIGINT, _signal.default_int_handler)


def leave():
    """What Python does before it ends: it waits for threads, runs exit handlers, once, and lets all objects go. An
    exception of theirs is written by Python itself."""
    threading = sys.modules.get("threading")
    try:
        if threading is not None:
            threading._shutdown()
    finally:
        import atexit

        atexit._run_exitfuncs()
        _let_go()


def _let_go():
    """The objects of the prompt go, and files write what they still hold."""
    import gc

    _write_files()  # first: the collector closes the parts of a file in any order
    namespace = sys.modules["__main__"].__dict__
    for name in list(namespace):
        if name != "__builtins__":
            namespace[name] = None
    sys.modules["builtins"]._ = None
    sys.last_value = sys.last_traceback = sys.last_exc = None
    gc.collect()
    _write_files()


def _write_files():
    import gc
    import io

    things = gc.get_objects()
    for kinds in ((io.TextIOWrapper,), (io.BufferedWriter, io.BufferedRandom, io.BufferedRWPair)):
        for thing in things:
            try:
                if issubclass(type(thing), kinds) and not thing.closed:
                    thing.flush()
            except Exception:
                pass  # a full disk, or a class of the learner's


def load_check_runner(folder):
    """The function that carries out tasks with checks; its package lies in `folder`, which stays off sys.path."""
    module = sys.modules.get("skillet_check.tasks")
    if module is None:
        sys.path.insert(0, folder)
        try:
            import skillet_check.tasks as module
        finally:
            sys.path.remove(folder)
        # checks.py imports it by name later on: its own parts are all loaded now.
    return module.carry_out


def load_analyst(folder, name):
    """The module `name` of the package skillet_analyst, which lies in `folder`. In the analyst there is no code of the
    learner's that could be hidden by the folder's modules, or hide them: it stays on sys.path."""
    if folder not in sys.path:
        sys.path.insert(0, folder)
    import importlib  # here, because every worker loads this module at its start

    return importlib.import_module(name, "skillet_analyst")


def use_temporary_folder(folder):
    """Temporary files go into `folder` from here on, also those of child processes."""
    os.environ["TMPDIR"] = folder
    tempfile = sys.modules.get("tempfile")
    if tempfile is not None:
        tempfile.tempdir = folder
