// SPDX-License-Identifier: GPL-3.0-or-later
#include "outline/symbolkinds.h"

namespace Skillet::Ui {

using Runner::SymbolKind;

QString SymbolKinds::word(SymbolKind kind)
{
    switch (kind) {
    case SymbolKind::Class:
        return tr("class");
    case SymbolKind::Function:
        return tr("function");
    case SymbolKind::Method:
        return tr("method");
    case SymbolKind::Constant:
        return tr("constant");
    case SymbolKind::Variable:
        return tr("variable");
    case SymbolKind::Heading:
        return tr("heading");
    }
    return {};
}

QString SymbolKinds::icon(SymbolKind kind)
{
    switch (kind) {
    case SymbolKind::Class:
        return QStringLiteral("code-class");
    case SymbolKind::Function:
    case SymbolKind::Method:
        return QStringLiteral("code-function");
    case SymbolKind::Constant:
        return QStringLiteral("code-typedef");
    case SymbolKind::Variable:
        return QStringLiteral("code-variable");
    case SymbolKind::Heading:
        return QStringLiteral("text-x-generic");
    }
    return QStringLiteral("code-variable");
}

QString SymbolKinds::sentence(const Runner::Symbol &symbol)
{
    return tr("%1 %2, line %3").arg(word(symbol.kind), symbol.name).arg(symbol.line);
}

} // namespace Skillet::Ui
