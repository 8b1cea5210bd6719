// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/lessonlook.h"

#include <QList>
#include <QString>

namespace Skillet::Ui {

class CodeHighlighter;

/// A block of code that the lesson offers to run or to open.
struct LessonCode
{
    QString code;
    bool runnable = false;

    friend bool operator==(const LessonCode &, const LessonCode &) = default;
};

struct RenderedMarkdown
{
    QString html; ///< in the subset that QTextDocument understands
    QList<LessonCode> blocks; ///< what the links `skillet:run/N` and `skillet:open/N` mean
    bool beginsWithTitle = false; ///< with a heading of the first level
};

/// Markdown (CommonMark, tables, strikethrough, task lists; no raw HTML) to rich text. Any text is accepted:
/// what is no Markdown is shown as it is. Links lead to web pages and mail addresses only; only the renderer
/// makes `skillet:` ones.
///
/// Fences: `python` gets the actions "Run" and "Open in editor", `python norun` the second only, `output`
/// looks like output, `traceback` is coloured as one, others by the language they name.
class MarkdownRenderer final
{
public:
    /// `imageFolder` holds the images; without one, or where one is missing, their texts stand instead.
    MarkdownRenderer(const CodeHighlighter &highlighter, LessonLook look, QString imageFolder = {});

    [[nodiscard]] RenderedMarkdown render(const QString &markdown) const;

    /// A heading as the renderer makes them.
    [[nodiscard]] QString heading(int level, const QString &innerHtml) const;
    /// A line of small muted text.
    [[nodiscard]] QString caption(const QString &text) const;

private:
    const CodeHighlighter &m_highlighter;
    LessonLook m_look;
    QString m_imageFolder;
};

} // namespace Skillet::Ui
