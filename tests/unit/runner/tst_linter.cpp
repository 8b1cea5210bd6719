// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/linter.h"

#include "faketool.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Skillet::Runner;
using Skillet::TestSupport::makeTool;

class TestLinter final : public QObject
{
    Q_OBJECT

    static constexpr int LimitMs = 20'000;

    std::unique_ptr<QTemporaryDir> m_folder;

    [[nodiscard]] QString folder(const char *name) const
    {
        return m_folder->filePath(QString::fromUtf8(name));
    }

    [[nodiscard]] static QList<LintFinding> findings(Linter &linter, const LintQuestion &question)
    {
        QSignalSpy answered(&linter, &Linter::answered);
        linter.look(question);
        if (answered.isEmpty() && !answered.wait(LimitMs))
            return {{QStringLiteral("no answer"), {}, {}}};
        return answered.first().first().value<QList<LintFinding>>();
    }

    [[nodiscard]] static QStringList codes(const QList<LintFinding> &found)
    {
        QStringList names;
        for (const LintFinding &finding : found)
            names.append(finding.code);
        return names;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
    }

    void realFlake8_isRead()
    {
        const QString flake8 = QStandardPaths::findExecutable(QStringLiteral("flake8"));
        if (flake8.isEmpty())
            QSKIP("flake8 is not installed here");
        QVERIFY(QDir().mkpath(folder("bin")));
        QVERIFY(QFile::link(flake8, folder("bin/flake8")));
        Linter linter(folder("bin"));
        const QList<LintFinding> found =
            findings(linter, {QStringLiteral("import os\nx = '\U0001F600', a=1\n"), {}, {}});
        QVERIFY(!codes(found).contains(QLatin1String("F401"))); // the analyst says that
        QVERIFY(!codes(found).contains(QLatin1String("E999")));
        const QList<LintFinding> style =
            findings(linter, {QStringLiteral("a = '\U0001F600'; b=1\n"), {}, {}});
        QCOMPARE(codes(style), QStringList({QStringLiteral("E702"), QStringLiteral("E225")}));
        const SourceRange wanted{1, 1, 11, 12}; // in units: the face has two
        QCOMPARE(style.at(1).range, wanted);
        QFile settings(folder(".flake8"));
        QVERIFY(settings.open(QIODevice::WriteOnly));
        settings.write("[flake8]\nextend-ignore = E702\n");
        settings.close();
        QCOMPARE(codes(findings(linter, {QStringLiteral("a = 1; b=1\n"), folder("a.py"), {}})),
                 QStringList(QStringLiteral("E225"))); // as the project has it
    }

    void ruff_isReadAndComesFirst()
    {
        QVERIFY(makeTool(folder("bin"), QStringLiteral("flake8"), "echo '1:1:E225:no'"));
        QVERIFY(makeTool(
            folder("bin"), QStringLiteral("ruff"),
            "echo '[{\"code\":\"E711\",\"message\":\"Comparison to None\",\"location\":{\"row\":2,"
            "\"column\":4},\"end_location\":{\"row\":2,\"column\":8}},{\"code\":\"F401\",\"message\":\"x\","
            "\"location\":{\"row\":1,\"column\":1},\"end_location\":{\"row\":1,\"column\":2}},"
            "{\"code\":null,\"message\":\"SyntaxError\",\"location\":{\"row\":1,\"column\":1},"
            "\"end_location\":{\"row\":1,\"column\":2}},{\"code\":\"C901\",\"message\":\"long\","
            "\"location\":{\"row\":1,\"column\":1},\"end_location\":{\"row\":2,\"column\":2}},"
            "{\"code\":\"E1\",\"message\":\"out\",\"location\":{\"row\":9,\"column\":1}}]'; exit 1"));
        Linter linter(folder("bin"));
        const QList<LintFinding> found = findings(linter, {QStringLiteral("first\nif x is None\n"), {}, {}});
        const QList<LintFinding> wanted{
            {QStringLiteral("E711"), QStringLiteral("Comparison to None"), {2, 2, 3, 7}},
            {QStringLiteral("C901"), QStringLiteral("long"), {1, 1, 0, 5}}};
        QCOMPARE(found, wanted);
    }

    void theEnvironment_comesFirst()
    {
        QVERIFY(makeTool(folder("bin"), QStringLiteral("ruff"), "echo '[]'"));
        QVERIFY(makeTool(folder("venv/bin"), QStringLiteral("flake8"), "echo '1:1:E225:no'"));
        Linter linter(folder("bin"));
        QCOMPARE(codes(findings(linter, {QStringLiteral("x=1\n"), {}, folder("venv")})),
                 QStringList(QStringLiteral("E225")));
        QVERIFY(findings(linter, {QStringLiteral("x=1\n"), {}, {}}).isEmpty());
    }

    void aToolThatDoesNotWork_isNotAskedAgain()
    {
        QVERIFY(makeTool(folder("bin"), QStringLiteral("flake8"), "echo x >> \"$0.calls\"; exit 3"));
        Linter linter(folder("bin"));
        const QSignalSpy answered(&linter, &Linter::answered);
        const auto calls = [this] {
            QFile file(folder("bin/flake8.calls"));
            return file.open(QIODevice::ReadOnly) ? file.size() : 0;
        };
        linter.look({QStringLiteral("x=1\n"), {}, {}});
        QTRY_COMPARE_WITH_TIMEOUT(calls(), 2, LimitMs);
        QTest::qWait(200);
        linter.look({QStringLiteral("x=2\n"), {}, {}});
        QTest::qWait(300);
        QCOMPARE(calls(), 2);
        QCOMPARE(answered.size(), 0);
    }

    void garbage_isNothing()
    {
        QVERIFY(makeTool(folder("bin"), QStringLiteral("ruff"), "echo '[{]'"));
        Linter linter(folder("bin"));
        QVERIFY(findings(linter, {QStringLiteral("x=1\n"), {}, {}}).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestLinter)
#include "tst_linter.moc"
