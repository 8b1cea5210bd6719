// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/paths.h"
#include "core/settings.h"
#include "course/courseloader.h"
#include "progress/recorder.h"
#include "progress/store.h"
#include "runner/analyst.h"
#include "runner/checkrun.h"
#include "runner/session.h"
#include "workspace/journal.h"

#include <QStringList>

#include <memory>

namespace Skillet {

/// The services without a widget, as members in start-up order; handed on by reference. Whatever could not
/// come up as it should (no course, no database, a folder that cannot be written) is told in notices() and
/// replaced by something that lets the session go on; nothing of the learner's is overwritten.
class Application final
{
public:
    explicit Application(Core::Paths paths);
    Application(const Application &) = delete;
    Application &operator=(const Application &) = delete;

    [[nodiscard]] const Core::Paths &paths() const { return m_paths; }
    [[nodiscard]] Core::Settings &settings() { return m_settings; }
    [[nodiscard]] Runner::Session &session() { return m_session; }
    [[nodiscard]] Runner::CheckRun &checks() { return m_checks; }
    [[nodiscard]] Runner::Analyst &analyst() { return m_analyst; }
    [[nodiscard]] const Course::Course &course() const { return m_course; }
    [[nodiscard]] const Progress::Store &store() const { return *m_store; }
    [[nodiscard]] Progress::Recorder &progress() { return m_progress; }
    [[nodiscard]] Workspace::Journal &journal() { return m_journal; }

    /// What the learner should know about this start, a sentence or two each; empty when all is well.
    [[nodiscard]] const QStringList &notices() const { return m_notices; }

private:
    [[nodiscard]] Course::Course loadCourse();
    [[nodiscard]] std::unique_ptr<Progress::Store> openStore();

    QStringList m_notices; // first: the other members' start-up writes to it
    Core::Paths m_paths;
    Core::Settings m_settings;
    Runner::Session m_session; // early, so that Python starts while the rest is read
    Course::Course m_course;
    std::unique_ptr<Progress::Store> m_store; // before the recorder, which writes to it to the end
    Progress::Recorder m_progress;
    Workspace::Journal m_journal;
    Runner::CheckRun m_checks;
    Runner::Analyst m_analyst;
};

} // namespace Skillet
