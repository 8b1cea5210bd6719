// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>
#include <QTemporaryFile>

#include <memory>

class QIODevice;

namespace Skillet::Ui {

/// The lines that the prompt no longer shows, in a file on disk that goes when the program ends. When the
/// file may not grow any more, lines are kept in memory: nothing is lost, but its owner has to see to it that
/// not much more comes.
class OutputSpool final
{
public:
    enum class Room {
        Enough,
        LimitReached, ///< as much lies on disk as may
        DiskFull, ///< the disk has no room, or cannot be written
    };

    /// Where the file is to lie; files that a program which was killed has left there are removed.
    void setFolder(const QString &folder);
    /// The most bytes on disk.
    void setLimit(qint64 bytes) { m_limit = bytes; }

    /// Whole lines, each ended. The error tells that, and why, they had to be kept in memory; it comes once.
    [[nodiscard]] Core::Result<void> append(const QString &lines);
    /// Writes what is kept in memory, when there is room again.
    [[nodiscard]] Core::Result<void> writeWaiting();
    void clear();

    [[nodiscard]] Room room() const { return m_room; }
    [[nodiscard]] bool isEmpty() const { return bytes() == 0; }
    [[nodiscard]] qint64 bytes() const { return m_written + m_waiting.size(); }
    /// At most `limit` bytes from `position` on, cut at a line's end unless one line is longer.
    [[nodiscard]] QByteArray read(qint64 position, qint64 limit) const;
    /// The last lines, about `limit` bytes of them.
    [[nodiscard]] QString tail(qint64 limit) const;
    [[nodiscard]] Core::Result<void> copyTo(QIODevice &target) const;

private:
    [[nodiscard]] QString folder() const;
    [[nodiscard]] bool leavesRoom(qint64 more) const;
    [[nodiscard]] bool write(const QByteArray &bytes);
    [[nodiscard]] Core::Error problem() const;

    QString m_folder;
    std::unique_ptr<QTemporaryFile> m_file;
    qint64 m_limit = qint64{1000} * 1000 * 1000;
    qint64 m_written = 0;
    QByteArray m_waiting; ///< comes after what is written
    Room m_room = Room::Enough;
};

} // namespace Skillet::Ui
