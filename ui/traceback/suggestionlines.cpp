// SPDX-License-Identifier: GPL-3.0-or-later
#include "traceback/suggestionlines.h"

#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace Skillet::Ui {

namespace {

constexpr qsizetype LongestLine = 400;
constexpr qsizetype MostRows = 12;

qsizetype indentation(const QString &line)
{
    qsizetype width = 0;
    while (width < line.size() && line[width] == u' ')
        ++width;
    return width;
}

/// Without the indentation that all share; one that differs is what the suggestion may be about.
QStringList unindented(QStringList lines)
{
    qsizetype shared = -1;
    for (QString &line : lines) {
        line.replace(u'\t', QLatin1String("    "));
        if (!line.trimmed().isEmpty())
            shared = shared < 0 ? indentation(line) : std::min(shared, indentation(line));
    }
    for (QString &line : lines)
        line.remove(0, std::max<qsizetype>(shared, 0));
    return lines;
}

} // namespace

SuggestionLines::SuggestionLines(const Theme &theme, const CodeHighlighter &highlighter,
                                 const Runner::Suggestion &suggestion, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    QStringList lines{suggestion.before};
    if (!suggestion.after.isEmpty())
        lines.append(suggestion.after.split(u'\n').mid(0, MostRows));
    lines = unindented(lines);
    addRow(highlighter, QStringLiteral("\u2212"), ColorRole::ErrorSoft, lines.takeFirst());
    for (const QString &line : std::as_const(lines))
        addRow(highlighter, QStringLiteral("+"), ColorRole::OkSoft, line);
    setAccessibleName(suggestion.after.isEmpty()
                          ? tr("Line %1, %2, would go").arg(suggestion.line).arg(suggestion.before.trimmed())
                          : tr("Line %1 is now: %2. It could be: %3")
                                .arg(suggestion.line)
                                .arg(suggestion.before.trimmed(), suggestion.after.trimmed()));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void SuggestionLines::addRow(const CodeHighlighter &highlighter, const QString &sign, ColorRole ground,
                             const QString &text)
{
    MarkedLine line;
    line.text = text.left(LongestLine);
    line.cutAfter = text.size() > LongestLine;
    m_rows.push_back({sign, ground, CodePainter(m_theme, highlighter)});
    m_rows.back().code.setLine(line);
}

int SuggestionLines::rowHeight() const
{
    return m_rows.front().code.lineHeight() + m_theme.scaled(6);
}

int SuggestionLines::signWidth() const
{
    return QFontMetrics(m_theme.font(FontRole::Code)).horizontalAdvance(QStringLiteral("+"))
        + m_theme.scaled(18);
}

QSize SuggestionLines::sizeHint() const
{
    int width = 0;
    for (const Row &row : m_rows)
        width = std::max(width, row.code.textWidth());
    return {signWidth() + width + m_theme.scaled(10), rowHeight() * static_cast<int>(m_rows.size())};
}

QSize SuggestionLines::minimumSizeHint() const
{
    return {m_theme.scaled(120), sizeHint().height()};
}

void SuggestionLines::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath outline;
    outline.addRoundedRect(rect(), m_theme.scaled(4), m_theme.scaled(4));
    painter.setClipPath(outline);
    painter.setFont(m_theme.font(FontRole::Code));
    QRect box(0, 0, width(), rowHeight());
    for (const Row &row : m_rows) {
        painter.fillRect(box, m_theme.color(row.ground));
        painter.setPen(m_theme.color(ColorRole::Text));
        painter.drawText(QRect(m_theme.scaled(10), box.top(), signWidth(), box.height()),
                         Qt::AlignLeft | Qt::AlignVCenter, row.sign);
        row.code.draw(painter,
                      QRect(signWidth(), box.top() + m_theme.scaled(3),
                            width() - signWidth() - m_theme.scaled(10), row.code.lineHeight()),
                      CodePainter::Carets::Hidden);
        box.translate(0, rowHeight());
    }
}

} // namespace Skillet::Ui
