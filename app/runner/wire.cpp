// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/wire.h"

namespace Skillet::Runner::Wire {

namespace {

Protocol::SourceKind sourceKind(ProgramKind kind)
{
    switch (kind) {
    case ProgramKind::Pasted:
        return Protocol::SourceKind::Pasted;
    case ProgramKind::Lines:
        return Protocol::SourceKind::Lines;
    case ProgramKind::File:
        return Protocol::SourceKind::File;
    case ProgramKind::Module:
        return Protocol::SourceKind::Module;
    case ProgramKind::Interactive:
        break;
    }
    return Protocol::SourceKind::Interactive;
}

} // namespace

Protocol::Execute execute(const Program &program)
{
    Protocol::Execute execute;
    execute.kind = sourceKind(program.kind);
    execute.source = program.source.toStdString();
    execute.file = program.file.toStdString();
    for (const QString &argument : program.arguments)
        execute.arguments.push_back(argument.toStdString());
    execute.workingFolder = program.workingFolder.toStdString();
    for (const QString &variable : program.environment)
        execute.environment.push_back(variable.toStdString());
    execute.frame = frameReference(program.frame);
    return execute;
}

Protocol::FrameReference frameReference(const FrameReference &frame)
{
    if (frame.isNull())
        return {};
    return {frame.incident, static_cast<std::uint32_t>(frame.exception),
            static_cast<std::uint32_t>(frame.frame)};
}

RunOutcome outcome(Protocol::RunEnd end)
{
    switch (end) {
    case Protocol::RunEnd::Failed:
        return RunOutcome::Failed;
    case Protocol::RunEnd::Interrupted:
        return RunOutcome::Interrupted;
    case Protocol::RunEnd::Exited:
        return RunOutcome::Exited;
    case Protocol::RunEnd::Finished:
        break;
    }
    return RunOutcome::Finished;
}

Completeness completeness(Protocol::CompletenessState state)
{
    switch (state) {
    case Protocol::CompletenessState::Incomplete:
        return Completeness::Incomplete;
    case Protocol::CompletenessState::Invalid:
        return Completeness::Invalid;
    case Protocol::CompletenessState::Complete:
        break;
    }
    return Completeness::Complete;
}

} // namespace Skillet::Runner::Wire
