// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/theme.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <deque>
#include <functional>

namespace Skillet::Ui {

/// Hands the session's events on in their order, but text only in slices, so that a flood never holds up the
/// event loop. What would scroll out of the prompt at once anyway is dropped and counted.
class OutputPump final : public QObject
{
    Q_OBJECT

public:
    /// Handed on in one piece at most; less when pieces turn out to take long. Pieces follow one another
    /// until the event loop wants its turn.
    static constexpr qsizetype SliceCharacters = 16 * 1024;
    static constexpr int SliceLines = 250;
    /// More than this never waits, whatever the limits are: to put it on disk must not take long either.
    static constexpr qsizetype MostPending = 1024 * 1024;
    /// What shorten() leaves: more than anybody's screen shows.
    static constexpr int ShortLines = 200;
    static constexpr qsizetype ShortCharacters = 16 * 1024;

    explicit OutputPump(QObject *parent = nullptr);

    /// Pending text over this many lines (or characters) loses its oldest part.
    void setLimits(int lines, qsizetype characters);

    void addText(const QString &text, ColorRole color);
    /// `action` is called once all text added before it was handed on.
    void then(std::function<void()> action);

    [[nodiscard]] bool isEmpty() const { return m_items.empty(); }
    /// Of the text that waits only the end is to be handed on, the rest is dropped: nobody wants to see it
    /// pass.
    void shorten();
    /// While hurried, nothing is handed on, and of the text that waits only the end is kept: the program is
    /// being stopped, and whoever did that waits for the prompt and not for more to pass by.
    void setHurried(bool hurried);
    /// Drops text that still waits; the actions are done now.
    void dropText();

Q_SIGNALS:
    void textReady(const QString &text, Skillet::Ui::ColorRole color);
    /// Text that is never handed on: it would have left the prompt at once. In its order.
    void textDropped(const QString &text, Skillet::Ui::ColorRole color);
    void linesDropped(qint64 lines);

private:
    struct Item
    {
        QString text;
        qsizetype from = 0; ///< what comes before was handed on
        ColorRole color = ColorRole::Text;
        std::function<void()> action; ///< set: the item is no text
    };

    void pump();
    void wake();
    void handOn(Item &item, qsizetype length);
    void bound();
    void dropOldest(qint64 lines, qint64 characters);

    std::deque<Item> m_items;
    qint64 m_pendingCharacters = 0;
    qint64 m_pendingLines = 0;
    int m_maxLines = 10000;
    qsizetype m_maxCharacters = MostPending;
    int m_waitingActions = 0;
    bool m_pumping = false;
    bool m_hurried = false;
    int m_sliceLines = SliceLines;
    QTimer m_timer;
};

} // namespace Skillet::Ui
