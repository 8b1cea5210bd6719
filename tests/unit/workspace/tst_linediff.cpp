// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/linediff.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

using namespace Skillet::Workspace;

namespace {

/// `-b` removed, `+c` added, ` a` the same: one entry a line.
QString written(const LineDiff &diff)
{
    QStringList lines;
    for (const DiffLine &line : diff.lines) {
        const QChar sign = line.state == LineState::Same ? u' '
            : line.state == LineState::Added             ? u'+'
                                                         : u'-';
        lines.append(sign + diff.text(line));
    }
    return lines.join(u'|');
}

/// Whether the lines lead from one text to the other, each line once and in order.
bool leadsFromOneToTheOther(const LineDiff &diff)
{
    int before = 0;
    int after = 0;
    for (const DiffLine &line : diff.lines) {
        if ((line.before >= 0 && line.before != before++) || (line.after >= 0 && line.after != after++))
            return false;
        if (line.state == LineState::Same && diff.before.at(line.before) != diff.after.at(line.after))
            return false;
        if ((line.before >= 0) != (line.state != LineState::Added)
            || (line.after >= 0) != (line.state != LineState::Removed))
            return false;
    }
    return before == diff.before.size() && after == diff.after.size();
}

QString manyLines(int count, const QString &word)
{
    QString text;
    for (int i = 0; i < count; ++i)
        text += word + QString::number(i) + u'\n';
    return text;
}

} // namespace

class LineDiffTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void twoTexts_areComparedLineByLine_data();
    void twoTexts_areComparedLineByLine();
    void anyTwoTexts_leadFromOneToTheOther();
    void hugeTexts_areComparedInBoundedTime_data();
    void hugeTexts_areComparedInBoundedTime();
    void tooManyLines_areSaidToBeSo();
};

void LineDiffTest::twoTexts_areComparedLineByLine_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *before, const char *after, const char *expected) {
        QTest::newRow(name) << QString::fromLatin1(before) << QString::fromLatin1(after)
                            << QString::fromLatin1(expected);
    };
    row("same", "a\nb\n", "a\nb\n", " a| b| ");
    row("both empty", "", "", " ");
    row("one line changed", "a\nb\nc", "a\nx\nc", " a|-b|+x| c");
    row("added at the end", "a", "a\nb", " a|+b");
    row("removed at the start", "a\nb", "b", "-a| b");
    row("all others", "a\nb", "c\nd", "-a|-b|+c|+d");
    row("last line end lost", "a\n", "a", " a|-");
    row("moved", "a\nb\nc\nd", "b\nc\nd\na", "-a| b| c| d|+a");
    row("repeated lines", "x\n\ny\n\nz", "x\n\nq\n\ny\n\nz", " x| |+q|+| y| | z");
    row("changes on both sides of a line", "a\nb\nc\nd\ne", "1\nb\n2\nd\n3", "-a|+1| b|-c|+2| d|-e|+3");
    row("only repeated lines between", "p\np\nq\nq", "p\nq\nq\nq", " p|-p|+q| q| q");
}

void LineDiffTest::twoTexts_areComparedLineByLine()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    const LineDiff diff = compareLines(before, after);
    QTEST(written(diff), "expected");
    QVERIFY(leadsFromOneToTheOther(diff));
    QCOMPARE(diff.added - diff.removed, diff.after.size() - diff.before.size());
}

void LineDiffTest::anyTwoTexts_leadFromOneToTheOther()
{
    QRandomGenerator random(4711);
    for (int round = 0; round < 300; ++round) {
        const auto text = [&random] {
            QString made;
            const int kinds = 1 + random.bounded(12);
            for (int i = random.bounded(60); i > 0; --i)
                made += QChar(u'a' + random.bounded(kinds)) + QStringLiteral("\n");
            return made;
        };
        const QString before = text();
        const QString after = text();
        QVERIFY2(leadsFromOneToTheOther(compareLines(before, after)), qPrintable(before + u'/' + after));
    }
}

void LineDiffTest::hugeTexts_areComparedInBoundedTime_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    const QString lines = manyLines(50'000, QStringLiteral("line "));
    QTest::newRow("nothing in common") << lines << manyLines(50'000, QStringLiteral("other "));
    QTest::newRow("one in the middle") << lines << QString(lines).insert(lines.size() / 2, u'\n');
    QTest::newRow("few kinds of lines")
        << QStringLiteral("a\nb\n").repeated(25'000) << QStringLiteral("b\nb\na\n").repeated(16'000);
    QTest::newRow("one long line") << QString(5'000'000, u'x') << QString(5'000'001, u'x');
}

void LineDiffTest::hugeTexts_areComparedInBoundedTime()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    QElapsedTimer timer;
    timer.start();
    const LineDiff diff = compareLines(before, after);
    QVERIFY(leadsFromOneToTheOther(diff));
    QVERIFY2(timer.elapsed() < 15'000, qPrintable(QString::number(timer.elapsed())));
}

void LineDiffTest::tooManyLines_areSaidToBeSo()
{
    QVERIFY(compareLines(QString(300'000, u'\n'), QString()).tooLarge);
    QVERIFY(compareLines(QString(), QString(300'000, u'\n')).tooLarge);
}

QTEST_GUILESS_MAIN(LineDiffTest)
#include "tst_linediff.moc"
