// SPDX-License-Identifier: GPL-3.0-or-later
#include "prompt/outputpump.h"

#include <QElapsedTimer>

#include <algorithm>
#include <utility>

namespace Skillet::Ui {

namespace {

constexpr int TickMs = 16;
/// Of each tick; the rest is for reading, painting and the learner's keys.
constexpr int WorkMs = 6;
/// A slice is to take no longer than between these.
constexpr int QuickSliceMs = 2;
constexpr int SlowSliceMs = 4;
constexpr int FewestLines = 10;
/// Text that waits lies in pieces of about this size, so that the oldest can go without moving the others.
constexpr qsizetype PieceCharacters = 64 * 1024;
/// Of these only the end is kept waiting in a hurry.
constexpr qsizetype HurriedCharacters = 512 * 1024;

/// The length of the first `lines` lines of `text`, at most `characters`, never inside a surrogate pair.
qsizetype sliceLength(QStringView text, int lines, qsizetype characters)
{
    const qsizetype most = std::min(text.size(), characters);
    qsizetype end = 0;
    for (int i = 0; i < lines && end < most; ++i) {
        const qsizetype newline = text.indexOf(u'\n', end);
        end = newline < 0 ? text.size() : newline + 1;
    }
    end = std::min(end, most);
    if (end < text.size() && text[end].isLowSurrogate())
        --end;
    return end;
}

} // namespace

OutputPump::OutputPump(QObject *parent)
    : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(TickMs);
    connect(&m_timer, &QTimer::timeout, this, &OutputPump::pump);
}

void OutputPump::setLimits(int lines, qsizetype characters)
{
    m_maxLines = lines;
    m_maxCharacters = std::min(characters, MostPending);
}

void OutputPump::addText(const QString &text, ColorRole color)
{
    if (text.isEmpty())
        return;
    const bool joins = !m_items.empty() && !m_items.back().action && m_items.back().color == color
        && m_items.back().text.size() < PieceCharacters;
    if (joins)
        m_items.back().text += text;
    else
        m_items.push_back({text, 0, color, {}});
    m_pendingCharacters += text.size();
    m_pendingLines += text.count(u'\n');
    bound();
    wake();
}

void OutputPump::then(std::function<void()> action)
{
    const bool isNext = m_items.empty();
    m_items.push_back({QString(), 0, ColorRole::Text, std::move(action)});
    ++m_waitingActions;
    // What has just been written is painted together with what belongs to it.
    if (isNext && !m_pumping && !m_hurried)
        return pump();
    if (m_timer.isActive())
        m_timer.start(0);
    wake();
}

void OutputPump::setHurried(bool hurried)
{
    if (m_hurried == hurried)
        return;
    m_hurried = hurried;
    shorten();
    wake();
}

// The first piece goes on at once; while the timer runs, more is collected.
void OutputPump::wake()
{
    if (!m_timer.isActive() && !m_pumping && !m_hurried)
        pump();
}

void OutputPump::pump()
{
    m_pumping = true;
    QElapsedTimer work;
    work.start();
    bool wroteText = false;
    while (!m_items.empty() && !m_hurried && !(wroteText && work.hasExpired(WorkMs))) {
        Item &item = m_items.front();
        if (item.action) {
            const std::function<void()> action = std::move(item.action);
            m_items.pop_front();
            --m_waitingActions;
            action();
            continue;
        }
        wroteText = true;
        const qsizetype characters = SliceCharacters / SliceLines * m_sliceLines;
        QElapsedTimer slice;
        slice.start();
        handOn(item, sliceLength(QStringView(item.text).sliced(item.from), m_sliceLines, characters));
        if (slice.hasExpired(SlowSliceMs))
            m_sliceLines = std::max(m_sliceLines / 2, FewestLines);
        else if (!slice.hasExpired(QuickSliceMs))
            m_sliceLines = std::min(m_sliceLines * 2, SliceLines);
    }
    m_pumping = false;
    // Who waits for the end of the text is not kept waiting; else more of it is collected first.
    if (wroteText || (!m_items.empty() && !m_hurried))
        m_timer.start(m_waitingActions > 0 ? 0 : TickMs);
}

void OutputPump::handOn(Item &item, qsizetype length)
{
    const QString text = item.text.mid(item.from, length);
    const ColorRole color = item.color;
    m_pendingCharacters -= text.size();
    m_pendingLines -= text.count(u'\n');
    item.from += length;
    if (item.from >= item.text.size())
        m_items.pop_front();
    Q_EMIT textReady(text, color);
}

void OutputPump::bound()
{
    if (m_pumping)
        return; // the next text does it
    if (m_hurried && m_pendingCharacters > HurriedCharacters)
        return shorten();
    if (m_pendingLines > m_maxLines * 2LL || m_pendingCharacters > m_maxCharacters)
        dropOldest(m_pendingLines - m_maxLines, m_pendingCharacters - m_maxCharacters / 4 * 3);
}

void OutputPump::shorten()
{
    if (m_pendingLines > ShortLines || m_pendingCharacters > ShortCharacters)
        dropOldest(m_pendingLines - ShortLines, m_pendingCharacters - ShortCharacters);
}

/// At least so many of both, as far as there are.
void OutputPump::dropOldest(qint64 lines, qint64 characters)
{
    qint64 droppedLines = 0;
    QString gone;
    ColorRole color = ColorRole::Text;
    const auto handOver = [&] {
        if (!gone.isEmpty())
            Q_EMIT textDropped(std::exchange(gone, {}), color);
    };
    for (Item &item : m_items) {
        if (lines <= 0 && characters <= 0)
            break;
        if (item.action)
            continue;
        const QStringView rest = QStringView(item.text).sliced(item.from);
        const qsizetype ofLines =
            sliceLength(rest, static_cast<int>(std::max<qint64>(lines, 0)), rest.size());
        const qsizetype length =
            std::max(ofLines, std::min<qsizetype>(std::max<qint64>(characters, 0), rest.size()));
        const qint64 newlines = rest.first(length).count(u'\n');
        if (item.color != color)
            handOver();
        color = item.color;
        gone += rest.first(length);
        item.from += length;
        lines -= newlines;
        characters -= length;
        droppedLines += newlines;
        m_pendingLines -= newlines;
        m_pendingCharacters -= length;
    }
    m_items.erase(
        std::remove_if(m_items.begin(), m_items.end(),
                       [](const Item &item) { return !item.action && item.from >= item.text.size(); }),
        m_items.end());
    handOver();
    if (droppedLines > 0)
        Q_EMIT linesDropped(droppedLines);
}

void OutputPump::dropText()
{
    m_items.erase(
        std::remove_if(m_items.begin(), m_items.end(), [](const Item &item) { return !item.action; }),
        m_items.end());
    m_pendingCharacters = 0;
    m_pendingLines = 0;
    m_timer.stop();
    wake();
}

} // namespace Skillet::Ui
