// SPDX-License-Identifier: GPL-3.0-or-later
#include "stylehints.h"

#include "actions.h"
#include "core/settings.h"
#include "editor/codeeditor.h"
#include "editor/editorarea.h"
#include "editor/kslexer.h"
#include "stylewords.h"

#include <QAction>

#include <utility>

namespace Skillet::Ui {

namespace {
constexpr int PauseMs = 900;
constexpr int LongestText = 300'000; // bytes
const QString paneState = QStringLiteral("styleHints");
const QByteArray off = QByteArrayLiteral("off");
} // namespace

StyleHints::StyleHints(EditorArea &editor, Core::Settings &settings, QObject *parent, const QString &path)
    : QObject(parent)
    , m_editor(editor)
    , m_settings(settings)
    , m_linter(path)
    , m_isWanted(settings.paneState(paneState) != off)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(PauseMs);
    connect(&m_pause, &QTimer::timeout, this, &StyleHints::look);
    connect(&m_linter, &Runner::Linter::answered, this, &StyleHints::take);
    connect(&m_editor, &EditorArea::textEdited, this, &StyleHints::forget);
    connect(&m_editor, &EditorArea::currentChanged, this, &StyleHints::forget);
}

void StyleHints::connectActions(const Actions &actions)
{
    QAction *action = actions[ActionId::StyleHints];
    action->setChecked(m_isWanted);
    connect(action, &QAction::toggled, this, [this](bool wanted) {
        m_isWanted = wanted;
        m_settings.setPaneState(paneState, wanted ? QByteArray() : off);
        forget();
    });
}

void StyleHints::setEnabled(bool enabled)
{
    m_isEnabled = enabled;
    forget();
}

void StyleHints::forget()
{
    m_linter.stop();
    m_asked = nullptr;
    Q_EMIT found(m_editor.currentEditor(), {});
    if (m_isEnabled && m_isWanted)
        m_pause.start();
    else
        m_pause.stop();
}

void StyleHints::look()
{
    CodeEditor *editor = m_editor.currentEditor();
    if (editor == nullptr || editor->isReadOnly() || editor->length() > LongestText
        || qstrcmp(editor->codeLexer().language(), "Python") != 0)
        return;
    m_asked = editor;
    m_linter.look({editor->code(), m_editor.currentFile(), m_settings.environment()});
}

void StyleHints::take(const QList<Runner::LintFinding> &findings)
{
    const CodeEditor *asked = std::exchange(m_asked, nullptr);
    if (asked == nullptr || asked != m_editor.currentEditor())
        return;
    QList<Runner::Problem> problems;
    for (const Runner::LintFinding &finding : findings)
        problems.append(StyleWords::problem(finding));
    Q_EMIT found(asked, problems);
}

} // namespace Skillet::Ui
