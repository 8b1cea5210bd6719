// SPDX-License-Identifier: GPL-3.0-or-later
#include "find/textsearch.h"

#include <QStringMatcher>

namespace Skillet::Ui {

namespace {

// Text made from UTF-8 needs no second look at each match.
constexpr auto Checked = QRegularExpression::DontCheckSubjectStringMatchOption;

long utf8Size(QStringView text)
{
    long size = 0;
    for (const QChar c : text)
        size += c.unicode() < 0x80 ? 1 : c.unicode() < 0x800 || c.isSurrogate() ? 2 : 3;
    return size;
}

/// Bytes of places in a text, which are asked for in their order.
class Bytes final
{
public:
    Bytes(const QString &text, long offset)
        : m_text(text)
        , m_byte(offset)
    { }

    [[nodiscard]] long at(qsizetype index)
    {
        m_byte += utf8Size(QStringView(m_text).sliced(m_index, index - m_index));
        m_index = index;
        return m_byte;
    }

private:
    const QString &m_text;
    long m_byte;
    qsizetype m_index = 0;
};

bool isWordAt(const QString &text, qsizetype index)
{
    return index >= 0 && index < text.size()
        && (text[index].isLetterOrNumber() || text[index] == u'_' || text[index].isMark());
}

int groupAt(const QString &with, qsizetype backslash)
{
    const QChar next = backslash + 1 < with.size() ? with[backslash + 1] : QChar();
    return next >= u'0' && next <= u'9' ? next.unicode() - u'0' : -1;
}

} // namespace

Core::Result<TextSearch> TextSearch::compiled(const SearchQuery &query)
{
    TextSearch search(query);
    if (!query.isRegular)
        return search;
    QRegularExpression::PatternOptions options = QRegularExpression::UseUnicodePropertiesOption;
    if (!query.matchesCase)
        options |= QRegularExpression::CaseInsensitiveOption;
    search.m_expression = QRegularExpression(query.pattern, options);
    if (!search.m_expression.isValid())
        return Core::Error{Core::ErrorCode::Invalid,
                           tr("This pattern cannot be used (%1, at sign %2). Finish it, or switch regular "
                              "expressions off to find these signs as they are.")
                               .arg(search.m_expression.errorString())
                               .arg(search.m_expression.patternErrorOffset() + 1)};
    if (query.wholeWords)
        search.m_expression.setPattern(QStringLiteral("\\b(?:%1)\\b").arg(query.pattern));
    search.m_expression.optimize();
    return search;
}

TextSearch::Found TextSearch::find(const QByteArray &lines, long offset,
                                   const std::function<bool()> &isCancelled) const
{
    const QString text = QString::fromUtf8(lines);
    return m_query.isRegular ? findRegular(text, offset, isCancelled) : findPlain(text, offset, isCancelled);
}

TextSearch::Found TextSearch::findPlain(const QString &text, long offset,
                                        const std::function<bool()> &isCancelled) const
{
    Found found;
    Bytes bytes(text, offset);
    const QStringMatcher matcher(m_query.pattern,
                                 m_query.matchesCase ? Qt::CaseSensitive : Qt::CaseInsensitive);
    const qsizetype size = m_query.pattern.size();
    for (qsizetype at = matcher.indexIn(text); at >= 0 && !isCancelled();) {
        const qsizetype end = at + size;
        const bool goesOn = (isWordAt(text, at) && isWordAt(text, at - 1))
            || (isWordAt(text, end - 1) && isWordAt(text, end));
        if (m_query.wholeWords && goesOn) {
            at = matcher.indexIn(text, at + 1);
            continue;
        }
        const long start = bytes.at(at);
        found.matches.append({start, bytes.at(end)});
        at = matcher.indexIn(text, end);
    }
    return found;
}

TextSearch::Found TextSearch::findRegular(const QString &text, long offset,
                                          const std::function<bool()> &isCancelled) const
{
    Found found;
    Bytes bytes(text, offset);
    for (qsizetype start = 0; start < text.size() && !isCancelled();) {
        qsizetype end = text.indexOf(u'\n', start);
        if (end < 0)
            end = text.size();
        QRegularExpressionMatchIterator each = m_expression.globalMatch(
            text.mid(start, end - start), 0, QRegularExpression::NormalMatch, Checked);
        while (each.hasNext() && !isCancelled()) {
            const QRegularExpressionMatch match = each.next();
            if (match.capturedLength() == 0)
                continue;
            const long first = bytes.at(start + match.capturedStart());
            found.matches.append({first, bytes.at(start + match.capturedEnd())});
        }
        if (!each.isValid()) { // a limit of steps was met
            found.isTooHard = true;
            break;
        }
        start = end + 1;
    }
    return found;
}

Core::Result<void> TextSearch::checkReplacement(const QString &with) const
{
    if (!m_query.isRegular)
        return {};
    for (qsizetype at = with.indexOf(u'\\'); at >= 0; at = with.indexOf(u'\\', at + 2)) {
        if (groupAt(with, at) > m_expression.captureCount())
            return Core::Error{
                Core::ErrorCode::Invalid,
                tr("The replacement asks for group %1, which the pattern does not have. Groups are "
                   "what stands in round brackets; two backslashes write one.")
                    .arg(groupAt(with, at))};
    }
    return {};
}

QString TextSearch::replacement(const QString &line, qsizetype from, const QString &with) const
{
    if (!m_query.isRegular)
        return with;
    const QRegularExpressionMatch match = m_expression.match(
        line, from, QRegularExpression::NormalMatch, Checked | QRegularExpression::AnchorAtOffsetMatchOption);
    QString text;
    for (qsizetype at = 0; at < with.size(); ++at) {
        const QChar next = at + 1 < with.size() ? with[at + 1] : QChar();
        if (with[at] != u'\\' || (groupAt(with, at) < 0 && next != u'n' && next != u't' && next != u'\\')) {
            text += with[at];
            continue;
        }
        if (groupAt(with, at) >= 0)
            text += match.captured(groupAt(with, at));
        else
            text += next == u'n' ? QChar(u'\n') : next == u't' ? QChar(u'\t') : next;
        ++at;
    }
    return text;
}

} // namespace Skillet::Ui
