// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/traceback.h"

#include <pybind11/pybind11.h>

#include <deque>
#include <map>
#include <utility>
#include <vector>

namespace Skillet::Worker {

/// The frames of the latest errors, for prompt input that wants to look round in one of them. What their
/// variables hold stays alive until as many newer errors have come: files stay open, memory stays taken.
/// Needs the GIL.
class Incidents final
{
public:
    static constexpr std::size_t MostKept = 20;

    Incidents();

    /// Returns the number by which the error can be referred to. Forgets the oldest, which may run finalizers
    /// of the learner's.
    std::uint64_t remember(std::vector<std::vector<pybind11::object>> frames);

    /// The dict to evaluate in: of a module's frame its own, live. Of a function's, a copy of its variables,
    /// made at the first call, with its globals behind it; they are found and not changed. Null when the
    /// frame is gone. Runs none of the learner's code, and never throws.
    [[nodiscard]] pybind11::object namesIn(const Protocol::FrameReference &reference) const;

    /// The same together with the globals, to look at. Empty when the frame is gone. Never throws.
    [[nodiscard]] pybind11::dict allNamesIn(const Protocol::FrameReference &reference) const;

private:
    using Place = std::pair<std::uint32_t, std::uint32_t>; // of exception and frame
    struct Incident
    {
        std::uint64_t number = 0;
        std::vector<std::vector<pybind11::object>> frames;
        mutable std::map<Place, pybind11::object> namespaces; // of the frames that were asked for
    };

    [[nodiscard]] const Incident *find(std::uint64_t number) const;
    [[nodiscard]] pybind11::object makeNamespace(const pybind11::object &frame) const;

    std::deque<Incident> m_kept; // the newest at the end
    // Functions of the worker's own package.
    pybind11::object m_viewOf;
    pybind11::object m_everything;
};

} // namespace Skillet::Worker
