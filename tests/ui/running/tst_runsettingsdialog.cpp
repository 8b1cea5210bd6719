// SPDX-License-Identifier: GPL-3.0-or-later
#include "running/runsettingsdialog.h"
#include "theme/theme.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

using namespace Skillet;
using namespace Skillet::Ui;

class RunSettingsDialogTest final : public QObject
{
    Q_OBJECT

    Theme m_theme;
    const Workspace::RunSettings m_settings{QStringLiteral("-n 3"), QStringLiteral("Ada\n"),
                                            QStringLiteral("/tmp"), QStringLiteral("A=1\nB=2")};

    static bool says(const RunSettingsDialog &dialog, const QString &words)
    {
        for (const QLabel *label : dialog.findChildren<QLabel *>()) {
            if (label->text().contains(words))
                return true;
        }
        return false;
    }

    static QPushButton *ok(const RunSettingsDialog &dialog)
    {
        return dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
    }

private Q_SLOTS:
    void whatIsShown_isWhatIsGiven_andClearEmptiesIt()
    {
        RunSettingsDialog dialog(m_theme, QStringLiteral("a.py"), QStringLiteral("/home"), m_settings);
        QCOMPARE(dialog.settings(), m_settings);
        QVERIFY(ok(dialog)->isEnabled());
        for (QPushButton *button : dialog.findChildren<QPushButton *>()) {
            if (button->text() == QStringLiteral("&Clear All"))
                button->click();
        }
        QVERIFY(dialog.settings().isEmpty());
        QVERIFY(ok(dialog)->isEnabled());
    }

    void whatCannotBeMeant_isToldAtOnce()
    {
        RunSettingsDialog dialog(m_theme, QStringLiteral("a.py"), QStringLiteral("/home"), {});
        dialog.show();
        const QList<QLineEdit *> lines = dialog.findChildren<QLineEdit *>();
        QTest::keyClicks(lines.first(), QStringLiteral("'two words"));
        QVERIFY(says(dialog, QStringLiteral("has no end")));
        QVERIFY(!ok(dialog)->isEnabled());
        QTest::keyClicks(lines.first(), QStringLiteral("'"));
        QVERIFY(ok(dialog)->isEnabled());
        lines.last()->setText(QStringLiteral("/no/such/folder"));
        QVERIFY(says(dialog, QStringLiteral("There is no folder /no/such/folder")));
        lines.last()->clear();
        dialog.findChildren<QPlainTextEdit *>().last()->setPlainText(QStringLiteral("A"));
        QVERIFY(says(dialog, QStringLiteral("Line 1 of the variables")));
        QVERIFY(!ok(dialog)->isEnabled());
        // What a Python that runs cannot heed any more is told, and may stay.
        dialog.findChildren<QPlainTextEdit *>().last()->setPlainText(QStringLiteral("A=1\nPYTHONHASHSEED=0"));
        QVERIFY(says(dialog, QStringLiteral("Python reads PYTHONHASHSEED when it starts")));
        QVERIFY(ok(dialog)->isEnabled());
    }
};

QTEST_MAIN(RunSettingsDialogTest)
#include "tst_runsettingsdialog.moc"
