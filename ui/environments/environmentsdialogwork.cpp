// SPDX-License-Identifier: GPL-3.0-or-later
// What the buttons of EnvironmentsDialog do.
#include "core/file.h"
#include "environments/environmentsdialog.h"
#include "environments/environmentwords.h"
#include "theme/busybar.h"
#include "theme/reading.h"
#include "theme/rolelabel.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>

namespace Skillet::Ui {

using Runner::EnvironmentOrder;
using Runner::EnvironmentTask;

QString EnvironmentsDialog::requirementsFile() const
{
    return QDir(m_project).filePath(QStringLiteral("requirements.txt"));
}

void EnvironmentsDialog::use()
{
    m_settings.setEnvironment(chosen().folder);
    tell(tr("%1 counts from the next start of the prompt: Run, Restart the Prompt.")
             .arg(environmentName(chosen())),
         ColorRole::Text);
    refresh(chosen().folder);
    Q_EMIT environmentChanged();
}

void EnvironmentsDialog::create()
{
    // .venv is the name that other tools look for.
    QString folder = QDir(m_project).filePath(QStringLiteral(".venv"));
    for (int number = 2; QFileInfo::exists(folder); ++number)
        folder = QDir(m_project).filePath(QStringLiteral(".venv-%1").arg(number));
    EnvironmentOrder order;
    order.task = EnvironmentTask::Create;
    order.folder = folder;
    order.python = m_own.executable;
    begin(order, tr("Making the environment %1. It takes some seconds.").arg(QFileInfo(folder).fileName()));
}

void EnvironmentsDialog::rebuild()
{
    const Workspace::Environment environment = chosen();
    EnvironmentOrder order;
    order.task = EnvironmentTask::Rebuild;
    order.folder = environment.folder;
    order.python = m_own.executable;
    order.wheels = m_settings.wheels();
    const QList<Workspace::InstalledPackage> packages = Workspace::installedPackages(environment);
    for (const Workspace::InstalledPackage &package : packages) {
        // These come with the new environment, in the versions that fit it.
        static const QStringList own{QStringLiteral("pip"), QStringLiteral("setuptools"),
                                     QStringLiteral("wheel"), QStringLiteral("pkg_resources")};
        if (!own.contains(package.name.toLower()) && !package.version.isEmpty())
            order.packages.append(package.name + QStringLiteral("==") + package.version);
    }
    QMessageBox box(QMessageBox::Question, tr("Rebuild the environment"),
                    tr("Empty %1 and make it again?").arg(environment.folder),
                    QMessageBox::Ok | QMessageBox::Cancel, this);
    box.setInformativeText(order.packages.isEmpty() ? tr("No packages are installed in it.")
                                                    : tr("Its %n packages are installed again afterwards.",
                                                         nullptr, static_cast<int>(order.packages.size())));
    box.button(QMessageBox::Ok)->setText(tr("&Rebuild"));
    if (box.exec() == QMessageBox::Ok)
        begin(order, tr("Making the environment again."));
}

void EnvironmentsDialog::install()
{
    QString file = requirementsFile();
    if (!QFileInfo::exists(file)) {
        file = QFileDialog::getOpenFileName(this, tr("Install what this file names"), m_project,
                                            tr("Requirements (*.txt *.in);;All files (*)"));
        if (file.isEmpty())
            return;
    }
    EnvironmentOrder order;
    order.task = EnvironmentTask::Install;
    order.folder = chosen().folder;
    order.requirements = file;
    order.wheels = m_settings.wheels();
    begin(order, tr("Installing what %1 names.").arg(QFileInfo(file).fileName()));
}

void EnvironmentsDialog::freeze()
{
    EnvironmentOrder order;
    order.task = EnvironmentTask::Freeze;
    order.folder = chosen().folder;
    begin(order, tr("Asking pip what is installed."));
}

void EnvironmentsDialog::begin(const EnvironmentOrder &order, const QString &words)
{
    if (m_work.isUnderWay())
        return;
    tell(words, ColorRole::Text);
    m_output->clear();
    m_output->show();
    m_busy->start();
    m_work.start(order);
    updateButtons();
}

void EnvironmentsDialog::stopWork()
{
    if (!m_work.isUnderWay())
        return;
    m_work.stop();
    m_busy->stop();
    tell(tr("Stopped."), ColorRole::Text);
    refresh(chosen().folder);
}

void EnvironmentsDialog::finish(const Runner::EnvironmentOutcome &outcome)
{
    m_busy->stop();
    if (outcome.done && outcome.order.task == EnvironmentTask::Freeze)
        writeRequirements(outcome);
    else
        tell(outcomeInWords(outcome), outcome.done ? ColorRole::Ok : ColorRole::Error);
    announce(*m_told);
    refresh(outcome.order.folder);
    const QString used = QFileInfo(m_settings.environment()).canonicalFilePath();
    if (outcome.order.task == EnvironmentTask::Rebuild
        && QFileInfo(outcome.order.folder).canonicalFilePath() == used)
        Q_EMIT environmentChanged();
}

void EnvironmentsDialog::writeRequirements(const Runner::EnvironmentOutcome &outcome)
{
    const QString file = requirementsFile();
    const Core::Result<QByteArray> there = Core::readFile(file, qint64{10'000'000});
    if (there.ok() && there.value() == outcome.last.output) {
        tell(tr("%1 holds just these packages already.").arg(file), ColorRole::Ok);
        return;
    }
    if (QFileInfo::exists(file)) {
        QMessageBox box(QMessageBox::Question, tr("Write the requirements"), tr("Write over %1?").arg(file),
                        QMessageBox::Ok | QMessageBox::Cancel, this);
        box.setInformativeText(tr("It holds something else now."));
        box.button(QMessageBox::Ok)->setText(tr("&Write Over It"));
        if (box.exec() != QMessageBox::Ok) {
            tell(tr("Nothing was written."), ColorRole::Text);
            return;
        }
    }
    const Core::Result<void> written = Core::replaceFile(file, outcome.last.output);
    if (written.ok())
        tell(tr("%1 names the packages, with their versions.").arg(file), ColorRole::Ok);
    else
        tell(written.error().message, ColorRole::Error);
}

void EnvironmentsDialog::reject()
{
    m_work.stop();
    QDialog::reject();
}

} // namespace Skillet::Ui
