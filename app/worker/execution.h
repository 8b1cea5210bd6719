// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/messages.h"
#include "worker/console.h"
#include "worker/display.h"
#include "worker/incidents.h"
#include "worker/prompttexts.h"
#include "worker/pump.h"
#include "worker/pythonmodules.h"
#include "worker/streams.h"

#include <pybind11/pybind11.h>

namespace Skillet::Worker {

/// Runs the learner's code, one request after the other, and reports how each ended.
class Execution final
{
public:
    Execution(Pump &pump, Streams &streams, const PythonModules &modules, const Descriptors &descriptors);

    /// Lets the learner's code show figures and tables.
    void offerDisplay() { m_display.install(); }

    /// Runs to the end and sends RunFinished, whatever happens in between.
    void run(std::uint32_t run, const Protocol::Execute &request);

    /// Ends Python in an orderly way, and the process. Can take for ever.
    [[noreturn]] void end();

    [[nodiscard]] Protocol::CompletenessState completeness(const std::string &source) const
    {
        return m_console.completeness(source);
    }

    /// The names that prompt input there can use, live those of the prompt; nothing can be there when the
    /// frame is gone. Runs none of the learner's code.
    [[nodiscard]] pybind11::dict names(const Protocol::FrameReference &frame) const;
    /// Only those that belong there: without the globals of a function.
    [[nodiscard]] pybind11::dict ownNames(const Protocol::FrameReference &frame) const;
    [[nodiscard]] bool has(const Protocol::FrameReference &frame) const;

private:
    Protocol::RunFinished evaluate(const Protocol::Execute &request);
    Protocol::RunFinished refuseFrame();
    /// Where the request's code runs; null: that frame is gone.
    pybind11::object placeOf(const Protocol::FrameReference &frame) const;
    Console::Code prepare(const Protocol::Execute &request);
    Console::Code prepareFile(const Protocol::Execute &request);
    Console::Code prepareModule(const Protocol::Execute &request);
    void startProgram();
    Protocol::RunFinished report(const pybind11::object &exception, Protocol::SourceKind kind);
    Protocol::RunFinished exited(const pybind11::object &exception);
    /// exit() at the prompt: threads are waited for, exit handlers run, files are written. A program's does
    /// not come here: the prompt goes on inside it.
    void leave();
    /// Ends a child that the learner's os.fork() made and that came back from their code.
    [[noreturn]] void endForkedChild(int code);

    Pump &m_pump;
    Streams &m_streams;
    const PythonModules &m_modules;
    const Descriptors &m_descriptors;
    Console m_console;
    Display m_display;
    Incidents m_incidents;
    PromptTexts m_prompts;
    pybind11::dict m_namespace; // of __main__
    pybind11::object m_builtins; // as they were at the start
};

} // namespace Skillet::Worker
