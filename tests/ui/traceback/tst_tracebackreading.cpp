// SPDX-License-Identifier: GPL-3.0-or-later
#include "highlighting/codehighlighter.h"
#include "traceback/framecard.h"
#include "traceback/framerow.h"
#include "traceback/probesview.h"
#include "traceback/tracebackpane.h"

#include <QAccessible>
#include <QApplication>
#include <QPushButton>
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
    result.range = {line, line, 4, static_cast<int>(s(source).size())};
    result.isLearners = own;
    return result;
}

/// With all that a picture can have: several calls, one of a library, values, and an error that led to it.
Traceback keyError()
{
    ExceptionInfo raised;
    raised.type = s("KeyError");
    raised.message = s("'pirce'");
    raised.notes = {s("seen on Monday")};
    raised.frames = {frame("/ada/orders.py", "<module>", 12, "x = total(orders)"),
                     frame("/usr/lib/tools.py", "call", 90, "    return f(x)", false),
                     frame("/ada/orders.py", "total", 8, "    o['pirce']")};
    raised.frames[2].values = {{s("o"), s("dict"), s("{'price': 3}"), 1, true}};
    ExceptionInfo first;
    first.type = s("ValueError");
    first.link = ChainLink::Context;
    first.frames = {frame("/ada/orders.py", "<module>", 3, "    int('x')"),
                    frame("/ada/orders.py", "read", 2, "    int('x')")};
    Traceback traceback;
    traceback.exceptions = {raised, first};
    traceback.plainText = s("text");
    traceback.incident = 7;
    return traceback;
}

Explanation explanation()
{
    Explanation told;
    told.cause = s("key-error.misspelt");
    told.title = s("`o` has no key `'pirce'`.");
    told.why = s("Keys must be the same letter by letter.");
    told.tries = {s("Look at all keys: `print(list(o))`.")};
    told.suggestion = {8, s("    o['pirce']"), s("    o['price']")};
    return told;
}

/// All that is read below `parent`, in the order in which it is read.
void collect(QAccessibleInterface *parent, QList<QAccessibleInterface *> &all)
{
    for (int i = 0; i < parent->childCount(); ++i) {
        QAccessibleInterface *child = parent->child(i);
        if (child == nullptr || child->state().invisible)
            continue;
        all.append(child);
        collect(child, all);
    }
}

} // namespace

/// What a screen reader finds in the pane, and where the keyboard leads.
class TracebackReadingTest final : public QObject
{
    Q_OBJECT

    Theme m_theme;
    CodeHighlighter m_highlighter{m_theme};
    std::unique_ptr<TracebackPane> m_pane;

    void show()
    {
        m_pane->resize(760, 500);
        m_pane->showTraceback(keyError());
        m_pane->showExplanation(explanation());
        m_pane->show();
        m_pane->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
        QCoreApplication::processEvents();
    }
    [[nodiscard]] QWidget *page() const { return m_pane->findChild<QScrollArea *>()->widget(); }
    [[nodiscard]] QList<QAccessibleInterface *> read() const
    {
        QList<QAccessibleInterface *> all;
        collect(QAccessible::queryAccessibleInterface(page()), all);
        return all;
    }
    [[nodiscard]] QStringList names() const
    {
        QStringList result;
        for (const QAccessibleInterface *each : read())
            result.append(each->text(QAccessible::Name));
        return result;
    }
    /// Where Tab leads, from the first card until it leaves the picture.
    [[nodiscard]] QList<QWidget *> stops() const
    {
        QList<QWidget *> result;
        m_pane->setFocus();
        for (QWidget *at = QApplication::focusWidget(); at != nullptr && page()->isAncestorOf(at);
             at = QApplication::focusWidget()) {
            if (result.contains(at))
                break;
            result.append(at);
            QTest::keyClick(at, Qt::Key_Tab);
        }
        return result;
    }

private Q_SLOTS:
    void init() { m_pane = std::make_unique<TracebackPane>(m_theme, m_highlighter); }
    void cleanup() { m_pane.reset(); }

    void everyControl_hasANameAndARole()
    {
        show();
        int controls = 0;
        for (const QAccessibleInterface *each : read()) {
            if (!each->state().focusable)
                continue;
            ++controls;
            const QString name = each->text(QAccessible::Name);
            QVERIFY2(!name.isEmpty(), each->object()->metaObject()->className());
            QVERIFY2(!name.contains(u'<') || name.contains(QStringLiteral("<module>")), qPrintable(name));
            QVERIFY2(each->role() == QAccessible::PushButton || each->role() == QAccessible::Button
                         || each->role() == QAccessible::CheckBox || each->role() == QAccessible::StaticText,
                     qPrintable(name));
        }
        QVERIFY2(controls >= 12, qPrintable(QString::number(controls)));
    }

    void headlinesAndGroups_haveTheirRoles()
    {
        show();
        QStringList headings;
        QStringList groups;
        for (const QAccessibleInterface *each : read()) {
            if (each->role() == QAccessible::Heading)
                headings.append(each->text(QAccessible::Name));
            if (each->role() == QAccessible::Grouping)
                groups.append(each->text(QAccessible::Name));
        }
        QCOMPARE(headings, (QStringList{s("KeyError: 'pirce'"), s("ValueError")}));
        QCOMPARE(groups,
                 (QStringList{s("KeyError: 'pirce'"), s("What next"),
                              s("This happened while the program was handling another error:")}));
    }

    void itIsRead_inTheOrderInWhichItIsSeen()
    {
        show();
        const QStringList expected{s("KeyError: 'pirce'"),
                                   s("o has no key 'pirce'."),
                                   s("Note: seen on Monday"),
                                   s("Where to look first: orders.py, line 8"),
                                   s("Ask Here"),
                                   s("Why here"),
                                   s("Things to try"),
                                   s("Line 8 could be"),
                                   s("Put It in the File"),
                                   s("Which keys does o have?"),
                                   s("Ask list(o)"),
                                   s("How it got there"),
                                   s("orders.py, line 12 at the top level"),
                                   s("Ask here: orders.py, line 12 at the top level"),
                                   s("1 library call"),
                                   s("orders.py, line 8 in total"),
                                   s("This happened while the program was handling another error:"),
                                   s("ValueError")};
        const QStringList all = names();
        qsizetype from = 0;
        for (const QString &each : expected) {
            const qsizetype before = from;
            while (from < all.size() && !QString(all.at(from)).remove(u'&').startsWith(each))
                ++from;
            QVERIFY2(from < all.size(),
                     qPrintable(each + s(" is not read after:\n") + all.mid(0, before).join(u'\n')
                                + s("\n--- but there is:\n") + all.mid(before).join(u'\n')));
        }
    }

    void theOrderStays_whenTheCallsAreTurnedRound()
    {
        show();
        for (QToolButton *each : page()->findChildren<QToolButton *>()) {
            if (each->text() == s("Oldest call first")) {
                each->click();
                break;
            }
        }
        QCoreApplication::processEvents();
        const QStringList all = names();
        const auto at = [&all](const char *name) {
            for (qsizetype i = 0; i < all.size(); ++i) {
                if (all.at(i).startsWith(s(name)))
                    return i;
            }
            return qsizetype{-1};
        };
        QVERIFY(at("How it got there") >= 0);
        QVERIFY(at("orders.py, line 8 in total") > at("How it got there"));
        QVERIFY(at("orders.py, line 12") > at("orders.py, line 8 in total"));
        QVERIFY(at("This happened") > at("orders.py, line 12"));
    }

    void tab_goesThroughAllFromTopToBottom()
    {
        show();
        const QList<QWidget *> reached = stops();
        int last = -1;
        for (const QWidget *each : reached) {
            const int y = each->mapTo(page(), QPoint()).y();
            const bool isInRow = qobject_cast<const FrameRow *>(each->parentWidget()) != nullptr;
            QVERIFY2(y >= last || isInRow, qPrintable(each->accessibleName()));
            last = isInRow ? last : y;
        }
        QVERIFY(qobject_cast<FrameCard *>(reached.first()));
        for (const QWidget *each : page()->findChildren<QWidget *>()) {
            const bool isStop = (each->focusPolicy() & Qt::TabFocus) && each->isVisible() && each->isEnabled()
                && each->inherits("QAbstractButton");
            QVERIFY2(!isStop || reached.contains(each), qPrintable(each->accessibleName()));
        }
    }

    void upAndDown_goFromAnythingToTheNextCard()
    {
        show();
        const auto *probes = m_pane->findChild<ProbesView *>();
        QVERIFY(probes);
        auto *probe = probes->findChild<QPushButton *>();
        probe->setFocus();
        QTest::keyClick(m_pane->findChild<QScrollArea *>(), Qt::Key_Down);
        QCOMPARE(QApplication::focusWidget(), page()->findChildren<FrameRow *>().first());
        probe->setFocus();
        QTest::keyClick(m_pane->findChild<QScrollArea *>(), Qt::Key_Up);
        QCOMPARE(QApplication::focusWidget(), page()->findChild<FrameCard *>());
    }

    void homeAndEnd_goToTheFirstAndTheLastCard()
    {
        show();
        m_pane->setFocus();
        auto *scroll = m_pane->findChild<QScrollArea *>();
        QTest::keyClick(scroll, Qt::Key_End);
        QCOMPARE(QApplication::focusWidget(), page()->findChildren<FrameRow *>().last());
        QTest::keyClick(scroll, Qt::Key_Home);
        QCOMPARE(QApplication::focusWidget(), page()->findChild<FrameCard *>());
    }

    void anError_isAnnouncedOnce()
    {
        const QSignalSpy announced(m_pane.get(), &TracebackPane::announced);
        m_pane->showTraceback(keyError());
        QCOMPARE(announced.size(), 1);
        QCOMPARE(announced.last().first().toString(), s("KeyError: 'pirce'"));
        m_theme.setZoomPercent(110); // the same error drawn anew is no news
        m_theme.setZoomPercent(100);
        QCOMPARE(announced.size(), 1);
        m_pane->endAsking({});
        QCOMPARE(announced.size(), 1);
        m_pane->endAsking(s("You were right."));
        QCOMPARE(announced.last().first().toString(), s("You were right."));
        m_pane->clear();
        QCOMPARE(announced.size(), 2);
    }

    void anAnswer_isReadWithItsQuestion()
    {
        show();
        m_pane->showProbeAnswer(s("list(o)"), {ProbeAnswer::State::Answered, s("['price']")});
        QVERIFY2(names().contains(s("list(o) is ['price']")), qPrintable(names().join(u'\n')));
    }
};

QTEST_MAIN(TracebackReadingTest)
#include "tst_tracebackreading.moc"
