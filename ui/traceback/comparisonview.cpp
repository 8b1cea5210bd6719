// SPDX-License-Identifier: GPL-3.0-or-later
#include "traceback/comparisonview.h"

#include "runner/explanation.h"
#include "theme/reading.h"
#include "theme/rolelabel.h"
#include "traceback/picture.h"
#include "traceback/suggestionlines.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Skillet::Ui {

namespace {

using Line = Incident::Comparison::Line;

constexpr qsizetype MostValues = 5;
constexpr qsizetype LongestValue = 60;
constexpr qsizetype LongestMessage = 200;

QString cut(const QString &text, qsizetype longest)
{
    const QString line = text.simplified();
    return line.size() > longest ? line.left(longest - 1) + QChar(0x2026) : line;
}

QString say(const char *text)
{
    return QCoreApplication::translate("Skillet::Ui::ComparisonView", text);
}

QString valueOf(const Runner::NamedValue &value)
{
    return value.known ? cut(value.preview, LongestValue) : say("no value");
}

} // namespace

QString earlierInWords(qint64 seconds)
{
    const auto counted = [](qint64 count, const char *one, const char *more) {
        return count == 1 ? say(one) : say(more).arg(count);
    };
    constexpr qint64 minute = 60;
    constexpr qint64 hour = 60 * minute;
    if (seconds < 10)
        return say("a moment earlier");
    if (seconds < minute)
        return say("%1 seconds earlier").arg(seconds);
    if (seconds < hour)
        return counted(seconds / minute, QT_TRANSLATE_NOOP("Skillet::Ui::ComparisonView", "a minute earlier"),
                       QT_TRANSLATE_NOOP("Skillet::Ui::ComparisonView", "%1 minutes earlier"));
    return counted(seconds / hour, QT_TRANSLATE_NOOP("Skillet::Ui::ComparisonView", "an hour earlier"),
                   QT_TRANSLATE_NOOP("Skillet::Ui::ComparisonView", "%1 hours earlier"));
}

QString changeInWords(const Incident::ValueChange &change)
{
    const QString now = valueOf(change.now);
    const QString before = valueOf(change.before);
    if (now != before)
        return say("%1 = %2 (was %3)").arg(change.now.name, now, before);
    const QString kind = kindOfValue(change.now);
    const QString kindBefore = kindOfValue(change.before);
    return kind != kindBefore ? say("%1: %2 (was %3)").arg(change.now.name, kind, kindBefore)
                              : say("%1 has another value, which begins the same").arg(change.now.name);
}

ComparisonView::ComparisonView(const Theme &theme, const CodeHighlighter &highlighter,
                               const Incident::Comparison &comparison, const QString &earlier,
                               QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_column(new QVBoxLayout(this))
{
    readAsGroup(*this);
    setAccessibleName(tr("What changed since the last error like it"));
    m_column->setContentsMargins(theme.scaled(14), theme.scaled(6), theme.scaled(8), theme.scaled(8));
    m_column->setSpacing(theme.scaled(4));
    addTitle(earlier);
    if (comparison.isSame()) {
        addText(comparison.now.values.isEmpty()
                    ? tr("The same line and the same message.")
                    : tr("The same line, the same values, the same message: what you changed did not reach "
                         "it."));
        return;
    }
    addLine(highlighter, comparison);
    addValues(comparison);
    if (!comparison.sameMessage)
        addText(comparison.messageBefore.isEmpty()
                    ? tr("There was no message then.")
                    : tr("The message was: %1").arg(cut(comparison.messageBefore, LongestMessage)));
}

void ComparisonView::addTitle(const QString &earlier)
{
    auto *row = new QHBoxLayout;
    auto *title = new RoleLabel(m_theme, FontRole::InterfaceBold, ColorRole::Text, this);
    title->setText(tr("Since the last one like it, %1").arg(earlier));
    title->setWordWrap(true);
    row->addWidget(title, 1);
    m_show = new QPushButton(tr("Show T&hat One"), this);
    m_show->setToolTip(tr("Go back to the earlier error; F4 leads here again"));
    connect(m_show, &QPushButton::clicked, this, &ComparisonView::earlierWanted);
    row->addWidget(m_show);
    m_column->addLayout(row);
}

void ComparisonView::addText(const QString &text)
{
    auto *label = new RoleLabel(m_theme, FontRole::Interface, ColorRole::Text, this);
    label->setText(text);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_column->addWidget(label);
}

void ComparisonView::addLine(const CodeHighlighter &highlighter, const Incident::Comparison &comparison)
{
    const Runner::TracebackFrame &before = comparison.before;
    const Runner::TracebackFrame &now = comparison.now;
    switch (comparison.line) {
    case Line::Unknown:
        return;
    case Line::Same:
        addText(tr("The same line."));
        return;
    case Line::Moved:
        addText(
            tr("The same line, which is now line %1 (was %2).").arg(now.range.line).arg(before.range.line));
        return;
    case Line::Edited:
        addText(tr("Line %1 reads differently now:").arg(now.range.line));
        break;
    case Line::Other:
        addText(tr("Another line: it was %1.").arg(placeName(before)));
        break;
    }
    if (before.sourceLine.isEmpty() || now.sourceLine.isEmpty())
        return;
    auto *lines = new SuggestionLines(
        m_theme, highlighter, {now.range.line, before.sourceLine.trimmed(), now.sourceLine.trimmed()}, this);
    lines->setAccessibleName(
        tr("It was: %1. Now it is: %2").arg(before.sourceLine.trimmed(), now.sourceLine.trimmed()));
    m_column->addWidget(lines);
}

void ComparisonView::addValues(const Incident::Comparison &comparison)
{
    const qsizetype shown = std::min(comparison.values.size(), MostValues);
    for (qsizetype i = 0; i < shown; ++i)
        addText(changeInWords(comparison.values.at(i)));
    if (comparison.values.size() > shown)
        addText(tr("%n more value(s) changed.", nullptr, static_cast<int>(comparison.values.size() - shown)));
}

void ComparisonView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.color(ColorRole::Border));
    painter.setBrush(m_theme.color(ColorRole::Surface));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), m_theme.scaled(6),
                            m_theme.scaled(6));
}

} // namespace Skillet::Ui
