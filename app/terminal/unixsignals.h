// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>

namespace Skillet::Terminal {

/// SIGINT, SIGTERM, SIGHUP, SIGWINCH and SIGCONT of this process as signals of the event loop. One at a time.
class UnixSignals final : public QObject
{
    Q_OBJECT

public:
    explicit UnixSignals(QObject *parent = nullptr);
    ~UnixSignals() override;

Q_SIGNALS:
    void interrupted();
    void terminated(int signal);
    void terminalChanged();

private:
    void receive();

    QSocketNotifier m_notifier;
};

} // namespace Skillet::Terminal
