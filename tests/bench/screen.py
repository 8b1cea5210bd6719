# SPDX-License-Identifier: GPL-3.0-or-later
"""A virtual display whose picture can be read as fast as memory."""

import mmap
import os
import shutil
import struct
import subprocess
import tempfile
import time

WIDTH, HEIGHT = 1366, 768
ROW_STEP = 4  # every fourth row is looked at: text is higher than that
TILE_BYTES = 32 * 4  # 32 pixels of one row


class Screen:
    """An X server without a screen, as a context manager. `capture` takes a picture of it as bytes."""

    def __enter__(self):
        self._folder = tempfile.mkdtemp(prefix="skillet-bench-")
        read_end, write_end = os.pipe()
        self._server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write_end), "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-fbdir", self._folder,
             "-nolisten", "tcp", "-dpi", "96"],
            pass_fds=[write_end], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(write_end)
        with os.fdopen(read_end) as reader:
            number = reader.readline().strip()
        if not number:
            raise RuntimeError("Xvfb did not start")
        self.name = ":" + number
        with open(os.path.join(self._folder, "Xvfb_screen0"), "rb") as file:
            self._memory = mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ)
        # The XWD header: 25 big-endian numbers; 0 is its size, 12 the bytes of a row, 19 the colours behind it.
        header = struct.unpack(">25I", self._memory[:100])
        self._start = header[0] + header[19] * 12
        self._row = header[12]
        return self

    def __exit__(self, *_exception):
        self._memory.close()
        self._server.terminate()
        self._server.wait()
        shutil.rmtree(self._folder, ignore_errors=True)

    def capture(self):
        start, row = self._start, self._row
        return b"".join(self._memory[start + y * row:start + y * row + WIDTH * 4] for y in range(0, HEIGHT, ROW_STEP))

    def part(self, area):
        """The picture of (left, top, right, bottom), in each row."""
        left, top, right, bottom = area
        start, row = self._start, self._row
        return b"".join(self._memory[start + y * row + left * 4:start + y * row + right * 4] for y in range(top, bottom))

    def changed(self, one, other):
        """(left, top) of the largest patch in which two pictures of capture() differ; None when they do not."""
        width = WIDTH * 4
        rows = [y for y in range(len(one) // width) if one[y * width:(y + 1) * width] != other[y * width:(y + 1) * width]]
        if not rows:
            return None
        patches = [[rows[0]]]
        for y in rows[1:]:
            if y > patches[-1][-1] + 2:
                patches.append([])
            patches[-1].append(y)
        patch = max(patches, key=len)
        left = min(next(x for x in range(0, width, 4) if one[y * width + x:y * width + x + 4]
                        != other[y * width + x:y * width + x + 4]) for y in patch)
        return left // 4, patch[0] * ROW_STEP

    def differing_tiles(self, one, other):
        """In how many tiles two pictures differ. A blinking caret makes less than CARET_TILES."""
        if one == other:
            return 0
        return sum(one[i:i + TILE_BYTES] != other[i:i + TILE_BYTES] for i in range(0, len(one), TILE_BYTES))


CARET_TILES = 10
CARET_WIDTH = 3  # pixels


def is_caret(one, other, width):
    """Whether two pictures of the same width in pixels differ by no more than a caret that is there or not."""
    row = width * 4
    columns = {x for y in range(0, len(one), row) if one[y:y + row] != other[y:y + row]
               for x in range(width) if one[y + x * 4:y + x * 4 + 4] != other[y + x * 4:y + x * 4 + 4]}
    return not columns or max(columns) - min(columns) < CARET_WIDTH


def watch(screen, seconds, stop_when_still=1.5):
    """The pictures of the next seconds, as (time, picture) for each that differs from the one before. Ends earlier when,
    after something was to be seen, more than a caret has not moved for `stop_when_still` seconds."""
    began = time.monotonic()
    empty = last = still = screen.capture()
    still_since = began
    pictures = [(began, last)]
    while time.monotonic() - began < seconds:
        time.sleep(0.004)
        picture = screen.capture()
        now = time.monotonic()
        if picture != last:
            pictures.append((now, picture))
            last = picture
            if screen.differing_tiles(picture, still) >= CARET_TILES:
                still, still_since = picture, now
        elif now - still_since > stop_when_still and screen.differing_tiles(still, empty) > 1000:
            break
    return pictures


def settled_at(screen, pictures):
    """When the last change of more than a caret's size happened: from then on the picture is the final one."""
    final = pictures[-1][1]
    for index in range(len(pictures) - 1, -1, -1):
        if screen.differing_tiles(pictures[index][1], final) >= CARET_TILES:
            return pictures[min(index + 1, len(pictures) - 1)][0]
    return pictures[0][0]
