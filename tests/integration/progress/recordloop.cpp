// SPDX-License-Identifier: GPL-3.0-or-later
// recordloop record <database> <first>   records attempts and incidents <first>, <first> + 1, ... for ever,
//                                        each twice, and tells the number on standard output once both are
//                                        recorded
// recordloop lock <database>             takes the write lock, says so and keeps it
#include "progress/store.h"
#include "samplerecords.h"

#include <QCoreApplication>
#include <QSqlDatabase>
#include <QSqlQuery>

#include <cstdio>
#include <unistd.h>

namespace {

void tell(const QByteArray &line)
{
    std::fputs((line + '\n').constData(), stdout);
    std::fflush(stdout);
}

int recordForEver(const QString &file, int n)
{
    const auto store = Skillet::Progress::Store::open(file);
    if (!store) {
        std::fputs(qPrintable(store.error().message), stderr);
        return 1;
    }
    for (;; ++n) {
        for (int i = 0; i < 2; ++i) {
            for (const auto &recorded :
                 {store.value()->record(sampleAttempt(n)), store.value()->record(sampleIncident(n))}) {
                if (!recorded) {
                    std::fputs(qPrintable(recorded.error().message), stderr);
                    return 1;
                }
            }
        }
        tell(QByteArray::number(n));
    }
}

int keepLock(const QString &file)
{
    QSqlDatabase connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"));
    connection.setDatabaseName(file);
    if (!connection.open() || !QSqlQuery(connection).exec(QStringLiteral("BEGIN IMMEDIATE"))) {
        return 1;
    }
    tell("locked");
    ::pause();
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 4 && arguments.at(1) == QLatin1String("record")) {
        return recordForEver(arguments.at(2), arguments.at(3).toInt());
    }
    if (arguments.size() == 3 && arguments.at(1) == QLatin1String("lock")) {
        return keepLock(arguments.at(2));
    }
    return 2;
}
