// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/theme.h"

#include <QColor>
#include <QList>
#include <QObject>
#include <QString>

#include <memory>

namespace KSyntaxHighlighting {
class Definition;
class Theme;
} // namespace KSyntaxHighlighting

namespace Skillet::Ui {

/// A stretch of code in one look. Positions in UTF-16 code units of the whole text.
struct CodeSpan
{
    qsizetype start = 0;
    qsizetype length = 0;
    QColor color;
    bool bold = false;
    bool italic = false;
};

/// The one highlighting engine: the editor's lexer, lessons, the prompt and tracebacks all take their colours
/// from here. Wraps KSyntaxHighlighting's repository with Skillet's own light and dark code themes, and loads
/// it at the first use.
class CodeHighlighter final : public QObject
{
    Q_OBJECT

public:
    explicit CodeHighlighter(const Theme &theme, QObject *parent = nullptr);
    ~CodeHighlighter() override;

    /// Spans of `code` with a look other than plain text, in order, never overlapping. `language` is a name
    /// that KSyntaxHighlighting knows ("Python", "Python Traceback", "JSON"); unknown ones give no spans.
    [[nodiscard]] QList<CodeSpan> spans(const QString &code, const QString &language) const;

    /// `code` escaped for Qt's rich text, with <span style="color:..."> around the spans. Newlines stay.
    [[nodiscard]] QString html(const QString &code, const QString &language) const;

    // For the editor's lexer. Names without a suffix (and no name) are taken for Python.
    [[nodiscard]] KSyntaxHighlighting::Definition definitionForFile(const QString &fileName) const;
    [[nodiscard]] KSyntaxHighlighting::Theme codeTheme() const;

Q_SIGNALS:
    /// The code theme is another one: restyle.
    void changed();

private:
    struct Engine;

    const Theme &m_theme;
    std::unique_ptr<Engine> m_engine;
};

} // namespace Skillet::Ui
