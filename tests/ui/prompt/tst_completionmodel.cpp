// SPDX-License-Identifier: GPL-3.0-or-later
#include "assist/assistframe.h"
#include "assist/completionmodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Skillet::Ui;
using Skillet::Runner::Completion;
using Skillet::Runner::NameKind;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

Completion named(const char *text, NameKind kind = NameKind::Function)
{
    return {s(text), kind, s("(self, /)")};
}

} // namespace

class CompletionModelTest final : public QObject
{
    Q_OBJECT

    Theme m_theme;

private Q_SLOTS:
    void theModelKeepsItsWord()
    {
        CompletionModel model(m_theme);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setItems({named("print"), named("file.txt", NameKind::File)});
        QCOMPARE(model.index(1, 0).data(CompletionModel::KindRole).toString(), s("file"));
        QCOMPARE(model.index(0, 0).data(Qt::AccessibleTextRole).toString(), s("print, function, (self, /)"));
        model.setItems({});
        QCOMPARE(model.rowCount(), 0);
    }

    void narrowing_prefersTheCapitalsAsTyped()
    {
        const QList<Completion> items = {named("Path"), named("pass"), named("other"), named("path")};
        QStringList texts;
        for (const Completion &item : narrowed(items, s("pa")))
            texts.append(item.text);
        QCOMPARE(texts, (QStringList{s("pass"), s("path"), s("Path")}));
    }

    void besideALine_itGoesWhereTheRoomIs()
    {
        const QRect screen(0, 0, 1000, 700);
        const QSize size(300, 200);
        QCOMPARE(placeBeside({100, 100, 2, 20}, 100, size, screen, Side::Below), QRect(100, 120, 300, 200));
        QCOMPARE(placeBeside({100, 600, 2, 20}, 100, size, screen, Side::Below), QRect(100, 400, 300, 200));
        QCOMPARE(placeBeside({100, 600, 2, 20}, 100, size, screen, Side::Above), QRect(100, 400, 300, 200));
        QCOMPARE(placeBeside({100, 10, 2, 20}, 100, size, screen, Side::Above), QRect(100, 30, 300, 200));
        QCOMPARE(placeBeside({900, 10, 2, 20}, 900, size, screen, Side::Below).right(), 999);
    }
};

QTEST_MAIN(CompletionModelTest)
#include "tst_completionmodel.moc"
