// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/diffview.h"

#include "diff/diffmodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Skillet::Ui;
using Skillet::Workspace::compareLines;

class DiffViewTest final : public QObject
{
    Q_OBJECT

    Theme m_theme;
    CodeHighlighter m_highlighter{m_theme};

    static QString numbers(int count)
    {
        QString text;
        for (int i = 1; i <= count; ++i)
            text += QStringLiteral("x = %1\n").arg(i);
        return text;
    }

    static QStringList rows(const QAbstractItemModel &model)
    {
        QStringList texts;
        for (int row = 0; row < model.rowCount(); ++row)
            texts.append(model.index(row, 0).data(Qt::AccessibleTextRole).toString());
        return texts;
    }

private Q_SLOTS:
    void unchangedStretches_areFoldedWithACount()
    {
        DiffModel model;
        const QAbstractItemModelTester tester(&model);
        model.setDiff(compareLines(
            numbers(30), numbers(30).replace(QStringLiteral("x = 15\n"), QStringLiteral("x = 16\ny = 1\n"))));
        const QStringList expected{
            QStringLiteral("11 lines unchanged; Enter shows them"),
            QStringLiteral("line 12: x = 12"),
            QStringLiteral("line 13: x = 13"),
            QStringLiteral("line 14: x = 14"),
            QStringLiteral("removed, line 15: x = 15"),
            QStringLiteral("added, line 15: x = 16"),
            QStringLiteral("added, line 16: y = 1"),
            QStringLiteral("line 17: x = 16"),
            QStringLiteral("line 18: x = 17"),
            QStringLiteral("line 19: x = 18"),
            QStringLiteral("13 lines unchanged; Enter shows them"),
        };
        QCOMPARE(rows(model), expected);
        QCOMPARE(model.firstChange(), 4);
        model.unfold(0);
        QCOMPARE(model.rowCount(), 21);
        QCOMPARE(rows(model).at(0), QStringLiteral("line 1: x = 1"));
        QCOMPARE(rows(model).at(10), QStringLiteral("line 11: x = 11"));
    }

    void aFold_isOpenedByEnter()
    {
        DiffView view(m_theme, m_highlighter);
        view.resize(600, 300);
        view.setDiff(compareLines(numbers(30), numbers(30) + QStringLiteral("y")), QStringLiteral("Python"));
        view.show();
        const int before = view.model()->rowCount();
        view.setCurrentIndex(view.model()->index(0, 0));
        QTest::keyClick(&view, Qt::Key_Return);
        QVERIFY(view.model()->rowCount() > before);
    }

    void theFirstChange_isInSight()
    {
        DiffView view(m_theme, m_highlighter);
        view.resize(600, 300);
        view.show();
        view.setDiff(compareLines(numbers(2000), QStringLiteral("a\n") + numbers(2000)), {});
        QCOMPARE(view.currentIndex().data(Qt::DisplayRole).toString(), QStringLiteral("a"));
    }

    void aVeryLongLine_isCut()
    {
        DiffModel model;
        model.setDiff(compareLines(QString(), QString(5'000'000, u'x')));
        QVERIFY(model.index(1).data(Qt::DisplayRole).toString().size() < 2000);
    }

    void removedAndAdded_haveSignsOfTheirOwn()
    {
        // Without colours the two would still be told apart: the pictures of their sign columns differ.
        DiffView view(m_theme, m_highlighter);
        view.resize(400, 100);
        view.setDiff(compareLines(QStringLiteral("a"), QStringLiteral("b")), {});
        view.show();
        const auto sign = [&view](int row) {
            const QRect rect = view.visualRect(view.model()->index(row, 0));
            return view.viewport()->grab(rect).toImage().convertToFormat(QImage::Format_Mono);
        };
        QVERIFY(sign(0) != sign(1));
    }
};

QTEST_MAIN(DiffViewTest)
#include "tst_diffview.moc"
