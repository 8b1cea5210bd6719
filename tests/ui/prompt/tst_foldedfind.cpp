// SPDX-License-Identifier: GPL-3.0-or-later
#include "find/searchstrip.h"
#include "prompt/foldedfind.h"

#include <QLabel>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Skillet::Ui;

namespace {

constexpr int LimitMs = 10000;

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

class FoldedFindTest final : public QObject
{
    Q_OBJECT

    Theme m_theme;
    QTemporaryDir m_folder;
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<OutputSpool> m_spool;
    SearchStrip *m_strip = nullptr;
    TextFind *m_find = nullptr;

    [[nodiscard]] QString status() const
    {
        const auto *label = m_strip->findChild<QLabel *>();
        return label ? label->text() : QString();
    }
    void look(const char *pattern) { m_strip->findChild<QLineEdit *>()->setText(s(pattern)); }

private Q_SLOTS:
    void init()
    {
        m_spool = std::make_unique<OutputSpool>();
        m_spool->setFolder(m_folder.path());
        m_window = std::make_unique<QWidget>();
        auto *view = new QPlainTextEdit(s("apple pie"), m_window.get());
        m_strip = new SearchStrip(m_theme, s("Find"), m_window.get());
        m_find = new TextFind(*view, *m_strip, m_theme, [](const TextFind::Marks &) {});
        m_find->setParent(m_window.get());
        new FoldedFind(*m_find, *m_spool, m_window.get());
        m_window->show();
        m_find->open();
    }
    void cleanup()
    {
        m_window.reset();
        m_spool.reset();
    }

    void whatWasFoldedAwayIsCountedToo()
    {
        // Several pieces, so that none may be left out or counted twice.
        const QString line = s("an Apple a day, and one apple m\u00f6re for the road\n");
        for (int i = 0; i < 30; ++i)
            QVERIFY(m_spool->append(line.repeated(500)));
        look("day");
        QTRY_VERIFY_WITH_TIMEOUT(status().contains(s("folded away")), LimitMs);
        QCOMPARE(status().remove(u',').remove(QChar(0xa0)), s("No match \u00b7 folded away: 10000 and more"));
    }

    void fewAreCountedExactly_alsoBesideWhatIsShown()
    {
        QVERIFY(m_spool->append(s("one apple\nno pear\nApples\n")));
        look("apple");
        QTRY_COMPARE_WITH_TIMEOUT(status(), s("1 of 1 \u00b7 folded away: 2"), LimitMs);
    }

    void nothingFolded_saysNothingOfIt()
    {
        look("apple");
        QCOMPARE(status(), s("1 of 1"));
        QVERIFY(m_spool->append(s("a pear\n")));
        look("appl");
        QTest::qWait(50);
        QCOMPARE(status(), s("1 of 1"));
    }

    void anotherPattern_forgetsTheCountOfTheOneBefore()
    {
        QVERIFY(m_spool->append(s("one apple\n")));
        look("apple");
        QTRY_COMPARE_WITH_TIMEOUT(status(), s("1 of 1 \u00b7 folded away: 1"), LimitMs);
        look("pie");
        QCOMPARE(status(), s("1 of 1"));
    }
};

QTEST_MAIN(FoldedFindTest)
#include "tst_foldedfind.moc"
