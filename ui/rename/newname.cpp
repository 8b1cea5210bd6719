// SPDX-License-Identifier: GPL-3.0-or-later
#include "rename/newname.h"

#include <QSet>

#include <algorithm>

namespace Skillet::Ui {

namespace {

/// Of Python 3.11 to 3.14; `match`, `case` and `type` can be names.
const QSet<QString> &keywords()
{
    static const QSet<QString> all = [] {
        QSet<QString> words;
        for (const QLatin1String word :
             {QLatin1String("False"),  QLatin1String("None"),     QLatin1String("True"),
              QLatin1String("and"),    QLatin1String("as"),       QLatin1String("assert"),
              QLatin1String("async"),  QLatin1String("await"),    QLatin1String("break"),
              QLatin1String("class"),  QLatin1String("continue"), QLatin1String("def"),
              QLatin1String("del"),    QLatin1String("elif"),     QLatin1String("else"),
              QLatin1String("except"), QLatin1String("finally"),  QLatin1String("for"),
              QLatin1String("from"),   QLatin1String("global"),   QLatin1String("if"),
              QLatin1String("import"), QLatin1String("in"),       QLatin1String("is"),
              QLatin1String("lambda"), QLatin1String("nonlocal"), QLatin1String("not"),
              QLatin1String("or"),     QLatin1String("pass"),     QLatin1String("raise"),
              QLatin1String("return"), QLatin1String("try"),      QLatin1String("while"),
              QLatin1String("with"),   QLatin1String("yield")})
            words.insert(word);
        return words;
    }();
    return all;
}

} // namespace

bool NewName::isIdentifier(const QString &name)
{
    const auto begins = [](uint letter) { return letter == '_' || QChar::isLetter(letter); };
    const QList<uint> letters = name.toUcs4();
    return !letters.isEmpty() && begins(letters.first())
        && std::all_of(letters.begin(), letters.end(), [&begins](uint letter) {
               return begins(letter) || QChar::isLetterOrNumber(letter) || QChar::isMark(letter);
           });
}

QString NewName::problem(const QString &name, const Runner::Places &places)
{
    if (name.isEmpty())
        return tr("Write the new name.");
    if (name == places.name)
        return tr("That is its name now. Write another one.");
    if (name.front().isDigit())
        return tr("A name cannot begin with a digit. Put a letter or _ first.");
    if (name.contains(u' '))
        return tr("A name has no blanks in it. Join its words by _: %1")
            .arg(name.simplified().replace(u' ', u'_'));
    if (!isIdentifier(name))
        return tr("A name is made of letters, digits and _ only.");
    if (keywords().contains(name))
        return tr("%1 is a word of Python's own, which cannot be a name.").arg(name);
    const auto taken = std::find_if(places.taken.begin(), places.taken.end(),
                                    [&name](const Runner::TakenName &one) { return one.name == name; });
    if (taken == places.taken.end())
        return {};
    if (taken->line == 0)
        return tr("%1 is something of Python's own, which this would hide. Choose another name.").arg(name);
    return tr("%1 means something else here already: see line %2. Choose another name.")
        .arg(name)
        .arg(taken->line);
}

} // namespace Skillet::Ui
