// SPDX-License-Identifier: GPL-3.0-or-later
#include "traceback/linelist.h"

#include "traceback/codepainter.h"
#include "traceback/picture.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace Skillet::Ui {

namespace {

enum Role { FileRole = Qt::UserRole, NumberRole, CodeRole };

constexpr int LongestLine = 400;

/// Without the indentation that all lines share, tabs as spaces.
QStringList shifted(const QStringList &lines)
{
    QStringList result;
    qsizetype common = LongestLine;
    for (QString line : lines) {
        line.replace(u'\t', QLatin1String("    "));
        qsizetype indent = 0;
        while (indent < line.size() && line.at(indent) == u' ')
            ++indent;
        if (indent < line.size())
            common = std::min(common, indent);
        result.append(line);
    }
    for (QString &line : result)
        line = line.mid(common).left(LongestLine);
    return result;
}

/// Draws a line of code with its number; what is current has a bar and a frame beside its tint.
class LineDelegate final : public QStyledItemDelegate
{
public:
    LineDelegate(const Theme &theme, const CodeHighlighter &highlighter, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
        , m_highlighter(highlighter)
    { }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        const bool isCode = index.data(NumberRole).isValid();
        const QFontMetrics metrics(m_theme.font(isCode ? FontRole::Code : FontRole::InterfaceSmall));
        return {m_theme.scaled(120), metrics.height() + m_theme.scaled(isCode ? 6 : 10)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (index.data(NumberRole).isValid())
            paintCode(*painter, option, index);
        else
            paintPlace(*painter, option.rect, index);
        painter->restore();
    }

private:
    void paintPlace(QPainter &painter, const QRect &rect, const QModelIndex &index) const
    {
        painter.setFont(m_theme.font(FontRole::InterfaceSmall));
        painter.setPen(m_theme.color(ColorRole::Muted));
        painter.drawText(rect.adjusted(m_theme.scaled(10), 0, -m_theme.scaled(10), 0),
                         Qt::AlignLeft | Qt::AlignVCenter, index.data(Qt::DisplayRole).toString());
    }

    void paintCode(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
    {
        const QRect rect = option.rect;
        const bool isCurrent = option.state.testFlag(QStyle::State_Selected);
        const bool isHot = option.state.testFlag(QStyle::State_MouseOver);
        if (isCurrent || isHot)
            painter.fillRect(rect, m_theme.color(isCurrent ? ColorRole::AccentSoft : ColorRole::CurrentLine));
        if (isCurrent) {
            painter.fillRect(QRect(rect.left(), rect.top(), m_theme.scaled(4), rect.height()),
                             m_theme.color(ColorRole::Accent));
            const qreal stroke = std::max(m_theme.scaled(1), 1);
            painter.setPen(QPen(m_theme.color(ColorRole::Accent), stroke));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(QRectF(rect).adjusted(stroke / 2, stroke / 2, -stroke / 2, -stroke / 2));
        }
        const QFont font = m_theme.font(FontRole::Code);
        const QFontMetrics metrics(font);
        const int top = rect.top() + (rect.height() - metrics.height()) / 2;
        const int gutter = metrics.horizontalAdvance(QLatin1String("00000"));
        painter.setFont(font);
        painter.setPen(m_theme.color(isCurrent ? ColorRole::Text : ColorRole::Muted));
        painter.drawText(QRect(rect.left() + m_theme.scaled(6), top, gutter, metrics.height()),
                         Qt::AlignRight | Qt::AlignVCenter, QString::number(index.data(NumberRole).toInt()));
        MarkedLine line;
        line.text = index.data(CodeRole).toString();
        CodePainter code(m_theme, m_highlighter);
        code.setLine(line);
        const int left = rect.left() + m_theme.scaled(6) + gutter + m_theme.scaled(14);
        code.draw(painter, QRect(left, top, rect.right() - left - m_theme.scaled(8), metrics.height()),
                  CodePainter::Carets::Hidden);
    }

    const Theme &m_theme;
    const CodeHighlighter &m_highlighter;
};

} // namespace

LineList::LineList(const Theme &theme, const CodeHighlighter &highlighter,
                   const QList<Incident::CodeExcerpt> &excerpts, QWidget *parent)
    : QListWidget(parent)
    , m_theme(theme)
{
    setAccessibleName(tr("The code: point at the line that fails"));
    setAccessibleDescription(tr("Up and Down go through the lines, Enter picks one."));
    setItemDelegate(new LineDelegate(theme, highlighter, this));
    setMouseTracking(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
    QPalette colors = palette();
    colors.setColor(QPalette::Base, theme.color(ColorRole::Code));
    setPalette(colors);
    for (const Incident::CodeExcerpt &excerpt : excerpts)
        addExcerpt(excerpt);
    connect(this, &QListWidget::itemClicked, this, &LineList::pick);
    connect(this, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem *item) {
        if (item != nullptr)
            Q_EMIT lineReached(visualItemRect(item));
    });
}

void LineList::addExcerpt(const Incident::CodeExcerpt &excerpt)
{
    Runner::TracebackFrame place;
    place.file = excerpt.file;
    place.function = excerpt.function;
    const QString function = excerpt.function.isEmpty() ? QString() : functionName(place);
    const QString name = placeName(place);
    auto *heading = new QListWidgetItem(function.isEmpty() ? name : tr("%1, %2").arg(name, function), this);
    heading->setFlags(Qt::NoItemFlags);
    const QStringList code = shifted(excerpt.lines);
    for (qsizetype i = 0; i < code.size(); ++i) {
        const int number = excerpt.firstLine + static_cast<int>(i);
        auto *item = new QListWidgetItem(this);
        item->setData(FileRole, excerpt.file);
        item->setData(NumberRole, number);
        item->setData(CodeRole, code.at(i));
        item->setData(Qt::AccessibleTextRole, tr("Line %1: %2").arg(number).arg(code.at(i).trimmed()));
        // An empty line fails in no program.
        if (code.at(i).trimmed().isEmpty())
            item->setFlags(Qt::NoItemFlags);
    }
}

void LineList::pick(const QListWidgetItem *item)
{
    if (item != nullptr && item->flags().testFlag(Qt::ItemIsEnabled))
        Q_EMIT linePicked(item->data(FileRole).toString(), item->data(NumberRole).toInt());
}

QSize LineList::sizeHint() const
{
    int height = 0;
    for (int row = 0; row < count(); ++row)
        height += sizeHintForRow(row);
    return {m_theme.scaled(300), height + m_theme.scaled(6)};
}

QSize LineList::minimumSizeHint() const
{
    return {m_theme.scaled(120), sizeHint().height()};
}

void LineList::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        pick(currentItem());
    else
        QListWidget::keyPressEvent(event);
}

void LineList::focusInEvent(QFocusEvent *event)
{
    QListWidget::focusInEvent(event);
    for (int row = 0; currentItem() == nullptr && row < count(); ++row) {
        if (item(row)->flags().testFlag(Qt::ItemIsEnabled))
            setCurrentRow(row);
    }
}

} // namespace Skillet::Ui
