// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/probes.h"

#include <QRegularExpression>

#include <algorithm>

namespace Skillet::Incident {

using Question = Probe::Question;

namespace {

constexpr qsizetype MostProbes = 2;
/// What is longer is not shown whole.
constexpr qint64 MostItems = 50;
constexpr qsizetype LongestSubject = 40;

/// What is known of the place, and the probes found so far.
class Search final
{
public:
    Search(const Runner::ExceptionInfo &raised, const Runner::TracebackFrame &frame)
        : m_type(raised.type.section(u'.', -1))
        , m_message(raised.message)
        , m_values(frame.values)
        , m_failing(failingPart(frame))
    { }

    [[nodiscard]] QList<Probe> find()
    {
        if (m_type == QLatin1String("KeyError"))
            addKeys();
        else if (m_type == QLatin1String("IndexError"))
            addIndex();
        else if (m_type == QLatin1String("AttributeError"))
            addAttribute();
        else if (m_type == QLatin1String("NameError") || m_type == QLatin1String("UnboundLocalError"))
            add(QStringLiteral("[name for name in locals() if name[:2] != \"__\"]"), Question::Names);
        else if (m_type == QLatin1String("ModuleNotFoundError") || m_type == QLatin1String("ImportError"))
            addImport();
        else if (m_type == QLatin1String("FileNotFoundError"))
            addFiles();
        else if (m_type == QLatin1String("ValueError"))
            addTexts();
        else if (m_type == QLatin1String("TypeError"))
            addTypes();
        if (m_type != QLatin1String("RecursionError")) { // any frame looks alike there
            addLengths();
            addTypes();
        }
        return m_probes.mid(0, MostProbes);
    }

private:
    static QString failingPart(const Runner::TracebackFrame &frame)
    {
        const Runner::SourceRange &range = frame.range;
        const bool isWhole =
            range.endLine > range.line || range.column < 0 || range.endColumn <= range.column;
        return isWhole ? frame.sourceLine.trimmed()
                       : frame.sourceLine.mid(range.column, range.endColumn - range.column).trimmed();
    }

    void add(const QString &code, Question question, const QString &subject = {})
    {
        const bool isThere = std::any_of(m_probes.begin(), m_probes.end(),
                                         [&](const Probe &each) { return each.code == code; });
        if (!isThere && subject.size() <= LongestSubject && !subject.contains(u'\n'))
            m_probes.append({code, question, subject});
    }

    [[nodiscard]] const Runner::NamedValue *value(const QString &name) const
    {
        const auto found = std::find_if(m_values.begin(), m_values.end(),
                                        [&](const auto &each) { return each.known && each.name == name; });
        return found == m_values.end() ? nullptr : &*found;
    }

    /// What stands before the last `mark` of the failing part, when it is plain names and dots.
    [[nodiscard]] QString nameBefore(QChar mark) const
    {
        static const QRegularExpression plain(QStringLiteral("([^\\W\\d]\\w*(\\.[^\\W\\d]\\w*)*)$"),
                                              QRegularExpression::UseUnicodePropertiesOption);
        const qsizetype at = m_failing.lastIndexOf(mark);
        return at < 0 ? QString() : plain.match(m_failing.left(at)).captured(1);
    }

    /// A part of the failing line whose value is of one of the types.
    [[nodiscard]] QString firstOf(const QStringList &types) const
    {
        for (const Runner::NamedValue &each : m_values) {
            if (each.known && types.contains(each.type))
                return each.name;
        }
        return {};
    }

    static bool isMasked(const Runner::NamedValue &value) { return value.preview.startsWith(QChar(0x2022)); }

    void addKeys()
    {
        QString subject = firstOf({QStringLiteral("dict")});
        if (subject.isEmpty())
            subject = nameBefore(u'[');
        if (subject.isEmpty())
            return;
        const Runner::NamedValue *known = value(subject);
        const bool isLong = known != nullptr && known->length > MostItems;
        add(isLong ? QStringLiteral("list(%1)[:%2]").arg(subject).arg(MostItems)
                   : QStringLiteral("list(%1)").arg(subject),
            Question::Keys, subject);
        if (isLong)
            add(QStringLiteral("len(%1)").arg(subject), Question::Length, subject);
        // 1 and "1" look the same in print and are two keys.
        for (const Runner::NamedValue &each : m_values) {
            if (each.known && each.name != subject && each.length < MostItems)
                add(QStringLiteral("type(%1)").arg(each.name), Question::Type, each.name);
        }
    }

    void addIndex()
    {
        QString subject = firstOf({QStringLiteral("list"), QStringLiteral("tuple"), QStringLiteral("str")});
        if (subject.isEmpty())
            subject = nameBefore(u'[');
        if (subject.isEmpty())
            return;
        add(QStringLiteral("len(%1)").arg(subject), Question::Length, subject);
        const Runner::NamedValue *known = value(subject);
        if (known != nullptr && known->length > 0 && !isMasked(*known))
            add(QStringLiteral("%1[-1]").arg(subject), Question::Last, subject);
    }

    void addAttribute()
    {
        static const QRegularExpression missing(QStringLiteral("has no attribute '(\\w+)'"),
                                                QRegularExpression::UseUnicodePropertiesOption);
        const QString attribute = missing.match(m_message).captured(1);
        const QString subject = nameBefore(u'.');
        if (subject.isEmpty())
            return;
        const Runner::NamedValue *known = value(subject);
        if (known != nullptr && known->type == QLatin1String("module"))
            add(subject + QLatin1String(".__file__"), Question::File, subject);
        else
            add(QStringLiteral("type(%1)").arg(subject), Question::Type, subject);
        const bool isNothing = known != nullptr && known->type == QLatin1String("NoneType");
        if (!isNothing && attribute.size() > 1)
            add(QStringLiteral("[name for name in dir(%1) if \"%2\" in name]")
                    .arg(subject, attribute.left(2)),
                Question::Attributes, subject);
    }

    void addImport()
    {
        static const QRegularExpression from(QStringLiteral("cannot import name '\\w+' from (?:partially "
                                                            "initialized module )?'([\\w.]+)'"),
                                             QRegularExpression::UseUnicodePropertiesOption);
        const QString module = from.match(m_message).captured(1);
        if (!module.isEmpty())
            add(QStringLiteral("import %1; %1.__file__").arg(module), Question::File, module);
        add(QStringLiteral("import sys; sys.path[0]"), Question::Search);
    }

    void addFiles()
    {
        add(QStringLiteral("import os; os.getcwd()"), Question::Folder);
        add(QStringLiteral("import os; sorted(os.listdir())[:%1]").arg(MostItems), Question::Files);
    }

    void addTexts()
    {
        for (const Runner::NamedValue &each : m_values) {
            const bool isText = each.known && each.type == QLatin1String("str");
            if (isText && each.length > 0 && each.length <= MostItems && !isMasked(each))
                add(QStringLiteral("list(%1)").arg(each.name), Question::Characters, each.name);
        }
    }

    [[nodiscard]] bool isAsked(const QString &subject) const
    {
        return std::any_of(m_probes.begin(), m_probes.end(),
                           [&](const Probe &each) { return each.subject == subject; });
    }

    void addLengths()
    {
        for (const Runner::NamedValue &each : m_values) {
            if (each.known && each.length >= 0 && each.type != QLatin1String("str") && !isAsked(each.name))
                add(QStringLiteral("len(%1)").arg(each.name), Question::Length, each.name);
        }
    }

    void addTypes()
    {
        for (const Runner::NamedValue &each : m_values) {
            const bool isNamed = each.type == QLatin1String("type") || each.type == QLatin1String("module")
                || each.type.startsWith(QLatin1String("builtin_function"))
                || each.type == QLatin1String("function");
            if (each.known && !isNamed && !isAsked(each.name))
                add(QStringLiteral("type(%1)").arg(each.name), Question::Type, each.name);
        }
    }

    QString m_type;
    QString m_message;
    QList<Runner::NamedValue> m_values;
    QString m_failing;
    QList<Probe> m_probes;
};

} // namespace

QList<Probe> probesFor(const Runner::ExceptionInfo &raised, qsizetype frame)
{
    if (raised.isSyntaxError || frame < 0 || frame >= raised.frames.size()
        || raised.frames.at(frame).function == Runner::syntaxFunction)
        return {};
    return Search(raised, raised.frames.at(frame)).find();
}

} // namespace Skillet::Incident
