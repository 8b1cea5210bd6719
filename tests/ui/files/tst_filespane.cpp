// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/filesmodel.h"
#include "files/filespane.h"
#include "theme/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QMessageBox>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QTreeView>

#include <memory>

using namespace Skillet::Ui;

namespace {

constexpr int LongWaitMs = 20000;

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

class FilesPaneTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void theTree_hasFoldersFirst_andLeavesOutWhatPythonMakes();
    void enter_opensTheMarkedFile();
    void aFileMadeElsewhere_comesIn();
    void aNewFile_isNamedInPlace();
    void aNewFile_standsBesideTheMarkedOne();
    void aName_thatIsTaken_isRefused();
    void aRenamedFile_isTold();
    void itsKeys_areItsOwnAlsoWhereMenusHaveThem();
    void theTrash_isAskedAboutFirst();
    void anEmptyFolder_saysWhatToDo();
    void aFolderThatIsGone_saysSo();
    void aFolderThatIsNotOurs_isSaidSo();
    void aLinkToItself_doesNoHarm();
    void anotherFolder_isTold();

private:
    void write(const QString &name) const;
    void show();
    [[nodiscard]] QStringList names(const QString &folder = {}) const;
    [[nodiscard]] QString path(const QString &name) const { return m_root + u'/' + name; }
    void type(const QString &name);

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_root;
    Theme m_theme;
    std::unique_ptr<FilesPane> m_pane;
    QTreeView *m_tree = nullptr;
};

void FilesPaneTest::init()
{
    // At home, where there is a trash; other file systems need not have one.
    QVERIFY(QDir().mkpath(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)));
    m_folder = std::make_unique<QTemporaryDir>(QDir::home().filePath(s("files-XXXXXX")));
    QVERIFY(m_folder->isValid());
    m_root = QDir(m_folder->path()).canonicalPath() + s("/project");
    QVERIFY(QDir().mkpath(m_root));
}

void FilesPaneTest::cleanup()
{
    m_pane.reset();
    m_folder.reset();
}

void FilesPaneTest::write(const QString &name) const
{
    QVERIFY(QDir().mkpath(QFileInfo(path(name)).path()));
    QFile file(path(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
}

void FilesPaneTest::show()
{
    m_pane = std::make_unique<FilesPane>(m_theme, m_root);
    m_pane->resize(260, 400);
    m_pane->show();
    m_tree = m_pane->findChild<QTreeView *>();
}

QStringList FilesPaneTest::names(const QString &folder) const
{
    const auto *model = qobject_cast<FilesModel *>(m_tree->model());
    const QModelIndex parent = folder.isEmpty() ? m_tree->rootIndex() : model->indexOf(path(folder));
    QStringList found;
    for (int row = 0; row < model->rowCount(parent); ++row)
        found.append(model->index(row, 0, parent).data().toString());
    return found;
}

/// Into the editor of a name in the tree, and Enter.
void FilesPaneTest::type(const QString &name)
{
    auto *editor = m_tree->findChild<QLineEdit *>();
    QVERIFY(editor);
    editor->setText(name);
    QTest::keyClick(editor, Qt::Key_Return);
}

void FilesPaneTest::theTree_hasFoldersFirst_andLeavesOutWhatPythonMakes()
{
    for (const char *name : {"b.py", "A.py", "part-10.py", "part-2.py", "zoo/lion.py", "__pycache__/b.pyc",
                             ".git/config", ".hidden", "old.pyc"})
        write(s(name));
    show();
    QTRY_COMPARE_WITH_TIMEOUT(
        names(), QStringList({s("zoo"), s("A.py"), s("b.py"), s("part-2.py"), s("part-10.py")}), LongWaitMs);
    m_tree->expand(m_tree->model()->index(0, 0, m_tree->rootIndex()));
    QTRY_COMPARE_WITH_TIMEOUT(names(s("zoo")), QStringList({s("lion.py")}), LongWaitMs);
}

void FilesPaneTest::enter_opensTheMarkedFile()
{
    write(s("a.py"));
    write(s("b.py"));
    show();
    QTRY_COMPARE_WITH_TIMEOUT(names().size(), 2, LongWaitMs);
    const QSignalSpy chosen(m_pane.get(), &FilesPane::fileChosen);
    m_pane->mark(path(s("b.py")));
    QTest::keyClick(m_tree, Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().toString(), path(s("b.py")));
}

void FilesPaneTest::aFileMadeElsewhere_comesIn()
{
    write(s("a.py"));
    show();
    QTRY_COMPARE_WITH_TIMEOUT(names().size(), 1, LongWaitMs);
    write(s("b.py"));
    QTRY_COMPARE_WITH_TIMEOUT(names(), QStringList({s("a.py"), s("b.py")}), LongWaitMs);
    QVERIFY(QFile::remove(path(s("a.py"))));
    QTRY_COMPARE_WITH_TIMEOUT(names(), QStringList({s("b.py")}), LongWaitMs);
}

void FilesPaneTest::aNewFile_isNamedInPlace()
{
    show();
    m_pane->makeFile();
    QTRY_VERIFY_WITH_TIMEOUT(m_tree->findChild<QLineEdit *>(), LongWaitMs);
    type(s("orders.py"));
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path(s("orders.py"))), LongWaitMs);
    QVERIFY(!QFile::exists(path(s("new.py"))));
}

void FilesPaneTest::aNewFile_standsBesideTheMarkedOne()
{
    write(s("zoo/lion.py"));
    write(s("zoo/new.py"));
    show();
    QTRY_COMPARE_WITH_TIMEOUT(names().size(), 1, LongWaitMs);
    m_pane->mark(path(s("zoo/lion.py")));
    m_pane->makeFile();
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path(s("zoo/new-2.py"))), LongWaitMs);
    m_pane->makeFolder();
    QTRY_VERIFY_WITH_TIMEOUT(QFileInfo(path(s("zoo/new"))).isDir(), LongWaitMs);
}

void FilesPaneTest::aName_thatIsTaken_isRefused()
{
    write(s("a.py"));
    write(s("b.py"));
    show();
    QTRY_COMPARE_WITH_TIMEOUT(names().size(), 2, LongWaitMs);
    const QSignalSpy problems(m_pane.get(), &FilesPane::problemOccurred);
    m_pane->mark(path(s("b.py")));
    m_pane->renameMarked();
    type(s("a.py"));
    QTRY_COMPARE_WITH_TIMEOUT(problems.size(), 1, LongWaitMs); // the tree takes a name over a moment later
    QVERIFY(QFile::exists(path(s("b.py"))));
    m_pane->renameMarked();
    type(s("../out.py"));
    QTRY_COMPARE_WITH_TIMEOUT(problems.size(), 2, LongWaitMs);
    QVERIFY(QFile::exists(path(s("b.py"))));
}

void FilesPaneTest::itsKeys_areItsOwnAlsoWhereMenusHaveThem()
{
    write(s("a.py"));
    show();
    QTRY_COMPARE_WITH_TIMEOUT(names().size(), 1, LongWaitMs);
    for (const auto &[key, isOwn] : {std::pair(Qt::Key_F2, true), std::pair(Qt::Key_F12, false)}) {
        QKeyEvent asked(QEvent::ShortcutOverride, key, Qt::NoModifier);
        asked.ignore();
        QCoreApplication::sendEvent(m_tree, &asked);
        QCOMPARE(asked.isAccepted(), isOwn);
    }
}

void FilesPaneTest::aRenamedFile_isTold()
{
    write(s("a.py"));
    show();
    QTRY_COMPARE_WITH_TIMEOUT(names().size(), 1, LongWaitMs);
    const QSignalSpy renamed(m_pane.get(), &FilesPane::renamed);
    m_pane->mark(path(s("a.py")));
    QTest::keyClick(m_tree, Qt::Key_F2);
    type(s("total.py"));
    QTRY_COMPARE_WITH_TIMEOUT(renamed.size(), 1, LongWaitMs);
    QCOMPARE(renamed.first().at(0).toString(), path(s("a.py")));
    QCOMPARE(renamed.first().at(1).toString(), path(s("total.py")));
}

void FilesPaneTest::theTrash_isAskedAboutFirst()
{
    write(s("a.py"));
    show();
    QTRY_COMPARE_WITH_TIMEOUT(names().size(), 1, LongWaitMs);
    m_pane->mark(path(s("a.py")));
    QString asked;
    const auto answer = [&asked](QMessageBox::ButtonRole role) {
        QTimer::singleShot(0, [&asked, role] {
            auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
            asked = box->text();
            for (QAbstractButton *button : box->buttons()) {
                if (box->buttonRole(button) == role)
                    return button->click();
            }
        });
    };
    answer(QMessageBox::RejectRole);
    QTest::keyClick(m_tree, Qt::Key_Delete);
    QVERIFY(asked.contains(s("a.py")));
    QVERIFY(QFile::exists(path(s("a.py"))));
    answer(QMessageBox::AcceptRole);
    QTest::keyClick(m_tree, Qt::Key_Delete);
    QTRY_VERIFY_WITH_TIMEOUT(!QFile::exists(path(s("a.py"))), LongWaitMs);
}

void FilesPaneTest::anEmptyFolder_saysWhatToDo()
{
    show();
    QVERIFY(!m_tree->isVisible());
    write(s("a.py"));
    QTRY_VERIFY_WITH_TIMEOUT(m_tree->isVisible(), LongWaitMs);
}

void FilesPaneTest::aFolderThatIsGone_saysSo()
{
    write(s("a.py"));
    show();
    QTRY_VERIFY_WITH_TIMEOUT(m_tree->isVisible(), LongWaitMs);
    QVERIFY(QDir(m_root).removeRecursively());
    QTRY_VERIFY_WITH_TIMEOUT(!m_tree->isVisible(), LongWaitMs);
}

void FilesPaneTest::aFolderThatIsNotOurs_isSaidSo()
{
    write(s("a.py"));
    show();
    QTRY_COMPARE_WITH_TIMEOUT(names().size(), 1, LongWaitMs);
    const QSignalSpy problems(m_pane.get(), &FilesPane::problemOccurred);
    QVERIFY(
        QDir(m_root).removeRecursively()); // as good as one that may not be written, and root may write all
    m_pane->makeFile();
    m_pane->makeFolder();
    QCOMPARE(problems.size(), 2);
}

void FilesPaneTest::aLinkToItself_doesNoHarm()
{
    write(s("zoo/lion.py"));
    QVERIFY(QFile::link(m_root, path(s("zoo/again"))));
    show();
    QTRY_COMPARE_WITH_TIMEOUT(names().size(), 1, LongWaitMs);
    m_tree->expandRecursively(m_tree->rootIndex(), 5);
    QTest::qWait(300);
    QVERIFY(names(s("zoo")).contains(s("lion.py")));
}

void FilesPaneTest::anotherFolder_isTold()
{
    write(s("zoo/lion.py"));
    show();
    const QSignalSpy changed(m_pane.get(), &FilesPane::folderChanged);
    m_pane->setFolder(path(s("zoo")));
    QCOMPARE(changed.size(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(names(), QStringList({s("lion.py")}), LongWaitMs);
}

QTEST_MAIN(FilesPaneTest)
#include "tst_filespane.moc"
