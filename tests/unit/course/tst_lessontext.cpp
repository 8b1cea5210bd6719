// SPDX-License-Identifier: GPL-3.0-or-later
#include "course/lessontext.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace Skillet::Course;
using Skillet::Core::ErrorCode;

class TestLessonText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readText_leavesTheFrontMatterOut_data();
    void readText_leavesTheFrontMatterOut();
    void readText_refusesWhatIsNoText();
    void readSplitText_yieldsTheFrontMatter();

private:
    QString write(const QByteArray &content);

    QTemporaryDir m_folder;
};

QString TestLessonText::write(const QByteArray &content)
{
    QFile file(m_folder.filePath(QStringLiteral("text.md")));
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? file.fileName()
                                                                                    : QString();
}

void TestLessonText::readText_leavesTheFrontMatterOut_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("text");
    QTest::newRow("task") << QByteArray("# Task\n\nDo é.\n") << QStringLiteral("# Task\n\nDo é.\n");
    QTest::newRow("lesson") << QByteArray("+++\ntitle = \"x\"\n+++\nText\n") << QStringLiteral("Text\n");
    QTest::newRow("CR LF") << QByteArray("+++\r\na = 1\r\n+++\r\nText\r\n") << QStringLiteral("Text\n");
    QTest::newRow("mark") << QByteArray("\xEF\xBB\xBF+++\na = 1\n+++\nText\n") << QStringLiteral("Text\n");
    QTest::newRow("empty front matter") << QByteArray("+++\n+++\nText\n") << QStringLiteral("Text\n");
    QTest::newRow("fence further down")
        << QByteArray("Text\n+++\nMore\n") << QStringLiteral("Text\n+++\nMore\n");
    QTest::newRow("empty") << QByteArray() << QString();
}

void TestLessonText::readText_leavesTheFrontMatterOut()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, text);
    const auto read = readText(write(content));
    QVERIFY2(read.ok(), read ? "" : qPrintable(read.error().message));
    QCOMPARE(read.value(), text);
}

void TestLessonText::readText_refusesWhatIsNoText()
{
    const auto missing = readText(m_folder.filePath(QStringLiteral("missing.md")));
    QVERIFY(!missing.ok());
    QCOMPARE(missing.error().code, ErrorCode::NotFound);
    QVERIFY(missing.error().message.contains(QStringLiteral("missing.md")));

    const auto latin = readText(write("fine\ncaf\xE9\n"));
    QVERIFY(!latin.ok());
    QCOMPARE(latin.error().code, ErrorCode::Invalid);
    QVERIFY(latin.error().message.contains(QStringLiteral("text.md, line 2")));

    const auto open = readText(write("+++\ntitle = \"x\"\n"));
    QVERIFY(!open.ok());
    QCOMPARE(open.error().code, ErrorCode::Invalid);

    const auto folder = readText(m_folder.path());
    QVERIFY(!folder.ok());
    QCOMPARE(folder.error().code, ErrorCode::Invalid);
}

void TestLessonText::readSplitText_yieldsTheFrontMatter()
{
    const auto read = readSplitText(write("+++\na = 1\nb = 2\n+++\nText\n"));
    QVERIFY(std::holds_alternative<SplitText>(read));
    const auto &split = std::get<SplitText>(read);
    QVERIFY(split.hasFrontMatter);
    QCOMPARE(split.frontMatter, QByteArray("a = 1\nb = 2\n"));
    QCOMPARE(split.body, QByteArray("Text\n"));
}

QTEST_APPLESS_MAIN(TestLessonText)
#include "tst_lessontext.moc"
