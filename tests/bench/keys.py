# SPDX-License-Identifier: GPL-3.0-or-later
"""A person at a virtual display: presses keys, clicks, and asks a window whether it still answers."""

import ctypes
import ctypes.util
import time

XK = {"Return": 0xFF0D, "BackSpace": 0xFF08, "Tab": 0xFF09, "Escape": 0xFF1B, "Down": 0xFF54, "F2": 0xFFBF, "F5": 0xFFC2,
      "Control": 0xFFE3, "Shift": 0xFFE1, "Alt": 0xFFE9}
CLIENT_MESSAGE = 33
NO_EVENTS = 0
STRUCTURE = 1 << 17 | 1 << 19  # of the root itself, and of its children: answers come as either
REVERT_TO_PARENT = 2


class ClientMessage(ctypes.Structure):
    _fields_ = [("type", ctypes.c_int), ("serial", ctypes.c_ulong), ("send_event", ctypes.c_int),
                ("display", ctypes.c_void_p), ("window", ctypes.c_ulong), ("message_type", ctypes.c_ulong),
                ("format", ctypes.c_int), ("data", ctypes.c_long * 5)]


class Event(ctypes.Union):
    _fields_ = [("type", ctypes.c_int), ("client", ClientMessage), ("pad", ctypes.c_long * 24)]


def libraries():
    """libX11 and libXtst, or None where they are absent."""
    names = [ctypes.util.find_library(name) for name in ("X11", "Xtst")]
    if None in names:
        return None
    x11, xtst = (ctypes.CDLL(name) for name in names)
    for name in ("XOpenDisplay", "XDefaultRootWindow", "XInternAtom"):
        getattr(x11, name).restype = ctypes.c_void_p if name == "XOpenDisplay" else ctypes.c_ulong
    x11.XKeysymToKeycode.restype = ctypes.c_ubyte
    x11.XKeycodeToKeysym.restype = ctypes.c_ulong
    return x11, xtst


class Person:
    """A client of the display `name`, as a context manager: to be left before the server ends."""

    def __init__(self, name):
        self._x11, self._xtst = libraries()
        self._name = name

    def __enter__(self):
        display = self._x11.XOpenDisplay(self._name.encode())
        if not display:
            raise RuntimeError(f"The display {self._name} cannot be opened")
        self._display = ctypes.c_void_p(display)
        self._root = ctypes.c_ulong(self._x11.XDefaultRootWindow(self._display))
        self._codes = {}
        self.window = None
        return self

    def __exit__(self, *_exception):
        self._x11.XCloseDisplay(self._display)

    def _key_code(self, name):
        """(key code, whether with Shift) of a character or of a name in XK."""
        if name not in self._codes:
            symbol = XK.get(name) or ord(name)
            code = self._x11.XKeysymToKeycode(self._display, ctypes.c_ulong(symbol))
            plain = self._x11.XKeycodeToKeysym(self._display, ctypes.c_ubyte(code), 0)
            self._codes[name] = (code, name not in XK and plain != symbol)
        return self._codes[name]

    def _send(self, name, is_down):
        self._xtst.XTestFakeKeyEvent(self._display, self._key_code(name)[0], int(is_down), ctypes.c_ulong(0))

    def press(self, name, *modifiers):
        """One key, at once."""
        modifiers = (*modifiers, "Shift") if self._key_code(name)[1] else modifiers
        for modifier in modifiers:
            self._send(modifier, True)
        self._send(name, True)
        self._send(name, False)
        for modifier in reversed(modifiers):
            self._send(modifier, False)
        self._x11.XFlush(self._display)

    def type(self, text, pause=0.02):
        """Text, as by a quick typist, so that no program drops a key."""
        for character in text:
            self.press("Return" if character == "\n" else character)
            time.sleep(pause)

    def _window_at_pointer(self):
        root, child = ctypes.c_ulong(), ctypes.c_ulong()
        numbers = [ctypes.c_int() for _ in range(4)]
        mask = ctypes.c_uint()
        self._x11.XQueryPointer(self._display, self._root, ctypes.byref(root), ctypes.byref(child),
                                *map(ctypes.byref, numbers), ctypes.byref(mask))
        return child.value

    def _move(self, x, y):
        self._xtst.XTestFakeMotionEvent(self._display, 0, int(x), int(y), ctypes.c_ulong(0))
        self._x11.XSync(self._display, 0)

    def _geometry(self, window):
        root = ctypes.c_ulong()
        x, y = ctypes.c_int(), ctypes.c_int()
        sizes = [ctypes.c_uint() for _ in range(4)]
        self._x11.XGetGeometry(self._display, ctypes.c_ulong(window), ctypes.byref(root), ctypes.byref(x),
                               ctypes.byref(y), *map(ctypes.byref, sizes))
        return x.value, y.value, sizes[0].value, sizes[1].value

    def click_into(self, across, down):
        """Gives the keyboard to the window on the display, and clicks at these parts of its width and height.

        There is no window manager: focus is given as one would."""
        for place in ((150, 100), (400, 300), (250, 200)):
            self._move(*place)
            self.window = self._window_at_pointer()
            if self.window:
                break
        if not self.window:
            return False
        self._x11.XSetInputFocus(self._display, ctypes.c_ulong(self.window), REVERT_TO_PARENT, ctypes.c_ulong(0))
        x, y, width, height = self._geometry(self.window)
        self._move(x + width * across, y + height * down)
        for is_down in (1, 0):
            self._xtst.XTestFakeButtonEvent(self._display, 1, is_down, ctypes.c_ulong(0))
        self._x11.XSync(self._display, 0)
        return True

    def _answers_pings(self, ping):
        protocols = ctypes.POINTER(ctypes.c_ulong)()
        count = ctypes.c_int()
        if not self._x11.XGetWMProtocols(self._display, ctypes.c_ulong(self.window), ctypes.byref(protocols),
                                         ctypes.byref(count)):
            return False
        return ping in protocols[:count.value]

    def longest_silence(self, seconds):
        """Milliseconds that the window took at worst to answer a ping, sent every 5 ms; None when it knows no pings."""
        atoms = [self._x11.XInternAtom(self._display, name, 0) for name in (b"WM_PROTOCOLS", b"_NET_WM_PING")]
        if not self._answers_pings(atoms[1]):
            time.sleep(seconds)
            return None
        self._x11.XSelectInput(self._display, self._root, ctypes.c_long(STRUCTURE))
        sent, longest, number = {}, None, 0
        began = time.perf_counter()
        while (now := time.perf_counter()) - began < seconds or (sent and longest and now - began < seconds + 5):
            if now - began < seconds:
                number += 1
                ping = Event(client=ClientMessage(CLIENT_MESSAGE, 0, 1, None, self.window, atoms[0], 32,
                                                  (atoms[1], number, self.window, 0, 0)))
                self._x11.XSendEvent(self._display, ctypes.c_ulong(self.window), 0, ctypes.c_long(NO_EVENTS),
                                     ctypes.byref(ping))
                sent[number] = now
                self._x11.XFlush(self._display)
            time.sleep(0.005)
            event = Event()
            while self._x11.XPending(self._display):
                self._x11.XNextEvent(self._display, ctypes.byref(event))
                if event.type == CLIENT_MESSAGE and event.client.data[0] == atoms[1]:
                    since = sent.pop(event.client.data[1], None)
                    if since is not None:
                        longest = max(longest or 0, (time.perf_counter() - since) * 1000)
        self._x11.XSelectInput(self._display, self._root, ctypes.c_long(NO_EVENTS))
        return longest
