// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/findreplace.h"

#include "editor/codeeditor.h"
#include "editor/editorarea.h"
#include "editor/editorsearch.h"
#include "editor/findbar.h"

#include <algorithm>

namespace Skillet::Ui {

namespace {

using Sci = QsciScintillaBase;

TextMatch selectionOf(const CodeEditor &editor)
{
    return {editor.SendScintilla(Sci::SCI_GETSELECTIONSTART), editor.SendScintilla(Sci::SCI_GETSELECTIONEND)};
}

} // namespace

FindReplace::FindReplace(EditorArea &area, FindBar &bar)
    : QObject(&bar)
    , m_area(area)
    , m_bar(bar)
{
    m_pool.setMaxThreadCount(1);
    connect(&m_bar, &FindBar::queryChanged, this, [this] { search(Wish::Here); });
    connect(&m_bar, &FindBar::selectionToggled, this, &FindReplace::setScope);
    connect(&m_bar, &FindBar::stepRequested, this, &FindReplace::step);
    connect(&m_bar, &FindBar::replaceRequested, this, &FindReplace::replaceOne);
    connect(&m_bar, &FindBar::replaceAllRequested, this, &FindReplace::replaceAll);
    connect(&m_bar, &FindBar::dismissed, this, &FindReplace::close);
    connect(&m_area, &EditorArea::currentChanged, this, &FindReplace::attend);
}

EditorSearch *FindReplace::searchIn(CodeEditor &editor) const
{
    return editor.findChild<EditorSearch *>(QString(), Qt::FindDirectChildrenOnly);
}

EditorSearch *FindReplace::current() const
{
    CodeEditor *editor = m_area.currentEditor();
    return editor == nullptr ? nullptr : searchIn(*editor);
}

/// The one in front first, then the others as their tabs follow.
QList<EditorSearch *> FindReplace::wanted() const
{
    QList<EditorSearch *> searches;
    const QList<CodeEditor *> editors = m_area.editors();
    const qsizetype first = editors.indexOf(m_area.currentEditor());
    const qsizetype count = m_bar.isInAllFiles() ? editors.size() : std::min<qsizetype>(1, editors.size());
    for (qsizetype each = 0; each < count; ++each) {
        if (EditorSearch *found = searchIn(*editors[(std::max<qsizetype>(0, first) + each) % editors.size()]))
            searches.append(found);
    }
    return searches;
}

void FindReplace::open(bool toReplace)
{
    CodeEditor *editor = m_area.currentEditor();
    if (editor == nullptr)
        return;
    const QString selected = editor->selectedText();
    const bool isPattern = !selected.isEmpty() && !selected.contains(u'\n');
    m_editor = editor;
    m_from = selectionOf(*editor).start;
    m_bar.open(isPattern ? selected : QString(), toReplace ? FindBar::Rows::Replace : FindBar::Rows::Find);
    if (selected.contains(u'\n')) { // several lines are where to look
        m_bar.setInSelection(true);
        setScope(true);
        return;
    }
    search(Wish::Here);
}

void FindReplace::close()
{
    m_bar.hide();
    m_wish = Wish::None;
    m_wantsAll = false;
    m_bar.setInSelection(false);
    m_scope.reset();
    for (CodeEditor *editor : m_area.editors()) {
        if (EditorSearch *search = searchIn(*editor))
            search->stop();
    }
    if (CodeEditor *editor = m_area.currentEditor())
        editor->setFocus(Qt::OtherFocusReason);
}

void FindReplace::setScope(bool on)
{
    const CodeEditor *editor = m_area.currentEditor();
    m_scope.reset();
    const TextMatch selection = editor == nullptr ? TextMatch() : selectionOf(*editor);
    if (on && selection.start < selection.end) {
        m_scope = selection;
        m_from = selection.start;
    }
    search(Wish::Here);
}

/// Another tab may be in front.
void FindReplace::attend()
{
    CodeEditor *editor = m_area.currentEditor();
    if (editor == m_editor)
        return;
    m_editor = editor;
    if (m_bar.isHidden())
        return;
    if (editor == nullptr) {
        close();
        return;
    }
    m_from = selectionOf(*editor).start;
    m_bar.setInSelection(false);
    m_scope.reset();
    if (m_wish == Wish::None)
        search(Wish::None);
}

bool FindReplace::prepare()
{
    m_search.reset();
    m_bar.setWords({});
    const SearchQuery query = m_bar.query();
    if (query.pattern.isEmpty())
        return false;
    const Core::Result<TextSearch> search = TextSearch::compiled(query);
    if (search.ok())
        m_search = search.value();
    else
        m_bar.setWords(search.error().message);
    if (m_bar.isInSelection() && !m_scope)
        m_bar.setWords(tr("Nothing is selected. Select the lines to look in, then choose this again."));
    return search.ok();
}

void FindReplace::search(Wish wish)
{
    m_wish = wish;
    m_wantsAll = false;
    const bool isReady = prepare();
    const CodeEditor *front = m_area.currentEditor();
    for (CodeEditor *editor : m_area.editors()) {
        EditorSearch *search = searchIn(*editor);
        const bool isWanted = isReady && (editor == front || m_bar.isInAllFiles());
        if (search == nullptr && isWanted) {
            search = new EditorSearch(*editor, m_pool);
            connect(search, &EditorSearch::advanced, this, &FindReplace::goOn);
        }
        if (!isWanted && search != nullptr)
            search->stop();
        if (!isWanted)
            continue;
        search->showMarks(!m_bar.isHidden());
        search->begin(*m_search, editor == front ? m_scope : std::nullopt);
    }
    tellCount();
}

void FindReplace::step(bool back)
{
    const EditorSearch *search = current();
    if (m_area.currentEditor() == nullptr)
        return;
    if (search == nullptr || !m_search || (m_bar.isHidden() && !search->isFresh())) {
        this->search(back ? Wish::Previous : Wish::Next);
        return;
    }
    m_wish = back ? Wish::Previous : Wish::Next;
    goOn();
}

void FindReplace::goOn()
{
    fulfil();
    const QList<EditorSearch *> searches = wanted();
    if (m_wantsAll
        && std::all_of(searches.begin(), searches.end(), [](const auto *each) { return each->isDone(); }))
        replaceNow();
    tellCount();
}

/// -1: there is none, or none is known yet.
qsizetype FindReplace::indexFor(const EditorSearch &search) const
{
    const QList<TextMatch> &matches = search.matches();
    const TextMatch selection = selectionOf(search.editor());
    if (m_wish == Wish::Previous) {
        if (!search.isDone() && search.searchedTo() < selection.start)
            return -1;
        const auto after =
            std::upper_bound(matches.begin(), matches.end(), selection.start,
                             [](long place, const TextMatch &match) { return place < match.end; });
        return after - matches.begin() - 1;
    }
    const long from = m_wish == Wish::Here ? m_from : selection.end;
    const auto at = std::lower_bound(matches.begin(), matches.end(), from,
                                     [](const TextMatch &match, long place) { return match.start < place; });
    return at == matches.end() ? -1 : at - matches.begin();
}

void FindReplace::fulfil()
{
    EditorSearch *search = current();
    if (m_wish == Wish::None || search == nullptr || !search->isFresh())
        return;
    const qsizetype index = indexFor(*search);
    if (index >= 0) {
        select(*search, index);
        return;
    }
    if (!search->isDone())
        return;
    const bool back = m_wish == Wish::Previous;
    if (m_bar.isInAllFiles() && goToOtherFile(back))
        return;
    if (search->matches().isEmpty())
        m_wish = Wish::None;
    else
        select(*search, back ? search->matches().size() - 1 : 0);
}

/// Also while they are still being searched: then there is nothing to do until that is over.
bool FindReplace::goToOtherFile(bool back)
{
    QList<EditorSearch *> others = wanted();
    others.removeFirst();
    if (back)
        std::reverse(others.begin(), others.end());
    for (EditorSearch *other : others) {
        if (!other->isDone())
            return true;
        if (other->matches().isEmpty())
            continue;
        m_wish = Wish::None;
        m_editor = &other->editor(); // the search goes on as it is
        m_area.showEditor(other->editor());
        select(*other, back ? other->matches().size() - 1 : 0);
        return true;
    }
    return false;
}

void FindReplace::select(EditorSearch &search, qsizetype index)
{
    m_wish = Wish::None;
    CodeEditor &editor = search.editor();
    const TextMatch match = search.matches().at(index);
    m_from = match.start;
    editor.SendScintilla(Sci::SCI_ENSUREVISIBLE,
                         static_cast<unsigned long>(editor.SendScintilla(
                             Sci::SCI_LINEFROMPOSITION, static_cast<unsigned long>(match.start))));
    editor.SendScintilla(Sci::SCI_SETSEL, static_cast<unsigned long>(match.start), match.end);
    editor.SendScintilla(Sci::SCI_SCROLLCARET);
}

qsizetype FindReplace::selectedMatch(const EditorSearch &search) const
{
    const TextMatch selection = selectionOf(search.editor());
    const QList<TextMatch> &matches = search.matches();
    const auto at = std::lower_bound(matches.begin(), matches.end(), selection.start,
                                     [](const TextMatch &match, long place) { return match.start < place; });
    return at != matches.end() && *at == selection ? at - matches.begin() : -1;
}

void FindReplace::replaceOne()
{
    EditorSearch *search = current();
    if (search == nullptr || !m_search)
        return;
    if (search->editor().isReadOnly()) {
        m_bar.setWords(tr("This file is read-only, so nothing was replaced. Save a copy to change it."));
        return;
    }
    const Core::Result<void> valid = m_search->checkReplacement(m_bar.replacement());
    m_bar.setWords(valid.ok() ? QString() : valid.error().message);
    const qsizetype index = search->isFresh() ? selectedMatch(*search) : -1;
    if (!valid.ok())
        return;
    if (index < 0) {
        step(false);
        return;
    }
    const TextMatch match = search->matches().at(index);
    const long before = search->editor().SendScintilla(Sci::SCI_GETLENGTH);
    search->replace(index, 1, m_bar.replacement());
    const long grown = search->editor().SendScintilla(Sci::SCI_GETLENGTH) - before;
    // On from behind what was written, which may match again.
    search->editor().SendScintilla(Sci::SCI_SETEMPTYSELECTION, static_cast<unsigned long>(match.end + grown));
    m_wish = Wish::Next;
}

void FindReplace::replaceAll()
{
    if (!m_search || current() == nullptr)
        return;
    const Core::Result<void> valid = m_search->checkReplacement(m_bar.replacement());
    m_bar.setWords(valid.ok() ? QString() : valid.error().message);
    m_wantsAll = valid.ok();
    m_wish = Wish::None;
    goOn();
}

void FindReplace::replaceNow()
{
    m_wantsAll = false;
    int replaced = 0;
    int files = 0;
    int readOnly = 0;
    bool isCut = false;
    for (EditorSearch *search : wanted()) {
        if (search->matches().isEmpty())
            continue;
        if (search->editor().isReadOnly()) {
            ++readOnly;
            continue;
        }
        isCut = isCut || search->isCut();
        replaced += search->replace(0, search->matches().size(), m_bar.replacement());
        ++files;
    }
    QStringList words;
    if (m_bar.isInAllFiles())
        words.append(
            tr("Replaced %1 in %n file(s). Undo takes it back in each.", nullptr, files).arg(replaced));
    else
        words.append(tr("Replaced %n. Undo takes it back.", nullptr, replaced));
    if (readOnly > 0)
        words.append(tr("%n read-only file(s) left as they are.", nullptr, readOnly));
    if (isCut)
        words.append(tr("There are more: replace all once more."));
    m_bar.setWords(words.join(u' '));
    Q_EMIT told(words.join(u' '));
}

void FindReplace::tellCount()
{
    const EditorSearch *search = current();
    m_bar.setReplaceEnabled(search != nullptr && m_search.has_value());
    if (search == nullptr || !m_search) {
        m_bar.setCount({});
        return;
    }
    const qsizetype count = search->matches().size();
    const qsizetype at = search->isFresh() ? selectedMatch(*search) : -1;
    QString words;
    if (search->isTooHard())
        m_bar.setWords(
            tr("This pattern takes too many steps on some line, so the search ended there. Make it "
               "simpler: a repetition within a repetition is what mostly costs."));
    if (!search->isDone())
        words = tr("%1 so far...").arg(count);
    else if (search->isCut())
        words = tr("%1 and more").arg(count);
    else if (count == 0)
        words = tr("No match");
    else if (at >= 0)
        words = tr("%1 of %2").arg(at + 1).arg(count);
    else
        words = tr("Matches: %1").arg(count);
    if (m_bar.isInAllFiles()) {
        qsizetype all = 0;
        for (const EditorSearch *each : wanted())
            all += each->matches().size();
        words += QStringLiteral(" \u00b7 ") + tr("open files: %1").arg(all);
    }
    m_bar.setCount(words);
}

} // namespace Skillet::Ui
