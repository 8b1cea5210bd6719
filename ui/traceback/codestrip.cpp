// SPDX-License-Identifier: GPL-3.0-or-later
#include "traceback/codestrip.h"

#include <QFontMetrics>
#include <QPainter>

namespace Skillet::Ui {

CodeStrip::CodeStrip(const Theme &theme, const CodeHighlighter &highlighter, const MarkedLine &line,
                     QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_painter(theme, highlighter)
{
    m_painter.setLine(line);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QString CodeStrip::numberText() const
{
    return m_painter.line().number > 0 ? QString::number(m_painter.line().number) : QString();
}

QSize CodeStrip::sizeHint() const
{
    const int height = m_painter.lineHeight() + m_painter.caretHeight() + m_theme.scaled(8);
    return {m_painter.textWidth() + m_theme.scaled(60), height};
}

QSize CodeStrip::minimumSizeHint() const
{
    return {m_theme.scaled(120), sizeHint().height()};
}

void CodeStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(ColorRole::Code));
    painter.drawRoundedRect(rect(), m_theme.scaled(4), m_theme.scaled(4));
    const QFont font = m_theme.font(FontRole::Code);
    const int pad = m_theme.scaled(10);
    const int numberWidth = QFontMetrics(font).horizontalAdvance(numberText());
    const int top = m_theme.scaled(4);
    painter.setFont(font);
    painter.setPen(m_theme.color(ColorRole::Muted));
    painter.drawText(QRect(pad, top, numberWidth + pad, QFontMetrics(font).height()),
                     Qt::AlignLeft | Qt::AlignVCenter, numberText());
    const int left = numberText().isEmpty() ? pad : pad + numberWidth + m_theme.scaled(14);
    m_painter.draw(painter, QRect(left, top, width() - left - pad, height() - top),
                   CodePainter::Carets::Shown);
}

} // namespace Skillet::Ui
