// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/theme.h"

#include <QFrame>
#include <QList>

class QPushButton;
class QToolButton;

namespace Skillet::Ui {

class RoleLabel;

enum class NoticeKind { Information, Success, Warning, Error };

/// A message for the learner that must not be missed and need not be answered.
struct Notice
{
    NoticeKind kind = NoticeKind::Information;
    QString text; ///< plain; names the next thing to do
    QString id; ///< what actionChosen() carries; of several waiting with one id the last is kept
    QString actionText; ///< of the button; none when empty
};

/// A strip that shows one notice at a time, oldest first; closing it brings the next. Hidden while there is
/// none. Screen readers are alerted to each.
class NoticeBar final : public QFrame
{
    Q_OBJECT

public:
    explicit NoticeBar(const Theme &theme, QWidget *parent = nullptr);

    void post(const Notice &notice);
    /// Takes back the notice with that id, shown or waiting.
    void withdraw(const QString &id);
    [[nodiscard]] qsizetype count() const;

Q_SIGNALS:
    /// The button was pressed; the notice is gone.
    void actionChosen(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void closeCurrent();
    void chooseAction();
    void showCurrent();
    void restyle();

    const Theme &m_theme;
    QList<Notice> m_notices;
    RoleLabel *m_icon;
    RoleLabel *m_text;
    RoleLabel *m_count;
    QPushButton *m_action;
    QToolButton *m_close;
};

} // namespace Skillet::Ui
