// SPDX-License-Identifier: GPL-3.0-or-later
#include "running/runsettingsdialog.h"

#include "theme/rolelabel.h"

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

namespace Skillet::Ui {

RunSettingsDialog::RunSettingsDialog(const Theme &theme, const QString &name, const QString &ownFolder,
                                     const Workspace::RunSettings &settings, QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_arguments(new QLineEdit(settings.arguments, this))
    , m_input(new QPlainTextEdit(settings.input, this))
    , m_folder(new QLineEdit(settings.folder, this))
    , m_environment(new QPlainTextEdit(settings.environment, this))
    , m_problem(new RoleLabel(theme, FontRole::Interface, ColorRole::Error, this))
{
    setWindowTitle(tr("Run Settings for %1").arg(name));
    auto *column = new QVBoxLayout(this);
    auto *form = new QFormLayout;
    m_arguments->setPlaceholderText(tr("as in a terminal: --count 3 \"two words\""));
    m_input->setPlaceholderText(tr("What the program reads instead of asking you. Empty: it asks."));
    m_environment->setPlaceholderText(tr("NAME=value, one a line"));
    m_input->setTabChangesFocus(true);
    m_environment->setTabChangesFocus(true);
    for (QPlainTextEdit *text : {m_input, m_environment})
        text->setFont(theme.font(FontRole::Code));
    m_arguments->setFont(theme.font(FontRole::Code));
    form->addRow(tr("&Arguments"), m_arguments);
    form->addRow(tr("&Input"), m_input);
    form->addRow(tr("&Folder"), folderRow(ownFolder));
    form->addRow(tr("&Variables"), m_environment);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    column->addLayout(form, 1);
    m_problem->setWordWrap(true);
    column->addWidget(m_problem);
    auto *box = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_ok = box->button(QDialogButtonBox::Ok);
    QPushButton *clear = box->addButton(tr("&Clear All"), QDialogButtonBox::ResetRole);
    clear->setToolTip(tr("Run it plainly again"));
    column->addWidget(box);
    connect(box, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(clear, &QPushButton::clicked, this, &RunSettingsDialog::clear);
    connect(m_arguments, &QLineEdit::textChanged, this, &RunSettingsDialog::check);
    connect(m_folder, &QLineEdit::textChanged, this, &RunSettingsDialog::check);
    connect(m_environment, &QPlainTextEdit::textChanged, this, &RunSettingsDialog::check);
    resize(QSize(theme.scaled(560), theme.scaled(420)).boundedTo(screen()->availableSize() * 9 / 10));
    check();
}

QWidget *RunSettingsDialog::folderRow(const QString &ownFolder)
{
    auto *line = new QWidget(this);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    m_folder->setPlaceholderText(ownFolder);
    m_folder->setAccessibleName(tr("Folder that the program runs in"));
    m_folder->setClearButtonEnabled(true);
    auto *choose = new QPushButton(tr("Choos&e..."), line);
    choose->setAutoDefault(false);
    connect(choose, &QPushButton::clicked, this, [this, ownFolder] {
        const QString folder =
            QFileDialog::getExistingDirectory(this, tr("Folder that the program runs in"),
                                              m_folder->text().isEmpty() ? ownFolder : m_folder->text());
        if (!folder.isEmpty())
            m_folder->setText(folder);
    });
    row->addWidget(m_folder, 1);
    row->addWidget(choose);
    line->setFocusProxy(m_folder);
    return line;
}

Workspace::RunSettings RunSettingsDialog::settings() const
{
    return {m_arguments->text().trimmed(), m_input->toPlainText(), m_folder->text().trimmed(),
            m_environment->toPlainText()};
}

void RunSettingsDialog::clear()
{
    m_arguments->clear();
    m_input->clear();
    m_folder->clear();
    m_environment->clear();
}

QString RunSettingsDialog::startHint(const QStringList &variables)
{
    for (const QString &variable : variables) {
        if (variable.startsWith(QStringLiteral("PYTHON")))
            return tr("Python reads %1 when it starts, and that of the prompt has started. It counts when "
                      "you run "
                      "the file in a terminal window.")
                .arg(variable.section(u'=', 0, 0));
    }
    return {};
}

void RunSettingsDialog::check()
{
    const Workspace::RunSettings now = settings();
    const Core::Result<QStringList> arguments = Workspace::splitArguments(now.arguments);
    const Core::Result<QStringList> variables = Workspace::environmentSettings(now.environment);
    QString problem;
    if (!arguments.ok())
        problem = arguments.error().message;
    else if (!now.folder.isEmpty() && !QFileInfo(now.folder).isDir())
        problem = tr("There is no folder %1. Choose another, or leave the line empty.").arg(now.folder);
    else if (!variables.ok())
        problem = variables.error().message;
    m_ok->setEnabled(problem.isEmpty());
    if (problem.isEmpty())
        problem = startHint(variables.value());
    m_problem->setText(problem);
}

} // namespace Skillet::Ui
