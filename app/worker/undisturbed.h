// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <pybind11/pybind11.h>

namespace Skillet::Worker {

/// For its life, what the worker itself does in this thread sets nothing of the learner's going: no trace or
/// profile function, no finalizers by the cycle collector; and a recursion limit of theirs is not in the way.
/// Needs the GIL.
class Undisturbed final
{
public:
    Undisturbed();
    ~Undisturbed();
    Undisturbed(const Undisturbed &) = delete;
    Undisturbed &operator=(const Undisturbed &) = delete;

private:
    PyThreadState *m_thread;
    int m_recursionLimit;
    bool m_wasCollecting;
};

} // namespace Skillet::Worker
