// SPDX-License-Identifier: GPL-3.0-or-later
#include "prompt/textfind.h"

#include "find/searchstrip.h"

#include <QScrollBar>
#include <QTextBlock>

#include <algorithm>

namespace Skillet::Ui {

namespace {

constexpr int AgainMs = 250;

} // namespace

TextFind::TextFind(QPlainTextEdit &view, SearchStrip &strip, const Theme &theme,
                   std::function<void(const Marks &)> show)
    : m_view(view)
    , m_strip(strip)
    , m_theme(theme)
    , m_show(std::move(show))
{
    m_again.setSingleShot(true);
    m_again.setInterval(AgainMs);
    m_strip.offerCase();
    connect(&m_strip, &SearchStrip::patternChanged, this, &TextFind::restart);
    connect(&m_strip, &SearchStrip::nextRequested, this, [this] { step(false); });
    connect(&m_strip, &SearchStrip::previousRequested, this, [this] { step(true); });
    connect(&m_strip, &SearchStrip::accepted, this, &TextFind::step);
    connect(&m_strip, &SearchStrip::dismissed, this, &TextFind::close);
    connect(&m_again, &QTimer::timeout, this, [this] {
        if (!isOpen())
            return;
        search();
        tellCount();
        mark();
    });
    connect(m_view.document(), &QTextDocument::contentsChanged, this, [this] {
        if (isOpen() && !m_again.isActive())
            m_again.start();
    });
    connect(m_view.verticalScrollBar(), &QScrollBar::valueChanged, this, [this] {
        if (isOpen())
            mark();
    });
    connect(&theme, &Theme::changed, this, [this] {
        if (isOpen())
            mark();
    });
}

bool TextFind::isOpen() const
{
    return !m_strip.isHidden();
}

void TextFind::open()
{
    const QString selected = m_view.textCursor().selectedText();
    const bool usable = !selected.isEmpty() && !selected.contains(QChar::ParagraphSeparator);
    m_remark.clear();
    m_strip.open(usable ? selected : m_strip.pattern());
    restart();
}

void TextFind::close()
{
    m_strip.hide();
    m_matches.clear();
    m_show({});
    m_view.setFocus(Qt::OtherFocusReason);
    Q_EMIT closed();
}

void TextFind::setRemark(const QString &remark)
{
    m_remark = remark;
    tellCount();
}

void TextFind::search()
{
    const int place = m_current >= 0 && m_current < m_matches.size() ? m_matches[m_current] : -1;
    m_matches.clear();
    const QString pattern = m_strip.pattern();
    if (!pattern.isEmpty()) {
        const Qt::CaseSensitivity sensitivity = m_strip.caseSensitivity();
        for (QTextBlock block = m_view.document()->begin(); block.isValid(); block = block.next()) {
            const QString text = block.text();
            for (qsizetype at = text.indexOf(pattern, 0, sensitivity); at >= 0;
                 at = text.indexOf(pattern, at + pattern.size(), sensitivity)) {
                m_matches.append(block.position() + static_cast<int>(at));
            }
            if (m_matches.size() >= MostMatches)
                break;
        }
    }
    m_current = m_matches.indexOf(place);
}

// What is nearest to the end comes first: the latest output is what is mostly looked for.
void TextFind::restart()
{
    search();
    m_remark.clear();
    Q_EMIT searched(m_strip.pattern(), m_strip.caseSensitivity());
    if (m_matches.isEmpty())
        tellCount();
    else
        select(m_matches.size() - 1);
    mark();
}

void TextFind::step(bool back)
{
    search();
    if (m_matches.isEmpty()) {
        tellCount();
        return;
    }
    const int caret = m_view.textCursor().selectionStart();
    qsizetype index = 0;
    if (back) {
        const auto after = std::lower_bound(m_matches.cbegin(), m_matches.cend(), caret);
        index = (after == m_matches.cbegin() ? m_matches.cend() : after) - m_matches.cbegin() - 1;
    } else {
        const auto after = std::upper_bound(m_matches.cbegin(), m_matches.cend(), caret);
        index = (after == m_matches.cend() ? m_matches.cbegin() : after) - m_matches.cbegin();
    }
    select(index);
    mark();
}

void TextFind::select(qsizetype index)
{
    m_current = index;
    QTextCursor cursor(m_view.document());
    cursor.setPosition(m_matches[index]);
    cursor.movePosition(QTextCursor::NextCharacter, QTextCursor::KeepAnchor,
                        static_cast<int>(m_strip.pattern().size()));
    m_view.setTextCursor(cursor);
    m_view.ensureCursorVisible();
    tellCount();
}

void TextFind::tellCount()
{
    QString told;
    if (m_strip.pattern().isEmpty())
        told.clear();
    else if (m_matches.isEmpty())
        told = tr("No match");
    else if (m_matches.size() >= MostMatches)
        told = tr("%1 and more").arg(MostMatches);
    else if (m_current >= 0)
        told = tr("%1 of %2").arg(m_current + 1).arg(m_matches.size());
    else
        told = tr("Matches: %1").arg(m_matches.size());
    if (!m_remark.isEmpty())
        told += QStringLiteral(" \u00b7 ") + m_remark;
    m_strip.setStatus(told);
}

void TextFind::mark()
{
    Marks marks;
    const int first = m_view.cursorForPosition({0, 0}).block().position();
    const QRect sight = m_view.viewport()->rect();
    const QTextBlock lastBlock = m_view.cursorForPosition(sight.bottomRight()).block();
    const int last = lastBlock.position() + lastBlock.length();
    QTextCharFormat format;
    format.setBackground(m_theme.color(ColorRole::WarnSoft));
    format.setForeground(m_theme.color(ColorRole::Text));
    format.setFontUnderline(true);
    for (auto at = std::lower_bound(m_matches.cbegin(), m_matches.cend(), first);
         at != m_matches.cend() && *at < last; ++at) {
        QTextEdit::ExtraSelection mark;
        mark.format = format;
        mark.cursor = QTextCursor(m_view.document());
        mark.cursor.setPosition(*at);
        mark.cursor.movePosition(QTextCursor::NextCharacter, QTextCursor::KeepAnchor,
                                 static_cast<int>(m_strip.pattern().size()));
        marks.append(mark);
    }
    m_show(marks);
}

} // namespace Skillet::Ui
