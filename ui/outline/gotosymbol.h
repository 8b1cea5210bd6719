// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "outline/symbolsearch.h"
#include "theme/theme.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QTreeWidget;

namespace Skillet::Ui {

/// A quick list of a text's parts: typing narrows it, Up and Down walk in it, Enter goes there. Open it with
/// open(); it deletes nothing.
class GoToSymbol final : public QDialog
{
    Q_OBJECT

public:
    GoToSymbol(const Theme &theme, QWidget *parent);

    /// May be called while it is open: what is marked stays marked.
    void setSymbols(const QList<Runner::Symbol> &symbols);

    void accept() override;

Q_SIGNALS:
    void chosen(const Skillet::Runner::Symbol &symbol);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill();

    const Theme &m_theme;
    QList<Runner::Symbol> m_symbols;
    QList<FoundSymbol> m_found; ///< as the rows
    QLineEdit *m_text;
    QTreeWidget *m_list;
    QLabel *m_words;
};

} // namespace Skillet::Ui
