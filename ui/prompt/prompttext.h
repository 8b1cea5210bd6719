// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "assist/assistedtext.h"

namespace Skillet::Ui {

class PromptView;

/// The prompt's input, for completion and call tips.
class PromptText final : public AssistedText
{
    Q_OBJECT

public:
    PromptText(PromptView &view, QObject *parent);

    [[nodiscard]] QWidget &widget() const override;
    [[nodiscard]] std::optional<CaretPlace> caretPlace() const override;
    [[nodiscard]] QRect placeOf(int offset) const override;
    [[nodiscard]] bool isCaretSeen() const override;
    void replace(int from, int to, const QString &text) override;
    [[nodiscard]] bool isHeld() const override;
    void setHeld(bool held) override;

private:
    PromptView &m_view;
};

} // namespace Skillet::Ui
