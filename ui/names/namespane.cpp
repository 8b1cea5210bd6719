// SPDX-License-Identifier: GPL-3.0-or-later
#include "names/namespane.h"

#include "names/namesmodel.h"
#include "names/namesview.h"
#include "theme/emptystate.h"
#include "theme/rolelabel.h"

#include <QLineEdit>
#include <QSortFilterProxyModel>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace Skillet::Ui {

using Runner::Session;
using Runner::SessionState;

NamesPane::NamesPane(Session &session, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_theme(theme)
    , m_model(new NamesModel(theme, this))
    , m_sorted(new QSortFilterProxyModel(this))
    , m_view(new NamesView(theme, this))
    , m_filter(new QLineEdit(this))
    , m_status(new RoleLabel(theme, FontRole::InterfaceSmall, ColorRole::Muted, this))
    , m_nothing(new EmptyState(theme, QStringLiteral("code-variable"), tr("No names yet"),
                               tr("What you name at the prompt appears here, with its type, size and value. "
                                  "Try: orders = [3, 1, 2]"),
                               this))
    , m_stack(new QStackedLayout)
{
    setAccessibleName(tr("Names"));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(NamesModel::SortRole);
    m_sorted->setSortCaseSensitivity(Qt::CaseInsensitive);
    m_sorted->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_sorted->setFilterKeyColumn(-1);
    m_view->setModel(m_sorted);
    m_filter->setPlaceholderText(tr("Filter by name, type or value"));
    m_filter->setAccessibleName(tr("Filter the names"));
    m_filter->setClearButtonEnabled(true);
    m_status->setWordWrap(true);

    auto *list = new QWidget(this);
    auto *column = new QVBoxLayout(list);
    column->addWidget(m_filter);
    column->addWidget(m_view, 1);
    column->addWidget(m_status);
    m_stack->addWidget(m_nothing);
    m_stack->addWidget(list);
    setLayout(m_stack);
    setFocusProxy(m_filter);

    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_sorted->setFilterFixedString(text);
        tell();
    });
    connect(m_filter, &QLineEdit::returnPressed, this, [this] { m_view->setFocus(); });
    connect(m_view, &NamesView::nameChosen, this, &NamesPane::nameChosen);
    connect(&theme, &Theme::changed, this, &NamesPane::restyle);
    connectSession();
    restyle();
    tell();
}

void NamesPane::connectSession()
{
    connect(&m_session, &Session::namesKnown, this, [this](quint32 request, const Runner::NameList &names) {
        if (request == m_request && m_request != 0)
            take(names);
    });
    connect(&m_session, &Session::runFinished, this, &NamesPane::ask);
    connect(&m_session, &Session::workerReady, this, &NamesPane::ask);
    connect(&m_session, &Session::stateChanged, this, &NamesPane::tell);
}

void NamesPane::ask()
{
    m_stale = true;
    if (!isVisible())
        return;
    m_stale = false;
    m_request = m_session.askNames();
}

void NamesPane::take(const Runner::NameList &names)
{
    m_request = 0;
    m_omitted = names.omitted;
    m_model->setEntries(names.entries);
    m_stack->setCurrentIndex(m_model->rowCount() == 0 && m_omitted == 0 ? 0 : 1);
    tell();
}

void NamesPane::tell()
{
    QStringList parts;
    if (m_model->rowCount() > 0 && m_sorted->rowCount() == 0)
        parts.append(tr("No name fits the filter."));
    if (m_omitted > 0)
        parts.append(tr("and %1 more").arg(locale().toString(m_omitted)));
    const SessionState state = m_session.state();
    if (state == SessionState::Running || state == SessionState::WaitingInput
        || state == SessionState::Stopping)
        parts.append(tr("As of the last input: a run is under way."));
    m_status->setText(parts.join(QStringLiteral(" \u00b7 ")));
    m_status->setVisible(!parts.isEmpty());
}

void NamesPane::restyle()
{
    const int gap = m_theme.scaled(6);
    QLayout *column = m_stack->widget(1)->layout();
    column->setContentsMargins(gap, gap, gap, gap);
    column->setSpacing(gap);
}

QSize NamesPane::sizeHint() const
{
    return {m_theme.scaled(310), m_theme.scaled(400)};
}

void NamesPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        ask();
}

} // namespace Skillet::Ui
