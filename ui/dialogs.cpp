// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs.h"

#include "actions.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QMessageBox>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace Skillet::Ui {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Dialogs", text);
}

QTreeWidget *shortcutList(const Actions &actions, QWidget *parent)
{
    auto *list = new QTreeWidget(parent);
    list->setRootIsDecorated(false);
    list->setUniformRowHeights(true);
    list->setHeaderLabels({translated(QT_TRANSLATE_NOOP("Dialogs", "Command")),
                           translated(QT_TRANSLATE_NOOP("Dialogs", "Keys")),
                           translated(QT_TRANSLATE_NOOP("Dialogs", "What it does"))});
    list->setAccessibleName(translated(QT_TRANSLATE_NOOP("Dialogs", "Keyboard shortcuts")));
    for (const QAction *action : actions.all()) {
        auto *row = new QTreeWidgetItem(list);
        row->setIcon(0, action->icon());
        row->setText(0, action->text().remove(QLatin1Char('&')).remove(QStringLiteral("...")));
        row->setText(1, action->shortcut().toString(QKeySequence::NativeText));
        row->setText(2, action->statusTip());
    }
    list->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    return list;
}

void filterRows(QTreeWidget *list, const QString &text)
{
    for (int row = 0; row < list->topLevelItemCount(); ++row) {
        QTreeWidgetItem *item = list->topLevelItem(row);
        bool matches = false;
        for (int column = 0; column < list->columnCount(); ++column) {
            matches = matches || item->text(column).contains(text, Qt::CaseInsensitive);
        }
        item->setHidden(!matches);
    }
}

} // namespace

void showShortcuts(QWidget &parent, const Actions &actions)
{
    auto *dialog = new QDialog(&parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(translated(QT_TRANSLATE_NOOP("Dialogs", "Keyboard Shortcuts")));
    auto *column = new QVBoxLayout(dialog);
    auto *search = new QLineEdit(dialog);
    search->setPlaceholderText(translated(QT_TRANSLATE_NOOP("Dialogs", "Search commands")));
    search->setAccessibleName(search->placeholderText());
    search->setClearButtonEnabled(true);
    auto *list = shortcutList(actions, dialog);
    QObject::connect(search, &QLineEdit::textChanged, list,
                     [list](const QString &text) { filterRows(list, text); });
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    column->addWidget(search);
    column->addWidget(list, 1);
    column->addWidget(buttons);
    const QFontMetrics metrics(dialog->font());
    dialog->resize(metrics.averageCharWidth() * 110, metrics.height() * 30);
    dialog->open();
}

void showAbout(QWidget &parent, const QString &pythonVersion)
{
    const QString python = pythonVersion.isEmpty()
        ? translated(QT_TRANSLATE_NOOP("Dialogs", "Python is not running."))
        : translated(QT_TRANSLATE_NOOP("Dialogs", "The prompt runs Python %1.")).arg(pythonVersion);
    auto *box = new QMessageBox(&parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(translated(QT_TRANSLATE_NOOP("Dialogs", "About Skillet")));
    box->setIconPixmap(QApplication::windowIcon().pixmap(64));
    box->setText(
        translated(QT_TRANSLATE_NOOP("Dialogs",
                                     "<h3>Skillet %1</h3>"
                                     "<p>A workbench for learning Python: read, write, run, see what "
                                     "broke, mend it.</p>"
                                     "<p>%2 Qt %3.</p>"
                                     "<p>Built on Qt, QScintilla, KSyntaxHighlighting, pybind11, MD4C, "
                                     "toml++, JSON for Modern C++ and the Breeze icons.</p>"
                                     "<p>Free software under the GNU General Public License, version 3 "
                                     "or later.</p>"))
            .arg(QLatin1String(SKILLET_VERSION), python, QLatin1String(qVersion())));
    box->open();
}

} // namespace Skillet::Ui
