// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "assist/assistedtext.h"
#include "assist/namesource.h"
#include "theme/theme.h"

#include <QObject>
#include <QTimer>

#include <functional>

class QKeyEvent;

namespace Skillet::Ui {

class CompletionPopup;

/// Offers how the word before the caret can go on: on Tab and Ctrl+Space, and a moment after a dot. Sees the
/// widget's keys first and takes only those that mean the list. Answers to what was typed before are dropped.
class Completer final : public QObject
{
    Q_OBJECT

public:
    Completer(AssistedText &text, NameSource &names, const Theme &theme, QObject *parent);

    /// Whether Tab behind a word asks, as in a terminal. Else it does what the text makes of it.
    void setTabAsks(bool asks) { m_tabAsks = asks; }
    /// Off: no key asks.
    void setEnabled(bool enabled);
    /// Whether the list comes up by itself after a dot.
    void setAutomatic(bool automatic);
    /// What the list must not cover besides the line, in global coordinates; may be empty.
    void setAvoided(const std::function<QRect()> &avoided) { m_avoided = avoided; }
    [[nodiscard]] bool isOpen() const;
    void close();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Reason {
        Tab, ///< the only answer is put in at once
        Asked,
        Dot, ///< by itself
        Refresh, ///< the list is open, and what was typed since needs another one
    };

    [[nodiscard]] bool handleKey(const QKeyEvent &event);
    [[nodiscard]] bool handleOpenKey(const QKeyEvent &event);
    [[nodiscard]] bool acceptsBy(const QKeyEvent &event);
    [[nodiscard]] bool followsDot(const CaretPlace &place) const;
    void ask(Reason reason);
    void take(const Runner::Completions &completions);
    void release();
    void offer(const CaretPlace &place);
    void update();
    void accept();
    void put(const Runner::Completion &item, const CaretPlace &place);
    void sayNothingFits(const CaretPlace &place);
    [[nodiscard]] QRect lineAt(const CaretPlace &place, int offset) const;
    [[nodiscard]] QRect avoided(const CaretPlace &place) const;

    AssistedText &m_text;
    NameSource &m_names;
    CompletionPopup *m_popup = nullptr;
    std::function<QRect()> m_avoided;
    QTimer m_dotDelay;
    QTimer m_holdLimit;
    bool m_automatic = true;
    bool m_tabAsks = true;
    bool m_isEnabled = true;
    bool m_updating = false;
    bool m_holding = false; ///< the view keeps further keys back for us

    quint32 m_request = 0; ///< 0: nothing asked
    Reason m_reason = Reason::Asked;
    CaretPlace m_asked;
    Runner::Completions m_all; ///< what m_asked can go on with
};

} // namespace Skillet::Ui
