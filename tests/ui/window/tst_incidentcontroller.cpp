// SPDX-License-Identifier: GPL-3.0-or-later
#include "incidentcontroller.h"

#include "actions.h"
#include "highlighting/codehighlighter.h"
#include "traceback/exceptionview.h"
#include "traceback/foundstrip.h"
#include "traceback/framecard.h"
#include "traceback/rail.h"
#include "traceback/tracebackpane.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QDropEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QMimeData>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QUrl>

using namespace Skillet;
using namespace Skillet::Ui;

namespace {

constexpr int LongWaitMs = 30'000;

QString text(const char *type)
{
    return QStringLiteral("Traceback (most recent call last):\n"
                          "  File \"/srv/app/orders.py\", line 12, in <module>\n"
                          "    print(total(orders))\n"
                          "%1: told\n")
        .arg(QString::fromUtf8(type));
}

} // namespace

class IncidentControllerTest final : public QObject
{
    Q_OBJECT

    Theme m_theme;
    CodeHighlighter m_highlighter{m_theme};
    Actions m_actions{m_theme, nullptr};
    std::unique_ptr<TracebackPane> m_pane;
    std::unique_ptr<IncidentController> m_incidents;

private Q_SLOTS:
    void init();
    void cleanup();

    void aPastedTraceback_isShown();
    void whatIsShown_isSharedFromTheMenu();
    void severalTracebacks_areWalkedThrough();
    void theList_showsEachByItsLine();
    void aDroppedText_isRead();
    void aDroppedFile_isRead();
    void aTextWithoutOne_isSaidSo();
    void anEmptyClipboard_isSaidSo();
    void aMissingFile_isSaidSo();
    void theTracebackOfARun_putsTheStripAway();
    void closing_emptiesThePane();
    void aGroup_isATree();
    void aTracebackWithoutItsEnd_isSaidSo();
    void tooMany_areSaidToBeCut();

private:
    void paste(const QString &text);
    void drop(QMimeData &data);
    [[nodiscard]] QString shownType() const;
    [[nodiscard]] QString place() const;
    [[nodiscard]] QString allText() const;
};

void IncidentControllerTest::init()
{
    m_pane = std::make_unique<TracebackPane>(m_theme, m_highlighter);
    m_incidents = std::make_unique<IncidentController>(*m_pane, nullptr);
    m_incidents->connectActions(m_actions);
    m_pane->resize(700, 400);
    m_pane->show();
}

void IncidentControllerTest::cleanup()
{
    m_incidents.reset();
    m_pane.reset();
}

void IncidentControllerTest::paste(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
    m_actions[ActionId::PasteTraceback]->trigger();
}

void IncidentControllerTest::drop(QMimeData &data)
{
    QDragEnterEvent enter({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_pane.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent fall({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_pane.get(), &fall);
}

QString IncidentControllerTest::shownType() const
{
    const Runner::Traceback &shown = m_pane->current();
    return shown.isEmpty() ? QString() : shown.exceptions.first().type;
}

QString IncidentControllerTest::place() const
{
    return m_pane->strip().findChild<QLabel *>()->text();
}

QString IncidentControllerTest::allText() const
{
    QStringList lines;
    for (const QLabel *label : m_pane->findChildren<QLabel *>())
        lines.append(label->text());
    return lines.join(u'\n');
}

void IncidentControllerTest::aPastedTraceback_isShown()
{
    const QSignalSpy wanted(m_incidents.get(), &IncidentController::tracebackWanted);
    paste(QStringLiteral("2024-01-01 INFO before\n") + text("KeyError"));
    QCOMPARE(wanted.size(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(shownType(), QStringLiteral("KeyError"), LongWaitMs);
    QTRY_COMPARE_WITH_TIMEOUT(place(), QStringLiteral("1 of 1"), LongWaitMs);
    QVERIFY(m_pane->findChild<FrameCard *>());
}

void IncidentControllerTest::whatIsShown_isSharedFromTheMenu()
{
    const QList<ActionId> shares = {ActionId::CopyTraceback, ActionId::CopyTracebackMarkdown,
                                    ActionId::SaveTracebackPicture};
    for (const ActionId id : shares)
        QVERIFY(!m_actions[id]->isEnabled()); // there is nothing yet
    paste(text("KeyError"));
    QTRY_COMPARE_WITH_TIMEOUT(shownType(), QStringLiteral("KeyError"), LongWaitMs);
    for (const ActionId id : shares)
        QVERIFY(m_actions[id]->isEnabled());
    m_actions[ActionId::CopyTraceback]->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), m_pane->current().plainText);
    m_actions[ActionId::CopyTracebackMarkdown]->trigger();
    QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("```")));
    m_pane->clear();
    for (const ActionId id : shares)
        QVERIFY(!m_actions[id]->isEnabled());
}

void IncidentControllerTest::severalTracebacks_areWalkedThrough()
{
    paste(text("KeyError") + text("TypeError") + text("OSError"));
    QTRY_COMPARE_WITH_TIMEOUT(place(), QStringLiteral("1 of 3"), LongWaitMs);
    const auto buttons = m_pane->strip().findChildren<QToolButton *>();
    QVERIFY(!buttons[0]->isEnabled());
    buttons[1]->click();
    QCOMPARE(shownType(), QStringLiteral("TypeError"));
    QCOMPARE(place(), QStringLiteral("2 of 3"));
    buttons[1]->click();
    QCOMPARE(shownType(), QStringLiteral("OSError"));
    QVERIFY(!buttons[1]->isEnabled());
    buttons[0]->click();
    QCOMPARE(shownType(), QStringLiteral("TypeError"));
    QVERIFY(m_pane->strip().isVisible());
}

void IncidentControllerTest::theList_showsEachByItsLine()
{
    paste(text("KeyError") + text("TypeError"));
    QTRY_COMPARE_WITH_TIMEOUT(place(), QStringLiteral("1 of 2"), LongWaitMs);
    auto *list = m_pane->strip().findChild<QComboBox *>();
    QCOMPARE(list->itemText(1), QStringLiteral("Line 5: TypeError: told"));
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Down);
    QCOMPARE(shownType(), QStringLiteral("TypeError"));
}

void IncidentControllerTest::aDroppedText_isRead()
{
    QMimeData data;
    data.setText(text("KeyError"));
    drop(data);
    QTRY_COMPARE_WITH_TIMEOUT(shownType(), QStringLiteral("KeyError"), LongWaitMs);
}

void IncidentControllerTest::aDroppedFile_isRead()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("server.log")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.write(text("LookupError").toUtf8()) > 0);
    file.close();
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(file.fileName())});
    drop(data);
    QTRY_COMPARE_WITH_TIMEOUT(shownType(), QStringLiteral("LookupError"), LongWaitMs);
}

void IncidentControllerTest::aTextWithoutOne_isSaidSo()
{
    const QSignalSpy problems(m_incidents.get(), &IncidentController::problemOccurred);
    paste(QStringLiteral("all is well"));
    QTRY_COMPARE_WITH_TIMEOUT(problems.size(), 1, LongWaitMs);
    QVERIFY(problems.first().first().value<Core::Error>().message.contains(
        QLatin1String("no traceback in the text you pasted")));
    QVERIFY(!m_pane->strip().isVisible());
}

void IncidentControllerTest::anEmptyClipboard_isSaidSo()
{
    const QSignalSpy problems(m_incidents.get(), &IncidentController::problemOccurred);
    paste(QStringLiteral(" \n"));
    QCOMPARE(problems.size(), 1);
    QVERIFY(!m_pane->strip().isVisible());
}

void IncidentControllerTest::aMissingFile_isSaidSo()
{
    const QSignalSpy problems(m_incidents.get(), &IncidentController::problemOccurred);
    m_incidents->openFile(QStringLiteral("/nowhere/server.log"));
    QCOMPARE(problems.size(), 1);
    QVERIFY(!m_pane->strip().isVisible());
}

void IncidentControllerTest::theTracebackOfARun_putsTheStripAway()
{
    paste(text("KeyError") + text("TypeError"));
    QTRY_COMPARE_WITH_TIMEOUT(place(), QStringLiteral("1 of 2"), LongWaitMs);
    Runner::Traceback other = m_pane->current();
    other.exceptions[0].type = QStringLiteral("OSError");
    m_pane->showTraceback(other);
    QVERIFY(!m_pane->strip().isVisible());
    QCOMPARE(shownType(), QStringLiteral("OSError"));
}

void IncidentControllerTest::closing_emptiesThePane()
{
    paste(text("KeyError"));
    QTRY_COMPARE_WITH_TIMEOUT(place(), QStringLiteral("1 of 1"), LongWaitMs);
    m_pane->strip().findChildren<QToolButton *>().last()->click();
    QVERIFY(m_pane->current().isEmpty());
    QVERIFY(!m_pane->strip().isVisible());
}

void IncidentControllerTest::aGroup_isATree()
{
    m_incidents->openFile(QStringLiteral(SKILLET_SOURCE_DIR "/tests/unit/incident/samples/group-313.txt"));
    QTRY_VERIFY_WITH_TIMEOUT(!m_pane->findChildren<ExceptionView *>().isEmpty(), LongWaitMs);
    const QString all = allText();
    QVERIFY2(all.contains(QLatin1String("Error 1 of 3 in the group:")), qPrintable(all));
    QVERIFY(all.contains(QLatin1String("Error 3 of 3 in the group:")));
    QVERIFY(all.contains(QLatin1String("Error 1 of 1 in the group:")));
    QCoreApplication::processEvents();
    QList<int> lefts;
    for (const ExceptionView *view : m_pane->findChildren<ExceptionView *>())
        lefts.append(view->mapTo(m_pane.get(), QPoint()).x());
    const auto most = std::max_element(lefts.begin(), lefts.end());
    QVERIFY(*most > lefts.first() + 10);
    QVERIFY(std::count(lefts.begin(), lefts.end(), *most) == 1); // the error of the inner group
}

void IncidentControllerTest::aTracebackWithoutItsEnd_isSaidSo()
{
    paste(QStringLiteral("Traceback (most recent call last):\n"
                         "  File \"/srv/app/orders.py\", line 12, in <module>\n"
                         "    print(total(orders))\n"));
    QTRY_COMPARE_WITH_TIMEOUT(place(), QStringLiteral("1 of 1"), LongWaitMs);
    QVERIFY2(allText().contains(QLatin1String("The text ends before it says")), qPrintable(allText()));
    QVERIFY(m_pane->strip().findChild<QComboBox *>()->itemText(0).contains(QLatin1String("Without an end")));
}

void IncidentControllerTest::tooMany_areSaidToBeCut()
{
    const QSignalSpy problems(m_incidents.get(), &IncidentController::problemOccurred);
    paste(text("KeyError").repeated(2001));
    QTRY_COMPARE_WITH_TIMEOUT(problems.size(), 1, LongWaitMs);
    QVERIFY(problems.first().first().value<Core::Error>().message.contains(QLatin1String("first 2,000")));
    QCOMPARE(m_pane->strip().count(), 2000);
}

QTEST_MAIN(IncidentControllerTest)
#include "tst_incidentcontroller.moc"
