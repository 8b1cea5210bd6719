// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings.h"
#include "environments/environmentsdialog.h"
#include "environments/environmentwords.h"
#include "theme/theme.h"

#include <QDir>
#include <QLabel>
#include <QListWidget>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QTreeWidget>

#include <memory>

using namespace Skillet;
using namespace Skillet::Ui;

namespace {

constexpr int longWaitMs = 60000; // venv installs pip

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

/// With the machine's own Python and real environments.
class EnvironmentsDialogTest final : public QObject
{
    Q_OBJECT

    Theme m_theme;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Core::Settings> m_settings;
    std::unique_ptr<EnvironmentsDialog> m_dialog;
    Workspace::OwnPython m_own;

    [[nodiscard]] QString path(const char *name) const { return m_folder->filePath(s(name)); }

    void open()
    {
        m_dialog = std::make_unique<EnvironmentsDialog>(m_theme, *m_settings, path("shop"), m_own);
        m_dialog->show();
    }

    [[nodiscard]] QPushButton *button(const QString &label) const
    {
        for (QPushButton *each : m_dialog->findChildren<QPushButton *>()) {
            if (each->text().remove(u'&') == label)
                return each;
        }
        return nullptr;
    }

    [[nodiscard]] QListWidget *list() const { return m_dialog->findChild<QListWidget *>(); }

    [[nodiscard]] bool says(const QString &words) const
    {
        for (const QLabel *label : m_dialog->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(words))
                return true;
        }
        return false;
    }

    [[nodiscard]] QStringList packages() const
    {
        QStringList names;
        const auto *tree = m_dialog->findChild<QTreeWidget *>();
        for (int i = 0; i < tree->topLevelItemCount(); ++i)
            names.append(tree->topLevelItem(i)->text(0));
        return names;
    }

    /// A wheel as small as can be.
    void writeWheel(const QString &name) const
    {
        QVERIFY(QDir().mkpath(path("wheels")));
        const QString script =
            QStringLiteral("import zipfile\n"
                           "with zipfile.ZipFile('%1/%2-1.0-py3-none-any.whl', 'w') as wheel:\n"
                           "    wheel.writestr('%2.py', 'x = 1\\n')\n"
                           "    info = '%2-1.0.dist-info/'\n"
                           "    wheel.writestr(info + 'METADATA', 'Metadata-Version: 2.1\\nName: "
                           "%2\\nVersion: 1.0\\n')\n"
                           "    wheel.writestr(info + 'WHEEL', 'Wheel-Version: 1.0\\nRoot-Is-Purelib: "
                           "true\\nTag: py3-none-any\\n')\n"
                           "    wheel.writestr(info + 'RECORD', '')\n")
                .arg(path("wheels"), name);
        QCOMPARE(QProcess::execute(m_own.executable, {s("-c"), script}), 0);
    }

    void write(const char *name, const QByteArray &text) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

    [[nodiscard]] QByteArray read(const char *name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    static void answerNextQuestion(QMessageBox::StandardButton answer)
    {
        // It may come after pip has run, which takes its time.
        auto *look = new QTimer(qApp);
        look->start(50);
        QObject::connect(look, &QTimer::timeout, look, [look, answer] {
            if (auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget())) {
                look->deleteLater();
                look->stop();
                box->button(answer)->click();
            }
        });
    }

private Q_SLOTS:
    void initTestCase()
    {
        QProcess python;
        python.start(s("/usr/bin/python3"),
                     {s("-c"), s("import platform, sys; print(platform.python_version())")});
        QVERIFY(python.waitForFinished());
        m_own.version = QString::fromUtf8(python.readAllStandardOutput()).trimmed();
        m_own.executable = s("/usr/bin/python") + m_own.version.section(u'.', 0, 1);
        QVERIFY(QFile::exists(m_own.executable));
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir().mkpath(path("shop")));
        QVERIFY(QDir().mkpath(path("bin")));
        qputenv("PATH", QFile::encodeName(path("bin")) + ":/usr/bin:/bin");
        m_settings = std::make_unique<Core::Settings>(path("settings.ini"));
    }

    void cleanup() { m_dialog.reset(); }

    void withoutEnvironments_theMachinesPythonIsShown()
    {
        open();
        QCOMPARE(list()->count(), 1);
        QVERIFY(list()->item(0)->text().contains(m_own.version));
        QVERIFY(list()->item(0)->text().contains(s("in use")));
        QVERIFY(!button(s("Use This"))->isEnabled());
        QVERIFY(!button(s("Install..."))->isEnabled());
        QVERIFY(!button(s("Rebuild..."))->isEnabled());
    }

    void anotherPython_isShown_butCannotBeUsed()
    {
        write("bin/python3.2", "#!/bin/sh\n");
        QVERIFY(QFile::setPermissions(path("bin/python3.2"), QFileDevice::ReadOwner | QFileDevice::ExeOwner));
        open();
        QCOMPARE(list()->count(), 2);
        QVERIFY2(list()->item(1)->text().contains(s("3.2, cannot be used")),
                 qPrintable(list()->item(1)->text()));
        list()->setCurrentRow(1);
        QVERIFY(!button(s("Use This"))->isEnabled());
        QVERIFY(!button(s("Rebuild..."))->isEnabled());
        QVERIFY(says(s("Another Python of this machine")));
    }

    void anEnvironment_isMade_filled_written_used_andRebuilt()
    {
        writeWheel(s("tinything"));
        write("shop/requirements.txt", "tinything\n");
        m_settings->setWheels(path("wheels"));
        open();
        QSignalSpy changed(m_dialog.get(), &EnvironmentsDialog::environmentChanged);
        button(s("New Environment"))->click();
        QVERIFY(button(s("Stop"))->isVisible());
        QVERIFY(!list()->isEnabled());
        QTRY_VERIFY_WITH_TIMEOUT(says(s("The environment .venv is made")), longWaitMs);
        QCOMPARE(list()->count(), 2);
        QVERIFY(packages().contains(s("pip")));
        button(s("Install..."))->click();
        QTRY_VERIFY_WITH_TIMEOUT(says(s("is installed")), longWaitMs);
        QVERIFY(packages().contains(s("tinything")));
        QVERIFY(m_dialog->findChild<QPlainTextEdit *>()->toPlainText().contains(s("--no-index")));
        answerNextQuestion(QMessageBox::Ok);
        button(s("Write Requirements"))->click();
        QTRY_COMPARE_WITH_TIMEOUT(read("shop/requirements.txt"), QByteArray("tinything==1.0\n"), longWaitMs);
        button(s("Use This"))->click();
        QCOMPARE(changed.size(), 1);
        QCOMPARE(QFileInfo(m_settings->environment()).fileName(), s(".venv"));
        QVERIFY(!button(s("Use This"))->isEnabled());
        // A Python that was updated away.
        QVERIFY(QFile::remove(path("shop/.venv/bin/python")));
        QVERIFY(QFile::link(s("/usr/bin/python3.2"), path("shop/.venv/bin/python")));
        open();
        QVERIFY(list()->item(1)->text().contains(s("broken")));
        QVERIFY(says(s("/usr/bin/python3.2 is gone")));
        QVERIFY(!button(s("Install..."))->isEnabled());
        answerNextQuestion(QMessageBox::Ok);
        button(s("Rebuild..."))->click();
        QTRY_VERIFY_WITH_TIMEOUT(says(s("made again, with its packages")), longWaitMs);
        QVERIFY(packages().contains(s("tinything")));
        QVERIFY(!list()->item(1)->text().contains(s("broken")));
    }

    void aWheelThatIsMissing_isNamed()
    {
        QVERIFY(QDir().mkpath(path("wheels")));
        write("shop/requirements.txt", "nosuchthing\n");
        QCOMPARE(QProcess::execute(m_own.executable, {s("-m"), s("venv"), path("shop/.venv")}), 0);
        m_settings->setWheels(path("wheels"));
        m_settings->setEnvironment(path("shop/.venv"));
        open();
        button(s("Install..."))->click();
        QTRY_VERIFY_WITH_TIMEOUT(says(s("The folder of wheels has no nosuchthing")), longWaitMs);
        QVERIFY(button(s("Install..."))->isEnabled());
    }

    void whatIsStopped_leavesNothingHalfMade()
    {
        open();
        button(s("New Environment"))->click();
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path("shop/.venv")), longWaitMs);
        button(s("Stop"))->click();
        QVERIFY(says(s("Stopped")));
        QCOMPARE(list()->count(), 1);
        QTRY_VERIFY(!QFile::exists(path("shop/.venv")));
        QVERIFY(button(s("New Environment"))->isEnabled());
    }

    void aFolderWithoutPermission_isTold()
    {
        Runner::EnvironmentOutcome outcome;
        outcome.order.folder = s("/srv/shop/.venv");
        outcome.last.exitCode = 1;
        outcome.last.errors = "Error: [Errno 13] Permission denied: '/srv/shop/.venv'\n";
        QVERIFY(outcomeInWords(outcome).contains(s("You may not write in /srv/shop")));
        outcome.last.errors = "The virtual environment was not created successfully because ensurepip is not "
                              "available.\n";
        QVERIFY(outcomeInWords(outcome).contains(s("python3-venv")));
        outcome.order.task = Runner::EnvironmentTask::Install;
        outcome.atPackages = true;
        outcome.last.errors =
            "Temporary failure in name resolution\nERROR: No matching distribution found for "
            "requests\n";
        QVERIFY(outcomeInWords(outcome).contains(s("no network")));
        outcome.last.errors = "ERROR: No matching distribution found for reqests\n";
        QVERIFY(outcomeInWords(outcome).contains(s("no reqests")));
    }
};

QTEST_MAIN(EnvironmentsDialogTest)
#include "tst_environmentsdialog.moc"
