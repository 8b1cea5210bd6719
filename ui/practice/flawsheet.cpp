// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/flawsheet.h"

#include "course/courseloader.h"
#include "theme/rolelabel.h"

#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace Skillet::Ui {

namespace {

constexpr int mostLinesShown = 12;
constexpr int lineRole = Qt::UserRole;

} // namespace

FlawSheet::FlawSheet(const Course::Exercise &exercise, const Theme &theme, QWidget *parent)
    : AnswerSheet(theme, parent)
    , m_lines(new QListWidget(this))
{
    (void)addWords(
        tr("Which line is wrong? Mark it (Enter or a click), then show it by a test and repair the "
           "program in the editor."),
        FontRole::InterfaceBold);
    m_lines->setAccessibleName(tr("The program as it was handed in"));
    column().addWidget(m_lines);
    m_marked = addWords({}, FontRole::Interface, ColorRole::Muted);
    const QString file = exercise.folder + QStringLiteral("/starter/") + exercise.files.value(0);
    const QStringList lines = Course::readText(file).valueOr(QString()).split(u'\n');
    for (int number = 1; number <= lines.size(); ++number) {
        const QString &text = lines.at(number - 1);
        if (number == lines.size() && text.isEmpty())
            break;
        auto *item = new QListWidgetItem(QStringLiteral("%1  %2").arg(number, 3).arg(text), m_lines);
        item->setData(lineRole, number);
        item->setData(Qt::AccessibleTextRole, tr("line %1: %2").arg(number).arg(text.trimmed()));
    }
    connect(m_lines, &QListWidget::itemClicked, this,
            [this](const QListWidgetItem *item) { mark(item->data(lineRole).toInt()); });
    connect(m_lines, &QListWidget::itemActivated, this,
            [this](const QListWidgetItem *item) { mark(item->data(lineRole).toInt()); });
    connect(&theme, &Theme::changed, this, &FlawSheet::updateLook);
    updateLook();
}

void FlawSheet::mark(int line)
{
    if (line == m_line)
        return;
    m_line = line;
    updateLook();
    Q_EMIT answersChanged();
}

void FlawSheet::updateLook()
{
    m_lines->setFont(theme().font(FontRole::Code));
    const int row = QFontMetrics(m_lines->font()).lineSpacing() + theme().scaled(6);
    m_lines->setFixedHeight(row * std::min(m_lines->count(), mostLinesShown) + theme().scaled(8));
    for (int i = 0; i < m_lines->count(); ++i) {
        QListWidgetItem *item = m_lines->item(i);
        const bool isMarked = item->data(lineRole).toInt() == m_line;
        item->setIcon(isMarked ? theme().icon(QStringLiteral("flag"), ColorRole::Error) : QIcon());
        item->setBackground(isMarked ? QBrush(theme().color(ColorRole::ErrorSoft)) : QBrush());
        if (isMarked)
            m_lines->setCurrentItem(item);
    }
    m_marked->setInlineText(m_line == 0 ? tr("No line is marked yet.")
                                        : tr("Line %1 is marked.").arg(m_line));
    m_marked->show();
}

QJsonObject FlawSheet::answers() const
{
    return m_line == 0 ? QJsonObject() : QJsonObject{{QStringLiteral("line"), m_line}};
}

void FlawSheet::setAnswers(const QJsonObject &answers)
{
    const int line = answers.value(QLatin1String("line")).toInt();
    m_line = line >= 1 && line <= m_lines->count() ? line : 0;
    updateLook();
}

} // namespace Skillet::Ui
