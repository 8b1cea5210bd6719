// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/lessonlook.h"

#include <QString>

namespace Skillet::Ui {

class CodeHighlighter;

/// What the fence of a code block says.
enum class CodeKind { Runnable, Python, Output, Traceback, Other };

[[nodiscard]] CodeKind codeKind(const QString &fence);

/// The pieces of rich text that lessons are made of, in the subset that QTextDocument understands. Where they
/// take text it is plain, where they take HTML it is named so.
namespace LessonHtml {

[[nodiscard]] QString heading(const LessonLook &look, int level, const QString &html);
/// A line of small muted text.
[[nodiscard]] QString caption(const LessonLook &look, const QString &text);
[[nodiscard]] QString paragraphStart(const LessonLook &look);
[[nodiscard]] QString quoteStart(const LessonLook &look);
[[nodiscard]] QString quoteEnd();
[[nodiscard]] QString bulletsStart(const LessonLook &look);
[[nodiscard]] QString numbersStart(const LessonLook &look, unsigned first);
[[nodiscard]] QString itemStart(const LessonLook &look);
/// An item with a box, which Qt draws.
[[nodiscard]] QString taskStart(const LessonLook &look, bool done);
[[nodiscard]] QString tableStart(const LessonLook &look);
[[nodiscard]] QString tableEnd();
[[nodiscard]] QString inlineCodeStart(const LessonLook &look);
/// `number` is the block's in the links of its actions; of use to blocks of Python only.
[[nodiscard]] QString codeBlock(const LessonLook &look, const CodeHighlighter &highlighter,
                                const QString &fence, const QString &code, int number);

} // namespace LessonHtml
} // namespace Skillet::Ui
