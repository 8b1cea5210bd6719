// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/programfile.h"

#include "core/text.h"
#include "workspace/textencoding.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace Skillet::Terminal {

namespace {

struct ProgramFile
{
    Q_DECLARE_TR_FUNCTIONS(Skillet::Terminal::ProgramFile)
};

} // namespace

Core::Result<Runner::Program> readProgram(const QString &file, const QStringList &arguments)
{
    using Core::ErrorCode;
    const QFileInfo info(file);
    if (!info.exists())
        return Core::Error{ErrorCode::NotFound,
                           ProgramFile::tr("There is no file %1. Check its name and folder.").arg(file)};
    if (info.isDir())
        return Core::Error{
            ErrorCode::Invalid,
            ProgramFile::tr("%1 is a folder. Name the Python file in it that is to run.").arg(file)};
    QFile content(file);
    if (!content.open(QIODevice::ReadOnly))
        return Core::Error{ErrorCode::PermissionDenied,
                           ProgramFile::tr("%1 cannot be read: %2. Check whose file it is.")
                               .arg(file, content.errorString())};
    QByteArray bytes = content.readAll();
    const auto cookie = Workspace::encodingCookie(bytes);
    if (cookie && cookie->name != "utf-8") {
        const Core::Result<QString> text = Workspace::decode(bytes, cookie->name, file);
        if (!text)
            return text.error();
        return Runner::Program{Runner::ProgramKind::File, text.value(), file, arguments, QString()};
    }
    if (const auto offset = Core::firstInvalidUtf8(bytes))
        return Core::Error{
            ErrorCode::Invalid,
            ProgramFile::tr("%1 is not UTF-8 text: see line %2. Open it in an editor and save it as UTF-8.")
                .arg(file)
                .arg(Core::lineOfOffset(bytes, *offset))};
    if (bytes.startsWith("\xEF\xBB\xBF"))
        bytes.remove(0, 3);
    return Runner::Program{Runner::ProgramKind::File, QString::fromUtf8(bytes), file, arguments, QString()};
}

QString sayOfUndecodable(const QString &file)
{
    QFile content(file);
    if (!content.open(QIODevice::ReadOnly))
        return {};
    const QByteArray bytes = content.readAll();
    const auto offset = Core::firstInvalidUtf8(bytes);
    if (!offset || bytes.contains('\0') || Workspace::encodingCookie(bytes))
        return {};
    // Python's own words, as they stand in its source: not to be translated.
    return QStringLiteral(
               "SyntaxError: Non-UTF-8 code starting with '\\x%1' in file %2 on line %3, but no encoding "
               "declared; see https://peps.python.org/pep-0263/ for details\n")
        .arg(static_cast<uchar>(bytes.at(*offset)), 2, 16, QLatin1Char('0'))
        .arg(QFileInfo(file).absoluteFilePath())
        .arg(Core::lineOfOffset(bytes, *offset));
}

} // namespace Skillet::Terminal
