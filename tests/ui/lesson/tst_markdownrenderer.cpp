// SPDX-License-Identifier: GPL-3.0-or-later
#include "highlighting/codehighlighter.h"
#include "lesson/markdownrenderer.h"

#include <QDir>
#include <QImage>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTextDocument>
#include <QtTest>

using namespace Skillet;
using namespace Skillet::Ui;

class TestMarkdownRenderer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void golden_data();
    void golden();
    void blocks_areWhatTheLinksMean();
    void rawHtml_isShownNotUsed();
    void unsafeLinks_areText_data();
    void unsafeLinks_areText();
    void images_comeFromTheLessonsFolderOnly();
    void title_isRecognised();
    void brokenMarkdown_keepsItsText_data();
    void brokenMarkdown_keepsItsText();
    void noise_isRendered();
    void deepNesting_isBounded();
    void megabyte_isRendered();

private:
    [[nodiscard]] RenderedMarkdown render(const QString &markdown, const QString &folder = {}) const;
    [[nodiscard]] static QString withoutCodeColors(QString html);
    [[nodiscard]] static QString plain(const QString &html);

    Theme m_theme;
    std::unique_ptr<CodeHighlighter> m_highlighter;
};

void TestMarkdownRenderer::initTestCase()
{
    m_theme.setChoice(Core::ThemeChoice::Light);
    m_highlighter = std::make_unique<CodeHighlighter>(m_theme);
}

RenderedMarkdown TestMarkdownRenderer::render(const QString &markdown, const QString &folder) const
{
    LessonLook look; // fixed, so that golden files depend on no font
    look.text = QColor(u"#111111");
    look.muted = QColor(u"#222222");
    look.accent = QColor(u"#333333");
    look.border = QColor(u"#444444");
    look.code = QColor(u"#eeeeee");
    look.output = QColor(u"#fafafa");
    look.codeFamily = QStringLiteral("Mono");
    return MarkdownRenderer(*m_highlighter, look, folder).render(markdown);
}

// How code is coloured is the highlighter's matter, and changes with its version.
QString TestMarkdownRenderer::withoutCodeColors(QString html)
{
    static const QRegularExpression spans(
        QStringLiteral("<span style=\"color:#[0-9a-f]{6};(font-[a-z]+:[a-z0-9]+;)*\">|</span>"));
    qsizetype start = html.indexOf(QLatin1String("<pre"));
    while (start >= 0) {
        const qsizetype end = html.indexOf(QLatin1String("</pre>"), start);
        const QString code = html.sliced(start, end - start).remove(spans);
        html.replace(start, end - start, code);
        start = html.indexOf(QLatin1String("<pre"), start + 1);
    }
    return html;
}

QString TestMarkdownRenderer::plain(const QString &html)
{
    QTextDocument document;
    document.setHtml(html);
    return document.toPlainText();
}

void TestMarkdownRenderer::golden_data()
{
    QTest::addColumn<QString>("path");
    const QDir folder(QStringLiteral(SKILLET_SOURCE_DIR "/tests/ui/lesson/golden"));
    const QFileInfoList files = folder.entryInfoList({QStringLiteral("*.md")}, QDir::Files, QDir::Name);
    QVERIFY(!files.isEmpty());
    for (const QFileInfo &file : files)
        QTest::newRow(qPrintable(file.completeBaseName())) << file.filePath();
}

void TestMarkdownRenderer::golden()
{
    QFETCH(QString, path);
    QFile source(path);
    QVERIFY(source.open(QIODevice::ReadOnly));
    const QString html = withoutCodeColors(render(QString::fromUtf8(source.readAll())).html);
    QFile expected(path.chopped(3) + QStringLiteral(".html"));
    if (qEnvironmentVariableIsSet("SKILLET_BLESS")) {
        QVERIFY(expected.open(QIODevice::WriteOnly));
        expected.write(html.toUtf8());
        return;
    }
    QVERIFY2(expected.open(QIODevice::ReadOnly), qPrintable(expected.fileName()));
    QCOMPARE(html, QString::fromUtf8(expected.readAll()));
}

void TestMarkdownRenderer::blocks_areWhatTheLinksMean()
{
    const RenderedMarkdown rendered = render(QStringLiteral(
        "```python\nx = 1\n```\n\n```python norun\ny\n```\n\n```output\n1\n```\n\n```\nz\n```\n"
        "- in a list\n\n  ```py\n  if x:\n      y\n  ```\n"));
    QCOMPARE(rendered.blocks.size(), 3);
    QCOMPARE(rendered.blocks.at(0), (LessonCode{QStringLiteral("x = 1"), true}));
    QCOMPARE(rendered.blocks.at(1), (LessonCode{QStringLiteral("y"), false}));
    QCOMPARE(rendered.blocks.at(2), (LessonCode{QStringLiteral("if x:\n    y"), true}));
    QVERIFY(rendered.html.contains(QLatin1String("href=\"skillet:run/0\"")));
    QVERIFY(!rendered.html.contains(QLatin1String("href=\"skillet:run/1\"")));
    QVERIFY(rendered.html.contains(QLatin1String("href=\"skillet:open/1\"")));
    QVERIFY(rendered.html.contains(QLatin1String("href=\"skillet:run/2\"")));
    QVERIFY(!rendered.html.contains(QLatin1String("skillet:open/3")));
}

void TestMarkdownRenderer::rawHtml_isShownNotUsed()
{
    const QString text =
        QStringLiteral("a <b>bold</b> <script>alert(1)</script> <img src=x onerror=y> &lt; &amp; end");
    const RenderedMarkdown rendered =
        render(text + QStringLiteral("\n\n<table><tr><td>cell</td></tr></table>\n"));
    QVERIFY(!rendered.html.contains(QLatin1String("<script")));
    QVERIFY(!rendered.html.contains(QLatin1String("<b>")));
    QVERIFY(!rendered.html.contains(QLatin1String("<img")));
    QVERIFY(!rendered.html.contains(QLatin1String("<table")));
    const QString shown = plain(rendered.html);
    QVERIFY(shown.contains(QLatin1String("a <b>bold</b> <script>alert(1)</script>")));
    QVERIFY(shown.contains(QLatin1String("< & end")));
    QVERIFY(shown.contains(QLatin1String("<td>cell</td>")));
}

void TestMarkdownRenderer::unsafeLinks_areText_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<bool>("safe");
    QTest::newRow("https") << QStringLiteral("https://docs.python.org/3/") << true;
    QTest::newRow("mail") << QStringLiteral("mailto:a@b.org") << true;
    QTest::newRow("ours") << QStringLiteral("skillet:run/0") << false;
    QTest::newRow("script") << QStringLiteral("javascript:alert(1)") << false;
    QTest::newRow("file") << QStringLiteral("file:///etc/passwd") << false;
    QTest::newRow("path") << QStringLiteral("../../secret") << false;
    QTest::newRow("mixed case") << QStringLiteral("SKILLET:run/0") << false;
    QTest::newRow("entity") << QStringLiteral("&#115;killet:run/0") << false;
}

void TestMarkdownRenderer::unsafeLinks_areText()
{
    QFETCH(QString, target);
    QFETCH(bool, safe);
    const RenderedMarkdown rendered = render(QStringLiteral("see [the words](%1) here").arg(target));
    QCOMPARE(rendered.html.contains(QLatin1String("<a ")), safe);
    QCOMPARE(plain(rendered.html), QStringLiteral("see the words here"));
}

void TestMarkdownRenderer::images_comeFromTheLessonsFolderOnly()
{
    const QTemporaryDir folder;
    QImage image(40, 20, QImage::Format_RGB32);
    image.fill(Qt::red);
    QVERIFY(image.save(folder.filePath(QStringLiteral("a cat.png"))));
    const RenderedMarkdown found = render(QStringLiteral("![A *cat*](<a cat.png>)"), folder.path());
    QVERIFY(found.html.contains(QLatin1String("<img src=\"skillet:image/a%20cat.png\" alt=\"A cat\"")));
    for (const auto *source : {"http://x.org/a.png", "../a%20cat.png", "none.png", "", "/etc/passwd"}) {
        const RenderedMarkdown missing =
            render(QStringLiteral("![A cat](%1)").arg(QLatin1String(source)), folder.path());
        QVERIFY2(!missing.html.contains(QLatin1String("<img")), source);
        QVERIFY2(plain(missing.html).contains(QLatin1String("A cat")), source);
    }
}

void TestMarkdownRenderer::title_isRecognised()
{
    QVERIFY(render(QStringLiteral("\n# Title\n\ntext")).beginsWithTitle);
    QVERIFY(!render(QStringLiteral("## Smaller\n\n# Later")).beginsWithTitle);
    QVERIFY(!render(QStringLiteral("text\n\n# Later")).beginsWithTitle);
    QVERIFY(!render(QString()).beginsWithTitle);
}

void TestMarkdownRenderer::brokenMarkdown_keepsItsText_data()
{
    QTest::addColumn<QString>("markdown");
    int number = 0;
    for (const auto *markdown : {"```python\nword = 1", "**word", "[word](", "| word |\n| --", "> > word",
                                 "![word", "- [x word", "`word", "<word", "&word;", "# word #", "word\\",
                                 "1) word\n   ```", "[word][missing]", "***word**", "~~word~"})
        QTest::addRow("case %d", ++number) << QString::fromUtf8(markdown);
}

void TestMarkdownRenderer::brokenMarkdown_keepsItsText()
{
    QFETCH(QString, markdown);
    QVERIFY(plain(render(markdown).html).contains(QLatin1String("word")));
}

void TestMarkdownRenderer::noise_isRendered()
{
    QRandomGenerator random(7);
    const QString signs = QString::fromUtf8("`*_~[]()!<>#-+|\\&;:\"'\n\n\n    \t1.ab😀é\x01");
    for (int round = 0; round < 300; ++round) {
        QString text;
        for (int i = 0; i < 200; ++i)
            text += signs.at(random.bounded(static_cast<int>(signs.size())));
        const RenderedMarkdown rendered = render(text);
        QVERIFY(!rendered.html.contains(QLatin1String("href=\"skillet:run")) || !rendered.blocks.isEmpty());
        QCOMPARE(rendered.html.count(QLatin1String("<table")),
                 rendered.html.count(QLatin1String("</table>")));
        QCOMPARE(rendered.html.count(QLatin1String("<a ")), rendered.html.count(QLatin1String("</a>")));
    }
    QVERIFY(render(QString(QChar(0)) + QStringLiteral("x")).html.contains(u'x'));
}

void TestMarkdownRenderer::deepNesting_isBounded()
{
    const QString quotes = QString(500, u'>') + QStringLiteral(" deep");
    const RenderedMarkdown rendered = render(quotes);
    QVERIFY(rendered.html.count(QLatin1String("<table")) <= 4);
    QVERIFY(plain(rendered.html).contains(QLatin1String("deep")));
    QString lists;
    for (int i = 0; i < 100; ++i)
        lists += QString(2 * i, u' ') + QStringLiteral("- item\n");
    QVERIFY(render(lists).html.count(QLatin1String("<ul")) <= 6);
}

void TestMarkdownRenderer::megabyte_isRendered()
{
    QString text;
    while (text.size() < 1024 * 1024)
        text +=
            QStringLiteral("## Head\n\nSome *words* and `code` that make a paragraph of a usual length.\n\n"
                           "```python\nfor x in range(3):\n    print(x)\n```\n\n- one\n- two\n\n");
    QElapsedTimer timer;
    timer.start();
    const RenderedMarkdown rendered = render(text);
    QVERIFY(rendered.blocks.size() > 1000);
    qInfo("1 MiB in %lld ms", static_cast<long long>(timer.elapsed()));
}

QTEST_MAIN(TestMarkdownRenderer)
#include "tst_markdownrenderer.moc"
