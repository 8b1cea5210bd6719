// SPDX-License-Identifier: GPL-3.0-or-later
#include "traceback/framerow.h"

#include "traceback/picture.h"

#include <QDir>
#include <QFontMetrics>
#include <QPainter>
#include <QToolButton>

#include <algorithm>

namespace Skillet::Ui {

FrameRow::FrameRow(const Theme &theme, const CodeHighlighter &highlighter,
                   const Runner::TracebackFrame &frame, Emphasis emphasis, QWidget *parent)
    : PlaceButton(theme, parent)
    , m_code(theme, highlighter)
    , m_place(placeName(frame))
    , m_function(functionName(frame))
    , m_emphasis(emphasis)
    , m_opens(opensInEditor(frame))
{
    m_code.setLine(markedLine(frame.sourceLine, frame.range));
    m_placeWidth = naturalPlaceWidth();
    setAccessibleName(frameInWords(frame));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    if (m_opens)
        setToolTip(tr("Open in the editor: %1").arg(QDir::toNativeSeparators(frame.file)));
    else
        setCursor(Qt::ArrowCursor);
}

void FrameRow::offerToAsk()
{
    m_ask = new QToolButton(this);
    m_ask->setAutoRaise(true);
    m_ask->setIcon(theme().icon(QStringLiteral("utilities-terminal"), ColorRole::Muted));
    m_ask->setIconSize({theme().scaled(16), theme().scaled(16)});
    m_ask->setCursor(Qt::ArrowCursor);
    m_ask->setFocusPolicy(Qt::StrongFocus);
    m_ask->setToolTip(tr("Ask here: let the prompt answer from this place, with its variables as they were"));
    m_ask->setAccessibleName(tr("Ask here: %1 %2").arg(m_place, m_function).trimmed());
    m_ask->setAccessibleDescription(m_ask->toolTip());
    connect(m_ask, &QToolButton::clicked, this, &FrameRow::askRequested);
    placeButton();
}

void FrameRow::placeButton()
{
    if (m_ask == nullptr)
        return;
    const int side = std::min(lineHeight() + theme().scaled(6), height());
    m_ask->setGeometry(width() - side - theme().scaled(2), (height() - side) / 2, side, side);
}

int FrameRow::rightEdge() const
{
    return (m_ask == nullptr ? width() : m_ask->x()) - theme().scaled(8);
}

void FrameRow::resizeEvent(QResizeEvent *event)
{
    PlaceButton::resizeEvent(event);
    placeButton();
}

int FrameRow::railWidth(const Theme &theme)
{
    return theme.scaled(28);
}

int FrameRow::naturalPlaceWidth() const
{
    const QFontMetrics bold(theme().font(FontRole::InterfaceBold));
    const QFontMetrics plain(theme().font(FontRole::Interface));
    return bold.horizontalAdvance(m_place) + theme().scaled(8) + plain.horizontalAdvance(m_function)
        + theme().scaled(2);
}

void FrameRow::setRail(bool up, bool down)
{
    m_railUp = up;
    m_railDown = down;
    update();
}

void FrameRow::setPlaceWidth(int width)
{
    m_placeWidth = width;
    update();
}

bool FrameRow::isNarrow(int width) const
{
    return width < theme().scaled(560);
}

// The code needs the rest.
int FrameRow::placeWidth(int width) const
{
    return std::min(m_placeWidth, (width - railWidth(theme())) / 2);
}

int FrameRow::lineHeight() const
{
    return std::max(m_code.lineHeight(), QFontMetrics(theme().font(FontRole::InterfaceBold)).height());
}

int FrameRow::heightForWidth(int width) const
{
    const bool two = isNarrow(width) && !m_code.line().text.isEmpty();
    return lineHeight() * (two ? 2 : 1) + theme().scaled(two ? 10 : 8);
}

QSize FrameRow::sizeHint() const
{
    return {theme().scaled(600), heightForWidth(theme().scaled(600))};
}

QSize FrameRow::minimumSizeHint() const
{
    return {theme().scaled(200), lineHeight() + theme().scaled(8)};
}

void FrameRow::drawRail(QPainter &painter, const Theme &theme, int height, bool up, bool down)
{
    const qreal x = theme.scaled(12);
    painter.setPen(QPen(theme.color(ColorRole::Border), std::max(theme.scaled(2), 1)));
    if (up)
        painter.drawLine(QPointF(x, 0), QPointF(x, height / 2.0));
    if (down)
        painter.drawLine(QPointF(x, height / 2.0), QPointF(x, height));
}

void FrameRow::drawDot(QPainter &painter) const
{
    const bool here = m_emphasis == Emphasis::WhereToLook;
    const qreal radius = theme().scaled(here ? 5 : 4);
    const ColorRole color = here ? ColorRole::Error : ColorRole::Muted;
    painter.setPen(QPen(theme().color(color), std::max(theme().scaled(2), 1)));
    painter.setBrush(theme().color(here ? ColorRole::Error : ColorRole::Ground));
    painter.drawEllipse(QPointF(theme().scaled(12), height() / 2.0), radius, radius);
}

void FrameRow::drawPlace(QPainter &painter, const QRect &box) const
{
    const QFont bold = theme().font(FontRole::InterfaceBold);
    const QFont plain = theme().font(FontRole::Interface);
    const bool library = m_emphasis == Emphasis::Library;
    painter.setFont(library ? plain : bold);
    painter.setPen(theme().color(library ? ColorRole::Muted : m_opens ? ColorRole::Accent : ColorRole::Text));
    const QFontMetrics metrics(painter.font());
    const QString place = metrics.elidedText(m_place, Qt::ElideMiddle, box.width());
    painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter, place);
    const int left = metrics.horizontalAdvance(place) + theme().scaled(8);
    if (left >= box.width() || m_function.isEmpty())
        return;
    painter.setFont(plain);
    painter.setPen(theme().color(library ? ColorRole::Muted : ColorRole::Text));
    painter.drawText(box.adjusted(left, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics(plain).elidedText(m_function, Qt::ElideRight, box.width() - left));
}

void FrameRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int rail = railWidth(theme());
    const QRect body = rect().adjusted(rail - theme().scaled(6), 0, 0, 0);
    if (isHot()) {
        painter.setPen(theme().color(ColorRole::Border));
        painter.setBrush(theme().color(ColorRole::Surface));
        painter.drawRoundedRect(QRectF(body).adjusted(0.5, 0.5, -0.5, -0.5), theme().scaled(6),
                                theme().scaled(6));
    }
    drawRail(painter, theme(), height(), m_railUp, m_railDown);
    drawDot(painter);
    const bool narrow = isNarrow(width());
    const int pad = theme().scaled(narrow ? 5 : 4);
    const int line = lineHeight();
    const int right = rightEdge();
    const int codeLeft = narrow ? rail : rail + placeWidth(width()) + theme().scaled(20);
    drawPlace(painter, QRect(rail, pad, narrow ? right - rail : placeWidth(width()), line));
    if (!m_code.line().text.isEmpty()) {
        const int codeTop = narrow ? pad + line : pad + (line - m_code.lineHeight()) / 2;
        m_code.draw(painter, QRect(codeLeft, codeTop, right - codeLeft, m_code.lineHeight()),
                    CodePainter::Carets::Hidden);
    }
    drawFocus(painter, body, theme().scaled(6));
}

} // namespace Skillet::Ui
