// SPDX-License-Identifier: GPL-3.0-or-later
#include "prompt/exceptionlines.h"

#include <QTest>

using namespace Skillet;
using namespace Skillet::Ui;

class ExceptionLinesTest final : public QObject
{
    Q_OBJECT

    static Runner::Traceback traceback()
    {
        Runner::Traceback result;
        Runner::ExceptionInfo raised;
        raised.type = QStringLiteral("KeyError");
        raised.message = QStringLiteral("'x'");
        result.exceptions = {raised};
        result.plainText = QStringLiteral("Traceback (most recent call last):\n"
                                          "  File \"/home/a b/orders.py\", line 8, in total\n"
                                          "    o['x']\n"
                                          "    ~^^^^^\n"
                                          "KeyError: 'x'\n");
        return result;
    }

private Q_SLOTS:
    void theMessageStandsOut()
    {
        const QList<StyledLine> lines = exceptionLines(traceback(), {});
        QCOMPARE(lines.size(), 5);
        QCOMPARE(lines.last().text, QStringLiteral("KeyError: 'x'"));
        QVERIFY(lines.last().runs.first().look.bold);
        QCOMPARE(lines.last().runs.first().look.color, ColorRole::Error);
        QCOMPARE(lines.first().runs.first().look.color, ColorRole::Muted);
    }

    void placesAreLinks()
    {
        const StyledLine line = exceptionLines(traceback(), {}).at(1);
        const LookRun run = line.runs.first();
        QCOMPARE(line.text.mid(run.start, run.length),
                 QStringLiteral("File \"/home/a b/orders.py\", line 8"));
        const std::optional<FileLink> place = fileLink(run.look.link);
        QVERIFY(place.has_value());
        QCOMPARE(place->file, QStringLiteral("/home/a b/orders.py"));
        QCOMPARE(place->line, 8);
    }

    void promptInputIsNoLink()
    {
        StyledLine line{QStringLiteral("  File \"<python-input-0>\", line 1, in <module>"), {}, false};
        linkPlaces(line);
        QVERIFY(line.runs.isEmpty());
    }

    void linksCutOtherRunsApart()
    {
        TextLook error;
        error.color = ColorRole::Error;
        StyledLine line{QStringLiteral("  File \"a.py\", line 3 x"), {}, false};
        line.runs = {{0, line.text.size(), error}};
        linkPlaces(line);
        QCOMPARE(line.runs.size(), 3);
        QVERIFY(!line.runs.at(1).look.link.isEmpty());
        QCOMPARE(line.runs.at(2).look.color, ColorRole::Error);
        QCOMPARE(line.runs.at(2).start + line.runs.at(2).length, line.text.size());
    }

    void theLastLineLeadsToThePicture()
    {
        const QList<StyledLine> lines = exceptionLines(traceback(), QStringLiteral("traceback:3"));
        QCOMPARE(lines.last().runs.first().look.link, QStringLiteral("traceback:3"));
        QVERIFY(!fileLink(QStringLiteral("traceback:3")).has_value());
    }

    void withoutPlainTextTheMessageIsShown()
    {
        Runner::Traceback bare = traceback();
        bare.plainText.clear();
        QCOMPARE(exceptionLines(bare, {}).first().text, QStringLiteral("KeyError: 'x'"));
    }

    void messagesOfSeveralLinesStandOutWhole()
    {
        Runner::Traceback several = traceback();
        several.plainText = QStringLiteral("Traceback (most recent call last):\nKeyError: a\n  b\n");
        const QList<StyledLine> lines = exceptionLines(several, {});
        QVERIFY(lines.at(1).runs.first().look.bold);
        QVERIFY(lines.at(2).runs.first().look.bold);
    }
};

QTEST_APPLESS_MAIN(ExceptionLinesTest)
#include "tst_exceptionlines.moc"
