// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/scintilla.h"
#include "highlighting/codehighlighter.h"

#include <KSyntaxHighlighting/State>

#include <QByteArray>
#include <QHash>

#include <memory>
#include <vector>

namespace KSyntaxHighlighting {
class Format;
}

namespace Skillet::Ui {

/// Colours a QsciScintilla with KSyntaxHighlighting. Keeps the state at the end of each line, so that after
/// an edit only the lines whose look may have changed are styled again. Sets the fold levels (by indentation)
/// as well. Uses Scintilla's styles 1 to 31 and 64 upwards; the others belong to the editor and its
/// annotations.
class KsLexer final : public QsciLexerCustom
{
    Q_OBJECT

public:
    /// Bytes of a line that are shown; of a longer one only so many.
    static constexpr int longestShownLine = 10'000;

    explicit KsLexer(const CodeHighlighter &highlighter, QObject *parent = nullptr);
    ~KsLexer() override;

    /// Chooses the language by `fileName`. Everything is styled anew when it becomes visible.
    void setFileName(const QString &fileName);
    /// The code theme or the default style is another one: forget all looks and style anew.
    void restyle();

    void setEditor(QsciScintilla *editor) override;
    [[nodiscard]] const char *language() const override;
    [[nodiscard]] QString description(int style) const override;
    void styleText(int start, int end) override;

    /// Whether two styles look the same: one of them may be the other's twin.
    [[nodiscard]] bool areAlike(int style, int other) const
    {
        return style == other || m_twins.value(style, style) == other;
    }

    /// Lines given to the highlighter since the start: what a test of the cache counts.
    [[nodiscard]] qint64 linesStyled() const { return m_linesStyled; }

private:
    class Highlighter;

    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format);
    void noteModification(int position, int type);
    void followChange();
    void noteChange(int line, int linesAdded);
    void styleLine(int line, QByteArray &styles);
    /// From the longest that is shown on.
    void hideEnd(long lineStart);
    [[nodiscard]] int styleFor(const KSyntaxHighlighting::Format &format);
    [[nodiscard]] int styleForLook(QRgb color, bool bold, bool italic);
    [[nodiscard]] int newStyle();
    [[nodiscard]] int twinOf(int style);
    void partLigatures();
    [[nodiscard]] KSyntaxHighlighting::State stateBefore(int line) const;
    void forgetStates();
    void defineStyles();

    const CodeHighlighter &m_codeHighlighter;
    std::unique_ptr<Highlighter> m_highlighter;
    QByteArray m_language;

    // States at the ends of the lines from the first on. Beyond m_lastDirty each of them, and the styles in
    // the document, follow from the one before.
    std::vector<KSyntaxHighlighting::State> m_states;
    int m_lastDirty = -1;

    // Of the change that was announced last and is not in the states yet.
    int m_changeLine = -1;
    int m_linesBefore = 0;
    long m_lengthBefore = 0;

    QHash<quint16, int> m_styleOfFormat; ///< by KSyntaxHighlighting's format id
    QHash<quint64, int> m_styleOfLook; ///< by colour, bold and italic: many formats share one
    QHash<int, int> m_twins; ///< by style, another one of the same look
    int m_nextStyle = 1;

    // Of the line that is being styled.
    QByteArray m_bytes;
    QString m_text;
    char *m_lineStyles = nullptr;
    qsizetype m_lineBytes = 0;
    qint64 m_linesStyled = 0;
};

} // namespace Skillet::Ui
