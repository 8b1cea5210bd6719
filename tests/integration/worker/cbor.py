# SPDX-License-Identifier: GPL-3.0-or-later
"""As much of CBOR (RFC 8949) as the protocol uses: a second, independent reading of its bytes."""

import struct


def _head(major, number):
    if number < 24:
        return bytes([major << 5 | number])
    for code, form, limit in ((24, ">B", 1 << 8), (25, ">H", 1 << 16), (26, ">I", 1 << 32), (27, ">Q", 1 << 64)):
        if number < limit:
            return bytes([major << 5 | code]) + struct.pack(form, number)
    raise ValueError(number)


def encode(value):
    if value is None:
        return b"\xf6"
    if value is True or value is False:
        return b"\xf5" if value else b"\xf4"
    if isinstance(value, int):
        return _head(0, value) if value >= 0 else _head(1, -1 - value)
    if isinstance(value, str):
        data = value.encode()
        return _head(3, len(data)) + data
    if isinstance(value, (list, tuple)):
        return _head(4, len(value)) + b"".join(map(encode, value))
    return _head(5, len(value)) + b"".join(encode(key) + encode(item) for key, item in value.items())


def decode(data):
    value, end = _decode(data, 0)
    if end != len(data):
        raise ValueError("bytes after the end")
    return value


def _decode(data, at):
    major, extra = data[at] >> 5, data[at] & 31
    at += 1
    number = extra
    if 24 <= extra <= 27:
        size = 1 << (extra - 24)
        number = int.from_bytes(data[at : at + size], "big")
        at += size
    if major == 0:
        return number, at
    if major == 1:
        return -1 - number, at
    if major == 3:
        return data[at : at + number].decode(), at + number
    if major == 4:
        items = []
        for _ in range(number):
            item, at = _decode(data, at)
            items.append(item)
        return items, at
    if major == 5:
        result = {}
        for _ in range(number):
            key, at = _decode(data, at)
            result[key], at = _decode(data, at)
        return result, at
    if major == 7 and extra in (20, 21, 22):
        return {20: False, 21: True, 22: None}[extra], at
    raise ValueError(f"byte {data[at - 1]:#x} is not used by the protocol")
