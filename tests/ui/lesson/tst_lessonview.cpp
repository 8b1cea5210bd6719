// SPDX-License-Identifier: GPL-3.0-or-later
#include "highlighting/codehighlighter.h"
#include "lesson/lessonbrowser.h"
#include "lesson/lessonview.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTextBlock>
#include <QtTest>

using namespace Skillet;
using namespace Skillet::Ui;

/// Takes the place of the desktop's browser.
class WebPages final : public QObject
{
    Q_OBJECT

public:
    QList<QUrl> opened;

public Q_SLOTS:
    void open(const QUrl &url) { opened.append(url); }
};

class TestLessonView final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void nothing_saysWhatToDo();
    void lesson_showsMetaTitleAndText();
    void lessonWithOwnTitle_showsItOnce();
    void tabAndEnter_runAndOpenCode();
    void focusedLink_isNamed();
    void clickOnRun_asksForItsCode();
    void webLink_opensOnlyAfterAClick();
    void navigation_offersWhatThereIs();
    void shortText_isReadWhenShown();
    void longText_isReadAtItsEnd();
    void themeAndZoom_keepTheText_andThePlace();
    void headings_haveTheDesignsSizes();
    void lines_areAtMost72CharactersWide();
    void copy_takesPlainText();
    void megabyteOfText_isShown();

private:
    [[nodiscard]] LessonBrowser *browser() const { return m_view->findChild<LessonBrowser *>(); }
    [[nodiscard]] QPushButton *button(const QString &text) const;
    [[nodiscard]] static QString longText();

    Theme m_theme;
    std::unique_ptr<CodeHighlighter> m_highlighter;
    std::unique_ptr<LessonView> m_view;
};

void TestLessonView::initTestCase()
{
    m_highlighter = std::make_unique<CodeHighlighter>(m_theme);
}

void TestLessonView::init()
{
    m_view = std::make_unique<LessonView>(m_theme, *m_highlighter);
    m_view->resize(700, 500);
    m_view->show();
    m_view->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
}

void TestLessonView::cleanup()
{
    m_view.reset();
    m_theme.setZoomPercent(100);
    m_theme.setChoice(Core::ThemeChoice::Light);
}

QPushButton *TestLessonView::button(const QString &text) const
{
    const QList<QPushButton *> buttons = m_view->findChildren<QPushButton *>();
    for (QPushButton *each : buttons) {
        if (each->text().remove(u'&').startsWith(text))
            return each;
    }
    return nullptr;
}

QString TestLessonView::longText()
{
    QString text;
    for (int i = 0; i < 60; ++i)
        text += QStringLiteral("Paragraph %1 has some words in it.\n\n").arg(i);
    return text;
}

void TestLessonView::nothing_saysWhatToDo()
{
    QVERIFY(!browser()->isVisible());
    QVERIFY(!button(QStringLiteral("Next"))->isVisible());
    m_view->showLesson(QStringLiteral("A"), QString(), QStringLiteral("text"));
    QVERIFY(browser()->isVisible());
    m_view->showNothing();
    QVERIFY(!browser()->isVisible());
}

void TestLessonView::lesson_showsMetaTitleAndText()
{
    m_view->showLesson(QStringLiteral("A <b> & title"), QStringLiteral("Lesson · 6 min"),
                       QStringLiteral("Some *text*."));
    QCOMPARE(browser()->toPlainText(), QString::fromUtf8("Lesson · 6 min\nA <b> & title\nSome text."));
    QVERIFY(browser()->accessibleName().contains(QLatin1String("A <b> & title")));
}

void TestLessonView::lessonWithOwnTitle_showsItOnce()
{
    m_view->showLesson(QStringLiteral("Names"), QStringLiteral("9 min"), QStringLiteral("# Names\n\nText."));
    QCOMPARE(browser()->toPlainText().count(QLatin1String("Names")), 1);
}

void TestLessonView::tabAndEnter_runAndOpenCode()
{
    m_view->showTask(QStringLiteral("T"), QString(),
                     QStringLiteral("```python\nx = 1\n```\n\n```python norun\ny = 2\n```\n"));
    QSignalSpy run(m_view.get(), &LessonView::runRequested);
    QSignalSpy open(m_view.get(), &LessonView::openInEditorRequested);
    browser()->setFocus();
    QTRY_VERIFY(browser()->hasFocus());
    for (int link = 0; link < 3; ++link) {
        QTest::keyClick(browser(), Qt::Key_Tab);
        QTest::keyClick(browser(), Qt::Key_Return);
    }
    QCOMPARE(run, (QList<QVariantList>{{QStringLiteral("x = 1")}}));
    QCOMPARE(open, (QList<QVariantList>{{QStringLiteral("x = 1")}, {QStringLiteral("y = 2")}}));
}

void TestLessonView::focusedLink_isNamed()
{
    m_view->showTask(QStringLiteral("T"), QString(), QStringLiteral("```python\nx = 1\n```\n"));
    browser()->setFocus();
    QTRY_VERIFY(browser()->hasFocus());
    QTest::keyClick(browser(), Qt::Key_Tab);
    QCOMPARE(browser()->accessibleDescription(), QStringLiteral("Run example 1 at the prompt"));
    QTest::keyClick(browser(), Qt::Key_Tab);
    QCOMPARE(browser()->accessibleDescription(), QStringLiteral("Open example 1 in the editor"));
}

void TestLessonView::clickOnRun_asksForItsCode()
{
    m_view->showTask(QStringLiteral("T"), QString(), QStringLiteral("```python\nprint('<é😀>')\n```\n"));
    QSignalSpy run(m_view.get(), &LessonView::runRequested);
    QCoreApplication::processEvents();
    QPoint place;
    for (int y = 0; y < 200 && place.isNull(); y += 4) {
        for (int x = 0; x < browser()->viewport()->width() && place.isNull(); x += 4) {
            if (browser()->anchorAt({x, y}) == QLatin1String("skillet:run/0"))
                place = {x, y};
        }
    }
    QVERIFY(!place.isNull());
    QTest::mouseClick(browser()->viewport(), Qt::LeftButton, Qt::NoModifier, place);
    QCOMPARE(run, (QList<QVariantList>{{QString::fromUtf8("print('<é😀>')")}}));
}

void TestLessonView::webLink_opensOnlyAfterAClick()
{
    WebPages pages;
    QDesktopServices::setUrlHandler(QStringLiteral("https"), &pages, "open");
    m_view->showLesson(QStringLiteral("T"), QString(), QStringLiteral("[docs](https://docs.python.org/3/)"));
    QCoreApplication::processEvents();
    QVERIFY(pages.opened.isEmpty());
    browser()->setFocus();
    QTRY_VERIFY(browser()->hasFocus());
    QTest::keyClick(browser(), Qt::Key_Tab);
    QVERIFY(pages.opened.isEmpty());
    QTest::keyClick(browser(), Qt::Key_Return);
    QCOMPARE(pages.opened, QList<QUrl>{QUrl(QStringLiteral("https://docs.python.org/3/"))});
    QVERIFY(browser()->toPlainText().contains(QLatin1String("docs"))); // still here
    QDesktopServices::unsetUrlHandler(QStringLiteral("https"));
}

void TestLessonView::navigation_offersWhatThereIs()
{
    m_view->showLesson(QStringLiteral("T"), QString(), QStringLiteral("x"));
    m_view->setNavigation(false, QString());
    QVERIFY(!button(QStringLiteral("Previous"))->isEnabled());
    QVERIFY(!button(QStringLiteral("Next"))->isEnabled());
    m_view->setNavigation(true, QStringLiteral("Salt & pepper"));
    QSignalSpy previous(m_view.get(), &LessonView::previousRequested);
    QSignalSpy next(m_view.get(), &LessonView::nextRequested);
    QVERIFY(button(QStringLiteral("Next"))->accessibleName().contains(QLatin1String("Salt & pepper")));
    button(QStringLiteral("Previous"))->click();
    button(QStringLiteral("Next"))->click();
    QCOMPARE(previous.size(), 1);
    QCOMPARE(next.size(), 1);
}

void TestLessonView::shortText_isReadWhenShown()
{
    QSignalSpy read(m_view.get(), &LessonView::readToEnd);
    m_view->showLesson(QStringLiteral("T"), QString(), QStringLiteral("short"));
    QTRY_COMPARE(read.size(), 1);
}

void TestLessonView::longText_isReadAtItsEnd()
{
    QSignalSpy read(m_view.get(), &LessonView::readToEnd);
    m_view->showLesson(QStringLiteral("T"), QString(), longText());
    QTest::qWait(700);
    QCOMPARE(read.size(), 0);
    browser()->verticalScrollBar()->setValue(browser()->verticalScrollBar()->maximum());
    QTRY_COMPARE(read.size(), 1);
    browser()->verticalScrollBar()->setValue(0);
    browser()->verticalScrollBar()->setValue(browser()->verticalScrollBar()->maximum());
    QTest::qWait(600);
    QCOMPARE(read.size(), 1);
}

void TestLessonView::themeAndZoom_keepTheText_andThePlace()
{
    m_view->showLesson(QStringLiteral("T"), QString(), longText());
    browser()->verticalScrollBar()->setValue(browser()->verticalScrollBar()->maximum() / 2);
    const auto topParagraph = [this] {
        return browser()->cursorForPosition({browser()->viewport()->width() / 2, 30}).block().blockNumber();
    };
    const int before = topParagraph();
    QVERIFY(before > 10);
    const QString text = browser()->toPlainText();
    m_theme.setZoomPercent(200);
    QVERIFY2(std::abs(topParagraph() - before) <= 1, qPrintable(QString::number(topParagraph() - before)));
    m_theme.setChoice(Core::ThemeChoice::Dark);
    QVERIFY(std::abs(topParagraph() - before) <= 1);
    QCOMPARE(browser()->toPlainText(), text);
}

void TestLessonView::headings_haveTheDesignsSizes()
{
    m_view->showLesson(QStringLiteral("T"), QString(), QStringLiteral("# One\n\n## Two\n\ntext"));
    const QTextBlock title = browser()->document()->begin();
    QCOMPARE(title.text(), QStringLiteral("One"));
    QCOMPARE(title.blockFormat().headingLevel(), 1);
    QCOMPARE(title.begin().fragment().charFormat().font().pixelSize(), 26);
    QCOMPARE(title.next().begin().fragment().charFormat().font().pixelSize(), 20);
    QCOMPARE(title.next().next().begin().fragment().charFormat().font().pixelSize(), 16);
}

void TestLessonView::lines_areAtMost72CharactersWide()
{
    m_view->resize(1400, 500);
    m_view->showLesson(QStringLiteral("T"), QString(), QStringLiteral("many words of prose ").repeated(40));
    const QTextLayout *layout = browser()->document()->lastBlock().layout();
    QVERIFY(layout->lineCount() > 5);
    for (int line = 0; line < layout->lineCount() - 1; ++line)
        QVERIFY2(layout->lineAt(line).textLength() <= 80,
                 qPrintable(QString::number(layout->lineAt(line).textLength())));
    QCOMPARE(browser()->horizontalScrollBar()->maximum(), 0);
    m_view->resize(420, 500);
    QCoreApplication::processEvents();
    QCOMPARE(browser()->horizontalScrollBar()->maximum(), 0);
}

void TestLessonView::copy_takesPlainText()
{
    m_view->showLesson(QStringLiteral("T"), QString(),
                       QStringLiteral("**bold**\n\n```python\nif x:\n    y = 'a'\n```\n"));
    browser()->selectAll();
    browser()->copy();
    const QMimeData *copied = QGuiApplication::clipboard()->mimeData();
    QVERIFY(!copied->hasHtml());
    QVERIFY(copied->text().contains(QLatin1String("bold")));
    QVERIFY(copied->text().contains(QLatin1String("if x:\n    y = 'a'")));
    QVERIFY(!copied->text().contains(QChar(QChar::ObjectReplacementCharacter)));
}

void TestLessonView::megabyteOfText_isShown()
{
    QString text;
    while (text.size() < 1024 * 1024)
        text += QStringLiteral("A paragraph of words that goes on for a while, as they do in lessons.\n\n");
    QElapsedTimer timer;
    timer.start();
    m_view->showLesson(QStringLiteral("T"), QString(), text);
    qInfo("1 MiB in %lld ms", static_cast<long long>(timer.elapsed()));
    QVERIFY(browser()->document()->blockCount() > 14'000);
}

QTEST_MAIN(TestLessonView)
#include "tst_lessonview.moc"
