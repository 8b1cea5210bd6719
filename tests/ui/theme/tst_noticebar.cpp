// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/inlinetext.h"
#include "theme/noticebar.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTextDocument>
#include <QToolButton>
#include <QtTest>

using namespace Skillet::Ui;

class TestNoticeBar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void withoutNotices_isHidden();
    void twoNotices_areShownOneAfterTheOther();
    void sameId_replacesTheText();
    void withdrawnNotice_goes();
    void action_carriesTheIdAndCloses();
    void escape_closes();
    void inlineText_isEscapedAndSetsCode();

private:
    Theme m_theme;
    std::unique_ptr<QWidget> m_window;
    NoticeBar *m_bar = nullptr;
};

void TestNoticeBar::init()
{
    m_window = std::make_unique<QWidget>();
    m_bar = new NoticeBar(m_theme, m_window.get());
    m_window->show();
}

void TestNoticeBar::withoutNotices_isHidden()
{
    QVERIFY(!m_bar->isVisible());
    QCOMPARE(m_bar->count(), 0);
}

void TestNoticeBar::twoNotices_areShownOneAfterTheOther()
{
    m_bar->post({NoticeKind::Warning, QStringLiteral("first"), {}, {}});
    m_bar->post({NoticeKind::Error, QStringLiteral("second"), {}, {}});
    QVERIFY(m_bar->isVisible());
    QCOMPARE(m_bar->accessibleName(), QStringLiteral("first"));
    QTest::mouseClick(m_bar->findChild<QToolButton *>(), Qt::LeftButton);
    QCOMPARE(m_bar->accessibleName(), QStringLiteral("second"));
    QTest::mouseClick(m_bar->findChild<QToolButton *>(), Qt::LeftButton);
    QVERIFY(!m_bar->isVisible());
}

void TestNoticeBar::sameId_replacesTheText()
{
    m_bar->post({NoticeKind::Warning, QStringLiteral("old"), QStringLiteral("db"), {}});
    m_bar->post({NoticeKind::Warning, QStringLiteral("new"), QStringLiteral("db"), {}});
    QCOMPARE(m_bar->count(), 1);
    QCOMPARE(m_bar->accessibleName(), QStringLiteral("new"));
}

void TestNoticeBar::withdrawnNotice_goes()
{
    m_bar->post({NoticeKind::Warning, QStringLiteral("locked"), QStringLiteral("db"), {}});
    m_bar->withdraw(QStringLiteral("db"));
    QVERIFY(!m_bar->isVisible());
}

void TestNoticeBar::action_carriesTheIdAndCloses()
{
    QSignalSpy chosen(m_bar, &NoticeBar::actionChosen);
    m_bar->post(
        {NoticeKind::Warning, QStringLiteral("locked"), QStringLiteral("db"), QStringLiteral("Try again")});
    auto *button = m_bar->findChild<QPushButton *>();
    QVERIFY(button->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.first().first().toString(), QStringLiteral("db"));
    QVERIFY(!m_bar->isVisible());
}

void TestNoticeBar::escape_closes()
{
    m_bar->post({NoticeKind::Information, QStringLiteral("news"), {}, {}});
    QTest::keyClick(m_bar, Qt::Key_Escape);
    QCOMPARE(m_bar->count(), 0);
}

void TestNoticeBar::inlineText_isEscapedAndSetsCode()
{
    QCOMPARE(inlineHtml(m_theme, QStringLiteral("a < b\nc")), QStringLiteral("a &lt; b<br>c"));
    const QString html = inlineHtml(m_theme, QStringLiteral("try `1/0` now"));
    QVERIFY(html.contains(QStringLiteral(">1/0</span> now")));
    // Characters that a typeface would draw as one sign are parted; what is copied stays the same.
    const QString parted = inlineHtml(m_theme, QStringLiteral("`a <!= b`"));
    QCOMPARE(parted.count(QStringLiteral("<span")), 3);
    QVERIFY(parted.contains(QStringLiteral("a &lt;</span><span")));
    QTextDocument document;
    document.setHtml(parted);
    QCOMPARE(document.toPlainText(), QStringLiteral("a <!= b"));
    QCOMPARE(inlineHtml(m_theme, QStringLiteral("one ` alone")), QStringLiteral("one ` alone"));
}

QTEST_MAIN(TestNoticeBar)
#include "tst_noticebar.moc"
