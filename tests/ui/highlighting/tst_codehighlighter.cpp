// SPDX-License-Identifier: GPL-3.0-or-later
#include "highlighting/codehighlighter.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Theme>

#include <QMetaEnum>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTextDocumentFragment>
#include <QtTest>

#include <cmath>

using namespace Skillet;
using namespace Skillet::Ui;

namespace {

double luminance(const QColor &color)
{
    const auto part = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * part(color.redF()) + 0.7152 * part(color.greenF()) + 0.0722 * part(color.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double one = luminance(a);
    const double two = luminance(b);
    return (std::max(one, two) + 0.05) / (std::min(one, two) + 0.05);
}

} // namespace

class TestCodeHighlighter final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pythonKeywordsStringsAndComments_haveLooksOfTheirOwn();
    void spans_areOrderedAndNeverOverlap_data();
    void spans_areOrderedAndNeverOverlap();
    void multiLineString_isOneColourOnEveryLine();
    void windowsLineEndings_keepPositionsRight();
    void traceback_marksTheTypeAndTheSource();
    void unknownLanguage_givesNoSpans();
    void html_keepsTheTextAndEscapesIt();
    void everyTextStyle_isReadableOnEveryGround_data();
    void everyTextStyle_isReadableOnEveryGround();
    void highContrast_hasCodeOfItsOwn_atAAA();
    void themeChange_changesTheCodeTheme();
    void definitionForFile_takesNamesWithoutSuffixForPython();
    void filesOfAProject_haveColours_data();
    void filesOfAProject_haveColours();
    void hostileInput_isColouredWithoutHarm();

private:
    static QColor colorAt(const QList<CodeSpan> &spans, qsizetype position);
};

QColor TestCodeHighlighter::colorAt(const QList<CodeSpan> &spans, qsizetype position)
{
    for (const CodeSpan &span : spans) {
        if (position >= span.start && position < span.start + span.length)
            return span.color;
    }
    return {};
}

void TestCodeHighlighter::pythonKeywordsStringsAndComments_haveLooksOfTheirOwn()
{
    const Theme theme;
    const CodeHighlighter highlighter(theme);
    const QString code = QStringLiteral("def total(orders):\n    return \"sum\"  # a comment\n");
    const QList<CodeSpan> spans = highlighter.spans(code, QStringLiteral("Python"));
    const QColor keyword = colorAt(spans, code.indexOf(QLatin1String("def")));
    const QColor text = colorAt(spans, code.indexOf(QLatin1String("sum")));
    const QColor comment = colorAt(spans, code.indexOf(QLatin1String("comment")));
    QVERIFY(keyword.isValid());
    QVERIFY(text.isValid());
    QVERIFY(comment.isValid());
    QVERIFY(keyword != text);
    QVERIFY(text != comment);
    QVERIFY(!colorAt(spans, code.indexOf(QLatin1String("orders"))).isValid());
}

void TestCodeHighlighter::spans_areOrderedAndNeverOverlap_data()
{
    QTest::addColumn<QString>("code");
    QTest::newRow("f-string") << QStringLiteral("print(f\"{name!r:>{width}} \\n\", end='')");
    QTest::newRow("emoji") << QString::fromUtf8("s = 'é😀' # 😀 ende\nx = 1");
    QTest::newRow("class") << QStringLiteral(
        "@dataclass\nclass A(B):\n    x: int = 0x1F\n\n    async def f(self): ...\n");
    QTest::newRow("unclosed") << QStringLiteral("x = '''abc\ndef\n");
    QTest::newRow("empty lines") << QStringLiteral("\n\n\n");
}

void TestCodeHighlighter::spans_areOrderedAndNeverOverlap()
{
    QFETCH(QString, code);
    const Theme theme;
    const CodeHighlighter highlighter(theme);
    qsizetype end = 0;
    for (const CodeSpan &span : highlighter.spans(code, QStringLiteral("Python"))) {
        QVERIFY(span.start >= end);
        QVERIFY(span.length > 0);
        end = span.start + span.length;
    }
    QVERIFY(end <= code.size());
}

void TestCodeHighlighter::multiLineString_isOneColourOnEveryLine()
{
    const Theme theme;
    const CodeHighlighter highlighter(theme);
    const QString code = QStringLiteral("x = \"\"\"one\ntwo\nthree\"\"\"\ny = 2\n");
    const QList<CodeSpan> spans = highlighter.spans(code, QStringLiteral("Python"));
    const QColor first = colorAt(spans, code.indexOf(QLatin1String("one")));
    QVERIFY(first.isValid());
    QCOMPARE(colorAt(spans, code.indexOf(QLatin1String("two"))), first);
    QCOMPARE(colorAt(spans, code.indexOf(QLatin1String("three"))), first);
    QVERIFY(!colorAt(spans, code.indexOf(u'y')).isValid());
}

void TestCodeHighlighter::windowsLineEndings_keepPositionsRight()
{
    const Theme theme;
    const CodeHighlighter highlighter(theme);
    const QString code = QStringLiteral("x = 1\r\nreturn x\r\n");
    const QList<CodeSpan> spans = highlighter.spans(code, QStringLiteral("Python"));
    QVERIFY(colorAt(spans, code.indexOf(QLatin1String("return"))).isValid());
    QVERIFY(!colorAt(spans, code.indexOf(u'\r')).isValid());
}

void TestCodeHighlighter::traceback_marksTheTypeAndTheSource()
{
    const Theme theme;
    const CodeHighlighter highlighter(theme);
    const QString code = QStringLiteral("Traceback (most recent call last):\n"
                                        "  File \"orders.py\", line 8, in total\n"
                                        "    return sum(o[\"pirce\"] for o in orders)\n"
                                        "               ~^^^^^^^^^\n"
                                        "KeyError: 'pirce'\n");
    const QList<CodeSpan> spans = highlighter.spans(code, QStringLiteral("Python Traceback"));
    const auto at = [&](const char *part) { return colorAt(spans, code.indexOf(QLatin1String(part))); };
    const QColor error =
        QColor::fromRgb(highlighter.codeTheme().textColor(KSyntaxHighlighting::Theme::Error));
    const QColor keyword =
        QColor::fromRgb(highlighter.codeTheme().textColor(KSyntaxHighlighting::Theme::ControlFlow));
    const QColor file =
        QColor::fromRgb(highlighter.codeTheme().textColor(KSyntaxHighlighting::Theme::String));
    QCOMPARE(at("KeyError"), error);
    QCOMPARE(at("~^^^"), error);
    QCOMPARE(at("return"), keyword);
    QCOMPARE(at("\"orders.py"), file);
    QVERIFY(at("8, in").isValid());
    QVERIFY(at("total\n").isValid());
    QVERIFY(!at("'pirce'\n").isValid());
}

void TestCodeHighlighter::unknownLanguage_givesNoSpans()
{
    const Theme theme;
    const CodeHighlighter highlighter(theme);
    QVERIFY(highlighter.spans(QStringLiteral("x = 1"), QStringLiteral("No such language")).isEmpty());
    QVERIFY(highlighter.spans(QStringLiteral("x = 1"), QString()).isEmpty());
    QCOMPARE(highlighter.html(QStringLiteral("a < b"), QString()), QStringLiteral("a &lt; b"));
}

void TestCodeHighlighter::html_keepsTheTextAndEscapesIt()
{
    const Theme theme;
    const CodeHighlighter highlighter(theme);
    const QString code = QString::fromUtf8("if a < b and c > d:  # <b>&amp;</b> 😀\n    print(\"<script>\")");
    const QString html = highlighter.html(code, QStringLiteral("Python"));
    QVERIFY(!html.contains(QLatin1String("<b>")));
    QVERIFY(!html.contains(QLatin1String("<script>")));
    QVERIFY(html.contains(QLatin1String("<span style=\"color:#")));
    const QString pre = QStringLiteral("<pre>") + html + QStringLiteral("</pre>");
    QCOMPARE(QTextDocumentFragment::fromHtml(pre).toPlainText(), code);
}

void TestCodeHighlighter::everyTextStyle_isReadableOnEveryGround_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<int>("ground");
    for (const bool dark : {false, true}) {
        for (const auto &[role, name] :
             {std::pair(ColorRole::Code, "code"), std::pair(ColorRole::Surface, "surface"),
              std::pair(ColorRole::CurrentLine, "current line")})
            QTest::addRow("%s on %s", dark ? "dark" : "light", name) << dark << static_cast<int>(role);
    }
}

void TestCodeHighlighter::everyTextStyle_isReadableOnEveryGround()
{
    QFETCH(bool, dark);
    QFETCH(int, ground);
    Theme theme;
    theme.setChoice(dark ? Core::ThemeChoice::Dark : Core::ThemeChoice::Light);
    const CodeHighlighter highlighter(theme);
    const KSyntaxHighlighting::Theme code = highlighter.codeTheme();
    QCOMPARE(code.name(), dark ? QStringLiteral("Skillet Dark") : QStringLiteral("Skillet Light"));
    const QColor background = theme.color(static_cast<ColorRole>(ground));
    const QMetaEnum styles = QMetaEnum::fromType<KSyntaxHighlighting::Theme::TextStyle>();
    for (int i = 0; i < styles.keyCount(); ++i) {
        const QRgb rgb = code.textColor(static_cast<KSyntaxHighlighting::Theme::TextStyle>(styles.value(i)));
        QVERIFY2(rgb != 0, styles.key(i));
        const double ratio = contrast(QColor::fromRgb(rgb), background);
        QVERIFY2(ratio >= 4.5,
                 qPrintable(QStringLiteral("%1: %2").arg(QLatin1String(styles.key(i))).arg(ratio)));
    }
}

void TestCodeHighlighter::highContrast_hasCodeOfItsOwn_atAAA()
{
    Theme theme;
    const CodeHighlighter highlighter(theme);
    theme.setHighContrast(true);
    for (const Core::ThemeChoice choice : {Core::ThemeChoice::Light, Core::ThemeChoice::Dark}) {
        theme.setChoice(choice);
        const KSyntaxHighlighting::Theme code = highlighter.codeTheme();
        QVERIFY2(code.name().startsWith(QStringLiteral("Skillet Strong ")), qPrintable(code.name()));
        const QMetaEnum styles = QMetaEnum::fromType<KSyntaxHighlighting::Theme::TextStyle>();
        for (int i = 0; i < styles.keyCount(); ++i) {
            const QRgb rgb =
                code.textColor(static_cast<KSyntaxHighlighting::Theme::TextStyle>(styles.value(i)));
            for (const ColorRole ground : {ColorRole::Code, ColorRole::Surface, ColorRole::CurrentLine})
                QVERIFY2(contrast(QColor::fromRgb(rgb), theme.color(ground)) >= 7.0, styles.key(i));
        }
    }
}

void TestCodeHighlighter::themeChange_changesTheCodeTheme()
{
    Theme theme;
    theme.setChoice(Core::ThemeChoice::Light);
    const CodeHighlighter highlighter(theme);
    const QString code = QStringLiteral("import os");
    const QColor light = highlighter.spans(code, QStringLiteral("Python")).first().color;
    QSignalSpy changed(&highlighter, &CodeHighlighter::changed);
    theme.setChoice(Core::ThemeChoice::Dark);
    QVERIFY(!changed.isEmpty());
    QVERIFY(highlighter.spans(code, QStringLiteral("Python")).first().color != light);
}

void TestCodeHighlighter::definitionForFile_takesNamesWithoutSuffixForPython()
{
    const Theme theme;
    const CodeHighlighter highlighter(theme);
    QCOMPARE(highlighter.definitionForFile(QString()).name(), QStringLiteral("Python"));
    QCOMPARE(highlighter.definitionForFile(QStringLiteral("/tmp/a.b/notes")).name(),
             QStringLiteral("Python"));
    QCOMPARE(highlighter.definitionForFile(QStringLiteral("/tmp/orders.py")).name(),
             QStringLiteral("Python"));
    QCOMPARE(highlighter.definitionForFile(QStringLiteral("data.json")).name(), QStringLiteral("JSON"));
    QVERIFY(!highlighter.definitionForFile(QStringLiteral("data.unheard-of")).isValid());
}

void TestCodeHighlighter::hostileInput_isColouredWithoutHarm()
{
    const Theme theme;
    const CodeHighlighter highlighter(theme);
    const QString brackets(100'000, u'(');
    QVERIFY(highlighter.html(brackets, QStringLiteral("Python")).contains(u'('));
    const QString odd = QString(QChar(0xD800)) + QStringLiteral("\u0000x = '") + QChar(0x2028);
    QVERIFY(!highlighter.html(odd, QStringLiteral("Python")).isEmpty());
}

void TestCodeHighlighter::filesOfAProject_haveColours_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("coloured"); // a part that stands out
    const auto row = [](const char *name, const char *language, const char *code, const char *coloured) {
        QTest::newRow(name) << QString::fromLatin1(language) << QString::fromLatin1(code)
                            << QString::fromLatin1(coloured);
    };
    row("orders.py", "Python", "import sys", "import");
    row("types.pyi", "Python", "import sys", "import");
    row("pyproject.toml", "TOML", "[project]\nname = \"shop\"", "\"shop\"");
    row("compose.yaml", "YAML", "services:\n  web:\n    ports: [80]", "services");
    row("ci.yml", "YAML", "on: push  # always", "# always");
    row("data.json", "JSON", "{\"a\": true}", "true");
    row("README.md", "Markdown", "# Title\n\nSome **strong** words", "# Title");
    row("schema.sql", "SQL", "SELECT 'a' FROM t", "SELECT");
    row("index.html", "HTML", "<p class=\"a\">x</p>", "\"a\"");
    row("style.css", "CSS", "p { color: #ff0000; }", "color");
    row("Dockerfile", "Dockerfile", "FROM python:3.11  # base", "FROM");
    row("Makefile", "Makefile", "# all\nall: test\n\techo $(X)", "# all");
    row("setup.sh", "Bash", "if true; then echo a; fi  # b", "if");
    row("setup.cfg", "INI Files", "[metadata]\nname = shop", "[metadata]");
    row("tox.ini", "INI Files", "[tox]\nenvlist = py311", "[tox]");
    row("requirements.txt", "Python Requirements", "requests[socks]>=2.28  # http", "requests");
    row("requirements-dev.txt", "Python Requirements", "-r requirements.txt\npytest", "-r");
}

void TestCodeHighlighter::filesOfAProject_haveColours()
{
    QFETCH(QString, language);
    QFETCH(QString, code);
    QFETCH(QString, coloured);
    const Theme theme;
    const CodeHighlighter highlighter(theme);
    const auto definition = highlighter.definitionForFile(QStringLiteral("/home/a/shop/")
                                                          + QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY2(definition.name().startsWith(language), qPrintable(definition.name()));
    const QColor color = colorAt(highlighter.spans(code, definition.name()), code.indexOf(coloured));
    QVERIFY(color.isValid());
}

QTEST_MAIN(TestCodeHighlighter)
#include "tst_codehighlighter.moc"
