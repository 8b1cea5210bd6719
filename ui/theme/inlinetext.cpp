// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/inlinetext.h"

#include <QStringList>

namespace Skillet::Ui {

QString inlineHtml(const Theme &theme, const QString &text)
{
    const QFont code = theme.font(FontRole::Code);
    QStringList families;
    for (const QString &family : code.families()) {
        families.append(QLatin1Char('\'') + family + QLatin1Char('\''));
    }
    const QString open =
        QStringLiteral("<span style=\"font-family:%1; font-size:%2px; background-color:%3;\">")
            .arg(families.join(QLatin1Char(',')))
            .arg(code.pixelSize())
            .arg(theme.color(ColorRole::CurrentLine).name());
    const QStringList parts = text.split(QLatin1Char('`'));
    // An odd backtick at the end opens nothing.
    const bool balanced = parts.size() % 2 == 1;
    QString html;
    for (qsizetype part = 0; part < parts.size(); ++part) {
        const QString escaped =
            parts.at(part).toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>"));
        const bool isLast = part == parts.size() - 1;
        if (part % 2 == 0) {
            html += escaped;
        } else if (isLast && !balanced) {
            html += QLatin1Char('`') + escaped;
        } else {
            html += open + escaped + QStringLiteral("</span>");
        }
    }
    return html;
}

} // namespace Skillet::Ui
