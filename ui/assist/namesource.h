// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runner/assistance.h"

#include <QObject>
#include <QString>

namespace Skillet::Ui {

/// Who knows how a name can go on and what a call takes. Each question is answered once, later, by the signal
/// with its number.
class NameSource : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] virtual quint32 askCompletions(const QString &source, int caret) = 0;
    [[nodiscard]] virtual quint32 askCallTip(const QString &source, int caret) = 0;
    /// Whether an answer comes at once; else nobody should wait for it.
    [[nodiscard]] virtual bool isReady() const = 0;
    /// What to say when nothing is known.
    [[nodiscard]] virtual QString nothingKnown() const = 0;

Q_SIGNALS:
    void completionsKnown(quint32 request, const Skillet::Runner::Completions &completions);
    void callTipKnown(quint32 request, const Skillet::Runner::CallTip &tip);
    /// Not ready any more.
    void becameBusy();
};

} // namespace Skillet::Ui
