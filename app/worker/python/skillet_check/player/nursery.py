# SPDX-License-Identifier: GPL-3.0-or-later
"""Where players come from: a process that was split off before anything of the exercise was read."""

import contextlib
import os
import signal
import socket

from ..attempt import CannotRun
from .channel import Channel
from .client import Player
from .server import play


class Nursery:
    """Makes players that know nothing of what this process learns afterwards."""

    def __init__(self, confine=None, picture=None):
        """confine("program") is called in each player before the learner's code; picture(exception) gives bytes."""
        self._confine = confine
        self._picture = picture
        self._players = []
        self._ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._process = os.fork()
        if self._process == 0:
            self._ours.close()
            _serve(theirs, confine, picture)
        theirs.close()

    def player(self):
        down, up = os.pipe(), os.pipe()  # to the player, and back
        try:
            socket.send_fds(self._ours, [b"player"], [down[0], up[1]])
            answer = self._ours.recv(64)
            process = int(answer) if answer else 0
        except OSError:
            process = 0
        os.close(down[0])
        os.close(up[1])
        channel = Channel(up[0], down[1])
        if process <= 0:
            channel.close()
            raise CannotRun("no process can be started for the program")
        player = Player(channel, process)
        self._players.append(player)
        return player

    def close(self):
        for player in self._players:
            player.close()
        self._ours.close()
        with contextlib.suppress(ProcessLookupError):
            os.kill(self._process, signal.SIGKILL)
        with contextlib.suppress(ChildProcessError):
            os.waitpid(self._process, 0)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


def _serve(orders, confine, picture):
    """In the nursery: splits off a player for each order, until the other side is gone."""
    leave = os._exit
    children = set()
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Stop is for the player, and for who waits for it
        while True:
            order, descriptors, _, _ = socket.recv_fds(orders, 64, 2)
            if not order:
                break
            _reap(children)
            try:
                child = os.fork()
            except OSError:
                child = -1
            if child == 0:
                orders.close()
                play(Channel(*descriptors), confine, picture)
                leave(0)
            children.add(child)
            for descriptor in descriptors:
                os.close(descriptor)
            orders.send(str(child).encode())
    finally:
        for child in children:
            with contextlib.suppress(OSError):
                os.kill(child, signal.SIGKILL)
        leave(0)


def _reap(children):
    for child in list(children):
        with contextlib.suppress(ChildProcessError):
            if os.waitpid(child, os.WNOHANG)[0]:
                children.discard(child)
