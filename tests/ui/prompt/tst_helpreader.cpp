// SPDX-License-Identifier: GPL-3.0-or-later
#include "prompt/helpreader.h"

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Skillet::Ui;

namespace {

QString numbered(int lines)
{
    QString text;
    for (int i = 1; i <= lines; ++i)
        text += QStringLiteral("line %1 of the help\n").arg(i);
    return text;
}

} // namespace

class HelpReaderTest final : public QObject
{
    Q_OBJECT

    Theme m_theme;
    std::unique_ptr<QWidget> m_parent;
    HelpReader *m_reader = nullptr;
    QPlainTextEdit *m_text = nullptr;

    [[nodiscard]] bool says(const QString &words) const
    {
        const auto labels = m_reader->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel *label) { return label->text().contains(words); });
    }

private Q_SLOTS:
    void init()
    {
        m_parent = std::make_unique<QWidget>();
        m_parent->resize(600, 300);
        m_reader = new HelpReader(m_theme, m_parent.get());
        m_text = m_reader->findChild<QPlainTextEdit *>();
        m_parent->show();
    }
    void cleanup() { m_parent.reset(); }

    void spaceAndBTurnThePages()
    {
        m_reader->showText(QStringLiteral("str"), numbered(100));
        QVERIFY(m_reader->isVisible());
        QVERIFY(m_reader->pages() > 3);
        QCOMPARE(m_reader->page(), 1);
        QVERIFY(says(QStringLiteral("str")));
        QVERIFY(says(QStringLiteral("Page 1 of %1").arg(m_reader->pages())));
        QTest::keyClick(m_text, Qt::Key_Space);
        QCOMPARE(m_reader->page(), 2);
        QVERIFY(says(QStringLiteral("Page 2 of")));
        QTest::keyClick(m_text, Qt::Key_B);
        QCOMPARE(m_reader->page(), 1);
        QTest::keyClick(m_text, Qt::Key_End);
        QCOMPARE(m_reader->page(), m_reader->pages());
    }

    void qAndEscapeClose_data()
    {
        QTest::addColumn<int>("key");
        QTest::newRow("q") << int(Qt::Key_Q);
        QTest::newRow("Esc") << int(Qt::Key_Escape);
    }
    void qAndEscapeClose()
    {
        QFETCH(int, key);
        const QSignalSpy closed(m_reader, &HelpReader::closed);
        m_reader->showText(QStringLiteral("str"), numbered(3));
        QTest::keyClick(m_text, static_cast<Qt::Key>(key));
        QVERIFY(!m_reader->isVisible());
        QCOMPARE(closed.size(), 1);
    }

    void aSlashFinds()
    {
        m_reader->showText(QStringLiteral("str"), numbered(100));
        QTest::keyClick(m_text, Qt::Key_Slash);
        auto *pattern = m_reader->findChild<QLineEdit *>();
        QVERIFY(pattern->isVisible());
        QTest::keyClicks(pattern, QStringLiteral("LINE 77"));
        QCOMPARE(m_text->textCursor().selectedText(), QStringLiteral("line 77"));
        QTest::keyClick(pattern, Qt::Key_Escape);
        QVERIFY(!pattern->isVisible());
        QVERIFY(m_reader->isVisible());
    }

    void itCoversItsParentWhenThatGrows()
    {
        m_reader->showText(QStringLiteral("str"), numbered(3));
        m_parent->resize(800, 400);
        QCOMPARE(m_reader->size(), m_parent->size());
    }

    void noHelpIsSaid()
    {
        m_reader->showText(QStringLiteral("nothing_so_named"), QString());
        QVERIFY(m_text->toPlainText().contains(QStringLiteral("nothing_so_named")));
    }
};

QTEST_MAIN(HelpReaderTest)
#include "tst_helpreader.moc"
