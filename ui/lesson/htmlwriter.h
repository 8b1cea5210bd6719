// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/lessonlook.h"
#include "lesson/markdownrenderer.h"

#include <QString>

#include <md4c.h>

namespace Skillet::Ui {

class CodeHighlighter;

/// Writes rich text while md4c reads Markdown: the callbacks of one rendering.
class HtmlWriter final
{
public:
    HtmlWriter(const CodeHighlighter &highlighter, const LessonLook &look, QString imageFolder);

    void enterBlock(MD_BLOCKTYPE type, const void *detail);
    void leaveBlock(MD_BLOCKTYPE type);
    void enterSpan(MD_SPANTYPE type, const void *detail);
    void leaveSpan(MD_SPANTYPE type);
    void text(MD_TEXTTYPE type, QStringView text);

    [[nodiscard]] RenderedMarkdown take() { return std::move(m_result); }

private:
    void put(const QString &html) { m_result.html += html; }
    void enterTextBlock(MD_BLOCKTYPE type, const void *detail);
    void enterCell(const MD_BLOCK_TD_DETAIL &cell, bool isHead);
    void leaveCode();
    void enterLink(const MD_SPAN_A_DETAIL &link);
    void leaveImage();
    [[nodiscard]] static QString attribute(const MD_ATTRIBUTE &value);

    const CodeHighlighter &m_highlighter;
    const LessonLook &m_look;
    QString m_imageFolder;
    RenderedMarkdown m_result;

    int m_quotes = 0;
    int m_lists = 0;
    bool m_inCode = false;
    QString m_code;
    QString m_fence; ///< what stands behind the fence's signs
    QList<bool> m_links; ///< whether each open link was written: others are shown as text
    int m_images = 0; ///< depth: within an image only text counts
    QString m_imageSource;
    QString m_imageText;
    int m_headingLevel = 0;
    QString m_outside; ///< what stood before the open heading
    bool m_isEmpty = true; ///< no block was begun yet
};

} // namespace Skillet::Ui
