// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/undisturbed.h"

namespace Skillet::Worker {

namespace {

constexpr int LeastRecursionLimit = 1000;

} // namespace

Undisturbed::Undisturbed()
    : m_thread(PyThreadState_Get())
    , m_recursionLimit(Py_GetRecursionLimit())
    , m_wasCollecting(PyGC_Disable() == 1)
{
    PyThreadState_EnterTracing(m_thread);
    if (m_recursionLimit < LeastRecursionLimit)
        Py_SetRecursionLimit(LeastRecursionLimit);
}

Undisturbed::~Undisturbed()
{
    if (m_recursionLimit < LeastRecursionLimit)
        Py_SetRecursionLimit(m_recursionLimit);
    PyThreadState_LeaveTracing(m_thread);
    if (m_wasCollecting)
        PyGC_Enable();
}

} // namespace Skillet::Worker
