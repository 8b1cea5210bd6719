// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/markdownrenderer.h"

#include "lesson/htmlwriter.h"
#include "lesson/lessonhtml.h"

#include <md4c.h>

#include <utility>

namespace Skillet::Ui {

namespace {

HtmlWriter &writer(void *user)
{
    return *static_cast<HtmlWriter *>(user);
}

} // namespace

MarkdownRenderer::MarkdownRenderer(const CodeHighlighter &highlighter, LessonLook look, QString imageFolder)
    : m_highlighter(highlighter)
    , m_look(std::move(look))
    , m_imageFolder(std::move(imageFolder))
{ }

RenderedMarkdown MarkdownRenderer::render(const QString &markdown) const
{
    MD_PARSER parser = {};
    parser.flags = MD_DIALECT_GITHUB | MD_FLAG_NOHTML;
    parser.enter_block = [](MD_BLOCKTYPE type, void *detail, void *user) {
        writer(user).enterBlock(type, detail);
        return 0;
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void *, void *user) {
        writer(user).leaveBlock(type);
        return 0;
    };
    parser.enter_span = [](MD_SPANTYPE type, void *detail, void *user) {
        writer(user).enterSpan(type, detail);
        return 0;
    };
    parser.leave_span = [](MD_SPANTYPE type, void *, void *user) {
        writer(user).leaveSpan(type);
        return 0;
    };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *user) {
        writer(user).text(type, QString::fromUtf8(text, size));
        return 0;
    };
    HtmlWriter html(m_highlighter, m_look, m_imageFolder);
    const QByteArray source = markdown.toUtf8();
    md_parse(source.constData(), static_cast<MD_SIZE>(source.size()), &parser, &html);
    RenderedMarkdown rendered = html.take();
    while (rendered.html.endsWith(u'\n')) // Qt would show it as a space
        rendered.html.chop(1);
    return rendered;
}

QString MarkdownRenderer::heading(int level, const QString &innerHtml) const
{
    return LessonHtml::heading(m_look, level, innerHtml);
}

QString MarkdownRenderer::caption(const QString &text) const
{
    return LessonHtml::caption(m_look, text);
}

} // namespace Skillet::Ui
