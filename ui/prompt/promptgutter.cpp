// SPDX-License-Identifier: GPL-3.0-or-later
#include "prompt/promptgutter.h"

#include <QFontMetrics>
#include <QPainter>

namespace Skillet::Ui {

namespace {

constexpr qsizetype MostCharacters = 24;

} // namespace

PromptGutter::PromptGutter(const Theme &theme, std::function<QList<GutterMark>()> marks, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_marks(std::move(marks))
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

int PromptGutter::preferredWidth() const
{
    const QFontMetrics metrics(m_theme.font(FontRole::Code));
    return m_theme.scaled(12) + metrics.horizontalAdvance(m_longest);
}

void PromptGutter::makeRoomFor(const QString &text)
{
    if (text.size() > m_longest.size())
        m_longest = text.left(MostCharacters);
}

void PromptGutter::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(ColorRole::Surface));
    painter.setFont(m_theme.font(FontRole::Code));
    for (const GutterMark &mark : m_marks()) {
        painter.setPen(m_theme.color(mark.color));
        const QRect place(m_theme.scaled(12), mark.top, width() - m_theme.scaled(12), mark.height);
        painter.drawText(place, Qt::AlignLeft | Qt::AlignTop,
                         painter.fontMetrics().elidedText(mark.text, Qt::ElideMiddle, place.width()));
    }
}

} // namespace Skillet::Ui
