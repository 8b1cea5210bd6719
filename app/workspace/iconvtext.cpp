// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/iconvtext.h"

#include <QHash>

#include <cerrno>
#include <iconv.h>

namespace Skillet::Workspace {

namespace {

/// Python's name as iconv spells it.
QByteArray iconvName(const QByteArray &name)
{
    static const QHash<QByteArray, QByteArray> others{
        {"MAC-ROMAN", "MACINTOSH"}, {"MACROMAN", "MACINTOSH"}, {"WINDOWS-31J", "CP932"},
        {"MS932", "CP932"},         {"HZ", "HZ-GB-2312"},      {"SHIFT-JIS", "SHIFT_JIS"},
        {"SJIS", "SHIFT_JIS"},      {"LATIN9", "LATIN-9"},     {"KOI8-R", "KOI8-R"},
    };
    QByteArray key = name.toUpper();
    key.replace('_', '-');
    return others.value(key, key);
}

class Converter final
{
public:
    Converter(const QByteArray &to, const QByteArray &from)
        : m_handle(::iconv_open(to.constData(), from.constData()))
    { }
    ~Converter()
    {
        if (isOpen())
            ::iconv_close(m_handle);
    }
    Converter(const Converter &) = delete;
    Converter &operator=(const Converter &) = delete;

    [[nodiscard]] bool isOpen() const { return m_handle != iconv_t(-1); }

    /// The converted bytes, or the offset of the first that could not be.
    [[nodiscard]] std::variant<QByteArray, qsizetype> convert(QByteArray bytes) const
    {
        QByteArray result(bytes.size() * 2 + 64, Qt::Uninitialized);
        char *in = bytes.data();
        auto left = static_cast<std::size_t>(bytes.size());
        qsizetype done = 0;
        while (left > 0) {
            char *out = result.data() + done;
            auto room = static_cast<std::size_t>(result.size() - done);
            const std::size_t failed = ::iconv(m_handle, &in, &left, &out, &room);
            const int error = errno;
            done = out - result.data();
            if (failed != std::size_t(-1))
                break;
            if (error != E2BIG)
                return in - bytes.data();
            result.resize(result.size() * 2);
        }
        result.truncate(done);
        return result;
    }

private:
    iconv_t m_handle;
};

} // namespace

bool knowsEncoding(const QByteArray &name)
{
    const Converter converter("UTF-8", iconvName(name));
    if (!converter.isOpen())
        return false;
    QByteArray plain;
    for (char c = ' '; c < 127; ++c)
        plain.append(c);
    plain.append('\n');
    // In Shift JIS these two are other signs, and Python reads it all the same.
    QByteArray signs = plain;
    signs.replace('\\', "").replace('~', "");
    const auto converted = converter.convert(signs);
    return std::holds_alternative<QByteArray>(converted) && std::get<QByteArray>(converted) == signs;
}

std::variant<QString, qsizetype> fromEncoding(const QByteArray &bytes, const QByteArray &name)
{
    const Converter converter("UTF-8", iconvName(name));
    const auto converted = converter.convert(bytes);
    if (const auto *text = std::get_if<QByteArray>(&converted))
        return QString::fromUtf8(*text);
    return std::get<qsizetype>(converted);
}

std::variant<QByteArray, qsizetype> toEncoding(const QString &text, const QByteArray &name)
{
    const Converter converter(iconvName(name), "UTF-16LE");
    const QByteArray units(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
    const auto converted = converter.convert(units);
    if (const auto *bytes = std::get_if<QByteArray>(&converted))
        return *bytes;
    return std::get<qsizetype>(converted) / 2;
}

} // namespace Skillet::Workspace
