// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "assist/namesource.h"
#include "runner/session.h"

namespace Skillet::Ui {

/// The prompt's own Python as the source of names: those it has now.
class SessionNames final : public NameSource
{
    Q_OBJECT

public:
    SessionNames(Runner::Session &session, QObject *parent);

    [[nodiscard]] quint32 askCompletions(const QString &source, int caret) override;
    [[nodiscard]] quint32 askCallTip(const QString &source, int caret) override;
    [[nodiscard]] bool isReady() const override;
    [[nodiscard]] QString nothingKnown() const override;

private:
    Runner::Session &m_session;
};

} // namespace Skillet::Ui
