// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QRect>
#include <QString>

#include <optional>

class QWidget;

namespace Skillet::Ui {

/// Python that is being written, and which of its characters the caret stands before.
struct CaretPlace
{
    QString source;
    int caret = 0;
};

/// A widget in which Python is written, as completion and call tips see it. Keys go through the widget, where
/// they can be filtered.
class AssistedText : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] virtual QWidget &widget() const = 0;
    /// Nothing where no help is wanted: a selection, output, a file too large to be read in time.
    [[nodiscard]] virtual std::optional<CaretPlace> caretPlace() const = 0;
    /// Where the character stands, in global coordinates.
    [[nodiscard]] virtual QRect placeOf(int offset) const = 0;
    [[nodiscard]] virtual bool isCaretSeen() const = 0;
    /// Puts `text` in place of the characters from `from` to `to`, the caret behind it.
    virtual void replace(int from, int to, const QString &text) = 0;
    /// While held, keys wait for release, for a text that can do so.
    [[nodiscard]] virtual bool isHeld() const { return false; }
    virtual void setHeld(bool /*held*/) { }

Q_SIGNALS:
    void caretMoved();
    void textChanged();
    void scrolled();
};

} // namespace Skillet::Ui
