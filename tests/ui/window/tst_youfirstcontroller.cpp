// SPDX-License-Identifier: GPL-3.0-or-later
#include "youfirstcontroller.h"

#include "core/settings.h"
#include "editor/editorarea.h"
#include "explanationcontroller.h"
#include "highlighting/codehighlighter.h"
#include "incidentlog.h"
#include "progress/recorder.h"
#include "progress/store.h"
#include "prompt/promptpane.h"
#include "traceback/choicebutton.h"
#include "traceback/explanationview.h"
#include "traceback/linelist.h"
#include "traceback/tracebackpane.h"
#include "traceback/youfirstoffer.h"
#include "traceback/youfirstview.h"
#include "workspace/journal.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace Skillet;
using namespace Skillet::Ui;
using Progress::IncidentSource;

/// The fake worker's right answer is "The right one".
class YouFirstControllerTest final : public QObject
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

    void whileItIsOff_thePictureIsShown();
    void itIsOffered_once();
    void aSmallPane_isLeftAlone();
    void whatIsAccepted_isRemembered();
    void aNewError_isAskedAbout();
    void theExplanation_doesNotDisturb();
    void byKeyboard_itIsAnswered();
    void aWrongAnswer_isTold();
    void showMe_endsItUncounted();
    void theSameErrorAgain_isNotAskedAbout();
    void theNextError_takesThePlaceOfAQuestion();
    void anEmptiedPane_forgetsTheQuestion();
    void aChangeOfTheTheme_keepsTheState();

private:
    void meet(const char *type = "KeyError") const;
    void answerLine(int row) const;
    [[nodiscard]] LineList *lines() const;
    [[nodiscard]] QList<ChoiceButton *> choices() const;
    [[nodiscard]] ChoiceButton *choice(bool right) const;
    [[nodiscard]] QString resultText() const;
};

struct YouFirstControllerTest::Window
{
    Window(const Theme &theme, const CodeHighlighter &highlighter)
        : session({})
        , analyst({QStringLiteral(SKILLET_FAKEWORKER), {}, 10'000})
        , journal(folder.filePath(QStringLiteral("journal")))
        , editor(theme, highlighter, journal)
        , prompt(session, theme, highlighter, folder.filePath(QStringLiteral("history")))
        , traceback(theme, highlighter)
        , explanations(analyst, {editor, prompt, traceback}, nullptr)
        , log(
              recorder, folder.path(),
              [] {
                  return IncidentLog::Where{QStringLiteral("python"), {}, {}, {}};
              },
              nullptr)
        , mode(QStringLiteral("You First"))
    {
        mode.setCheckable(true);
        QObject::connect(&explanations, &ExplanationController::answered, &log, &IncidentLog::settle);
        controller = std::make_unique<YouFirstController>(
            YouFirstController::Services{theme, highlighter, settings, *store, recorder},
            YouFirstController::Partners{traceback, explanations, log}, mode, nullptr);
        traceback.resize(700, 420);
        traceback.show();
    }

    QTemporaryDir folder;
    Core::Settings settings{folder.filePath(QStringLiteral("settings.ini"))};
    std::unique_ptr<Progress::Store> store =
        Progress::Store::open(folder.filePath(QStringLiteral("progress.sqlite"))).value();
    Progress::Recorder recorder{*store, folder.filePath(QStringLiteral("spill"))};
    Runner::Session session;
    Runner::Analyst analyst;
    Workspace::Journal journal;
    EditorArea editor;
    PromptPane prompt;
    TracebackPane traceback;
    ExplanationController explanations;
    IncidentLog log;
    QAction mode;
    std::unique_ptr<YouFirstController> controller;
};

void YouFirstControllerTest::init()
{
    m_window = std::make_unique<Window>(m_theme, m_highlighter);
    QFile file(m_window->folder.filePath(QStringLiteral("a.py")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("a = {}\nb = 1\n\nprint(a['b'])\n") > 0);
}

void YouFirstControllerTest::cleanup()
{
    m_window.reset();
}

void YouFirstControllerTest::meet(const char *type) const
{
    Runner::TracebackFrame frame;
    frame.file = m_window->folder.filePath(QStringLiteral("a.py"));
    frame.function = QStringLiteral("<module>");
    frame.range.line = 4;
    frame.sourceLine = QStringLiteral("print(a['b'])");
    Runner::ExceptionInfo raised;
    raised.type = QLatin1String(type);
    raised.message = QStringLiteral("'b'");
    raised.frames = {frame};
    Runner::Traceback traceback;
    traceback.exceptions = {raised};
    m_window->log.begin(IncidentSource::File, traceback);
    m_window->controller->noteIncident(IncidentSource::File, traceback);
    m_window->traceback.showTraceback(traceback);
}

LineList *YouFirstControllerTest::lines() const
{
    return m_window->traceback.findChild<LineList *>();
}

QList<ChoiceButton *> YouFirstControllerTest::choices() const
{
    return m_window->traceback.findChildren<ChoiceButton *>();
}

ChoiceButton *YouFirstControllerTest::choice(bool right) const
{
    for (ChoiceButton *each : choices()) {
        if (each->accessibleName().endsWith(QLatin1String("The right one")) == right)
            return each;
    }
    return nullptr;
}

/// The line of the program, from 1; the list has a heading.
void YouFirstControllerTest::answerLine(int row) const
{
    LineList *list = lines();
    QVERIFY(list != nullptr);
    const QRect place = list->visualItemRect(list->item(row));
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, place.center());
}

QString YouFirstControllerTest::resultText() const
{
    for (const QLabel *label : m_window->traceback.findChildren<QLabel *>()) {
        if (label->isVisible() && label->accessibleName().contains(QLatin1String("line")))
            return label->accessibleName();
    }
    return {};
}

void YouFirstControllerTest::whileItIsOff_thePictureIsShown()
{
    meet();
    QVERIFY(!m_window->traceback.isAsking());
    QTRY_VERIFY_WITH_TIMEOUT(m_window->traceback.findChild<ExplanationView *>() != nullptr, LimitMs);
    QCOMPARE(m_window->store->guessTally().value().answered, 0);
}

void YouFirstControllerTest::itIsOffered_once()
{
    meet("OSError");
    QVERIFY(m_window->traceback.findChild<YouFirstOffer *>() == nullptr); // never at the very first error
    meet();
    auto *offer = m_window->traceback.findChild<YouFirstOffer *>();
    QVERIFY(offer != nullptr && offer->isVisible());
    meet("TypeError");
    QCOMPARE(m_window->traceback.findChildren<YouFirstOffer *>().size(), 1);
    offer->findChildren<QPushButton *>().constLast()->click(); // No, Thanks
    QTRY_VERIFY(m_window->traceback.findChild<YouFirstOffer *>() == nullptr);
    meet("ValueError");
    QVERIFY(m_window->traceback.findChild<YouFirstOffer *>() == nullptr);
    QVERIFY(!m_window->settings.asksFirst());
}

void YouFirstControllerTest::aSmallPane_isLeftAlone()
{
    m_window->traceback.resize(700, 200);
    meet();
    meet("TypeError");
    QVERIFY(m_window->traceback.findChild<YouFirstOffer *>() == nullptr);
    m_window->mode.setChecked(true);
    meet("ValueError");
    QVERIFY(m_window->traceback.isAsking());
    m_window->traceback.resize(700, 120);
    meet("OSError");
    QVERIFY(!m_window->traceback.isAsking());
    m_window->traceback.resize(250, 400);
    meet("KeyError");
    QVERIFY(!m_window->traceback.isAsking());
    m_window->traceback.hide(); // it comes to the front with the error
    meet("IndexError");
    QVERIFY(m_window->traceback.isAsking());
    m_window->traceback.show();
    QTRY_VERIFY(!m_window->traceback.isAsking());
    m_window->traceback.hide();
    m_window->traceback.resize(700, 200);
    meet("NameError");
    m_window->traceback.show();
    QTest::qWait(400);
    QVERIFY(m_window->traceback.isAsking());
}

void YouFirstControllerTest::whatIsAccepted_isRemembered()
{
    meet("OSError");
    meet();
    m_window->traceback.findChild<YouFirstOffer *>()->findChildren<QPushButton *>().constFirst()->click();
    QVERIFY(m_window->mode.isChecked());
    QVERIFY(m_window->settings.asksFirst());
    QVERIFY(m_window->traceback.findChild<YouFirstOffer *>() == nullptr);
    QVERIFY(!m_window->traceback.isAsking()); // the one that is shown already is told
    meet("TypeError");
    QVERIFY(m_window->traceback.isAsking());
}

void YouFirstControllerTest::aNewError_isAskedAbout()
{
    m_window->mode.setChecked(true);
    meet();
    QVERIFY(m_window->traceback.isAsking());
    QVERIFY(m_window->traceback.findChild<YouFirstOffer *>() == nullptr);
    QCOMPARE(lines()->count(), 5); // the place, and four lines
    QVERIFY(!lines()->item(3)->flags().testFlag(Qt::ItemIsEnabled)); // the empty one
    answerLine(4);
    QTRY_COMPARE_WITH_TIMEOUT(choices().size(), 3, LimitMs);
    choice(true)->click();
    QVERIFY(!m_window->traceback.isAsking());
    QVERIFY2(resultText().contains(QLatin1String("You were right 1 of 1 times.")), qPrintable(resultText()));
    const auto tally = m_window->store->guessTally();
    QCOMPARE(tally.value().answered, 1);
    QCOMPARE(tally.value().right, 1);
    QCOMPARE(m_window->store->incidents(10).value().size(), 1);
    QVERIFY(m_window->traceback.findChild<ExplanationView *>() != nullptr);
}

void YouFirstControllerTest::theExplanation_doesNotDisturb()
{
    m_window->mode.setChecked(true);
    meet();
    const LineList *before = lines();
    lines()->setCurrentRow(2);
    QTRY_COMPARE_WITH_TIMEOUT(m_window->store->incidents(10).value().size(), 1, LimitMs); // it has come
    QCOMPARE(lines(), before);
    QCOMPARE(lines()->currentRow(), 2);
    QVERIFY(lines()->currentItem()->isSelected());
}

void YouFirstControllerTest::byKeyboard_itIsAnswered()
{
    m_window->mode.setChecked(true);
    QVERIFY(QTest::qWaitForWindowActive(&m_window->traceback));
    meet();
    m_window->traceback.setFocus(Qt::TabFocusReason);
    QCOMPARE(QApplication::focusWidget(), lines());
    for (const Qt::Key key : {Qt::Key_Down, Qt::Key_Down, Qt::Key_Return}) // over the empty line
        QTest::keyClick(QApplication::focusWidget(), key);
    QTRY_COMPARE_WITH_TIMEOUT(choices().size(), 3, LimitMs);
    QTRY_VERIFY(choices().contains(qobject_cast<ChoiceButton *>(QApplication::focusWidget())));
    const qsizetype right = choices().indexOf(choice(true));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key(Qt::Key_1 + right));
    QVERIFY(!m_window->traceback.isAsking());
    QCOMPARE(m_window->store->guessTally().value().right, 1);
    QVERIFY(m_window->traceback.isAncestorOf(QApplication::focusWidget()));
}

void YouFirstControllerTest::aWrongAnswer_isTold()
{
    m_window->mode.setChecked(true);
    meet();
    answerLine(1);
    QTRY_COMPARE_WITH_TIMEOUT(choices().size(), 3, LimitMs);
    choice(false)->click();
    QVERIFY2(resultText().startsWith(
                 QLatin1String("It is line 4, not line 1. The cause is another one: The right one.")),
             qPrintable(resultText()));
    QVERIFY(resultText().contains(QLatin1String("0 of 1")));
}

void YouFirstControllerTest::showMe_endsItUncounted()
{
    m_window->mode.setChecked(true);
    meet();
    m_window->traceback.findChild<YouFirstView *>()->findChild<QPushButton *>()->click();
    QVERIFY(!m_window->traceback.isAsking());
    QVERIFY(resultText().isEmpty());
    QCOMPARE(m_window->store->guessTally().value().answered, 0);
    meet("TypeError");
    QTest::keyClick(m_window->traceback.findChild<YouFirstView *>(), Qt::Key_Escape);
    QVERIFY(!m_window->traceback.isAsking());
}

void YouFirstControllerTest::theSameErrorAgain_isNotAskedAbout()
{
    m_window->mode.setChecked(true);
    meet();
    const Runner::Traceback shown = m_window->traceback.current();
    QTest::keyClick(m_window->traceback.findChild<YouFirstView *>(), Qt::Key_Escape);
    m_window->traceback.showTraceback(shown);
    QVERIFY(!m_window->traceback.isAsking());
}

void YouFirstControllerTest::theNextError_takesThePlaceOfAQuestion()
{
    m_window->mode.setChecked(true);
    meet();
    answerLine(4);
    meet("TypeError");
    QVERIFY(m_window->traceback.isAsking());
    QTRY_COMPARE(m_window->traceback.findChildren<YouFirstView *>().size(), 1);
    QTRY_VERIFY(lines() != nullptr);
    answerLine(4);
    QTRY_COMPARE_WITH_TIMEOUT(choices().size(), 3, LimitMs);
    choice(true)->click();
    QCOMPARE(m_window->store->guessTally().value().answered, 1);
}

void YouFirstControllerTest::anEmptiedPane_forgetsTheQuestion()
{
    m_window->mode.setChecked(true);
    meet();
    answerLine(4);
    m_window->traceback.clear();
    QVERIFY(!m_window->traceback.isAsking());
    QTRY_COMPARE_WITH_TIMEOUT(m_window->traceback.findChildren<YouFirstView *>().size(), 0, LimitMs);
    m_theme.setZoomPercent(110);
    m_theme.setZoomPercent(100);
    QVERIFY(!m_window->traceback.isAsking());
}

void YouFirstControllerTest::aChangeOfTheTheme_keepsTheState()
{
    m_window->mode.setChecked(true);
    meet();
    answerLine(4);
    QTRY_COMPARE_WITH_TIMEOUT(choices().size(), 3, LimitMs);
    m_theme.setChoice(Core::ThemeChoice::Dark);
    QTRY_COMPARE(choices().size(), 3);
    QVERIFY(m_window->traceback.isAsking());
    choice(true)->click();
    m_theme.setChoice(Core::ThemeChoice::Light);
    QCOMPARE(m_window->store->guessTally().value().right, 1);
}

QTEST_MAIN(YouFirstControllerTest)
#include "tst_youfirstcontroller.moc"
