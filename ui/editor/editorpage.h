// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "editor/codeeditor.h"
#include "editor/fileindentation.h"
#include "theme/theme.h"
#include "workspace/journal.h"
#include "workspace/textfile.h"

#include <QDateTime>
#include <QWidget>

namespace Skillet::Ui {

class FileNotice;

/// One tab: a file or a text never saved, its editor, and a notice when the file on disk is not
/// what it was. Never overwrites what another program wrote there without being told to. Asks nothing by
/// itself.
class EditorPage final : public QWidget
{
    Q_OBJECT

public:
    EditorPage(const Theme &theme, const CodeHighlighter &highlighter, QWidget *parent = nullptr);

    /// Shows the file. On failure the page is as it was.
    [[nodiscard]] Core::Result<void> load(const QString &path, const QByteArray &fallback = {});
    /// A text without a file yet; `key` is its identity in the journal.
    void begin(const QString &key, const QString &name, const QString &text);
    /// Text kept by the journal, over the file it belongs to when that is still there.
    void restore(const Workspace::JournalEntry &entry);
    /// Shows the file as it is on disk now; what was here can be had back by undo.
    [[nodiscard]] Core::Result<void> reload();

    /// Writes to path(), which must not be empty. Call checkDisk() before: this one overwrites.
    [[nodiscard]] Core::Result<void> save();
    [[nodiscard]] Core::Result<void> saveAs(const QString &path);

    /// The file is called `path` from now on; it was not this page that renamed it.
    void followRename(const QString &path);

    /// Compares with the disk: takes over what others wrote when there are no changes here, else shows a
    /// choice. \return false when the learner has to choose first, so nothing may be written now.
    bool checkDisk();

    [[nodiscard]] QString key() const { return m_key; }
    [[nodiscard]] QString path() const { return m_path; }
    [[nodiscard]] QString name() const;
    [[nodiscard]] bool isModified() const;
    [[nodiscard]] bool isReadOnly() const { return m_editor->isReadOnly(); }
    /// Never saved and nothing written: nobody would miss it.
    [[nodiscard]] bool isBlank() const;
    [[nodiscard]] QString noticeText() const;

    /// How the file is written at the next save. Its text is left out; its encoding is that of the text.
    [[nodiscard]] Workspace::TextFile format() const;
    /// Both make the page a modified one.
    void setLineEnding(Workspace::LineEnding ending);
    void setByteOrderMark(bool mark);
    /// Of lines that are indented with both, or some with one and some with the other.
    void convertIndentation(IndentWith with);
    [[nodiscard]] bool isPython() const;

    [[nodiscard]] CodeEditor *editor() const { return m_editor; }

Q_SIGNALS:
    /// Name, path, modified or read-only are others.
    void stateChanged();
    void edited();
    void saveRequested();
    void saveCopyRequested();
    /// The differences between this text and the file on disk are wanted.
    void comparisonRequested();
    void fileDropped(const QString &path);
    void problemOccurred(const Skillet::Core::Error &error);

private:
    /// Enough to see that a file was written by another program.
    struct DiskStamp
    {
        bool exists = false;
        qint64 size = 0;
        QDateTime modified;

        friend bool operator==(const DiskStamp &, const DiskStamp &) = default;
    };
    enum class NoticeState { None, ReadOnly, ChangedOutside, Gone, MixedIndentation, LongLine };

    [[nodiscard]] static DiskStamp stampOf(const QString &path);
    void adopt(const QString &path, const Workspace::TextFile &file);
    void connectEditor();
    void connectNotice();
    void showNotice(NoticeState state);
    void updateReadOnly();
    void lookAtIndentation();
    void lookForLongLine(const QString &text);

    CodeEditor *m_editor;
    FileNotice *m_notice;
    NoticeState m_noticeState = NoticeState::None;
    QString m_key;
    QString m_path;
    QString m_name; ///< of a text never saved
    Workspace::TextFile m_format; ///< how the file is written; its text is not kept
    DiskStamp m_stamp; ///< of the file when it was last read or written
    bool m_missing = false; ///< the file that was opened is gone
    int m_longLine = 0; ///< from 1, one that is not shown whole; 0: there is none
    bool m_mixedIndentationStays = false;
    bool m_formatChanged = false; ///< the text may be the same, the file will not be
};

} // namespace Skillet::Ui
