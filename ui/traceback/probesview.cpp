// SPDX-License-Identifier: GPL-3.0-or-later
#include "traceback/probesview.h"

#include "theme/reading.h"
#include "theme/rolelabel.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace Skillet::Ui {

namespace {

using Question = Incident::Probe::Question;

/// Characters of code beside which an answer still has room.
constexpr qsizetype LongestBeside = 30;

QString say(const char *text)
{
    return QCoreApplication::translate("Skillet::Ui::ProbesView", text);
}

QString withoutTicks(QString text)
{
    return text.remove(u'`');
}

} // namespace

QString questionInWords(const Incident::Probe &probe)
{
    switch (probe.question) {
    case Question::Type:
        return say("What kind of thing is `%1`?").arg(probe.subject);
    case Question::Length:
        return say("How many items are in `%1`?").arg(probe.subject);
    case Question::Keys:
        return say("Which keys does `%1` have?").arg(probe.subject);
    case Question::Last:
        return say("What comes last in `%1`?").arg(probe.subject);
    case Question::Characters:
        return say("Which characters are in `%1`, also those that are not seen?").arg(probe.subject);
    case Question::Names:
        return say("Which names exist there?");
    case Question::Attributes:
        return say("What does `%1` have that begins like it?").arg(probe.subject);
    case Question::File:
        return say("Which file is the module `%1` from?").arg(probe.subject);
    case Question::Folder:
        return say("In which folder does the program look?");
    case Question::Files:
        return say("Which files are there?");
    case Question::Search:
        return say("Where are modules looked for first?");
    }
    return {};
}

ProbesView::ProbesView(const Theme &theme, const QList<Incident::Probe> &probes, Frame frame, int line,
                       QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_column(new QVBoxLayout(this))
{
    readAsGroup(*this);
    setAccessibleName(tr("What next"));
    m_column->setContentsMargins(0, theme.scaled(4), 0, theme.scaled(4));
    m_column->setSpacing(theme.scaled(6));
    addHeading();
    if (frame == Frame::Alive) {
        for (const Incident::Probe &probe : probes)
            addProbe(probe);
        return;
    }
    for (const Incident::Probe &probe : probes) {
        // What is imported first does not go into one call.
        if (probe.code.contains(u';'))
            addText(tr("%1 Run `%2` there.").arg(questionInWords(probe), probe.code));
        else if (line > 0)
            addText(tr("%1 Put `print(%2)` in front of line %3, and run it again.")
                        .arg(questionInWords(probe), probe.code)
                        .arg(line));
        else
            addText(tr("%1 Let Python print `%2` there.").arg(questionInWords(probe), probe.code));
    }
}

void ProbesView::addHeading()
{
    auto *heading = new RoleLabel(m_theme, FontRole::InterfaceBold, ColorRole::Text, this);
    heading->setText(tr("What next"));
    m_column->addWidget(heading);
}

void ProbesView::addText(const QString &text)
{
    auto *label = new RoleLabel(m_theme, FontRole::Interface, ColorRole::Text, this);
    label->setInlineText(text);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_column->addWidget(label);
}

void ProbesView::addProbe(const Incident::Probe &probe)
{
    const QString question = questionInWords(probe);
    addText(question);
    Row row;
    row.button = new QPushButton(this);
    row.button->setFont(m_theme.font(FontRole::Code));
    row.button->setText(QString(probe.code).replace(u'&', QLatin1String("&&")));
    row.button->setToolTip(tr("Run %1 at the place of the error; the prompt shows it, too").arg(probe.code));
    row.button->setAccessibleName(tr("Ask %1").arg(probe.code));
    row.button->setAccessibleDescription(withoutTicks(question));
    // Long code is cut at the end of a narrow pane; the tool tip has it whole.
    row.button->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    row.button->setMinimumWidth(m_theme.scaled(60));
    row.answer = new RoleLabel(m_theme, FontRole::Code, ColorRole::Text, this);
    row.answer->setWordWrap(true);
    row.answer->setTextInteractionFlags(Qt::TextSelectableByMouse);
    row.answer->hide();
    connect(row.button, &QPushButton::clicked, this, [this, code = probe.code] { Q_EMIT probeWanted(code); });
    const bool beside = probe.code.size() <= LongestBeside;
    auto *line = new QHBoxLayout;
    line->setSpacing(m_theme.scaled(10));
    line->addWidget(row.button);
    if (beside)
        line->addWidget(row.answer, 1);
    else
        line->addStretch(1);
    if (beside)
        line->addStretch(0);
    line->setAlignment(row.button, Qt::AlignLeft | Qt::AlignTop);
    m_column->addLayout(line);
    if (!beside)
        m_column->addWidget(row.answer);
    m_rows.insert(probe.code, row);
}

void ProbesView::showAnswer(const QString &code, const ProbeAnswer &answer)
{
    const auto found = m_rows.constFind(code);
    if (found == m_rows.constEnd())
        return;
    const bool isWaiting = answer.state == ProbeAnswer::State::Waiting;
    const bool hasFailed = answer.state == ProbeAnswer::State::Failed;
    RoleLabel &label = *found->answer;
    label.setColorRole(isWaiting || hasFailed ? ColorRole::Muted : ColorRole::Text);
    label.setText(isWaiting ? tr("Python is asked...") : answer.text);
    label.setAccessibleName(tr("%1 is %2").arg(code, label.text()));
    label.show();
    found->button->setEnabled(!isWaiting);
    if (!isWaiting)
        announce(label);
}

} // namespace Skillet::Ui
