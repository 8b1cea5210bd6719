// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/htmlwriter.h"

#include "highlighting/codehighlighter.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QHash>
#include <QImageReader>
#include <QTextDocumentFragment>
#include <QUrl>

#include <algorithm>
#include <array>

namespace Skillet::Ui {

namespace {

// Deeper ones are shown at this depth: nobody writes them, and Qt's layout takes long over them.
constexpr int deepestQuote = 4;
constexpr int deepestList = 6;

QString tr(const char *text)
{
    return QCoreApplication::translate("Skillet::Ui::LessonView", text);
}

/// The language's name for the highlighter; empty for plain text.
QString languageOf(const QString &word)
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
    return names.value(word.toLower());
}

bool isSafeLink(const QUrl &url)
{
    const QString scheme = url.scheme().toLower();
    return url.isValid()
        && (scheme == QLatin1String("https") || scheme == QLatin1String("http")
            || scheme == QLatin1String("mailto"));
}

} // namespace

HtmlWriter::HtmlWriter(const CodeHighlighter &highlighter, const LessonLook &look, QString imageFolder)
    : m_highlighter(highlighter)
    , m_look(look)
    , m_imageFolder(std::move(imageFolder))
{ }

QString HtmlWriter::heading(const LessonLook &look, int level, const QString &innerHtml)
{
    static constexpr std::array sizes = {26, 20, 17, 16, 16, 16}; // at 16 pixels of text
    static constexpr std::array above = {2, 7, 5, 4, 4, 4};
    const auto index = static_cast<std::size_t>(std::clamp(level, 1, 6) - 1);
    return QStringLiteral("<h%1 style=\"font-size:%2px;font-weight:600;margin-top:%3px;margin-bottom:%4px;"
                          "line-height:125%;\">%5</h%1>\n")
        .arg(index + 1)
        .arg(sizes[index] * look.textSize / 16)
        .arg(above[index] * look.unit)
        .arg(2 * look.unit)
        .arg(innerHtml);
}

QString HtmlWriter::caption(const LessonLook &look, const QString &text)
{
    return QStringLiteral("<p style=\"font-size:%1px;color:%2;margin-top:0px;margin-bottom:%3px;\">%4</p>\n")
        .arg(look.smallSize)
        .arg(look.muted.name())
        .arg(look.unit)
        .arg(text.toHtmlEscaped());
}

QString HtmlWriter::paragraphStyle() const
{
    return QStringLiteral("margin-top:0px;margin-bottom:%1px;line-height:155%;").arg(3 * m_look.unit);
}

void HtmlWriter::enterBlock(MD_BLOCKTYPE type, const void *detail)
{
    switch (type) {
    case MD_BLOCK_QUOTE:
        if (++m_quotes <= deepestQuote)
            put(QStringLiteral(
                    "<table width=\"100%\" cellspacing=\"0\" cellpadding=\"0\" style=\"margin-bottom:%1px;\">"
                    "<tr><td width=\"%2\" bgcolor=\"%3\"></td><td style=\"padding-left:%4px;\">\n")
                    .arg(3 * m_look.unit)
                    .arg(m_look.unit - 1)
                    .arg(m_look.accent.name())
                    .arg(3 * m_look.unit));
        break;
    case MD_BLOCK_UL:
        if (++m_lists <= deepestList)
            put(QStringLiteral("<ul style=\"margin-top:0px;margin-bottom:%1px;\">\n").arg(2 * m_look.unit));
        break;
    case MD_BLOCK_OL:
        if (++m_lists <= deepestList)
            put(QStringLiteral("<ol start=\"%1\" style=\"margin-top:0px;margin-bottom:%2px;\">\n")
                    .arg(static_cast<const MD_BLOCK_OL_DETAIL *>(detail)->start)
                    .arg(2 * m_look.unit));
        break;
    case MD_BLOCK_LI:
        enterItem(*static_cast<const MD_BLOCK_LI_DETAIL *>(detail));
        break;
    case MD_BLOCK_HR:
        put(QStringLiteral("<hr/>\n"));
        break;
    case MD_BLOCK_H:
        m_headingLevel = static_cast<int>(static_cast<const MD_BLOCK_H_DETAIL *>(detail)->level);
        if (!m_anything && m_headingLevel == 1)
            m_result.beginsWithTitle = true;
        m_outside = std::exchange(m_result.html, {});
        break;
    case MD_BLOCK_CODE:
        m_inCode = true;
        m_code.clear();
        m_fence = attribute(static_cast<const MD_BLOCK_CODE_DETAIL *>(detail)->info).simplified();
        break;
    case MD_BLOCK_P:
        put(QStringLiteral("<p style=\"%1\">").arg(paragraphStyle()));
        break;
    case MD_BLOCK_TABLE:
        put(QStringLiteral(
                "<table cellspacing=\"0\" cellpadding=\"%1\" border=\"1\" style=\"border-collapse:collapse;"
                "border-style:solid;border-color:%2;margin-top:%3px;margin-bottom:%4px;\">\n")
                .arg(2 * m_look.unit)
                .arg(m_look.border.name())
                .arg(m_look.unit)
                .arg(4 * m_look.unit));
        break;
    case MD_BLOCK_TR:
        put(QStringLiteral("<tr>"));
        break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
        enterCell(*static_cast<const MD_BLOCK_TD_DETAIL *>(detail), type == MD_BLOCK_TH);
        break;
    default:
        break;
    }
    m_anything = m_anything || type != MD_BLOCK_DOC;
}

void HtmlWriter::leaveBlock(MD_BLOCKTYPE type, const void *)
{
    switch (type) {
    case MD_BLOCK_QUOTE:
        if (m_quotes-- <= deepestQuote)
            put(QStringLiteral("</td></tr></table>\n"));
        break;
    case MD_BLOCK_UL:
        if (m_lists-- <= deepestList)
            put(QStringLiteral("</ul>\n"));
        break;
    case MD_BLOCK_OL:
        if (m_lists-- <= deepestList)
            put(QStringLiteral("</ol>\n"));
        break;
    case MD_BLOCK_LI:
        put(QStringLiteral("</li>\n"));
        break;
    case MD_BLOCK_H: {
        const QString inner = std::exchange(m_result.html, std::move(m_outside));
        put(heading(m_look, m_headingLevel, inner));
        break;
    }
    case MD_BLOCK_CODE:
        writeCodeBlock();
        break;
    case MD_BLOCK_P:
        put(QStringLiteral("</p>\n"));
        break;
    case MD_BLOCK_TABLE:
        put(QStringLiteral("</table>\n"));
        break;
    case MD_BLOCK_TR:
        put(QStringLiteral("</tr>\n"));
        break;
    case MD_BLOCK_TH:
        put(QStringLiteral("</th>"));
        break;
    case MD_BLOCK_TD:
        put(QStringLiteral("</td>"));
        break;
    default:
        break;
    }
}

void HtmlWriter::enterItem(const MD_BLOCK_LI_DETAIL &item)
{
    put(QStringLiteral("<li style=\"line-height:155%;margin-bottom:%1px;\">").arg(m_look.unit));
    if (item.is_task != 0)
        put(item.task_mark == ' ' ? QString(QChar(0x2610)) + u' ' : QString(QChar(0x2611)) + u' ');
}

void HtmlWriter::enterCell(const MD_BLOCK_TD_DETAIL &cell, bool isHead)
{
    const QString align = cell.align == MD_ALIGN_RIGHT ? QStringLiteral("right")
        : cell.align == MD_ALIGN_CENTER                ? QStringLiteral("center")
                                                       : QStringLiteral("left");
    put(isHead ? QStringLiteral("<th align=\"%1\" bgcolor=\"%2\">").arg(align, m_look.code.name())
               : QStringLiteral("<td align=\"%1\">").arg(align));
}

QString HtmlWriter::codeActions(const LessonCode &block, int number) const
{
    const auto action = [&](const QString &verb, const QString &icon, const QString &label,
                            const QString &title) {
        return QStringLiteral(
                   "<a href=\"skillet:%1/%2\" title=\"%3\" style=\"color:%4;text-decoration:none;\">"
                   "<img src=\"skillet:icon/%5\" style=\"vertical-align:middle;\"/>&nbsp;%6</a>")
            .arg(verb)
            .arg(number)
            .arg(title.toHtmlEscaped(), m_look.accent.name(), icon, label.toHtmlEscaped());
    };
    QString actions;
    if (block.runnable)
        actions = action(QStringLiteral("run"), QStringLiteral("media-playback-start"), tr("Run"),
                         tr("Run example %1 at the prompt").arg(number + 1))
            + QStringLiteral("&nbsp;&nbsp;&nbsp; ");
    actions += action(QStringLiteral("open"), QStringLiteral("document-edit"), tr("Open in editor"),
                      tr("Open example %1 in the editor").arg(number + 1));
    return QStringLiteral(
               "<p align=\"right\" style=\"font-size:%1px;margin-top:0px;margin-bottom:%2px;\">%3</p>")
        .arg(m_look.smallSize)
        .arg(m_look.unit)
        .arg(actions);
}

void HtmlWriter::writeCodeBlock()
{
    m_inCode = false;
    while (m_code.endsWith(u'\n'))
        m_code.chop(1);
    const QString word = m_fence.section(u' ', 0, 0).toLower();
    const bool isOutput = word == QLatin1String("output");
    const bool isTraceback = word == QLatin1String("traceback");
    const bool isPython = word == QLatin1String("python") || word == QLatin1String("py");

    QString head;
    if (isPython) {
        const LessonCode block{m_code, m_fence.section(u' ', 1) != QLatin1String("norun")};
        head = codeActions(block, static_cast<int>(m_result.blocks.size()));
        m_result.blocks.append(block);
    } else if (isOutput || isTraceback) {
        head = caption(m_look, isOutput ? tr("Output") : tr("Traceback"));
    }
    const bool framed = isOutput || isTraceback;
    put(QStringLiteral(
            "<table width=\"100%\" cellspacing=\"0\" cellpadding=\"%1\" bgcolor=\"%2\" border=\"%3\" "
            "style=\"border-collapse:collapse;border-style:solid;border-color:%4;margin-top:%5px;"
            "margin-bottom:%6px;\"><tr><td>%7")
            .arg(3 * m_look.unit)
            .arg((framed ? m_look.output : m_look.code).name())
            .arg(framed ? 1 : 0)
            .arg(m_look.border.name())
            .arg(m_look.unit)
            .arg(4 * m_look.unit)
            .arg(head));
    put(QStringLiteral("<pre style=\"font-family:'%1';font-size:%2px;line-height:135%;margin-top:0px;"
                       "margin-bottom:0px;white-space:pre-wrap;\">")
            .arg(m_look.codeFamily)
            .arg(m_look.codeSize));
    put(m_highlighter.html(m_code, languageOf(word)));
    put(QStringLiteral("</pre></td></tr></table>\n"));
}

void HtmlWriter::enterSpan(MD_SPANTYPE type, const void *detail)
{
    if (m_images > 0 && type != MD_SPAN_IMG)
        return;
    switch (type) {
    case MD_SPAN_EM:
        put(QStringLiteral("<i>"));
        break;
    case MD_SPAN_STRONG:
        put(QStringLiteral("<b>"));
        break;
    case MD_SPAN_DEL:
        put(QStringLiteral("<s>"));
        break;
    case MD_SPAN_CODE:
        put(QStringLiteral("<span style=\"font-family:'%1';font-size:%2px;background-color:%3;\">")
                .arg(m_look.codeFamily)
                .arg(m_look.codeSize)
                .arg(m_look.code.name()));
        break;
    case MD_SPAN_A:
        enterLink(*static_cast<const MD_SPAN_A_DETAIL *>(detail));
        break;
    case MD_SPAN_IMG:
        if (m_images++ == 0) {
            m_imageSource = attribute(static_cast<const MD_SPAN_IMG_DETAIL *>(detail)->src);
            m_imageText.clear();
        }
        break;
    default:
        break;
    }
}

void HtmlWriter::leaveSpan(MD_SPANTYPE type)
{
    if (m_images > 0 && type != MD_SPAN_IMG)
        return;
    switch (type) {
    case MD_SPAN_EM:
        put(QStringLiteral("</i>"));
        break;
    case MD_SPAN_STRONG:
        put(QStringLiteral("</b>"));
        break;
    case MD_SPAN_DEL:
        put(QStringLiteral("</s>"));
        break;
    case MD_SPAN_CODE:
        put(QStringLiteral("</span>"));
        break;
    case MD_SPAN_A:
        if (!m_links.isEmpty() && m_links.takeLast())
            put(QStringLiteral("</a>"));
        break;
    case MD_SPAN_IMG:
        if (--m_images == 0)
            leaveImage();
        break;
    default:
        break;
    }
}

void HtmlWriter::enterLink(const MD_SPAN_A_DETAIL &link)
{
    const QUrl url(attribute(link.href), QUrl::StrictMode);
    m_links.append(isSafeLink(url));
    if (m_links.last())
        put(QStringLiteral("<a href=\"%1\" style=\"color:%2;text-decoration:underline;\">")
                .arg(QString::fromLatin1(url.toEncoded()).toHtmlEscaped(), m_look.accent.name()));
}

void HtmlWriter::leaveImage()
{
    // Only images that lie in the lesson's own folder: a name, no path and no address.
    const bool isName =
        !m_imageSource.contains(u'/') && !m_imageSource.contains(u'\\') && !m_imageSource.isEmpty();
    const QFileInfo file(m_imageFolder + u'/' + m_imageSource);
    const QString label = m_imageText.simplified().toHtmlEscaped();
    const QSize size =
        isName && !m_imageFolder.isEmpty() && file.isFile() ? QImageReader(file.filePath()).size() : QSize();
    if (size.isEmpty()) {
        put(QStringLiteral("<span style=\"color:%1;\">[%2]</span>")
                .arg(m_look.muted.name(), label.isEmpty() ? tr("Image") : tr("Image: %1").arg(label)));
        return;
    }
    const int widest = 36 * m_look.textSize;
    put(QStringLiteral("<img src=\"skillet:image/%1\" alt=\"%2\" title=\"%2\" width=\"%3\"/>")
            .arg(QString::fromLatin1(QUrl::toPercentEncoding(m_imageSource)), label)
            .arg(std::min(widest, size.width() * m_look.textSize / 16)));
}

QString HtmlWriter::attribute(const MD_ATTRIBUTE &value)
{
    QString result;
    for (int i = 0; value.text != nullptr && value.substr_offsets[i] < value.size; ++i) {
        const MD_OFFSET from = value.substr_offsets[i];
        const QString part = QString::fromUtf8(value.text + from, value.substr_offsets[i + 1] - from);
        if (value.substr_types[i] == MD_TEXT_ENTITY)
            result += QTextDocumentFragment::fromHtml(part).toPlainText();
        else if (value.substr_types[i] != MD_TEXT_NULLCHAR)
            result += part;
    }
    return result;
}

void HtmlWriter::text(MD_TEXTTYPE type, QStringView text)
{
    if (m_inCode) {
        m_code += text;
        return;
    }
    if (m_images > 0) {
        m_imageText += type == MD_TEXT_BR || type == MD_TEXT_SOFTBR ? QStringView(u" ") : text;
        return;
    }
    switch (type) {
    case MD_TEXT_BR:
        put(QStringLiteral("<br/>"));
        break;
    case MD_TEXT_SOFTBR:
        put(QStringLiteral("\n"));
        break;
    case MD_TEXT_NULLCHAR:
        put(QString(QChar(QChar::ReplacementCharacter)));
        break;
    case MD_TEXT_ENTITY:
        put(QTextDocumentFragment::fromHtml(text.toString()).toPlainText().toHtmlEscaped());
        break;
    default:
        put(text.toString().toHtmlEscaped());
        break;
    }
}

} // namespace Skillet::Ui
