# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts the real worker as the workbench does, and speaks its protocol."""

import contextlib
import fcntl
import os
import select
import signal
import socket
import struct
import subprocess
import time

import cbor

WORKER = os.environ["SKILLET_WORKER"]
PYTHON_PATH = os.environ["SKILLET_WORKER_PYTHON"]

with open(WORKER, "rb") as _program:
    SANITIZED = b"__asan_init" in _program.read()
WHY_NO_LIMIT = "AddressSanitizer reserves terabytes of address space, so that no limit on it can hold"
if SANITIZED:
    # The worker shall die of a segmentation fault as it does without a sanitizer.
    os.environ["ASAN_OPTIONS"] = os.environ.get("ASAN_OPTIONS", "") + ":handle_segv=0"
VERSION = 3
CONTROL, STDOUT, STDERR = 1, 2, 3
INTERACTIVE, PASTED, FILE, MODULE, LINES = range(5)
FINISHED, FAILED, INTERRUPTED, EXITED = 0, 1, 2, 3
COMPLETE, INCOMPLETE, INVALID = 0, 1, 2
INITIAL_CREDIT = 1024 * 1024
LIMIT = 20  # seconds for anything


class WorkerGone(Exception):
    """The worker closed its end of the protocol."""


class Run:
    """What one run said, in order."""

    def __init__(self):
        self.pieces = []  # (stream, bytes) in order of arrival
        self.exception = None
        self.end = None
        self.exit_code = None
        self.report = None
        self.events = []

    def text(self, *streams):
        streams = streams or (STDOUT, STDERR)
        return b"".join(data for stream, data in self.pieces if stream in streams).decode("utf-8", "replace")

    @property
    def out(self):
        return self.text(STDOUT)

    @property
    def err(self):
        return self.text(STDERR)


class Worker:
    """One worker process. Use as a context manager."""

    def __init__(self, role="prompt", *extra, greet=True, cwd=None, python_path=PYTHON_PATH, ignore_credit=False):
        self.sends_credit = not ignore_credit
        here, there = socket.socketpair()
        out_read, out_write = os.pipe()
        err_read, err_write = os.pipe()
        in_read, self.stdin_write = os.pipe()
        for end in (out_write, err_write):
            fcntl.fcntl(end, 1031, 1024 * 1024)  # F_SETPIPE_SZ
        self.out_read, self.err_read = out_read, err_read
        self.protocol = here
        self.buffer = b""
        self.held = None
        self.next_run = 1
        self.runs = {}
        command = [WORKER, "--role", role, "--protocol-fd", str(there.fileno()), "--stdout-read-fd", str(out_read)]
        command += ["--stderr-read-fd", str(err_read), "--python-path", python_path, *extra]
        self.started = time.monotonic()
        self.process = subprocess.Popen(
            command,
            stdin=in_read,
            stdout=out_write,
            stderr=err_write,
            pass_fds=(there.fileno(), out_read, err_read),
            start_new_session=True,
            cwd=cwd,
        )
        for end in (out_write, err_write, in_read):
            os.close(end)
        there.close()
        self.welcome = None
        if greet:
            self.send("hello", version=VERSION, role=["prompt", "check", "analyst"].index(role))
            self.welcome = self.event()[1]

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self.protocol.close()
        for end in (self.out_read, self.err_read, self.stdin_write):
            os.close(end)

    # -- frames

    def send(self, message, /, run=0, **fields):
        payload = cbor.encode({"t": message, **fields})
        self.send_bytes(struct.pack("<IBI", len(payload), CONTROL, run) + payload)

    def send_bytes(self, data):
        if self.held is None:
            self.protocol.sendall(data)
        else:
            self.held += data

    @contextlib.contextmanager
    def together(self):
        """What is sent meanwhile goes out at once at its end."""
        self.held = b""
        yield
        data, self.held = self.held, None
        self.send_bytes(data)

    def frame(self, timeout=LIMIT):
        """(type, run, payload). Raises WorkerGone at the end, TimeoutError when nothing comes."""
        deadline = time.monotonic() + timeout
        while True:
            if len(self.buffer) >= 9:
                length, kind, run = struct.unpack("<IBI", self.buffer[:9])
                if len(self.buffer) >= 9 + length:
                    payload, self.buffer = self.buffer[9 : 9 + length], self.buffer[9 + length :]
                    return kind, run, payload
            if not select.select([self.protocol], [], [], max(0, deadline - time.monotonic()))[0]:
                raise TimeoutError
            try:
                data = self.protocol.recv(1 << 20)
            except ConnectionResetError:
                data = b""
            if not data:
                raise WorkerGone
            self.buffer += data

    def event(self, timeout=LIMIT):
        """(run, message) of the next control frame. Output is kept in the runs it belongs to."""
        while True:
            kind, run, payload = self.frame(timeout)
            if kind == CONTROL:
                message = cbor.decode(payload)
                self.runs.setdefault(run, Run()).events.append(message)
                return run, message
            self.runs.setdefault(run, Run()).pieces.append((kind, payload))
            if self.sends_credit:
                try:
                    self.send("credit", bytes=len(payload))
                except BrokenPipeError:
                    pass  # it has ended, and its last frames are still to be read

    # -- runs

    def start(self, source, kind=INTERACTIVE, **fields):
        run = self.next_run
        self.next_run += 1
        self.runs[run] = Run()
        self.send("execute", run=run, kind=kind, source=source, **fields)
        return run

    def finish(self, run, answers=(), timeout=LIMIT):
        """Waits for the run's end, answering requests for input: a str, None for end of input, or a function to call."""
        result = self.runs[run]
        answers = list(answers)
        while True:
            number, message = self.event(timeout)
            assert number == run, (number, message)
            name = message["t"]
            if name == "exceptionRaised":
                assert result.exception is None, "two exceptions in one run"
                result.exception = message["traceback"]
            elif name == "checkReport":
                result.report = message
            elif name == "inputRequested":
                answer = answers.pop(0)
                if callable(answer):
                    answer(self)
                else:
                    self.send("inputReply", run=run, line=answer or "", endOfFile=answer is None)
            elif name == "runFinished":
                result.end, result.exit_code = message["end"], message["exitCode"]
                return result

    def run(self, source, kind=INTERACTIVE, answers=(), timeout=LIMIT, **fields):
        return self.finish(self.start(source, kind, **fields), answers, timeout)

    def interrupt(self):
        os.killpg(self.process.pid, signal.SIGINT)

    def wait_for_output(self, run, text):
        while text not in self.runs[run].text():
            kind, number, payload = self.frame()
            assert kind != CONTROL, cbor.decode(payload)
            self.runs[number].pieces.append((kind, payload))

    def completeness(self, source):
        self.send("askCompleteness", request=77, source=source)
        message = self.event()[1]
        assert message["request"] == 77, message
        return message["state"]

    # -- the end

    def last_words(self):
        """Everything up to the worker's death: (bytes of stdout, bytes of stderr, exit status)."""
        data = {STDOUT: b"", STDERR: b""}
        try:
            while True:
                kind, _, payload = self.frame()
                if kind != CONTROL:
                    data[kind] += payload
        except WorkerGone:
            if len(self.buffer) > 9 and self.buffer[4] != CONTROL:  # the frame that it was sending when it died
                data[self.buffer[4]] += self.buffer[9:]
        status = self.process.wait(LIMIT)
        for kind, end in ((STDOUT, self.out_read), (STDERR, self.err_read)):
            os.set_blocking(end, False)
            try:
                while piece := os.read(end, 1 << 20):
                    data[kind] += piece
            except BlockingIOError:
                pass
        return data[STDOUT], data[STDERR], status
