// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/session.h"

#include "realsession.h"

#include <QTest>

using namespace Skillet::Runner;

/// What help() shows when the learner's own code calls it.
class TestHelpPages final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void helpInARun_isShownAsAPage();
    void helpOnceMore_isPrinted();
    void helpDialog_showsAPageForEachAnswer();

private:
    RealSession m_real;
    QStringList m_pages; ///< number, title, `|`, text
};

void TestHelpPages::init()
{
    m_real.start();
    m_pages.clear();
    connect(m_real.session.get(), &Session::helpShown, this,
            [this](quint32 request, const QString &title, const QString &shown) {
                m_pages.append(QString::number(request) + title + QLatin1Char('|') + shown);
            });
}

void TestHelpPages::cleanup()
{
    m_real.end();
}

void TestHelpPages::helpInARun_isShownAsAPage()
{
    const auto run = m_real.log->run(QStringLiteral("help(len)"));
    QCOMPARE(run.out, QStringLiteral("\n"));
    QCOMPARE(m_pages.size(), 1);
    QVERIFY2(m_pages.at(0).startsWith(QLatin1String("0Help on built-in function len")),
             qPrintable(m_pages.at(0)));
    QVERIFY(m_pages.at(0).contains(QLatin1String("    Return the number of items in a container.")));
}

void TestHelpPages::helpOnceMore_isPrinted()
{
    const auto run = m_real.log->run(QStringLiteral("for name in (len, abs, any): help(name)\n"));
    QCOMPARE(m_pages.size(), 1);
    QVERIFY(!run.out.contains(QLatin1String("Help on built-in function len")));
    QVERIFY(run.out.contains(QLatin1String("Help on built-in function abs")));
    QVERIFY(run.out.contains(QLatin1String("Help on built-in function any")));
    (void)m_real.log->run(QStringLiteral("help(abs)"));
    QCOMPARE(m_pages.size(), 2);
}

void TestHelpPages::helpDialog_showsAPageForEachAnswer()
{
    QStringList answers{QStringLiteral("len"), QStringLiteral("if"), QStringLiteral("quit")};
    connect(m_real.session.get(), &Session::inputRequested, m_real.session.get(),
            [&](RunId, const QString &prompt, bool) {
                QCOMPARE(prompt, QStringLiteral("help> "));
                m_real.session->sendInput(answers.isEmpty() ? QStringLiteral("quit") : answers.takeFirst());
            });
    const auto run = m_real.log->run(QStringLiteral("help()"));
    QCOMPARE(run.outcome, RunOutcome::Finished);
    QCOMPARE(m_pages.size(), 2);
    QVERIFY(m_pages.at(0).startsWith(QLatin1String("0Help on built-in function len")));
    QVERIFY(m_pages.at(1).startsWith(QLatin1String("0The \"if\" statement|")));
    QVERIFY(run.out.contains(QLatin1String("You are now leaving help")));
}

QTEST_GUILESS_MAIN(TestHelpPages)
#include "tst_helppages.moc"
