// SPDX-License-Identifier: GPL-3.0-or-later
#include "traceback/headline.h"

#include "theme/reading.h"

#include <QPainter>

namespace Skillet::Ui {

namespace {

constexpr int MaxLines = 4;
constexpr int MaxText = 1200;

} // namespace

Headline::Headline(const Theme &theme, const QString &type, const QString &message, Size size,
                   QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_type(type)
    , m_size(size)
{
    const QString whole = message.isEmpty() ? type : type + QLatin1String(": ") + message;
    m_text = whole.left(MaxText);
    // Lines of a message stay lines, but there are no paragraphs in a layout.
    m_text.replace(u'\n', QChar::LineSeparator);
    readAsHeading(*this);
    setAccessibleName(whole);
    setToolTip(whole.size() > 120
                   ? QLatin1String("<p>") + whole.left(MaxText * 2).toHtmlEscaped() + QLatin1String("</p>")
                   : QString());
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void Headline::setTone(ColorRole tone)
{
    m_tone = tone;
    update();
}

QFont Headline::font() const
{
    QFont font = m_theme.font(m_size == Size::Large ? FontRole::Title : FontRole::InterfaceBold);
    font.setWeight(QFont::Normal);
    return font;
}

qreal Headline::arrange(QTextLayout &layout, int width) const
{
    layout.setFont(font());
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    QTextLayout::FormatRange type;
    type.start = 0;
    type.length = static_cast<int>(m_type.size());
    type.format.setFontWeight(QFont::Bold);
    type.format.setForeground(m_theme.color(m_tone));
    layout.setFormats({type});
    layout.beginLayout();
    qreal y = 0;
    for (int i = 0; i < MaxLines; ++i) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(width);
        line.setPosition(QPointF(0, y));
        y += line.height();
    }
    layout.endLayout();
    return y;
}

int Headline::heightForWidth(int width) const
{
    QTextLayout layout(m_text);
    return qCeil(arrange(layout, std::max(width, 1)));
}

QSize Headline::sizeHint() const
{
    const int width = m_theme.scaled(500);
    return {width, heightForWidth(width)};
}

QSize Headline::minimumSizeHint() const
{
    return {m_theme.scaled(120), QFontMetrics(font()).height()};
}

void Headline::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(m_theme.color(ColorRole::Text));
    QTextLayout layout(m_text);
    (void)arrange(layout, width());
    const QTextLine last = layout.lineAt(layout.lineCount() - 1);
    const bool cut = last.textStart() + last.textLength() < m_text.size();
    if (cut)
        shorten(layout, width());
    layout.draw(&painter, QPointF(0, 0));
}

// The last line that fits ends with dots.
void Headline::shorten(QTextLayout &layout, int width) const
{
    const QTextLine last = layout.lineAt(layout.lineCount() - 1);
    const QString rest = m_text.mid(last.textStart(), last.textLength()) + QStringLiteral("\u2026");
    const QString elided = QFontMetrics(font()).elidedText(rest + u' ' + rest, Qt::ElideRight, width);
    layout.setText(m_text.left(last.textStart()) + elided);
    (void)arrange(layout, width);
}

} // namespace Skillet::Ui
