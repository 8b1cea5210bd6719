// SPDX-License-Identifier: GPL-3.0-or-later
#include "versions/versionwords.h"

#include <QCoreApplication>
#include <QLocale>

namespace Skillet::Ui {

using Workspace::Occasion;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Versions)
};

QString dayInWords(const QDate &day, const QDate &today)
{
    const qint64 ago = day.daysTo(today);
    if (ago == 0)
        return Words::tr("today");
    if (ago == 1)
        return Words::tr("yesterday");
    return QLocale().toString(day, QLocale::LongFormat);
}

QString occasionInWords(Occasion occasion)
{
    switch (occasion) {
    case Occasion::Saved:
        return Words::tr("when saved");
    case Occasion::Run:
        return Words::tr("before a run");
    case Occasion::Checked:
        return Words::tr("before a check");
    case Occasion::BeforeRestore:
        break;
    }
    return Words::tr("before an earlier one came back");
}

} // namespace

QString versionInWords(const Workspace::FileVersion &version, const QDateTime &now)
{
    const QDateTime when = version.when.toLocalTime();
    return Words::tr("%1 %2, %3")
        .arg(dayInWords(when.date(), now.date()), when.toString(QStringLiteral("HH:mm")),
             occasionInWords(version.occasion));
}

QString changesInWords(const Workspace::LineDiff &diff)
{
    if (diff.tooLarge)
        return Words::tr("too many lines to compare");
    if (diff.added == 0 && diff.removed == 0)
        return Words::tr("as the text is now");
    const QString added =
        diff.added == 1 ? Words::tr("1 line added") : Words::tr("%1 lines added").arg(diff.added);
    const QString removed =
        diff.removed == 1 ? Words::tr("1 line removed") : Words::tr("%1 lines removed").arg(diff.removed);
    if (diff.removed == 0)
        return Words::tr("%1 since").arg(added);
    return diff.added == 0 ? Words::tr("%1 since").arg(removed)
                           : Words::tr("%1, %2 since").arg(added, removed);
}

} // namespace Skillet::Ui
