// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/gotoline.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QtTest>

using namespace Skillet::Ui;

class TestGoToLine final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void text_isReadAsAPlace_data();
    void text_isReadAsAPlace();
    void place_isGoneTo();
    void nonsense_isAnsweredInWords_data();
    void nonsense_isAnsweredInWords();
};

void TestGoToLine::text_isReadAsAPlace_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("line"); // 0: it is none
    QTest::addColumn<int>("column"); // from 0
    const auto row = [](const char *text, int line, int column) {
        QTest::newRow(text) << QString::fromUtf8(text) << line << column;
    };
    row("12", 12, 0);
    row(" 12 ", 12, 0);
    row("12:5", 12, 4);
    row("12, 5", 12, 4);
    row("12 : 5", 12, 4);
    row("12:", 12, 0); // on the way to a column
    row("", 0, 0);
    row("0", 0, 0);
    row("12:0", 0, 0);
    row("-3", 0, 0);
    row("1.5", 0, 0);
    row("twelve", 0, 0);
    row("12 5", 0, 0);
    row("99999999999999999999", 0, 0);
    row("\xD9\xA1\xD9\xA2", 0, 0); // digits that toInt() cannot read
}

void TestGoToLine::text_isReadAsAPlace()
{
    QFETCH(QString, text);
    QFETCH(int, line);
    QFETCH(int, column);
    const auto place = placeFromText(text);
    QCOMPARE(place.has_value(), line > 0);
    if (place)
        QCOMPARE(*place, (EditorPlace{line, column}));
}

void TestGoToLine::place_isGoneTo()
{
    GoToLine dialog(40, 7, nullptr);
    QList<EditorPlace> places;
    connect(&dialog, &GoToLine::chosen, this, [&](const EditorPlace &place) { places.append(place); });
    auto *text = dialog.findChild<QLineEdit *>();
    dialog.open();
    QCOMPARE(text->text(), QStringLiteral("7"));
    QTest::keyClicks(text, QStringLiteral("40:3")); // in place of what is selected
    QTest::keyClick(text, Qt::Key_Return);
    QCOMPARE(places, (QList<EditorPlace>{{40, 2}}));
    QVERIFY(!dialog.isVisible());
}

void TestGoToLine::nonsense_isAnsweredInWords_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("words");
    QTest::newRow("too far") << QStringLiteral("41")
                             << QStringLiteral("There is no line 41: the last one is 40.");
    QTest::newRow("word") << QStringLiteral("end")
                          << QStringLiteral("Write a line, as 12, or a line and a column, as 12:5.");
}

void TestGoToLine::nonsense_isAnsweredInWords()
{
    QFETCH(QString, text);
    QFETCH(QString, words);
    GoToLine dialog(40, 7, nullptr);
    QSignalSpy chosen(&dialog, &GoToLine::chosen);
    auto *line = dialog.findChild<QLineEdit *>();
    dialog.open();
    line->setText(text);
    QTest::keyClick(line, Qt::Key_Return);
    QVERIFY(dialog.isVisible());
    QVERIFY(chosen.isEmpty());
    const QList<QLabel *> labels = dialog.findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(),
                        [&](const QLabel *label) { return label->text() == words; }));
}

QTEST_MAIN(TestGoToLine)
#include "tst_gotoline.moc"
