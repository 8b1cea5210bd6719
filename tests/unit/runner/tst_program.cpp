// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/program.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Skillet::Runner;

/// How the editor's files become programs.
class TestProgram final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(QDir(m_folder.path()).mkpath(QStringLiteral("shop/tools")));
        for (const char *file : {"shop/__init__.py", "shop/tools/__init__.py"}) {
            QFile init(m_folder.filePath(QString::fromLatin1(file)));
            QVERIFY(init.open(QIODevice::WriteOnly));
        }
    }

    void aFile_runsInItsOwnFolder()
    {
        const QString path = m_folder.filePath(QStringLiteral("shop/prices.py"));
        const Program program = fileProgram(path, QStringLiteral("1/0"));
        QCOMPARE(program.kind, ProgramKind::File);
        QCOMPARE(program.file, path);
        QCOMPARE(program.source, QStringLiteral("1/0"));
        QCOMPARE(program.workingFolder, m_folder.filePath(QStringLiteral("shop")));
        QVERIFY(!program.isTyped());
    }

    void aModule_hasTheNameOfItsPackages_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("module");
        const auto add = [](const char *file, const char *module) {
            QTest::newRow(file) << QString::fromLatin1(file) << QString::fromLatin1(module);
        };
        add("alone.py", "alone");
        add("shop/prices.py", "shop.prices");
        add("shop/tools/label.py", "shop.tools.label");
        add("shop/__main__.py", "shop");
        add("shop/tools/__init__.py", "shop.tools");
        add("__main__.py", "__main__");
        add("v1.2.py", "v1.2");
    }
    void aModule_hasTheNameOfItsPackages()
    {
        QFETCH(QString, file);
        QFETCH(QString, module);
        const Program program = moduleProgram(m_folder.filePath(file));
        QCOMPARE(program.kind, ProgramKind::Module);
        QCOMPARE(program.file, module);
        QCOMPARE(program.workingFolder, m_folder.path());
        QVERIFY(!program.isTyped());
    }

private:
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestProgram)
#include "tst_program.moc"
