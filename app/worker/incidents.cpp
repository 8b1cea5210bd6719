// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/incidents.h"

#include "worker/pythonerror.h"
#include "worker/undisturbed.h"

#include <chrono>

namespace py = pybind11;

namespace Skillet::Worker {

namespace {

/// Unlike that of any other worker, before or after this one: the clock goes on for all of them.
std::uint64_t newNumber(std::uint64_t previous)
{
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    const auto ticks =
        static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::nanoseconds>(now).count());
    return std::max(ticks, previous + 1);
}

py::object own(PyObject *object)
{
    return py::reinterpret_steal<py::object>(object);
}

/// The frame's variables as a dict of their own, or null. A class body may have a namespace of the learner's
/// making: copying that would run their code.
py::object copyOfLocals(const py::object &locals)
{
    if (PyDict_CheckExact(locals.ptr()))
        return own(PyDict_Copy(locals.ptr()));
#if PY_VERSION_HEX >= 0x030D0000
    if (PyFrameLocalsProxy_Check(locals.ptr())) {
        py::object copy = own(PyDict_New());
        if (copy && PyDict_Update(copy.ptr(), locals.ptr()) == 0)
            return copy;
        forgetException();
    }
#endif
    return own(PyDict_New());
}

} // namespace

Incidents::Incidents()
{
    const auto functions = py::module_::import("skillet_worker.framenames");
    m_viewOf = functions.attr("view_of");
    m_everything = functions.attr("everything");
}

std::uint64_t Incidents::remember(std::vector<std::vector<py::object>> frames)
{
    const std::uint64_t number = newNumber(m_kept.empty() ? 0 : m_kept.back().number);
    m_kept.push_back({number, std::move(frames), {}});
    if (m_kept.size() > MostKept) {
        // Off the list before finalizers run.
        const Incident oldest = std::move(m_kept.front());
        m_kept.pop_front();
    }
    return number;
}

const Incidents::Incident *Incidents::find(std::uint64_t number) const
{
    for (const Incident &incident : m_kept) {
        if (incident.number == number)
            return &incident;
    }
    return nullptr;
}

py::object Incidents::namesIn(const Protocol::FrameReference &reference) const
{
    const Incident *incident = find(reference.incident);
    if (!incident || reference.exception >= incident->frames.size()
        || reference.frame >= incident->frames[reference.exception].size())
        return {};
    py::object &names = incident->namespaces[{reference.exception, reference.frame}];
    if (!names)
        names = makeNamespace(incident->frames[reference.exception][reference.frame]);
    return names;
}

py::object Incidents::makeNamespace(const py::object &frame) const
{
    const Undisturbed undisturbed;
    try {
        auto *const live = reinterpret_cast<PyFrameObject *>(frame.ptr());
        py::object globals = own(PyFrame_GetGlobals(live));
        const py::object locals = own(PyFrame_GetLocals(live));
        if (!locals || locals.is(globals)) {
            forgetException();
            return globals;
        }
        return m_viewOf(copyOfLocals(locals), globals);
    } catch (const py::error_already_set &) {
        forgetException();
        return {};
    }
}

py::dict Incidents::allNamesIn(const Protocol::FrameReference &reference) const
{
    const py::object names = namesIn(reference);
    if (!names)
        return {};
    if (PyDict_CheckExact(names.ptr()))
        return py::reinterpret_borrow<py::dict>(names);
    const Undisturbed undisturbed;
    try {
        return m_everything(names);
    } catch (const py::error_already_set &) {
        forgetException();
        return {};
    }
}

} // namespace Skillet::Worker
