// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/idle.h"

#include "worker/pythonerror.h"
#include "worker/pythonmodules.h"

namespace py = pybind11;

namespace Skillet::Worker {

std::chrono::milliseconds Idle::turn()
{
    using std::chrono::milliseconds;
    try {
        if (!m_turn) {
            if (!PythonModules::isLoaded("tkinter") && !PythonModules::isLoaded("skillet_worker.awaiting"))
                return milliseconds(0);
            m_turn = py::module_::import("skillet_worker.idle").attr("turn");
        }
        const auto seconds = m_turn().cast<double>();
        m_streams.flush();
        return std::chrono::ceil<milliseconds>(std::chrono::duration<double>(seconds));
    } catch (const std::exception &) {
        forgetException();
        return milliseconds(0);
    }
}

} // namespace Skillet::Worker
