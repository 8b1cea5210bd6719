// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QSocketNotifier>

namespace Skillet::Terminal {

/// Lines of a file, pipe or terminal, read as they are wanted and without blocking.
class DescriptorLines final : public QObject
{
    Q_OBJECT

public:
    explicit DescriptorLines(int descriptor, QObject *parent = nullptr);

    /// Answered by one lineRead() or ended(), never within this call.
    void ask();
    void withdraw();

Q_SIGNALS:
    void lineRead(const QByteArray &line); ///< without its newline
    void ended();

private:
    void deliver();
    void receive();

    int m_descriptor;
    QSocketNotifier m_notifier;
    QByteArray m_buffer;
    bool m_isAsked = false;
};

} // namespace Skillet::Terminal
