// SPDX-License-Identifier: GPL-3.0-or-later
#include "uses/usespane.h"

#include "theme/emptystate.h"
#include "theme/rolelabel.h"

#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QStackedLayout>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace Skillet::Ui {

namespace {
constexpr int listPage = 1;
constexpr int placeRole = Qt::UserRole + 1;
} // namespace

UsesPane::UsesPane(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_words(new RoleLabel(theme, FontRole::InterfaceBold, ColorRole::Text, this))
    , m_tree(new QTreeWidget(this))
    , m_pages(new QStackedLayout)
{
    setAccessibleName(tr("Uses"));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_tree->setAccessibleName(tr("Places"));
    m_tree->setHeaderHidden(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setUniformRowHeights(true);
    m_tree->setExpandsOnDoubleClick(false);
    m_words->setWordWrap(true);
    auto *list = new QWidget(this);
    auto *column = new QVBoxLayout(list);
    column->addWidget(m_words);
    column->addWidget(m_tree, 1);
    m_pages->addWidget(new EmptyState(theme, QStringLiteral("edit-find"), tr("No name was looked for yet"),
                                      tr("Put the caret on a name in the editor and press Shift+F12: every "
                                         "place that uses it is listed here."),
                                      this));
    m_pages->addWidget(list);
    setLayout(m_pages);
    setFocusProxy(m_tree);
    connect(m_tree, &QTreeWidget::itemClicked, this, [this](const QTreeWidgetItem *item) { choose(item); });
    connect(m_tree, &QTreeWidget::itemActivated, this, [this](const QTreeWidgetItem *item) {
        if (m_tree->hasFocus())
            choose(item);
    });
    connect(&theme, &Theme::changed, this, &UsesPane::restyle);
    restyle();
}

void UsesPane::restyle()
{
    const int side = m_theme.scaled(16);
    m_tree->setIndentation(side);
    m_tree->setIconSize(QSize(side, side));
    m_tree->setFont(m_theme.font(FontRole::Code));
    QLayout *column = m_pages->widget(listPage)->layout();
    column->setContentsMargins(m_theme.scaled(8), m_theme.scaled(8), m_theme.scaled(8), m_theme.scaled(4));
    column->setSpacing(m_theme.scaled(4));
    for (int row = 0; row < m_tree->topLevelItemCount(); ++row)
        m_tree->topLevelItem(row)->setFont(0, m_theme.font(FontRole::InterfaceBold));
}

void UsesPane::showPlaces(const Runner::Places &places, const QString &ownName, const QString &words)
{
    m_places = places.entries;
    m_words->setText(words);
    m_tree->setAccessibleDescription(words);
    m_tree->clear();
    QHash<QString, QTreeWidgetItem *> files;
    QHash<QString, int> counts;
    for (const Runner::Place &place : std::as_const(m_places))
        ++counts[place.file];
    for (int index = 0; index < m_places.size(); ++index) {
        const QString &file = m_places.at(index).file;
        QTreeWidgetItem *&row = files[file];
        if (row == nullptr) {
            const QString name = file.isEmpty() ? ownName : QFileInfo(file).fileName();
            row = new QTreeWidgetItem(m_tree, {tr("%1: %2").arg(name).arg(counts.value(file))});
            row->setToolTip(0, QDir::toNativeSeparators(file));
            row->setIcon(0, m_theme.icon(QStringLiteral("text-x-python")));
        }
        addPlace(*row, index);
    }
    restyle();
    m_tree->expandAll();
    if (const QTreeWidgetItem *first = m_tree->topLevelItem(0); first != nullptr)
        m_tree->setCurrentItem(first->child(0));
    m_pages->setCurrentIndex(listPage);
}

void UsesPane::addPlace(QTreeWidgetItem &file, int index)
{
    const Runner::Place &place = m_places.at(index);
    const QString text = place.text.simplified().left(300);
    auto *row = new QTreeWidgetItem(&file, {tr("%1  %2").arg(place.range.line, 5).arg(text)});
    row->setData(0, placeRole, index);
    const QString said = place.isDefinition ? tr("line %1, gets its value: %2") : tr("line %1: %2");
    row->setData(0, Qt::AccessibleTextRole, said.arg(place.range.line).arg(text));
    row->setToolTip(0, place.isDefinition ? tr("Here the name gets its meaning.") : QString());
    row->setIcon(0, m_theme.icon(place.isDefinition ? QStringLiteral("flag") : QStringLiteral("go-next")));
}

void UsesPane::choose(const QTreeWidgetItem *item)
{
    const QVariant index = item->data(0, placeRole);
    if (index.isValid())
        Q_EMIT placeChosen(m_places.at(index.toInt()));
}

} // namespace Skillet::Ui
