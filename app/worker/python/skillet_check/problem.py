# SPDX-License-Identifier: GPL-3.0-or-later
"""Something wrong in an author's files."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    file: str
    line: int  # from 1; 0: the file as a whole
    message: str

    def __str__(self):
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.message}"
