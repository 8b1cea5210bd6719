// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <memory>

class QSettings;

namespace Skillet::Core {

enum class ThemeChoice { Desktop, Light, Dark };

/// What the learner chose and what the window remembers, in one INI file. A missing, unreadable or damaged
/// file yields the defaults; values out of range are clamped. Not for progress, which has its own store.
class Settings final
{
public:
    /// `file` need not exist; its folder is created at the first write.
    explicit Settings(const QString &file);
    ~Settings();
    Settings(const Settings &) = delete;
    Settings &operator=(const Settings &) = delete;

    [[nodiscard]] ThemeChoice theme() const;
    void setTheme(ThemeChoice choice);

    /// Size of everything, in percent of the design's sizes: 70 to 300.
    [[nodiscard]] int zoomPercent() const;
    void setZoomPercent(int percent);

    /// How much output the prompt shows before older lines go to a file, in megabytes: 1 to 100.
    [[nodiscard]] int promptOutputMegabytes() const;
    void setPromptOutputMegabytes(int megabytes);

    /// Whether the prompt suggests names by itself after a dot.
    [[nodiscard]] bool completesAfterDot() const;
    void setCompletesAfterDot(bool completes);

    /// Whether the learner looks for an error before its explanation is shown, and has been offered to.
    [[nodiscard]] bool asksFirst() const;
    void setAsksFirst(bool asks);
    [[nodiscard]] bool wasOfferedToAskFirst() const;
    void setWasOfferedToAskFirst(bool offered);

    /// Hours a week the learner plans for; 0 while not asked or not answered.
    [[nodiscard]] int hoursPerWeek() const;
    void setHoursPerWeek(int hours);

    /// Memory that a prompt and the programs it starts may use together, in megabytes; 0 while not chosen.
    [[nodiscard]] int memoryLimitMegabytes() const;
    void setMemoryLimitMegabytes(int megabytes);

    [[nodiscard]] QByteArray windowGeometry() const;
    [[nodiscard]] QByteArray windowState() const;
    void setWindow(const QByteArray &geometry, const QByteArray &state);

    /// Id of the lesson or exercise that was open, empty at the first start.
    [[nodiscard]] QString currentItem() const;
    void setCurrentItem(const QString &id);

    [[nodiscard]] QStringList openFiles() const;
    [[nodiscard]] QString currentFile() const;
    void setOpenFiles(const QStringList &files, const QString &current);

    [[nodiscard]] QStringList recentFiles() const;
    void addRecentFile(const QString &file);

    /// A pane's own small states (splitter sizes and the like) by its name.
    [[nodiscard]] QByteArray paneState(const QString &pane) const;
    void setPaneState(const QString &pane, const QByteArray &state);

private:
    std::unique_ptr<QSettings> m_store;
};

} // namespace Skillet::Core
