// SPDX-License-Identifier: GPL-3.0-or-later
#include "prompt/history.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace Skillet::Ui {

namespace {

constexpr qint64 MaxFileSize = 16 * 1024 * 1024;

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
    QStringList read;
    const QString content = QString::fromUtf8(in.read(MaxFileSize));
    for (const QString &line : content.split(u'\n', Qt::SkipEmptyParts)) {
        const std::optional<QString> entry = unescaped(line);
        if (entry && entry->size() <= MaxEntryLength)
            read.append(*entry);
    }
    m_entries = read + m_entries;
    if (m_entries.size() > MaxEntries)
        m_entries = m_entries.last(MaxEntries);
    endWalk();
    return {};
}

Core::Result<void> History::add(const QString &entry)
{
    endWalk();
    if (entry.trimmed().isEmpty() || entry.size() > MaxEntryLength)
        return {};
    if (!m_entries.isEmpty() && m_entries.last() == entry)
        return {};
    m_entries.append(entry);
    if (m_entries.size() > MaxEntries)
        m_entries.removeFirst();
    endWalk();
    return save();
}

Core::Result<void> History::save() const
{
    if (m_file.isEmpty())
        return {};
    QDir().mkpath(QFileInfo(m_file).absolutePath());
    QSaveFile out(m_file);
    QByteArray content;
    for (const QString &entry : m_entries)
        content += escaped(entry).toUtf8() + '\n';
    if (out.open(QIODevice::WriteOnly) && out.write(content) == content.size() && out.commit())
        return {};
    return Core::Error{
        Core::ErrorCode::PermissionDenied,
        say("The prompt's history cannot be saved in %1 (%2). What you type is remembered until "
            "Skillet closes. Make room or make the folder writable to keep it for longer.")
            .arg(QDir::toNativeSeparators(m_file), out.errorString())};
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
