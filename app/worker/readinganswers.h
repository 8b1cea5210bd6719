// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/reading.h"

#include <pybind11/pybind11.h>

/// From what the Python side has read in a program to messages. Columns are bytes on both sides.
namespace Skillet::Worker {

/// From [(kind, name, detail, depth, line, end line, column)], or None: it cannot be read. Throws.
void fill(Protocol::Outline &answer, const pybind11::object &found);

/// From (answer, name, [(file, line, column, end column, text, is definition, is library)], more,
/// [(name, line)], [file]). Throws.
void fill(Protocol::Places &answer, const pybind11::tuple &found);

} // namespace Skillet::Worker
