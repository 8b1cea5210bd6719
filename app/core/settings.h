// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <memory>

class QSettings;

namespace Skillet::Core {

enum class ThemeChoice { Desktop, Light, Dark };

/// What a kind of text is set in; an empty family is Skillet's own choice.
struct FontChoice
{
    QString family;
    int pixels = 0; ///< at a zoom of 100 %

    friend bool operator==(const FontChoice &, const FontChoice &) = default;
};

/// What the learner chose and what the window remembers, in one INI file. A missing, unreadable or damaged
/// file yields the defaults; values out of range are clamped. Not for progress, which has its own store.
class Settings final
{
public:
    /// Less is not enough for Python itself and the usual libraries.
    static constexpr int leastMemoryLimit = 256;
    static constexpr int mostPromptOutput = 100;
    static constexpr int leastPromptKept = 10;
    static constexpr int mostPromptKept = 100000;
    static constexpr int leastFontPixels = 8;
    static constexpr int mostFontPixels = 40;
    static constexpr int leastZoom = 70;
    static constexpr int mostZoom = 300;

    /// `file` need not exist; its folder is created at the first write.
    explicit Settings(const QString &file);
    ~Settings();
    Settings(const Settings &) = delete;
    Settings &operator=(const Settings &) = delete;

    [[nodiscard]] ThemeChoice theme() const;
    void setTheme(ThemeChoice choice);

    /// Whether either theme is drawn in its strongest colours.
    [[nodiscard]] bool usesHighContrast() const;
    void setUsesHighContrast(bool uses);

    /// Size of everything, in percent of the design's sizes: 70 to 300.
    [[nodiscard]] int zoomPercent() const;
    void setZoomPercent(int percent);

    /// For code, and for the text of lessons: 8 to 40 pixels.
    [[nodiscard]] FontChoice codeFont() const;
    void setCodeFont(const FontChoice &choice);
    [[nodiscard]] FontChoice lessonFont() const;
    void setLessonFont(const FontChoice &choice);

    /// How much output the prompt shows before older lines go to a file, in megabytes: 1 to 100.
    [[nodiscard]] int promptOutputMegabytes() const;
    void setPromptOutputMegabytes(int megabytes);

    /// How much of a session's output may lie on disk before programs wait, in megabytes: 10 to 100,000.
    [[nodiscard]] int promptKeptMegabytes() const;
    void setPromptKeptMegabytes(int megabytes);

    /// Whether the prompt suggests names by itself after a dot.
    [[nodiscard]] bool completesAfterDot() const;
    void setCompletesAfterDot(bool completes);

    /// Whether the editor goes on in the next row with lines that are too long for it, and whether it shows
    /// blanks.
    [[nodiscard]] bool wrapsLines() const;
    void setWrapsLines(bool wraps);
    [[nodiscard]] bool showsBlanks() const;
    void setShowsBlanks(bool shows);

    /// Whether the editor leaves the learner alone: no suggestions, no marks.
    [[nodiscard]] bool writesWithoutHelp() const;
    void setWritesWithoutHelp(bool without);

    /// Whether the learner looks for an error before its explanation is shown, and has been offered to.
    [[nodiscard]] bool asksFirst() const;
    void setAsksFirst(bool asks);
    [[nodiscard]] bool wasOfferedToAskFirst() const;
    void setWasOfferedToAskFirst(bool offered);

    /// Folder of the virtual environment that the prompt uses; empty: none.
    [[nodiscard]] QString environment() const;
    void setEnvironment(const QString &folder);

    /// Folder of wheels to install packages from without network; empty: from the network.
    [[nodiscard]] QString wheels() const;
    void setWheels(const QString &folder);

    /// Hours a week the learner plans for; 0 while not asked or not answered.
    [[nodiscard]] int hoursPerWeek() const;
    void setHoursPerWeek(int hours);

    /// Memory that a prompt and the programs it starts may use together, in megabytes, leastMemoryLimit at
    /// least; 0 while not chosen, which is half of the machine's.
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

    /// Folder that the files pane shows; empty: none was chosen.
    [[nodiscard]] QString projectFolder() const;
    void setProjectFolder(const QString &folder);
    [[nodiscard]] QStringList recentFiles() const;
    void addRecentFile(const QString &file);
    void forgetRecentFiles();

    /// Lines of `file` that the learner marked, from 1, in order. Those of the 200 files marked last are
    /// kept.
    [[nodiscard]] QList<int> bookmarks(const QString &file) const;
    void setBookmarks(const QString &file, const QList<int> &lines);

    /// A pane's own small states (splitter sizes and the like) by its name.
    [[nodiscard]] QByteArray paneState(const QString &pane) const;
    void setPaneState(const QString &pane, const QByteArray &state);

private:
    std::unique_ptr<QSettings> m_store;
};

} // namespace Skillet::Core
