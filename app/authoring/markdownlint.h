// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course/problem.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace Skillet::Authoring {

/// What a text of a course is held to besides its format.
struct TextRules
{
    QStringList itemIds; ///< that a link may lead to
    QHash<QString, QString> terms; ///< a spelling that is not wanted, and the one that is
};

/// Problems in a Markdown file of a course: pictures without alternative text, pictures and links that lead
/// nowhere, terms that are spelled otherwise. Code is left alone. Links into the net are not followed.
[[nodiscard]] QList<Course::Problem> lintMarkdown(const QString &file, const QString &text, int firstLine,
                                                  const TextRules &rules);

} // namespace Skillet::Authoring
