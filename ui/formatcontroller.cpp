// SPDX-License-Identifier: GPL-3.0-or-later
#include "formatcontroller.h"

#include "actions.h"
#include "core/settings.h"
#include "diff/diffdialog.h"
#include "editor/codeeditor.h"
#include "editor/editorarea.h"
#include "editor/kslexer.h"
#include "placewords.h"

#include <QAction>
#include <QBoxLayout>
#include <QCheckBox>
#include <QDialogButtonBox>
#include <QPushButton>

#include <algorithm>

namespace Skillet::Ui {

using Runner::FormatAnswer;
using Runner::FormatEnd;

namespace {
const QString paneState = QStringLiteral("format");
const QByteArray withoutAsking = QByteArrayLiteral("withoutAsking");

bool isWord(QChar sign)
{
    return sign.isLetterOrNumber() || sign == u'_';
}
} // namespace

qsizetype placeInFormatted(const QString &before, qsizetype at, const QString &after)
{
    qsizetype words = 0; // signs of words before the place
    qsizetype others = 0; // other signs that are to be seen, since the last word
    for (qsizetype index = 0; index < std::min(at, before.size()); ++index) {
        if (isWord(before.at(index))) {
            ++words;
            others = 0;
        } else if (!before.at(index).isSpace()) {
            ++others;
        }
    }
    const bool isAtWord =
        at < before.size() && isWord(before.at(at)) && (at == 0 || !isWord(before.at(at - 1)));
    qsizetype place = 0;
    for (; words > 0 && place < after.size(); ++place) {
        if (isWord(after.at(place)))
            --words;
    }
    while (others > 0 && place < after.size() && !isWord(after.at(place)))
        others -= after.at(place++).isSpace() ? 0 : 1;
    while (isAtWord && place < after.size() && !isWord(after.at(place)))
        ++place; // it stays in front of its word
    return place;
}

FormatController::FormatController(const Theme &theme, const CodeHighlighter &highlighter, EditorArea &editor,
                                   Core::Settings &settings, QObject *parent, const QString &path)
    : QObject(parent)
    , m_theme(theme)
    , m_highlighter(highlighter)
    , m_editor(editor)
    , m_settings(settings)
    , m_formatter(path)
{
    m_pool.setMaxThreadCount(1);
    connect(&m_formatter, &Runner::Formatter::answered, this, &FormatController::take);
}

void FormatController::connectActions(const Actions &actions)
{
    QAction *action = actions[ActionId::FormatFile];
    connect(action, &QAction::triggered, this, &FormatController::format);
    const auto enable = [this, action] { action->setEnabled(m_editor.currentEditor() != nullptr); };
    connect(&m_editor, &EditorArea::currentChanged, this, enable);
    enable();
}

void FormatController::format()
{
    CodeEditor *editor = m_editor.currentEditor();
    if (editor == nullptr)
        return;
    if (qstrcmp(editor->codeLexer().language(), "Python") != 0) {
        Q_EMIT told(tr("Only Python programs are formatted, and this file is none."));
        return;
    }
    if (editor->isReadOnly()) {
        Q_EMIT told(tr("This file is read-only, so it is not formatted."));
        return;
    }
    m_asked = editor;
    m_code = editor->code();
    Q_EMIT told(tr("Formatting..."));
    m_formatter.format({m_code, m_editor.currentFile(), m_settings.environment()});
}

bool FormatController::isAsItWas()
{
    if (m_asked != nullptr && m_editor.editors().contains(m_asked) && m_asked->code() == m_code)
        return true;
    Q_EMIT told(tr("Nothing was formatted, because the text has changed meanwhile. Try once more."));
    return false;
}

void FormatController::take(const FormatAnswer &answer)
{
    if (!isAsItWas())
        return;
    if (answer.end == FormatEnd::Unreadable) {
        if (answer.line > 0) {
            m_editor.showEditor(*m_asked);
            m_asked->goTo(answer.line, 0);
        }
        Q_EMIT told(problem(answer));
    } else if (answer.end != FormatEnd::Formatted) {
        Q_EMIT told(QString());
        Q_EMIT problemOccurred({Core::ErrorCode::Invalid, problem(answer)});
    } else if (answer.text == m_code) {
        Q_EMIT told(tr("This file is as %1 formats it: nothing changes.").arg(answer.tool));
    } else {
        compare(answer);
    }
}

QString FormatController::problem(const FormatAnswer &answer)
{
    switch (answer.end) {
    case FormatEnd::NoTool:
        return tr(
            "Programs are formatted by black, which is not installed. Install the package black of your "
            "system, or type in a terminal, in your environment: python -m pip install black");
    case FormatEnd::Unreadable:
        return answer.line > 0 ? tr("Line %1 is not Python yet, so nothing was formatted. Put that right "
                                    "first; it may begin in a "
                                    "line before.")
                                     .arg(answer.line)
                               : tr("This text is no program yet, so nothing was formatted.");
    case FormatEnd::TimedOut:
        return tr("%1 gave no answer and was stopped. Nothing was formatted. Try once more.")
            .arg(answer.tool);
    case FormatEnd::Refused:
        return tr("What %1 made of this file is not the same program, so nothing was changed. Install %1 "
                  "once more.")
            .arg(answer.tool);
    case FormatEnd::Failed:
    case FormatEnd::Formatted:
        break;
    }
    return answer.details.isEmpty()
        ? tr("%1 does not work here, so nothing was formatted. Install %1 once more.").arg(answer.tool)
        : tr("%1 does not work here, so nothing was formatted. It says: %2").arg(answer.tool, answer.details);
}

void FormatController::compare(const FormatAnswer &answer)
{
    m_pool.start([this, answer, code = m_code] {
        const QList<TextEdit> edits = lineEdits(code, answer.text);
        QMetaObject::invokeMethod(
            this,
            [this, answer, edits] {
                if (!isAsItWas())
                    return;
                if (edits.isEmpty()) {
                    Q_EMIT problemOccurred({Core::ErrorCode::Invalid,
                                            tr("This file has too many lines to be formatted here. Format it "
                                               "in a terminal: %1 FILE")
                                                .arg(answer.tool)});
                } else if (m_settings.paneState(paneState) == withoutAsking) {
                    apply(answer, edits);
                } else {
                    offer(answer, edits);
                }
            },
            Qt::QueuedConnection);
    });
}

void FormatController::offer(const FormatAnswer &answer, const QList<TextEdit> &edits)
{
    Q_EMIT told(QString());
    auto *dialog = new DiffDialog(
        m_theme, m_highlighter,
        {tr("Format with %1").arg(answer.tool),
         tr("Lines with \u2212 become those with +. Only how they are written changes, not what they do."),
         QStringLiteral("program.py"), m_code, answer.text},
        &m_editor);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    auto *quiet = new QCheckBox(tr("&Do not show this again, format at once"), dialog);
    if (auto *column = qobject_cast<QBoxLayout *>(dialog->layout()))
        column->insertWidget(column->count() - 1, quiet);
    QPushButton *use = dialog->addChoice(tr("&Apply"), tr("Change these lines; Undo brings them back"));
    use->setObjectName(QStringLiteral("apply"));
    connect(use, &QPushButton::clicked, this, [this, answer, edits, quiet] {
        if (quiet->isChecked())
            m_settings.setPaneState(paneState, withoutAsking);
        apply(answer, edits);
    });
    if (const auto *buttons = dialog->findChild<QDialogButtonBox *>())
        buttons->button(QDialogButtonBox::Close)->setText(tr("&Cancel"));
    dialog->open();
}

void FormatController::apply(const FormatAnswer &answer, const QList<TextEdit> &edits)
{
    if (!isAsItWas())
        return;
    const qsizetype caret = placeInFormatted(m_code, placeInText(m_code, m_asked->caretPlace()), answer.text);
    applyEdits(*m_asked, edits, placeOf(answer.text, caret));
    m_asked->setFocus(Qt::OtherFocusReason);
    Q_EMIT told(tr("Formatted by %1. Undo brings the text before back.").arg(answer.tool));
}

} // namespace Skillet::Ui
