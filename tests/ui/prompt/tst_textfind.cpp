// SPDX-License-Identifier: GPL-3.0-or-later
#include "find/searchstrip.h"
#include "prompt/textfind.h"

#include <QLabel>
#include <QLineEdit>
#include <QTest>
#include <QToolButton>

using namespace Skillet::Ui;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

class TextFindTest final : public QObject
{
    Q_OBJECT

    Theme m_theme;
    QWidget m_window;
    QPlainTextEdit *m_view = nullptr;
    SearchStrip *m_strip = nullptr;
    std::unique_ptr<TextFind> m_find;
    TextFind::Marks m_marks;

    [[nodiscard]] QString status() const { return m_strip->findChild<QLabel *>()->text(); }
    [[nodiscard]] QLineEdit *line() const { return m_strip->findChild<QLineEdit *>(); }
    [[nodiscard]] int row() const { return m_view->textCursor().blockNumber(); }

private Q_SLOTS:
    void init()
    {
        m_view = new QPlainTextEdit(&m_window);
        m_view->resize(400, 300);
        m_strip = new SearchStrip(m_theme, s("Find"), &m_window);
        m_find = std::make_unique<TextFind>(*m_view, *m_strip, m_theme,
                                            [this](const TextFind::Marks &marks) { m_marks = marks; });
        m_view->setPlainText(s("apple\nbanana\nApple pie\ncherry\napple"));
        m_window.show();
        m_find->open();
    }
    void cleanup()
    {
        m_find.reset();
        delete m_strip;
        delete m_view;
    }

    void theLatestMatchComesFirstAndTheyAreCounted()
    {
        QTest::keyClicks(line(), s("apple"));
        QCOMPARE(row(), 4);
        QCOMPARE(status(), s("3 of 3"));
        QCOMPARE(m_marks.size(), 3);
    }

    void itGoesAround()
    {
        QTest::keyClicks(line(), s("apple"));
        QTest::keyClick(line(), Qt::Key_Return);
        QCOMPARE(row(), 0);
        QCOMPARE(status(), s("1 of 3"));
        QTest::keyClick(line(), Qt::Key_F3);
        QCOMPARE(row(), 2);
        QTest::keyClick(line(), Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(row(), 0);
        QTest::keyClick(line(), Qt::Key_F3, Qt::ShiftModifier);
        QCOMPARE(row(), 4);
    }

    void capitalsCountWhenAskedFor()
    {
        QTest::keyClicks(line(), s("Apple"));
        QCOMPARE(status(), s("3 of 3"));
        for (QToolButton *button : m_strip->findChildren<QToolButton *>()) {
            if (button->isCheckable())
                button->click();
        }
        QCOMPARE(status(), s("1 of 1"));
        QCOMPARE(row(), 2);
    }

    void noMatchIsSaid()
    {
        QTest::keyClicks(line(), s("zebra"));
        QCOMPARE(status(), s("No match"));
        QVERIFY(m_marks.isEmpty());
        QTest::keyClick(line(), Qt::Key_Return);
        QCOMPARE(status(), s("No match"));
    }

    void textThatComesMeanwhileCounts()
    {
        QTest::keyClicks(line(), s("apple"));
        m_view->appendPlainText(s("one more apple"));
        QTRY_COMPARE(status(), s("3 of 4"));
    }

    void escapeClosesAndTakesTheMarksAway()
    {
        QTest::keyClicks(line(), s("apple"));
        QTest::keyClick(line(), Qt::Key_Escape);
        QVERIFY(!m_find->isOpen());
        QVERIFY(m_marks.isEmpty());
    }
};

QTEST_MAIN(TextFindTest)
#include "tst_textfind.moc"
