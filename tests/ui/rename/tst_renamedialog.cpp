// SPDX-License-Identifier: GPL-3.0-or-later
#include "rename/newname.h"
#include "rename/renamedialog.h"
#include "theme/rolelabel.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Skillet::Ui;
using namespace Skillet::Runner;

class TestRenameDialog final : public QObject
{
    Q_OBJECT

    Theme m_theme;

    [[nodiscard]] static Places places()
    {
        Places found;
        found.answer = PlacesAnswer::Known;
        found.name = QStringLiteral("total");
        found.entries = {{QString(), {3, 3, 4, 9}, {}, true, false},
                         {QString(), {7, 7, 0, 5}, {}, false, false},
                         {QString(), {7, 7, 9, 14}, {}, false, false}};
        found.taken = {{QStringLiteral("tax"), 12}, {QStringLiteral("list"), 0}};
        return found;
    }

    [[nodiscard]] static QString words(const RenameDialog &dialog)
    {
        return dialog.findChild<QLineEdit *>()->accessibleDescription();
    }

private Q_SLOTS:
    void names_areJudgedInPlainWords_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("words"); // empty: it can be called so
        QTest::newRow("good") << QStringLiteral("sum_of_all") << QString();
        QTest::newRow("of other letters") << QStringLiteral("gr\u00f6\u00dfe2") << QString();
        QTest::newRow("soft keyword") << QStringLiteral("match") << QString();
        QTest::newRow("empty") << QString() << QStringLiteral("Write the new name");
        QTest::newRow("same") << QStringLiteral("total") << QStringLiteral("its name now");
        QTest::newRow("digit") << QStringLiteral("2nd") << QStringLiteral("begin with a digit");
        QTest::newRow("blank") << QStringLiteral("my total") << QStringLiteral("my_total");
        QTest::newRow("sign") << QStringLiteral("my-total") << QStringLiteral("letters, digits and _");
        QTest::newRow("keyword") << QStringLiteral("class") << QStringLiteral("word of Python's own");
        QTest::newRow("clash") << QStringLiteral("tax") << QStringLiteral("line 12");
        QTest::newRow("builtin") << QStringLiteral("list") << QStringLiteral("hide");
    }

    void names_areJudgedInPlainWords()
    {
        QFETCH(QString, name);
        QFETCH(QString, words);
        const QString problem = NewName::problem(name, places());
        QCOMPARE(problem.isEmpty(), words.isEmpty());
        QVERIFY2(problem.contains(words), qPrintable(problem));
    }

    void thePreview_countsPlacesAndLines()
    {
        const RenameDialog dialog(m_theme, places(), nullptr);
        QVERIFY2(words(dialog).contains(QLatin1String("3 places in this file will change: lines 3, 7.")),
                 qPrintable(words(dialog)));
    }

    void aNameThatCannotBe_isNotTaken()
    {
        RenameDialog dialog(m_theme, places(), nullptr);
        const QSignalSpy chosen(&dialog, &RenameDialog::chosen);
        dialog.open();
        auto *name = dialog.findChild<QLineEdit *>();
        name->setText(QStringLiteral("class"));
        QTest::keyClick(name, Qt::Key_Return);
        QVERIFY(dialog.isVisible());
        QVERIFY(words(dialog).contains(QLatin1String("Python's own")));
        name->setText(QStringLiteral("whole"));
        QTest::keyClick(name, Qt::Key_Return);
        QVERIFY(!dialog.isVisible());
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().toString(), QStringLiteral("whole"));
    }

    void whatStaysAsItIs_isSaid()
    {
        Places found = places();
        found.more = true;
        found.otherFiles = {QStringLiteral("/p/shop.py")};
        const RenameDialog dialog(m_theme, found, nullptr);
        const QString caution = dialog.findChild<RoleLabel *>(QStringLiteral("caution"))->text();
        QVERIFY(caution.contains(QLatin1String("quotes and comments")));
        QVERIFY(caution.contains(QLatin1String("other places in this file")));
        QVERIFY(caution.contains(QLatin1String("shop.py")));
    }
};

QTEST_MAIN(TestRenameDialog)
#include "tst_renamedialog.moc"
