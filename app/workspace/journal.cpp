// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/journal.h"

#include "core/file.h"
#include "core/log.h"
#include "workspace/messages.h"
#include "workspace/textencoding.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <optional>
#include <utility>

// An entry's file: one line of JSON {"format": 1, "key": ..., "path": ..., "when": ISO 8601, "bytes": size of
// the text, "sha256": of the text}, then the text as UTF-8. Its name is the hash of the key, so any key makes
// a valid name.

namespace Skillet::Workspace {

namespace {

constexpr int Format = 1;
constexpr qint64 LargestEntry = 128 * 1024 * 1024;

QString hash(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

QString entryFile(const QString &folder, const QString &key)
{
    return folder + QLatin1Char('/') + hash(key.toUtf8()) + QStringLiteral(".entry");
}

std::optional<JournalEntry> parseEntry(const QByteArray &bytes)
{
    const qsizetype headEnd = bytes.indexOf('\n');
    const QJsonObject head = QJsonDocument::fromJson(bytes.left(std::max<qsizetype>(headEnd, 0))).object();
    const QByteArray text = bytes.mid(headEnd + 1);
    const bool whole = head.value(QLatin1String("format")).toInt() == Format
        && head.value(QLatin1String("bytes")).toInteger() == text.size()
        && head.value(QLatin1String("sha256")).toString() == hash(text);
    JournalEntry entry;
    entry.key = head.value(QLatin1String("key")).toString();
    entry.path = head.value(QLatin1String("path")).toString();
    entry.when = QDateTime::fromString(head.value(QLatin1String("when")).toString(), Qt::ISODateWithMs);
    if (headEnd < 0 || !whole || entry.key.isEmpty() || !entry.when.isValid()) {
        return std::nullopt;
    }
    const Core::Result<QString> decoded = decode(text, "utf-8", entry.path);
    if (!decoded) {
        return std::nullopt;
    }
    entry.text = decoded.value();
    return entry;
}

} // namespace

Journal::Journal(QString folder)
    : m_folder(std::move(folder))
{ }

Core::Result<void> Journal::put(const QString &key, const QString &path, const QString &text)
{
    if (key.isEmpty()) {
        return Core::Error{Core::ErrorCode::Invalid, Messages::tr("A text without a key cannot be kept.")};
    }
    if (!QDir().mkpath(m_folder)) {
        return Core::Error{
            Core::ErrorCode::PermissionDenied,
            Messages::tr("The folder %1 for unsaved text cannot be made. Save your work often, and give "
                         "yourself write permission there.")
                .arg(m_folder)};
    }
    const QByteArray content = text.toUtf8();
    const QJsonObject head{
        {QStringLiteral("format"), Format},
        {QStringLiteral("key"), key},
        {QStringLiteral("path"), path},
        {QStringLiteral("when"), QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs)},
        {QStringLiteral("bytes"), content.size()},
        {QStringLiteral("sha256"), hash(content)},
    };
    return Core::replaceFile(entryFile(m_folder, key),
                             QJsonDocument(head).toJson(QJsonDocument::Compact) + '\n' + content);
}

void Journal::remove(const QString &key)
{
    QFile file(entryFile(m_folder, key));
    if (file.exists() && !file.remove()) {
        qCWarning(Core::logApp).noquote() << file.fileName() << "cannot be removed:" << file.errorString();
    }
}

QList<JournalEntry> Journal::entries() const
{
    const QDir folder(m_folder);
    QList<JournalEntry> found;
    for (const QString &name : folder.entryList({QStringLiteral("*.entry")}, QDir::Files)) {
        const Core::Result<QByteArray> bytes = Core::readFile(folder.filePath(name), LargestEntry);
        const auto entry = bytes ? parseEntry(bytes.value()) : std::nullopt;
        if (entry) {
            found.append(*entry);
        } else {
            qCWarning(Core::logApp).noquote()
                << folder.filePath(name) << "is damaged and was left where it is.";
        }
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const JournalEntry &a, const JournalEntry &b) { return a.when < b.when; });
    return found;
}

} // namespace Skillet::Workspace
