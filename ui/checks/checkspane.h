// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checks/checkwords.h"
#include "runner/checkresult.h"
#include "theme/theme.h"

#include <QMap>
#include <QWidget>

class QBoxLayout;
class QPushButton;
class QScrollArea;
class QStackedLayout;
class QVBoxLayout;

namespace Skillet::Ui {

class Actions;
class AnswerSheet;
class BusyBar;
class RoleLabel;

/// The exercise at hand: check it, ask for hints, read the result. Runs nothing itself.
class ChecksPane final : public QWidget
{
    Q_OBJECT

public:
    explicit ChecksPane(const Theme &theme, QWidget *parent = nullptr);

    /// No exercise is open.
    void showNothing();
    /// Another exercise: the old result and hints go. Texts of hints shown earlier come by showHint().
    void showExercise(const QString &title, int hintCount, int hintsShown);
    /// What the exercise asks for beside code, above its result; null: nothing. Takes it over.
    void setSheet(AnswerSheet *sheet);
    /// Whether a solution can be seen once the checks have passed.
    void offerSolution(bool offered);
    void setRunning(bool running);
    void showResult(const Runner::CheckResult &result);
    /// `number` from 1.
    void showHint(int number, const QString &text);
    /// The window's command for a check: the button goes the same way.
    void connectActions(const Actions &actions);

    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void checkRequested();
    void stopRequested();
    void hintRequested();
    void nextRequested();
    void solutionRequested();
    void tracebackRequested();
    /// `Checks 2/5`, for the pane's tab.
    void summaryChanged(const QString &summary);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QPushButton *makeButton(const QString &text, void (ChecksPane::*wanted)());
    [[nodiscard]] QWidget *makeHead();
    [[nodiscard]] QWidget *makeBody();
    void clearResult();
    void showHeadline(const CheckWords::Headline &words);
    void addOutcomes(const Runner::CheckResult &result);
    void addOutput(const QString &output);
    void updateButtons();
    void scrollTo(QWidget *widget);
    void restyle();

    const Theme &m_theme;
    QStackedLayout *m_stack;
    RoleLabel *m_title;
    QPushButton *m_check;
    QPushButton *m_stop;
    QPushButton *m_hint;
    QPushButton *m_next;
    QPushButton *m_solution;
    QBoxLayout *m_head = nullptr;
    QBoxLayout *m_buttons = nullptr;
    BusyBar *m_busy;
    QScrollArea *m_scroll = nullptr;
    QVBoxLayout *m_column = nullptr;
    RoleLabel *m_invitation;
    TextCard *m_headline;
    TextCard *m_feedback;
    AnswerSheet *m_sheet = nullptr;
    QVBoxLayout *m_hints = nullptr;
    QVBoxLayout *m_list = nullptr;
    QMap<int, TextCard *> m_hintCards;
    int m_hintCount = 0;
    int m_hintsShown = 0;
    CheckWords::Headline m_result; ///< of the result shown; its title is empty before the first
    bool m_compact = false; ///< narrow: no icons on the buttons
    bool m_running = false;
    bool m_hasSolution = false;
    bool m_passed = false;
};

} // namespace Skillet::Ui
