// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <pybind11/pybind11.h>

#include <cstdint>
#include <optional>
#include <string>

namespace Skillet::Worker {

/// What numpy's arrays and pandas' tables store. Runs no code written in Python, theirs or the learner's.
struct ArrayDescription
{
    std::int64_t length = -1; ///< of the first dimension; -1: there is none
    std::string shape; ///< `3 x 4`
    std::string preview;
};

/// Nothing when the value is no array or table. Never throws.
[[nodiscard]] std::optional<ArrayDescription> describeArray(pybind11::handle value);

} // namespace Skillet::Worker
