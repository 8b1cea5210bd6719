// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "incident/tracebackscanner.h"

#include <QFile>
#include <QObject>
#include <QString>
#include <QTimer>

#include <memory>

namespace Skillet::Ui {

/// Looks for tracebacks in a file or a text of any size, a little in each turn of the event loop, so that the
/// window goes on. One text at a time: a new one ends the reading of the one before.
class TracebackReader final : public QObject
{
    Q_OBJECT

public:
    explicit TracebackReader(QObject *parent = nullptr);

    /// Ends in finished(), in a later turn, unless the file cannot be read.
    [[nodiscard]] Core::Result<void> readFile(const QString &path);
    void readText(const QString &text);
    void stop();

Q_SIGNALS:
    void found(const QList<Skillet::Incident::FoundTraceback> &tracebacks);
    /// All of the text was looked at.
    void finished();

private:
    void begin();
    void turn();
    /// The next piece; empty at the end.
    [[nodiscard]] QByteArray nextPiece();

    Incident::TracebackScanner m_scanner;
    std::unique_ptr<QFile> m_file;
    QString m_text;
    qsizetype m_textAt = 0;
    QTimer m_nextTurn;
};

} // namespace Skillet::Ui
