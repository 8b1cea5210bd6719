// SPDX-License-Identifier: GPL-3.0-or-later
#include "placewords.h"

#include <QFileInfo>
#include <QSet>

#include <algorithm>

namespace Skillet::Ui {

using Runner::PlacesAnswer;
using Runner::PlacesWanted;

QString PlaceWords::whyNone(const Runner::Places &places, PlacesWanted wanted)
{
    switch (places.answer) {
    case PlacesAnswer::NoName:
        return tr("Put the caret on a name of yours first: there is none where it is.");
    case PlacesAnswer::NoReader:
        return tr("Names are followed by jedi, which is not installed. Install the package python3-jedi.");
    case PlacesAnswer::NoSource:
        return tr("%1 is built into Python and cannot have another name.").arg(places.name);
    case PlacesAnswer::Elsewhere:
    case PlacesAnswer::ModuleName:
    case PlacesAnswer::Unreadable:
        return whyNotRenamed(places);
    case PlacesAnswer::Unknown:
    case PlacesAnswer::Known:
        break;
    }
    if (places.name.isEmpty())
        return tr("Nothing could be found out in time. Try once more.");
    if (wanted == PlacesWanted::Rename)
        return tr("It cannot be told for sure where %1 comes from, so it was not renamed. Ctrl+H replaces "
                  "text.")
            .arg(places.name);
    return tr("It cannot be told where %1 comes from. Is it spelt as where it gets its meaning?")
        .arg(places.name);
}

QString PlaceWords::whyNotRenamed(const Runner::Places &places)
{
    if (places.answer == PlacesAnswer::ModuleName)
        return tr("%1 is the name of a module, which a file gives it. Import it under another name: import "
                  "%1 "
                  "as ...")
            .arg(places.name);
    if (places.entries.isEmpty())
        return tr("%1 comes from another file. Rename it there.").arg(places.name);
    const Runner::Place &place = places.entries.first();
    if (places.answer == PlacesAnswer::Unreadable)
        return tr("Line %1 is not Python yet, so it cannot be told what belongs to %2. Put that right first.")
            .arg(place.range.line)
            .arg(places.name);
    const QString file = QFileInfo(place.file).fileName();
    if (place.isLibrary)
        return tr("%1 comes from %2, a part of Python or of a package: it keeps its name.")
            .arg(places.name, file);
    return tr("%1 comes from %2. Rename it there; F12 goes there.").arg(places.name, file);
}

QString PlaceWords::count(const Runner::Places &places)
{
    QSet<QString> files;
    for (const Runner::Place &place : places.entries)
        files.insert(place.file);
    const QString where = files.size() == 1 ? tr("in one file") : tr("in %1 files").arg(files.size());
    const QString words = places.entries.size() == 1
        ? tr("%1: 1 place %2.").arg(places.name, where)
        : tr("%1: %2 places %3.").arg(places.name).arg(places.entries.size()).arg(where);
    return places.more ? tr("%1 There may be more: not all files could be read in time.").arg(words) : words;
}

qsizetype placeInText(const QString &text, const EditorPlace &place)
{
    qsizetype start = 0;
    for (int line = 1; line < place.line; ++line) {
        const qsizetype end = text.indexOf(u'\n', start);
        if (end < 0)
            break;
        start = end + 1;
    }
    return std::min(start + place.column, text.size());
}

EditorPlace placeOf(const QString &text, qsizetype characters)
{
    const QStringView before = QStringView(text).left(characters);
    return {static_cast<int>(before.count(u'\n')) + 1,
            static_cast<int>(before.size() - (before.lastIndexOf(u'\n') + 1))};
}

} // namespace Skillet::Ui
