// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/codeblock.h"

#include "theme/stylecontrols.h"

#include <QPainter>
#include <QTextBlock>

namespace Skillet::Ui {

namespace {

constexpr int maxLines = 12;
constexpr int padding = 6;

} // namespace

CodeBlock::CodeBlock(const Theme &theme, const QString &text, QWidget *parent)
    : QTextEdit(parent)
    , m_theme(theme)
{
    setReadOnly(true);
    setTabChangesFocus(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFrameShape(QFrame::NoFrame);
    setAcceptRichText(false);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setPlainText(text);
    connect(&theme, &Theme::changed, this, &CodeBlock::restyle);
    restyle();
}

void CodeBlock::markStretch(const Stretch &stretch, ColorRole soft, ColorRole strong)
{
    m_mark = stretch;
    m_soft = soft;
    m_strong = strong;
    restyle();
}

void CodeBlock::resizeEvent(QResizeEvent *event)
{
    QTextEdit::resizeEvent(event);
    setVerticalScrollBarPolicy(wantedHeight(width()) > height() ? Qt::ScrollBarAlwaysOn
                                                                : Qt::ScrollBarAlwaysOff);
}

void CodeBlock::paintEvent(QPaintEvent *event)
{
    {
        QPainter painter(viewport());
        const QColor edge = m_theme.color(hasFocus() ? ColorRole::Accent : ColorRole::Border);
        StyleControls::box(&painter, viewport()->rect(), m_theme.scaled(4), m_theme.color(ColorRole::Code),
                           edge);
    }
    QTextEdit::paintEvent(event);
}

void CodeBlock::restyle()
{
    setFont(m_theme.font(FontRole::Code));
    QPalette colors = palette();
    colors.setColor(QPalette::Base, Qt::transparent);
    colors.setColor(QPalette::Text, m_theme.color(ColorRole::Text));
    setPalette(colors);
    viewport()->setAutoFillBackground(false);
    document()->setDocumentMargin(m_theme.scaled(padding));
    QList<ExtraSelection> marks;
    if (m_mark.length > 0) {
        ExtraSelection mark;
        mark.cursor = QTextCursor(document());
        mark.cursor.setPosition(int(qMin<qsizetype>(m_mark.start, toPlainText().size())));
        mark.cursor.setPosition(int(qMin<qsizetype>(m_mark.start + m_mark.length, toPlainText().size())),
                                QTextCursor::KeepAnchor);
        mark.format.setBackground(m_theme.color(m_soft));
        mark.format.setUnderlineStyle(QTextCharFormat::SingleUnderline);
        mark.format.setUnderlineColor(m_theme.color(m_strong));
        marks.append(mark);
    }
    setExtraSelections(marks);
    m_measure.reset(document()->clone());
    m_measure->setDefaultFont(font());
    updateGeometry();
}

QSize CodeBlock::sizeHint() const
{
    const int width = m_theme.scaled(320);
    return {width, heightForWidth(width)};
}

QSize CodeBlock::minimumSizeHint() const
{
    return {m_theme.scaled(80), fontMetrics().height() + 2 * m_theme.scaled(padding)};
}

bool CodeBlock::hasHeightForWidth() const
{
    return true;
}

int CodeBlock::heightForWidth(int width) const
{
    return qMin(wantedHeight(width), fontMetrics().height() * maxLines + 2 * m_theme.scaled(padding));
}

int CodeBlock::wantedHeight(int width) const
{
    m_measure->setTextWidth(width);
    return qRound(m_measure->size().height());
}

} // namespace Skillet::Ui
