// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "terminal/descriptorlines.h"
#include "terminal/linesource.h"

#include <QSocketNotifier>

#include <memory>
#include <optional>
#include <termios.h>

namespace Skillet::Terminal {

/// Lines typed at a terminal, edited with GNU Readline, with a history that lasts. One at a time: Readline
/// itself has one state only.
class EditedLines final : public LineSource
{
    Q_OBJECT

public:
    /// `historyFile` need not exist; its folder is created with the first line.
    explicit EditedLines(const QString &historyFile, QObject *parent = nullptr);
    ~EditedLines() override;

    void ask(const QString &prompt, LineKind kind) override;
    void withdraw() override;
    void stepAside() override;
    void comeBackAfter(const QString &written) override;

    /// The window has another size, or the program goes on after Ctrl-Z.
    void adaptToTerminal();

private:
    void readKey();
    void takeLine(char *line); // of Readline, null at the end of input
    void remember(const QByteArray &line);
    void setEcho(bool on);

    QByteArray m_historyFile;
    QSocketNotifier m_keys;
    DescriptorLines m_secrets;
    LineKind m_kind = LineKind::Command;
    bool m_isEditing = false;
    bool m_isAnswered = false;
    std::optional<QByteArray> m_answer; ///< empty: the end of input
    std::optional<termios> m_echoing; ///< the terminal as it was before a secret is typed
};

} // namespace Skillet::Terminal
