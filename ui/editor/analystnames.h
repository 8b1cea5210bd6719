// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "assist/namesource.h"

#include <functional>

namespace Skillet::Runner {
class Analyst;
} // namespace Skillet::Runner

namespace Skillet::Ui {

/// The analyst as the source of names: it reads the program and runs nothing of it.
class AnalystNames final : public NameSource
{
    Q_OBJECT

public:
    /// `file` says where the program is saved; empty: nowhere yet.
    AnalystNames(Runner::Analyst &analyst, std::function<QString()> file, QObject *parent);

    [[nodiscard]] quint32 askCompletions(const QString &source, int caret) override;
    [[nodiscard]] quint32 askCallTip(const QString &source, int caret) override;
    [[nodiscard]] bool isReady() const override { return true; }
    [[nodiscard]] QString nothingKnown() const override;

private:
    Runner::Analyst &m_analyst;
    std::function<QString()> m_file;
};

} // namespace Skillet::Ui
