// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/runsettings.h"

#include "core/file.h"
#include "workspace/messages.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <optional>
#include <utility>

namespace Skillet::Workspace {

namespace {

constexpr qint64 largestStore = 50'000'000;

QJsonObject readStore(const QString &file)
{
    const Core::Result<QByteArray> bytes = Core::readFile(file, largestStore);
    return bytes.ok() ? QJsonDocument::fromJson(bytes.value()).object() : QJsonObject();
}

/// Of a store that cannot be read: where it lies now. Empty: nothing is wrong with it.
Core::Result<QString> setDamagedAside(const QString &file)
{
    const Core::Result<QByteArray> bytes = Core::readFile(file, largestStore);
    if (!bytes.ok() && bytes.error().code == Core::ErrorCode::NotFound)
        return QString();
    if (bytes.ok() && QJsonDocument::fromJson(bytes.value()).isObject())
        return QString();
    const QString time = QDateTime::currentDateTime().toString(QStringLiteral("yyyyMMdd-HHmmss-zzz"));
    QString aside = file + QStringLiteral(".damaged-") + time;
    if (!QFile::rename(file, aside))
        return Core::Error{
            Core::ErrorCode::Failed,
            Messages::tr("The run settings in %1 cannot be read, and the file cannot be moved away. "
                         "Rename it, then try again.")
                .arg(file)};
    return aside;
}

/// Those of a shell, which takes other blanks of Unicode for signs like any other.
bool isBlank(QChar c)
{
    return c == u' ' || c == u'\t' || c == u'\n' || c == u'\r';
}

/// Takes the characters of a command line one by one.
class Splitter final
{
public:
    void take(QChar c)
    {
        if (m_escaped) {
            // Between double quotes a backslash protects only these.
            if (m_quote == u'"' && c != u'"' && c != u'\\' && c != u'$' && c != u'`')
                add(u'\\');
            add(c);
            m_escaped = false;
        } else if (c == u'\\' && m_quote != u'\'') {
            m_escaped = true;
        } else if (m_quote.isNull() && (c == u'"' || c == u'\'')) {
            m_quote = c;
            m_word = m_word.value_or(QString());
        } else if (c == m_quote) {
            m_quote = QChar();
        } else if (m_quote.isNull() && isBlank(c)) {
            endWord();
        } else {
            add(c);
        }
    }

    [[nodiscard]] QChar openQuote() const { return m_quote; }
    [[nodiscard]] bool endsWithBackslash() const { return m_escaped; }

    QStringList words()
    {
        endWord();
        return m_words;
    }

private:
    void add(QChar c) { m_word = m_word.value_or(QString()) + c; }
    void endWord()
    {
        if (m_word)
            m_words.append(*std::exchange(m_word, std::nullopt));
    }

    QStringList m_words;
    std::optional<QString> m_word;
    QChar m_quote;
    bool m_escaped = false;
};

} // namespace

Core::Result<QStringList> splitArguments(const QString &text)
{
    Splitter splitter;
    for (const QChar c : text)
        splitter.take(c);
    if (!splitter.openQuote().isNull())
        return Core::Error{
            Core::ErrorCode::Invalid,
            Messages::tr("The quote %1 in the arguments has no end. Write another one after the "
                         "last sign that belongs to it.")
                .arg(splitter.openQuote())};
    if (splitter.endsWithBackslash())
        return Core::Error{
            Core::ErrorCode::Invalid,
            Messages::tr("The arguments end in a backslash, which stands for the sign after it. "
                         "Take it away, or write two.")};
    return splitter.words();
}

QString joinArguments(const QStringList &words)
{
    static const QRegularExpression plain(QStringLiteral("^[\\w@%+=:,./-]+$"));
    QStringList quoted;
    for (QString word : words) {
        if (!plain.match(word).hasMatch())
            word = u'\'' + word.replace(u'\'', QStringLiteral("'\"'\"'")) + u'\'';
        quoted.append(word);
    }
    return quoted.join(u' ');
}

Core::Result<QStringList> environmentSettings(const QString &text)
{
    static const QRegularExpression setting(QStringLiteral("^\\s*([A-Za-z_][A-Za-z0-9_]*)\\s*=(.*)$"));
    QStringList settings;
    const QStringList lines = text.split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QString &line = lines.at(i);
        if (line.trimmed().isEmpty() || line.trimmed().startsWith(u'#'))
            continue;
        const QRegularExpressionMatch match = setting.match(line);
        if (!match.hasMatch())
            return Core::Error{Core::ErrorCode::Invalid,
                               Messages::tr("Line %1 of the variables is not of the form NAME=value: %2")
                                   .arg(i + 1)
                                   .arg(line.trimmed())};
        settings.append(match.captured(1) + u'=' + match.captured(2).trimmed());
    }
    return settings;
}

QStringList inputLines(const QString &text)
{
    QStringList lines = text.split(u'\n');
    if (lines.last().isEmpty())
        lines.removeLast();
    return lines;
}

RunSettingsStore::RunSettingsStore(QString file)
    : m_file(std::move(file))
{ }

RunSettings RunSettingsStore::of(const QString &path) const
{
    const QJsonObject entry = readStore(m_file).value(path).toObject();
    const auto text = [&entry](const char *key) { return entry.value(QLatin1String(key)).toString(); };
    return {text("arguments"), text("input"), text("folder"), text("environment")};
}

Core::Result<QString> RunSettingsStore::set(const QString &path, const RunSettings &settings)
{
    const Core::Result<QString> aside = setDamagedAside(m_file);
    if (!aside.ok())
        return aside;
    QJsonObject all = readStore(m_file);
    if (settings.isEmpty())
        all.remove(path);
    else
        all.insert(path,
                   QJsonObject{{QStringLiteral("arguments"), settings.arguments},
                               {QStringLiteral("input"), settings.input},
                               {QStringLiteral("folder"), settings.folder},
                               {QStringLiteral("environment"), settings.environment}});
    const Core::Result<void> written = write(all);
    return written.ok() ? aside : Core::Result<QString>(written.error());
}

Core::Result<void> RunSettingsStore::followRename(const QString &from, const QString &to)
{
    QJsonObject all = readStore(m_file);
    const QStringList paths = all.keys();
    bool isChanged = false;
    for (const QString &path : paths) {
        if (path != from && !path.startsWith(from + u'/'))
            continue;
        all.insert(to + path.mid(from.size()), all.take(path));
        isChanged = true;
    }
    return isChanged ? write(all) : Core::Result<void>();
}

Core::Result<void> RunSettingsStore::write(const QJsonObject &all) const
{
    QDir().mkpath(QFileInfo(m_file).absolutePath());
    return Core::replaceFile(m_file, QJsonDocument(all).toJson());
}

} // namespace Skillet::Workspace
