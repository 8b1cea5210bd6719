// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "course/course.h"

#include <QObject>
#include <QPointer>
#include <QString>
#include <QTimer>

namespace Skillet::Core {
struct Paths;
} // namespace Skillet::Core

namespace Skillet::Ui {

class AnswerSheet;
class ChecksPane;
class EditorArea;
class LessonView;
class Theme;

/// Gives the kind of the exercise at hand its sheet of answers in the checks pane, and keeps the answers
/// beside the learner's files, where the checks read them.
class PracticeController final : public QObject
{
    Q_OBJECT

public:
    struct Panes
    {
        ChecksPane &checks;
        EditorArea &editor;
        LessonView &lesson;
    };

    PracticeController(const Core::Paths &paths, const Theme &theme, const Panes &panes, QObject *parent);
    ~PracticeController() override;

    /// Null: there is none.
    void showExercise(const Course::Exercise *exercise);
    /// Whether the answers suffice to be judged; otherwise what is missing is told.
    [[nodiscard]] bool isReady();
    /// Writes the answers. Errors name the file.
    [[nodiscard]] Core::Result<void> save();

    /// The learner's files for the exercise, with what belongs beside them. \return their folder
    [[nodiscard]] static Core::Result<QString> prepareFiles(const QString &workspace,
                                                            const Course::Exercise &exercise);
    /// Whether the learner's files are those that the exercise begins with.
    [[nodiscard]] static bool isUntouched(const QString &workspace, const Course::Exercise &exercise);
    /// The folder of what the learner begins with; empty: with nothing.
    [[nodiscard]] static QString starterOf(const Course::Exercise &exercise);

Q_SIGNALS:
    /// There is something to answer.
    void sheetShown();
    void problemOccurred(const Skillet::Core::Error &error);

private:
    void load(AnswerSheet &sheet) const;
    void showText(const QString &title, const QString &file);

    const Core::Paths &m_paths;
    const Theme &m_theme;
    Panes m_panes;
    QPointer<AnswerSheet> m_sheet; ///< the checks pane's own
    QString m_file; ///< the answers of the exercise at hand; empty: it has none
    QString m_exerciseFolder;
    QTimer m_saving; ///< some time after the last key
};

} // namespace Skillet::Ui
