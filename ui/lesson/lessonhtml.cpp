// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/lessonhtml.h"

#include "highlighting/codehighlighter.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <array>

namespace Skillet::Ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Skillet::Ui::LessonView", text);
}

/// The language's name for the highlighter; empty for plain text.
QString languageOf(const QString &fence)
{
    static const QHash<QString, QString> names = {
        {QStringLiteral("python"), QStringLiteral("Python")},
        {QStringLiteral("py"), QStringLiteral("Python")},
        {QStringLiteral("pycon"), QStringLiteral("Python")},
        {QStringLiteral("traceback"), QStringLiteral("Python Traceback")},
        {QStringLiteral("json"), QStringLiteral("JSON")},
        {QStringLiteral("toml"), QStringLiteral("TOML")},
        {QStringLiteral("sh"), QStringLiteral("Bash")},
        {QStringLiteral("bash"), QStringLiteral("Bash")},
        {QStringLiteral("html"), QStringLiteral("HTML")},
        {QStringLiteral("sql"), QStringLiteral("SQL")}};
    return names.value(fence.section(u' ', 0, 0).toLower());
}

QString action(const LessonLook &look, const QString &target, const QString &icon, const QString &label,
               const QString &title)
{
    return QStringLiteral("<a href=\"skillet:%1\" title=\"%2\" style=\"color:%3;text-decoration:none;\">"
                          "<img src=\"skillet:icon/%4\" style=\"vertical-align:middle;\"/>&nbsp;%5</a>")
        .arg(target, title.toHtmlEscaped(), look.accent.name(), icon, label.toHtmlEscaped());
}

QString codeActions(const LessonLook &look, CodeKind kind, int number)
{
    QString actions;
    if (kind == CodeKind::Runnable)
        actions = action(look, QStringLiteral("run/%1").arg(number), QStringLiteral("media-playback-start"),
                         tr("Run"), tr("Run example %1 at the prompt").arg(number + 1))
            + QStringLiteral("&nbsp;&nbsp;&nbsp; ");
    actions += action(look, QStringLiteral("open/%1").arg(number), QStringLiteral("document-edit"),
                      tr("Open in editor"), tr("Open example %1 in the editor").arg(number + 1));
    return QStringLiteral(
               "<p align=\"right\" style=\"font-size:%1px;margin-top:0px;margin-bottom:%2px;\">%3</p>")
        .arg(look.smallSize)
        .arg(look.unit)
        .arg(actions);
}

} // namespace

CodeKind codeKind(const QString &fence)
{
    const QString word = fence.section(u' ', 0, 0).toLower();
    if (word == QLatin1String("python") || word == QLatin1String("py"))
        return fence.section(u' ', 1).trimmed() == QLatin1String("norun") ? CodeKind::Python
                                                                          : CodeKind::Runnable;
    if (word == QLatin1String("output"))
        return CodeKind::Output;
    return word == QLatin1String("traceback") ? CodeKind::Traceback : CodeKind::Other;
}

QString LessonHtml::heading(const LessonLook &look, int level, const QString &html)
{
    static constexpr std::array sizes = {26, 20, 17, 16, 16, 16}; // at 16 pixels of text
    static constexpr std::array above = {0, 6, 4, 3, 3, 3};
    const auto index = static_cast<std::size_t>(std::clamp(level, 1, 6) - 1);
    return QStringLiteral(
               "<h%1 style=\"font-size:%2px;font-weight:600;margin-top:%3px;margin-bottom:%4px;\">%5</h%1>\n")
        .arg(index + 1)
        .arg(sizes[index] * look.textSize / 16)
        .arg(above[index] * look.unit)
        .arg((level == 1 ? 3 : 2) * look.unit)
        .arg(html);
}

QString LessonHtml::caption(const LessonLook &look, const QString &text)
{
    return QStringLiteral("<p style=\"font-size:%1px;color:%2;margin-top:0px;margin-bottom:%3px;\">%4</p>\n")
        .arg(look.smallSize)
        .arg(look.muted.name())
        .arg(look.unit)
        .arg(text.toHtmlEscaped());
}

QString LessonHtml::paragraphStart(const LessonLook &look)
{
    return QStringLiteral("<p style=\"margin-top:0px;margin-bottom:%1px;line-height:%2%;\">")
        .arg(3 * look.unit)
        .arg(look.linePercent);
}

QString LessonHtml::quoteStart(const LessonLook &look)
{
    return QStringLiteral("<table width=\"100%\" cellspacing=\"0\" cellpadding=\"0\" style=\"margin-top:%1px;"
                          "margin-bottom:%2px;\"><tr><td width=\"%3\" bgcolor=\"%4\"></td>"
                          "<td style=\"padding-left:%5px;\">\n")
        .arg(look.unit)
        .arg(2 * look.unit)
        .arg(std::max(2, look.unit - 1))
        .arg(look.accent.name())
        .arg(3 * look.unit);
}

QString LessonHtml::quoteEnd()
{
    return QStringLiteral("</td></tr>") + tableEnd();
}

QString LessonHtml::bulletsStart(const LessonLook &look)
{
    return QStringLiteral("<ul style=\"margin-top:0px;margin-bottom:%1px;\">\n").arg(2 * look.unit);
}

QString LessonHtml::numbersStart(const LessonLook &look, unsigned first)
{
    return QStringLiteral("<ol start=\"%1\" style=\"margin-top:0px;margin-bottom:%2px;\">\n")
        .arg(first)
        .arg(2 * look.unit);
}

QString LessonHtml::itemStart(const LessonLook &look)
{
    return QStringLiteral("<li style=\"line-height:%1%;margin-bottom:%2px;\">")
        .arg(look.linePercent)
        .arg(look.unit);
}

QString LessonHtml::taskStart(const LessonLook &look, bool done)
{
    return QStringLiteral("<li class=\"%1\" style=\"line-height:%2%;margin-bottom:%3px;\">")
        .arg(done ? QStringLiteral("checked") : QStringLiteral("unchecked"))
        .arg(look.linePercent)
        .arg(look.unit);
}

QString LessonHtml::tableStart(const LessonLook &look)
{
    return QStringLiteral(
               "<table cellspacing=\"0\" cellpadding=\"%1\" border=\"1\" style=\"border-collapse:collapse;"
               "border-style:solid;border-color:%2;margin-top:%3px;margin-bottom:%4px;\">\n")
        .arg(2 * look.unit)
        .arg(look.border.name())
        .arg(look.unit)
        .arg(3 * look.unit);
}

QString LessonHtml::tableEnd()
{
    // Between two tables Qt keeps an empty paragraph, as high as a line unless it is told otherwise.
    return QStringLiteral("</table>\n<p style=\"-qt-paragraph-type:empty;margin-top:0px;margin-bottom:0px;"
                          "font-size:2px;\"></p>\n");
}

QString LessonHtml::inlineCodeStart(const LessonLook &look)
{
    return QStringLiteral("<span style=\"font-family:'%1';font-size:%2px;background-color:%3;\">")
        .arg(look.codeFamily)
        .arg(look.codeSize)
        .arg(look.code.name());
}

QString LessonHtml::codeBlock(const LessonLook &look, const CodeHighlighter &highlighter,
                              const QString &fence, const QString &code, int number)
{
    const CodeKind kind = codeKind(fence);
    const bool framed = kind == CodeKind::Output || kind == CodeKind::Traceback;
    QString head;
    if (kind == CodeKind::Runnable || kind == CodeKind::Python)
        head = codeActions(look, kind, number);
    else if (framed)
        head = caption(look, kind == CodeKind::Output ? tr("Output") : tr("Traceback"));
    return QStringLiteral(
               "<table width=\"100%\" cellspacing=\"0\" cellpadding=\"%1\" border=\"%2\" "
               "style=\"border-collapse:collapse;border-style:solid;border-color:%3;margin-top:%4px;"
               "margin-bottom:%5px;\"><tr><td bgcolor=\"%6\">")
               .arg(3 * look.unit)
               .arg(framed ? 1 : 0)
               .arg(look.border.name())
               .arg(look.unit)
               .arg(2 * look.unit)
               .arg((framed ? look.output : look.code).name())
        + head
        + QStringLiteral("<pre style=\"font-family:'%1';font-size:%2px;line-height:%3%;margin-top:0px;"
                         "margin-bottom:0px;white-space:pre-wrap;\">")
              .arg(look.codeFamily)
              .arg(look.codeSize)
              .arg(look.codeLinePercent)
        + highlighter.html(code, languageOf(fence)) + QStringLiteral("</pre></td></tr>") + tableEnd();
}

} // namespace Skillet::Ui
