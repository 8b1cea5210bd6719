// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/history.h"

#include <QTest>

using namespace Skillet::Incident;
using namespace Skillet::Runner;

namespace {

Traceback error(const QString &type, int line, qsizetype characters = 10)
{
    TracebackFrame frame;
    frame.file = QStringLiteral("/ada/a.py");
    frame.function = QStringLiteral("<module>");
    frame.range.line = line;
    frame.sourceLine = QStringLiteral("line %1").arg(line);
    ExceptionInfo raised;
    raised.type = type;
    raised.frames = {frame};
    return {{raised}, QString(characters, u'x'), false};
}

const QString key = QStringLiteral("KeyError");
const QString type = QStringLiteral("TypeError");

} // namespace

class IncidentHistoryTest final : public QObject
{
    Q_OBJECT

    const QDateTime m_now = QDateTime::currentDateTime();

private Q_SLOTS:
    void errorsAreKeptInOrder()
    {
        History history;
        history.add(error(key, 1), m_now);
        history.add({}, m_now);
        history.add(error(type, 2), m_now.addSecs(5));
        QCOMPARE(history.size(), 2);
        QCOMPARE(history.at(0).traceback, error(key, 1));
        QCOMPARE(history.at(1).at, m_now.addSecs(5));
    }

    void theOldestGoFirst()
    {
        History history;
        for (int i = 0; i < History::mostIncidents + 3; ++i)
            history.add(error(key, i), m_now);
        QCOMPARE(history.size(), History::mostIncidents);
        QCOMPARE(history.at(0).traceback, error(key, 3));
    }

    void longTextsMakeRoom_andTheNewestStays()
    {
        History history;
        for (int i = 0; i < 3; ++i)
            history.add(error(key, i, History::mostCharacters / 2), m_now);
        QCOMPARE(history.size(), 2);
        history.add(error(key, 9, History::mostCharacters + 1), m_now);
        QCOMPARE(history.size(), 1);
        history.add(error(key, 10), m_now);
        QCOMPARE(history.size(), 1);
        QCOMPARE(history.at(0).traceback, error(key, 10));
    }

    void theSamePlace_isTheSameKind()
    {
        History history;
        history.add(error(key, 1), m_now);
        history.add(error(type, 1), m_now);
        history.add(error(key, 2), m_now);
        history.add(error(key, 1), m_now);
        QCOMPARE(history.sameKindBefore(3), 0);
        QCOMPARE(history.sameKindBefore(2), -1);
        QCOMPARE(history.sameKindBefore(0), -1);
    }

    void theSameCause_isTheSameKind()
    {
        History history;
        history.add(error(key, 1), m_now);
        history.add(error(key, 2), m_now);
        QCOMPARE(history.sameKindBefore(1), -1);
        history.setCause(0, QStringLiteral("key-misspelt"));
        history.setCause(1, QStringLiteral("key-misspelt"));
        QCOMPARE(history.sameKindBefore(1), 0);
        history.add(error(type, 3), m_now);
        history.setCause(2, QStringLiteral("key-misspelt"));
        QCOMPARE(history.sameKindBefore(2), -1);
    }
};

QTEST_GUILESS_MAIN(IncidentHistoryTest)
#include "tst_incidenthistory.moc"
