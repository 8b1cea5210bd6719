// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "assist/assistframe.h"
#include "runner/assistance.h"

class QLabel;

namespace Skillet::Ui {

/// What a call takes: its signature, the parameter that is being written in bold, and a sentence on it.
class CallTip final : public AssistFrame
{
    Q_OBJECT

public:
    CallTip(const Theme &theme, QWidget *owner);

    /// Above `line`, in global coordinates, from `left` on.
    void showTip(const Runner::CallTip &tip, const QRect &line, int left);
    [[nodiscard]] QString signature() const { return m_signature; }
    /// The part in bold.
    [[nodiscard]] QString active() const { return m_active; }

private:
    QLabel *m_words = nullptr;
    QLabel *m_about = nullptr;
    QString m_signature;
    QString m_active;
};

} // namespace Skillet::Ui
