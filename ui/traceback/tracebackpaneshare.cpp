// SPDX-License-Identifier: GPL-3.0-or-later
// What the pane gives away and takes in: copies, pictures, and what is dropped on it.
#include "traceback/explanationview.h"
#include "traceback/tracebackexport.h"
#include "traceback/tracebackpane.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMenu>
#include <QMimeData>
#include <QScrollArea>
#include <QUrl>

namespace Skillet::Ui {

void TracebackPane::copyAsText()
{
    if (!m_traceback.isEmpty())
        QGuiApplication::clipboard()->setText(m_traceback.plainText);
}

void TracebackPane::copyAsMarkdown()
{
    if (!m_traceback.isEmpty())
        QGuiApplication::clipboard()->setText(asMarkdown(m_traceback, m_explanation));
}

void TracebackPane::copyExplanation()
{
    if (!m_explanation.isEmpty())
        QGuiApplication::clipboard()->setText(explanationAsText(m_explanation));
}

void TracebackPane::choosePicture()
{
    const QString file = QFileDialog::getSaveFileName(window(), tr("Save the traceback as a picture"),
                                                      QDir::home().filePath(tr("traceback.png")),
                                                      tr("Pictures (*.png);;Drawings (*.svg)"));
    if (file.isEmpty() || !m_scroll->widget())
        return;
    if (const Core::Result<void> saved = savePicture(*m_scroll->widget(), file); !saved)
        Q_EMIT problemOccurred(saved.error());
}

void TracebackPane::contextMenuEvent(QContextMenuEvent *event)
{
    if (m_traceback.isEmpty())
        return;
    QMenu menu(this);
    QAction *copy = menu.addAction(tr("&Copy Traceback as Text"), this, &TracebackPane::copyAsText);
    copy->setShortcut(QKeySequence::Copy);
    menu.addAction(tr("Copy the &Explanation"), this, &TracebackPane::copyExplanation)
        ->setEnabled(!m_explanation.isEmpty());
    menu.addAction(tr("Copy as &Markdown"), this, &TracebackPane::copyAsMarkdown);
    menu.addAction(tr("Save as a &Picture..."), this, &TracebackPane::choosePicture);
    menu.exec(event->globalPos());
}

void TracebackPane::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls() || event->mimeData()->hasText())
        event->acceptProposedAction();
}

void TracebackPane::dropEvent(QDropEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    event->acceptProposedAction();
    if (!urls.isEmpty() && urls.first().isLocalFile())
        Q_EMIT fileDropped(urls.first().toLocalFile());
    else if (event->mimeData()->hasText())
        Q_EMIT textDropped(event->mimeData()->text());
}

} // namespace Skillet::Ui
