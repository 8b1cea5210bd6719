// SPDX-License-Identifier: GPL-3.0-or-later
#include "prompt/history.h"

#include "core/file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>

#include <algorithm>
#include <memory>

namespace Skillet::Ui {

namespace {

constexpr qint64 MaxFileSize = 16 * 1024 * 1024;
constexpr int LockMs = 30;

QString escaped(QString entry)
{
    entry.replace(u'\\', QLatin1String("\\\\"));
    entry.replace(u'\n', QLatin1String("\\n"));
    return entry;
}

std::optional<QString> unescaped(const QString &line)
{
    QString entry;
    entry.reserve(line.size());
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (line[i] != u'\\') {
            entry += line[i];
            continue;
        }
        const QChar next = ++i < line.size() ? line[i] : QChar();
        if (next != u'\\' && next != u'n')
            return std::nullopt;
        entry += next == u'n' ? QChar(u'\n') : next;
    }
    return entry;
}

QString say(const char *text)
{
    return QCoreApplication::translate("Skillet::Ui::History", text);
}

/// Other windows write the file too. Who does not get the lock in time goes on without: a line more or less
/// is better than a prompt that waits.
std::unique_ptr<QLockFile> locked(const QString &file)
{
    auto lock = std::make_unique<QLockFile>(file + QStringLiteral(".lock"));
    lock->setStaleLockTime(1000);
    (void)lock->tryLock(LockMs);
    return lock;
}

QByteArray lines(const QStringList &entries)
{
    QByteArray content;
    for (const QString &entry : entries)
        content += escaped(entry).toUtf8() + '\n';
    return content;
}

QStringList entriesIn(const QByteArray &content)
{
    QStringList read;
    for (const QString &line : QString::fromUtf8(content).split(u'\n', Qt::SkipEmptyParts)) {
        const std::optional<QString> entry = unescaped(line);
        if (entry && entry->size() <= History::MaxEntryLength && (read.isEmpty() || read.last() != *entry))
            read.append(*entry);
    }
    return read;
}

} // namespace

Core::Result<void> History::open(const QString &file)
{
    m_file = file;
    QFile in(file);
    if (!in.exists())
        return {};
    if (!in.open(QIODevice::ReadOnly)) {
        m_file.clear();
        return Core::Error{Core::ErrorCode::PermissionDenied,
                           say("The prompt's history in %1 cannot be read (%2). What you type is remembered "
                               "until Skillet closes. Make the file readable to keep it for longer.")
                               .arg(QDir::toNativeSeparators(file), in.errorString())};
    }
    // The newest entries are at the end.
    if (in.size() > MaxFileSize)
        in.seek(in.size() - MaxFileSize);
    const QStringList read = entriesIn(in.read(MaxFileSize));
    const bool isLong = read.size() > 2 * MaxEntries || in.size() > MaxFileSize;
    in.close();
    m_entries = read + m_entries;
    if (m_entries.size() > MaxEntries)
        m_entries = m_entries.last(MaxEntries);
    endWalk();
    if (isLong)
        shorten();
    return {};
}

void History::add(const QString &entry)
{
    endWalk();
    if (entry.trimmed().isEmpty() || entry.size() > MaxEntryLength)
        return;
    if (!m_entries.isEmpty() && m_entries.last() == entry)
        return;
    m_entries.append(entry);
    if (m_entries.size() > MaxEntries)
        m_entries.removeFirst();
    endWalk();
    m_unsaved.append(entry);
}

// Added to the end: what another window has written since stays.
Core::Result<void> History::save()
{
    if (m_file.isEmpty() || m_unsaved.isEmpty())
        return {};
    QDir().mkpath(QFileInfo(m_file).absolutePath());
    const std::unique_ptr<QLockFile> lock = locked(m_file);
    QFile out(m_file);
    bool written = false;
    if (out.open(QIODevice::ReadWrite | QIODevice::Append | QIODevice::Unbuffered)) {
        // A line that a power cut has left half must not swallow the next.
        char last = '\n';
        if (out.size() > 0 && out.seek(out.size() - 1))
            out.getChar(&last);
        const QByteArray content = (last == '\n' ? QByteArray() : QByteArray("\n")) + lines(m_unsaved);
        written = out.write(content) == content.size();
    }
    if (written) {
        m_unsaved.clear();
        return {};
    }
    return Core::Error{
        Core::ErrorCode::PermissionDenied,
        say("The prompt's history cannot be saved in %1 (%2). What you type is remembered until "
            "Skillet closes. Make room or make the folder writable to keep it for longer.")
            .arg(QDir::toNativeSeparators(m_file), out.errorString())};
}

void History::shorten() const
{
    const std::unique_ptr<QLockFile> lock = locked(m_file);
    if (!lock->isLocked())
        return; // the next start does it
    QFile in(m_file);
    if (!in.open(QIODevice::ReadOnly))
        return;
    if (in.size() > MaxFileSize)
        in.seek(in.size() - MaxFileSize);
    const QStringList read = entriesIn(in.read(MaxFileSize));
    in.close();
    // The long file is as good as the short one: whether this works is not worth a word.
    (void)Core::replaceFile(m_file, lines(read.last(std::min(read.size(), MaxEntries))));
}

std::optional<HistoryMatch> History::findBefore(const QString &pattern, qsizetype place) const
{
    for (qsizetype i = std::min(place, m_entries.size()) - 1; i >= 0; --i) {
        const qsizetype at = m_entries[i].indexOf(pattern, 0, Qt::CaseInsensitive);
        if (at >= 0)
            return HistoryMatch{i, at};
    }
    return std::nullopt;
}

std::optional<HistoryMatch> History::findAfter(const QString &pattern, qsizetype place) const
{
    for (qsizetype i = place + 1; i < m_entries.size(); ++i) {
        const qsizetype at = m_entries[i].indexOf(pattern, 0, Qt::CaseInsensitive);
        if (at >= 0)
            return HistoryMatch{i, at};
    }
    return std::nullopt;
}

void History::beginWalk(const QString &current)
{
    if (m_walking && m_shown == current)
        return;
    m_walking = true;
    m_place = m_entries.size();
    m_draft = current;
    m_shown = current;
}

std::optional<QString> History::previous(const QString &current)
{
    beginWalk(current);
    for (qsizetype i = m_place - 1; i >= 0; --i) {
        if (m_entries[i].startsWith(m_draft) && m_entries[i] != m_shown) {
            m_place = i;
            m_shown = m_entries[i];
            return m_shown;
        }
    }
    return std::nullopt;
}

std::optional<QString> History::next(const QString &current)
{
    beginWalk(current);
    for (qsizetype i = m_place + 1; i < m_entries.size(); ++i) {
        if (m_entries[i].startsWith(m_draft) && m_entries[i] != m_shown) {
            m_place = i;
            m_shown = m_entries[i];
            return m_shown;
        }
    }
    if (m_place >= m_entries.size())
        return std::nullopt;
    m_place = m_entries.size();
    m_shown = m_draft;
    return m_shown;
}

void History::endWalk()
{
    m_walking = false;
    m_place = m_entries.size();
    m_draft.clear();
    m_shown.clear();
}

} // namespace Skillet::Ui
