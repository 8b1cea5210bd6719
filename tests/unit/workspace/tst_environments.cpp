// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/environments.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Skillet::Workspace;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

class EnvironmentsTest final : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    OwnPython m_own;

    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }

    void write(const QString &name, const QByteArray &text, bool executable = false) const
    {
        QVERIFY(QDir().mkpath(QFileInfo(path(name)).path()));
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
        if (executable)
            file.setPermissions(file.permissions() | QFileDevice::ExeOwner | QFileDevice::ExeUser);
    }

    /// As `python3.11 -m venv` makes it.
    void make(const QString &name, const char *version = "3.11.2", const QString &home = {}) const
    {
        const QString from = home.isEmpty() ? path(s("usr/bin")) : home;
        write(name + s("/pyvenv.cfg"),
              QStringLiteral("home = %1\ninclude-system-site-packages = false\nversion = %2\n")
                  .arg(from, QLatin1String(version))
                  .toUtf8());
        QVERIFY(QDir().mkpath(path(name + s("/bin"))));
        QVERIFY(QFile::link(m_own.executable, path(name + s("/bin/python"))));
        const QString minor = QString::fromLatin1(version).section(u'.', 0, 1);
        QVERIFY(QDir().mkpath(path(name + s("/lib/python%1/site-packages").arg(minor))));
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        write(s("usr/bin/python3.11"), "#!/bin/sh\n", true);
        m_own = {path(s("usr/bin/python3.11")), s("3.11.2")};
    }

    void thoseOfAProject_areFound()
    {
        make(s("shop/.venv"));
        make(s("shop/env"));
        make(s("shop/deep/down/venv"));
        QVERIFY(QDir().mkpath(path(s("shop/src"))));
        const QList<Environment> found =
            findEnvironments({path(s("shop")), path(s("shop/.venv")), QString()}, m_own);
        QCOMPARE(found.size(), 3);
        QVERIFY(!found.at(0).isVirtual());
        QCOMPARE(found.at(0).python, m_own.executable);
        QCOMPARE(QFileInfo(found.at(1).folder).fileName(), s(".venv"));
        QCOMPARE(found.at(1).version, s("3.11.2"));
        QVERIFY(found.at(1).state == EnvironmentState::Usable);
        QCOMPARE(QFileInfo(found.at(2).folder).fileName(), s("env"));
    }

    void aPythonThatIsGone_isToldApart()
    {
        make(s("v"));
        QVERIFY(QFile::remove(path(s("v/bin/python"))));
        QVERIFY(QFile::link(path(s("usr/bin/python3.9")), path(s("v/bin/python"))));
        const Environment found = readEnvironment(path(s("v")), m_own);
        QVERIFY(found.state == EnvironmentState::Broken);
        QCOMPARE(found.missing, path(s("usr/bin/python3.9")));
    }

    void packagesThatAreGone_areToldApart()
    {
        make(s("v"));
        QVERIFY(QDir(path(s("v/lib"))).removeRecursively());
        const Environment found = readEnvironment(path(s("v")), m_own);
        QVERIFY(found.state == EnvironmentState::Broken);
        QVERIFY2(found.missing.endsWith(s("site-packages")), qPrintable(found.missing));
    }

    void anotherVersion_andAnotherPython_areToldApart()
    {
        make(s("old"), "3.9.7");
        QVERIFY(readEnvironment(path(s("old")), m_own).state == EnvironmentState::OtherVersion);
        make(s("new"), "3.11.9"); // of the same minor version
        QVERIFY(readEnvironment(path(s("new")), m_own).state == EnvironmentState::Usable);
        write(s("opt/bin/python3.11"), "#!/bin/sh\n", true);
        make(s("other"), "3.11.2", path(s("opt/bin")));
        QVERIFY(readEnvironment(path(s("other")), m_own).state == EnvironmentState::OtherPython);
    }

    void rubbish_isNoReasonToFail()
    {
        write(s("v/pyvenv.cfg"), "\xff\xfe = = =\nhome\nversion\n");
        const Environment found = readEnvironment(path(s("v")), m_own);
        QVERIFY(found.state == EnvironmentState::Broken);
        QVERIFY(installedPackages(found).isEmpty());
        QCOMPARE(findEnvironments({path(s("nowhere"))}, m_own).size(), 1);
    }

    void packages_areReadFromWhatInstallersLeave()
    {
        make(s("v"));
        const QString site = s("v/lib/python3.11/site-packages/");
        write(site + s("requests-2.31.0.dist-info/METADATA"), "");
        write(site + s("Flask_SQLAlchemy-3.1.1.dist-info/METADATA"), "");
        write(site + s("old_thing-0.9-py3.11.egg-info/PKG-INFO"), "");
        write(site + s("single-1.0.egg-info"), "");
        write(site + s("requests/__init__.py"), "");
        const QList<InstalledPackage> expected{{s("Flask_SQLAlchemy"), s("3.1.1")},
                                               {s("old_thing"), s("0.9")},
                                               {s("requests"), s("2.31.0")},
                                               {s("single"), s("1.0")}};
        QCOMPARE(installedPackages(readEnvironment(path(s("v")), m_own)), expected);
    }

    void otherPythons_areThoseOfThePath_eachOnce()
    {
        write(s("usr/bin/python3.9"), "#!/bin/sh\n", true);
        write(s("usr/bin/python3.13"), "#!/bin/sh\n", true);
        write(s("usr/bin/python3.13-config"), "#!/bin/sh\n", true);
        write(s("usr/bin/python3.8"), "not to be run");
        QVERIFY(QDir().mkpath(path(s("local/bin"))));
        QVERIFY(QFile::link(path(s("usr/bin/python3.9")), path(s("local/bin/python3.9"))));
        write(s("local/bin/python3.11"), "#!/bin/sh\n", true);
        const QList<Environment> found =
            otherPythons(path(s("usr/bin")) + u':' + path(s("local/bin")), m_own);
        QCOMPARE(found.size(), 3);
        QCOMPARE(found.at(0).python, path(s("usr/bin/python3.13")));
        QCOMPARE(found.at(0).version, s("3.13"));
        QVERIFY(found.at(0).state == EnvironmentState::OtherVersion);
        QCOMPARE(found.at(1).python, path(s("usr/bin/python3.9")));
        QCOMPARE(found.at(2).python, path(s("local/bin/python3.11")));
        QVERIFY(found.at(2).state == EnvironmentState::OtherPython);
    }
};

QTEST_GUILESS_MAIN(EnvironmentsTest)
#include "tst_environments.moc"
