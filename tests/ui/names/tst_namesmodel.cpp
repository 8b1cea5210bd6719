// SPDX-License-Identifier: GPL-3.0-or-later
#include "names/namesmodel.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTest>

using namespace Skillet::Ui;
using Skillet::Runner::NameEntry;
using Skillet::Runner::NameKind;

namespace {

NameEntry entry(const char *name, const char *preview, qint64 length = -1, NameKind kind = NameKind::Variable)
{
    NameEntry made;
    made.name = QString::fromUtf8(name);
    made.type = QStringLiteral("list");
    made.kind = kind;
    made.length = length;
    made.preview = QString::fromUtf8(preview);
    return made;
}

} // namespace

class NamesModelTest final : public QObject
{
    Q_OBJECT

    Theme m_theme;

private Q_SLOTS:
    void everyChangeKeepsTheModelsWord()
    {
        NamesModel model(m_theme);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setEntries({entry("a", "1"), entry("b", "2"), entry("c", "3")});
        QCOMPARE(model.rowCount(), 3);
        model.setEntries({entry("c", "4"), entry("d", "5")});
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0, NamesModel::ValueColumn).data().toString(), QStringLiteral("4"));
        QCOMPARE(model.index(1, NamesModel::NameColumn).data().toString(), QStringLiteral("d"));
        model.setEntries({});
        QCOMPARE(model.rowCount(), 0);
    }

    void anotherList_movesNoRowThatStays()
    {
        NamesModel model(m_theme);
        model.setEntries({entry("a", "1"), entry("b", "2")});
        const QPersistentModelIndex kept(model.index(1, 0));
        const QSignalSpy changed(&model, &NamesModel::dataChanged);
        model.setEntries({entry("b", "2"), entry("new", "3")});
        QVERIFY(kept.isValid());
        QCOMPARE(kept.data().toString(), QStringLiteral("b"));
        QCOMPARE(changed.count(), 0);
    }

    void manyChanges_areToldTogether()
    {
        NamesModel model(m_theme);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QList<Skillet::Runner::NameEntry> first;
        QList<Skillet::Runner::NameEntry> second;
        for (int i = 0; i < 300; ++i) {
            const QByteArray name = "name" + QByteArray::number(i);
            first.append(entry(name.constData(), "1"));
            // 0 to 99 go, 100 to 199 change, the rest stays but for the last, which goes.
            if (i >= 100 && i < 299)
                second.append(entry(name.constData(), i < 200 ? "2" : "1"));
        }
        model.setEntries(first);
        const QSignalSpy removed(&model, &NamesModel::rowsRemoved);
        const QSignalSpy changed(&model, &NamesModel::dataChanged);
        model.setEntries(second);
        QCOMPARE(removed.count(), 2);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(model.rowCount(), 199);
        for (int row = 0; row < 199; ++row) {
            QCOMPARE(model.index(row, NamesModel::NameColumn).data().toString(),
                     QStringLiteral("name%1").arg(row + 100));
            QCOMPARE(model.index(row, NamesModel::ValueColumn).data().toString(),
                     row < 100 ? QStringLiteral("2") : QStringLiteral("1"));
        }
    }

    void aNameThatComesTwice_isShownOnce()
    {
        NamesModel model(m_theme);
        model.setEntries({entry("a", "1"), entry("a", "2")});
        QCOMPARE(model.rowCount(), 1);
    }

    void sizes_areShownAsShapeOrLength_andSortedByNumber()
    {
        NamesModel model(m_theme);
        NameEntry table = entry("t", "", 3);
        table.shape = QStringLiteral("3 x 4");
        model.setEntries({table, entry("long", "", 12), entry("n", "")});
        QCOMPARE(model.index(0, NamesModel::SizeColumn).data().toString(), QStringLiteral("3 x 4"));
        QCOMPARE(model.index(1, NamesModel::SizeColumn).data().toString(), QStringLiteral("12"));
        QCOMPARE(model.index(2, NamesModel::SizeColumn).data().toString(), QString());
        QCOMPARE(model.index(1, NamesModel::SizeColumn).data(NamesModel::SortRole).toLongLong(), 12);
    }

    void kinds_areToldByIconAndWord()
    {
        NamesModel model(m_theme);
        model.setEntries({entry("a", "1"), entry("f", "", -1, NameKind::Function)});
        const QModelIndex name = model.index(1, NamesModel::NameColumn);
        QVERIFY(!name.data(Qt::DecorationRole).value<QIcon>().pixmap(16).isNull());
        QVERIFY(name.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("function")));
        QVERIFY(
            model.index(1, NamesModel::TypeColumn).data().toString().contains(QStringLiteral("function")));
        QCOMPARE(model.index(0, NamesModel::TypeColumn).data().toString(), QStringLiteral("list"));
    }
};

QTEST_MAIN(NamesModelTest)
#include "tst_namesmodel.moc"
