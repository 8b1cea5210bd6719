// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/recallsheet.h"

#include "checks/codeblock.h"
#include "course/courseloader.h"
#include "theme/rolelabel.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace Skillet::Ui {

RecallSheet::RecallSheet(const Course::Exercise &exercise, const Theme &theme, QWidget *parent)
    : AnswerSheet(theme, parent)
    , m_again(new QPushButton(tr("Show It &Again"), this))
{
    const QString file = exercise.folder + QStringLiteral("/solution/") + exercise.files.value(0);
    m_words = addWords({}, FontRole::InterfaceBold);
    m_snippet = new CodeBlock(theme, Course::readText(file).valueOr(QString()).trimmed(), this);
    m_snippet->setAccessibleName(tr("The program to keep in mind"));
    m_again->setToolTip(tr("Look at the program once more; then write it from memory"));
    column().addWidget(m_snippet);
    column().addWidget(m_again, 0, Qt::AlignLeft);
    connect(m_again, &QPushButton::clicked, this, [this] { setShown(true); });
    setShown(true);
}

void RecallSheet::setShown(bool shown)
{
    m_snippet->setVisible(shown);
    m_again->setVisible(!shown);
    m_words->setInlineText(shown
                               ? tr("Read it until you could say it. It hides when you begin to write in the "
                                    "editor.")
                               : tr("Now from memory. Names and logic count; spacing and comments do not."));
    m_words->show();
}

void RecallSheet::noteTyping()
{
    if (m_snippet->isVisibleTo(this))
        setShown(false);
}

} // namespace Skillet::Ui
