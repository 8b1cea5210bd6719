// SPDX-License-Identifier: GPL-3.0-or-later
#include "names/namekinds.h"

namespace Skillet::Ui {

using Runner::NameKind;

QString NameKinds::word(NameKind kind)
{
    switch (kind) {
    case NameKind::Variable:
        return tr("variable");
    case NameKind::Function:
        return tr("function");
    case NameKind::Class:
        return tr("class");
    case NameKind::Module:
        return tr("module");
    case NameKind::Keyword:
        return tr("keyword");
    case NameKind::Parameter:
        return tr("parameter");
    case NameKind::Property:
        return tr("property");
    case NameKind::File:
        return tr("file");
    }
    return {};
}

QString NameKinds::icon(NameKind kind)
{
    switch (kind) {
    case NameKind::Variable:
        return QStringLiteral("code-variable");
    case NameKind::Function:
        return QStringLiteral("code-function");
    case NameKind::Class:
        return QStringLiteral("code-class");
    case NameKind::Module:
        return QStringLiteral("package");
    case NameKind::Keyword:
        return QStringLiteral("format-text-code");
    case NameKind::Parameter:
        return QStringLiteral("code-typedef");
    case NameKind::Property:
        return QStringLiteral("configure");
    case NameKind::File:
        return QStringLiteral("document-open");
    }
    return QStringLiteral("code-variable");
}

} // namespace Skillet::Ui
