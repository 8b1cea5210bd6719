// SPDX-License-Identifier: GPL-3.0-or-later
#include "prompt/promptgutter.h"

#include <QFontMetrics>
#include <QPainter>

namespace Skillet::Ui {

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
    return m_theme.scaled(12) + metrics.horizontalAdvance(QStringLiteral(">>> "));
}

void PromptGutter::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(ColorRole::Surface));
    painter.setFont(m_theme.font(FontRole::Code));
    for (const GutterMark &mark : m_marks()) {
        painter.setPen(m_theme.color(mark.color));
        painter.drawText(QRect(m_theme.scaled(12), mark.top, width(), mark.height),
                         Qt::AlignLeft | Qt::AlignTop, mark.text);
    }
}

} // namespace Skillet::Ui
