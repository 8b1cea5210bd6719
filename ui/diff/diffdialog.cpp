// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/diffdialog.h"

#include "diff/diffview.h"
#include "theme/emptystate.h"
#include "theme/rolelabel.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QScreen>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <KSyntaxHighlighting/Definition>
#include <utility>

namespace Skillet::Ui {

DiffDialog::DiffDialog(const Theme &theme, const CodeHighlighter &highlighter, DiffTexts texts,
                       QWidget *parent)
    : QDialog(parent)
    , m_highlighter(highlighter)
    , m_texts(std::move(texts))
    , m_stack(new QStackedWidget(this))
    , m_diff(new DiffView(theme, highlighter, m_stack))
    , m_empty(new EmptyState(theme, QStringLiteral("vcs-diff"), {}, {}, m_stack))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Close, this))
{
    setWindowTitle(m_texts.title);
    auto *column = new QVBoxLayout(this);
    auto *heading = new RoleLabel(theme, FontRole::InterfaceSmall, ColorRole::Muted, this);
    heading->setWordWrap(true);
    heading->setText(m_texts.heading);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_diff);
    column->addWidget(heading);
    column->addWidget(m_stack, 1);
    column->addWidget(m_buttons);
    m_buttons->button(QDialogButtonBox::Close)->setAutoDefault(false); // Enter in the differences unfolds
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    const QSize wanted(theme.scaled(760), theme.scaled(520));
    resize(wanted.boundedTo(screen()->availableSize() * 9 / 10));
    m_pool.setMaxThreadCount(1);
    compare();
}

DiffDialog::~DiffDialog() = default;

QPushButton *DiffDialog::addChoice(const QString &text, const QString &tip)
{
    QPushButton *button = m_buttons->addButton(text, QDialogButtonBox::ActionRole);
    button->setToolTip(tip);
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, &QDialog::close, Qt::QueuedConnection);
    return button;
}

void DiffDialog::compare()
{
    if (m_texts.before == m_texts.after) {
        showEmpty(tr("Nothing differs"), tr("Both texts are the same, line by line."));
        return;
    }
    showEmpty(tr("Comparing"), tr("The two texts are compared line by line."));
    m_pool.start([this, before = m_texts.before, after = m_texts.after] {
        const Workspace::LineDiff diff = Workspace::compareLines(before, after);
        QMetaObject::invokeMethod(
            this, [this, diff] { showDiff(diff); }, Qt::QueuedConnection);
    });
}

void DiffDialog::showDiff(const Workspace::LineDiff &diff)
{
    if (diff.tooLarge) {
        showEmpty(tr("Too many lines to compare"), tr("These texts are too long to be laid side by side."));
        return;
    }
    m_diff->setDiff(diff, m_highlighter.definitionForFile(m_texts.fileName).name());
    m_stack->setCurrentWidget(m_diff);
    m_diff->setFocus();
}

void DiffDialog::showEmpty(const QString &title, const QString &sentence)
{
    m_empty->setTexts(title, sentence);
    m_empty->setAccessibleName(title + QStringLiteral(". ") + sentence);
    m_stack->setCurrentWidget(m_empty);
}

} // namespace Skillet::Ui
