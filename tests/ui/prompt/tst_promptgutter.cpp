// SPDX-License-Identifier: GPL-3.0-or-later
#include "prompt/promptgutter.h"
#include "theme/theme.h"

#include <QFontMetrics>
#include <QtTest>

using namespace Skillet::Ui;

class TestPromptGutter final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void marks_haveRoomAtEverySize();
    void longMarks_leaveRoomForTheCode();
};

namespace {

QString drawn(const Theme &theme, const PromptGutter &gutter, const QString &mark)
{
    return QFontMetrics(theme.font(FontRole::Code))
        .elidedText(mark, Qt::ElideMiddle, gutter.preferredWidth() - theme.scaled(12));
}

} // namespace

void TestPromptGutter::marks_haveRoomAtEverySize()
{
    Theme theme;
    PromptGutter gutter(
        theme, [] { return QList<GutterMark>(); }, nullptr);
    for (const QString &mark :
         {QStringLiteral(">>>"), QStringLiteral("In [1]:"), QStringLiteral("frame>>>")}) {
        gutter.makeRoomFor(mark);
        for (int percent = 70; percent <= 300; ++percent) {
            theme.setZoomPercent(percent);
            QCOMPARE(drawn(theme, gutter, mark), mark);
        }
    }
}

void TestPromptGutter::longMarks_leaveRoomForTheCode()
{
    const Theme theme;
    PromptGutter gutter(
        theme, [] { return QList<GutterMark>(); }, nullptr);
    const int narrow = gutter.preferredWidth();
    gutter.makeRoomFor(QString(200, u'>'));
    QVERIFY(gutter.preferredWidth() > narrow);
    QVERIFY(gutter.preferredWidth() < theme.scaled(300));
    QVERIFY(drawn(theme, gutter, QString(200, u'>')).size() < 30);
}

QTEST_MAIN(TestPromptGutter)
#include "tst_promptgutter.moc"
