// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/environments.h"

#include "core/file.h"

#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QMap>
#include <QSet>

#include <algorithm>

namespace Skillet::Workspace {

namespace {

constexpr qint64 largestConfiguration = 100'000;

QString minorVersion(const QString &version)
{
    return version.section(u'.', 0, 1);
}

/// The `key = value` lines of pyvenv.cfg.
QHash<QString, QString> readConfiguration(const QString &folder)
{
    QHash<QString, QString> values;
    const auto bytes = Core::readFile(folder + QStringLiteral("/pyvenv.cfg"), largestConfiguration);
    if (!bytes.ok())
        return values;
    const QStringList lines = QString::fromUtf8(bytes.value()).split(u'\n');
    for (const QString &line : lines) {
        const qsizetype equals = line.indexOf(u'=');
        if (equals > 0)
            values.insert(line.left(equals).trimmed(), line.mid(equals + 1).trimmed());
    }
    return values;
}

/// "3.11.2" of "3.11.2.final.0", too.
QString versionOf(const QHash<QString, QString> &configuration)
{
    const QString plain = configuration.value(QStringLiteral("version"));
    return (plain.isEmpty() ? configuration.value(QStringLiteral("version_info")) : plain)
        .section(u'.', 0, 2);
}

QStringList packageFolders(const Environment &environment)
{
    const QString minor = minorVersion(environment.version);
    if (environment.isVirtual()) {
        const QString lib = environment.folder + QStringLiteral("/lib/python%1/site-packages").arg(minor);
        return {lib};
    }
    return {QStringLiteral("/usr/lib/python3/dist-packages"),
            QStringLiteral("/usr/local/lib/python%1/dist-packages").arg(minor),
            QDir::homePath() + QStringLiteral("/.local/lib/python%1/site-packages").arg(minor)};
}

} // namespace

bool isEnvironment(const QString &folder)
{
    return QFileInfo(folder + QStringLiteral("/pyvenv.cfg")).isFile();
}

Environment readEnvironment(const QString &folder, const OwnPython &own)
{
    const QHash<QString, QString> configuration = readConfiguration(folder);
    Environment found;
    found.folder = folder;
    found.python = folder + QStringLiteral("/bin/python");
    found.version = versionOf(configuration);
    const QFileInfo python(found.python);
    const QString lib = packageFolders(found).first();
    const QString home = configuration.value(QStringLiteral("home"));
    if (!python.exists() || !python.isExecutable()) {
        found.state = EnvironmentState::Broken;
        found.missing = python.isSymLink() ? python.symLinkTarget() : found.python;
    } else if (!found.version.isEmpty() && minorVersion(found.version) != minorVersion(own.version)) {
        found.state = EnvironmentState::OtherVersion;
    } else if (!QFileInfo(lib).isDir()) {
        found.state = EnvironmentState::Broken;
        found.missing = lib;
    } else if (QFileInfo(home + u'/' + QFileInfo(own.executable).fileName()).canonicalFilePath()
               != QFileInfo(own.executable).canonicalFilePath()) {
        found.state = EnvironmentState::OtherPython;
    }
    return found;
}

QList<Environment> findEnvironments(const QStringList &places, const OwnPython &own)
{
    QMap<QString, Environment> byPath;
    const auto look = [&](const QString &folder) {
        const QString path = QFileInfo(folder).canonicalFilePath();
        if (!path.isEmpty() && isEnvironment(path))
            byPath.insert(path, readEnvironment(path, own));
    };
    for (const QString &place : places) {
        if (place.isEmpty())
            continue;
        look(place);
        const QFileInfoList inside =
            QDir(place).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::Hidden, QDir::Name);
        for (const QFileInfo &folder : inside)
            look(folder.filePath());
    }
    QList<Environment> all = byPath.values();
    all.prepend({{}, own.executable, own.version, EnvironmentState::Usable, {}});
    return all;
}

QList<Environment> otherPythons(const QString &path, const OwnPython &own)
{
    QList<Environment> found;
    QSet<QString> known{QFileInfo(own.executable).canonicalFilePath()};
    const QStringList folders = path.split(u':', Qt::SkipEmptyParts);
    for (const QString &folder : folders) {
        const QFileInfoList programs = QDir(folder).entryInfoList(
            {QStringLiteral("python3.[0-9]"), QStringLiteral("python3.[0-9][0-9]")}, QDir::Files, QDir::Name);
        for (const QFileInfo &program : programs) {
            const QString real = program.canonicalFilePath();
            if (program.isExecutable() && !real.isEmpty() && !known.contains(real)) {
                known.insert(real);
                Environment other;
                other.python = program.filePath();
                other.version = program.fileName().mid(QStringLiteral("python").size());
                other.state = other.version == minorVersion(own.version) ? EnvironmentState::OtherPython
                                                                         : EnvironmentState::OtherVersion;
                found.append(other);
            }
        }
    }
    return found;
}

QList<InstalledPackage> installedPackages(const Environment &environment)
{
    QMap<QString, InstalledPackage> byName; // the first folder wins, as when Python imports
    const QStringList folders = packageFolders(environment);
    for (const QString &folder : folders) {
        const QStringList entries = QDir(folder).entryList(
            {QStringLiteral("*.dist-info"), QStringLiteral("*.egg-info")}, QDir::AllEntries);
        for (const QString &entry : entries) {
            const QString base = entry.left(entry.lastIndexOf(u'.'));
            // name-version, and for eggs -py3.11 after it; neither has a dash of its own
            const QString name = base.section(u'-', 0, 0);
            const QString key = name.toLower().replace(u'_', u'-');
            if (!name.isEmpty() && !byName.contains(key))
                byName.insert(key, {name, base.section(u'-', 1, 1)});
        }
    }
    return byName.values();
}

} // namespace Skillet::Workspace
