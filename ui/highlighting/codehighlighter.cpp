// SPDX-License-Identifier: GPL-3.0-or-later
#include "highlighting/codehighlighter.h"

#include <KSyntaxHighlighting/AbstractHighlighter>
#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/State>
#include <KSyntaxHighlighting/Theme>

#include <QFileInfo>
#include <QHash>

// Outside every namespace, as the macro asks; the linker drops a static library's resources otherwise.
static void registerCodeHighlightingResources()
{
    Q_INIT_RESOURCE(codehighlighting);
}

namespace Skillet::Ui {

namespace {

/// Collects the formats of successive lines as spans of the whole text.
class SpanCollector final : public KSyntaxHighlighting::AbstractHighlighter
{
public:
    QList<CodeSpan> collect(const QString &code)
    {
        m_plain = QColor::fromRgb(theme().textColor(KSyntaxHighlighting::Theme::Normal));
        KSyntaxHighlighting::State state;
        const QStringView all(code);
        qsizetype start = 0;
        while (start <= all.size()) {
            qsizetype end = all.indexOf(u'\n', start);
            if (end < 0)
                end = all.size();
            QStringView line = all.sliced(start, end - start);
            if (line.endsWith(u'\r'))
                line.chop(1);
            m_lineStart = start;
            state = highlightLine(line, state);
            start = end + 1;
        }
        return std::move(m_spans);
    }

protected:
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format) override
    {
        const CodeSpan span{m_lineStart + offset, length, format.textColor(theme()), format.isBold(theme()),
                            format.isItalic(theme())};
        if (length <= 0 || (span.color == m_plain && !span.bold && !span.italic))
            return;
        if (!m_spans.isEmpty()) {
            CodeSpan &last = m_spans.last();
            if (last.start + last.length == span.start && last.color == span.color && last.bold == span.bold
                && last.italic == span.italic) {
                last.length += length;
                return;
            }
        }
        m_spans.append(span);
    }

private:
    QList<CodeSpan> m_spans;
    QColor m_plain;
    qsizetype m_lineStart = 0;
};

} // namespace

/// What is costly to make, so made at the first use.
struct CodeHighlighter::Engine
{
    std::unique_ptr<KSyntaxHighlighting::Repository> repository;
    QHash<QString, KSyntaxHighlighting::Definition> definitions; ///< by language, the unknown ones too

    KSyntaxHighlighting::Repository &ready()
    {
        if (!repository) {
            // Our themes and definitions lie where the library looks for an application's own.
            registerCodeHighlightingResources();
            repository = std::make_unique<KSyntaxHighlighting::Repository>();
        }
        return *repository;
    }

    KSyntaxHighlighting::Definition definition(const QString &language)
    {
        const auto known = definitions.constFind(language);
        if (known != definitions.constEnd())
            return *known;
        const KSyntaxHighlighting::Definition found = ready().definitionForName(language);
        definitions.insert(language, found);
        return found;
    }
};

CodeHighlighter::CodeHighlighter(const Theme &theme, QObject *parent)
    : QObject(parent)
    , m_theme(theme)
    , m_engine(std::make_unique<Engine>())
{
    connect(&m_theme, &Theme::changed, this, &CodeHighlighter::changed);
}

CodeHighlighter::~CodeHighlighter() = default;

QList<CodeSpan> CodeHighlighter::spans(const QString &code, const QString &language) const
{
    if (code.isEmpty() || language.isEmpty())
        return {};
    const KSyntaxHighlighting::Definition definition = m_engine->definition(language);
    if (!definition.isValid())
        return {};
    SpanCollector collector;
    collector.setTheme(codeTheme());
    collector.setDefinition(definition);
    return collector.collect(code);
}

QString CodeHighlighter::html(const QString &code, const QString &language) const
{
    QString result;
    result.reserve(code.size() * 2);
    qsizetype done = 0;
    for (const CodeSpan &span : spans(code, language)) {
        result += code.sliced(done, span.start - done).toHtmlEscaped();
        result += QStringLiteral("<span style=\"color:%1;%2%3\">")
                      .arg(span.color.name(), span.bold ? QStringLiteral("font-weight:600;") : QString(),
                           span.italic ? QStringLiteral("font-style:italic;") : QString());
        result += code.sliced(span.start, span.length).toHtmlEscaped();
        result += QStringLiteral("</span>");
        done = span.start + span.length;
    }
    result += code.sliced(done).toHtmlEscaped();
    return result;
}

KSyntaxHighlighting::Definition CodeHighlighter::definitionForFile(const QString &fileName) const
{
    const QFileInfo file(fileName);
    const KSyntaxHighlighting::Definition found = file.fileName().isEmpty()
        ? KSyntaxHighlighting::Definition()
        : m_engine->ready().definitionForFileName(fileName);
    // A tab that was never saved holds Python: that is what is learned here.
    if (!found.isValid() && file.suffix().isEmpty())
        return m_engine->definition(QStringLiteral("Python"));
    return found;
}

KSyntaxHighlighting::Theme CodeHighlighter::codeTheme() const
{
    const QString strength = m_theme.hasHighContrast() ? QStringLiteral("Strong ") : QString();
    const QString ground = m_theme.isDark() ? QStringLiteral("Dark") : QStringLiteral("Light");
    return m_engine->ready().theme(QStringLiteral("Skillet ") + strength + ground);
}

} // namespace Skillet::Ui
