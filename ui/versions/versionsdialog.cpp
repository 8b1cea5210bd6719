// SPDX-License-Identifier: GPL-3.0-or-later
#include "versions/versionsdialog.h"

#include "diff/diffview.h"
#include "theme/emptystate.h"
#include "theme/rolelabel.h"
#include "versions/versionsreader.h"
#include "versions/versionwords.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QListWidget>
#include <QPushButton>
#include <QScreen>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <KSyntaxHighlighting/Definition>
#include <utility>

namespace Skillet::Ui {

VersionsDialog::VersionsDialog(const Theme &theme, const CodeHighlighter &highlighter, const QString &folder,
                               VersionsOf of, QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_highlighter(highlighter)
    , m_of(std::move(of))
{
    setWindowTitle(tr("Earlier Versions of %1").arg(m_of.name));
    auto *column = new QVBoxLayout(this);
    auto *halves = new QSplitter(Qt::Horizontal, this);
    halves->setChildrenCollapsible(false);
    halves->addWidget(makeList());
    halves->addWidget(makeRight());
    halves->setStretchFactor(1, 1);
    halves->setSizes({theme.scaled(280), theme.scaled(700)});
    column->addWidget(halves, 1);
    m_problem = new RoleLabel(theme, FontRole::Interface, ColorRole::Error, this);
    m_problem->setWordWrap(true);
    m_problem->hide();
    column->addWidget(m_problem);
    column->addWidget(makeButtons());
    const QSize wanted(theme.scaled(980), theme.scaled(560));
    resize(wanted.boundedTo(screen()->availableSize() * 9 / 10));
    if (m_of.path.isEmpty()) {
        showEmpty(tr("This text has no file yet"),
                  tr("Save it with Ctrl+S: from then on a version is kept at every save, run and check."));
    } else {
        showEmpty(tr("Looking for earlier versions"), tr("They are read from the disk."));
        connectReader(folder);
    }
}

QWidget *VersionsDialog::makeList()
{
    m_list = new QListWidget(this);
    m_list->setAccessibleName(tr("Earlier versions, newest first"));
    m_list->setWordWrap(true);
    m_list->setSpacing(m_theme.scaled(3));
    m_list->setMinimumWidth(m_theme.scaled(160));
    connect(m_list, &QListWidget::currentRowChanged, this, &VersionsDialog::choose);
    return m_list;
}

QWidget *VersionsDialog::makeRight()
{
    auto *right = new QWidget(this);
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(m_theme.scaled(8), 0, 0, 0);
    m_heading = new RoleLabel(m_theme, FontRole::InterfaceSmall, ColorRole::Muted, right);
    m_heading->setWordWrap(true);
    m_heading->setText(tr("What changed since: lines with \u2212 are in the earlier version only, lines with "
                          "+ in the text now."));
    m_stack = new QStackedWidget(right);
    m_diff = new DiffView(m_theme, m_highlighter, m_stack);
    m_empty = new EmptyState(m_theme, QStringLiteral("clock"), {}, {}, m_stack);
    m_stack->addWidget(m_diff);
    m_stack->addWidget(m_empty);
    column->addWidget(m_heading);
    column->addWidget(m_stack, 1);
    return right;
}

QWidget *VersionsDialog::makeButtons()
{
    auto *box = new QDialogButtonBox(QDialogButtonBox::Close, this);
    const auto add = [box](const QString &text, const QString &tip) {
        QPushButton *button = box->addButton(text, QDialogButtonBox::ActionRole);
        button->setToolTip(tip);
        button->setAutoDefault(false); // Enter in the differences unfolds
        button->setEnabled(false);
        return button;
    };
    box->button(QDialogButtonBox::Close)->setAutoDefault(false);
    m_restore = add(tr("&Restore"),
                    tr("Make the text in the editor this version; the text now is kept as a version, and "
                       "Undo brings it back"));
    m_open = add(tr("&Open as New"), tr("Open this version in a tab of its own"));
    m_copy = add(tr("&Copy"), tr("Copy this version's whole text to the clipboard"));
    connect(m_restore, &QPushButton::clicked, this, [this] { Q_EMIT restoreRequested(m_known.text); });
    connect(m_open, &QPushButton::clicked, this, [this] { Q_EMIT openRequested(m_known.text); });
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_known.text); });
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return box;
}

void VersionsDialog::connectReader(const QString &folder)
{
    m_reader = new VersionsReader(folder, m_of.path, m_of.present, this);
    connect(m_reader, &VersionsReader::listed, this, &VersionsDialog::showList);
    connect(m_reader, &VersionsReader::counted, this, [this](int place, const QString &words) {
        QListWidgetItem *item = m_list->item(place);
        item->setText(item->text() + u'\n' + words);
    });
    connect(m_reader, &VersionsReader::compared, this,
            [this](int place, const QString &text, const Workspace::LineDiff &diff) {
                note({place, text, diff, {}});
            });
    connect(m_reader, &VersionsReader::versionFailed, this, [this](int place, const Core::Error &error) {
        note({place, {}, {}, error.message});
    });
    connect(m_reader, &VersionsReader::failed, this, [this](const Core::Error &error) {
        showEmpty(tr("The earlier versions cannot be read"), error.message);
    });
}

void VersionsDialog::read()
{
    if (m_reader != nullptr)
        m_reader->read();
}

void VersionsDialog::showEmpty(const QString &title, const QString &sentence)
{
    m_empty->setTexts(title, sentence);
    m_empty->setAccessibleName(title + QStringLiteral(". ") + sentence);
    m_stack->setCurrentWidget(m_empty);
    m_heading->hide();
}

void VersionsDialog::showList(const QList<Workspace::FileVersion> &versions)
{
    if (versions.isEmpty()) {
        showEmpty(tr("No earlier versions yet"),
                  tr("One is kept at every save, run and check. Those of a file that was renamed or moved "
                     "stay under its old name."));
        return;
    }
    const QDateTime now = QDateTime::currentDateTime();
    for (const Workspace::FileVersion &version : versions)
        m_list->addItem(versionInWords(version, now));
    m_list->setCurrentRow(0);
    m_list->setFocus();
}

void VersionsDialog::choose()
{
    m_known = {};
    m_reader->want(m_list->currentRow());
    showChosen();
}

void VersionsDialog::note(const Known &known)
{
    if (known.place != m_list->currentRow())
        return; // another one was chosen meanwhile
    m_known = known;
    showChosen();
}

void VersionsDialog::showChosen()
{
    const Known &known = m_known;
    const bool isKnown = known.place >= 0;
    const bool isWhole = isKnown && known.problem.isEmpty();
    m_problem->hide();
    m_open->setEnabled(isWhole);
    m_copy->setEnabled(isWhole);
    const bool isSame = isWhole && known.text == m_of.present;
    m_restore->setEnabled(isWhole && !isSame && !m_of.readOnly);
    if (!isKnown) {
        showEmpty(tr("Comparing"), tr("This version is being compared with the text now."));
    } else if (!isWhole) {
        showEmpty(tr("This version cannot be read"), known.problem);
    } else if (known.diff.tooLarge) {
        showEmpty(tr("Too many lines to compare"),
                  tr("Restore, Open as New and Copy work all the same: nothing can be lost by them."));
    } else if (isSame) {
        showEmpty(tr("Nothing has changed since"), tr("The text in the editor is this version."));
    } else {
        m_diff->setDiff(known.diff, m_highlighter.definitionForFile(m_of.name).name());
        m_stack->setCurrentWidget(m_diff);
        m_heading->show();
    }
}

void VersionsDialog::showProblem(const QString &message)
{
    m_problem->setText(message);
    m_problem->show();
}

} // namespace Skillet::Ui
