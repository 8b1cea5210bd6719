// SPDX-License-Identifier: GPL-3.0-or-later
#include "outline/outlinemodel.h"
#include "outline/outlinepane.h"
#include "theme/emptystate.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

#include <memory>

using namespace Skillet::Ui;
using Skillet::Runner::Symbol;
using Skillet::Runner::SymbolKind;

class TestOutlinePane final : public QObject
{
    Q_OBJECT

    Theme m_theme;
    std::unique_ptr<OutlinePane> m_pane;
    const QList<Symbol> m_symbols{
        {SymbolKind::Constant, QStringLiteral("LIMIT"), {}, 0, 1, 1, 0},
        {SymbolKind::Class, QStringLiteral("Cart"), {}, 0, 3, 9, 6},
        {SymbolKind::Method, QStringLiteral("total"), QStringLiteral("(self)"), 1, 5, 6, 8},
        {SymbolKind::Method, QStringLiteral("add"), {}, 1, 8, 9, 8},
        {SymbolKind::Function, QStringLiteral("go"), {}, 0, 12, 14, 4}};

    [[nodiscard]] QTreeView &tree() const { return *m_pane->findChild<QTreeView *>(); }
    [[nodiscard]] QLineEdit &filter() const { return *m_pane->findChild<QLineEdit *>(); }
    [[nodiscard]] QString current() const { return tree().currentIndex().data().toString(); }
    [[nodiscard]] QString selected() const
    {
        const QModelIndexList indexes = tree().selectionModel()->selectedIndexes();
        return indexes.isEmpty() ? QString() : indexes.first().data().toString();
    }
    /// What is to be seen, from the top down.
    [[nodiscard]] QStringList shown() const
    {
        QStringList names;
        QModelIndex index = tree().model()->index(0, 0);
        for (; index.isValid(); index = tree().indexBelow(index))
            names.append(index.data().toString());
        return names;
    }

private Q_SLOTS:
    void init()
    {
        m_pane = std::make_unique<OutlinePane>(m_theme);
        m_pane->resize(250, 400);
        m_pane->show();
        QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
    }

    void theModel_keepsTheRulesOfModels()
    {
        OutlineModel model(m_theme);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setSymbols(m_symbols);
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.rowCount(model.index(1, 0)), 2);
        QCOMPARE(model.index(0, 0, model.index(1, 0)).data(Qt::AccessibleTextRole).toString(),
                 QStringLiteral("method total, line 5"));
        model.setSymbols({});
        QCOMPARE(model.rowCount(), 0);
    }

    void parts_areShownAsATree()
    {
        m_pane->showSymbols(m_symbols);
        QCOMPARE(shown(),
                 QStringList({QStringLiteral("LIMIT"), QStringLiteral("Cart"), QStringLiteral("total(self)"),
                              QStringLiteral("add"), QStringLiteral("go")}));
    }

    void theCaret_isFollowedWithoutTheKeyboard()
    {
        m_pane->showSymbols(m_symbols);
        m_pane->follow(6);
        QCOMPARE(selected(), QStringLiteral("total(self)"));
        m_pane->follow(13);
        QCOMPARE(selected(), QStringLiteral("go"));
        m_pane->follow(10);
        QCOMPARE(selected(), QString());
        QVERIFY(!tree().currentIndex().isValid()); // a screen reader would say it
        m_pane->follow(13);
        tree().setFocus();
        QCOMPARE(current(), QStringLiteral("go"));
    }

    void whoWalksInIt_isNotPulledAway()
    {
        m_pane->showSymbols(m_symbols);
        tree().setFocus();
        tree().setCurrentIndex(tree().model()->index(0, 0));
        m_pane->follow(13);
        QCOMPARE(current(), QStringLiteral("LIMIT"));
    }

    void aPart_isChosenByMouseAndKeyboard()
    {
        const QSignalSpy chosen(m_pane.get(), &OutlinePane::symbolChosen);
        m_pane->showSymbols(m_symbols);
        const QModelIndex go = tree().model()->index(2, 0);
        QTest::mouseClick(tree().viewport(), Qt::LeftButton, {}, tree().visualRect(go).center());
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.last().first().value<Symbol>().line, 12);
        tree().setFocus();
        tree().setCurrentIndex(tree().model()->index(0, 0));
        QTest::keyClick(&tree(), Qt::Key_Return);
        QCOMPARE(chosen.size(), 2);
        QCOMPARE(chosen.last().first().value<Symbol>().name, QStringLiteral("LIMIT"));
    }

    void typing_filters()
    {
        const QSignalSpy chosen(m_pane.get(), &OutlinePane::symbolChosen);
        m_pane->showSymbols(m_symbols);
        filter().setFocus();
        QTest::keyClicks(&filter(), QStringLiteral("TOT"));
        QCOMPARE(shown(), QStringList({QStringLiteral("Cart"), QStringLiteral("total(self)")}));
        QTest::keyClick(&filter(), Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.last().first().value<Symbol>().line, 5);
        QTest::keyClick(&filter(), Qt::Key_Escape);
        QCOMPARE(shown().size(), 5);
        QTest::keyClick(&filter(), Qt::Key_Down);
        QVERIFY(tree().hasFocus());
    }

    void whatIsFolded_staysFoldedWhenOnlyLinesChange()
    {
        m_pane->showSymbols(m_symbols);
        tree().collapse(tree().model()->index(1, 0));
        QList<Symbol> moved = m_symbols;
        for (Symbol &symbol : moved)
            symbol.line += 1;
        m_pane->showSymbols(moved);
        QCOMPARE(shown().size(), 3);
        QCOMPARE(tree().model()->index(2, 0).data(OutlineModel::LineRole).toInt(), 13);
    }

    void emptiness_teaches()
    {
        const auto *empty = m_pane->findChild<EmptyState *>();
        QVERIFY(empty->isVisible());
        QVERIFY(empty->accessibleDescription().contains(QLatin1String("Open a program")));
        m_pane->showSymbols({});
        QVERIFY(empty->accessibleDescription().contains(QLatin1String("def greet(name):")));
        m_pane->showNothing(OutlinePane::Nothing::OtherLanguage);
        QVERIFY(empty->accessibleDescription().contains(QLatin1String("Markdown")));
        m_pane->showSymbols(m_symbols);
        QVERIFY(!empty->isVisible());
    }
};

QTEST_MAIN(TestOutlinePane)
#include "tst_outlinepane.moc"
