// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>
#include <QTemporaryFile>

#include <memory>

class QIODevice;

namespace Skillet::Ui {

/// The lines that the prompt no longer shows, in a file on disk that goes when the program ends.
class OutputSpool final
{
public:
    /// Where the file is to lie; files that a program which was killed has left there are removed.
    void setFolder(const QString &folder);

    /// Whole lines, each ended. After a failure nothing more is kept until clear(); the error is given once.
    [[nodiscard]] Core::Result<void> append(const QString &lines);
    void clear();

    [[nodiscard]] bool isEmpty() const { return m_bytes == 0; }
    [[nodiscard]] qint64 bytes() const { return m_bytes; }
    /// At most `limit` bytes from `position` on, cut at a line's end unless one line is longer.
    [[nodiscard]] QByteArray read(qint64 position, qint64 limit) const;
    /// The last lines, about `limit` bytes of them.
    [[nodiscard]] QString tail(qint64 limit) const;
    [[nodiscard]] Core::Result<void> copyTo(QIODevice &target) const;

private:
    QString m_folder;
    std::unique_ptr<QTemporaryFile> m_file;
    qint64 m_bytes = 0;
    bool m_failed = false;
};

} // namespace Skillet::Ui
