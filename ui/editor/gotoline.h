// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/positions.h"

#include <QDialog>

#include <optional>

class QLabel;
class QLineEdit;
class QPushButton;

namespace Skillet::Ui {

/// Reads "12", "12:5" and "12, 5", of which people count both from 1. Nothing when it is something else.
[[nodiscard]] std::optional<EditorPlace> placeFromText(const QString &text);

/// Asks for a line, and says in words what it cannot take. Open it with open(); it deletes nothing.
class GoToLine final : public QDialog
{
    Q_OBJECT

public:
    /// `lines` is how many the text has, `current` the one that stands there at first.
    GoToLine(int lines, int current, QWidget *parent);

    void accept() override;

Q_SIGNALS:
    void chosen(const Skillet::Ui::EditorPlace &place);

private:
    void check();

    int m_lines;
    QLineEdit *m_text;
    QLabel *m_words;
    QPushButton *m_go;
};

} // namespace Skillet::Ui
