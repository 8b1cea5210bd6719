// SPDX-License-Identifier: GPL-3.0-or-later
#include "prompt/outputpump.h"

#include <algorithm>

namespace Skillet::Ui {

namespace {

constexpr int TickMs = 16;

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
    m_maxCharacters = characters;
}

void OutputPump::addText(const QString &text, ColorRole color)
{
    if (text.isEmpty())
        return;
    const bool joins = !m_items.empty() && !m_items.back().action && m_items.back().color == color;
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
    m_items.push_back({QString(), 0, ColorRole::Text, std::move(action)});
    wake();
}

// The first piece goes on at once; while the timer runs, more is collected.
void OutputPump::wake()
{
    if (!m_timer.isActive() && !m_pumping)
        pump();
}

void OutputPump::pump()
{
    m_pumping = true;
    qsizetype characters = SliceCharacters;
    int lines = SliceLines;
    bool wroteText = false;
    while (!m_items.empty()) {
        Item &item = m_items.front();
        if (item.action) {
            const std::function<void()> action = std::move(item.action);
            m_items.pop_front();
            action();
            continue;
        }
        const QStringView rest = QStringView(item.text).sliced(item.from);
        const qsizetype length = sliceLength(rest, lines, characters);
        if (length == 0)
            break;
        characters -= length;
        lines -= static_cast<int>(rest.first(length).count(u'\n'));
        wroteText = true;
        handOn(item, length);
        if (lines <= 0)
            break;
    }
    m_pumping = false;
    if (wroteText || !m_items.empty())
        m_timer.start();
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
    if (m_pendingLines <= m_maxLines * 2LL && m_pendingCharacters <= m_maxCharacters)
        return;
    qint64 lines = 0;
    for (Item &item : m_items) {
        if (item.action)
            continue;
        const QStringView rest = QStringView(item.text).sliced(item.from);
        const qint64 tooManyLines = std::max<qint64>(m_pendingLines - m_maxLines, 0);
        const qint64 tooMany = std::max<qint64>(m_pendingCharacters - m_maxCharacters / 2, 0);
        if (tooManyLines == 0 && tooMany == 0)
            break;
        qsizetype length = sliceLength(rest, static_cast<int>(tooManyLines), rest.size());
        length = std::max(length, std::min<qsizetype>(tooMany, rest.size()));
        const qint64 dropped = rest.first(length).count(u'\n');
        lines += dropped;
        m_pendingLines -= dropped;
        m_pendingCharacters -= length;
        const QString gone = item.text.mid(item.from, length);
        item.text.remove(0, item.from + length);
        item.from = 0;
        if (!gone.isEmpty())
            Q_EMIT textDropped(gone, item.color);
    }
    m_items.erase(std::remove_if(m_items.begin(), m_items.end(),
                                 [](const Item &item) { return !item.action && item.text.isEmpty(); }),
                  m_items.end());
    if (lines > 0)
        Q_EMIT linesDropped(lines);
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
