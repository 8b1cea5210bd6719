// SPDX-License-Identifier: GPL-3.0-or-later
#include "explanationcontroller.h"

#include "editor/codeeditor.h"
#include "editor/editorarea.h"
#include "highlighting/codehighlighter.h"
#include "prompt/promptpane.h"
#include "traceback/explanationview.h"
#include "traceback/tracebackpane.h"
#include "workspace/journal.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Skillet;
using namespace Skillet::Ui;

/// The fake worker says in `why` what it was given, and suggests to make line 3 `b` where it is `a`.
class ExplanationControllerTest final : public QObject
{
    Q_OBJECT

    static constexpr int LimitMs = 30'000;

    Theme m_theme;
    CodeHighlighter m_highlighter{m_theme};
    struct Window;
    std::unique_ptr<Window> m_window;

private Q_SLOTS:
    void init();
    void cleanup();

    void theTextOfAnOpenFile_isAskedAbout();
    void theTextOnDisk_isAskedAbout();
    void aTextThatHasChangedSince_isNot();
    void whatNoFileHolds_isAskedAboutWithoutAText();
    void theSuggestion_isPutIntoTheFile();
    void aChangedLine_isLeftAlone();
    void theAnswerToAnEarlierTraceback_isNotShown();

private:
    [[nodiscard]] QString write(const char *text) const;
    void show(const QString &file, int line, const char *source) const;
    [[nodiscard]] QString why() const;
};

struct ExplanationControllerTest::Window
{
    Window(const Theme &theme, const CodeHighlighter &highlighter)
        : session({})
        , analyst({QStringLiteral(SKILLET_FAKEWORKER), {}, 10'000})
        , journal(folder.filePath(QStringLiteral("journal")))
        , editor(theme, highlighter, journal)
        , prompt(session, theme, highlighter, folder.filePath(QStringLiteral("history")))
        , traceback(theme, highlighter)
        , controller(analyst, {editor, prompt, traceback}, nullptr)
    {
        traceback.show();
    }

    QTemporaryDir folder;
    Runner::Session session;
    Runner::Analyst analyst;
    Workspace::Journal journal;
    EditorArea editor;
    PromptPane prompt;
    TracebackPane traceback;
    ExplanationController controller;
};

void ExplanationControllerTest::init()
{
    m_window = std::make_unique<Window>(m_theme, m_highlighter);
}

void ExplanationControllerTest::cleanup()
{
    m_window.reset();
}

QString ExplanationControllerTest::write(const char *text) const
{
    QFile file(m_window->folder.filePath(QStringLiteral("a.py")));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) < 0)
        qFatal("the test cannot write its own file");
    return file.fileName();
}

void ExplanationControllerTest::show(const QString &file, int line, const char *source) const
{
    Runner::TracebackFrame frame;
    frame.file = file;
    frame.range.line = line;
    frame.sourceLine = QString::fromUtf8(source);
    Runner::ExceptionInfo raised;
    raised.type = QStringLiteral("KeyError");
    raised.frames = {frame};
    Runner::Traceback traceback;
    traceback.exceptions = {raised};
    m_window->traceback.showTraceback(traceback);
}

/// What the fake worker was given.
QString ExplanationControllerTest::why() const
{
    QString found;
    const auto has = [this, &found] {
        for (const QLabel *label : m_window->traceback.findChildren<QLabel *>()) {
            if (label->text().contains(QLatin1String("||")))
                found = label->text();
        }
        return !found.isEmpty();
    };
    (void)QTest::qWaitFor(has, LimitMs);
    return found;
}

void ExplanationControllerTest::theTextOfAnOpenFile_isAskedAbout()
{
    const QString path = write("one\ntwo\na\n");
    QVERIFY(m_window->editor.openFile(path));
    QVERIFY(
        m_window->editor.currentEditor()->replaceLine(1, QStringLiteral("one"), QStringLiteral("unsaved")));
    show(path, 3, "a");
    QVERIFY2(why().startsWith(QLatin1String("unsaved<br>two<br>a<br>||") + m_window->folder.path()),
             qPrintable(why()));
}

void ExplanationControllerTest::theTextOnDisk_isAskedAbout()
{
    show(write("one\r\ntwo\r\na\r\n"), 3, "a");
    QVERIFY2(why().startsWith(QLatin1String("one")), qPrintable(why()));
}

void ExplanationControllerTest::aTextThatHasChangedSince_isNot()
{
    show(write("one\ntwo\nother\n"), 3, "a");
    QVERIFY2(why().startsWith(QLatin1String("||")), qPrintable(why()));
}

void ExplanationControllerTest::whatNoFileHolds_isAskedAboutWithoutAText()
{
    show(QStringLiteral("<python-input-3>"), 1, "a");
    QVERIFY2(why().startsWith(QLatin1String("||")), qPrintable(why()));
}

void ExplanationControllerTest::theSuggestion_isPutIntoTheFile()
{
    const QString path = write("one\ntwo\na\nlast\n");
    show(path, 3, "a");
    QVERIFY(!why().isEmpty());
    QPushButton *button = m_window->traceback.findChild<ExplanationView *>()->button();
    button->click();
    QCOMPARE(m_window->editor.currentFile(), path);
    QCOMPARE(m_window->editor.currentText(), QStringLiteral("one\ntwo\nb\nlast\n"));
    QVERIFY(!button->isEnabled());
    m_window->editor.currentEditor()->undo();
    QCOMPARE(m_window->editor.currentText(), QStringLiteral("one\ntwo\na\nlast\n"));
}

void ExplanationControllerTest::aChangedLine_isLeftAlone()
{
    const QString path = write("one\ntwo\na\nlast\n");
    show(path, 3, "a");
    QVERIFY(!why().isEmpty());
    QVERIFY(m_window->editor.openFile(path));
    m_window->editor.currentEditor()->replaceCode(QStringLiteral("new\none\ntwo\na\nlast\n"));
    const QSignalSpy problems(&m_window->controller, &ExplanationController::problemOccurred);
    QPushButton *button = m_window->traceback.findChild<ExplanationView *>()->button();
    button->click();
    QCOMPARE(m_window->editor.currentText(), QStringLiteral("new\none\ntwo\na\nlast\n"));
    QCOMPARE(problems.size(), 1);
    QVERIFY(button->isEnabled());
    QVERIFY(problems.first().first().value<Core::Error>().message.contains(QLatin1String("Line 3 of a.py")));
}

void ExplanationControllerTest::theAnswerToAnEarlierTraceback_isNotShown()
{
    const QString path = write("first\nsecond\na\n");
    show(path, 1, "first");
    show({}, 1, "other");
    QVERIFY2(why().startsWith(QLatin1String("||")), qPrintable(why()));
}

QTEST_MAIN(ExplanationControllerTest)
#include "tst_explanationcontroller.moc"
