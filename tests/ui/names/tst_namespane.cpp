// SPDX-License-Identifier: GPL-3.0-or-later
#include "names/namespane.h"

#include "names/namesmodel.h"
#include "names/namesview.h"
#include "theme/emptystate.h"
#include "theme/rolelabel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Skillet::Ui;
using Skillet::Runner::NameList;
using Skillet::Runner::RunOutcome;
using Skillet::Runner::Session;

namespace {

NameList list(const QStringList &names, int omitted = 0)
{
    NameList made;
    for (const QString &name : names) {
        Skillet::Runner::NameEntry entry;
        entry.name = name;
        entry.type = QStringLiteral("int");
        entry.length = name.size();
        entry.preview = QStringLiteral("value of ") + name;
        made.entries.append(entry);
    }
    made.omitted = omitted;
    return made;
}

} // namespace

/// The answers come from the test, by the session's own signal.
class NamesPaneTest final : public QObject
{
    Q_OBJECT

    Theme m_theme;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<NamesPane> m_pane;
    NamesView *m_view = nullptr;

    /// The answer to the question that was asked last.
    void answer(const NameList &names)
    {
        const quint32 next = m_session->askHelp(QString());
        Q_EMIT m_session->namesKnown(next - 1, names);
    }
    [[nodiscard]] QStringList shown() const
    {
        QStringList names;
        for (int row = 0; row < m_view->model()->rowCount(); ++row)
            names.append(m_view->model()->index(row, 0).data().toString());
        return names;
    }
    [[nodiscard]] bool says(const QString &words) const
    {
        const auto labels = m_pane->findChildren<RoleLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&](const RoleLabel *label) {
            return label->isVisible() && label->text().contains(words);
        });
    }

private Q_SLOTS:
    void init()
    {
        m_session = std::make_unique<Session>(Skillet::Runner::SessionOptions{});
        m_pane = std::make_unique<NamesPane>(*m_session, m_theme);
        m_view = m_pane->findChild<NamesView *>();
        m_pane->resize(340, 300);
        m_pane->show();
    }
    void cleanup()
    {
        m_pane.reset();
        m_session.reset();
    }

    void withoutNames_itTellsWhatWillBeHere()
    {
        answer({});
        QVERIFY(m_pane->findChild<EmptyState *>()->isVisible());
        answer(list({QStringLiteral("a")}));
        Q_EMIT m_session->runFinished(1, RunOutcome::Finished, 0);
        answer(list({QStringLiteral("a")}));
        QVERIFY(!m_pane->findChild<EmptyState *>()->isVisible());
        QCOMPARE(shown(), QStringList{QStringLiteral("a")});
    }

    void anAnswerToAnEarlierQuestion_isDropped()
    {
        Q_EMIT m_session->runFinished(1, RunOutcome::Finished, 0);
        const quint32 next = m_session->askHelp(QString());
        Q_EMIT m_session->namesKnown(next - 2, list({QStringLiteral("old")}));
        QCOMPARE(shown(), QStringList());
        Q_EMIT m_session->namesKnown(next - 1, list({QStringLiteral("new")}));
        QCOMPARE(shown(), QStringList{QStringLiteral("new")});
    }

    void eachRunsEnd_asksAgain_andKeepsSelectionAndPlace()
    {
        QStringList names;
        for (int i = 100; i < 160; ++i)
            names.append(QStringLiteral("name%1").arg(i));
        answer(list(names));
        m_view->setCurrentIndex(m_view->model()->index(40, 0));
        m_view->scrollTo(m_view->currentIndex(), QAbstractItemView::PositionAtTop);
        const int place = m_view->verticalScrollBar()->value();
        QVERIFY(place > 0);
        Q_EMIT m_session->runFinished(1, RunOutcome::Failed, 0);
        names.append(QStringLiteral("zebra"));
        answer(list(names));
        QCOMPARE(shown().size(), 61);
        QCOMPARE(m_view->currentIndex().data().toString(), QStringLiteral("name140"));
        QCOMPARE(m_view->verticalScrollBar()->value(), place);
    }

    void hidden_itAsksNothing_untilItIsShown()
    {
        answer({});
        m_pane->hide();
        const quint32 before = m_session->askHelp(QString());
        Q_EMIT m_session->runFinished(1, RunOutcome::Finished, 0);
        QCOMPARE(m_session->askHelp(QString()), before + 1);
        m_pane->show();
        QCOMPARE(m_session->askHelp(QString()), before + 3);
    }

    void theFilter_looksAtNameTypeAndValue()
    {
        answer(list({QStringLiteral("Orders"), QStringLiteral("total")}));
        auto *filter = m_pane->findChild<QLineEdit *>();
        filter->setText(QStringLiteral("order"));
        QCOMPARE(shown(), QStringList{QStringLiteral("Orders")});
        filter->setText(QStringLiteral("value of t"));
        QCOMPARE(shown(), QStringList{QStringLiteral("total")});
        filter->setText(QStringLiteral("nowhere"));
        QVERIFY(says(QStringLiteral("No name fits")));
        filter->clear();
        QVERIFY(!says(QStringLiteral("No name fits")));
    }

    void sizes_sortByNumber()
    {
        answer(list({QStringLiteral("aaaaaaaaaaa"), QStringLiteral("bb"), QStringLiteral("ccc")}));
        m_view->sortByColumn(NamesModel::SizeColumn, Qt::AscendingOrder);
        QCOMPARE(shown().first(), QStringLiteral("bb"));
        QCOMPARE(shown().last(), QStringLiteral("aaaaaaaaaaa"));
    }

    void whatIsLeftOut_isCounted()
    {
        answer(list({QStringLiteral("a")}, 200));
        QVERIFY(says(QStringLiteral("and 200 more")));
    }

    void duringARun_itSaysThatItShowsTheLastInput()
    {
        Skillet::Runner::SessionOptions options;
        options.worker = QStringLiteral(SKILLET_FAKEWORKER);
        options.keepSpare = false;
        m_pane.reset();
        m_session = std::make_unique<Session>(options);
        m_pane = std::make_unique<NamesPane>(*m_session, m_theme);
        m_pane->show();
        m_session->start();
        QTRY_COMPARE_WITH_TIMEOUT(m_session->state(), Skillet::Runner::SessionState::Idle, 20000);
        QVERIFY(!says(QStringLiteral("As of the last input")));
        (void)m_session->execute(
            {Skillet::Runner::ProgramKind::Interactive, QStringLiteral("loop"), {}, {}, {}});
        QTRY_COMPARE_WITH_TIMEOUT(m_session->state(), Skillet::Runner::SessionState::Running, 20000);
        answer(list({QStringLiteral("a")}));
        QTRY_VERIFY_WITH_TIMEOUT(says(QStringLiteral("As of the last input: a run is under way.")), 20000);
        m_session->interrupt();
        QTRY_COMPARE_WITH_TIMEOUT(m_session->state(), Skillet::Runner::SessionState::Idle, 20000);
        QVERIFY(!says(QStringLiteral("As of the last input")));
    }

    void valuesKeepRoom_howeverNarrowThePaneIs()
    {
        answer(list({QStringLiteral("orders")}));
        Q_EMIT m_session->runFinished(1, RunOutcome::Finished, 0);
        answer(list({QStringLiteral("orders")}));
        const QHeaderView &header = *m_view->header();
        QTRY_COMPARE(header.length(), m_view->viewport()->width());
        const int wide = header.sectionSize(NamesModel::ValueColumn);
        m_pane->resize(220, 300);
        QTRY_VERIFY(m_view->horizontalScrollBar()->maximum() > 0);
        QVERIFY(header.sectionSize(NamesModel::ValueColumn) >= 80);
        m_pane->resize(340, 300);
        QTRY_COMPARE(header.sectionSize(NamesModel::ValueColumn), wide);
    }

    void enterAndDoubleClick_chooseTheName()
    {
        answer(list({QStringLiteral("a"), QStringLiteral("b")}));
        const QSignalSpy chosen(m_pane.get(), &NamesPane::nameChosen);
        m_view->setCurrentIndex(m_view->model()->index(1, 0));
        QTest::keyClick(m_view, Qt::Key_Return);
        QCOMPARE(chosen.value(0).value(0).toString(), QStringLiteral("b"));
        const QPoint first = m_view->visualRect(m_view->model()->index(0, 0)).center();
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, first);
        QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, first);
        QCOMPARE(chosen.value(1).value(0).toString(), QStringLiteral("a"));
    }

    void copy_takesTheRowsAsColumns()
    {
        answer(list({QStringLiteral("a"), QStringLiteral("b")}));
        m_view->setCurrentIndex(m_view->model()->index(0, 0));
        QVERIFY(QMetaObject::invokeMethod(m_view, "copy"));
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("a\tint\t1\tvalue of a"));
    }
};

QTEST_MAIN(NamesPaneTest)
#include "tst_namespane.moc"
