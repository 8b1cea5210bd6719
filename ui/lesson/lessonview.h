// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "highlighting/codehighlighter.h"
#include "lesson/markdownrenderer.h"
#include "theme/theme.h"

#include <QTimer>
#include <QUrl>
#include <QWidget>

class QPushButton;
class QStackedWidget;

namespace Skillet::Ui {

class EmptyState;
class LessonBrowser;

/// Shows a lesson or the task of an exercise. Code blocks of Python can be run and opened in the editor, by
/// mouse and by keyboard (Tab goes from link to link, Enter follows). Runs nothing itself.
class LessonView final : public QWidget
{
    Q_OBJECT

public:
    LessonView(const Theme &theme, const CodeHighlighter &highlighter, QWidget *parent = nullptr);

    /// `meta` is the small line above the title. `markdown` without front matter; when it begins with a
    /// heading of the first level, that is the title that is shown.
    void showLesson(const QString &title, const QString &meta, const QString &markdown);
    void showTask(const QString &title, const QString &meta, const QString &markdown);
    void showNothing();

    /// Images of the lessons shown from now on lie there.
    void setImageFolder(const QString &folder);
    /// No next item: `nextTitle` is empty.
    void setNavigation(bool hasPrevious, const QString &nextTitle);

Q_SIGNALS:
    void runRequested(const QString &code);
    void openInEditorRequested(const QString &code);
    void previousRequested();
    void nextRequested();
    /// The end of what is shown was on screen: once for each time something is shown.
    void readToEnd();

protected:
    bool event(QEvent *event) override;

private:
    enum class Kind { Nothing, Lesson, Task };

    void present(Kind kind, const QString &title, const QString &meta, const QString &markdown);
    [[nodiscard]] QString renderCurrent();
    void rerender();
    void follow(const QUrl &link);
    void nameLink(const QUrl &link);
    void checkEnd();
    void applyTheme();
    void labelNext();

    const Theme &m_theme;
    const CodeHighlighter &m_highlighter;
    QStackedWidget *m_stack;
    LessonBrowser *m_browser;
    QWidget *m_footer;
    QPushButton *m_previous;
    QPushButton *m_next;
    QTimer m_endTimer; ///< until sizes have settled: a window under way is not read

    Kind m_kind = Kind::Nothing;
    QString m_title;
    QString m_meta;
    QString m_markdown;
    QString m_imageFolder;
    QString m_nextTitle;
    QList<LessonCode> m_blocks;
    bool m_endReached = false;
};

} // namespace Skillet::Ui
