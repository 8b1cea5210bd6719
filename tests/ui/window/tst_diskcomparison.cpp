// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions.h"
#include "diff/diffdialog.h"
#include "diff/diffview.h"
#include "diskcomparison.h"
#include "editor/codeeditor.h"
#include "editor/editorarea.h"
#include "editor/editorpage.h"
#include "highlighting/codehighlighter.h"
#include "theme/theme.h"
#include "workspace/journal.h"

#include <QAction>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Skillet;
using namespace Skillet::Ui;

class DiskComparisonTest final : public QObject
{
    Q_OBJECT

    Theme m_theme;
    CodeHighlighter m_highlighter{m_theme};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Workspace::Journal> m_journal;
    std::unique_ptr<Actions> m_actions;
    std::unique_ptr<EditorArea> m_area;
    std::unique_ptr<DiskComparison> m_comparison;
    QString m_file;

    void write(const QByteArray &text) const
    {
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

    [[nodiscard]] DiffDialog *dialog() const { return m_area->findChild<DiffDialog *>(); }

    static QStringList rows(const DiffDialog &dialog)
    {
        QStringList texts;
        const auto *model = dialog.findChild<DiffView *>()->model();
        for (int row = 0; row < model->rowCount(); ++row)
            texts.append(model->index(row, 0).data(Qt::AccessibleTextRole).toString());
        return texts;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(QStringLiteral("a.py"));
        write("x = 1\ny = 2\n");
        m_journal = std::make_unique<Workspace::Journal>(m_folder->filePath(QStringLiteral("journal")));
        m_actions = std::make_unique<Actions>(m_theme, nullptr);
        m_area = std::make_unique<EditorArea>(m_theme, m_highlighter, *m_journal);
        m_comparison = std::make_unique<DiskComparison>(m_theme, m_highlighter, *m_area, *m_actions, nullptr);
        m_area->show();
    }

    void cleanup()
    {
        m_comparison.reset();
        m_area.reset();
    }

    void aFileChangedOutside_isCompared_andTakenOver()
    {
        QVERIFY(m_area->openFile(m_file).ok());
        m_area->currentEditor()->insertAt(QStringLiteral("# mine\n"), 0, 0);
        write("x = 1\ny = 20\n");
        QVERIFY(!m_area->saveCurrent());
        auto *page = m_area->currentPage();
        for (QPushButton *button : page->findChildren<QPushButton *>()) {
            if (button->text().remove(u'&') == QStringLiteral("Compare..."))
                button->click();
        }
        QVERIFY(dialog() != nullptr);
        const QStringList expected{QStringLiteral("added, line 1: # mine"), QStringLiteral("line 2: x = 1"),
                                   QStringLiteral("removed, line 2: y = 20"),
                                   QStringLiteral("added, line 3: y = 2")};
        QTRY_COMPARE(rows(*dialog()).mid(0, 4), expected);
        for (QPushButton *button : dialog()->findChildren<QPushButton *>()) {
            if (button->text().remove(u'&') == QStringLiteral("Take the One on Disk"))
                button->click();
        }
        QCOMPARE(m_area->currentText(), QStringLiteral("x = 1\ny = 20\n"));
        QVERIFY(page->noticeText().isEmpty());
        QTRY_VERIFY(dialog() == nullptr);
        m_area->currentEditor()->undo();
        QCOMPARE(m_area->currentText(), QStringLiteral("# mine\nx = 1\ny = 2\n"));
    }

    void theSameText_offersNothing()
    {
        QVERIFY(m_area->openFile(m_file).ok());
        (*m_actions)[ActionId::CompareWithDisk]->trigger();
        QVERIFY(dialog() != nullptr);
        QCOMPARE(dialog()->findChildren<QPushButton *>().size(), 1); // Close
        QTest::keyClick(dialog(), Qt::Key_Escape);
        QTRY_VERIFY(dialog() == nullptr);
    }

    void withoutAFile_itSaysWhy()
    {
        QSignalSpy problems(m_comparison.get(), &DiskComparison::problemOccurred);
        (*m_actions)[ActionId::CompareWithDisk]->trigger();
        QCOMPARE(problems.size(), 0); // nothing is open
        m_area->newFile(QStringLiteral("x = 1\n"));
        (*m_actions)[ActionId::CompareWithDisk]->trigger();
        QCOMPARE(problems.size(), 1);
        QVERIFY(m_area->openFile(m_file).ok());
        QVERIFY(QFile::remove(m_file));
        (*m_actions)[ActionId::CompareWithDisk]->trigger();
        QCOMPARE(problems.size(), 2);
        QVERIFY(problems.last().first().value<Core::Error>().message.contains(m_file));
        QVERIFY(dialog() == nullptr);
    }
};

QTEST_MAIN(DiskComparisonTest)
#include "tst_diskcomparison.moc"
