// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions.h"
#include "theme/theme.h"

#include <QAction>
#include <QSet>
#include <QTest>

using namespace Skillet::Ui;

class TestActions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyAction_canBeReachedByKeyboardAndIsExplained()
    {
        const Theme theme;
        const Actions actions(theme, nullptr);
        QVERIFY(!actions.all().isEmpty());
        for (const QAction *action : actions.all()) {
            QVERIFY2(action->text().contains(QLatin1Char('&')), qPrintable(action->text()));
            QVERIFY2(!action->statusTip().isEmpty(), qPrintable(action->text()));
        }
    }

    void shortcuts_areUnique()
    {
        const Theme theme;
        const Actions actions(theme, nullptr);
        QSet<QString> seen;
        for (const QAction *action : actions.all()) {
            for (const QKeySequence &keys : action->shortcuts()) {
                QVERIFY2(!seen.contains(keys.toString()), qPrintable(action->text()));
                seen.insert(keys.toString());
            }
        }
    }

    void icons_arePackedIn()
    {
        const Theme theme;
        const Actions actions(theme, nullptr);
        for (const QAction *action : actions.all()) {
            if (!action->icon().isNull()) {
                QVERIFY2(!action->icon().pixmap(24, 24).isNull(), qPrintable(action->text()));
            }
        }
    }
};

QTEST_MAIN(TestActions)
#include "tst_actions.moc"
