// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "assist/assistedtext.h"
#include "assist/namesource.h"
#include "theme/theme.h"

#include <QObject>

namespace Skillet::Ui {

class CallTip;

/// Shows what a call takes while it is written: from its bracket or comma on until it is closed, Esc is
/// pressed, or a run begins.
class CallTipper final : public QObject
{
    Q_OBJECT

public:
    CallTipper(AssistedText &text, NameSource &names, const Theme &theme, QObject *parent);

    /// In global coordinates; empty while nothing is shown.
    [[nodiscard]] QRect place() const;
    void close();
    /// Off: none is shown.
    void setEnabled(bool enabled);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void ask();
    void update();
    void take(const Runner::CallTip &tip);

    AssistedText &m_text;
    NameSource &m_names;
    CallTip *m_tip = nullptr;
    CaretPlace m_asked;
    quint32 m_request = 0; ///< 0: nothing asked
    bool m_isEnabled = true;
    bool m_wanted = false; ///< a bracket or comma is about to go in
    int m_left = -1; ///< where the tip that is shown begins
};

} // namespace Skillet::Ui
