// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/testfiles.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Skillet::Workspace;

class TestFilesTest final : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    [[nodiscard]] QString path(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
    void touch(const char *name) const
    {
        QVERIFY(QDir().mkpath(QFileInfo(path(name)).path()));
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void namesOfTestFiles_areKnown()
    {
        QVERIFY(isTestFile(QStringLiteral("/a/test_shop.py")));
        QVERIFY(isTestFile(QStringLiteral("shop_test.py")));
        QVERIFY(!isTestFile(QStringLiteral("/test_a/shop.py")));
        QVERIFY(!isTestFile(QStringLiteral("test_shop.txt")));
        QVERIFY(!isTestFile(QStringLiteral("testing.py")));
    }

    void theTestsOfAFile_areFoundByName_nearestFirst()
    {
        touch("pack/shop.py");
        QVERIFY(testFileOf(path("pack/shop.py"), m_folder->path()).isEmpty());
        touch("tests/test_shop.py");
        QCOMPARE(testFileOf(path("pack/shop.py"), m_folder->path()), path("tests/test_shop.py"));
        touch("pack/tests/shop_test.py");
        QCOMPARE(testFileOf(path("pack/shop.py"), m_folder->path()), path("pack/tests/shop_test.py"));
        touch("pack/test_shop.py");
        QCOMPARE(testFileOf(path("pack/shop.py"), m_folder->path()), path("pack/test_shop.py"));
    }

    void testsRun_inTheProject()
    {
        touch("one/deep/shop.py");
        QCOMPARE(testFolderOf(path("one/deep/shop.py"), path("one")), path("one"));
        QCOMPARE(testFolderOf(path("one/deep/shop.py"), path("other")), path("one/deep"));
        touch("one/pyproject.toml");
        QCOMPARE(testFolderOf(path("one/deep/shop.py"), path("other")), path("one"));
        // A folder whose name only begins alike is another one.
        QCOMPARE(testFolderOf(path("one/deep/shop.py"), path("on")), path("one"));
    }
};

QTEST_GUILESS_MAIN(TestFilesTest)
#include "tst_testfiles.moc"
