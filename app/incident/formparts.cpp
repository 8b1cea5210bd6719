// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/formparts.h"

#include "incident/lineparts.h"
#include "incident/textline.h"

namespace Skillet::Incident {

QRegularExpressionMatch matchOf(const QRegularExpression &pattern, std::string_view text)
{
    return pattern.match(text.size() > MaxPatternLine ? QString() : toText(text));
}

Runner::TracebackFrame frameAt(const QString &file, int line, const QString &function)
{
    Runner::TracebackFrame frame;
    frame.file = file;
    frame.range.line = line;
    frame.function = function;
    frame.isLearners = !isLibraryFile(file);
    return frame;
}

void setType(Runner::ExceptionInfo &exception, std::string_view text)
{
    if (!exception.type.isEmpty()) {
        exception.message += u'\n' + toText(text);
    } else if (const std::optional<ExceptionLine> line = readExceptionLine(trimmed(text))) {
        exception.type = line->type;
        exception.message = line->message;
    } else if (trimmed(text).substr(0, 7) == "assert ") { // pytest leaves out the type
        exception.type = QStringLiteral("AssertionError");
        exception.message = toText(trimmed(text));
    }
}

FoundTraceback lastFirst(const std::vector<Runner::ExceptionInfo> &printed)
{
    FoundTraceback found;
    for (auto one = printed.rbegin(); one != printed.rend(); ++one) {
        found.complete = found.complete && !one->type.isEmpty();
        if (one->frames.isEmpty() && one->type.isEmpty())
            continue;
        found.traceback.exceptions.append(*one);
        found.traceback.exceptions.last().message = one->message.trimmed();
        found.memberOf.append(-1);
    }
    return found;
}

} // namespace Skillet::Incident
