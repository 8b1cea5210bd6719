// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/htmlwriter.h"

#include "highlighting/codehighlighter.h"
#include "lesson/lessonhtml.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QImageReader>
#include <QTextDocumentFragment>
#include <QUrl>

#include <algorithm>

namespace Skillet::Ui {

namespace {

// Deeper ones are shown at this depth: nobody writes them, and Qt's layout takes long over them.
constexpr int deepestQuote = 4;
constexpr int deepestList = 6;

QString tr(const char *text)
{
    return QCoreApplication::translate("Skillet::Ui::LessonView", text);
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

void HtmlWriter::enterBlock(MD_BLOCKTYPE type, const void *detail)
{
    switch (type) {
    case MD_BLOCK_QUOTE:
        if (++m_quotes <= deepestQuote)
            put(LessonHtml::quoteStart(m_look));
        break;
    case MD_BLOCK_UL:
        if (++m_lists <= deepestList)
            put(LessonHtml::bulletsStart(m_look));
        break;
    case MD_BLOCK_OL:
        if (++m_lists <= deepestList)
            put(LessonHtml::numbersStart(m_look, static_cast<const MD_BLOCK_OL_DETAIL *>(detail)->start));
        break;
    case MD_BLOCK_LI: {
        const auto &item = *static_cast<const MD_BLOCK_LI_DETAIL *>(detail);
        put(item.is_task != 0 ? LessonHtml::taskStart(m_look, item.task_mark != ' ')
                              : LessonHtml::itemStart(m_look));
        break;
    }
    case MD_BLOCK_HR:
        put(QStringLiteral("<hr/>\n"));
        break;
    case MD_BLOCK_H:
        m_headingLevel = static_cast<int>(static_cast<const MD_BLOCK_H_DETAIL *>(detail)->level);
        m_result.beginsWithTitle = m_result.beginsWithTitle || (m_isEmpty && m_headingLevel == 1);
        m_outside = std::exchange(m_result.html, {});
        break;
    case MD_BLOCK_CODE:
        m_inCode = true;
        m_code.clear();
        m_fence = attribute(static_cast<const MD_BLOCK_CODE_DETAIL *>(detail)->info).simplified();
        break;
    default:
        enterTextBlock(type, detail);
        break;
    }
    m_isEmpty = m_isEmpty && type == MD_BLOCK_DOC;
}

void HtmlWriter::enterTextBlock(MD_BLOCKTYPE type, const void *detail)
{
    switch (type) {
    case MD_BLOCK_P:
        put(LessonHtml::paragraphStart(m_look));
        break;
    case MD_BLOCK_TABLE:
        put(LessonHtml::tableStart(m_look));
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
}

void HtmlWriter::leaveBlock(MD_BLOCKTYPE type)
{
    switch (type) {
    case MD_BLOCK_QUOTE:
        if (m_quotes-- <= deepestQuote)
            put(LessonHtml::quoteEnd());
        break;
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
        if (m_lists-- <= deepestList)
            put(type == MD_BLOCK_UL ? QStringLiteral("</ul>\n") : QStringLiteral("</ol>\n"));
        break;
    case MD_BLOCK_LI:
        put(QStringLiteral("</li>\n"));
        break;
    case MD_BLOCK_H: {
        const QString inner = std::exchange(m_result.html, std::move(m_outside));
        put(LessonHtml::heading(m_look, m_headingLevel, inner));
        break;
    }
    case MD_BLOCK_CODE:
        leaveCode();
        break;
    case MD_BLOCK_P:
        put(QStringLiteral("</p>\n"));
        break;
    case MD_BLOCK_TABLE:
        put(LessonHtml::tableEnd());
        break;
    case MD_BLOCK_TR:
        put(QStringLiteral("</tr>\n"));
        break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
        put(type == MD_BLOCK_TH ? QStringLiteral("</th>") : QStringLiteral("</td>"));
        break;
    default:
        break;
    }
}

void HtmlWriter::enterCell(const MD_BLOCK_TD_DETAIL &cell, bool isHead)
{
    const QString align = cell.align == MD_ALIGN_RIGHT ? QStringLiteral("right")
        : cell.align == MD_ALIGN_CENTER                ? QStringLiteral("center")
                                                       : QStringLiteral("left");
    put(isHead ? QStringLiteral("<th align=\"%1\" bgcolor=\"%2\">").arg(align, m_look.code.name())
               : QStringLiteral("<td align=\"%1\">").arg(align));
}

void HtmlWriter::leaveCode()
{
    m_inCode = false;
    while (m_code.endsWith(u'\n'))
        m_code.chop(1);
    put(LessonHtml::codeBlock(m_look, m_highlighter, m_fence, m_code,
                              static_cast<int>(m_result.blocks.size())));
    const CodeKind kind = codeKind(m_fence);
    if (kind == CodeKind::Runnable || kind == CodeKind::Python)
        m_result.blocks.append({m_code, kind == CodeKind::Runnable});
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
        put(LessonHtml::inlineCodeStart(m_look));
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
