// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/editorpage.h"

#include "editor/filenotice.h"
#include "editor/kslexer.h"
#include "editor/scintilla.h"
#include "workspace/textencoding.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QUrl>
#include <QVBoxLayout>

namespace Skillet::Ui {

namespace {

// A file that nobody may write counts as read-only for the administrator too.
bool isWritable(const QFileInfo &file)
{
    const auto anyone = QFileDevice::WriteOwner | QFileDevice::WriteGroup | QFileDevice::WriteOther;
    return file.isWritable() && (file.permissions() & anyone);
}

// Whoever comes here by following a name does not want to change what all programs use.
bool isInstalled(const QString &path)
{
    static const QRegularExpression library(QStringLiteral("/lib(?:64)?/python3(?:\\.\\d+)?/"));
    return library.match(path).hasMatch();
}

} // namespace

EditorPage::EditorPage(const Theme &theme, const CodeHighlighter &highlighter, QWidget *parent)
    : QWidget(parent)
    , m_editor(new CodeEditor(theme, highlighter, this))
    , m_notice(new FileNotice(theme, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_notice);
    layout->addWidget(m_editor, 1);
    setFocusProxy(m_editor);
    connectEditor();
    connectNotice();
}

void EditorPage::connectEditor()
{
    connect(m_editor, &QsciScintilla::textChanged, this, &EditorPage::edited);
    connect(m_editor, &QsciScintilla::modificationChanged, this, &EditorPage::stateChanged);
    connect(m_editor, &QsciScintillaBase::SCN_URIDROPPED, this, [this](const QUrl &url) {
        if (url.isLocalFile())
            Q_EMIT fileDropped(url.toLocalFile());
    });
}

void EditorPage::connectNotice()
{
    connect(m_notice, &FileNotice::firstChosen, this, [this] {
        switch (m_noticeState) {
        case NoticeState::ReadOnly:
            Q_EMIT saveCopyRequested();
            break;
        case NoticeState::Gone:
            Q_EMIT saveRequested();
            break;
        case NoticeState::ChangedOutside: {
            const Core::Result<void> done = reload();
            if (!done.ok())
                Q_EMIT problemOccurred(done.error());
            break;
        }
        case NoticeState::MixedIndentation:
            convertIndentation(IndentWith::Spaces);
            break;
        case NoticeState::LongLine:
            showNotice(NoticeState::None);
            m_editor->setFocus();
            break;
        case NoticeState::None:
            break;
        }
    });
    connect(m_notice, &FileNotice::thirdChosen, this, &EditorPage::comparisonRequested);
    connect(m_notice, &FileNotice::secondChosen, this, [this] {
        if (m_noticeState == NoticeState::MixedIndentation)
            m_mixedIndentationStays = true;
        else
            m_stamp = stampOf(m_path); // known now, so the next save may replace it
        showNotice(NoticeState::None);
        m_editor->setFocus();
    });
}

EditorPage::DiskStamp EditorPage::stampOf(const QString &path)
{
    const QFileInfo file(path);
    if (path.isEmpty() || !file.exists())
        return {};
    return {true, file.size(), file.lastModified()};
}

void EditorPage::adopt(const QString &path, const Workspace::TextFile &file)
{
    m_path = path;
    m_key = path;
    m_format = file;
    m_format.text.clear();
    m_stamp = stampOf(path);
    m_missing = false;
    m_formatChanged = false;
    m_editor->setFileName(path);
    m_editor->setAccessibleName(tr("Editor of %1").arg(name()));
    showNotice(NoticeState::None);
    lookAtIndentation();
    updateReadOnly();
}

void EditorPage::followRename(const QString &path)
{
    m_path = path;
    m_key = path;
    m_stamp = stampOf(path);
    m_editor->setFileName(path);
    m_editor->setAccessibleName(tr("Editor of %1").arg(name()));
    Q_EMIT stateChanged();
}

Core::Result<void> EditorPage::load(const QString &path, const QByteArray &fallback)
{
    const Core::Result<Workspace::TextFile> file = Workspace::readTextFile(path, fallback);
    if (!file.ok())
        return file.error();
    m_editor->setCode(file.value().text);
    adopt(path, file.value());
    lookForLongLine(file.value().text);
    Q_EMIT stateChanged();
    return {};
}

void EditorPage::lookForLongLine(const QString &text)
{
    qsizetype start = 0;
    for (int line = 1; start < text.size(); ++line) {
        const qsizetype found = text.indexOf(u'\n', start);
        const qsizetype end = found < 0 ? text.size() : found;
        if (end - start > KsLexer::longestShownLine) {
            m_longLine = line;
            if (m_noticeState == NoticeState::None)
                showNotice(NoticeState::LongLine);
            return;
        }
        start = end + 1;
    }
}

void EditorPage::begin(const QString &key, const QString &name, const QString &text)
{
    m_key = key;
    m_name = name;
    m_editor->setFileName(name);
    m_editor->setAccessibleName(tr("Editor of %1").arg(name));
    m_editor->setCode(QString());
    if (!text.isEmpty())
        m_editor->replaceCode(text); // so that it counts as not saved
    m_editor->setCursorPosition(0, 0);
    Q_EMIT stateChanged();
}

void EditorPage::restore(const Workspace::JournalEntry &entry)
{
    if (entry.path.isEmpty()) {
        begin(entry.key, entry.key + QStringLiteral(".py"), entry.text);
        return;
    }
    const Core::Result<Workspace::TextFile> file = Workspace::readTextFile(entry.path);
    if (file.ok()) {
        m_editor->setCode(file.value().text);
        adopt(entry.path, file.value());
    } else {
        adopt(entry.path, {});
        m_missing = true;
    }
    if (m_editor->code() != entry.text) {
        m_editor->setReadOnly(false); // it could be edited when this was written
        m_editor->replaceCode(entry.text);
        m_editor->setCursorPosition(0, 0);
    }
    m_key = entry.key;
    if (!file.ok() && QFileInfo::exists(entry.path))
        Q_EMIT problemOccurred(file.error());
    if (m_missing && !QFileInfo::exists(entry.path))
        showNotice(NoticeState::Gone);
    else if (isModified() && (m_missing || m_stamp.modified > entry.when))
        showNotice(NoticeState::ChangedOutside);
    Q_EMIT stateChanged();
}

Core::Result<void> EditorPage::reload()
{
    const Core::Result<Workspace::TextFile> file = Workspace::readTextFile(m_path);
    if (!file.ok())
        return file.error();
    m_editor->setReadOnly(false);
    if (file.value().text != m_editor->code())
        m_editor->replaceCode(file.value().text);
    m_editor->setModified(false);
    adopt(m_path, file.value());
    Q_EMIT stateChanged();
    return {};
}

Core::Result<void> EditorPage::save()
{
    Q_ASSERT(!m_path.isEmpty());
    return saveAs(m_path);
}

Core::Result<void> EditorPage::saveAs(const QString &path)
{
    Workspace::TextFile file = m_format;
    file.text = m_editor->code();
    Core::Result<void> written = Workspace::writeTextFile(path, file);
    if (!written.ok())
        return written;
    m_editor->setModified(false);
    adopt(path, file);
    Q_EMIT stateChanged();
    return {};
}

bool EditorPage::checkDisk()
{
    if (m_path.isEmpty() || m_noticeState == NoticeState::ChangedOutside)
        return m_path.isEmpty();
    const DiskStamp now = stampOf(m_path);
    if (now == m_stamp)
        return true;
    if (!now.exists) {
        m_stamp = now;
        m_missing = true;
        showNotice(NoticeState::Gone);
        Q_EMIT edited();
        Q_EMIT stateChanged();
        return true; // writing it anew destroys nothing
    }
    const Core::Result<Workspace::TextFile> file = Workspace::readTextFile(m_path);
    const bool sameText = file.ok() && file.value().text == m_editor->code();
    if (file.ok() && (sameText || !isModified())) {
        const Core::Result<void> done = reload();
        return done.ok();
    }
    showNotice(NoticeState::ChangedOutside);
    return false;
}

QString EditorPage::name() const
{
    return m_path.isEmpty() ? m_name : QFileInfo(m_path).fileName();
}

bool EditorPage::isModified() const
{
    return m_missing || m_formatChanged || m_editor->isModified();
}

bool EditorPage::isBlank() const
{
    return m_path.isEmpty() && m_editor->code().trimmed().isEmpty();
}

QString EditorPage::noticeText() const
{
    return m_noticeState == NoticeState::None ? QString() : m_notice->text();
}

void EditorPage::showNotice(NoticeState state)
{
    m_noticeState = state;
    const QString warning = QStringLiteral("dialog-warning");
    switch (state) {
    case NoticeState::None:
        m_notice->hide();
        break;
    case NoticeState::ReadOnly:
        m_notice->tell(
            QStringLiteral("object-locked"),
            isInstalled(m_path)
                ? tr("%1 is a part of Python or of an installed package: you can read it here. To "
                     "change it, save a copy.")
                      .arg(name())
                : tr("%1 is read-only. You can read and run it; to change it, save a copy.").arg(name()),
            tr("Save a &Copy..."));
        break;
    case NoticeState::ChangedOutside:
        m_notice->tell(
            warning,
            tr("Another program changed %1, and you have changes here that are not saved. Which text "
               "shall stay? Undo can bring yours back.")
                .arg(name()),
            tr("The One on &Disk"), tr("&Mine"), tr("Co&mpare..."));
        break;
    case NoticeState::Gone:
        m_notice->tell(
            warning,
            tr("%1 is no longer on disk: it was moved or deleted. Your text is still here.").arg(name()),
            tr("&Save It Again"));
        break;
    case NoticeState::LongLine:
        m_notice->tell(
            QStringLiteral("dialog-information"),
            tr("Line %1 of %2 is very long: only its beginning is shown. Nothing is lost: find, run "
               "and save see all of it.")
                .arg(m_longLine)
                .arg(name()),
            tr("&OK"));
        break;
    case NoticeState::MixedIndentation: {
        const IndentationUse use = indentationUse(m_editor->firstLines(linesToLookAt), true);
        m_notice->tell(warning,
                       tr("%1 is indented with spaces in some lines and with tabs in others, first in line "
                          "%2. They look alike, but to Python they differ.")
                           .arg(name())
                           .arg(use.firstOdd),
                       tr("&Use Spaces Only"), tr("&Leave It"));
        break;
    }
    }
}

void EditorPage::updateReadOnly()
{
    const QFileInfo file(m_path);
    const bool readOnly = file.exists() && (!isWritable(file) || isInstalled(m_path));
    m_editor->setReadOnly(readOnly);
    if (readOnly)
        showNotice(NoticeState::ReadOnly);
}

bool EditorPage::isPython() const
{
    return qstrcmp(m_editor->codeLexer().language(), "Python") == 0;
}

Workspace::TextFile EditorPage::format() const
{
    Workspace::TextFile format = m_format;
    const auto cookie = format.byteOrderMark
        ? std::nullopt
        : Workspace::encodingCookie((m_editor->text(0) + m_editor->text(1)).toUtf8());
    format.encoding = cookie ? cookie->name : QByteArrayLiteral("utf-8");
    return format;
}

void EditorPage::setLineEnding(Workspace::LineEnding ending)
{
    if (m_format.lineEnding == ending || isReadOnly())
        return;
    m_format.lineEnding = ending;
    m_formatChanged = true;
    Q_EMIT stateChanged();
}

void EditorPage::setByteOrderMark(bool mark)
{
    if (m_format.byteOrderMark == mark || isReadOnly())
        return;
    m_format.byteOrderMark = mark;
    m_formatChanged = true;
    Q_EMIT stateChanged();
}

/// The keys go on with what the file has.
void EditorPage::lookAtIndentation()
{
    const IndentationUse use = indentationUse(m_editor->firstLines(linesToLookAt), isPython());
    m_editor->setIndentationsUseTabs(use.most() == IndentWith::Tabs);
    if (isPython() && use.isMixed() && !m_mixedIndentationStays)
        showNotice(NoticeState::MixedIndentation);
}

void EditorPage::convertIndentation(IndentWith with)
{
    if (isReadOnly())
        return;
    const QString code = m_editor->code();
    const QString made = indentedWith(code, with, m_editor->tabWidth(), isPython());
    if (made != code)
        m_editor->replaceCode(made);
    m_editor->setIndentationsUseTabs(with == IndentWith::Tabs);
    if (m_noticeState == NoticeState::MixedIndentation)
        showNotice(NoticeState::None);
    m_editor->setFocus();
    Q_EMIT stateChanged();
}

} // namespace Skillet::Ui
