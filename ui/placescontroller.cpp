// SPDX-License-Identifier: GPL-3.0-or-later
#include "placescontroller.h"

#include "actions.h"
#include "editor/codeeditor.h"
#include "editor/editorarea.h"
#include "editor/kslexer.h"
#include "editor/textedits.h"
#include "placewords.h"
#include "runner/analyst.h"
#include "uses/usespane.h"

#include <QAction>
#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace Skillet::Ui {

using Runner::PlacesAnswer;
using Runner::PlacesWanted;

namespace {
constexpr int LongestWay = 100;
} // namespace

PlacesController::PlacesController(Runner::Analyst &analyst, EditorArea &editor, UsesPane &uses,
                                   std::function<QString()> project, QObject *parent)
    : QObject(parent)
    , m_analyst(analyst)
    , m_editor(editor)
    , m_uses(uses)
    , m_project(std::move(project))
{
    connect(&m_analyst, &Runner::Analyst::placesKnown, this, &PlacesController::take);
    connect(&m_uses, &UsesPane::placeChosen, this, [this](const Runner::Place &place) {
        leave();
        go(place);
    });
    connect(&m_editor, &EditorArea::textEdited, this, [this] {
        if (std::exchange(m_request, 0) != 0)
            Q_EMIT told(tr("The text has changed meanwhile. Press the key once more."));
    });
}

void PlacesController::connectActions(const Actions &actions)
{
    QAction *definition = actions[ActionId::GoToDefinition];
    QAction *uses = actions[ActionId::FindUses];
    m_back = actions[ActionId::GoBack];
    connect(definition, &QAction::triggered, this, [this] { ask(PlacesWanted::Definition); });
    connect(uses, &QAction::triggered, this, [this] { ask(PlacesWanted::Uses); });
    connect(m_back, &QAction::triggered, this, &PlacesController::goBack);
    const auto enable = [this, definition, uses] {
        definition->setEnabled(m_editor.currentEditor() != nullptr);
        uses->setEnabled(m_editor.currentEditor() != nullptr);
    };
    connect(&m_editor, &EditorArea::currentChanged, this, enable);
    enable();
    m_back->setEnabled(false);
}

void PlacesController::ask(PlacesWanted wanted)
{
    CodeEditor *editor = m_editor.currentEditor();
    if (editor == nullptr)
        return;
    if (qstrcmp(editor->codeLexer().language(), "Python") != 0) {
        Q_EMIT told(tr("Names are followed in Python programs only, and this file is none."));
        return;
    }
    m_asked = editor;
    m_askedFile = m_editor.currentFile();
    m_wanted = wanted;
    const QString code = editor->code();
    m_request = m_analyst.askPlaces(
        {wanted, code, placeInText(code, editor->caretPlace()), m_askedFile, m_project()});
}

void PlacesController::take(quint32 request, const Runner::Places &places)
{
    if (request != m_request || m_request == 0)
        return;
    m_request = 0;
    if (m_asked == nullptr || m_asked != m_editor.currentEditor())
        return; // whoever asked has gone elsewhere
    if (places.answer == PlacesAnswer::NoSource)
        Q_EMIT helpOffered(places.name,
                           tr("%1 is built into Python: there is no source to go to.").arg(places.name));
    else if (places.answer != PlacesAnswer::Known || places.entries.isEmpty())
        Q_EMIT told(PlaceWords::whyNone(places, m_wanted));
    else if (m_wanted == PlacesWanted::Definition)
        takeDefinition(places);
    else
        takeUses(places);
}

void PlacesController::takeDefinition(const Runner::Places &places)
{
    const Runner::Place &first = places.entries.first();
    const EditorPlace caret = m_asked->caretPlace();
    const bool isHere = first.file.isEmpty() && first.range.line == caret.line
        && first.range.column <= caret.column && caret.column <= first.range.endColumn;
    if (places.entries.size() > 1) {
        m_listed = m_asked;
        m_listedFile = m_askedFile;
        m_uses.showPlaces(
            places, ownName(),
            tr("%1 gets its meaning at %n place(s).", nullptr, static_cast<int>(places.entries.size()))
                .arg(places.name));
        Q_EMIT usesWanted();
    } else if (isHere) {
        Q_EMIT told(
            tr("This is where %1 gets its meaning. Shift+F12 lists where it is used.").arg(places.name));
        return;
    }
    leave();
    m_listed = m_asked;
    m_listedFile = m_askedFile;
    go(first);
}

void PlacesController::takeUses(const Runner::Places &places)
{
    m_listed = m_asked;
    m_listedFile = m_askedFile;
    m_uses.showPlaces(places, ownName(), PlaceWords::count(places));
    Q_EMIT usesWanted();
    Q_EMIT told(PlaceWords::count(places));
}

QString PlacesController::ownName() const
{
    return m_askedFile.isEmpty() ? tr("This text") : QFileInfo(m_askedFile).fileName();
}

void PlacesController::go(const Runner::Place &place)
{
    const QString file = place.file.isEmpty() ? m_listedFile : place.file;
    CodeEditor *editor = place.file.isEmpty() ? m_listed.data() : m_editor.editorFor(file);
    if (m_editor.editors().contains(editor)) {
        m_editor.showEditor(*editor);
    } else if (file.isEmpty()) {
        Q_EMIT told(tr("The text with this place was closed, and it was never saved."));
        return;
    } else {
        m_editor.goTo(file, place.range.line, place.range.column);
        editor = m_editor.editorFor(file);
        if (editor == nullptr)
            return; // it cannot be opened, which has been told
    }
    // The file may have been changed since, in its tab or on disk.
    const int line = lineThatReads(*editor, place.range.line, place.text);
    editor->goTo(line, std::max(0, place.range.column));
}

void PlacesController::leave()
{
    CodeEditor *editor = m_editor.currentEditor();
    if (editor == nullptr)
        return;
    const Spot spot{editor, m_editor.currentFile(), editor->caretPlace()};
    if (!m_way.isEmpty() && m_way.last().editor == spot.editor && m_way.last().place == spot.place)
        return;
    m_way.append(spot);
    if (m_way.size() > LongestWay)
        m_way.removeFirst();
    if (m_back != nullptr)
        m_back->setEnabled(true);
}

void PlacesController::goBack()
{
    while (!m_way.isEmpty()) {
        const Spot spot = m_way.takeLast();
        m_back->setEnabled(!m_way.isEmpty());
        if (m_editor.editors().contains(spot.editor)) {
            m_editor.showEditor(*spot.editor);
            spot.editor->goTo(spot.place.line, spot.place.column);
            return;
        }
        if (!spot.file.isEmpty() && QFileInfo::exists(spot.file)) {
            m_editor.goTo(spot.file, spot.place.line, spot.place.column);
            return;
        }
    }
    Q_EMIT told(tr("The place you came from is closed."));
}

} // namespace Skillet::Ui
