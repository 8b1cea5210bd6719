// SPDX-License-Identifier: GPL-3.0-or-later
#include "roadmap/roadmappane.h"

#include "roadmap/roadmapmodel.h"
#include "roadmap/roadmapview.h"
#include "theme/emptystate.h"
#include "theme/rolelabel.h"

#include <QProgressBar>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace Skillet::Ui {

RoadmapPane::RoadmapPane(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_model(new RoadmapModel(this))
    , m_view(new RoadmapView(theme, this))
    , m_header(new QWidget(this))
    , m_title(new RoleLabel(theme, FontRole::InterfaceBold, ColorRole::Text, m_header))
    , m_summary(new RoleLabel(theme, FontRole::InterfaceSmall, ColorRole::Muted, m_header))
    , m_progress(new QProgressBar(m_header))
    , m_stack(new QStackedLayout)
{
    setAccessibleName(tr("Roadmap"));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_view->setAccessibleName(tr("Roadmap of the course"));
    m_view->setModel(m_model);
    m_title->setWordWrap(true);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress in this stage"));

    auto *head = new QVBoxLayout(m_header);
    head->addWidget(m_title);
    head->addWidget(m_summary);
    head->addWidget(m_progress);
    auto *course = new QWidget(this);
    auto *column = new QVBoxLayout(course);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    auto *hairline = new QWidget(course);
    hairline->setBackgroundRole(QPalette::Mid);
    hairline->setAutoFillBackground(true);
    hairline->setFixedHeight(1);
    column->addWidget(hairline);
    column->addWidget(m_view, 1);
    m_stack->addWidget(
        new EmptyState(theme, QStringLiteral("roadmap"), tr("No course yet"),
                       tr("The course could not be read. The message at the top says which file "
                          "needs a look."),
                       this));
    m_stack->addWidget(course);
    setLayout(m_stack);
    setFocusProxy(m_view);

    connect(m_view, &RoadmapView::itemChosen, this, &RoadmapPane::itemActivated);
    connect(&theme, &Theme::changed, this, &RoadmapPane::restyle);
    restyle();
}

void RoadmapPane::setCourse(const Course::Course &course)
{
    m_model->setCourse(course);
    m_title->setText(course.title);
    m_stack->setCurrentIndex(course.stages.isEmpty() ? 0 : 1);
    // The stage at hand lies open; the later ones are one click away.
    const QModelIndex stage = stageAtHand();
    m_view->setExpanded(stage, true);
    for (int row = 0; row < m_model->rowCount(stage); ++row) {
        const QModelIndex module = m_model->index(row, 0, stage);
        if (module.data(RoadmapModel::DoneRole).toInt() < module.data(RoadmapModel::TotalRole).toInt()) {
            m_view->setExpanded(module, true);
            break;
        }
    }
    setCurrentItem(m_model->currentItem());
    updateSummary();
}

void RoadmapPane::setStates(const QHash<QString, Progress::ItemState> &states)
{
    m_model->setStates(states);
    updateSummary();
}

void RoadmapPane::setCurrentItem(const QString &id)
{
    m_model->setCurrentItem(id);
    const QModelIndex index = m_model->indexOf(id);
    if (index.isValid()) {
        unfold(index.parent());
        m_view->setCurrentIndex(index);
        m_view->scrollTo(index);
    }
    updateSummary();
}

void RoadmapPane::unfold(const QModelIndex &index)
{
    for (QModelIndex above = index; above.isValid(); above = above.parent()) {
        m_view->setExpanded(above, true);
    }
}

QModelIndex RoadmapPane::stageAtHand() const
{
    QModelIndex above = m_model->indexOf(m_model->currentItem());
    while (above.parent().isValid()) {
        above = above.parent();
    }
    if (above.isValid()) {
        return above;
    }
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex stage = m_model->index(row, 0);
        if (stage.data(RoadmapModel::DoneRole).toInt() < stage.data(RoadmapModel::TotalRole).toInt()) {
            return stage;
        }
    }
    return m_model->index(0, 0);
}

void RoadmapPane::updateSummary()
{
    const QModelIndex stage = stageAtHand();
    const int done = stage.data(RoadmapModel::DoneRole).toInt();
    const int total = stage.data(RoadmapModel::TotalRole).toInt();
    m_summary->setText(total > 0 ? tr("Stage %1: %2 of %3").arg(stage.row() + 1).arg(done).arg(total)
                                 : tr("Stage %1 is planned").arg(stage.row() + 1));
    m_progress->setMaximum(qMax(1, total));
    m_progress->setValue(done);
    m_progress->setVisible(total > 0);
}

void RoadmapPane::restyle()
{
    const int gap = m_theme.scaled(12);
    m_header->layout()->setContentsMargins(gap, gap, gap, gap);
    m_header->layout()->setSpacing(m_theme.scaled(4));
    m_progress->setFixedHeight(m_theme.scaled(8));
}

} // namespace Skillet::Ui
