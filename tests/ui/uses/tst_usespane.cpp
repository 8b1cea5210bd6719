// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/emptystate.h"
#include "uses/usespane.h"

#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

#include <memory>

using namespace Skillet::Ui;
using namespace Skillet::Runner;

class TestUsesPane final : public QObject
{
    Q_OBJECT

    Theme m_theme;
    std::unique_ptr<UsesPane> m_pane;

    [[nodiscard]] QTreeWidget &tree() const { return *m_pane->findChild<QTreeWidget *>(); }

    void fill()
    {
        Places places;
        places.answer = PlacesAnswer::Known;
        places.name = QStringLiteral("total");
        places.entries = {{QString(), {3, 3, 4, 9}, QStringLiteral("def total():"), true, false},
                          {QString(), {7, 7, 0, 5}, QStringLiteral("    total()"), false, false},
                          {QStringLiteral("/p/shop.py"),
                           {1, 1, 17, 22},
                           QStringLiteral("from main import total"),
                           false,
                           false}};
        m_pane->showPlaces(places, QStringLiteral("main.py"), QStringLiteral("total: 3 places in 2 files."));
    }

private Q_SLOTS:
    void init()
    {
        m_pane = std::make_unique<UsesPane>(m_theme);
        m_pane->resize(400, 300);
        m_pane->show();
        QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
    }

    void emptiness_teaches()
    {
        const auto *empty = m_pane->findChild<EmptyState *>();
        QVERIFY(empty->isVisible());
        QVERIFY(empty->accessibleDescription().contains(QLatin1String("Shift+F12")));
        fill();
        QVERIFY(!empty->isVisible());
    }

    void places_areListedByFileWithTheirLinesAndCounts()
    {
        fill();
        QCOMPARE(tree().topLevelItemCount(), 2);
        QCOMPARE(tree().topLevelItem(0)->text(0), QStringLiteral("main.py: 2"));
        QCOMPARE(tree().topLevelItem(1)->text(0), QStringLiteral("shop.py: 1"));
        QCOMPARE(tree().topLevelItem(0)->child(1)->text(0), QStringLiteral("    7  total()"));
        QCOMPARE(tree().topLevelItem(0)->child(0)->data(0, Qt::AccessibleTextRole).toString(),
                 QStringLiteral("line 3, gets its value: def total():"));
        QCOMPARE(tree().accessibleDescription(), QStringLiteral("total: 3 places in 2 files."));
    }

    void aPlace_isChosenByMouseAndKeyboard()
    {
        const QSignalSpy chosen(m_pane.get(), &UsesPane::placeChosen);
        fill();
        const QTreeWidgetItem *row = tree().topLevelItem(0)->child(1);
        QTest::mouseClick(tree().viewport(), Qt::LeftButton, {}, tree().visualItemRect(row).center());
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.last().first().value<Place>().range.line, 7);
        tree().setFocus();
        QTest::keyClick(&tree(), Qt::Key_Down);
        QTest::keyClick(&tree(), Qt::Key_Down);
        QTest::keyClick(&tree(), Qt::Key_Return);
        QCOMPARE(chosen.size(), 2);
        QCOMPARE(chosen.last().first().value<Place>().file, QStringLiteral("/p/shop.py"));
    }

    void theNameOfAFile_isNoPlace()
    {
        const QSignalSpy chosen(m_pane.get(), &UsesPane::placeChosen);
        fill();
        QTest::mouseClick(tree().viewport(), Qt::LeftButton, {},
                          tree().visualItemRect(tree().topLevelItem(0)).center());
        QCOMPARE(chosen.size(), 0);
    }
};

QTEST_MAIN(TestUsesPane)
#include "tst_usespane.moc"
