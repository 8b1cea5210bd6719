// SPDX-License-Identifier: GPL-3.0-or-later
#include "traceback/framecard.h"

#include "theme/rolelabel.h"
#include "traceback/codestrip.h"
#include "traceback/picture.h"
#include "traceback/placeheading.h"
#include "traceback/valuechips.h"

#include <QDir>
#include <QPainter>
#include <QPainterPath>
#include <QVBoxLayout>

namespace Skillet::Ui {

FrameCard::FrameCard(const Theme &theme, const CodeHighlighter &highlighter,
                     const Runner::TracebackFrame &frame, const QString &caption, QWidget *parent)
    : PlaceButton(theme, parent)
{
    setAccessibleName(caption + QLatin1String(": ") + frameInWords(frame));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    if (opensInEditor(frame)) {
        setAccessibleDescription(tr("Press Enter to open the line in the editor."));
        setToolTip(tr("Open in the editor: %1").arg(QDir::toNativeSeparators(frame.file)));
    } else {
        setCursor(Qt::ArrowCursor);
        setToolTip(isTypedAtPrompt(frame) ? tr("This was typed at the prompt: there is no file to open.")
                                          : tr("There is no file to open for this place."));
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme.scaled(16), theme.scaled(8), theme.scaled(12), theme.scaled(10));
    column->setSpacing(theme.scaled(6));
    addHeading(frame, caption);
    addCode(highlighter, frame);
    if (!frame.values.isEmpty())
        column->addWidget(new ValueChips(theme, frame.values, this));
}

void FrameCard::addHeading(const Runner::TracebackFrame &frame, const QString &caption)
{
    const ColorRole color = opensInEditor(frame) ? ColorRole::Accent : ColorRole::Text;
    layout()->addWidget(
        new PlaceHeading(theme(), {caption, placeName(frame), functionName(frame)}, color, this));
}

void FrameCard::addCode(const CodeHighlighter &highlighter, const Runner::TracebackFrame &frame)
{
    const MarkedLine line = markedLine(frame.sourceLine, frame.range);
    auto *column = static_cast<QVBoxLayout *>(layout());
    if (line.text.isEmpty()) {
        auto *label = new RoleLabel(theme(), FontRole::Interface, ColorRole::Muted, this);
        label->setText(tr("The text of this line is not at hand."));
        label->setAttribute(Qt::WA_TransparentForMouseEvents);
        column->addWidget(label);
        return;
    }
    column->addWidget(new CodeStrip(theme(), highlighter, line, this));
    if (line.goesOnToLine > 0) {
        auto *label = new RoleLabel(theme(), FontRole::InterfaceSmall, ColorRole::Muted, this);
        label->setText(tr("The failing part goes on to line %1.").arg(line.goesOnToLine));
        label->setAttribute(Qt::WA_TransparentForMouseEvents);
        column->addWidget(label);
    }
}

void FrameCard::setTone(ColorRole tone)
{
    m_tone = tone;
    update();
}

QSize FrameCard::sizeHint() const
{
    return layout()->sizeHint();
}

void FrameCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal radius = theme().scaled(6);
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    QPainterPath outline;
    outline.addRoundedRect(box, radius, radius);
    painter.fillPath(outline, theme().color(ColorRole::Surface));
    painter.save();
    painter.setClipPath(outline);
    painter.fillRect(QRectF(0, 0, theme().scaled(4), height()), theme().color(m_tone));
    painter.restore();
    painter.setPen(theme().color(isHot() ? ColorRole::Accent : ColorRole::Border));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(outline);
    drawFocus(painter, rect(), radius);
}

} // namespace Skillet::Ui
