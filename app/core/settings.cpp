// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings.h"

#include <QSettings>

#include <algorithm>

namespace Skillet::Core {

namespace {
constexpr int MaximumHours = 80;
constexpr int DefaultPromptMegabytes = 10;
constexpr int DefaultCodePixels = 14;
constexpr int DefaultLessonPixels = 16;
constexpr int DefaultKeptMegabytes = 1000;
constexpr int RecentFilesKept = 12;
constexpr int MarkedFilesKept = 200;

FontChoice readFont(const QSettings &store, const QString &key, int standard)
{
    const int pixels = store.value(key + QStringLiteral("Pixels")).toInt();
    return {store.value(key).toString(),
            pixels == 0 ? standard : std::clamp(pixels, Settings::leastFontPixels, Settings::mostFontPixels)};
}

void writeFont(QSettings &store, const QString &key, const FontChoice &choice)
{
    store.setValue(key, choice.family);
    store.setValue(key + QStringLiteral("Pixels"), choice.pixels);
}
} // namespace

Settings::Settings(const QString &file)
    : m_store(std::make_unique<QSettings>(file, QSettings::IniFormat))
{ }

Settings::~Settings() = default;

ThemeChoice Settings::theme() const
{
    const QString name = m_store->value(QStringLiteral("appearance/theme")).toString();
    if (name == QLatin1String("light")) {
        return ThemeChoice::Light;
    }
    return name == QLatin1String("dark") ? ThemeChoice::Dark : ThemeChoice::Desktop;
}

void Settings::setTheme(ThemeChoice choice)
{
    const char *name = choice == ThemeChoice::Light ? "light"
        : choice == ThemeChoice::Dark               ? "dark"
                                                    : "desktop";
    m_store->setValue(QStringLiteral("appearance/theme"), QString::fromLatin1(name));
}

bool Settings::usesHighContrast() const
{
    return m_store->value(QStringLiteral("appearance/highContrast")).toString() == QLatin1String("true");
}

void Settings::setUsesHighContrast(bool uses)
{
    m_store->setValue(QStringLiteral("appearance/highContrast"), uses);
}

int Settings::zoomPercent() const
{
    const int percent = m_store->value(QStringLiteral("appearance/zoom"), 100).toInt();
    return percent == 0 ? 100 : std::clamp(percent, leastZoom, mostZoom);
}

void Settings::setZoomPercent(int percent)
{
    m_store->setValue(QStringLiteral("appearance/zoom"), std::clamp(percent, leastZoom, mostZoom));
}

FontChoice Settings::codeFont() const
{
    return readFont(*m_store, QStringLiteral("appearance/codeFont"), DefaultCodePixels);
}

void Settings::setCodeFont(const FontChoice &choice)
{
    writeFont(*m_store, QStringLiteral("appearance/codeFont"), choice);
}

FontChoice Settings::lessonFont() const
{
    return readFont(*m_store, QStringLiteral("appearance/lessonFont"), DefaultLessonPixels);
}

void Settings::setLessonFont(const FontChoice &choice)
{
    writeFont(*m_store, QStringLiteral("appearance/lessonFont"), choice);
}

int Settings::promptOutputMegabytes() const
{
    bool isNumber = false;
    const int megabytes = m_store->value(QStringLiteral("prompt/outputMegabytes")).toInt(&isNumber);
    return isNumber ? std::clamp(megabytes, 1, mostPromptOutput) : DefaultPromptMegabytes;
}

void Settings::setPromptOutputMegabytes(int megabytes)
{
    m_store->setValue(QStringLiteral("prompt/outputMegabytes"), std::clamp(megabytes, 1, mostPromptOutput));
}

int Settings::promptKeptMegabytes() const
{
    bool isNumber = false;
    const int megabytes = m_store->value(QStringLiteral("prompt/keptMegabytes")).toInt(&isNumber);
    return isNumber ? std::clamp(megabytes, leastPromptKept, mostPromptKept) : DefaultKeptMegabytes;
}

void Settings::setPromptKeptMegabytes(int megabytes)
{
    m_store->setValue(QStringLiteral("prompt/keptMegabytes"),
                      std::clamp(megabytes, leastPromptKept, mostPromptKept));
}

bool Settings::completesAfterDot() const
{
    return m_store->value(QStringLiteral("prompt/completesAfterDot")).toString() != QLatin1String("false");
}

void Settings::setCompletesAfterDot(bool completes)
{
    m_store->setValue(QStringLiteral("prompt/completesAfterDot"), completes);
}

bool Settings::wrapsLines() const
{
    return m_store->value(QStringLiteral("editor/wrapsLines")).toString() == QLatin1String("true");
}

void Settings::setWrapsLines(bool wraps)
{
    m_store->setValue(QStringLiteral("editor/wrapsLines"), wraps);
}

bool Settings::showsBlanks() const
{
    return m_store->value(QStringLiteral("editor/showsBlanks")).toString() == QLatin1String("true");
}

void Settings::setShowsBlanks(bool shows)
{
    m_store->setValue(QStringLiteral("editor/showsBlanks"), shows);
}

bool Settings::writesWithoutHelp() const
{
    return m_store->value(QStringLiteral("editor/writesWithoutHelp")).toString() == QLatin1String("true");
}

void Settings::setWritesWithoutHelp(bool without)
{
    m_store->setValue(QStringLiteral("editor/writesWithoutHelp"), without);
}

bool Settings::asksFirst() const
{
    return m_store->value(QStringLiteral("traceback/asksFirst")).toString() == QLatin1String("true");
}

void Settings::setAsksFirst(bool asks)
{
    m_store->setValue(QStringLiteral("traceback/asksFirst"), asks);
}

bool Settings::wasOfferedToAskFirst() const
{
    return m_store->value(QStringLiteral("traceback/wasOfferedToAskFirst")).toString()
        == QLatin1String("true");
}

void Settings::setWasOfferedToAskFirst(bool offered)
{
    m_store->setValue(QStringLiteral("traceback/wasOfferedToAskFirst"), offered);
}

QString Settings::environment() const
{
    return m_store->value(QStringLiteral("python/environment")).toString();
}

void Settings::setEnvironment(const QString &folder)
{
    m_store->setValue(QStringLiteral("python/environment"), folder);
}

QString Settings::wheels() const
{
    return m_store->value(QStringLiteral("python/wheels")).toString();
}

void Settings::setWheels(const QString &folder)
{
    m_store->setValue(QStringLiteral("python/wheels"), folder);
}

int Settings::hoursPerWeek() const
{
    return std::clamp(m_store->value(QStringLiteral("plan/hoursPerWeek"), 0).toInt(), 0, MaximumHours);
}

void Settings::setHoursPerWeek(int hours)
{
    m_store->setValue(QStringLiteral("plan/hoursPerWeek"), std::clamp(hours, 0, MaximumHours));
}

int Settings::memoryLimitMegabytes() const
{
    const int megabytes = m_store->value(QStringLiteral("python/memoryLimitMegabytes"), 0).toInt();
    return megabytes <= 0 ? 0 : std::max(megabytes, leastMemoryLimit);
}

void Settings::setMemoryLimitMegabytes(int megabytes)
{
    m_store->setValue(QStringLiteral("python/memoryLimitMegabytes"),
                      megabytes <= 0 ? 0 : std::max(megabytes, leastMemoryLimit));
}

QByteArray Settings::windowGeometry() const
{
    return m_store->value(QStringLiteral("window/geometry")).toByteArray();
}

QByteArray Settings::windowState() const
{
    return m_store->value(QStringLiteral("window/state")).toByteArray();
}

void Settings::setWindow(const QByteArray &geometry, const QByteArray &state)
{
    m_store->setValue(QStringLiteral("window/geometry"), geometry);
    m_store->setValue(QStringLiteral("window/state"), state);
}

QString Settings::currentItem() const
{
    return m_store->value(QStringLiteral("course/currentItem")).toString();
}

void Settings::setCurrentItem(const QString &id)
{
    m_store->setValue(QStringLiteral("course/currentItem"), id);
}

QStringList Settings::openFiles() const
{
    return m_store->value(QStringLiteral("editor/openFiles")).toStringList();
}

QString Settings::currentFile() const
{
    return m_store->value(QStringLiteral("editor/currentFile")).toString();
}

void Settings::setOpenFiles(const QStringList &files, const QString &current)
{
    m_store->setValue(QStringLiteral("editor/openFiles"), files);
    m_store->setValue(QStringLiteral("editor/currentFile"), current);
}

QString Settings::projectFolder() const
{
    return m_store->value(QStringLiteral("files/folder")).toString();
}

void Settings::setProjectFolder(const QString &folder)
{
    m_store->setValue(QStringLiteral("files/folder"), folder);
}

QStringList Settings::recentFiles() const
{
    return m_store->value(QStringLiteral("editor/recentFiles")).toStringList();
}

void Settings::addRecentFile(const QString &file)
{
    QStringList files = recentFiles();
    files.removeAll(file);
    files.prepend(file);
    while (files.size() > RecentFilesKept) {
        files.removeLast();
    }
    m_store->setValue(QStringLiteral("editor/recentFiles"), files);
}

void Settings::forgetRecentFiles()
{
    m_store->remove(QStringLiteral("editor/recentFiles"));
}

// One entry a file, the newest first: "3,17:/home/ada/orders.py".
QList<int> Settings::bookmarks(const QString &file) const
{
    QList<int> lines;
    const QStringList entries = m_store->value(QStringLiteral("editor/bookmarks")).toStringList();
    for (const QString &entry : entries) {
        const qsizetype colon = entry.indexOf(QLatin1Char(':'));
        if (colon < 0 || QStringView(entry).mid(colon + 1) != file) {
            continue;
        }
        const auto numbers = QStringView(entry).left(colon).split(QLatin1Char(','));
        for (const QStringView number : numbers) {
            if (const int line = number.toInt(); line > 0) {
                lines.append(line);
            }
        }
        break;
    }
    return lines;
}

void Settings::setBookmarks(const QString &file, const QList<int> &lines)
{
    QStringList entries = m_store->value(QStringLiteral("editor/bookmarks")).toStringList();
    entries.removeIf([&file](const QString &entry) {
        return QStringView(entry).mid(entry.indexOf(QLatin1Char(':')) + 1) == file;
    });
    if (!lines.isEmpty()) {
        QStringList numbers;
        for (const int line : lines) {
            numbers.append(QString::number(line));
        }
        entries.prepend(numbers.join(QLatin1Char(',')) + QLatin1Char(':') + file);
    }
    m_store->setValue(QStringLiteral("editor/bookmarks"), entries.mid(0, MarkedFilesKept));
}

QByteArray Settings::paneState(const QString &pane) const
{
    return m_store->value(QStringLiteral("panes/") + pane).toByteArray();
}

void Settings::setPaneState(const QString &pane, const QByteArray &state)
{
    m_store->setValue(QStringLiteral("panes/") + pane, state);
}

} // namespace Skillet::Core
