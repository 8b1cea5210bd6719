// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runner/toolrun.h"
#include "runner/traceback.h"

#include <QList>
#include <QMetaType>
#include <QObject>
#include <QString>

namespace Skillet::Runner {

struct LintQuestion
{
    QString source;
    QString file; ///< where it is saved, for the project's settings; may be empty
    QString environment; ///< folder of the virtual environment whose tools come first; may be empty
};

/// What a tool says about one place.
struct LintFinding
{
    QString code; ///< `E225`
    QString message; ///< in the tool's own words
    SourceRange range;

    friend bool operator==(const LintFinding &, const LintFinding &) = default;
};

/// Has a program looked through by ruff, or else by flake8, whichever is installed. What pyflakes and the
/// compiler say is left out: the analyst says that. Where there is no tool, or it does not work, nothing is
/// found.
class Linter final : public QObject
{
    Q_OBJECT

public:
    /// `path` is where tools are looked for besides the environment, as $PATH.
    explicit Linter(const QString &path = ToolRun::usualPath(), QObject *parent = nullptr);

    /// Answered by one answered(), in a later turn of the event loop, unless a newer question or stop() comes
    /// first, or there is no tool that works.
    void look(const LintQuestion &question);
    void stop() { m_run.stop(); }

Q_SIGNALS:
    void answered(const QList<Skillet::Runner::LintFinding> &findings);

private:
    void take(const ToolOutcome &outcome);
    [[nodiscard]] QList<LintFinding> fromRuff(const QByteArray &json) const;
    [[nodiscard]] QList<LintFinding> fromFlake8(const QByteArray &lines) const;
    void add(QList<LintFinding> &findings, LintFinding finding) const;

    QString m_path;
    ToolRun m_run;
    QString m_program;
    QString m_broken; ///< a program that did not work: it is not tried again
    QString m_source;
    bool m_isRuff = false;
};

} // namespace Skillet::Runner

Q_DECLARE_METATYPE(QList<Skillet::Runner::LintFinding>)
