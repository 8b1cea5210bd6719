// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "assist/assistedtext.h"

namespace Skillet::Ui {

class CodeEditor;

/// The program in an editor, for completion and call tips.
class EditorText final : public AssistedText
{
    Q_OBJECT

public:
    EditorText(CodeEditor &editor, QObject *parent);

    [[nodiscard]] QWidget &widget() const override;
    /// Nothing also with several carets, in another language than Python, and in files beyond half a
    /// megabyte.
    [[nodiscard]] std::optional<CaretPlace> caretPlace() const override;
    [[nodiscard]] QRect placeOf(int offset) const override;
    [[nodiscard]] bool isCaretSeen() const override;
    void replace(int from, int to, const QString &text) override;

private:
    [[nodiscard]] int byteOf(int offset) const;

    CodeEditor &m_editor;
};

} // namespace Skillet::Ui
