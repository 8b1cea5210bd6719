// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/codeeditor.h"
#include "editor/editorarea.h"
#include "editor/editorpage.h"
#include "highlighting/codehighlighter.h"

#include <QDir>
#include <QFile>
#include <QPushButton>
#include <QTemporaryDir>
#include <QtTest>

#include <memory>

namespace Skillet::Ui {

/// An editor area with a journal, in a folder of its own for each test.
class EditorAreaFixture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_highlighter = std::make_unique<CodeHighlighter>(m_theme); }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
        m_journal = std::make_unique<Workspace::Journal>(m_folder->filePath(QStringLiteral("journal")));
        m_area = std::make_unique<EditorArea>(m_theme, *m_highlighter, *m_journal);
        m_area->resize(700, 500);
        m_area->show();
    }
    void cleanup()
    {
        m_area.reset();
        m_journal.reset();
        m_folder.reset();
    }

protected:
    [[nodiscard]] QString write(const QString &name, const QByteArray &content) const
    {
        const QString path = m_folder->filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("the test cannot write its own file");
        return path;
    }

    [[nodiscard]] static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    [[nodiscard]] EditorPage *page() const
    {
        return qobject_cast<EditorPage *>(m_area->currentEditor()->parentWidget());
    }

    void press(const QString &label) const
    {
        const QList<QPushButton *> buttons = page()->findChildren<QPushButton *>();
        for (QPushButton *button : buttons) {
            if (button->text().remove(u'&') == label) {
                button->click();
                return;
            }
        }
        QFAIL(qPrintable(QStringLiteral("no button ") + label));
    }

    void edit(const QString &text) const { m_area->currentEditor()->insertAt(text, 0, 0); }

    Theme m_theme;
    std::unique_ptr<CodeHighlighter> m_highlighter;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Workspace::Journal> m_journal;
    std::unique_ptr<EditorArea> m_area;
};

} // namespace Skillet::Ui
