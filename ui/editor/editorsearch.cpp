// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/editorsearch.h"

#include "editor/codeeditor.h"

#include <QPromise>
#include <QThreadPool>

#include <algorithm>
#include <memory>

namespace Skillet::Ui {

namespace {

using Sci = QsciScintillaBase;

constexpr int AgainMs = 150;
// Copied in about a millisecond.
constexpr long SliceBytes = 1'000'000;
// A line of some megabytes can be in sight as a whole.
constexpr int MostMarks = 2'000;
// Beyond it one large edit is quicker than many, which each tell all that listen.
constexpr qsizetype MostSingleEdits = 500;

unsigned long number(long value)
{
    return static_cast<unsigned long>(value);
}

} // namespace

EditorSearch::EditorSearch(CodeEditor &editor, QThreadPool &pool)
    : QObject(&editor)
    , m_editor(editor)
    , m_pool(pool)
{
    m_again.setSingleShot(true);
    m_again.setInterval(AgainMs);
    m_marking.setSingleShot(true);
    m_marking.setInterval(0);
    connect(&m_again, &QTimer::timeout, this, &EditorSearch::restart);
    connect(&m_marking, &QTimer::timeout, this, &EditorSearch::mark);
    connect(&m_slice, &QFutureWatcherBase::finished, this, &EditorSearch::takeSlice);
    connect(&m_editor, &Sci::SCN_MODIFIED, this,
            [this](int position, int type, const char *, int length) { follow(position, type, length); });
    connect(&m_editor, &Sci::SCN_UPDATEUI, this, [this](int what) {
        if (m_isShown && (what & (Sci::SC_UPDATE_V_SCROLL | Sci::SC_UPDATE_CONTENT)) != 0)
            m_marking.start(); // not now: it may be painting
    });
}

EditorSearch::~EditorSearch()
{
    m_slice.cancel();
}

void EditorSearch::begin(const TextSearch &search, const std::optional<TextMatch> &scope)
{
    m_search = search;
    m_scope = scope;
    restart();
}

void EditorSearch::stop()
{
    m_slice.cancel();
    m_again.stop();
    m_search.reset();
    m_scope.reset();
    m_matches.clear();
    m_state = State::Idle;
    m_isTooHard = false;
    showMarks(false);
}

void EditorSearch::showMarks(bool shown)
{
    if (m_isShown || shown)
        m_marking.start();
    m_isShown = shown;
}

void EditorSearch::restart()
{
    m_slice.cancel();
    m_again.stop();
    m_matches.clear();
    m_isTooHard = false;
    m_state = State::Searching;
    m_at = m_scope ? m_scope->start : 0;
    searchOn();
}

QByteArray EditorSearch::bytes(long from, long to) const
{
    QByteArray text(to - from + 1, '\0'); // Scintilla appends a NUL
    m_editor.SendScintilla(Sci::SCI_GETTEXTRANGE, from, to, text.data());
    text.chop(1);
    return text;
}

void EditorSearch::searchOn()
{
    const long length = m_editor.SendScintilla(Sci::SCI_GETLENGTH);
    const long last = m_scope ? std::min(m_scope->end, length) : length;
    if (m_at >= last || isCut() || m_isTooHard) {
        m_state = State::Done;
        m_marking.start();
        Q_EMIT advanced();
        return;
    }
    m_sliceEnd = m_at + SliceBytes;
    if (m_sliceEnd < last) { // whole lines
        const long line = m_editor.SendScintilla(Sci::SCI_LINEFROMPOSITION, number(m_sliceEnd));
        const long next = m_editor.SendScintilla(Sci::SCI_POSITIONFROMLINE, number(line + 1));
        m_sliceEnd = next < 0 ? last : next;
    }
    m_sliceEnd = std::min(m_sliceEnd, last);
    auto promise = std::make_shared<QPromise<TextSearch::Found>>();
    m_slice.setFuture(promise->future());
    promise->start();
    m_pool.start([promise, search = *m_search, text = bytes(m_at, m_sliceEnd), offset = m_at] {
        if (!promise->isCanceled())
            promise->addResult(search.find(text, offset, [&promise] { return promise->isCanceled(); }));
        promise->finish();
    });
}

void EditorSearch::takeSlice()
{
    if (m_state != State::Searching || m_slice.isCanceled() || m_slice.future().resultCount() == 0)
        return;
    const TextSearch::Found found = m_slice.result();
    m_matches.append(found.matches);
    if (m_matches.size() > MostMatches)
        m_matches.resize(MostMatches);
    m_isTooHard = found.isTooHard;
    m_at = m_sliceEnd;
    if (m_isShown)
        m_marking.start();
    searchOn();
    if (m_state == State::Searching)
        Q_EMIT advanced();
}

void EditorSearch::follow(int position, int type, int length)
{
    const bool isInsertion = (type & Sci::SC_MOD_INSERTTEXT) != 0;
    if (!m_search || (!isInsertion && (type & Sci::SC_MOD_DELETETEXT) == 0))
        return;
    m_slice.cancel();
    m_state = State::Waiting;
    if (m_isShown)
        m_again.start(); // else whoever asks begins anew
    if (!m_scope)
        return;
    for (long *each : {&m_scope->start, &m_scope->end}) {
        const bool isEnd = each == &m_scope->end;
        if (isInsertion)
            *each += position < *each || (isEnd && position == *each) ? length : 0;
        else if (position < *each)
            *each = std::max<long>(position, *each - length);
    }
}

void EditorSearch::mark()
{
    const auto sciNumber = number(indicator);
    m_editor.SendScintilla(Sci::SCI_SETINDICATORCURRENT, sciNumber);
    m_editor.SendScintilla(Sci::SCI_INDICATORCLEARRANGE, 0UL, m_editor.SendScintilla(Sci::SCI_GETLENGTH));
    if (!m_isShown || !isFresh())
        return;
    const long top = m_editor.SendScintilla(Sci::SCI_GETFIRSTVISIBLELINE);
    const long bottom = top + m_editor.SendScintilla(Sci::SCI_LINESONSCREEN) + 1;
    const long from = m_editor.SendScintilla(
        Sci::SCI_POSITIONFROMLINE, number(m_editor.SendScintilla(Sci::SCI_DOCLINEFROMVISIBLE, number(top))));
    const long to =
        m_editor.SendScintilla(Sci::SCI_GETLINEENDPOSITION,
                               number(m_editor.SendScintilla(Sci::SCI_DOCLINEFROMVISIBLE, number(bottom))));
    auto each = std::lower_bound(m_matches.cbegin(), m_matches.cend(), from,
                                 [](const TextMatch &match, long place) { return match.start < place; });
    for (int marked = 0; each != m_matches.cend() && each->start <= to && marked < MostMarks;
         ++each, ++marked)
        m_editor.SendScintilla(Sci::SCI_INDICATORFILLRANGE, number(each->start), each->end - each->start);
}

QList<EditorSearch::Edit> EditorSearch::edits(qsizetype index, qsizetype count, const QString &with) const
{
    QList<Edit> all;
    const QByteArray plain = with.toUtf8();
    QString line;
    QByteArray lineBytes;
    long lineStart = 0;
    long lineEnd = -1;
    long seen = 0; // bytes of the line, and as many units of it
    qsizetype units = 0;
    for (const TextMatch &match : m_matches.mid(index, count)) {
        if (!m_search->isRegular()) {
            all.append({match, plain});
            continue;
        }
        if (match.start >= lineEnd) {
            const long at = m_editor.SendScintilla(Sci::SCI_LINEFROMPOSITION, number(match.start));
            lineStart = m_editor.SendScintilla(Sci::SCI_POSITIONFROMLINE, number(at));
            lineEnd = m_editor.SendScintilla(Sci::SCI_GETLINEENDPOSITION, number(at));
            // The pattern saw no more than that.
            if (m_scope) {
                lineStart = std::max(lineStart, m_scope->start);
                lineEnd = std::min(lineEnd, m_scope->end);
            }
            lineBytes = bytes(lineStart, lineEnd);
            line = QString::fromUtf8(lineBytes);
            seen = 0;
            units = 0;
        }
        const long wanted = match.start - lineStart;
        units += QString::fromUtf8(lineBytes.mid(seen, wanted - seen)).size();
        seen = wanted;
        all.append({match, m_search->replacement(line, units, with).toUtf8()});
    }
    return all;
}

int EditorSearch::replace(qsizetype index, qsizetype count, const QString &with)
{
    if (!m_search || !isFresh() || m_editor.isReadOnly())
        return 0;
    const QList<Edit> all = edits(index, count, with);
    if (all.isEmpty())
        return 0;
    if (all.size() <= MostSingleEdits)
        apply(all);
    else
        applyAsOnePiece(all);
    restart();
    return static_cast<int>(all.size());
}

void EditorSearch::apply(const QList<Edit> &edits)
{
    m_editor.beginUndoAction();
    for (auto edit = edits.crbegin(); edit != edits.crend(); ++edit) {
        m_editor.SendScintilla(Sci::SCI_SETTARGETRANGE, number(edit->place.start), edit->place.end);
        m_editor.SendScintilla(Sci::SCI_REPLACETARGET, number(edit->text.size()), edit->text.constData());
    }
    m_editor.endUndoAction();
}

void EditorSearch::applyAsOnePiece(const QList<Edit> &edits)
{
    const long from = edits.first().place.start;
    const long to = edits.last().place.end;
    const QByteArray before = bytes(from, to);
    const long caret = m_editor.SendScintilla(Sci::SCI_GETCURRENTPOS);
    const int top = m_editor.firstVisibleLine();
    long caretAfter = caret;
    long kept = from;
    QByteArray after;
    for (const Edit &edit : edits) {
        after.append(before.constData() + (kept - from), edit.place.start - kept);
        after.append(edit.text);
        kept = edit.place.end;
        if (edit.place.end <= caret)
            caretAfter += edit.text.size() - (edit.place.end - edit.place.start);
    }
    m_editor.beginUndoAction();
    m_editor.SendScintilla(Sci::SCI_SETTARGETRANGE, number(from), to);
    m_editor.SendScintilla(Sci::SCI_REPLACETARGET, number(after.size()), after.constData());
    m_editor.endUndoAction();
    m_editor.SendScintilla(Sci::SCI_GOTOPOS, number(caretAfter));
    m_editor.setFirstVisibleLine(top);
}

} // namespace Skillet::Ui
