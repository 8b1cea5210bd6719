// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runner/reading.h"
#include "theme/theme.h"

#include <QWidget>

class QStackedLayout;
class QTreeWidget;
class QTreeWidgetItem;

namespace Skillet::Ui {

class RoleLabel;

/// Where a name is used: the places by file, with the text of their lines. A click or Enter goes to one.
class UsesPane final : public QWidget
{
    Q_OBJECT

public:
    explicit UsesPane(const Theme &theme, QWidget *parent = nullptr);

    /// `ownName` is what the text is called that was asked about: the places without a file are in it.
    void showPlaces(const Runner::Places &places, const QString &ownName, const QString &words);

Q_SIGNALS:
    void placeChosen(const Skillet::Runner::Place &place);

private:
    void choose(const QTreeWidgetItem *item);
    void addPlace(QTreeWidgetItem &file, int index);
    void restyle();

    const Theme &m_theme;
    QList<Runner::Place> m_places;
    RoleLabel *m_words;
    QTreeWidget *m_tree;
    QStackedLayout *m_pages;
};

} // namespace Skillet::Ui
