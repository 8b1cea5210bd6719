// SPDX-License-Identifier: GPL-3.0-or-later
#include "outline/gotosymbol.h"

#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

using namespace Skillet::Ui;
using Skillet::Runner::Symbol;
using Skillet::Runner::SymbolKind;

class TestGoToSymbol final : public QObject
{
    Q_OBJECT

    Theme m_theme;
    const QList<Symbol> m_symbols{
        {SymbolKind::Class, QStringLiteral("Cart"), {}, 0, 3, 9, 6},
        {SymbolKind::Method, QStringLiteral("total"), QStringLiteral("(self)"), 1, 5, 6, 8},
        {SymbolKind::Function, QStringLiteral("subtotal"), {}, 0, 12, 14, 4},
        {SymbolKind::Function, QStringLiteral("Total"), {}, 0, 16, 18, 4}};

    [[nodiscard]] static QStringList rows(const GoToSymbol &dialog)
    {
        QStringList found;
        const auto *list = dialog.findChild<QTreeWidget *>();
        for (int row = 0; row < list->topLevelItemCount(); ++row)
            found.append(list->topLevelItem(row)->text(0));
        return found;
    }

private Q_SLOTS:
    void whatIsTyped_narrowsAndRanks()
    {
        GoToSymbol dialog(m_theme, nullptr);
        dialog.setSymbols(m_symbols);
        QCOMPARE(rows(dialog).size(), 4);
        auto *text = dialog.findChild<QLineEdit *>();
        text->setText(QStringLiteral("total"));
        QCOMPARE(rows(dialog),
                 QStringList({QStringLiteral("Cart.total(self)"), QStringLiteral("Total"),
                              QStringLiteral("subtotal")}));
        text->setText(QStringLiteral("cart.t"));
        QCOMPARE(rows(dialog), QStringList(QStringLiteral("Cart.total(self)")));
        text->setText(QStringLiteral("sbt"));
        QCOMPARE(rows(dialog), QStringList(QStringLiteral("subtotal")));
        text->setText(QStringLiteral("zzz"));
        QVERIFY(rows(dialog).isEmpty());
        QVERIFY(dialog.findChild<QLabel *>()->text().contains(QLatin1String("Nothing here is called")));
    }

    void keysWalk_andEnterGoes()
    {
        GoToSymbol dialog(m_theme, nullptr);
        dialog.setSymbols(m_symbols);
        const QSignalSpy chosen(&dialog, &GoToSymbol::chosen);
        dialog.open();
        auto *text = dialog.findChild<QLineEdit *>();
        QTest::keyClick(text, Qt::Key_Down);
        QTest::keyClick(text, Qt::Key_Down);
        QTest::keyClick(text, Qt::Key_Up);
        // The text is read once more meanwhile: what is marked stays marked, with its new line.
        QList<Symbol> moved = m_symbols;
        moved[1].line = 7;
        dialog.setSymbols(moved);
        QTest::keyClick(text, Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        const auto symbol = chosen.first().first().value<Symbol>();
        QCOMPARE(symbol.name, QStringLiteral("total"));
        QCOMPARE(symbol.line, 7);
        QVERIFY(!dialog.isVisible());
    }

    void theMouse_chooses()
    {
        GoToSymbol dialog(m_theme, nullptr);
        dialog.setSymbols(m_symbols);
        const QSignalSpy chosen(&dialog, &GoToSymbol::chosen);
        dialog.open();
        auto *list = dialog.findChild<QTreeWidget *>();
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          list->visualItemRect(list->topLevelItem(2)).center());
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().value<Symbol>().line, 12);
    }

    void ofVeryMany_theBestAreShown()
    {
        GoToSymbol dialog(m_theme, nullptr);
        QList<Symbol> many;
        for (int number = 1; number <= 1000; ++number)
            many.append({SymbolKind::Function, QStringLiteral("f%1").arg(number), {}, 0, number, number, 4});
        dialog.setSymbols(many);
        QCOMPARE(rows(dialog).size(), 300);
        QVERIFY(dialog.findChild<QLabel *>()->text().contains(QLatin1String("Write more")));
        dialog.findChild<QLineEdit *>()->setText(QStringLiteral("f1000"));
        QCOMPARE(rows(dialog), QStringList(QStringLiteral("f1000")));
    }

    void nothingToChoose_keepsTheListOpen()
    {
        GoToSymbol dialog(m_theme, nullptr);
        dialog.open();
        QTest::keyClick(dialog.findChild<QLineEdit *>(), Qt::Key_Return);
        QVERIFY(dialog.isVisible());
        QVERIFY(dialog.findChild<QLabel *>()->text().contains(QLatin1String("Nothing is defined")));
    }
};

QTEST_MAIN(TestGoToSymbol)
#include "tst_gotosymbol.moc"
