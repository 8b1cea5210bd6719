// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/gotoline.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

#include <algorithm>

namespace Skillet::Ui {

std::optional<EditorPlace> placeFromText(const QString &text)
{
    static const QRegularExpression form(
        QStringLiteral("\\A\\s*([0-9]{1,9})\\s*(?:[:,]\\s*([0-9]{1,9})?\\s*)?\\z"));
    const QRegularExpressionMatch match = form.match(text);
    const int line = match.captured(1).toInt();
    const bool hasColumn = !match.captured(2).isEmpty();
    const int column = hasColumn ? match.captured(2).toInt() : 1;
    if (line < 1 || column < 1)
        return std::nullopt;
    return EditorPlace{line, column - 1};
}

GoToLine::GoToLine(int lines, int current, QWidget *parent)
    : QDialog(parent)
    , m_lines(lines)
    , m_text(new QLineEdit(QString::number(current), this))
    , m_words(new QLabel(this))
{
    setWindowTitle(tr("Go to Line"));
    auto *column = new QVBoxLayout(this);
    auto *label = new QLabel(tr("&Line, from 1 to %1:").arg(lines), this);
    label->setBuddy(m_text);
    m_text->setAccessibleName(tr("Line"));
    m_text->selectAll();
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_go = buttons->addButton(tr("&Go"), QDialogButtonBox::AcceptRole);
    m_go->setDefault(true);
    column->addWidget(label);
    column->addWidget(m_text);
    column->addWidget(m_words);
    column->addWidget(buttons);
    connect(m_text, &QLineEdit::textChanged, this, &GoToLine::check);
    connect(buttons, &QDialogButtonBox::accepted, this, &GoToLine::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &GoToLine::reject);
    check();
    // Room for two lines of words, so that the dialog keeps its size while somebody types.
    m_words->setMinimumHeight(2 * fontMetrics().lineSpacing());
    setMinimumWidth(fontMetrics().averageCharWidth() * 44);
}

void GoToLine::check()
{
    const auto place = placeFromText(m_text->text());
    const bool isThere = place && place->line <= m_lines;
    if (isThere)
        m_words->setText(tr("A column can follow, as in 12:5."));
    else if (place)
        m_words->setText(tr("There is no line %1: the last one is %2.").arg(place->line).arg(m_lines));
    else
        m_words->setText(tr("Write a line, as 12, or a line and a column, as 12:5."));
    m_words->setAccessibleName(m_words->text());
    m_go->setEnabled(isThere);
}

void GoToLine::accept()
{
    const auto place = placeFromText(m_text->text());
    if (!place || place->line > m_lines)
        return;
    QDialog::accept();
    Q_EMIT chosen(*place);
}

} // namespace Skillet::Ui
