// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runner/toolrun.h"

#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>

namespace Skillet::Runner {

enum class EnvironmentTask {
    Create, ///< python -m venv
    Rebuild, ///< the same in place of the old one, then its packages again
    Install, ///< pip install -r
    Freeze, ///< pip freeze; what it printed is the outcome's output
};

/// What is to be done, and with what.
struct EnvironmentOrder
{
    EnvironmentTask task = EnvironmentTask::Create;
    QString folder; ///< of the environment
    QString python; ///< that makes it: for Create and Rebuild
    QString requirements; ///< file to install from
    QString wheels; ///< folder to install from without network; empty: from the network
    QStringList packages; ///< "name==version", to install again after Rebuild
};

struct EnvironmentOutcome
{
    EnvironmentOrder order;
    ToolOutcome last; ///< of the step that failed, or of the last one
    bool atPackages = false; ///< that step was pip's
    bool done = false;
};

/// Does one thing at a time to a virtual environment, in processes of its own. A new folder that could not be
/// made an environment is taken away again.
class EnvironmentWork final : public QObject
{
    Q_OBJECT

public:
    explicit EnvironmentWork(QObject *parent = nullptr);
    ~EnvironmentWork() override;

    /// When nothing is under way.
    void start(const EnvironmentOrder &order);
    /// Kills what is under way; nobody hears of its end.
    void stop();
    [[nodiscard]] bool isUnderWay() const { return m_underWay; }

Q_SIGNALS:
    /// What the programs write, as it comes.
    void wrote(const QString &text);
    void ended(const Skillet::Runner::EnvironmentOutcome &outcome);

private:
    void next();
    void finish(const ToolOutcome &outcome);
    void cleanUp();

    ToolRun m_run;
    EnvironmentOrder m_order;
    QList<ToolCommand> m_steps; ///< still to be done
    bool m_underWay = false;
    bool m_wasThere = false; ///< the folder, before it was begun
    bool m_atPackages = false;
};

} // namespace Skillet::Runner
