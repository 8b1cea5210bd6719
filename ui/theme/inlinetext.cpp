// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/inlinetext.h"

#include <QColor>
#include <QStringList>

namespace Skillet::Ui {

namespace {

/// The characters of code that typefaces draw together.
bool isDrawnWithOthers(QChar c)
{
    return QStringLiteral("!=<>-+*/&|:.~?#%^_$@\\").contains(c);
}

/// Whoever learns must see the characters to type, not one sign for != or ->. HTML cannot forbid that, but
/// what differs in its format is drawn apart: every other one gets a background that no eye tells apart.
QString codeHtml(const QString &code, const QString &style, const QColor &background)
{
    QString html;
    const auto open = [&](bool other) {
        const QColor shade =
            other ? QColor(background.red(), background.green(), background.blue() ^ 1) : background;
        html += QStringLiteral("<span style=\"%1 background-color:%2;\">").arg(style, shade.name());
    };
    bool other = false;
    open(other);
    for (qsizetype i = 0; i < code.size(); ++i) {
        if (i > 0 && isDrawnWithOthers(code.at(i)) && isDrawnWithOthers(code.at(i - 1))) {
            html += QStringLiteral("</span>");
            open(other = !other);
        }
        html += code.at(i) == u'\n' ? QStringLiteral("<br>") : QString(code.at(i)).toHtmlEscaped();
    }
    return html + QStringLiteral("</span>");
}

} // namespace

QString inlineHtml(const Theme &theme, const QString &text)
{
    const QFont code = theme.font(FontRole::Code);
    QStringList families;
    for (const QString &family : code.families()) {
        families.append(QLatin1Char('\'') + family + QLatin1Char('\''));
    }
    const QString style = QStringLiteral("font-family:%1; font-size:%2px;")
                              .arg(families.join(QLatin1Char(',')))
                              .arg(code.pixelSize());
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
            html += codeHtml(parts.at(part), style, theme.color(ColorRole::CurrentLine));
        }
    }
    return html;
}

} // namespace Skillet::Ui
