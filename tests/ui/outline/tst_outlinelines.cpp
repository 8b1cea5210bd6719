// SPDX-License-Identifier: GPL-3.0-or-later
#include "outline/outlinelines.h"

#include <QTest>

using namespace Skillet::Ui;
using Skillet::Runner::Symbol;
using Skillet::Runner::SymbolKind;

class TestOutlineLines final : public QObject
{
    Q_OBJECT

    const QList<Symbol> m_symbols{{SymbolKind::Class, QStringLiteral("Cart"), {}, 0, 3, 9, 6},
                                  {SymbolKind::Method, QStringLiteral("total"), {}, 1, 5, 6, 8},
                                  {SymbolKind::Function, QStringLiteral("go"), {}, 0, 12, 14, 4}};

    /// `name first-last` of each.
    [[nodiscard]] QStringList after(const LineChange &change) const
    {
        QStringList found;
        const QList<Symbol> symbols = afterChange(m_symbols, change);
        for (const Symbol &symbol : symbols)
            found.append(QStringLiteral("%1%2 %3-%4")
                             .arg(QString(symbol.depth, u'>'), symbol.name)
                             .arg(symbol.line)
                             .arg(symbol.endLine));
        return found;
    }

private Q_SLOTS:
    void linesAbove_moveAll()
    {
        QCOMPARE(after({1, true, 2}),
                 QStringList({QStringLiteral("Cart 5-11"), QStringLiteral(">total 7-8"),
                              QStringLiteral("go 14-16")}));
        QCOMPARE(after({1, true, -2}),
                 QStringList(
                     {QStringLiteral("Cart 1-7"), QStringLiteral(">total 3-4"), QStringLiteral("go 10-12")}));
    }

    void aNewLineInAPart_makesItLonger()
    {
        QCOMPARE(after({6, false, 1}),
                 QStringList({QStringLiteral("Cart 3-10"), QStringLiteral(">total 5-7"),
                              QStringLiteral("go 13-15")}));
    }

    void aNewLineBehindAName_leavesItWhereItIs()
    {
        QCOMPARE(after({5, false, 1}).at(1), QStringLiteral(">total 5-7"));
        QCOMPARE(after({5, true, 1}).at(1), QStringLiteral(">total 6-7")); // in front of it
    }

    void whatGoesWithItsLines_isLeftOut()
    {
        QCOMPARE(after({4, true, -3}), QStringList({QStringLiteral("Cart 3-6"), QStringLiteral("go 9-11")}));
        // Without its class a method is no longer within one.
        QCOMPARE(after({3, true, -1}),
                 QStringList({QStringLiteral("total 4-5"), QStringLiteral("go 11-13")}));
    }

    void theInnermostPart_hasTheLine()
    {
        QCOMPARE(symbolAtLine(m_symbols, 2), -1);
        QCOMPARE(symbolAtLine(m_symbols, 3), 0);
        QCOMPARE(symbolAtLine(m_symbols, 6), 1);
        QCOMPARE(symbolAtLine(m_symbols, 8), 0);
        QCOMPARE(symbolAtLine(m_symbols, 10), -1);
        QCOMPARE(symbolAtLine(m_symbols, 14), 2);
    }
};

QTEST_MAIN(TestOutlineLines)
#include "tst_outlinelines.moc"
