// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "coursecontroller.h"
#include "runner/session.h"

#include <QObject>
#include <QString>
#include <QTimer>

class QLabel;
class QStatusBar;

namespace Skillet::Ui {

class Theme;

/// The permanent parts of the status bar: interpreter and what it does, progress, minutes today, the caret's
/// place.
class StatusLine final : public QObject
{
    Q_OBJECT

public:
    StatusLine(QStatusBar &bar, const Theme &theme, QObject *parent);

    void setInterpreter(const QString &version);
    /// Shown a moment later. `memory` in bytes; 0 leaves it out.
    void setState(Runner::SessionState state, qint64 memory);
    void setProgress(const StageProgress &progress);
    void setMinutesToday(int minutes);
    void setPosition(int line, int column);
    void hidePosition();
    /// Words on the place of the caret, with code between backticks; empty: none.
    void setWords(const QString &words);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QLabel *addPart(const QString &name);
    void restyle();
    void showInterpreter();
    void fitWords();
    void fitParts();

    QStatusBar &m_bar;
    const Theme &m_theme;
    QLabel *m_words;
    QLabel *m_interpreter;
    QLabel *m_progress;
    QLabel *m_minutes;
    QLabel *m_position;
    QList<QLabel *> m_yielding; ///< where there is no room; the first stays longest
    QString m_wholeWords;
    QString m_version;
    QString m_activity;
    qint64 m_memory = 0;
    QTimer m_noticeable; ///< to the state's being shown
};

} // namespace Skillet::Ui
