// SPDX-License-Identifier: GPL-3.0-or-later
#include "prompt/promptgutter.h"

#include <QFontMetricsF>
#include <QPaintEvent>
#include <QPainter>

#include <cmath>

namespace Skillet::Ui {

namespace {

constexpr qsizetype MostCharacters = 24;
constexpr qsizetype MostShaped = 100;

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
    const QFontMetricsF metrics(m_theme.font(FontRole::Code));
    return m_theme.scaled(12) + static_cast<int>(std::ceil(metrics.horizontalAdvance(m_longest))) + 1;
}

void PromptGutter::makeRoomFor(const QString &text)
{
    if (text.size() > m_longest.size())
        m_longest = text.left(MostCharacters);
}

// The same few marks again and again: to shape their text is most of the work of drawing it.
const QStaticText &PromptGutter::shaped(const QString &text, const QFont &font, int width)
{
    if (m_shapedFont != font || m_shapedWidth != width || m_shaped.size() > MostShaped) {
        m_shaped.clear();
        m_shapedFont = font;
        m_shapedWidth = width;
    }
    auto found = m_shaped.find(text);
    if (found == m_shaped.end()) {
        const QString fits = QFontMetrics(font).elidedText(text, Qt::ElideMiddle, width);
        found = m_shaped.insert(text, QStaticText(fits));
        found->setTextFormat(Qt::PlainText);
        found->prepare(QTransform(), font);
    }
    return *found;
}

void PromptGutter::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.fillRect(event->rect(), m_theme.color(ColorRole::Surface));
    const QFont font = m_theme.font(FontRole::Code);
    painter.setFont(font);
    const int left = m_theme.scaled(12);
    for (const GutterMark &mark : m_marks()) {
        if (mark.top > event->rect().bottom() || mark.top + mark.height < event->rect().top())
            continue;
        painter.setPen(m_theme.color(mark.color));
        painter.drawStaticText(left, mark.top, shaped(mark.text, font, width() - left));
    }
}

} // namespace Skillet::Ui
