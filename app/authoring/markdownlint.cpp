// SPDX-License-Identifier: GPL-3.0-or-later
#include "authoring/markdownlint.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>

namespace Skillet::Authoring {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Skillet::Authoring::MarkdownLint)
};

bool leadsOut(const QString &target)
{
    static const QRegularExpression scheme(QStringLiteral("^(https?|mailto):"));
    return scheme.match(target).hasMatch();
}

/// One line at a time; the file's problems are collected.
class Lint final
{
public:
    Lint(const QString &file, const TextRules &rules)
        : m_file(file)
        , m_rules(rules)
    { }

    void look(const QString &line, int number)
    {
        if (isFence(line))
            return;
        QString prose = line;
        static const QRegularExpression code(QStringLiteral("`+[^`]*`+"));
        prose.replace(code, QStringLiteral(" "));
        lookAtLinks(prose, number);
        lookAtTerms(prose, number);
    }

    [[nodiscard]] QList<Course::Problem> takeProblems() { return std::move(m_problems); }

private:
    /// Whether the line belongs to a block of code.
    bool isFence(const QString &line)
    {
        const QString trimmed = line.trimmed();
        if (m_fence.isEmpty()) {
            for (const QString &fence : {QStringLiteral("```"), QStringLiteral("~~~")}) {
                if (trimmed.startsWith(fence))
                    m_fence = fence;
            }
            return !m_fence.isEmpty();
        }
        if (trimmed.startsWith(m_fence))
            m_fence.clear();
        return true;
    }

    void lookAtLinks(const QString &prose, int number)
    {
        static const QRegularExpression link(QStringLiteral(R"((!?)\[([^\]]*)\]\(\s*<?([^)\s>]*)>?[^)]*\))"));
        auto matches = link.globalMatch(prose);
        while (matches.hasNext()) {
            const QRegularExpressionMatch match = matches.next();
            const bool isPicture = !match.captured(1).isEmpty();
            const QString target = match.captured(3);
            if (match.captured(2).trimmed().isEmpty()) {
                complain(number,
                         isPicture ? Words::tr("The picture %1 has no alternative text: write between the "
                                               "brackets what it shows.")
                                         .arg(target)
                                   : Words::tr("The link to %1 has no text.").arg(target));
            }
            if (!leadsSomewhere(target, isPicture))
                complain(number,
                         Words::tr("%1 leads nowhere: there is no such file, lesson or exercise.")
                             .arg(target.isEmpty() ? Words::tr("A link") : target));
        }
    }

    [[nodiscard]] bool leadsSomewhere(const QString &target, bool isPicture) const
    {
        if (target.isEmpty())
            return false;
        if (leadsOut(target) || (!isPicture && target.startsWith(u'#')))
            return true;
        if (!isPicture && m_rules.itemIds.contains(target.section(u'#', 0, 0)))
            return true;
        const QString path = QFileInfo(m_file).absolutePath() + u'/' + target.section(u'#', 0, 0);
        return QFileInfo::exists(path);
    }

    void lookAtTerms(const QString &prose, int number)
    {
        for (auto term = m_rules.terms.cbegin(); term != m_rules.terms.cend(); ++term) {
            const QRegularExpression word(
                QStringLiteral("(?<![\\w-])%1(?![\\w-])").arg(QRegularExpression::escape(term.key())),
                QRegularExpression::CaseInsensitiveOption);
            if (word.match(prose).hasMatch())
                complain(number,
                         Words::tr("\"%1\" is spelled \"%2\" in this course.").arg(term.key(), term.value()));
        }
    }

    void complain(int number, const QString &message) { m_problems.append({m_file, number, message}); }

    QString m_file;
    const TextRules &m_rules;
    QString m_fence; ///< that opened the block of code we are in
    QList<Course::Problem> m_problems;
};

} // namespace

QList<Course::Problem> lintMarkdown(const QString &file, const QString &text, int firstLine,
                                    const TextRules &rules)
{
    Lint lint(file, rules);
    int number = firstLine;
    for (const QString &line : text.split(u'\n'))
        lint.look(line, number++);
    return lint.takeProblems();
}

} // namespace Skillet::Authoring
