// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings.h"

#include <QWidget>

class QComboBox;
class QSpinBox;

namespace Skillet::Ui {

enum class FontKind { Any, Monospaced };

/// A family and a size, side by side. The first entry is Skillet's own family.
class FontRow final : public QWidget
{
    Q_OBJECT

public:
    /// `what` names the kind of text for screen readers.
    FontRow(const QString &what, FontKind kind, const Core::FontChoice &choice, QWidget *parent);

    [[nodiscard]] Core::FontChoice choice() const;
    void setChoice(const Core::FontChoice &choice);

Q_SIGNALS:
    void changed();

private:
    QComboBox *m_family;
    QSpinBox *m_size;
};

} // namespace Skillet::Ui
