# SPDX-License-Identifier: GPL-3.0-or-later
"""Messages between the two processes: JSON, each behind its length. Whatever the other side sends, reading it runs no
code of its choice."""

import json
import os
import struct

_HEAD = struct.Struct("<I")
LONGEST = 64 * 1024 * 1024  # bytes of a message


class ChannelClosed(Exception):
    """The other side is gone, or sends what is no message."""


class Channel:
    # Kept as our own: on the learner's side anything in these modules may have been replaced.
    _read, _write, _loads, _dumps = os.read, os.write, json.loads, json.dumps
    _pack, _unpack, _size = _HEAD.pack, _HEAD.unpack, _HEAD.size

    def __init__(self, reading, writing):
        self._reading = reading
        self._writing = writing

    def send(self, message):
        data = Channel._dumps(message).encode("ascii")
        if len(data) > LONGEST:
            raise ValueError("more than 64 MiB to hand over")
        data = Channel._pack(len(data)) + data
        try:
            while data:
                data = data[Channel._write(self._writing, data) :]
        except OSError:
            raise ChannelClosed from None

    def receive(self):
        (size,) = Channel._unpack(self._take(Channel._size))
        if size > LONGEST:
            raise ChannelClosed
        try:
            return Channel._loads(self._take(size))
        except (ValueError, RecursionError):
            raise ChannelClosed from None

    def close(self):
        for descriptor in (self._reading, self._writing):
            os.close(descriptor)

    def _take(self, size):
        parts = []
        while size:
            try:
                part = Channel._read(self._reading, min(size, 1 << 20))
            except OSError:
                raise ChannelClosed from None
            if not part:
                raise ChannelClosed
            parts.append(part)
            size -= len(part)
        return b"".join(parts)
