// SPDX-License-Identifier: GPL-3.0-or-later
#include "highlighting/codehighlighter.h"
#include "traceback/foldrow.h"
#include "traceback/framecard.h"
#include "traceback/framerow.h"
#include "traceback/tracebackpane.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Skillet::Ui;
using namespace Skillet::Runner;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

TracebackFrame frame(const char *file, const char *function, int line, const char *source, bool own = true)
{
    TracebackFrame result;
    result.file = s(file);
    result.function = s(function);
    result.sourceLine = s(source);
    result.range = {line, line, 4, 4 + static_cast<int>(s(source).size()) - 4};
    result.isLearners = own;
    return result;
}

Traceback keyError()
{
    ExceptionInfo raised;
    raised.type = s("KeyError");
    raised.message = s("'pirce'");
    raised.frames = {frame("/ada/orders.py", "<module>", 12, "x = total(orders)"),
                     frame("/usr/lib/tools.py", "call", 90, "    return f(x)", false),
                     frame("/usr/lib/tools.py", "call2", 91, "    return g(x)", false),
                     frame("/ada/orders.py", "total", 8, "    o['pirce']")};
    raised.frames[3].values = {{s("o"), s("dict"), QString(200, u'x'), 2, true}, {s("n"), {}, {}, -1, false}};
    ExceptionInfo first;
    first.type = s("ValueError");
    first.link = ChainLink::Context;
    first.frames = {frame("<python-input-3>", "<module>", 1, "    int('x')")};
    Traceback traceback;
    traceback.exceptions = {raised, first};
    traceback.plainText = s("Traceback (most recent call last):\nKeyError: 'pirce'\n");
    return traceback;
}

} // namespace

class TracebackPaneTest final : public QObject
{
    Q_OBJECT

    Theme m_theme;
    CodeHighlighter m_highlighter{m_theme};
    std::unique_ptr<TracebackPane> m_pane;

    void show(const Traceback &traceback, QSize size = {760, 420})
    {
        m_pane->resize(size);
        m_pane->showTraceback(traceback);
        m_pane->show();
        QCoreApplication::processEvents();
    }

private Q_SLOTS:
    void init() { m_pane = std::make_unique<TracebackPane>(m_theme, m_highlighter); }
    void cleanup()
    {
        m_pane.reset();
        m_theme.setZoomPercent(100);
    }

    void nothingToShowTeachesWhatToDo()
    {
        show({});
        QVERIFY(m_pane->findChildren<FrameCard *>().isEmpty());
        QVERIFY(m_pane->current().isEmpty());
    }

    void theSummaryIsTheType()
    {
        const QSignalSpy summary(m_pane.get(), &TracebackPane::summaryChanged);
        show(keyError());
        QCOMPARE(summary.last().first().toString(), s("KeyError"));
        m_pane->clear();
        QCOMPARE(summary.last().first().toString(), QString());
        QVERIFY(m_pane->current().isEmpty());
    }

    void eachExceptionHasItsCard()
    {
        show(keyError());
        const auto cards = m_pane->findChildren<FrameCard *>();
        QCOMPARE(cards.size(), 2);
        QVERIFY2(cards.first()->accessibleName().contains(s("orders.py, line 8 in total. o['pirce']")),
                 qPrintable(cards.first()->accessibleName()));
        QVERIFY(cards.first()->accessibleName().contains(s("n has no value yet")));
    }

    void aClickOpensTheLine()
    {
        show(keyError());
        const QSignalSpy opened(m_pane.get(), &TracebackPane::locationActivated);
        QTest::mouseClick(m_pane->findChild<FrameCard *>(), Qt::LeftButton);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.first().at(0).toString(), s("/ada/orders.py"));
        QCOMPARE(opened.first().at(1).toInt(), 8);
        QCOMPARE(opened.first().at(2).toInt(), 4);
    }

    void whatWasTypedAtThePromptOpensNothing()
    {
        show(keyError());
        const QSignalSpy opened(m_pane.get(), &TracebackPane::locationActivated);
        m_pane->findChildren<FrameCard *>().last()->click();
        QVERIFY(opened.isEmpty());
    }

    void theKeyboardWalksThroughTheCards()
    {
        show(keyError());
        const QSignalSpy opened(m_pane.get(), &TracebackPane::locationActivated);
        m_pane->activateWindow();
        m_pane->setFocus();
        auto *first = m_pane->findChild<FrameCard *>();
        QCOMPARE(m_pane->focusWidget(), first);
        QTest::keyClick(first, Qt::Key_Down);
        auto *row = qobject_cast<FrameRow *>(m_pane->focusWidget());
        QVERIFY(row);
        QTest::keyClick(row, Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.first().at(1).toInt(), 12);
        QTest::keyClick(row, Qt::Key_Down);
        QVERIFY(qobject_cast<FoldRow *>(m_pane->focusWidget()));
        QTest::keyClick(m_pane->focusWidget(), Qt::Key_Up);
        QCOMPARE(m_pane->focusWidget(), row);
    }

    void librariesUnfold()
    {
        show(keyError());
        auto *fold = m_pane->findChild<FoldRow *>();
        QVERIFY(fold);
        QVERIFY(fold->text().contains(u'2'));
        const auto rows = m_pane->findChildren<FrameRow *>();
        const auto shown = [&rows] {
            return std::count_if(rows.begin(), rows.end(),
                                 [](const FrameRow *row) { return row->isVisible(); });
        };
        QCOMPARE(shown(), 2);
        fold->click();
        QCOMPARE(shown(), 4);
        fold->click();
        QCOMPARE(shown(), 2);
    }

    void theOrderTurnsRound()
    {
        show(keyError());
        QCOMPARE(m_pane->findChildren<FrameRow *>().first()->accessibleName().left(18),
                 s("orders.py, line 12"));
        m_pane->findChild<QScrollArea *>()->findChild<QToolButton *>()->click();
        QCoreApplication::processEvents();
        QCOMPARE(m_pane->findChildren<FrameRow *>().first()->accessibleName().left(17),
                 s("orders.py, line 8"));
    }

    void theTextIsCopied()
    {
        show(keyError());
        m_pane->copyAsText();
        QCOMPARE(QGuiApplication::clipboard()->text(), keyError().plainText);
    }

    void nothingIsWiderThanThePane_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("zoom");
        QTest::newRow("500") << 500 << 100;
        QTest::newRow("760") << 760 << 100;
        QTest::newRow("900 at 200 %") << 900 << 200;
    }
    void nothingIsWiderThanThePane()
    {
        QFETCH(int, width);
        QFETCH(int, zoom);
        m_theme.setZoomPercent(zoom);
        show(keyError(), {width, 220});
        const auto *scroll = m_pane->findChild<QScrollArea *>();
        QVERIFY(scroll->widget()->width() <= scroll->viewport()->width());
        for (const auto *card : m_pane->findChildren<PlaceButton *>()) {
            if (!card->isVisible())
                continue;
            QVERIFY(card->mapTo(m_pane.get(), QPoint(card->width(), 0)).x() <= width);
            if (card->hasHeightForWidth())
                QVERIFY(card->height() >= card->heightForWidth(card->width()));
        }
    }

    void manyFramesAreDrawnQuickly()
    {
        Traceback deep = keyError();
        for (int i = 0; i < 60; ++i)
            deep.exceptions.first().frames.append(frame("/ada/orders.py", "total", i, "    total(orders)"));
        QElapsedTimer clock;
        clock.start();
        show(deep);
        (void)m_pane->grab();
        QVERIFY2(clock.elapsed() < 2000, qPrintable(s("%1 ms").arg(clock.elapsed())));
    }
};

QTEST_MAIN(TracebackPaneTest)
#include "tst_tracebackpane.moc"
