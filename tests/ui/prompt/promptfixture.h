// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "highlighting/codehighlighter.h"
#include "prompt/promptpane.h"
#include "prompt/promptview.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

constexpr int LimitMs = 20000;

inline QString s(const char *text)
{
    return QString::fromUtf8(text);
}

/// A prompt pane with the real worker behind it. For tests only.
class PromptFixture : public QObject
{
protected:
    Skillet::Ui::Theme m_theme;
    Skillet::Ui::CodeHighlighter m_highlighter{m_theme};
    QTemporaryDir m_folder;
    std::unique_ptr<Skillet::Runner::Session> m_session;
    std::unique_ptr<Skillet::Ui::PromptPane> m_pane;
    Skillet::Ui::PromptView *m_view = nullptr;

    void open(const QString &history)
    {
        Skillet::Runner::SessionOptions options;
        options.worker = s(SKILLET_WORKER);
        options.workerPython = s(SKILLET_WORKER_PYTHON);
        options.workingFolder = m_folder.path();
        m_session = std::make_unique<Skillet::Runner::Session>(options);
        m_pane = std::make_unique<Skillet::Ui::PromptPane>(*m_session, m_theme, m_highlighter, history);
        m_view = m_pane->findChild<Skillet::Ui::PromptView *>();
        m_pane->resize(760, 300);
        m_pane->show();
        m_pane->focusInput();
    }
    void type(const QString &text)
    {
        QTest::keyClicks(m_view, text);
        QTest::keyClick(m_view, Qt::Key_Return);
    }
    [[nodiscard]] QString text() const { return m_view->toPlainText(); }
    [[nodiscard]] bool ends(const QString &tail) const { return text().endsWith(tail + u'\n'); }
    /// Goes by keys to the link that reads `text` and follows it.
    void follow(const QString &text)
    {
        QTextCursor cursor = m_view->document()->find(text, m_view->document()->characterCount() - 1,
                                                      QTextDocument::FindBackward);
        QVERIFY2(!cursor.isNull(), qPrintable(text));
        cursor.setPosition(cursor.selectionStart() + 1);
        m_view->setTextCursor(cursor);
        QTest::keyClick(m_view, Qt::Key_Return);
    }
    void begin()
    {
        open(m_folder.filePath(s("history-%1.txt").arg(QString::fromLatin1(QTest::currentTestFunction()))));
        m_session->start();
    }
    void end()
    {
        m_pane.reset();
        m_session.reset();
    }
};
