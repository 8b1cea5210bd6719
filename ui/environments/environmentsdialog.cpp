// SPDX-License-Identifier: GPL-3.0-or-later
// The look of EnvironmentsDialog; what its buttons do is in environmentsdialogwork.cpp.
#include "environments/environmentsdialog.h"

#include "environments/environmentwords.h"
#include "theme/busybar.h"
#include "theme/rolelabel.h"

#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>
#include <QSplitter>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace Skillet::Ui {

namespace {

constexpr int mostOutputLines = 2000;

QString shortPath(const QString &path)
{
    const QString home = QDir::homePath();
    return path.startsWith(home + u'/') ? u'~' + path.mid(home.size()) : path;
}

} // namespace

EnvironmentsDialog::EnvironmentsDialog(const Theme &theme, Core::Settings &settings, const QString &project,
                                       const Workspace::OwnPython &own, QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_settings(settings)
    , m_project(project)
    , m_own(own)
{
    setWindowTitle(tr("Python Environments"));
    auto *column = new QVBoxLayout(this);
    auto *halves = new QSplitter(Qt::Horizontal, this);
    halves->setChildrenCollapsible(false);
    halves->addWidget(makeList());
    halves->addWidget(makeDetails());
    halves->setStretchFactor(1, 1);
    halves->setSizes({theme.scaled(240), theme.scaled(560)});
    column->addWidget(halves, 1);
    column->addWidget(makeWheelsRow());
    m_busy = new BusyBar(theme, this);
    column->addWidget(m_busy);
    m_told = new RoleLabel(theme, FontRole::Interface, ColorRole::Text, this);
    m_told->setWordWrap(true);
    m_told->hide();
    column->addWidget(m_told);
    m_output = new QPlainTextEdit(this);
    m_output->setReadOnly(true);
    m_output->setMaximumBlockCount(mostOutputLines);
    m_output->setFont(theme.font(FontRole::Code));
    m_output->setAccessibleName(tr("What the programs wrote"));
    m_output->setFixedHeight(theme.scaled(120));
    m_output->hide();
    column->addWidget(m_output);
    auto *row = new QHBoxLayout;
    m_create = makeButton(tr("&New Environment"), tr("Make an environment in %1").arg(shortPath(m_project)),
                          &EnvironmentsDialog::create);
    m_stop = makeButton(tr("&Stop"), tr("Stop what is under way"), &EnvironmentsDialog::stopWork);
    QPushButton *close = makeButton(tr("&Close"), tr("Close this window"), &EnvironmentsDialog::reject);
    row->addWidget(m_create);
    row->addWidget(m_stop);
    row->addStretch();
    row->addWidget(close);
    column->addLayout(row);
    connect(&m_work, &Runner::EnvironmentWork::wrote, this, [this](const QString &text) {
        m_output->moveCursor(QTextCursor::End);
        m_output->insertPlainText(text);
        m_output->ensureCursorVisible();
    });
    connect(&m_work, &Runner::EnvironmentWork::ended, this, &EnvironmentsDialog::finish);
    resize(QSize(theme.scaled(820), theme.scaled(540)).boundedTo(screen()->availableSize() * 9 / 10));
    refresh(m_settings.environment());
}

QPushButton *EnvironmentsDialog::makeButton(const QString &text, const QString &tip,
                                            void (EnvironmentsDialog::*does)())
{
    auto *button = new QPushButton(text, this);
    button->setToolTip(tip);
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, does);
    return button;
}

QWidget *EnvironmentsDialog::makeList()
{
    m_list = new QListWidget(this);
    m_list->setAccessibleName(tr("Pythons and environments"));
    m_list->setWordWrap(true);
    m_list->setSpacing(m_theme.scaled(3));
    m_list->setMinimumWidth(m_theme.scaled(140));
    connect(m_list, &QListWidget::currentRowChanged, this, &EnvironmentsDialog::showChosen);
    return m_list;
}

QWidget *EnvironmentsDialog::makeDetails()
{
    auto *details = new QWidget(this);
    auto *column = new QVBoxLayout(details);
    column->setContentsMargins(m_theme.scaled(8), 0, 0, 0);
    m_title = new RoleLabel(m_theme, FontRole::InterfaceBold, ColorRole::Text, details);
    m_place = new RoleLabel(m_theme, FontRole::InterfaceSmall, ColorRole::Muted, details);
    m_words = new RoleLabel(m_theme, FontRole::Interface, ColorRole::Text, details);
    m_packages = new QTreeWidget(details);
    m_packages->setAccessibleName(tr("Packages"));
    m_packages->setHeaderLabels({tr("Package"), tr("Version")});
    m_packages->setRootIsDecorated(false);
    m_packages->setUniformRowHeights(true);
    m_packages->header()->setStretchLastSection(true);
    for (RoleLabel *label : {m_title, m_place, m_words}) {
        label->setWordWrap(true);
        column->addWidget(label);
    }
    column->addWidget(m_packages, 1);
    m_use = makeButton(tr("&Use This"), tr("Let the prompt and your programs run in it"),
                       &EnvironmentsDialog::use);
    m_rebuild = makeButton(tr("&Rebuild..."), tr("Make it again, with the same packages"),
                           &EnvironmentsDialog::rebuild);
    m_install = makeButton(tr("&Install..."), tr("Install what a requirements file names"),
                           &EnvironmentsDialog::install);
    m_freeze = makeButton(tr("&Write Requirements"),
                          tr("Write its packages, with their versions, to requirements.txt"),
                          &EnvironmentsDialog::freeze);
    auto *row = new QHBoxLayout;
    for (QPushButton *button : {m_use, m_install, m_freeze, m_rebuild})
        row->addWidget(button);
    row->addStretch();
    column->addLayout(row);
    return details;
}

QWidget *EnvironmentsDialog::makeWheelsRow()
{
    auto *line = new QWidget(this);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    auto *label = new RoleLabel(m_theme, FontRole::Interface, ColorRole::Text, line);
    label->setText(tr("Without network, install &from:"));
    m_wheels = new QLineEdit(m_settings.wheels(), line);
    m_wheels->setPlaceholderText(tr("a folder of wheels; empty: from the network"));
    m_wheels->setAccessibleName(tr("Folder of wheels to install from without network"));
    m_wheels->setClearButtonEnabled(true);
    label->setBuddy(m_wheels);
    connect(m_wheels, &QLineEdit::textChanged, this,
            [this](const QString &text) { m_settings.setWheels(text.trimmed()); });
    auto *choose = new QPushButton(tr("Choos&e..."), line);
    choose->setAutoDefault(false);
    connect(choose, &QPushButton::clicked, this, [this] {
        const QString folder =
            QFileDialog::getExistingDirectory(this, tr("Folder of wheels"), m_settings.wheels());
        if (!folder.isEmpty())
            m_wheels->setText(folder);
    });
    row->addWidget(label);
    row->addWidget(m_wheels, 1);
    row->addWidget(choose);
    return line;
}

bool EnvironmentsDialog::isInUse(const Workspace::Environment &environment) const
{
    const QString used = m_settings.environment();
    return environment.isVirtual() ? environment.folder == QFileInfo(used).canonicalFilePath()
                                   : used.isEmpty() && environment.python == m_own.executable;
}

Workspace::Environment EnvironmentsDialog::chosen() const
{
    return m_environments.value(m_list->currentRow());
}

void EnvironmentsDialog::refresh(const QString &folderToChoose)
{
    const QString wanted = QFileInfo(folderToChoose).canonicalFilePath();
    m_environments = Workspace::findEnvironments({m_project, m_settings.environment()}, m_own);
    m_environments += Workspace::otherPythons(qEnvironmentVariable("PATH"), m_own);
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    int row = 0;
    for (const Workspace::Environment &each : std::as_const(m_environments)) {
        QStringList lines{environmentName(each)};
        QString state = each.version.isEmpty() ? tr("Python") : tr("Python %1").arg(each.version);
        if (each.state == Workspace::EnvironmentState::Broken)
            state = tr("broken");
        else if (each.state != Workspace::EnvironmentState::Usable)
            state = tr("%1, cannot be used").arg(state);
        if (isInUse(each))
            state = tr("%1, in use").arg(state);
        lines.append(state);
        m_list->addItem(lines.join(u'\n'));
        if (each.isVirtual() && each.folder == wanted)
            row = m_list->count() - 1;
    }
    m_list->setCurrentRow(row);
    showChosen();
}

void EnvironmentsDialog::showChosen()
{
    const Workspace::Environment environment = chosen();
    m_title->setText(environmentName(environment));
    m_place->setText(shortPath(environment.isVirtual() ? environment.folder : environment.python));
    m_words->setText(environmentInWords(environment, m_own));
    m_words->setColorRole(environment.state == Workspace::EnvironmentState::Usable ? ColorRole::Text
                                                                                   : ColorRole::Warn);
    m_packages->clear();
    const bool isKnown = environment.isVirtual() || environment.python == m_own.executable;
    const QList<Workspace::InstalledPackage> packages =
        isKnown ? Workspace::installedPackages(environment) : QList<Workspace::InstalledPackage>();
    m_packages->setVisible(isKnown);
    for (const Workspace::InstalledPackage &package : packages)
        m_packages->addTopLevelItem(new QTreeWidgetItem({package.name, package.version}));
    m_packages->resizeColumnToContents(0);
    updateButtons();
}

void EnvironmentsDialog::updateButtons()
{
    const Workspace::Environment environment = chosen();
    const bool isFree = !m_work.isUnderWay();
    const bool isUsable = environment.state == Workspace::EnvironmentState::Usable;
    m_use->setEnabled(isFree && isUsable && !isInUse(environment));
    m_install->setEnabled(isFree && isUsable && environment.isVirtual());
    m_freeze->setEnabled(isFree && isUsable && environment.isVirtual());
    m_rebuild->setEnabled(isFree && environment.isVirtual());
    m_create->setEnabled(isFree);
    m_list->setEnabled(isFree);
    m_stop->setVisible(!isFree);
}

void EnvironmentsDialog::tell(const QString &words, ColorRole role)
{
    m_told->setText(words);
    m_told->setColorRole(role);
    m_told->setVisible(!words.isEmpty());
}

} // namespace Skillet::Ui
