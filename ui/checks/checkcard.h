// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runner/checkresult.h"
#include "theme/theme.h"

#include <QList>
#include <QWidget>

class QBoxLayout;
class QVBoxLayout;

namespace Skillet::Ui {

class CheckHeader;
class RoleLabel;

/// A check of the result with what can be told of it: the message, what was called, what came back and what
/// was wanted, one under the other with the difference marked.
class CheckCard final : public QWidget
{
    Q_OBJECT

public:
    enum class Traceback { None, Available };

    CheckCard(const Theme &theme, const Runner::CheckOutcome &outcome, Traceback traceback,
              QWidget *parent = nullptr);

    /// Nothing happens where there are no details.
    void unfold();

Q_SIGNALS:
    void tracebackRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void addDetails(const Runner::CheckOutcome &outcome, Traceback traceback);
    void addValues(const Runner::CheckOutcome &outcome);
    void addBlock(const QString &label, const QString &text, QWidget *block);
    void restyle();

    const Theme &m_theme;
    CheckHeader *m_header;
    QWidget *m_details = nullptr;
    QVBoxLayout *m_column = nullptr; ///< of m_details
    QList<QBoxLayout *> m_rows; ///< label and block, side by side or stacked
    QList<RoleLabel *> m_labels;
};

} // namespace Skillet::Ui
