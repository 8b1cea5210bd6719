// SPDX-License-Identifier: GPL-3.0-or-later
#include "incidentcontroller.h"

#include "actions.h"
#include "traceback/foundstrip.h"
#include "traceback/tracebackpane.h"

#include <QAction>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLocale>

namespace Skillet::Ui {

namespace {

constexpr qsizetype MostTracebacks = 2000;
constexpr qsizetype MostCharacters = 30'000'000;
constexpr qsizetype LongestTitle = 100;

QString titleOf(const Incident::FoundTraceback &found)
{
    const Runner::Traceback &traceback = found.traceback;
    QString title;
    if (!traceback.isEmpty() && !traceback.exceptions.first().type.isEmpty()) {
        const Runner::ExceptionInfo &raised = traceback.exceptions.first();
        title = raised.message.isEmpty() ? raised.type : raised.type + QLatin1String(": ") + raised.message;
    } else {
        title = IncidentController::tr("Without an end");
    }
    return IncidentController::tr("Line %1: %2")
        .arg(QLocale().toString(found.line), title.section(u'\n', 0, 0).left(LongestTitle));
}

} // namespace

IncidentController::IncidentController(TracebackPane &pane, QObject *parent)
    : QObject(parent)
    , m_pane(pane)
    , m_strip(pane.strip())
{
    connect(&m_strip, &FoundStrip::chosen, this, &IncidentController::show);
    connect(&m_strip, &FoundStrip::closed, this, [this] {
        close();
        m_pane.clear();
    });
    connect(&m_reader, &TracebackReader::found, this, &IncidentController::take);
    connect(&m_reader, &TracebackReader::finished, this, &IncidentController::finish);
    connect(&m_pane, &TracebackPane::textDropped, this,
            [this](const QString &text) { openText(text, tr("the text you dropped")); });
    connect(&m_pane, &TracebackPane::fileDropped, this, &IncidentController::openFile);
    // Another traceback takes the pane: that of a run has come.
    connect(&m_pane, &TracebackPane::tracebackShown, this, [this] {
        if (!m_isShowing)
            close();
    });
}

void IncidentController::connectActions(const Actions &actions)
{
    connect(actions[ActionId::OpenTraceback], &QAction::triggered, this, &IncidentController::choose);
    connect(actions[ActionId::PasteTraceback], &QAction::triggered, this, &IncidentController::paste);
    const QList<std::pair<ActionId, void (TracebackPane::*)()>> shares = {
        {ActionId::CopyTraceback, &TracebackPane::copyAsText},
        {ActionId::CopyTracebackMarkdown, &TracebackPane::copyAsMarkdown},
        {ActionId::SaveTracebackPicture, &TracebackPane::choosePicture},
    };
    for (const auto &[id, share] : shares) {
        QAction *action = actions[id];
        connect(action, &QAction::triggered, &m_pane, share);
        action->setEnabled(!m_pane.current().isEmpty());
        connect(&m_pane, &TracebackPane::summaryChanged, action,
                [action](const QString &summary) { action->setEnabled(!summary.isEmpty()); });
    }
}

void IncidentController::choose()
{
    const QString file =
        QFileDialog::getOpenFileName(m_pane.window(), tr("Open a traceback"),
                                     m_name.isEmpty() ? QDir::homePath() : QFileInfo(m_name).path(),
                                     tr("Texts and logs (*.txt *.log *.out *.err);;All files (*)"));
    if (!file.isEmpty())
        openFile(file);
}

void IncidentController::paste()
{
    const QString text = QGuiApplication::clipboard()->text();
    if (text.trimmed().isEmpty()) {
        Q_EMIT problemOccurred({Core::ErrorCode::NotFound,
                                tr("There is no text on the clipboard. Copy the traceback first, all of it: "
                                   "from \"Traceback\" to the line with the error.")});
        return;
    }
    openText(text, tr("the text you pasted"));
}

void IncidentController::openFile(const QString &path)
{
    const Core::Result<void> opened = m_reader.readFile(path);
    if (opened)
        begin(QDir::toNativeSeparators(path));
    else
        Q_EMIT problemOccurred(opened.error());
}

void IncidentController::openText(const QString &text, const QString &name)
{
    m_reader.readText(text);
    begin(name);
}

void IncidentController::begin(const QString &name)
{
    m_name = name;
    m_found.clear();
    m_kept = 0;
    m_more = false;
    m_strip.begin(name);
    m_strip.show();
    Q_EMIT tracebackWanted();
}

void IncidentController::take(const QList<Incident::FoundTraceback> &found)
{
    const bool isFirst = m_found.isEmpty();
    QStringList titles;
    for (const Incident::FoundTraceback &each : found) {
        if (each.traceback.isEmpty())
            continue;
        m_more = m_more || m_found.size() >= MostTracebacks || m_kept > MostCharacters;
        if (m_more)
            break;
        m_kept += each.traceback.plainText.size();
        m_found.append(each);
        titles.append(titleOf(each));
    }
    m_strip.append(titles);
    if (isFirst && !m_found.isEmpty())
        show(0);
}

void IncidentController::finish()
{
    m_strip.setReading(false);
    if (m_found.isEmpty()) {
        close();
        Q_EMIT problemOccurred({Core::ErrorCode::NotFound,
                                tr("There is no traceback in %1. A traceback begins with \"Traceback (most "
                                   "recent call last)\" and "
                                   "ends with the error: take all of it.")
                                    .arg(m_name)});
    } else if (m_more) {
        Q_EMIT problemOccurred(
            {Core::ErrorCode::Invalid,
             tr("There are more tracebacks in %1 than can be shown: these are the first %2. "
                "Cut the text into parts to see the others.")
                 .arg(m_name, QLocale().toString(m_found.size()))});
    }
}

void IncidentController::close()
{
    m_reader.stop();
    m_found.clear();
    m_strip.hide();
}

void IncidentController::show(int index)
{
    m_strip.setCurrent(index);
    Q_EMIT incidentMet(m_found.at(index).traceback);
    m_isShowing = true;
    m_pane.showTraceback(m_found.at(index).traceback);
    m_isShowing = false;
}

} // namespace Skillet::Ui
